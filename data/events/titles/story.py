"""One document with what was found in it, of which the titles of its clauses are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.events.cues import Cues
from data.events.names.name import Name
from data.model import Expression, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A document as the lines that are made of it know it.

    Attributes:
        text: all of it.
        sentences: those that may report something.
        names: the names in it.
        cues: the words of its language.
        expressions: its time expressions, in order.
        writer: who says "I" in it; empty if that is not known.
        publisher: whose paper it stands in, which it is not about; empty if that is not known.
        published: the day on which it was published, if that is known.
    """

    text: str
    sentences: Sequence[Sentence]
    names: Sequence[Name]
    cues: Cues
    expressions: Sequence[Expression] = ()
    writer: str = ""
    publisher: str = ""
    published: int | None = None
