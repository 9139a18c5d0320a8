"""The rows of a chronology as marks: new events, and changes of those that came from this collection."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any, get_args

from data import edtf
from data.chronology import dates
from data.chronology.columns import cell, listed, not_taken, places, too_long
from data.clock import clock_words
from data.days import iso
from data.errors import InputError
from data.marks import on_events, on_passages
from data.model import Event, Mark, Modality, Trouble, Verification
from data.numeric_dates import is_day_first
from data.reading.opening.encoding import decode
from data.words import interval_words

_DELIMITERS = ",;\t|"
_SAVE = "Save it from the spreadsheet as CSV in UTF-8."
Known = Callable[[str], Event | None]
"""The event of an id, None if the collection has none."""


@dataclass(slots=True)
class Sheet:
    """What a chronology holds: marks that bring its rows in, and what was wrong or in doubt, by line."""

    marks: list[Mark] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    rows: int = 0


def read_sheet(path: str, data: bytes, known: Known, *, by: str, at: str, today: int) -> Sheet:
    """Read a chronology; a row that cannot be used is told and left out, a date in doubt is told and kept.

    A row whose ``id`` is an event's of the collection changes that event where it says something else; any
    other becomes an event added by hand. Reading the same rows again adds nothing: their marks have the same
    ids. ``at`` is the moment that the marks bear, ``today`` the day that "last year" is counted from.
    Raises InputError if it is no table or has no column with titles.
    """
    decoded = decode(data)
    if decoded is None:
        raise InputError("Not a chronology", f"{path} is no table but a binary file", _SAVE)
    text = decoded.text.removeprefix("\ufeff").replace("\0", "")
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count))
    # One limit for the whole process, so it is only raised; a cell that is too long costs its row.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        table = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise InputError("Not a chronology", f"{path}:{reader.line_num}: {error}", _SAVE) from error
    columns = places(table[0][1]) if table else {}
    if "title" not in columns:
        raise InputError(
            "Not a chronology",
            f"{path} has no column that tells what happened",
            "Name one of its columns title.",
        )
    rows = [
        (line, {name: cell(row[place]) for name, place in columns.items() if place < len(row)})
        for line, row in table[1:]
        if any(value.strip() for value in row)
    ]
    found = _Reading(path, known, by, at, today).sheet(rows)
    if left := not_taken(table[0][1], columns):
        reason = f"not taken in: the column{'s' if len(left) > 1 else ''} {', '.join(left)}"
        found.troubles.append(Trouble(path, table[0][0], reason, "A column called note is kept.", lost=False))
    return found


class _Reading:
    def __init__(self, path: str, known: Known, by: str, at: str, today: int) -> None:
        self.path = path
        self.known = known
        self.by = by
        self.at = at
        self.today = today
        self.day_first: bool | None = None
        self.found = Sheet()

    def sheet(self, rows: list[tuple[int, dict[str, str]]]) -> Sheet:
        written = [row.get(name, "") for _, row in rows for name in ("date", "start", "end")]
        self.day_first = is_day_first(written)
        for line, row in rows:
            self.found.rows += 1
            if not row.get("title"):
                self._tell(line, "this row tells no event", "Give it a title; the other rows were read.")
                continue
            if excess := too_long(row):
                self._tell(line, excess, "Shorten it; the other rows were read.")
                continue
            event = self.known(row["id"]) if row.get("id") else None
            try:
                marks = [self._added(line, row)] if event is None else [*self._changes(line, row, event)]
            except InputError as error:
                self._tell(line, error.reason, f"{error.hint} The other rows were read.")
            else:
                self.found.marks += marks
        return self.found

    def _tell(self, line: int, reason: str, hint: str, *, lost: bool = True) -> None:
        self.found.troubles.append(Trouble(self.path, line, reason, hint, lost))

    def _added(self, line: int, row: dict[str, str]) -> Mark:
        notes = [row["note"]] if row.get("note") else []
        facts: dict[str, Any] = {"title": row["title"], "date": self._date(line, row, notes)}
        facts["date"] = self._with_time(line, row, facts["date"], notes)
        for name in ("who", "where", "tags"):
            facts[name] = listed(row.get(name, ""))
        cited = ", ".join(part for part in (row.get("source"), _page(row), row.get("link")) if part)
        quote = f"“{row['quote']}”" if row.get("quote") else ""
        facts["citation"] = ": ".join(part for part in (cited, quote) if part) or None
        facts["verification"] = self._choice(line, row, "verification", get_args(Verification), notes)
        facts["modality"] = self._choice(line, row, "modality", get_args(Modality), notes)
        facts["kind"] = self._choice(line, row, "kind", ("event", "state"), notes)
        facts["note"] = "\n".join(notes) or None
        value = json.dumps({name: fact for name, fact in facts.items() if fact}, ensure_ascii=False)
        mark = on_passages("event", value=value, by=self.by, at=self.at)
        return replace(mark, id=blake2b(f"{row.get('id')}\n{value}".encode(), digest_size=16).hexdigest())

    def _changes(self, line: int, row: dict[str, str], event: Event) -> Iterator[Mark]:
        notes: list[str] = []
        verification = self._choice(line, row, "verification", get_args(Verification), notes)
        for name, taking_part in (("who", event.who), ("where", event.where)):
            if name in row and listed(row[name]) != list(taking_part):
                reason = f"the column {name} says something else than the documents of this event"
                self._tell(line, reason, "Join or part names with = on the screen.", lost=False)
        changed = {
            "title": (row["title"], event.title),
            "date": (self._changed_date(line, row, event), edtf.with_time(event.edtf or "", event.clock)),
            "verification": (verification, event.verification or ""),
            "note": (row.get("note", ""), event.note or ""),
        }
        for kind, (new, old) in changed.items():
            if new and " ".join(new.split()) != " ".join(old.split()):
                yield on_events(kind, [event], new, by=self.by, at=self.at)  # type: ignore[arg-type]  # a kind
        tags = listed(row.get("tags", "")) if "tags" in row else list(event.tags)
        for tag in tags:
            if tag not in event.tags:
                yield on_events("tag", [event], tag, by=self.by, at=self.at)
        for tag in event.tags:
            if tag not in tags:
                yield on_events("untag", [event], tag, by=self.by, at=self.at)

    def _with_time(self, line: int, row: dict[str, str], date: str, notes: list[str]) -> str:
        """A row's date with its time of day; one that cannot be kept so is told and kept in the notes."""
        cell = row.get("time", "")
        try:
            clock = dates.told_time(_written(row), cell)
        except ValueError as error:
            self._tell(line, str(error), "It is kept in the note.", lost=False)
            notes.append(f"time: {cell}")
            return date
        made = edtf.with_time(date, clock) if _is_a_day(date) else date
        if clock is not None and made == date:
            notes.append(f"time: {cell or clock_words(clock)}")
        return made

    def _changed_date(self, line: int, row: dict[str, str], event: Event) -> str:
        """The date that a row of an export gives, in EDTF with its time; "" if it gives none."""
        date, clock = self._changed_day(line, row, event), event.clock
        told = "" if clock is None else clock_words(clock)
        if not date:
            return date
        if row.get("time", told) != told:
            try:
                clock = dates.told_time("", row["time"])
            except ValueError as error:
                self._tell(line, str(error), "The event keeps its time.", lost=False)
        return edtf.with_time(date, clock) if _is_a_day(date) else date

    def _changed_day(self, line: int, row: dict[str, str], event: Event) -> str:
        """The date that a row of an export gives, in EDTF; "" if it gives none.

        Of its columns that say the date the one counts that was edited: alone it says something else than
        the EDTF beside it. A spreadsheet may have written a date in its own way, which is no other date.
        """
        sure = row.get("edtf", "")
        try:
            stood = edtf.parse(sure) if sure else None
        except ValueError:
            stood = None
        if stood is None:
            return self._date(line, row, [], "The event keeps its date.")
        days = (iso(stood.start) or "", iso(stood.end) or "")
        words = interval_words(event.start, event.end, event.precision, about=edtf.is_about(event.edtf or ""))
        known = (event.edtf, words)
        same = (sure, row.get("date")) == known
        others = []
        if row.get("start", days[0]) != days[0] or row.get("end", days[1]) != days[1]:
            others.append({name: row.get(name, "") for name in ("start", "end")})
        said = interval_words(stood.start, stood.end, stood.precision, about=edtf.is_about(sure))
        if row.get("date") and row["date"] != said and not same:
            others.append({"date": row["date"]})
        if len(others) != 1:
            return sure
        found = self._date(line, others[0], [], "The event keeps its date.")
        return found if found and _days(found) != _days(sure) else sure

    def _choice(
        self, line: int, row: dict[str, str], name: str, choices: tuple[str, ...], notes: list[str]
    ) -> str:
        """A cell that must be one of several words; any other word is told and kept in the notes."""
        said = row.get(name, "")
        word = said.lower().replace(" ", "-")
        if word in choices or not said:
            return word
        self._tell(
            line, f"{name} “{said}” is none of {', '.join(choices)}", "It is kept in the note.", lost=False
        )
        notes.append(f"{name}: {said}")
        return ""

    def _date(
        self,
        line: int,
        row: dict[str, str],
        notes: list[str],
        hint: str = "The event is in, undated; its note has the date.",
    ) -> str:
        """The row's date in EDTF, "" for none; one that cannot be read is told and kept in the notes."""
        written = _written(row)
        if not written or written.lower() == "undated":
            return ""
        try:
            return dates.read(written, day_first=self.day_first, today=self.today)
        except ValueError as error:
            self._tell(line, str(error), hint, lost=False)
            notes.append(f"date: {written}")
            return ""


def _page(row: dict[str, str]) -> str:
    page = row.get("page", "")
    return f"page {page}" if page.isdecimal() else page


def _days(date: str) -> tuple[int | None, int | None, bool]:
    """First and last day of an EDTF date, and whether it is only nearly those."""
    read = edtf.parse(date)
    return read.start, read.end, edtf.is_about(date)


def _is_a_day(date: str) -> bool:
    read = edtf.parse(date) if date else None
    return read is not None and read.start is not None and read.start == read.end


def _written(row: dict[str, str]) -> str:
    """What a row says of its date, the surest column first."""
    if row.get("edtf"):
        return row["edtf"]
    if row.get("start") and row.get("end") and row["start"] != row["end"]:
        return f"{row['start']} to {row['end']}"
    if row.get("start") or row.get("date"):
        return row.get("start") or row["date"]
    if row.get("year"):
        parts = [row["year"], *(row[name].zfill(2) for name in ("month", "day") if row.get(name))]
        return "-".join(parts)
    return row.get("end", "")
