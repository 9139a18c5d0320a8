"""What the user says of a timeline, on the passages that were there when it was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MarkKind = Literal[
    "verification", "tag", "untag", "note", "title", "date", "hide", "show",
    "source", "merge", "split", "join-names", "part-names", "event", "published", "remove",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPassage:
    """A passage that a mark is attached to, as it was when the user made the mark.

    By its text it is found again in a document that has changed; ``path`` is that of its file as it was
    named, since the new text of a file is a document of another id. A mark on a whole document, or on an
    event added by hand, has one without a text, whose ``document`` is the id of that.
    """

    document: str
    start_char: int
    end_char: int
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that the user said of events, names or the timeline; what each kind means: ``data.marks``.

    Attributes:
        id: 32 hexadecimal digits, like no other in any copy of any collection.
        at: when it was made, ISO 8601 in UTC with microseconds ("2024-09-30T08:15:00.000000Z").
        by: who made it.
        value: a text, empty where the kind has none; for some kinds JSON.
        undone: whether it was taken back.
        turned_at, turned_by: when and by whom it was last taken back or put in force again.
    """

    id: str
    at: str
    by: str
    kind: MarkKind
    passages: tuple[MarkedPassage, ...] = ()
    value: str = ""
    undone: bool = False
    turned_at: str | None = None
    turned_by: str | None = None
