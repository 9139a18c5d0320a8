"""What the sources disagree about: events with claims that cannot all be right."""

from __future__ import annotations

import argparse

from data.commands import DONE, NOTHING_FOUND
from data.commands._arguments import add_collection, add_today
from data.commands._collection import opened, say, searched, selected
from data.commands.find import quoted
from data.commands.show import heading
from data.model import Claim, Conflict, Event
from data.printable import printable
from data.store.protocol import ReadingStore
from data.words import event_words

# Sources shown of a claim; the others are counted.
_SHOWN = 2

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
            when = event_words(event)
            print(f"{when}  {printable(event.title)}  {event.id}")
            for conflict in event.conflicts:
                print(f"    {conflict.about}: {heading(conflict)}")
                for claim in conflict.claims:
                    print(f"        {printable(claim.value)}")
                    for line in _sources(store, event, conflict, claim):
                        print(f"            {line}")
        if not found:
            say(f"dateline: no conflicts found in {searched(options.collection, store)}.")
            return NOTHING_FOUND
    return DONE


def _sources(store: ReadingStore, event: Event, conflict: Conflict, claim: Claim) -> list[str]:
    """Who makes a claim and in which words, the words that make it among them."""
    shown = []
    for index in claim.passages[:_SHOWN]:
        passage = event.passages[index]
        words = claim.value.strip("“”")
        if conflict.about == "date" and passage.expression is not None:
            words = passage.expression.text
        shown.append(quoted(store, passage, words))
    left = len(claim.passages) - _SHOWN
    return [*shown, f"+ {left} more: dateline show {event.id}"] if left > 0 else shown
