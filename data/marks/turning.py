"""Taking marks back and putting them in force again, and uniting the marks of two copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.model import Mark


def turned(mark: Mark, by: str, at: str) -> Mark:
    """The mark taken back or, if it was, in force again.

    Never earlier than the turn before it, though a clock may have been set back.
    """
    last = mark.turned_at or mark.at
    return replace(mark, undone=not mark.undone, turned_at=max(at, last), turned_by=by)


def united(ours: Mark, theirs: Mark) -> Mark:
    """One mark of two copies: the later turn holds, of two at one instant the one that takes it back.

    It does not matter which copy asks.
    """
    return max(ours, theirs, key=lambda mark: (mark.turned_at or "", mark.undone, mark.turned_by or ""))


def contest(ours: Mapping[str, Mark], new: Mark) -> Mark | None:
    """The mark in force here that gives the same passage another value of the same kind, if there is one."""
    if new.undone or new.kind not in ("verification", "note", "title", "date", "published"):
        return None
    places = _places(new)
    found = [
        mark
        for mark in ours.values()
        if mark.kind == new.kind and not mark.undone and mark.value != new.value and places & _places(mark)
    ]
    return max(found, key=lambda mark: (mark.at, mark.id), default=None)


def _places(mark: Mark) -> set[tuple[str, int, int]]:
    return {(one.document, one.start_char, one.end_char) for one in mark.passages}
