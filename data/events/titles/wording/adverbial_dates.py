"""A date that a sentence has like an adverb, told by short lists: for languages whose verbs are not known.

"Die Stadt hat am Montag die Brücke gesperrt" says the same without "am Montag". A date stays where a word
before it ties it to something else ("bis zum 15. Mai", "pour 2026"), where there are several, and at the head
of a sentence in a language whose verb would then come first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.clauses.place_line import place_line
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues

Span = tuple[int, int]

# No words before a date are longer.
_LEAD = 24
_LAST_WORD = re.compile(r"[^\s]+(?=\s\Z)")
_BEHIND = re.compile(r"[.;:!?”»\"]|\s|,|\Z")
_COMMA = re.compile(r",\s")
_NEXT_WORD = re.compile(r"\s(?P<word>[^\W\d_][\w’']*)")


def adverbial_date(line: Stretch, dates: Sequence[Span]) -> list[Span]:
    """The date without which a line says the same, with its preposition and a comma behind it; or none."""
    head = place_line(line.text, line.start, line.end)
    told = line if head is None else Stretch(line.text, head.end, line.end, line.cues)
    inside = [date for date in dates if told.start <= date[0] and date[1] <= told.end]
    if len(inside) != 1:
        # "1958 eröffnet und 1994 verbreitert": each tells which it is of.
        return []
    date = _alone(told, *inside[0])
    return [] if date is None else [date]


def _alone(line: Stretch, first: int, last: int) -> Span | None:
    """A date with its preposition and comma; None if the line wants it."""
    text, words = line.text, line.cues.words
    at = first - _length_of_lead(text, line.start, first, line.cues)
    if at == first and not _is_adverb(text[first:last], line.cues):
        return None
    if _BEHIND.match(text, last, line.end) is None:
        return None
    if at == line.start:
        return _at_head(line, last)
    before = _LAST_WORD.search(text, max(line.start, at - _LEAD), at)
    tie = "" if before is None else before.group().lower()
    # Behind a mark the verb follows, as at the head.
    if not tie or tie[-1] in ',;:–—(„“«"' or tie in words["ties_of_dates"] or tie in words["joins_parts"]:
        return None
    return at, last


def _at_head(line: Stretch, last: int) -> Span | None:
    """A date at the head of a sentence, with its comma; None if the sentence is about it or needs it."""
    words = line.cues.words
    if "dates" not in words["left_out_at_head"]:
        return None
    if (comma := _COMMA.match(line.text, last, line.end)) is not None:
        return line.start, comma.end()
    behind = _NEXT_WORD.match(line.text, last, line.end)
    # "Le 15 mars est férié"
    about = behind is None or behind["word"].lower() in words["said_of_dates"]
    return None if about else (line.start, last)


def _length_of_lead(text: str, start: int, first: int, cues: Cues) -> int:
    """How long the words are that make an adverb of a date ("am "), with the blank behind; 0 for none."""
    before = text[max(start, first - _LEAD) : first].lower()
    leads = [
        lead
        for lead in cues.words["before_adverbial_dates"]
        if before.endswith(f" {lead} ") or (before == f"{lead} " and first - len(before) == start)
    ]
    return max(map(len, leads), default=-1) + 1


def _is_adverb(date: str, cues: Cues) -> bool:
    """Whether a date is an adverb by itself ("gestern", "el lunes"; in some languages a day or a year)."""
    words, first = cues.words, date.partition(" ")[0].lower()
    kind = "year" if date.isdigit() else "day" if first.isdigit() else ""
    named = first in words["adverbial_dates"] or first in words["before_adverbial_dates"]
    return named or kind in words["adverbial_kinds_of_dates"]
