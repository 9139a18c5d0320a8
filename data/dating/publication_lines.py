"""Publication dates that a document states: in a date line, in the place line of an agency, in its file's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from data.days import iso, month_length, ordinal
from data.dating.publication_cues import LineKind, WrittenDate, publication_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.dating.publication_cues import Cues
    from data.model import Document

# A head has at most so many lines that are not empty; a paragraph of so many words is the body.
_HEAD_LINES = 30
_TAIL_LINES = 12
_BODY_WORDS = 22
_LINE_WORDS = 16
# Capitalised words that a date line may hold beside its date: places, publishers, weekdays.
_NAMES = 9
# An agency's story begins with place and date: "NEW DELHI, Dec 6 (Agency) —", "6 Dec 2021 -".
_PLACE = re.compile(r"\W*(?:[A-Z][\w.'’-]*(?:[ ,/]+(?=[A-Z\d])|[,/ ]+))*\Z")
_DASH = re.compile(r"[\s.,]*(?:\([^)\n]{1,60}\))?[\s:]*(?:[-—–]|--|\.\s)")
_NAME_DATE = re.compile(
    r"(?<!\d)((?:1[89]|20)\d\d)(?:-(\d\d)-(\d\d)|_(\d\d)_(\d\d)|(\d\d)(\d\d)|/(\d{1,2})/(\d{1,2}))(?!\d)"
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*|©")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date that a document states about itself.

    Attributes:
        date: as written.
        kind: what the line says about it.
        text: the line, for the reader.
        rank: how good a line of this kind and place is as a publication date; smaller is better.
    """

    date: WrittenDate
    kind: LineKind
    text: str
    rank: int


def date_lines(document: Document) -> list[DateLine]:
    """The lines that state dates of the document itself, best first."""
    cues = publication_cues(document.language)
    found = [*_head(document, cues), *_tail(document, cues)]
    return sorted(found, key=lambda line: (line.rank, line.date.start_char))


def name_date(document: Document) -> tuple[int, str] | None:
    """A day written in the file's name or the address, and where."""
    for text, said in ((document.url, "the address"), (PurePath(document.path).name, "the file's name")):
        for match in _NAME_DATE.finditer(text or ""):
            year, month, day = (int(part) for part in match.groups() if part is not None)
            if 1 <= month <= 12 and 1 <= day <= month_length(year, month):
                number = ordinal(year, month, day)
                return number, f"{said} says {iso(number)}"
    return None


def _head(document: Document, cues: Cues) -> Iterator[DateLine]:
    title_seen, in_body = document.title is None, False
    for count, (start, line) in enumerate(_lines(document.text)):
        if count >= _HEAD_LINES:
            return
        in_furniture = _inside(start, document.furniture)
        if not title_seen and document.title is not None and _bare(line) == _bare(document.title):
            title_seen = True
            continue
        if not in_furniture and not in_body:
            place = _place_line(line, cues)
            if place is not None:
                yield place
                continue
        if len(line.split()) >= _BODY_WORDS:
            in_body = in_body or not in_furniture
            continue
        for date in cues.dates(line):
            kind = cues.kind(line)
            if kind == "plain" and (in_furniture or in_body):
                continue
            if kind in ("published", "updated") or (kind == "plain" and _is_date_line(line, cues)):
                ranks = {"published": 0, "plain": 1 if title_seen else 3, "updated": 2}
                yield DateLine(date, kind, line.strip(), ranks[kind])
            elif kind in ("captured", "corrected"):
                yield DateLine(date, kind, line.strip(), 9)


def _tail(document: Document, cues: Cues) -> Iterator[DateLine]:
    for start, line in list(_lines(document.text))[_HEAD_LINES:]:
        kind = cues.kind(line)
        if kind == "plain" or len(line.split()) > _LINE_WORDS:
            continue
        for date in cues.dates(line):
            if kind == "captured" or _inside(start, document.furniture):
                yield DateLine(date, "captured", line.strip(), 9)
            else:
                yield DateLine(date, kind, line.strip(), 9 if kind == "corrected" else 4)


def _place_line(line: str, cues: Cues) -> DateLine | None:
    for date in cues.dates(line[:120])[:1]:
        before, behind = line[: date.start_char], line[date.end_char :]
        dash = _DASH.match(behind)
        if dash is not None and len(before) <= 60 and _PLACE.fullmatch(before) and behind[dash.end() :].strip():
            return DateLine(date, "plain", line[: date.end_char + dash.end()].strip(), 1)
    return None


def _is_date_line(line: str, cues: Cues) -> bool:
    rest = cues.date.sub(" ", line)
    words = _WORD.findall(rest)
    small = [word for word in words if word[:1].islower() and word.strip(".") not in cues.fillers]
    return not small and len(words) <= _NAMES


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, line
        at += len(line)


def _bare(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()


def _inside(at: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= at < end for start, end in ranges)
