"""What a collection knows of files: which did not change, which are gone, and whose a document is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from data.model import Trouble
from data.reading import FoundFile, left_out
from data.reading.files import STANDARD_INPUT
from data.store.lists import FileRecord
from data.store.protocol import Store
from data.workers import WorkedOut


class KnownFiles:
    """The files of a collection, as they are known when a build begins.

    Args:
        store: the collection.
        settings: what the reading of a file depends on beside its bytes; with others it is read again.
        verify: whether unchanged files are told by their bytes instead of size and modification time.
    """

    def __init__(self, store: Store, settings: str, *, verify: bool) -> None:
        self._store = store
        self._settings = settings
        self._verify = verify
        self._known = store.files()
        self._owners = store.owners()
        self._left_out = store.left_out()

    def is_unchanged(self, file: FoundFile) -> bool:
        """Whether a file was read with these settings before, and is as it was."""
        record = self._known.get(location_of(file.path))
        if record is None or file.path == STANDARD_INPUT:
            return False
        if record.state == "missing" or record.settings != self._settings:
            return False
        if (record.size, record.modified) == (file.size, file.modified) and not self._verify:
            return True
        return self._verify and record.sha256 == _digest(file.path)

    def own(self, file: FoundFile, documents: Sequence[WorkedOut]) -> tuple[list[WorkedOut], list[Trouble]]:
        """The documents that are this file's, but those the user has removed.

        One that another file has brought is not taken twice.
        """
        own, troubles = [], []
        here = location_of(file.path)
        for one in documents:
            document = one.rows
            if document.id in self._left_out:
                continue
            location, sha256 = self._owners.setdefault(document.id, (here, document.sha256))
            if location == here:
                self._owners[document.id] = (here, document.sha256)
                own.append(one)
            elif sha256 != document.sha256:
                reason = f"the id {document.id!r} belongs to another text in {_from_here(location)}"
                troubles.append(Trouble(file.path, document.line, reason, "Give it an id of its own."))
            elif document.kind == "article":
                reason = f"the same text is in {_from_here(location)}"
                troubles.append(Trouble(file.path, document.line, reason, "It counts once.", lost=False))
        return own, troubles

    def note_left_out(self, paths: Sequence[str]) -> None:
        """Keep what was left out of each folder, for the report of files."""
        for path in paths:
            if path == STANDARD_INPUT or not os.path.isdir(path):  # noqa: PTH112 - no, where it cannot be asked
                continue
            told = left_out(path)
            location = location_of(path)
            troubles = () if told is None else (told,)
            known = self._known.get(location)
            if troubles != (() if known is None else known.troubles):
                record = FileRecord(
                    path=path, location=location, size=0, modified=0, sha256="", state="folder",
                    troubles=troubles,
                )  # fmt: skip
                self._store.replace_file(record, [])

    def note_vanished(self, files: Sequence[FoundFile]) -> list[Trouble]:
        """Mark the files of the collection that are gone, and say so once."""
        present = {location_of(file.path) for file in files}
        gone = [
            record
            for record in self._known.values()
            if record.location not in present
            and record.location != STANDARD_INPUT
            and record.state == "read"
            and not os.path.lexists(record.location)
        ]
        if gone:
            self._store.mark_files([record.location for record in gone], "missing")
        hint = "Its documents are kept; take them out with: dateline documents --remove ID"
        return [Trouble(record.path, None, "the file is gone", hint) for record in gone]


def location_of(path: str) -> str:
    """The absolute path by which a file is known, links followed; standard input is itself."""
    return path if path == STANDARD_INPUT else os.path.realpath(path)


def _from_here(location: str) -> str:
    """A file's path as the user may have named it: counted from the working folder if it lies there."""
    return location.removeprefix(f"{Path.cwd()}{os.sep}")


def _digest(path: str) -> str:
    import hashlib

    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
