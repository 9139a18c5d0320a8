"""What became of each file of a collection: read, failed, gone since, or left out of a folder, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.store.protocol import FileRecord, Store


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file, or a folder of which something was left out; ``documents`` counts what is in from it."""

    record: FileRecord
    documents: int

    @property
    def words(self) -> str:
        """The state in words: "read, 3 documents"."""
        count = f"{self.documents:,} document{'' if self.documents == 1 else 's'}"
        match self.record.state:
            case "read":
                return f"read, {count}"
            case "failed":
                return "not read"
            case "missing":
                return f"gone since, {count} kept"
            case "folder":
                return "not all of it was read"


def file_reports(store: Store) -> list[FileReport]:
    """Every file of a collection by its path; a folder is there only if something of it was left out."""
    counts = Counter(location for location, _ in store.owners().values())
    records = sorted(store.files().values(), key=lambda record: record.path)
    return [
        FileReport(record, counts[record.location])
        for record in records
        if record.state != "folder" or record.troubles
    ]
