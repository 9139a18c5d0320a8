"""What the sources disagree about: events with claims that cannot all be right."""

from __future__ import annotations

import argparse

from data.commands import DONE, NOTHING_FOUND
from data.commands._arguments import add_collection, add_today
from data.commands._collection import opened, say, selected
from data.commands.show import conflict_lines
from data.printable import printable
from data.words import interval_words

HELP = "events whose sources contradict each other"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("query", metavar="QUERY", nargs="?", default="", help="only among these events")
    add_collection(parser)
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Print events in conflict with their claims; exit code 1 if there is none."""
    among = f"is:conflict ({options.query})" if options.query.strip() else "is:conflict"
    selected(options.query, options.today)  # so that a mistake is marked where the user made it
    with opened(options.collection) as store:
        found = False
        for event in store.events(selected(among, options.today)):
            found = True
            when = interval_words(event.start, event.end, event.precision)
            print(f"{when}  {printable(event.title)}  {event.id}")
            for conflict in event.conflicts:
                for line in conflict_lines(conflict):
                    print(f"    {line}")
        if not found:
            say("dateline: no conflicts found.")
            return NOTHING_FOUND
    return DONE
