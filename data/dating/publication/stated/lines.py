"""The lines in which a document states dates of itself: at its head, behind its end."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from data.dating.publication.cues import WrittenDate, has_digit, publication_cues
from data.dating.publication.stated.chronologies import above_rest, goes_on_until
from data.dating.publication.stated.date_line import (
    BODY_LENGTH,
    RANKS,
    TIME,
    DateLine,
    is_body,
    is_date_line,
    lines_of,
    said_of,
)
from data.dating.publication.stated.place_lines import place_line
from data.dating.publication.stated.records import is_record
from data.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from data.dating.publication.cues import Cues
    from data.model import Document, Reading

# A head has at most so many lines that are not empty.
_HEAD_LINES = 30
# A text whose lines begin with more dates than this is a chronology: they date what it tells.
_DATES = 2
# What may stand behind a date alone on its line.
_HOUR_BEHIND = re.compile(r"(?:[\s,|–-]{1,3}\d{1,2}[:.]\d\d(?:\s?\w{1,4})?)?")
_AROUND = " .,:;()[]*_"  # signs that may stand around a date alone on its line
# A line that ends so names what stands in the next: "Published:".
_BY_COLON = re.compile(r":\s*\Z")
# A line that goes on in the next has so many letters.
_WRAPPED = 40
_NO_WORD = re.compile(r"\W+")


def date_lines(document: Document) -> list[DateLine]:
    """The lines that state dates of the document itself, best first; none is better than "Published ..."."""
    cues = publication_cues(document.language)
    lines = lines_of(document.text)
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


def bare_date(reading: Reading) -> DateLine | None:
    """The one date in full that is a line of the head, in a language that has no table of cues."""
    document = reading.document
    if publication_cues(document.language).months:
        return None
    behind = {mention.start_char: mention for mention in reading.mentions}
    found = []
    for start, line in islice(lines_of(document.text), _HEAD_LINES):
        begin = start + len(line) - len(line.lstrip())
        mention = behind.get(begin) or behind.get(start + line.find(" ", begin - start) + 1)
        if mention is None or not _HOUR_BEHIND.fullmatch(line.rstrip()[mention.end_char - start :]):
            continue
        said = mention.meaning
        if said.relation == "complete" and said.year and said.month and said.day and not said.doubt:
            date = WrittenDate(0, len(line), said.year, said.month, said.day)
            found.append(DateLine(date, "plain", line.strip(), RANKS["plain"], start))
    return found[0] if len(found) == 1 else None


def doubtful_days(document: Document) -> tuple[tuple[int, int], str] | None:
    """The two days that a line of the head may mean ("Published 03/04/2021"), and the line."""
    if "/" not in document.text:
        return None
    cues, furniture = publication_cues(document.language), Ranges(document.furniture)
    for start, line in islice(lines_of(document.text), _HEAD_LINES):
        dates = cues.doubtful(line) if "/" in line and not is_body(line) else ()
        if len(dates) != 1 or furniture.touch(start, start + 1) or not is_date_line(line, cues):
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
        if (in_body or len(line) < BODY_LENGTH) and not dated and title_seen:
            continue
        in_furniture = furniture.touch(start, start + 1) and not _heads_pages(line, document)
        if not title_seen and (line.strip() == document.title or _bare(line) == _bare(document.title or "")):
            title_seen = True
            heads = not is_body(line) and not is_record(line, cues)
            if heads and not (dated and place_line(start, line, cues) is not None):
                continue
        if dated and not in_furniture and not in_body:
            place = place_line(start, line, cues)
            if place is not None:
                yield place
                continue
        if is_body(line):
            is_open = _is_open(line)
            in_body = in_body or not (in_furniture or is_open)
            continue
        if not dated:
            continue
        dates, kind, stands_alone, order = said_of(line, document)
        if kind == "other" or (kind == "plain" and (in_furniture or in_body)):
            continue
        if kind == "plain" and dates and before and _is_wrapped(line, dates[0], before, cues, beside=beside):
            continue
        for date in dates:
            if kind in ("captured", "corrected"):
                yield DateLine(date, kind, line.strip(), RANKS["aside"], start, stands_alone, order)
            elif stands_alone or _is_meeting(line, date, document, cues) or is_record(line, cues):
                before_title = kind == "plain" and not title_seen
                rank = RANKS["masthead"] if before_title else RANKS[kind]
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
    return bool(document.pages) and TIME.search(line) is None


def _is_meeting(line: str, date: WrittenDate, document: Document, cues: Cues) -> bool:
    """Whether a line of minutes begins with the day of the meeting, or that it was held then."""
    held = cues.minutes.search(document.title or "") is not None
    before = line[: date.start_char]
    return held and date.year is not None and not cues.held.sub("", before).strip(_AROUND)


def _tail(lines: Iterable[tuple[int, str]], document: Document) -> Iterator[DateLine]:
    furniture = Ranges(document.furniture)
    for start, line in lines:
        if not has_digit(line) or is_body(line):
            continue
        dates, kind, stands_alone, order = said_of(line, document)
        if kind in ("plain", "other"):
            continue
        for date in dates:
            aside = furniture.touch(start, start + 1) and not _heads_pages(line, document)
            if kind == "captured" or aside:
                sure = kind == "captured" and stands_alone
                yield DateLine(date, "captured", line.strip(), RANKS["aside"], start, sure, order)
            elif kind == "corrected" or stands_alone:
                rank = RANKS["aside"] if kind == "corrected" else RANKS["behind"]
                yield DateLine(date, kind, line.strip(), rank, start, order=order)


def _is_open(line: str) -> bool:
    """Whether a line ends without a full stop or the like, as what stands below a headline may."""
    return line.rstrip()[-1].isalnum()


def _bare(line: str) -> str:
    return _NO_WORD.sub(" ", line).strip().casefold()
