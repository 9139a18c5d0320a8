"""News articles written for these tests, each word for an event marked with its date: ``[fell|2008-10]``.

A file begins with a line with its publication date; then follow the headline and the text. Dates are what
a careful reader would give, in EDTF, ISO weeks and quarters (``2009-W05``, ``2009-Q1``). What the marks leave
out has no date that a reader could be sure of.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from data import days, edtf
from data.dating import date_readings
from data.dating.calendar.spans import unit_span
from data.model import DatedDocument, Event
from data.reading import read_file
from data.workers import read_document

FOLDER = Path(__file__).parent.parent / "articles"
_MARK = re.compile(r"\[([^]|]+)\|([^]]+)\]")
_WEEK = re.compile(r"(\d{4})-W(\d\d)\Z")
_QUARTER = re.compile(r"(\d{4})-Q(\d)\Z")

Interval = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """A word for an event, where it stands in its document's text, and its first and last day."""

    document: str
    start: int
    end: int
    word: str
    days: Interval


@dataclass(slots=True)
class Score:
    """Counts of dated mentions and of the dates that their sentences' events have, all and right."""

    mentions: int = 0
    found: int = 0
    dates: int = 0
    right: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of mentions with an event of their date."""
        return self.found / self.mentions

    @property
    def precision(self) -> float:
        """The share of dates that are those of a mention in the same sentence."""
        return self.right / self.dates


def interval(told: str) -> Interval:
    """The first and last day of a mark's date."""
    if (week := _WEEK.match(told)) is not None:
        first = date.fromisocalendar(int(week[1]), int(week[2]), 1).toordinal()
        return first, first + 6
    if (quarter := _QUARTER.match(told)) is not None:
        year, last = int(quarter[1]), 3 * int(quarter[2])
        return days.ordinal(year, last - 2, 1), days.ordinal(year, last, days.month_length(year, last))
    reading = edtf.parse(told)
    return reading.start, reading.end


def articles(folder: Path) -> tuple[list[DatedDocument], list[Mention]]:
    """The articles, read and dated as the program does it, and their mentions."""
    lines: list[str] = []
    mentions: list[Mention] = []
    for path in sorted(FOLDER.glob("*.txt")):
        head, _, marked = path.read_text(encoding="utf-8").partition("\n")
        text, at = "", 0
        for match in _MARK.finditer(marked):
            text += marked[at : match.start()]
            start = len(text)
            text += match[1]
            at = match.end()
            mentions.append(Mention(path.stem, start, len(text), match[1], interval(match[2])))
        text += marked[at:]
        published = head.removeprefix("published: ")
        title = text.partition("\n")[0]
        lines.append(json.dumps({"id": path.stem, "title": title, "text": text, "published": published}))
    source = folder / "articles.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    readings = [read_document(document) for document in read_file(str(source)).documents]
    return list(date_readings(readings, {})), mentions


def score(dated: Sequence[DatedDocument], mentions: Sequence[Mention], events: Sequence[Event]) -> Score:
    """How many mentions have an event of their days, and how many days of their sentences' events are right.

    A passage covers a mention if it holds the word or half of its sentence, as on the TimeLine corpora.
    """
    passages: dict[str, list[tuple[int, int, Interval]]] = defaultdict(list)
    for event in events:
        if event.start is not None or event.end is not None:
            for passage in event.passages:
                told = _period(event)
                passages[passage.document].append((passage.start_char, passage.end_char, told))
    found = Score()
    for one in dated:
        own = [mention for mention in mentions if mention.document == one.document.id]
        for sentence in one.sentences:
            start, end = sentence.start_char, sentence.end_char
            inside = [mention for mention in own if start <= mention.start < end]
            given: set[Interval] = set()
            for mention in inside:
                covering = {
                    told
                    for first, last, told in passages[mention.document]
                    if (first <= mention.start and mention.end <= last)
                    or 2 * (min(last, end) - max(first, start)) >= end - start
                }
                given |= covering
                found.mentions += 1
                found.found += mention.days in covering
                if mention.days not in covering:
                    found.errors.append(_told(one, mention.word, mention.days, covering, start, end))
            right = {mention.days for mention in inside}
            found.dates += len(given)
            found.right += len(given & right)
            for told in sorted(given - right):
                found.errors.append(_told(one, "(extra)", told, given, start, end))
    return found


def _period(event: Event) -> Interval:
    """The days of an event; one with an open end ("since 2004") stands for the period that is known."""
    known = event.start or event.end
    if known is None or (event.start and event.end) or event.precision in (None, "day"):
        return (event.start or event.end, event.end or event.start)
    span = unit_span(event.precision, known)
    return span.start, span.end


def _told(
    one: DatedDocument, word: str, told: Interval, covering: set[Interval], start: int, end: int
) -> str:
    shown = ["..".join(map(str, map(days.iso, interval))) for interval in (told, *sorted(covering))]
    return f"{one.document.id}: {word!r} {shown[0]}, given {shown[1:]}: {one.document.text[start:end]}"
