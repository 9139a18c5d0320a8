"""Marks of the user on an open collection: each is kept and has its effect, if need be on all events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from data.building.remaking import refresh, remake
from data.marks import needs_remaking, on_document
from data.model import Mark
from data.store.lists import TakenMarks
from data.store.protocol import Store
from data.user import user_name


def judge(store: Store, mark: Mark) -> None:
    """Keep a mark and let it have its effect; raises InputError if it is none."""
    with _undisturbed(store, [mark]):
        store.mark(mark)
        _remade(store, [mark])


def take_over(store: Store, marks: Iterable[Mark]) -> TakenMarks:
    """Unite the marks of another copy with those of the collection."""
    theirs = list(marks)
    with _undisturbed(store, theirs):
        taken = store.take_marks(theirs)
        if taken.new or taken.turned:
            _remade(store, theirs)
    return taken


def leave_out(store: Store, documents: Sequence[str]) -> None:
    """Remove documents; no build brings them again until the user takes them in."""
    owners = store.owners()
    marks = []
    for document in documents:
        mark = on_document("remove", document)
        location, _ = owners.get(document, ("", ""))
        marks.append(replace(mark, passages=(replace(mark.passages[0], path=location),)))
    with store.building():
        store.remove_documents(*documents, marks=marks)
        refresh(store)


def complete(store: Store) -> int:
    """Take documents out that the user has removed and that are still there; how many there were."""
    removed = store.left_out()
    return store.remove_documents(*removed) if removed else 0


def take_in(store: Store, documents: Sequence[str]) -> list[str]:
    """Take the removal of documents back; those that were removed. The next build reads their files again.

    Where a colleague has removed one, it is not known which file it was in: all are read again.
    """
    marks = [
        mark
        for mark in store.marks()
        if mark.kind == "remove" and not mark.undone and mark.passages[0].document in documents
    ]
    for mark in marks:
        store.undo(mark.id, user_name())
    places = {mark.passages[0].path for mark in marks}
    store.forget_files(places if places <= store.files().keys() else store.files())
    return sorted({mark.passages[0].document for mark in marks})


def _undisturbed(store: Store, marks: Sequence[Mark]) -> AbstractContextManager[None]:
    """Where marks change what is built, nobody else builds until that is done."""
    return store.building() if needs_remaking(marks) else nullcontext()


def _remade(store: Store, marks: Sequence[Mark]) -> None:
    if any(mark.kind == "remove" for mark in marks) and complete(store):
        refresh(store)
    elif needs_remaking(marks):
        remake(store)
