"""The lines in which a document states dates of itself: at its head, behind its end."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from data.dating.publication.cues import WrittenDate, has_digit, publication_cues
from data.dating.publication.stated.chronologies import above_rest, goes_on_until
from data.dating.publication.stated.date_line import (
    RANKS,
    DateLine,
    is_body,
    is_date_line,
    lines_of,
    said_of,
)
from data.dating.publication.stated.head import AROUND, Head, heads_pages
from data.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.model import Document, Reading

# A head has at most so many lines that are not empty.
_HEAD_LINES = 30
# A text whose lines begin with more dates than this is a chronology: they date what it tells.
_DATES = 2
# What may stand behind a date alone on its line.
_HOUR_BEHIND = re.compile(r"(?:[\s,|–-]{1,3}\d{1,2}[:.]\d\d(?:\s?\w{1,4})?)?")


def date_lines(document: Document) -> list[DateLine]:
    """The lines that state dates of the document itself, best first; none is better than "Published ..."."""
    cues = publication_cues(document.language)
    lines = lines_of(document.text)
    found: list[DateLine] = []
    for line in Head(document, cues).read(islice(lines, _HEAD_LINES)):
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
        alone = [line for line in plainly if not cues.date.sub("", line.text).strip(AROUND)]
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


def _tail(lines: Iterable[tuple[int, str]], document: Document) -> Iterator[DateLine]:
    furniture = Ranges(document.furniture)
    for start, line in lines:
        if not has_digit(line) or is_body(line):
            continue
        dates, kind, stands_alone, order = said_of(line, document)
        if kind in ("plain", "other"):
            continue
        for date in dates:
            aside = furniture.touch(start, start + 1) and not heads_pages(line, document)
            if kind == "captured" or aside:
                sure = kind == "captured" and stands_alone
                yield DateLine(date, "captured", line.strip(), RANKS["aside"], start, sure, order)
            elif kind == "corrected" or stands_alone:
                rank = RANKS["aside"] if kind == "corrected" else RANKS["behind"]
                yield DateLine(date, kind, line.strip(), rank, start, order=order)
