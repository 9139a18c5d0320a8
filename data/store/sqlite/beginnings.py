"""Beginnings of words spelt out for SQLite's full-text search, which else reads all that begins so first.

To be asked for the beginning of a word the search puts what it knows of all words that begin so into one list
before it gives the first event: 20 to 60 ms where half of a million events have one of them. Asked for these
words one by one it begins at once, and goes no further than it is asked; but of many words each event takes
longer. Beginnings of one or two letters have lists that are ready.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.store.folding import words
from data.store.sqlite.connection import Connected
from data.store.tables.selections import Selecting

FEW, SOME = 4, 300
"""Words of a beginning that are spelt out where all events are wanted, and where a few of them are."""

_VERY_MANY = 1_000_000
_LISTED = 2  # letters of the beginnings that the search has lists of
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_BEGINNING = re.compile(r'"((?:[^"]|"")*)" \*')
LAST_CHARACTER = "\U0010ffff"
"""Whatever begins with a text comes before that text with this behind it."""


class Beginnings(Connected, Selecting):
    """Knows the words of events."""

    def _spelt_out(self, expression: str, most: int) -> str:
        """A search expression with each beginning of at most so many words replaced by them."""

        def spelt(found: re.Match[str]) -> str:
            told = words(found[1])
            listed = self._beginning_with(told[-1]) if told and len(told[-1]) > _LISTED else []
            if not 0 < len(listed) <= most:
                return found[0]
            return f"({' OR '.join(_quoted((*told[:-1], word)) for word in listed)})"

        return _BEGINNING.sub(spelt, expression)

    def _begins_at_once(self, expression: str, most: int) -> bool:
        """Whether a search need not read first whatever has a beginning, with so many words spelt out."""
        return all(
            len(found[1]) <= _LISTED for found in _BEGINNING.finditer(self._spelt_out(expression, most))
        )

    def _words_in(self, expression: str) -> int:
        """How many words an expression looks up; very many where a beginning is not spelt out."""
        if not self._begins_at_once(expression, SOME):
            return _VERY_MANY
        spelt = self._spelt_out(expression, SOME)
        return sum(len(quoted[1].split()) or 1 for quoted in _QUOTED.finditer(spelt))

    def _beginning_with(self, beginning: str) -> list[str]:
        """The words that begin so, one more than :data:`SOME` of them at most."""
        known: dict[str, list[str]] = self._made.setdefault("words", {})
        if beginning not in known:
            rows = self._ask(
                "SELECT word FROM word WHERE word BETWEEN ?1 AND ?1 || ?2 LIMIT ?3",
                (beginning, LAST_CHARACTER, SOME + 1),
            )
            known[beginning] = [word for (word,) in rows]
        return known[beginning]


def _quoted(told: Iterable[str]) -> str:
    return f'"{" ".join(told)}"'
