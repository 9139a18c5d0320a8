"""Publication dates that a document states: in a date line, in an agency's place line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from data.dating.publication.chronologies import above_rest, goes_on_until
from data.dating.publication.cues import LineKind, WrittenDate, has_digit, publication_cues
from data.dating.publication.orders import with_order
from data.days import civil
from data.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from data.dating.publication.cues import Cues
    from data.model import Document, Published, Reading

# A head has at most so many lines that are not empty; a paragraph of so many words is the body.
_HEAD_LINES = 30
_BODY_WORDS = 22
_BODY_LENGTH = 2 * _BODY_WORDS - 1  # one letter each
# Capitalised words that a date line may hold beside its date: places, publishers, weekdays.
_NAMES = 9
# Letters of an Indian script are joined by signs that are none.
_LETTERS = r"\w\u0900-\u0903\u093a-\u094f"
# A story begins with place and date: "NEW DELHI, Dec 6 (Agency) —", "6 Dec 2021 -", "QUITO — Nov. 9, 2023.",
# "KOTARA (Agency), Feb 19:".
_PLACE_REACH = 60
_PLACE = re.compile(rf"\W*(?:[^\W\d_a-z][{_LETTERS}.'’-]*[ ,/]+)*(?:\([^()\n]{{1,40}}\)[ ,]+)?\Z")
_DASH = re.compile(r"[\s.,]*(?:\([^)\n]{1,60}\))?[\s:]*[-—–]")
_DASHED = re.compile(r"(?<=\w)(?:\s+[-—–]+|[—–])\s*\Z")
# Companies put a colon: "Bergsund, 20 October 2022: Halden Metals ..."
_COLON = re.compile(r":(?=\s+[^\W\d_a-z])")
_STOP = re.compile(r"[.:](?=\s)")
_HYPHEN = re.compile(r"[-—–]")
# Above a story stand so many lines at most; a paper prints it so many days after it was written.
_ABOVE_STORY, _PRINTED_AFTER = 5, 2
_REMEMBERED, _LONGEST_REMEMBERED = 1000, 100  # lines, letters
# A text whose lines begin with more dates than this is a chronology: they date what it tells.
_DATES = 2
# What may stand behind a date alone on its line.
_HOUR_BEHIND = re.compile(r"(?:[\s,|–-]{1,3}\d{1,2}[:.]\d\d(?:\s?\w{1,4})?)?")
_AROUND = " .,:;()[]*_"  # signs that may stand around a date alone on its line
_RANKS = {"published": 0, "plain": 1, "updated": 2}
_MASTHEAD, _BEHIND, _ASIDE = 3, 4, 9
# "1. Minutes of 10 December 2019": an item of an agenda, no line about the text.
_BY_COLON = re.compile(r":\s*\Z")
_WRAPPED = 40  # letters
_LISTED = re.compile(r"\s*\d{1,3}[.)]\s+[^\W\d]")
_WORD = re.compile(rf"[^\W\d_][{_LETTERS}.'’-]*|©")
_NO_WORD = re.compile(r"\W+")
_TIME = re.compile(r"(?<!\d)\d{1,2}(?:\s?[:.hH]\s?\d{2}){1,2}(?!\d)|(?<!\d)\d{1,2}\s?h(?!\w)")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date that a document states about itself.

    Attributes:
        date: as written.
        kind: what the line says about it.
        text: the line, for the reader.
        rank: how good a line of this kind and place is as a publication date; smaller is better.
        start_char: where the line begins in the document's text.
        order: what tells the order of day and month, of a date in figures that leaves it open; else empty.
        sure: of a captured one, whether the line's own words say so ("Page saved 13 September 2024") and
            not only its place beside the article.
    """

    date: WrittenDate
    kind: LineKind
    text: str
    rank: int
    start_char: int
    sure: bool = False
    order: str = ""

    @property
    def is_masthead(self) -> bool:
        """Whether it stands above the title, as the date of a newspaper does."""
        return self.rank == _MASTHEAD

    def is_inside(self, ranges: Ranges) -> bool:
        """Whether it begins in one of these ranges of the document's text."""
        return _inside(self.start_char, ranges)


def date_lines(document: Document) -> list[DateLine]:
    """The lines that state dates of the document itself, best first; none is better than "Published ..."."""
    cues = publication_cues(document.language)
    lines = _lines(document.text)
    found: list[DateLine] = []
    for line in _head(islice(lines, _HEAD_LINES), document, cues):
        found.append(line)
        if line.kind == "published" and line.date.year is not None:
            if goes_on_until(document.text, line.date.number()):
                return []
            return sorted(found, key=lambda line: line.rank)
    found.extend(_tail(lines, document))
    plain = {(line.date.year, line.date.month, line.date.day) for line in found if line.kind == "plain"}
    if len(plain) > _DATES:
        # Of a chronology or a table only the one day that is a line by itself may be its own.
        plainly = (line for line in found if line.kind == "plain")
        alone = [line for line in plainly if not cues.date.sub("", line.text).strip(_AROUND)]
        own = (
            alone
            if len({line.date.number(0) for line in alone if line.date.year}) == 1
            else above_rest(alone)
        )
        found = [line for line in found if line.kind != "plain" or line in own]
    return sorted(found, key=lambda line: line.rank)


