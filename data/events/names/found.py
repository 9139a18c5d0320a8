"""What is found of the names of one document while it is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from data.events.names.name import Name
from data.events.names.runs import Run


@dataclass(slots=True)
class Found:
    """The names of a document found so far, and what is known of its lone words.

    Attributes:
        names: the names that are decided.
        singles: runs of one word, decided when the whole document is read.
        inside: how often one of them stands inside a sentence.
        surnames: the full names of each surname.
        kin: those whom the text introduces as somebody's relatives ("her daughter, Mia Lund").
        within: of names of several words that may be a place's, how often one stands behind "in".
    """

    names: list[Name] = field(default_factory=list)
    singles: list[Run] = field(default_factory=list)
    inside: Counter[str] = field(default_factory=Counter)
    surnames: dict[str, set[str]] = field(default_factory=dict)
    kin: set[str] = field(default_factory=set)
    within: Counter[str] = field(default_factory=Counter)
