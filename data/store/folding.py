"""Words as a full-text search knows them, for engines that are told the words of a text.

They are those of SQLite's ``unicode61`` with ``remove_diacritics 2`` and the categories of
:mod:`data.store.sqlite.schema`, so a query finds the same events whatever engine holds them.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_LAST_LATIN = 0x24F
_LATIN_ADDITIONAL = range(0x1E00, 0x1F00)
_DROPPED = range(0x300, 0x332)
"""Combining marks that the search passes over; those of other scripts belong to the word."""
_ONE_LETTER = {"ς": "σ", "ſ": "s", "µ": "μ"}


def words(text: str) -> list[str]:
    """The words of a text without case and Latin diacritics, in order: letters, digits and their marks."""
    return text.translate(_folding()).split()


class _Folding(dict[int, str]):
    """What becomes of a character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


@cache
def _folding() -> _Folding:
    return _Folding()


def _folded(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] not in "LN" and category not in ("Co", "Mn", "Mc"):
        return " "
    code = ord(character)
    if code in _DROPPED:
        return ""
    lower = character.lower()
    if code <= _LAST_LATIN or code in _LATIN_ADDITIONAL:
        apart = unicodedata.normalize("NFD", lower)
        if len(apart) > 1 and apart[0].isascii():
            return apart[0]
    return _ONE_LETTER.get(lower, lower)
