"""The entries of a log or diary: what stands in one is of its day, said once at its head.

A log has a day and a clock at the head of each line ("2 May 2024: ..." does it too); a diary or a police log
has a day alone on a line, with what happened below it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from data.events.clauses.focus import Focus
from data.model import DatedDocument, Expression

# So many lines begin with a day in a log; so many days stand alone on lines in a diary, unless a clock opens
# the line below them: one or two are a date line and what a page has below its article.
_FEWEST = 3
_BODY = re.compile(r"\S")
# What stands between a day without a clock and its entry.
_OPENS = (":", "-", "–", "—", "|")


class _Entry(NamedTuple):
    start: int
    end: int
    day: Expression
    heads: bool


class Entries:
    """The entries of a document, none where it is no log and no diary."""

    def __init__(self, dated: DatedDocument) -> None:
        self._entries = [*_entries(dated)] if len(dated.expressions) > 1 else []
        self._starts = [entry.start for entry in self._entries]

    def of(self, place: int, about: Focus) -> Focus | None:
        """The day of the entry that an offset lies in, in a document about some day; None outside entries."""
        at = bisect_right(self._starts, place) - 1
        if at < 0 or place >= self._entries[at].end:
            return None
        day = self._entries[at].day
        return Focus(day.start, day.end, "day", f"stands in the entry of {day.text!r}", about.written)


def _entries(dated: DatedDocument) -> Iterator[_Entry]:
    text = dated.document.text
    found = [*_heads(text, dated.expressions)]
    lines = [one for one in found if not one.heads]
    headings = [one for one in found if one.heads]
    clocks = {one.start_char for one in dated.expressions if one.type == "TIME"}
    timed = any(_opens_with_clock(text, one, clocks) for one in headings)
    if len(lines) >= _FEWEST:
        yield from lines
    elif timed or len(headings) >= _FEWEST:
        ends = [*(one.start for one in headings[1:]), len(text)]
        for one, end in zip(headings, ends, strict=True):
            yield one._replace(end=end)


def _heads(text: str, expressions: tuple[Expression, ...]) -> Iterator[_Entry]:
    """The lines that a day begins: alone, or with what happened behind it."""
    for one in expressions:
        if one.start is None or one.start != one.end or one.precision != "day":
            continue
        first = text.rfind("\n", 0, one.start_char) + 1
        if any(map(str.isalnum, text[first : one.start_char])) or one.text[:1].islower():
            continue
        last = text.find("\n", one.end_char)
        end = last if last >= 0 else len(text)
        alone = not any(map(str.isalnum, text[one.end_char : end]))
        opens = text[one.end_char :][:2].lstrip(" ").startswith(_OPENS)
        stamped = one.type == "TIME" and one.anchor.kind == "explicit"
        if stamped or (one.type == "DATE" and (alone or opens)):
            yield _Entry(one.start_char, end, one, alone)


def _opens_with_clock(text: str, entry: _Entry, clocks: set[int]) -> bool:
    """Whether a time of day opens the line below a heading."""
    below = _BODY.search(text, entry.end)
    return below is not None and below.start() in clocks
