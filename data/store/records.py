"""What a store is given and what it answers: files, lines of the timeline, selections, counts.

Events have a *position*, a number that grows along :func:`data.order.timeline_order`. There is room between
positions, so that an event which comes, goes or changes leaves most others where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from data.model import (
        EventBasis,
        EventKind,
        Mark,
        Modality,
        Precision,
        Published,
        Trouble,
        Verification,
    )

FacetField = Literal["who", "where", "publisher", "document", "modality", "verification"]
FileState = Literal["read", "failed", "missing", "folder"]


class FileRecord(NamedTuple):
    """A file of a collection as it was when it was read.

    Attributes:
        path: as the user named it; ``-`` for standard input.
        location: its absolute path, by which it is known however it is named; ``-`` for standard input.
        size: bytes.
        modified: modification time in nanoseconds since 1970.
        sha256: hexadecimal digest of the bytes.
        state: "read", "failed" (nothing of it is in), "missing" (read once, vanished since), or "folder"
            (no file: its troubles tell what was left out of it).
        settings: what the user gave for reading it (publication date, language), for comparison.
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
    published: Published
    length: int
    passages: int
    language: str | None = None


class EventRow(NamedTuple):
    """A line of the timeline, without its passages.

    ``is_new`` says that the last build which brought events brought it, unless that was the first build.
    """

    position: int
    id: str
    title: str
    start: int | None
    end: int | None
    edtf: str | None
    precision: Precision | None
    basis: EventBasis
    kind: EventKind
    modality: Modality
    importance: float
    publishers: int
    passages: int
    conflicts: int
    verification: Verification | None
    main: bool = False
    hidden: bool = False
    is_new: bool = False


class Condition(NamedTuple):
    """A condition on events (alias ``e``) in SQL with its parameters; empty it is always true."""

    sql: str = ""
    parameters: tuple[object, ...] = ()


class Selection(NamedTuple):
    """A query compiled for the engines: a condition on events (alias ``e``) with its parameters.

    ``match`` is the part of it that the engine's full-text search answers; both must hold. Without
    either everything is selected. ``text`` is the query as the user wrote it. In SQL, ?1 and ?2 are the first
    and last position asked for; the parameters follow them. ``postgres`` says the same to a server; None
    where the condition is one that every engine understands.

    ``shown`` keeps to the events of the default view, and ``hidden`` lets those in that the user has hidden.
    None of its events begins before the day ``since``, so that the search need not look there.
    """

    condition: str = ""
    parameters: tuple[object, ...] = ()
    text: str = ""
    match: str = ""
    shown: bool = False
    hidden: bool = False
    postgres: Condition | None = None
    since: int | None = None

    @property
    def is_plain(self) -> bool:
        """Whether no condition has to be tried: everything, or all of the default view."""
        return not (self.condition or self.match)

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out but what the user has hidden."""
        return self.is_plain and not self.shown


class PeriodCount(NamedTuple):
    """How many events begin in a period: a year ("year") or month ("month") by its first day."""

    start: int
    events: int
    conflicts: int


class Totals(NamedTuple):
    """Size of a collection; ``first`` and ``last`` are the days of its earliest and latest event."""

    documents: int
    events: int
    first: int | None
    last: int | None


class Facets(NamedTuple):
    """Values of a field with the number of a selection's events that have them, the most frequent first.

    Where a selection is too large to be counted in time, the counts are estimated from a part of it, and
    ``exact`` is False.
    """

    counts: tuple[tuple[str, int], ...]
    exact: bool = True


class NameCount(NamedTuple):
    """A name of a person or organisation ("who"), a place ("where") or a publisher, and its events."""

    name: str
    field: FacetField
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