def place_line_day(document: Document, published: Published) -> int | None:
    """The day that an agency's place line gives, where the story was printed a day or two later; else None.

    "OSLO, August 12 (Agency) -- The king today opened ..." counts its words from that day.
    """
    if published.start is None or published.start != published.end:
        return None
    cues = publication_cues(document.language)
    for start, line in islice(_lines(document.text), _ABOVE_STORY):
        place = _place_line(start, line, cues) if has_digit(line) else None
        if place is not None:
            year = civil(published.start).year
            days = [place.date.number(one) for one in (year, year - 1) if place.date.fits(one)]
            return next((day for day in days if 0 < published.start - day <= _PRINTED_AFTER), None)
    return None


def bare_date(reading: Reading) -> DateLine | None:
    """The one date in full that is a line of the head, in a language that has no table of cues."""
    document = reading.document
    if publication_cues(document.language).months:
        return None
    behind = {mention.start_char: mention for mention in reading.mentions}
    found = []
    for start, line in islice(_lines(document.text), _HEAD_LINES):
        begin = start + len(line) - len(line.lstrip())
        mention = behind.get(begin) or behind.get(start + line.find(" ", begin - start) + 1)
        if mention is None or not _HOUR_BEHIND.fullmatch(line.rstrip()[mention.end_char - start :]):
            continue
        said = mention.meaning
        if said.relation == "complete" and said.year and said.month and said.day and not said.doubt:
            date = WrittenDate(0, len(line), said.year, said.month, said.day)
            found.append(DateLine(date, "plain", line.strip(), _RANKS["plain"], start))
    return found[0] if len(found) == 1 else None


def doubtful_days(document: Document) -> tuple[tuple[int, int], str] | None:
    """The two days that a line of the head may mean ("Published 03/04/2021"), and the line."""
    if "/" not in document.text:
        return None
    cues, furniture = publication_cues(document.language), Ranges(document.furniture)
    for start, line in islice(_lines(document.text), _HEAD_LINES):
        dates = cues.doubtful(line) if "/" in line and not _is_body(line) else ()
        if len(dates) != 1 or _inside(start, furniture) or not _is_date_line(line, cues):
            continue
        if cues.kind(line) in ("published", "updated", "plain"):
            first, last = sorted(date.number() for date in dates[0])
            return (first, last), line.strip()
    return None


def _head(lines: Iterable[tuple[int, str]], document: Document, cues: Cues) -> Iterator[DateLine]:
    title_seen, in_body, is_open = document.title is None, False, False
    above: tuple[str, ...] = ()  # as many as one is wrapped from
    end = 0
    furniture = Ranges(document.furniture)
    for start, line in lines:
        before, beside = above, end == start
        above, end = (*(before if beside else ())[-1:], line), start + len(line)
        dated = has_digit(line)
        in_body, is_open = in_body or (is_open and line.lstrip()[0].islower()), False
        if (in_body or len(line) < _BODY_LENGTH) and not dated and title_seen:
            continue
        in_furniture = _inside(start, furniture) and not _heads_pages(line, document)
        if not title_seen and (line.strip() == document.title or _bare(line) == _bare(document.title or "")):
            title_seen = True
            if not _is_body(line):
                continue
        if dated and not in_furniture and not in_body:
            place = _place_line(start, line, cues)
            if place is not None:
                yield place
                continue
        if _is_body(line):
            is_open = _is_open(line)
            in_body = in_body or not (in_furniture or is_open)
            continue
        if not dated:
            continue
        dates, kind, is_date_line, order = _said(line, document)
        if kind == "other" or (kind == "plain" and (in_furniture or in_body)):
            continue
        if kind == "plain" and dates and before and _is_wrapped(line, dates[0], before, cues, beside=beside):
            continue
        for date in dates:
            if kind in ("captured", "corrected"):
                yield DateLine(date, kind, line.strip(), _ASIDE, start, is_date_line, order)
            elif is_date_line or _is_meeting(line, date, document, cues):
                before_title = kind == "plain" and not title_seen
                rank = _MASTHEAD if before_title else _RANKS[kind]
                yield DateLine(date, kind, line.strip(), rank, start, order=order)


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


def _heads_pages(line: str, document: Document) -> bool:
    """Whether a line of furniture stands at the edge of printed pages; a printer's stamp has a time."""
    return bool(document.pages) and _TIME.search(line) is None


def _is_meeting(line: str, date: WrittenDate, document: Document, cues: Cues) -> bool:
    """Whether a line of minutes begins with the day of the meeting, or that it was held then."""
    held = cues.minutes.search(document.title or "") is not None
    before = line[: date.start_char]
    return held and date.year is not None and not cues.held.sub("", before).strip(_AROUND)


