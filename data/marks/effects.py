"""What marks do to events: the event as documents tell it and its marks in, the event as it is shown out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from data import edtf
from data.marks.kinds import KINDS, signed
from data.marks.placing import holds

if TYPE_CHECKING:
    from data.model import Event, Mark, MarkedPassage, Verification

BY_HAND_IMPORTANCE = 0.5
"""Of an event added by hand: in the middle, since no document weighs it."""


class Effects:
    """Marks in force, already placed, ready to be applied to one event after the other.

    A mark is on the event that holds the first of its passages.
    """

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.added: list[Event] = []
        self._by_document: dict[str, list[tuple[MarkedPassage, Mark]]] = defaultdict(list)
        for mark in sorted(marks, key=order):
            if mark.kind == "event":
                self.added.append(added_event(mark))
            elif mark.passages and not KINDS[mark.kind].remakes:
                self._by_document[mark.passages[0].document].append((mark.passages[0], mark))

    def on(self, event: Event) -> list[Mark]:
        """The marks on an event, in order of time."""
        if event.by is not None:
            return [mark for _, mark in self._by_document.get(event.id, ())]
        found = {
            mark.id: mark
            for passage in event.passages
            for wanted, mark in self._by_document.get(passage.document, ())
            if holds(passage, wanted)
        }
        return sorted(found.values(), key=order)

    def applied(self, events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
        """Each event as it is shown and as it was made, those added by hand among them, last."""
        for made in events:
            marks = self.on(made) if self._by_document else ()
            yield marked(made, marks) if marks else made, made
        for made in self.added:
            yield marked(made, self.on(made)), made


def order(mark: Mark) -> tuple[str, str]:
    """Marks in the order in which they were made, the same in every copy."""
    return mark.at, mark.id


def marked(made: Event, marks: Sequence[Mark]) -> Event:
    """An event with its marks applied in order: the later of two that say different things holds."""
    event = made
    for mark in marks:
        event = _applied(event, made, mark)
    if any(mark.kind in ("tag", "untag") for mark in marks):
        event = replace(event, tags=_tags(made, marks))
    if event.title != made.title:
        event = _with_reason(event, "title given", marks, "title")
    if (event.edtf, event.basis, event.clock) != (made.edtf, made.basis, made.clock):
        event = _with_reason(event, "date given", marks, "date")
    return event


def _tags(made: Event, marks: Sequence[Mark]) -> tuple[str, ...]:
    """The tags that marks leave an event, all at once: it may have very many."""
    tags = dict.fromkeys(made.tags)
    for mark in marks:
        if mark.kind == "tag":
            tags.setdefault(mark.value)
        elif mark.kind == "untag":
            tags.pop(mark.value, None)
    return tuple(tags)


def added_event(mark: Mark) -> Event:
    """The event of a mark that adds one by hand, its passages as placed."""
    from data.model import Event, Passage

    facts = json.loads(mark.value)
    date, clock = edtf.parted(facts["date"]) if facts.get("date") else (None, None)
    start, end, precision = edtf.parse(date) if date else (None, None, None)
    return Event(
        id=mark.id,
        title=facts["title"],
        start=start,
        end=end,
        edtf=date,
        precision=precision,
        basis="stated",
        passages=tuple(
            Passage(document=one.document, start_char=one.start_char, end_char=one.end_char, text=one.text)
            for one in mark.passages
        ),
        kind=facts.get("kind", "event"),
        modality=facts.get("modality", "happened"),
        who=tuple(facts.get("who", ())),
        where=tuple(facts.get("where", ())),
        importance=BY_HAND_IMPORTANCE,
        publishers=1,
        reasons=(f"added {signed(mark.by, mark.at)}",),
        verification=facts.get("verification"),
        tags=tuple(facts.get("tags", ())),
        note=facts.get("note"),
        by=mark.by,
        citation=facts.get("citation"),
        clock=clock,
    )


def _applied(event: Event, made: Event, mark: Mark) -> Event:
    value = mark.value
    match mark.kind:
        case "verification":
            return replace(event, verification=cast("Verification", value) if value else made.verification)
        case "note":
            return replace(event, note=value or made.note)
        case "title":
            return replace(event, title=value or made.title)
        case "date" if value:
            date, clock = edtf.parted(value)
            start, end, precision = edtf.parse(date)
            if clock is None and precision == "day" and edtf.with_time(date, made.clock) == date:
                clock = made.clock  # a part of the day cannot be said beside a date, so it is not denied
            return replace(
                event, start=start, end=end, precision=precision, edtf=date, basis="stated", clock=clock
            )
        case "date":
            return replace(
                event,
                start=made.start,
                end=made.end,
                precision=made.precision,
                edtf=made.edtf,
                basis=made.basis,
                clock=made.clock,
            )
        case "source":
            known = [] if event.citation is None else [event.citation]
            return replace(event, citation="; ".join([*known, value]))
        case "hide" | "show":
            return replace(event, hidden=mark.kind == "hide")
    return event


def _with_reason(event: Event, what: str, marks: Sequence[Mark], kind: str) -> Event:
    last = [mark for mark in marks if mark.kind == kind][-1]
    return replace(event, reasons=(*event.reasons, f"{what} {signed(last.by, last.at)}"))
