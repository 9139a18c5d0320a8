"""What a store is given and answers beside the timeline: files, documents, names, views, marks taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from data.model import Mark, Published, Trouble

FacetField = Literal["who", "where", "publisher", "document", "modality", "verification", "tag"]
FileState = Literal["read", "failed", "missing", "folder"]


class FileRecord(NamedTuple):
    """A file of a collection as it was when it was read.

    Attributes:
        path: as the user named it; ``-`` for standard input.
        location: its absolute path, by which it is known however it is named; ``-`` for standard input.
        size: bytes.
        modified: modification time in nanoseconds since 1970.
        sha256: hexadecimal digest of the bytes.
        state: "read", "failed" (nothing of it is in but what was read before it changed), "missing" (read
            once, vanished since), or "folder" (no file: its troubles tell what was left out of it).
        settings: what the user gave for reading it (publication date, language), for comparison;
            with more before it where the next build is to read it again.
        troubles: what was wrong, whether or not the rest could be read.
    """

    path: str
    location: str
    size: int
    modified: int
    sha256: str
    state: FileState = "read"
    settings: str = ""
    troubles: tuple[Trouble, ...] = ()


class DatingRow(NamedTuple):
    """A document, and its publication date as worked out since it was read; None if it was not."""

    id: str
    path: str
    kind: str
    published: Published | None


class DocumentRow(NamedTuple):
    """A line of the list of documents; ``length`` counts characters, ``passages`` those in events."""

    id: str
    path: str
    line: int | None
    kind: str
    title: str | None
    publisher: str | None
    byline: str | None
    published: Published
    length: int
    passages: int
    language: str | None = None


class Facets(NamedTuple):
    """Values of a field with the number of a selection's events that have them, the most frequent first.

    Where a selection is too large to be counted in time, the counts are estimated from a part of it, and
    ``exact`` is False.
    """

    counts: tuple[tuple[str, int], ...]
    exact: bool = True


class NameCount(NamedTuple):
    """A name that events have, and how many of them."""

    name: str
    events: int


class View(NamedTuple):
    """A query that the user has named."""

    name: str
    query: str


class TakenMarks(NamedTuple):
    """What came of the marks of another copy.

    Attributes:
        new: marks that were not known.
        turned: marks known here that were undone or redone there later than here.
        known: marks that bring nothing new.
        contested: pairs of marks, ours and theirs, of which the later one holds: they give one event or name
            different values.
    """

    new: int = 0
    turned: int = 0
    known: int = 0
    contested: tuple[tuple[Mark, Mark], ...] = ()
