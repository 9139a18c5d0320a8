"""What the columns of a chronology are called, and how their cells are told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data import lengths

COLUMNS = {
    "id": ("id", "uid", "event id"),
    "edtf": ("edtf",),
    "start": ("start", "start date", "begin", "begins", "from", "date from"),
    "end": ("end", "end date", "ends", "until", "to", "date to"),
    "date": ("date", "when", "event date", "day of event", "dates", "datum", "fecha", "data"),
    "time": ("time", "time of day", "clock", "hour", "uhrzeit", "hora", "heure", "ora"),
    "year": ("year",),
    "month": ("month",),
    "day": ("day",),
    "title": ("title", "event", "what", "headline", "what happened", "event title", "summary", "description"),
    "who": ("who", "people", "person", "persons", "actors", "actor", "participants", "involved"),
    "where": ("where", "place", "location", "places", "city"),
    "source": ("sources", "source", "citation", "reference", "references", "document"),
    "page": ("page", "pages", "p.", "pp.", "page number", "seite", "página", "pagina"),
    "link": ("url", "link", "source url", "source link", "address"),
    "quote": ("quote", "quotation", "excerpt"),
    "note": ("note", "notes", "comment", "comments", "remarks", "text", "details"),
    "tags": ("tags", "tag", "labels", "category", "categories", "theme"),
    "verification": ("verification", "status", "checked"),
    "modality": ("modality",),
    "kind": ("kind",),
}  # fmt: skip
"""By field the headings that mean it, in small letters; of several columns the first one counts."""

OF_EXPORTS = ("precision", "basis", "timing", "publishers", "conflicts", "files")
"""What an export says beside that of its events; it is not taken in again."""

_LONG = ("who", "where", "tags", "source", "link", "quote", "note")
"""The fields that may be as long as a note: lists of names, and what is cited."""

_LIST = re.compile(r"\s*[;\n]\s*")


def places(header: list[str]) -> dict[str, int]:
    """For each field that a header has, the number of its column from 0."""
    called = [_called(name) for name in header]
    return {
        field: called.index(name)
        for field, names in COLUMNS.items()
        if (name := next((name for name in names if name in called), None)) is not None
    }


def not_taken(header: list[str], taken: dict[str, int]) -> list[str]:
    """The columns of a header that say something and are no field's, as they are called there."""
    return [
        name.strip()
        for number, name in enumerate(header)
        if number not in taken.values() and _called(name) not in ("", *OF_EXPORTS)
    ]


def too_long(row: Mapping[str, str]) -> str:
    """What is wrong with a row of which a cell is longer than it may be; empty if none is."""
    for field, text in row.items():
        most = lengths.TEXT if field in _LONG else lengths.TITLE if field == "title" else lengths.NAME
        if excess := lengths.excess(f"the cell under {COLUMNS[field][0]}", text, most):
            return excess
    return ""


def _called(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip().lower()


def cell(text: str) -> str:
    """A cell without the mark that keeps spreadsheets from running it as a formula."""
    stripped = text.strip()
    return stripped[1:] if re.match(r"'[=+\-@]", stripped) else stripped


def listed(text: str) -> list[str]:
    """The names in a cell, which semicolons or line ends part; commas belong to names."""
    return list(dict.fromkeys(name for name in _LIST.split(text) if name))
