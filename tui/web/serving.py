"""``dateline serve``: the same screens in a browser, each visitor with a session of their own.

Only this machine can reach it unless another address is given; a page of another site cannot talk to it.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from data.arguments import ArgumentParser
from data.collection import choose
from data.commands._arguments import add_collection, positive
from data.errors import InputError
from data.store.address import is_on_server
from data.store.server_address import parted

_TEMPLATES = Path(__file__).parent
_HERE = "127.0.0.1"
_PORT = 8000
_PORTS = range(1, 65536)


def main(argv: Sequence[str], check: Callable[[Sequence[str]], object]) -> int:
    """Serve until stopped; raises InputError where the extra is not installed or the address is taken.

    Args:
        argv: the command line behind "serve".
        check: raises InputError for what dateline cannot be started with for a visitor.
    """
    options, rest = _parser().parse_known_args(argv)
    check(rest)
    if options.port not in _PORTS:
        raise InputError("No such port", str(options.port), "Give one between 1 and 65535.")
    try:
        import textual_serve  # noqa: F401 - only to see whether it is there
    except ImportError as error:
        raise InputError(
            "Not installed", "serving needs more packages", "Run: python -m pip install 'dateline[web]'"
        ) from error
    if options.collection is not None:
        rest = ["-c", _address(options.collection), *rest]
    return serve(options.host, options.port, rest)


def _address(collection: str) -> str:
    """The collection's address as visitors' processes may be given it: everybody can list their arguments.

    A password in it goes to them as the server's own programs look for it.
    """
    choice = choose((), collection)
    if is_on_server(choice.address):
        password = parted(choice.address).password
        if password is not None:
            os.environ["PGPASSWORD"] = password
    if choice.warning:
        print(f"dateline: {choice.warning}", file=sys.stderr)
    return choice.address


def serve(host: str, port: int, arguments: Sequence[str]) -> int:
    """Serve dateline with these arguments; returns the exit code.

    Args:
        host: the address to listen at.
        port: the port to listen at.
        arguments: what dateline is started with for every visitor.
    """
    from aiohttp import web
    from textual_serve.server import Server

    command = shlex.join([sys.executable, "-P", "-m", "tui", *arguments])

    class Serving(Server):
        """Refuses what a page of another site sends, and says where it is instead of drawing a banner."""

        async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
            origin = urlsplit(request.headers.get("Origin", ""))
            if origin.netloc != request.host:
                raise web.HTTPForbidden(text="This page is not of this server.")
            return await super().handle_websocket(request)

        def initialize_logging(self) -> None:
            """Requests are nobody's to read."""

        async def on_startup(self, _app: web.Application) -> None:
            print(f"dateline: open {self.public_url} in a browser; Ctrl+C ends it", file=sys.stderr)

    if host not in (_HERE, "localhost", "::1"):
        print(f"dateline: everybody who reaches {host} can read and judge this collection", file=sys.stderr)
    server = Serving(command, host, port, title="dateline", templates_path=_TEMPLATES)
    try:
        server.serve()
    except OSError as error:
        raise InputError("Cannot serve", f"{host}:{port}: {error.strerror}", "Try another --port.") from error
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="dateline serve",
        usage="%(prog)s [-h] [--host HOST] [--port PORT] [-c COLLECTION] [PATH ...]",
        allow_abbrev=False,
        description="The same screens in a browser. Everything else is as in: dateline [PATH ...]",
    )
    parser.add_argument("--host", default=_HERE, help=f"the address to listen at (default: {_HERE})")
    parser.add_argument("--port", type=positive, default=_PORT, help=f"the port (default: {_PORT})")
    add_collection(parser, "as without serve")
    return parser
