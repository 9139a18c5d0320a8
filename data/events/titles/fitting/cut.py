"""A line cut off: what is left of it, and what stands behind the cut."""

from __future__ import annotations

from typing import NamedTuple

#: What no line begins or ends with.
EDGES = " _,;:—–-“”\"'‘"
#: A verb and the preposition it asks for stand so many words apart at most.
TO_PREPOSITION = 9


class Cut(NamedTuple):
    """A line cut off.

    Attributes:
        text: what is left of it.
        line: all of it.
        told: the words that are left.
        last: the last of them, in small letters.
        following: the first word behind the cut, in small letters.
        runs_on: whether no mark stands at the cut.
    """

    text: str
    line: str
    told: list[str]
    last: str
    following: str
    runs_on: bool
