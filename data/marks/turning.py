"""Taking marks back and putting them in force again, and uniting the marks of two copies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.model import Mark, MarkedPassage


def told_time(at: datetime) -> str:
    """An instant in UTC, as marks tell it."""
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")


_ONE_HOLDS = ("verification", "note", "title", "date", "published")
"""The kinds of marks of which the latest on a passage holds."""


def turned(mark: Mark, by: str, at: str) -> Mark:
    """The mark taken back or, if it was, in force again.

    Never earlier than the turn before it, though a clock may have been set back.
    """
    last = mark.turned_at or mark.at
    return replace(mark, undone=not mark.undone, turned_at=max(at, last), turned_by=by)


def said_after(mark: Mark, others: Iterable[Mark]) -> Mark:
    """The mark, later than others on the same passages, or on names, though a clock may have been set back.

    Else what is said last would not hold.
    """
    latest = max((other.at for other in others if _are_on_one(mark, other)), default="")
    if mark.at > latest:
        return mark
    try:
        then = datetime.fromisoformat(latest).astimezone(UTC)
        # Times of other copies may be written without fractions, and those sort behind.
        steps = (told_time(then + step) for step in (timedelta(microseconds=1), timedelta(seconds=1)))
        return replace(mark, at=next((at for at in steps if at > latest), mark.at))
    except (ValueError, OverflowError):  # no time that can be told
        return mark


def _are_on_one(mark: Mark, other: Mark) -> bool:
    """Whether two marks are on a passage, on a document, or on none, together."""
    if not (mark.passages and other.passages):
        return not (mark.passages or other.passages)
    return any(
        one.document == two.document and _overlap(one, two) for one in mark.passages for two in other.passages
    )


def _overlap(one: MarkedPassage, two: MarkedPassage) -> bool:
    """Whether passages of one document have something in common; what has no text is the whole."""
    if not (one.text and two.text):
        return not (one.text or two.text)
    return one.start_char < two.end_char and two.start_char < one.end_char


def united(ours: Mark, theirs: Mark) -> Mark:
    """One mark of two copies: the later turn holds, of two at one instant the one that takes it back.

    It does not matter which copy asks.
    """
    return max(ours, theirs, key=lambda mark: (mark.turned_at or "", mark.undone, mark.turned_by or ""))


def contested(ours: Iterable[Mark], theirs: Iterable[Mark]) -> list[tuple[Mark, Mark]]:
    """Of two copies the marks in force that give one passage other values: of each the latest, in pairs."""
    held, come = _latest(ours), _latest(theirs)
    pairs = [(held[place], mark) for place, mark in come.items() if place in held]
    return list(
        {(one.id, other.id): (one, other) for one, other in pairs if one.value != other.value}.values()
    )


def _latest(marks: Iterable[Mark]) -> dict[tuple[str, str, int, int], Mark]:
    """By kind and passage the mark that holds, of the kinds of which one does."""
    return {
        (mark.kind, passage.document, passage.start_char, passage.end_char): mark
        for mark in sorted(marks, key=lambda mark: (mark.at, mark.id))
        if mark.kind in _ONE_HOLDS and not mark.undone
        for passage in mark.passages
    }
