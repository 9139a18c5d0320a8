"""The headless commands: data on standard output, talk on standard error, exit codes as documented."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from data import commands
from data.arguments import ArgumentParser
from data.errors import DatelineError, QueryError
from data.printable import printable
from data.store.upgrading import LISTENER

PROGRAM = "dateline"


def main(argv: Sequence[str]) -> int:
    """Run one command, ``argv`` without the program's name; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets a mark in its place instead of an error.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    LISTENER.set(lambda words: print(f"{PROGRAM}: {printable(words)}", file=sys.stderr))
    try:
        options = parser(argv[0] if argv else None).parse_args(argv)
        code: int = import_module(f"data.commands.{options.command}").run(options)
        sys.stdout.flush()
    except DatelineError as error:
        return tell(error)
    except BrokenPipeError:
        # The reader of our output has gone (dateline find ... | head): nothing is left to do.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return commands.DONE
    except KeyboardInterrupt:
        print(f"{PROGRAM}: stopped; what was read so far is kept", file=sys.stderr)
        return 130
    return code


def tell(error: DatelineError) -> int:
    """Print an error as one line, with the place marked if it is in a query; returns the exit code."""
    print(f"{PROGRAM}: {printable(str(error))}", file=sys.stderr)
    if isinstance(error, QueryError) and error.query is not None:
        print(f"  {printable(error.query)}\n  {' ' * error.position}^", file=sys.stderr)
    return commands.WRONG_USE


def parser(command: str | None = None) -> ArgumentParser:
    """The parser of all commands, or, to start faster, of the one that is named."""
    wanted = [command] if command in commands.names() else commands.names()
    top = ArgumentParser(prog=PROGRAM, allow_abbrev=False)
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in wanted:
        module = import_module(f"data.commands.{name}")
        sub = subparsers.add_parser(
            name,
            help=module.HELP,
            description=module.__doc__,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.arguments(sub)
    return top
