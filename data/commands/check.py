"""Verify a collection and mend what can be; a damaged file is kept, what it holds goes into a new one."""

from __future__ import annotations

import argparse

from data import collection
from data.building.checking import check
from data.commands import DONE, SOME_FAILED
from data.commands._arguments import add_collection
from data.commands._collection import say
from data.printable import printable

HELP = "verify a collection, mend what can be"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--dry-run", action="store_true", help="tell what is wrong, and change nothing")
    add_collection(parser)


def run(options: argparse.Namespace) -> int:
    """Tell what is wrong and what was done about it, line by line."""
    choice = collection.choose((), options.collection)
    steps = 0
    lost = False
    for step in check(choice.address, mend=not options.dry_run):
        steps += 1
        lost |= step.lost
        print(printable(step.words))
    if not steps:
        say(f"dateline: {choice.address} is sound")
    return SOME_FAILED if lost else DONE
