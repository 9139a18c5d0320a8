"""Headings that name what was written and when: "Notes on the harbour, 15 May 2024"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.dating.publication.cues import has_digit
from data.dating.publication.stated.date_line import is_body, words_of

if TYPE_CHECKING:
    from data.dating.publication.cues import Cues

# What may stand around a heading, and around the day at its end.
_AROUND = "#*_=> \t\r\n"
_BEHIND = " .,:;()[]*_"
_APART = re.compile(r"(?:[,:;|(]|\s[-—–])\s*\Z")


def is_record(line: str, cues: Cues) -> bool:
    """Whether a line is such a heading; a day within its words is of what they tell."""
    said = line.strip(_AROUND)
    dates = cues.dates(said) if has_digit(said) and not is_body(said) else ()
    if len(dates) != 1 or dates[0].year is None:
        return False
    before = said[: dates[0].start_char]
    name = cues.records.match(before)
    if name is None:
        return False
    behind = said[dates[0].end_char :].strip(_BEHIND)
    if behind:
        # "Minutes of the meeting held on 14 June 2022 at 6.30 p.m. in the town hall"
        first = behind.partition(" ")[0]
        goes_on = first[0].isdigit() or first.casefold() in cues.fillers or said[dates[0].end_char] in ",("
        return goes_on and cues.minutes.match(said) is not None and cues.held.search(before) is not None
    if _APART.search(before) is not None:
        return True
    return all(word.casefold().strip(".") in cues.fillers for word in words_of(before[name.end() :]))
