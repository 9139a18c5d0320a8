"""``dateline serve``: what a browser asks for and gets, and what a page of another site does not."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from data.store import open_collection
from tests.helpers.postgres_server import EDITOR, PASSWORD, Server
from tests.store.made import document, event, passage, put

aiohttp = pytest.importorskip("aiohttp", reason="the extra for browsers is not installed")
pytest.importorskip("textual_serve", reason="the extra for browsers is not installed")

LETTER = "Harbour Gazette\n7 December 2021\n\nThe two leaders met in Delhi on 6 December 2021.\n"


def until_it_listens(port: int) -> None:
    """It says where it is just before it listens there."""
    deadline = time.monotonic() + 20
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < deadline


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    with served(str(tmp_path / "letter.txt")) as (place, _):
        yield place


@contextmanager
def served(*arguments: str) -> Iterator[tuple[str, list[str]]]:
    """Where dateline is served with these arguments, and what it said before it was."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "tui", "serve", "--port", str(port), *arguments],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr is not None
        said = [server.stderr.readline()]
        while f"127.0.0.1:{port}" not in said[-1]:
            assert said[-1], said
            said.append(server.stderr.readline())
        until_it_listens(port)
        yield f"127.0.0.1:{port}", said
    finally:
        server.terminate()
        assert server.wait(20) == 0
        if server.stderr is not None:
            server.stderr.close()


async def test_the_screen_comes_through_the_socket(address):
    async with aiohttp.ClientSession() as session:
        page = await (await session.get(f"http://{address}/")).text()
        assert "dateline" in page
        # Nothing is fetched from anywhere else.
        assert set(re.findall(r"https?://([^/\"']+)", page)) == {address}
        place = f"ws://{address}/ws?width=100&height=30"
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(place, origin="http://elsewhere.example")
        assert refused.value.status == 403
        async with session.ws_connect(place, origin=f"http://{address}") as channel:
            await until_it_shows(channel, b"two leaders met")


async def until_it_shows(channel: Any, wanted: bytes) -> bytes:
    """All that was sent until something was in it."""
    received = b""
    while wanted not in received:
        message = await channel.receive(timeout=30)
        assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
        if message.type is aiohttp.WSMsgType.BINARY:
            received += message.data
    return received


def processes() -> str:
    """The arguments of all processes, as everybody on the machine may list them."""
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it has ended
            found.append(process.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
    return "\n".join(found)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="no list of processes to look into")
async def test_a_password_is_in_no_visitors_process(server: Server, monkeypatch: pytest.MonkeyPatch):
    name = server.new_database()
    log = document("log", "The port was calm.")
    with closing(open_collection(server.url(name), writing=True)) as store:
        put(store, log)
        store.replace_events([event("calm", "2020-05-01", [passage(log, "The port was calm.")])])
    monkeypatch.delenv("PGPASSWORD")
    given = server.url(name, EDITOR, quote(PASSWORD, safe=""))
    with served("--collection", given) as (address, said):
        assert any("seen by everybody" in line for line in said)
        assert PASSWORD not in "".join(said)
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(
                f"ws://{address}/ws?width=100&height=30", origin=f"http://{address}"
            ) as channel,
        ):
            shown = await until_it_shows(channel, b"Event calm")
            listed = [line for line in processes().splitlines() if " serve " not in line]
    assert any(server.url(name, EDITOR) in line for line in listed)
    for secret in (PASSWORD, quote(PASSWORD, safe="")):
        assert not any(secret in line for line in listed)
        assert secret.encode() not in shown


def serve(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tui", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_wrong_use_is_told_in_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        told = serve("--port", port)
    assert told.returncode == 2
    assert told.stderr.strip().splitlines()[-1].startswith(f"dateline: Cannot serve: 127.0.0.1:{port}: ")
    told = serve("--port", "99999")
    assert (told.returncode, told.stderr) == (
        2, "dateline: No such port: 99999. Give one between 1 and 65535.\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--prot", "80"], "dateline: unrecognized arguments: --prot."),
        (["no-such-file.txt"], "dateline: No such file, folder or command: no-such-file.txt."),
        (["--today", "soon"], "dateline: Wrong day: "),
        (["--follow"], "dateline: Nothing to follow: "),
        (["--plain"], "dateline: Not in a browser: "),
        (["--version"], "dateline: Not in a browser: "),
        (["-"], "dateline: Not in a browser: "),
    ],
)
def test_what_no_visitor_could_open_is_told_before_one_comes(arguments, said):
    told = serve(*arguments)
    assert told.returncode == 2
    assert told.stderr.startswith(said)
