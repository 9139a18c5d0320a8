"""A calendar (iCalendar, RFC 5545): every dated event as an entry, for calendar programs.

An entry is for whole days, or at the time of day that was told by the clock.

What has no date stands in no calendar and is left out; an open end is told in the entry's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from data.citation import sources_of
from data.clock import begin, looseness, zone
from data.days import civil
from data.export import Timeline
from data.model import Document, Event
from data.words import event_words

SUFFIX = ".ics"
_LONGEST = 75  # octets of a line, RFC 5545 section 3.1
_DAY = 86_400  # seconds
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_STATUS = {
    "planned": "TENTATIVE",
    "conditional": "TENTATIVE",
    "uncertain": "TENTATIVE",
    "denied": "CANCELLED",
}
# The standard asks when an entry was made. A fixed moment: the same timeline is the same file.
_STAMP = "19700101T000000Z"
_YEARS = range(1, 10_000)  # that a date of four digits can hold


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the calendar; lines end in CR LF and are folded."""
    documents = {document.id: document for document in timeline.documents()}
    _write_lines(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dateline//timeline//EN"], out)
    for event in timeline.events():
        _write_lines(_entry(event, documents), out)
    _write_lines(["END:VCALENDAR"], out)


def _entry(event: Event, documents: dict[str, Document]) -> Iterator[str]:
    first = event.start if event.start is not None else event.end
    last = event.end if event.end is not None else event.start
    if first is None or last is None or not {civil(first).year, civil(last + 1).year} <= set(_YEARS):
        return
    when = event_words(event)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@dateline"
    yield f"DTSTAMP:{_STAMP}"
    moment = None if event.clock is None else _moment(first, event.clock)
    if moment is not None:
        yield f"DTSTART:{moment}"
    else:
        yield f"DTSTART;VALUE=DATE:{_date(first)}"
        yield f"DTEND;VALUE=DATE:{_date(last + 1)}"  # the day after the last
    yield f"SUMMARY:{escape(event.title)}"
    described = [f"{when} ({event.basis}, {event.modality})", *sources_of(event, documents)]
    if event.note:
        described.append(event.note)
    yield f"DESCRIPTION:{escape(chr(10).join(described))}"
    if event.where:
        yield f"LOCATION:{escape(', '.join(event.where))}"
    if event.tags:
        yield f"CATEGORIES:{','.join(map(escape, event.tags))}"
    yield f"STATUS:{_STATUS.get(event.modality, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escape(text: str) -> str:
    """A text as a value: nothing in it ends the value or begins another (RFC 5545, section 3.3.11)."""
    plain = _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = plain.encode("utf-8", "replace").decode("utf-8")
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")


def _moment(day: int, clock: str) -> str | None:
    """A time told by the clock as the standard's "floating" one, which no zone moves (section 3.3.5).

    None where that would say more than was told, or another time: about noon, an evening, a named zone's.
    """
    second = begin(clock)
    if looseness(clock) or zone(clock) is not None or second == _DAY:
        return None
    return f"{_date(day)}T{second // 3600:02d}{second // 60 % 60:02d}{second % 60:02d}"


def _date(day: int) -> str:
    year, month, number = civil(day)
    return f"{year:04d}{month:02d}{number:02d}"


def _write_lines(lines: Iterator[str] | list[str], out: TextIO) -> None:
    for line in lines:
        out.write("\r\n ".join(_folded(line)) + "\r\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, no character cut; all but the first begin with a space."""
    piece, length = "", 0
    for character in line:
        octets = len(character.encode())
        if length + octets > _LONGEST:
            yield piece
            piece, length = "", 1
        piece += character
        length += octets
    yield piece
