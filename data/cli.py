"""The headless commands: data on standard output, talk on standard error, exit codes as documented."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from data import commands
from data.arguments import ArgumentParser
from data.commands._ending import ended
from data.printable import printable
from data.store.upgrading import LISTENER

PROGRAM = "dateline"


def main(argv: Sequence[str]) -> int:
    """Run one command, ``argv`` without the program's name; returns the exit code."""
    return ended(lambda: _run(argv))


def _run(argv: Sequence[str]) -> int:
    LISTENER.set(lambda words: print(f"{PROGRAM}: {printable(words)}", file=sys.stderr))
    options = parser(argv[0] if argv else None).parse_args(argv)
    code: int = import_module(f"data.commands.{options.command}").run(options)
    return code


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
    if len(wanted) == 1:
        # What the command does not know is told under its name.
        top.prog = f"{PROGRAM} {command}"
    return top
