"""A figure, and the words that say of which things it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from data.events.cues import cues
from data.events.gazetteer import gazetteer
from data.events.words import stem

Kind = Literal[
    "harm",
    "thing",
    "share",
    "money",
    "stay",
    "ordinal",
    "gap",
    "age",
    "magnitude",
    "measure",
    "sentence",
    "score",
    "deadline",
]

# Shorter words ("x", "mm") tell no kind.
_SHORT = 2


class Figure(NamedTuple):
    """A count or amount with what it may be at least and at most, and the words that give it.

    ``what`` names the thing counted ("killed", "rifles", "USD for deal"), ``whose`` whom by country code or
    group ("IN", "children"), ``scope`` the words that say which of them ("energy" of "five energy deals").
    """

    what: str
    whose: str
    value: float
    low: float
    high: float
    text: str
    kind: Kind = "thing"
    scope: frozenset[str] = frozenset()


def scope_of(words: Sequence[str]) -> frozenset[str]:
    """The words that say which of the things are meant, whose they are left aside.

    >>> sorted(scope_of(["Norwegian", "steel"]))
    ['steel']
    """
    atlas = gazetteer()
    return frozenset(
        stem(word.lower())
        for word in words
        if len(word) > _SHORT and word.isalpha() and word not in atlas.peoples and word not in atlas.places
    )


@cache
def groups(language: str | None, prefix: str) -> dict[str, str]:
    """The words of all lists with a prefix, each with the list's own name."""
    return {
        word: name.removeprefix(prefix)
        for name, words in sorted(cues(language).words.items())
        if name.startswith(prefix)
        for word in words
    }
