"""Why an event has its date, in words: phrase, rule, anchor, interval, and the document's own date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from data import edtf
from data.citation import cite_document, in_quotes, name_of
from data.clock import clock_words
from data.words import event_words, expression_days, interval_words, published_words
from tui.text.shown import Paragraph, shown

if TYPE_CHECKING:
    from data.building.moves import Move
    from data.model import Document, Event, Expression, Passage, Published

ANCHORS = {
    "explicit": "as written",
    "published": "counted from the publication date",
    "expression": "counted from an earlier date in the text",
    "event": "counted from an event",
    "quotation": "counted from the day of the quotation",
}
"""What an expression was resolved against, by the kind of its anchor."""

_BASES = {"stated": ", stated in the document", "given": ", given by the user"}
"""Where a publication date is from, unless its own words say so."""
_NAMES = 10


def why_text(event: Event, passage: Passage, document: Document | None) -> list[Paragraph]:
    """The event with its date, then the passage's expression, then the document's own date."""
    when = event_words(event)
    text: list[Paragraph] = [
        ("", ((when, "date"), (f"  {shown(event.title)}", "strong"))),
        _fact("known to", f"{event.precision or 'no day'}, {event.basis}"),
        *(_fact("because", reason) for reason in event.reasons),
        ("", ()),
    ]
    if document is not None:
        text.append(("", ((cite_document(document, passage), "heading"),)))
    text.append(("", ((in_quotes(shown(passage.text)), "text"),)))
    text.append(("", ()))
    if passage.expression is None:
        text.append(_fact("phrase", "none: the passage takes the day that its document is about"))
    else:
        text += expression_text(passage.expression)
    if passage.clock is not None:
        text.append(_fact("time", f"{clock_words(passage.clock)}, as this passage tells it"))
    if document is not None:
        text += [("", ()), *_published(document.published)]
    return text


def expression_text(said: Expression) -> list[Paragraph]:
    """A phrase, what it says, what it was counted from and why, and the other ways to read it."""
    days = "no days of its own"
    if said.start is not None or said.end is not None:
        days = expression_days(said)
    told = (("mod", said.mod), ("quant", said.quant), ("freq", said.freq))
    extras = "".join(f", {name} {value}" for name, value in told if value)
    anchor = ANCHORS[said.anchor.kind]
    if said.anchor.value is not None and said.anchor.kind != "explicit":
        anchor += f", {_anchor_words(said.anchor.value)}"
    facts = [
        _fact("phrase", f"“{said.text}”"),
        _fact("means", days),
        _fact("TIMEX3", f"{said.type} {said.value}{extras}"),
        _fact("anchor", anchor),
    ]
    if said.anchor.reason:
        facts.append(_fact("why", _reason(said)))
    facts.append(_fact("rule", said.rule))
    return facts + [_fact("or else", interval_words(start, end)) for start, end in said.readings]


def reason_words(said: Expression) -> str:
    """Why an expression has its date, in a line: the words, what they were counted from, the days."""
    told = f"“{shown(said.text)}”, {shown(_reason(said) or ANCHORS[said.anchor.kind])}"
    return told if said.start is None and said.end is None else f"{told}: {expression_days(said)}"


def _reason(said: Expression) -> str:
    """Why an expression has its date, the day it was counted from in words."""
    reason, value = said.anchor.reason or "", said.anchor.value
    return reason.replace(value, _anchor_words(value)) if value else reason


def _anchor_words(value: str) -> str:
    """The day or interval of an anchor in words; what is none as it stands ("XXXX-WXX-1")."""
    try:
        read = edtf.parse(value)
    except ValueError:
        return value
    return interval_words(read.start, read.end, read.precision)


def expression_words(said: Expression) -> str:
    """The same in one line: "Monday" is 8 July 2024, counted from the publication date."""
    words = shown(said.text)
    if said.start is None and said.end is None:
        return f"“{words}” is {said.type} {said.value}, no days of its own"
    days = expression_days(said)
    return f"“{words}” is {days}, {ANCHORS[said.anchor.kind]}"


def document_text(document: Document) -> list[Paragraph]:
    """A document with its publication date, and what that rests on."""
    source = name_of(document)
    title = shown(document.title or "")
    heading: Paragraph = ("", ((source, "heading"), ("" if title == source else f"  {title}", "strong")))
    return [heading, _fact("file", document.path), *_published(document.published)]


def moves_text(moved: Sequence[Move]) -> list[Paragraph]:
    """What moves with a document's date: a heading a document, then a line for everything that moves."""
    if not moved:
        return [("", (("Nothing moves.", "text"),))]
    text: list[Paragraph] = [("", ((f"{len(moved):,} dates move:", "strong"),))]
    document = ""
    for move in moved:
        if move.document != document:
            document = move.document
            text += [("", ()), ("", ((shown(move.title or document), "heading"),))]
        what = {"published": "published", "passage": "no phrase"}.get(move.kind, f"“{shown(move.said)}”")
        days = f"{move.before_words} -> {move.after_words}"
        told = "" if move.kind == "published" else f"  {shown(move.tells)}"
        text.append(("    ", ((f"  {what}: ", "faint"), (days, "date"), (told, "text"))))
    return text


def _published(published: Published) -> list[Paragraph]:
    facts = [_fact("document", published_words(published) + _BASES.get(published.basis, ""))]
    if published.evidence:
        facts.append(_fact("evidence", published.evidence))
    return facts


def _fact(name: str, said: str) -> Paragraph:
    return " " * (_NAMES + 1), ((f"{name:<{_NAMES}}", "faint"), (shown(said), "text"))
