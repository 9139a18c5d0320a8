"""Patterns that find something in few texts, tried only on those that have a word for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from data.events.patterns import longest_words
from data.events.words import has_any


class Guarded:
    r"""A pattern, and words of which each text has one in which it finds anything.

    Attributes:
        pattern: the pattern itself.
        words: those words, in small letters if the pattern takes capitals for small letters.

    >>> sworn = Guarded(r"[A-Z]\w+ was (?:sworn in|born)", ["sworn in", "born"])
    >>> [found.group() for found in sworn.finditer("On Monday Okoye was sworn in.")]
    ['Okoye was sworn in']
    """

    def __init__(self, pattern: str, needed: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> None:
        """Guard a pattern by the phrases of which every match has one; each is known by its longest word."""
        self.pattern = re.compile(pattern, flags)
        self._ignores_case = bool(flags & re.IGNORECASE)
        words = {word.lower() if self._ignores_case else word for word in longest_words(needed)}
        # Where "opened" stands, "open" does.
        self.words = tuple(
            sorted(word for word in words if not any(one in word for one in words if one != word))
        )

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a text."""
        if has_any(text.lower() if self._ignores_case else text, self.words):
            return self.pattern.finditer(text)
        return iter(())
