"""What a collection knows of files: which did not change, which are gone, and whose a document is."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path

from data.model import TELLING, Trouble
from data.reading import FoundFile, left_out
from data.reading.files import STANDARD_INPUT
from data.store.document_rows import DocumentRows
from data.store.lists import FileRecord, FileState
from data.store.protocol import Store
from data.workers import WorkedOut

KEPT = "Its documents are kept; take them out with: dateline documents --remove ID"
_ELSEWHERE = "Nothing is lost: what was taken from it is in other files."


class OwnDocuments(Collection[DocumentRows]):
    """The documents of a file that are its own, as they are to be written; they lie where the file's do.

    Args:
        documents: all of the file, in order.
        others: the places among them of those that are not its own.
    """

    def __init__(self, documents: Collection[WorkedOut], others: Collection[int]) -> None:
        self._documents = documents
        self._others = others

    def __len__(self) -> int:
        return len(self._documents) - len(self._others)

    def __iter__(self) -> Iterator[DocumentRows]:
        return (one.rows for place, one in enumerate(self._documents) if place not in self._others)

    def __contains__(self, one: object) -> bool:
        return any(one == other for other in self)


class KnownFiles:
    """The files of a collection, as they are known when a build begins and while it goes on.

    Args:
        store: the collection.
        settings: what the reading of a file depends on beside its bytes; with others it is read again.
        verify: whether unchanged files are told by their bytes instead of size and modification time.
    """

    def __init__(self, store: Store, settings: str, *, verify: bool) -> None:
        self._store = store
        self._settings = settings
        self._verify = verify
        self._location = cache(location_of)  # asked several times of each file
        self._known = store.files()
        self._before = store.owners()
        self._holding = {location for location, _ in self._before.values()}
        self._taken: dict[str, tuple[str, str]] = {}
        self._left_out = store.left_out()
        self._doubles = {record.location: _doubles(record.troubles) for record in self._known.values()}
        self._let_go: set[str] = set()
        self._gone: list[FileRecord] = []

    def is_unchanged(self, file: FoundFile) -> bool:
        """Whether a file was read with these settings before, is as it was, and nothing of it is missed.

        Nor may another try give what was lost of it.
        """
        record = self._known.get(self._location(file.path))
        if record is None or file.path == STANDARD_INPUT:
            return False
        if record.state == "missing" or record.settings != self._settings or self.is_missed(file):
            return False
        if any(trouble.again for trouble in record.troubles):
            return False
        if (record.size, record.modified) == (file.size, file.modified) and not self._verify:
            return True
        return self._verify and record.sha256 == _digest(file.path)

    def is_missed(self, file: FoundFile) -> bool:
        """Whether a file has a document that was taken from another file, which has it no more."""
        return any(
            document not in self._left_out and self._owner(document) is None
            for document in self._doubles.get(self._location(file.path), ())
        )

    def has_documents(self, file: FoundFile) -> bool:
        """Whether documents of a file were in the collection when the build began."""
        return self._location(file.path) in self._holding

    def own(self, file: FoundFile, documents: Collection[WorkedOut]) -> tuple[OwnDocuments, list[Trouble]]:
        """The documents that are this file's, but those the user has removed.

        One that another file has brought is not taken twice; one whose file is gone is this one's now.
        """
        others: set[int] = set()
        troubles = []
        here = self._location(file.path)
        for place, one in enumerate(documents):
            document = one.rows
            if document.id in self._left_out:
                others.add(place)
                continue
            location, sha256 = self._owner(document.id) or (here, document.sha256)
            if location == here:
                self._taken[document.id] = (here, document.sha256)
                continue
            others.add(place)
            reason, hint = f"the same text is in {_from_here(location)}", "It counts once."
            other = sha256 != document.sha256
            if other:
                reason = f"the id {document.id!r} belongs to another text in {_from_here(location)}"
                hint = "Give it an id of its own."
            if other or document.kind in TELLING:
                troubles.append(
                    Trouble(file.path, document.line, reason, hint, lost=other, document=document.id)
                )
        self._let_go.add(here)
        self._doubles[here] = _doubles(troubles)
        return OwnDocuments(documents, others), troubles

    def _owner(self, document_id: str) -> tuple[str, str] | None:
        """The file that has a document by now, and the digest of its text; None if no file has."""
        taken = self._taken.get(document_id)
        if taken is not None:
            return taken
        before = self._before.get(document_id)
        return None if before is None or before[0] in self._let_go else before

    def note_left_out(self, paths: Sequence[str]) -> None:
        """Keep what was left out of each folder, for the report of files."""
        for path in paths:
            if path == STANDARD_INPUT or not os.path.isdir(path):  # noqa: PTH112 - no, where it cannot be asked
                continue
            told = left_out(path)
            location = self._location(path)
            troubles = () if told is None else (told,)
            known = self._known.get(location)
            if troubles != (() if known is None else known.troubles):
                record = FileRecord(
                    path=path, location=location, size=0, modified=0, sha256="", state="folder",
                    troubles=troubles,
                )  # fmt: skip
                self._store.note_file(record)

    def note_presence(self, files: Sequence[FoundFile]) -> None:
        """Mark the files of the collection that are gone, and those that are back."""
        present = {self._location(file.path) for file in files}
        gone = [
            record
            for record in self._known.values()
            if record.location not in present
            and record.location != STANDARD_INPUT
            and record.state in ("read", "failed")
            and not os.path.lexists(record.location)
        ]
        self._gone = [one for one in gone if one.state == "read" or one.location in self._holding]
        self._mark(self._gone, "missing")
        for record in gone:
            if record not in self._gone:  # what was wrong with it is not wrong any more
                self._known[record.location] = record._replace(state="missing", troubles=())
                self._store.note_file(self._known[record.location])
        missing = [record for record in self._known.values() if record.state == "missing"]
        self._mark([one for one in missing if one.location in present & self._holding], "read")
        self._let_go |= {record.location for record in missing if record.location not in present}

    def _mark(self, records: Sequence[FileRecord], state: FileState) -> None:
        if records:
            self._store.mark_files([record.location for record in records], state)
        self._known |= {record.location: record._replace(state=state) for record in records}

    def vanished(self) -> list[Trouble]:
        """What to say of the files that are gone since the last build, after the others were read."""
        kept = {location for name, (location, _) in self._before.items() if name not in self._taken}
        return [
            Trouble(record.path, None, "the file is gone", KEPT)
            if record.location in kept
            else Trouble(record.path, None, "the file is gone", _ELSEWHERE, lost=False)
            for record in self._gone
        ]


def location_of(path: str) -> str:
    """The absolute path by which a file is known, links followed; standard input is itself."""
    return path if path == STANDARD_INPUT else os.path.realpath(path)


def _doubles(troubles: Sequence[Trouble]) -> frozenset[str]:
    """The ids of the documents of a file that another one has brought."""
    return frozenset(trouble.document for trouble in troubles if trouble.document is not None)


def _from_here(location: str) -> str:
    """A file's path as the user may have named it: counted from the working folder if it lies there."""
    return location.removeprefix(f"{Path.cwd()}{os.sep}")


def _digest(path: str) -> str:
    """The digest of a file's bytes; that of none where they cannot be read, which reading it then tells."""
    import hashlib

    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
