"""One event with all that is known of it: every passage, claim and citation, and why it has its date."""

from __future__ import annotations

import argparse

from data.citation import cite_document, in_quotes
from data.commands import DONE, NOTHING_FOUND
from data.commands._arguments import add_collection
from data.commands._collection import opened, say
from data.marks import told
from data.model import Conflict, Event, Expression
from data.printable import printable
from data.store.protocol import ReadingStore
from data.words import counted, event_words

HELP = "one event with every passage, claim and citation"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("event", metavar="EVENT", help="an event's id, as find and export give it")
    add_collection(parser)


def run(options: argparse.Namespace) -> int:
    """Print the event; exit code 1 if there is none of that id."""
    with opened(options.collection) as store:
        event = store.event(options.event)
        if event is None:
            say(f"dateline: there is no event {options.event}. Find its id with: dateline find QUERY")
            return NOTHING_FOUND
        for line in lines(store, event):
            print(line)
    return DONE


def lines(store: ReadingStore, event: Event) -> list[str]:
    """The event as lines of text."""
    publishers = counted(event.publishers, "independent publisher")
    facts = [
        ("date", f"{event_words(event)} ({event.basis})"),
        ("edtf", event.edtf or ""),
        ("what", f"{event.kind}, {event.modality}"),
        ("who", ", ".join(event.who)),
        ("where", ", ".join(event.where)),
        ("sources", f"{publishers}, {counted(len(event.passages), 'passage')}"),
        ("part of", event.part_of or ""),
        ("status", event.verification or ""),
        ("tags", ", ".join(event.tags)),
        ("note", event.note or ""),
        ("hidden", "yes" if event.hidden else ""),
        ("id", event.id),
    ]
    shown = [printable(event.title), ""]
    shown += [f"{name:<8} {printable(value)}" for name, value in facts if value]
    shown += [f"{'why':<8} {printable(reason)}" for reason in event.reasons]
    shown += [f"{'marked':<8} {printable(told(mark))}" for mark in store.marks(event.id)]
    for conflict in event.conflicts:
        shown += ["", *conflict_lines(conflict)]
    if event.by is not None or event.citation is not None:
        shown += ["", f"[by hand] {printable(event.citation or 'without a source')}"]
    for number, passage in enumerate(event.passages, start=1):
        document = store.document(passage.document)
        source = "unknown source" if document is None else cite_document(document, passage)
        shown += ["", f"[{number}] {source}", f"    {in_quotes(' '.join(printable(passage.text).split()))}"]
        if document is not None:
            shown.append(f"    {printable(document.path)}, document {printable(document.id)}")
            shown += [
                f"    links to {printable(address)}"
                for address in document.addresses_in(passage.start_char, passage.end_char)
            ]
        if passage.expression is not None:
            shown.append(f"    {printable(dated_by(passage.expression))}")
    return shown


def dated_by(expression: Expression) -> str:
    """Why a passage has its date: the phrase, its value, the rule, and what it was counted from."""
    anchor = expression.anchor
    said = f"dated by “{' '.join(expression.text.split())}” = {expression.value} (rule {expression.rule})"
    if anchor.kind == "explicit":
        return said
    return f"{said}, counted from the {anchor.kind} {anchor.value or ''}: {anchor.reason or 'no reason kept'}"


def conflict_lines(conflict: Conflict) -> list[str]:
    """A conflict as lines of text: what it is about, then each claim with the numbers of its passages."""
    claims = []
    for claim in conflict.claims:
        numbers = ", ".join(str(index + 1) for index in claim.passages)
        passages = "passage" if len(claim.passages) == 1 else "passages"
        claims.append(f"    {printable(claim.value)}: {passages} {numbers}")
    return [f"{conflict.about}: {heading(conflict)}", *claims]


def heading(conflict: Conflict) -> str:
    """Whether a conflict's claims exclude each other or only differ, in words."""
    if conflict.severity == "apparent":
        return "claims that differ, but need not contradict each other"
    return f"claims that cannot {'both' if len(conflict.claims) == 2 else 'all'} be right"
