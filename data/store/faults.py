"""What can be wrong with a collection, in plain words, and what mends it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Remedy = Literal["indexes", "events", "reading", "file", "salvage", "none"]
"""How a fault is mended.

indexes: by making the indexes of the tables anew. events: by making the events anew from the documents.
reading: by reading the texts of the documents, which are kept, again. file: by giving up documents that are
not whole, so that building reads their files again. salvage: by taking what can be read into a new file.
none: not at all.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: what, in words, how it is mended, and the documents it is with, by id."""

    what: str
    remedy: Remedy
    documents: tuple[str, ...] = ()


UNFINISHED = Fault("its last building did not come to its end: events are missing", "events")
"""Nothing is damaged, but events are not made of all documents."""
