"""A quick look-up: the events that a query finds, with cited passages, and no screen."""

from __future__ import annotations

import argparse

from data import export
from data.citation import cite_document, in_quotes
from data.commands import DONE, NOTHING_FOUND
from data.commands._arguments import add_collection, add_today, positive
from data.commands._collection import opened, say, searched, selected, timeline
from data.commands._output import standard
from data.model import Event, Passage
from data.printable import printable
from data.query import advice
from data.store.protocol import ReadingStore
from data.store.records import Selection
from data.words import counted, event_words

HELP = "quick look-up: cited lines on standard output"
_SHOWN_PASSAGES = 3
_QUOTE_LENGTH = 160
_COUNTED = 10_000  # events that are counted to say how many there are: of a million most take half a second


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "query", metavar="QUERY", help='such as "Vladivostok", "who:modi after:2021", "on:2022-09"'
    )
    parser.add_argument("--limit", metavar="N", type=positive, help="at most N events (default: all)")
    parser.add_argument(
        "--format", choices=("table", "json", "csv", "md"), default="table", help="default: table"
    )
    add_collection(parser)
    add_today(parser)


def run(options: argparse.Namespace) -> int:
    """Print what the query finds; exit code 1 if that is nothing."""
    selection = selected(options.query, options.today)
    with opened(options.collection) as store:
        if not store.count(selection, 0):
            where = searched(options.collection, store)
            hint = advice(options.query) or "Try fewer words, or see: dateline documents"
            say(f"dateline: nothing found in {where}. {hint}")
            return NOTHING_FOUND
        found = timeline(store, selection, options.limit)
        if options.format == "table":
            for event in found.events():
                print(table_entry(store, event))
        else:
            export.write(options.format, found, standard())
        if options.limit is not None:
            _say_left(store, selection, options.limit)
    return DONE


def _say_left(store: ReadingStore, selection: Selection, limit: int) -> None:
    """Tell that there are more events than were printed, and how many, if these are soon found."""
    most = max(limit, _COUNTED)
    total = store.count(selection, most)
    if total > most:
        say(f"{limit} of more than {most:,} events; all of them without --limit")
    elif total > limit:
        say(f"{limit} of {total} events; more with --limit {total}")


def table_entry(store: ReadingStore, event: Event) -> str:
    """An event in a few lines: date, title, publishers, id; then its first passages with their citations."""
    when = event_words(event)
    remarks = [
        counted(event.publishers, "publisher"),
        *([] if event.modality == "happened" else [event.modality]),
    ]
    if event.basis == "inferred" and event.edtf is not None:
        remarks.append("date inferred")
    if event.conflicts:
        remarks.append(f"{len(event.conflicts)} in conflict")
    lines = [f"{when}  {printable(event.title)}  ({', '.join(remarks)})  {event.id}"]
    lines += [f"    {quoted(store, passage)}" for passage in event.passages[:_SHOWN_PASSAGES]]
    if event.by is not None:
        lines.append(f"    added by {printable(event.by)}: {printable(event.citation or 'without a source')}")
    elif event.citation is not None:
        lines.append(f"    by hand: {printable(event.citation)}")
    left = len(event.passages) - _SHOWN_PASSAGES
    if left > 0:
        lines.append(f"    + {left} more: dateline show {event.id}")
    return "\n".join(lines)


def quoted(store: ReadingStore, passage: Passage, showing: str = "") -> str:
    """A passage's citation and as much of its words as a line takes, those to be shown among them."""
    document = store.document(passage.document)
    source = "unknown source" if document is None else cite_document(document, passage)
    quote = " ".join(printable(passage.text).split())
    end = quote.lower().find(showing.lower()) + len(showing)
    if end > _QUOTE_LENGTH:
        quote = "…" + quote[end - _QUOTE_LENGTH // 2 :].partition(" ")[2]
    if len(quote) > _QUOTE_LENGTH:
        quote = quote[: _QUOTE_LENGTH - 1].rsplit(" ", 1)[0] + "…"
    return f"{source}: {in_quotes(quote)}"
