"""Making marks: who, when, on which passages."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data.errors import InputError
from data.marks.kinds import KINDS, check
from data.marks.turning import told_time
from data.user import user_name
from data.words import event_words

if TYPE_CHECKING:
    from data.model import Event, Mark, MarkedPassage, MarkKind, Passage


def on_events(
    kind: MarkKind, events: Sequence[Event], value: str = "", *, by: str | None = None, at: str | None = None
) -> Mark:
    """A mark on an event; a merge is on all that are to be one.

    Raises InputError for a value that the kind does not take, and for events added by hand where the
    events would be made anew: no document tells them.
    """
    if KINDS[kind].remakes and any(event.by is not None for event in events):
        raise InputError(
            "Not possible", "no document tells an event added by hand", "It can be hidden or edited."
        )
    targets = [_targets(event) for event in events]
    if kind == "merge":
        value = json.dumps([len(passages) for passages in targets])
    return _mark(kind, [passage for passages in targets for passage in passages], value, by, at)


def merging(events: Sequence[Event], *, by: str | None = None) -> list[Mark]:
    """The marks by which several events become one.

    What documents tell of them is made one event. Those added by hand become sources of it, as told and with
    their dates, give it their tags, and what else the user said of them where nothing was said of it, and are
    hidden. If no document tells any, the first takes in the others.
    """
    told = [event for event in events if event.by is None]
    one = (told or events)[0]
    marks = [on_events("merge", told, by=by)] if len(told) > 1 else []
    tags, note, verification = list(one.tags), one.note, one.verification
    for event in events:
        if event.by is None or event is one:
            continue
        marks.append(on_events("source", [one], _as_source(event), by=by))
        for tag in event.tags:
            if tag not in tags:
                tags.append(tag)
                marks.append(on_events("tag", [one], tag, by=by))
        if event.note and not note:
            note = event.note
            marks.append(on_events("note", [one], note, by=by))
        if event.verification and not verification:
            verification = event.verification
            marks.append(on_events("verification", [one], verification, by=by))
        marks.append(on_events("hide", [event], by=by))
    return marks


def _as_source(event: Event) -> str:
    """An event added by hand as a source of another: its citation and what it tells, with the date."""
    told = f"“{event.title}”, {event_words(event)}"
    return f"{event.citation}: {told}" if event.citation else f"{event.by}: {told}"


def on_passages(
    kind: MarkKind,
    passages: Iterable[Passage] = (),
    value: str = "",
    *,
    by: str | None = None,
    at: str | None = None,
) -> Mark:
    """A mark on passages, or on none: a split of these from their event, names, an event added by hand."""
    return _mark(kind, [_marked(passage) for passage in passages], value, by, at)


def on_document(
    kind: MarkKind, document_id: str, value: str = "", *, by: str | None = None, at: str | None = None
) -> Mark:
    """A mark on a whole document: its publication date."""
    return _mark(kind, [_whole(document_id)], value, by, at)


def now() -> str:
    """This moment, as marks tell it."""
    return told_time(datetime.now(UTC))


def _mark(
    kind: MarkKind, passages: Sequence[MarkedPassage], value: str, by: str | None, at: str | None
) -> Mark:
    from data.model import Mark

    mark = Mark(
        id=uuid.uuid4().hex,
        at=at or now(),
        by=by or user_name(),
        kind=kind,
        passages=tuple(passages),
        value=value,
    )
    check(mark)
    return mark


def _targets(event: Event) -> list[MarkedPassage]:
    if event.by is not None:
        return [_whole(event.id)]
    return [_marked(passage) for passage in event.passages]


def _whole(name: str) -> MarkedPassage:
    from data.model import MarkedPassage

    return MarkedPassage(document=name, start_char=0, end_char=0, text="")


def _marked(passage: Passage) -> MarkedPassage:
    from data.model import MarkedPassage

    return MarkedPassage(
        document=passage.document, start_char=passage.start_char, end_char=passage.end_char, text=passage.text
    )
