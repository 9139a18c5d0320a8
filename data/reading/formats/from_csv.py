"""Tables (CSV, TSV) with a column of texts: one document a row."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING, Any

from data.model import Document, Trouble
from data.numeric_dates import is_day_first
from data.reading.opening import limits
from data.reading.opening.encoding import decode
from data.reading.opening.limits import UnreadableError
from data.reading.records.dates import in_iso
from data.reading.records.names import FIELD_NAMES, fields_among
from data.reading.records.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reading.making.source import Source

SUFFIXES = (".csv", ".tsv")

_DELIMITERS = ",;\t|"


def read(source: Source) -> Iterator[Document | Trouble]:
    """A document for every row that has a text; its line is the row's."""
    decoded = decode(source.data)
    if decoded is None:
        raise UnreadableError("this is no table but a binary file", "Save it as CSV in UTF-8.")
    text = decoded.text.removeprefix("\ufeff").replace("\0", "")
    csv.field_size_limit(limits.LINE_BYTES)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header = next(rows, [])
        places = {field: header.index(name) for field, name in fields_among(header).items()}
        if "text" not in places:
            raise UnreadableError(
                "none of its columns is known to hold texts",
                f"Name one of them text (or {', '.join(FIELD_NAMES['text'][1:6])}); a chronology, with an "
                "event a row, comes in with: dateline import FILE.",
            )
        if decoded.guess is not None:
            hint = "If letters look wrong, save the file as UTF-8."
            yield Trouble(source.path, None, decoded.guess, hint, lost=False)
        table, broken = _table(rows)
        dates = places.get("published")
        day_first = (
            None if dates is None else is_day_first(row[dates] for _, row in table if dates < len(row))
        )
        for number, row in table:
            fields = {
                field: value
                for field, place in places.items()
                if place < len(row) and (value := row[place].strip())
            }
            if "text" in fields:
                if "published" in fields:
                    fields["published"] = in_iso(fields["published"], day_first=day_first)
                yield from record(source, number, fields)
            elif any(row):
                yield Trouble(source.path, number, "this row has no text", "The other rows were read.")
        if broken is not None:
            raise broken
        if table and _is_open(text, table[-1][0]):
            reason = "a quotation that begins in this row has no end: all that follows was read as its text"
            hint = "Close it, or fetch the file again if it is cut off."
            yield Trouble(source.path, table[-1][0], reason, hint, lost=False)
    except csv.Error as error:
        reason = f"its rows cannot be told apart from line {rows.line_num} on ({error})"
        raise UnreadableError(reason, "Open it as a spreadsheet and save it as CSV again.") from error


def _table(rows: Any) -> tuple[list[tuple[int, list[str]]], csv.Error | None]:
    """The rows, each with the number of its first line, up to the end or to what no row can be made of."""
    table: list[tuple[int, list[str]]] = []
    begun = rows.line_num + 1
    try:
        for row in rows:
            table.append((begun, row))
            begun = rows.line_num + 1
    except csv.Error as error:
        return table, error
    return table, None


def _is_open(text: str, last: int) -> bool:
    """Whether the row that begins in line ``last``, which is the last one, ends inside quotation marks."""
    if text.count('"') % 2 == 0:
        return False
    lines = islice(io.StringIO(text, newline=""), last - 1, None)
    try:
        for _ in csv.reader(lines, delimiter=_delimiter(text), strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _delimiter(text: str) -> str:
    """The sign that divides the first row into most columns."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
