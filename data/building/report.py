"""What became of each file: read, failed, gone since, left out of a folder; and what was guessed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.model import TELLING
from data.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import PublishedBasis, Trouble
    from data.store.lists import DocumentRow, FileRecord
    from data.store.protocol import ReadingStore

_KINDS = (("article", "document"), ("snippets", "search result"), ("error", "error page"))
_BASES: tuple[PublishedBasis, ...] = ("given", "stated", "inferred", "unknown")


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file, or a folder of which something was left out.

    Attributes:
        record: the file as it was read, with its troubles.
        documents: how many articles, mails and the like are in from it.
        words: its state in words: "read, 3 documents".
        guesses: what its documents do not say themselves: languages, publication dates.
    """

    record: FileRecord
    documents: int
    words: str
    guesses: tuple[str, ...] = ()


def file_reports(store: ReadingStore) -> list[FileReport]:
    """Every file of a collection by its path.

    A folder is there only if something of it was left out, one that is gone only if something of it is kept.
    """
    rows: dict[str, list[DocumentRow]] = defaultdict(list)
    owners = store.owners()
    for row in store.documents():
        rows[owners[row.id][0]].append(row)
    return [
        _report(record, rows[record.location])
        for record in sorted(store.files().values(), key=lambda record: record.path)
        if _is_worth_telling(record, rows[record.location])
    ]


def _is_worth_telling(record: FileRecord, rows: Sequence[DocumentRow]) -> bool:
    match record.state:
        case "folder":
            return bool(record.troubles)
        case "missing":
            return bool(rows)
        case _:
            return True


def place_in(record: FileRecord, trouble: Trouble) -> str:
    """Where in a file a trouble is: the member of an archive, the line; empty for the file as a whole."""
    member = trouble.path.partition("!/")[2]
    places = [member] if member else []
    if trouble.line is not None and record.state != "folder":
        places.append(f"line {trouble.line}")
    return ", ".join(places)


def _report(record: FileRecord, rows: Sequence[DocumentRow]) -> FileReport:
    kinds = Counter(row.kind for row in rows)
    return FileReport(record, kinds["article"], _words(record, kinds), tuple(_guesses(rows)))


def _words(record: FileRecord, kinds: Counter[str]) -> str:
    told = [counted(kinds[kind], name) for kind, name in _KINDS if kinds[kind] or kind == "article"]
    match record.state:
        case "read":
            return f"read, {', '.join(told)}"
        case "failed":
            return f"not read, {', '.join(told)} kept" if kinds else "not read"
        case "missing":
            return f"gone since, {', '.join(told)} kept"
        case "folder":
            return "not all of it was read"


def _guesses(rows: Sequence[DocumentRow]) -> list[str]:
    dated = [row for row in rows if row.kind in TELLING]
    languages = sorted({row.language or "" for row in dated} - {"en"})
    told = ", ".join(code or "none that is known, read as English" for code in languages)
    said = [f"languages: {told}"] if told else []
    bases = Counter(row.published.basis for row in dated)
    if bases["inferred"] or bases["unknown"]:
        counts = (f"{bases[basis]} {basis}" for basis in _BASES if bases[basis])
        said.append(f"publication dates: {', '.join(counts)}")
    return said
