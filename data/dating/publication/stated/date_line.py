"""A line that states a date of its document: what it says of the date, and how good it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from data.dating.publication.cues import LineKind, WrittenDate, publication_cues
from data.dating.publication.stated.orders import with_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.dating.publication.cues import Cues
    from data.model import Document
    from data.ranges import Ranges

#: Letters, for a class of a pattern; those of an Indian script are joined by signs that are none.
LETTERS = r"\w\u0900-\u0903\u093a-\u094f"
#: How good a date is as that of publication, smaller being better: by what its line says of it, or where that
#: stands. Above the title, as the date of a newspaper; behind the end; aside is what is no such date at all.
RANKS = {"published": 0, "plain": 1, "updated": 2, "masthead": 3, "behind": 4, "aside": 9}
#: A time by the clock, as a printer's stamp has one.
TIME = re.compile(r"(?<!\d)\d{1,2}(?:\s?[:.hH]\s?\d{2}){1,2}(?!\d)|(?<!\d)\d{1,2}\s?h(?!\w)")
# A paragraph of so many words is the body.
_BODY_WORDS = 22
#: No shorter line is of the body: each word has one letter, and a space before the next.
BODY_LENGTH = 2 * _BODY_WORDS - 1
# Capitalised words that a date line may hold beside its date: places, publishers, weekdays.
_NAMES = 9
# Lines that come again with many documents are looked up, so many of at most so many letters.
_REMEMBERED, _LONGEST_REMEMBERED = 1000, 100
# "1. Minutes of 10 December 2019": an item of an agenda, no line about the text.
_LISTED = re.compile(r"\s*\d{1,3}[.)]\s+[^\W\d]")
_WORD = re.compile(rf"[^\W\d_][{LETTERS}.'’-]*|©")


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
        return self.rank == RANKS["masthead"]

    def is_inside(self, ranges: Ranges) -> bool:
        """Whether it begins in one of these ranges of the document's text."""
        return ranges.touch(self.start_char, self.start_char + 1)


def lines_of(text: str) -> Iterator[tuple[int, str]]:
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


def is_body(line: str) -> bool:
    """Whether a line is a paragraph of the text, and not of its head."""
    return len(line) >= BODY_LENGTH and len(line.split(None, _BODY_WORDS - 1)) == _BODY_WORDS


def said_of(line: str, document: Document) -> tuple[Sequence[WrittenDate], LineKind, bool, str]:
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
    return dates, kind, is_date_line(line, cues)


def is_date_line(line: str, cues: Cues) -> bool:
    """Whether a line holds nothing but dates, names, and what says which date it is."""
    rest = cues.date.sub(" ", line)
    if _LISTED.match(rest):
        return False
    if _are_names(rest, cues):
        return True
    rest = cues.writer.sub(" ", TIME.sub(" ", rest))
    for kind in ("captured", "published", "updated"):
        rest = cues.kinds[kind].sub(" ", rest)
    return _are_names(rest, cues)


def _are_names(rest: str, cues: Cues) -> bool:
    """Whether what a line has beside its date are a few names and words that date lines hold."""
    words = words_of(rest)
    small = [word for word in words if word[:1].islower() and word.strip(".") not in cues.fillers]
    return not small and len(words) <= _NAMES


def words_of(line: str) -> list[str]:
    """The words of a line, a sign of copyright being one."""
    return _WORD.findall(line)
