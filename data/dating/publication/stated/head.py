"""The head of a document: the lines above its body, and what they state of its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.dating.publication.cues import has_digit
from data.dating.publication.stated.date_line import BODY_LENGTH, RANKS, TIME, DateLine, is_body, said_of
from data.dating.publication.stated.place_lines import place_line
from data.dating.publication.stated.records import is_record
from data.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from data.dating.publication.cues import Cues, WrittenDate
    from data.model import Document

#: Signs that may stand around a date alone on its line.
AROUND = " .,:;()[]*_"
# A line that ends so names what stands in the next: "Published:".
_BY_COLON = re.compile(r":\s*\Z")
# A line that goes on in the next has so many letters.
_WRAPPED = 40
_NO_WORD = re.compile(r"\W+")


class Head:
    """Walks the first lines of a document: what a line states depends on those above it.

    Attributes:
        title_seen: whether the title was one of them, or there is none.
        in_body: whether the text has begun.
        is_open: whether the line before is long and ends without a full stop, so that it may go on.
        above: as many lines as one is wrapped from, right above the next or not.
        end: where the line before ends.
    """

    def __init__(self, document: Document, cues: Cues) -> None:
        self.document = document
        self.cues = cues
        self.furniture = Ranges(document.furniture)
        self.title_seen = document.title is None
        self.in_body = self.is_open = False
        self.above: tuple[str, ...] = ()
        self.end = 0

    def read(self, lines: Iterable[tuple[int, str]]) -> Iterator[DateLine]:
        """The dates that lines state, each given with where it begins, in the order of the text."""
        for start, line in lines:
            before, beside = self.above, self.end == start
            self.above, self.end = (*(before if beside else ())[-1:], line), start + len(line)
            if self.is_open and line.lstrip()[0].islower():
                self.in_body = True
            self.is_open = False
            yield from self._dates(start, line, before, beside=beside)

    def _dates(self, start: int, line: str, before: Sequence[str], *, beside: bool) -> Iterator[DateLine]:
        """The dates of one line; ``before`` are the lines before it, ``beside`` if right above it."""
        dated = has_digit(line)
        if not dated and self.title_seen and (self.in_body or len(line) < BODY_LENGTH):
            return
        in_furniture = self.furniture.touch(start, start + 1) and not heads_pages(line, self.document)
        if self._takes_title(line) and not self._may_be_dated(start, line, dated=dated):
            return
        if dated and not in_furniture and not self.in_body:
            place = place_line(start, line, self.cues)
            if place is not None:
                yield place
                return
        if is_body(line):
            self.is_open = line.rstrip()[-1].isalnum()
            self.in_body = self.in_body or not (in_furniture or self.is_open)
        elif dated:
            yield from self._stated(start, line, before, beside=beside, plainly=not in_furniture)

    def _takes_title(self, line: str) -> bool:
        """Whether a line is the document's title, met for the first time."""
        title = self.document.title
        if self.title_seen or not (line.strip() == title or _bare(line) == _bare(title or "")):
            return False
        self.title_seen = True
        return True

    def _may_be_dated(self, start: int, line: str, *, dated: bool) -> bool:
        """Whether a line that is the title may state a date, too: a paragraph, a record or a place line."""
        if is_body(line) or is_record(line, self.cues):
            return True
        return dated and place_line(start, line, self.cues) is not None

    def _stated(
        self, start: int, line: str, before: Sequence[str], *, beside: bool, plainly: bool
    ) -> Iterator[DateLine]:
        """The dates of a line of the head; one alone on its line counts ``plainly`` only above the body."""
        document, cues = self.document, self.cues
        dates, kind, stands_alone, order = said_of(line, document)
        if kind == "other" or (kind == "plain" and (self.in_body or not plainly)):
            return
        if kind == "plain" and dates and before and _is_wrapped(line, dates[0], before, cues, beside=beside):
            return
        for date in dates:
            if kind in ("captured", "corrected"):
                yield DateLine(date, kind, line.strip(), RANKS["aside"], start, stands_alone, order)
            elif stands_alone or _is_meeting(line, date, document, cues) or is_record(line, cues):
                before_title = kind == "plain" and not self.title_seen
                rank = RANKS["masthead"] if before_title else RANKS[kind]
                yield DateLine(date, kind, line.strip(), rank, start, order=order)


def heads_pages(line: str, document: Document) -> bool:
    """Whether a line of furniture stands at the edge of printed pages; a printer's stamp has a time."""
    return bool(document.pages) and TIME.search(line) is None


def _is_wrapped(line: str, date: WrittenDate, above: Sequence[str], cues: Cues, *, beside: bool) -> bool:
    """Whether the lines above go on in this one: its day is of what they tell.

    So in a title of several lines, and in a paragraph that was wrapped by hand: it ends with a full stop, and
    ``beside``, right below these.
    """
    if cues.kind(above[-1]) in ("published", "updated") or _BY_COLON.search(above[-1]):
        return False
    if cues.goes_on.match(line[: date.start_char]):
        return True
    if not beside:
        return False
    if cues.leads_on.search(above[-1]):
        return True
    return line.rstrip()[-1] == "." and len(above) > 1 and all(len(one) >= _WRAPPED for one in above)


def _is_meeting(line: str, date: WrittenDate, document: Document, cues: Cues) -> bool:
    """Whether a line of minutes begins with the day of the meeting, or that it was held then."""
    held = cues.minutes.search(document.title or "") is not None
    before = line[: date.start_char]
    return held and date.year is not None and not cues.held.sub("", before).strip(AROUND)


def _bare(line: str) -> str:
    return _NO_WORD.sub(" ", line).strip().casefold()
