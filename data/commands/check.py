"""Verify a collection and mend what can be; a damaged file is kept, what it holds goes into a new one."""

from __future__ import annotations

import argparse

from data import collection
from data.building.checking import check
from data.commands import DONE, SOME_FAILED
from data.commands._arguments import add_collection, add_jobs
from data.commands._collection import say
from data.commands._passing import clear_passing, show_passing
from data.printable import printable
from data.workers import cores

HELP = "verify a collection, mend what can be"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--dry-run", action="store_true", help="tell what is wrong, and change nothing")
    add_jobs(parser, "how many processes work out documents at once (default: cores, at most 4)")
    add_collection(parser)


def run(options: argparse.Namespace) -> int:
    """Tell what is wrong and what was done about it, line by line."""
    choice = collection.choose((), options.collection)
    steps = 0
    lost = False
    for step in check(
        choice.address, mend=not options.dry_run, jobs=options.jobs or cores(), passing=show_passing
    ):
        steps += 1
        lost |= step.lost
        clear_passing()
        print(printable(step.words), flush=True)
    clear_passing()
    if not steps:
        say(f"dateline: {choice.address} is sound")
    return SOME_FAILED if lost else DONE
