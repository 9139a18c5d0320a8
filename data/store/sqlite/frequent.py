"""What is found of many events is kept ready as sets: of frequent words, beginnings, publishers and sorts.

To read what the most frequent word finds takes the search up to 100 ms of a million events, its set two. A
set knows of the events that stood when it was made. At which positions events were taken out or put in since
is kept beside it; what was put in is found by a small search of its own.
"""

from __future__ import annotations

import re

from data.store.folding import words
from data.store.packed import damaged, unpack
from data.store.sqlite.bits import bits_of
from data.store.sqlite.short_lists import ShortLists

NARROW = 24
"""Where less than one part in so many of the timeline is asked for, the search has read it sooner."""

_ONE_WORD = re.compile(r'(\{[a-z ]+\}) : "((?:[^"]|"")*)"( \*)?')


class Frequent(ShortLists):
    """Knows the sets of frequent searches."""

    def _is_ready(self, search: str, first: int, end: int) -> bool:
        """Whether the set of a search is ready, and worth being read for so long a stretch."""
        if (end - first) * NARROW <= self._plan().last:
            return False
        known: dict[str, bool] = self._made.setdefault("is ready", {})
        if search not in known:
            form = of_one_word(search)
            known[search] = form is not None and bool(
                self._ask("SELECT 1 FROM frequent WHERE search = ?", (form,)).fetchone()
            )
        return known[search]

    def _ready(self, search: str) -> int:
        """The set of a search that is ready, hidden events among it."""
        form = of_one_word(search)
        (number,) = self._ask("SELECT number FROM frequent WHERE search = ?", (form,)).fetchone()
        bits = self._set_at(number)
        since = self._since()
        if not since:
            return bits
        recent = self._told("SELECT group_concat(rowid) FROM recent_text WHERE recent_text MATCH ?", (form,))
        return (bits & ~since) | bits_of(recent, since.bit_length())

    def _set_at(self, number: int) -> int:
        row = self._ask("SELECT bits FROM frequent_set WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise damaged()
        return int.from_bytes(unpack(row[0]), "little")

    def _since(self) -> int:
        """The positions at which events were taken out or put in since sets were made."""
        if "since" not in self._made:
            (last,) = self._ask("SELECT coalesce(max(position), 0) FROM frequent_since").fetchone()
            since = self._told("SELECT group_concat(position) FROM frequent_since", ())
            self._made["since"] = bits_of(since, last)
        known: int = self._made["since"]
        return known


def of_one_word(search: str) -> str | None:
    """A search for one word, or for all that begin so, with the word as it is known; None of any other."""
    found = _ONE_WORD.fullmatch(search)
    told = words(found[2]) if found else []
    return f'{found[1]} : "{told[0]}"{found[3] or ""}' if found and len(told) == 1 else None
