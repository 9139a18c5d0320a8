"""Place and date with which a story begins: "OSLO, August 12 (Agency) --"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from data.dating.publication.cues import has_digit, publication_cues
from data.dating.publication.stated.date_line import LETTERS, RANKS, DateLine, lines_of, words_of
from data.days import civil

if TYPE_CHECKING:
    from data.dating.publication.cues import Cues
    from data.model import Document, Published

# "NEW DELHI, Dec 6 (Agency) —", "6 Dec 2021 -", "QUITO — Nov. 9, 2023.", "KOTARA (Agency), Feb 19:".
_REACH = 60
_PLACE = re.compile(rf"\W*(?:[^\W\d_a-z][{LETTERS}.'’-]*[ ,/]+)*(?:\([^()\n]{{1,40}}\)[ ,]+)?\Z")
_DASH = re.compile(r"[\s.,]*(?:\([^)\n]{1,60}\))?[\s:]*[-—–]")
_DASHED = re.compile(r"(?<=\w)(?:\s+[-—–]+|[—–])\s*\Z")
# Companies put a colon: "Bergsund, 20 October 2022: Halden Metals ..."
_COLON = re.compile(r":(?=\s+[^\W\d_a-z])")
_STOP = re.compile(r"[.:](?=\s)")
# "Bergsund, 20 October 2022. The town ..."
_SENTENCE = re.compile(r"[.।](?=\s+[^\W\d_a-z])")
_BEHIND_STOP = re.compile(r"(?=\s+[^\W\d_a-z])")
_BEHIND_COMMA = re.compile(r"[^\s\d_],\s*\Z")
_HYPHEN = re.compile(r"[-—–]")
# Above a story stand so many lines at most; a paper prints it so many days after it was written.
_ABOVE_STORY, _PRINTED_AFTER = 5, 2


def place_line_day(document: Document, published: Published) -> int | None:
    """The day that an agency's place line gives, where the story was printed a day or two later; else None.

    "OSLO, August 12 (Agency) -- The king today opened ..." counts its words from that day.
    """
    if published.start is None or published.start != published.end:
        return None
    cues = publication_cues(document.language)
    for start, line in islice(lines_of(document.text), _ABOVE_STORY):
        place = place_line(start, line, cues) if has_digit(line) else None
        if place is not None:
            year = civil(published.start).year
            days = [place.date.number(one) for one in (year, year - 1) if place.date.fits(one)]
            return next((day for day in days if 0 < published.start - day <= _PRINTED_AFTER), None)
    return None


def place_line(start: int, line: str, cues: Cues) -> DateLine | None:
    """The place and date with which a line begins a story, the line's place in the text given."""
    reach = line[: 2 * _REACH]
    if not _HYPHEN.search(line, 0, 3 * _REACH) and ":" not in reach and "," not in reach:
        return None
    for date in cues.dates(reach)[:1]:
        before, behind = line[: date.start_char], line[date.end_char :]
        if (tied := cues.dated_from.search(before)) is not None:
            # "Brest, le 14 mars 2024. La mairie ..."
            before = f"{before[: tied.start()]}, "
        dashed = _DASHED.search(before)
        before = before if dashed is None else f"{before[: dashed.start()]} "
        dash = (_DASH if dashed is None else _STOP).match(behind)
        if dash is None and date.year is not None and before.strip():
            dash = _COLON.match(behind)
            if dash is None and _BEHIND_COMMA.search(before):
                # "14 марта 2024 г.": its full stop is the sentence's, too.
                stopped = line[date.end_char - 1] == "."
                dash = (_BEHIND_STOP if stopped else _SENTENCE).match(behind)
        if dash is None or len(before) > _REACH:
            continue
        # An agency may stand behind the date on a line of its own ("BEIJING, August 12 (Agency) --").
        if not behind[dash.end() :].strip() and "(" not in dash.group():
            continue
        names = [word.casefold() for word in words_of(before)]
        if len(names) > 1 and names[0] in cues.articles_of_places:
            # "La Paz, 14 de marzo de 2024"
            del names[0]
        if _PLACE.fullmatch(before) and cues.fillers.isdisjoint(names):
            return DateLine(date, "plain", line[: date.end_char + dash.end()].strip(), RANKS["plain"], start)
    return None