def _tail(lines: Iterable[tuple[int, str]], document: Document) -> Iterator[DateLine]:
    furniture = Ranges(document.furniture)
    for start, line in lines:
        if not has_digit(line) or _is_body(line):
            continue
        dates, kind, is_date_line, order = _said(line, document)
        if kind in ("plain", "other"):
            continue
        for date in dates:
            aside = _inside(start, furniture) and not _heads_pages(line, document)
            if kind == "captured" or aside:
                sure = kind == "captured" and is_date_line
                yield DateLine(date, "captured", line.strip(), _ASIDE, start, sure, order)
            elif kind == "corrected" or is_date_line:
                rank = _ASIDE if kind == "corrected" else _BEHIND
                yield DateLine(date, kind, line.strip(), rank, start, order=order)


def _is_body(line: str) -> bool:
    return len(line) >= _BODY_LENGTH and len(line.split(None, _BODY_WORDS - 1)) == _BODY_WORDS


def _is_open(line: str) -> bool:
    """Whether a line ends without a full stop or the like, as what stands below a headline may."""
    return line.rstrip()[-1].isalnum()


def _place_line(start: int, line: str, cues: Cues) -> DateLine | None:
    if not _HYPHEN.search(line, 0, 3 * _PLACE_REACH) and ":" not in line[: 2 * _PLACE_REACH]:
        return None
    for date in cues.dates(line[: 2 * _PLACE_REACH])[:1]:
        before, behind = line[: date.start_char], line[date.end_char :]
        dashed = _DASHED.search(before)
        before = before if dashed is None else f"{before[: dashed.start()]} "
        dash = (_DASH if dashed is None else _STOP).match(behind)
        if dash is None and date.year is not None and before.strip():
            dash = _COLON.match(behind)
        if dash is None or len(before) > _PLACE_REACH:
            continue
        # An agency may stand behind the date on a line of its own ("BEIJING, August 12 (Agency) --").
        if not behind[dash.end() :].strip() and "(" not in dash.group():
            continue
        names = [word.casefold() for word in _WORD.findall(before)]
        if _PLACE.fullmatch(before) and not cues.fillers.intersection(names):
            return DateLine(date, "plain", line[: date.end_char + dash.end()].strip(), _RANKS["plain"], start)
    return None


def _said(line: str, document: Document) -> tuple[Sequence[WrittenDate], LineKind, bool, str]:
    """The dates in a line, what it says about them, and whether it holds nothing but dates and names.

    With them what tells the order of day and month, if only the document does. The line of a day comes again
    with every story of that day, and is looked up.
    """
    cues, order = with_order(publication_cues(document.language), document, line)
    if order:
        return *_said_by(line, cues), order
    said = _said_before if len(line) <= _LONGEST_REMEMBERED else _said_before.__wrapped__
    return *said(line, document.language), ""


@lru_cache(_REMEMBERED)
def _said_before(line: str, language: str | None) -> tuple[Sequence[WrittenDate], LineKind, bool]:
    return _said_by(line, publication_cues(language))


def _said_by(line: str, cues: Cues) -> tuple[Sequence[WrittenDate], LineKind, bool]:
    """The same, by these cues.

    A notice is published "from Mar. 6 to Mar. 7, 2021": its own day is the first.
    """
    dates = cues.dates(line)
    if not dates:
        return (), "plain", False
    kind = cues.kind(line)
    if kind == "published" and len(dates) > 1 and dates[0].year is None and (year := dates[1].year):
        first = replace(dates[0], year=year)
        if first.fits(year) and first.number() <= dates[1].number():
            dates = [first]
    return dates, kind, _is_date_line(line, cues)


def _is_date_line(line: str, cues: Cues) -> bool:
    rest = cues.date.sub(" ", line)
    if _LISTED.match(rest):
        return False
    if _are_names(rest, cues):
        return True
    rest = cues.writer.sub(" ", _TIME.sub(" ", rest))
    for kind in ("captured", "published", "updated"):
        rest = cues.kinds[kind].sub(" ", rest)
    return _are_names(rest, cues)


def _are_names(rest: str, cues: Cues) -> bool:
    """Whether what a line has beside its date are a few names and words that date lines hold."""
    words = _WORD.findall(rest)
    small = [word for word in words if word[:1].islower() and word.strip(".") not in cues.fillers]
    return not small and len(words) <= _NAMES


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that are not empty, each with the place where it begins.

    One by one: of most texts only the first are asked for.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        for line in text[start:end].splitlines(keepends=True):
            if not line.isspace():
                yield start, line
            start += len(line)


def _bare(line: str) -> str:
    return _NO_WORD.sub(" ", line).strip().casefold()


def _inside(at: int, ranges: Ranges) -> bool:
    return ranges.touch(at, at + 1)
