"""The command ``dateline``: a headless command if one is named, else the screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from data.garbage import given_back_at_the_end

if TYPE_CHECKING:
    import argparse

    from data.arguments import ArgumentParser
    from data.collection import Choice
    from data.pipeline import Settings


def main(argv: Sequence[str] | None = None) -> int:
    """Run dateline; returns the exit code."""
    # Start-up makes much and drops little: looking for garbage meanwhile takes a sixth of it. The screen
    # begins to collect once it is drawn, a command when it is known.
    gc.disable()
    given_back_at_the_end()
    given = list(sys.argv[1:] if argv is None else argv)
    from data import commands

    if given and given[0] in commands.names():
        from data import cli

        gc.enable()
        return cli.main(given)
    from data.commands._ending import ended

    if given and given[0] == "serve":
        from tui.web import serving

        return ended(lambda: serving.main(given[1:], _check_for_visitors))
    return ended(lambda: _browse(command_line().parse_args(given)))


def command_line() -> ArgumentParser:
    """What can stand behind ``dateline`` where no command does."""
    from data import commands
    from data.arguments import ArgumentParser
    from data.commands._arguments import LAST_OPENED, OF_PATHS, add_collection, add_reading

    parser = ArgumentParser(
        prog="dateline",
        allow_abbrev=False,
        description="Read documents, gather the events they tell of, and browse them as a timeline.",
        epilog=f"Without a screen: dateline {' | '.join(commands.names())}; in a browser: dateline serve "
        "(more: dateline COMMAND --help)",
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files and folders; - is standard input")
    add_collection(parser, f"{OF_PATHS}; without paths {LAST_OPENED}")
    parser.add_argument("--follow", action="store_true", help="go on reading what is new or changes in them")
    add_reading(parser)
    parser.add_argument("--verify", action="store_true", help="compare unchanged files by their bytes")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII signs only")
    parser.add_argument(
        "--plain", action="store_true", help="line by line instead of a screen, for screen readers"
    )
    parser.add_argument("--today", metavar="DATE", help='the day that "last summer" is counted from (ISO)')
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    return parser


def _check_for_visitors(given: Sequence[str]) -> None:
    """Tell here what every visitor would be refused for; raises InputError."""
    from data.errors import InputError

    options = command_line().parse_args(given)
    _today(options)
    _check_paths(options)
    if options.plain or options.version or "-" in options.paths:
        raise InputError(
            "Not in a browser", "--plain, --version and standard input need a terminal", "Leave them out."
        )


def _today(options: argparse.Namespace) -> int | None:
    """The day that relative dates are counted from; None for the real one. Raises InputError."""
    from data.days import from_iso
    from data.errors import InputError

    try:
        return from_iso(options.today)
    except ValueError as error:
        raise InputError("Wrong day", str(error), "Write it like 2024-09-30.") from error


def _check_paths(options: argparse.Namespace) -> None:
    """Raises InputError if none of the paths is there, or none can be followed."""
    import os

    from data.errors import InputError

    if options.paths and not any(path == "-" or os.path.lexists(path) for path in options.paths):
        from data import commands

        named = next((path for path in options.paths if path in (*commands.names(), "serve")), None)
        if named is not None:
            raise InputError(
                "A command stands first", named, f"Write it before its options: dateline {named} ..."
            )
        raise InputError(
            "No such file, folder or command",
            ", ".join(options.paths),
            "Check the spelling; dateline --help lists the commands.",
        )
    if options.follow and not any(path != "-" for path in options.paths):
        raise InputError("Nothing to follow", "no file or folder is given", "Try: dateline --follow FOLDER")


def _browse(options: argparse.Namespace) -> int:
    import os

    from data import collection
    from data.errors import InputError
    from data.store import open_collection

    if options.version:
        from importlib.metadata import version

        print(f"dateline {version('dateline')}")
        return 0
    today = _today(options)
    _check_paths(options)
    in_browser = "TEXTUAL_DRIVER" in os.environ
    if not (options.plain or in_browser or (sys.stdout.isatty() and sys.stderr.isatty())):
        raise InputError(
            "No terminal",
            "the screen cannot be shown on this output",
            "Try: dateline --plain, dateline find QUERY, or export",
        )
    if options.follow and options.plain:
        raise InputError("Nothing follows", "--plain reads once", "Leave out --follow, or --plain.")
    if "-" in options.paths:
        _take_keys_from_terminal()
    choice = collection.choose(options.paths, options.collection)
    if choice.warning:
        print(f"dateline: {choice.warning}", file=sys.stderr)
    if choice.paths and not os.path.exists(choice.address):  # noqa: PTH110 - no, where it cannot be asked
        open_collection(choice.address, writing=True).close()
    if options.plain:
        return _talk(options, choice, today)
    store = open_collection(choice.address)
    from tui.app import Dateline
    from tui.background.to_read import ToRead
    from tui.configuration import configuration, configuration_path

    try:
        chosen = configuration(configuration_path(os.environ))
        app = Dateline(
            store,
            choice.name,
            address=choice.address,
            to_read=ToRead(choice.paths, _settings(options), options.follow),
            configuration=chosen._replace(ascii=options.ascii or chosen.ascii),
            today=today,
            begun=lambda: collection.remember(choice),
        )
        app.resume()
        app.run()
        return app.return_code or 0
    finally:
        store.close()


def _talk(options: argparse.Namespace, choice: Choice, today: int | None) -> int:
    """The timeline line by line: read what changed first, then answer what is typed."""
    from contextlib import closing
    from shutil import get_terminal_size

    from data import collection, pipeline
    from data.store import open_collection, open_to_mark
    from tui.plain.line_by_line import Plain
    from tui.state import query_words
    from tui.state.judging import Judge
    from tui.state.session import Session

    with suppress(ImportError):  # where it is there, lines are edited and come again with the arrows
        import readline  # noqa: F401 - loaded, it serves input()

    if choice.paths:
        print("Reading.", file=sys.stderr)
        for _ in pipeline.build(choice.paths, choice.address, _settings(options)):
            pass
    with closing(open_collection(choice.address)) as store:
        collection.remember(choice)
        session = Session(store, lambda *texts, **more: query_words.select(texts, today, **more))
        with closing(Judge(lambda: open_to_mark(choice.address))) as judge:
            plain = Plain(session, judge, choice.name, today, get_terminal_size().columns - 1, print)
            plain.begin()
            try:
                while plain.answer(input("> ")):
                    pass
            except (EOFError, KeyboardInterrupt):
                print()
    return 0


def _settings(options: argparse.Namespace) -> Settings | None:
    """What the user said of all files; None, without loading the pipeline, if nothing."""
    if not (options.published or options.language or options.verify):
        return None
    from data.pipeline import Settings

    return Settings(options.published, options.language, options.verify)


def _take_keys_from_terminal() -> None:
    """Keep what was standard input for the documents, and read keys from the terminal itself."""
    import os

    from data.errors import InputError

    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise InputError(
            "No terminal", f"/dev/tty: {error.strerror}", "Without a terminal: dateline build -"
        ) from error
    documents = os.dup(0)
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = os.fdopen(documents, encoding="utf-8")
