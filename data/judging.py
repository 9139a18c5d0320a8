"""Marks of the user on an open collection: each is kept and has its effect, if need be on all events."""

from __future__ import annotations

from collections.abc import Iterable

from data.marks import KINDS, user_name
from data.model import Mark
from data.pipeline import remake
from data.store.protocol import Store, TakenMarks


def judge(store: Store, mark: Mark) -> None:
    """Keep a mark and let it have its effect; raises InputError if it is none."""
    store.mark(mark)
    _remade(store, [mark])


def take_back(store: Store, mark: Mark, *, by: str | None = None) -> bool:
    """Undo a mark; False if it is not in force."""
    done = store.undo(mark.id, by or user_name())
    if done:
        _remade(store, [mark])
    return done


def put_back(store: Store, mark: Mark, *, by: str | None = None) -> bool:
    """Redo a mark that was taken back; False if it was not."""
    done = store.redo(mark.id, by or user_name())
    if done:
        _remade(store, [mark])
    return done


def take_over(store: Store, marks: Iterable[Mark]) -> TakenMarks:
    """Unite the marks of another copy with those of the collection."""
    theirs = list(marks)
    taken = store.take_marks(theirs)
    if taken.new or taken.turned:
        _remade(store, theirs)
    return taken


def _remade(store: Store, marks: Iterable[Mark]) -> None:
    if any(KINDS[mark.kind].remakes for mark in marks):
        remake(store)
