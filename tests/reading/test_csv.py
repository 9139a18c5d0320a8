"""Tables: a document a row, its columns known by their names."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from data.reading import FileReading, read_bytes
from data.reading.opening import limits

TEXT = 'The ferry came back on Monday.\n\n"At last," said the baker; two hundred people stood on the quay.'


def written(rows: list[list[Any]], **dialect: Any) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, **dialect).writerows(rows)
    return file.getvalue().encode()


def reading(rows: list[list[Any]], path: str = "x.csv", **dialect: Any) -> FileReading:
    return read_bytes(path, written(rows, **dialect))


@pytest.mark.parametrize(
    ("path", "delimiter"), [("x.csv", ","), ("x.csv", ";"), ("x.tsv", "\t"), ("x.csv", "|")]
)
def test_every_column(path: str, delimiter: str) -> None:
    found = reading(
        [
            ["ID", "Headline", "Body", "Publication_Date", "Source", "Author", "URL", "Lang", "More"],
            [
                "a-1",
                "Ferry",
                TEXT,
                "2024-03-04",
                "Coast Post",
                "Jonas Lind",
                "https://c.example/1",
                "en",
                "x",
            ],
            ["a-2", "Rain", "It rained.", "2024-03-05 18:20", "", "", "", "", ""],
        ],
        path,
        delimiter=delimiter,
    )
    assert found.troubles == ()
    first, second = found.documents
    assert (first.id, first.title, first.text, first.line) == ("a-1", "Ferry", TEXT, 2)
    assert (first.publisher, first.byline, first.url) == ("Coast Post", "Jonas Lind", "https://c.example/1")
    assert (first.published.value, first.published.basis, first.language) == ("2024-03-04", "stated", "en")
    assert (second.id, second.line, second.published.value) == ("a-2", 5, "2024-03-05 18:20")
    assert (second.publisher, second.byline, second.span) == (None, None, None)


def test_only_the_text_is_required() -> None:
    (only,) = reading([["Full Text"], ["It rained."]]).documents
    assert (only.text, only.id) == ("It rained.", only.sha256[:12])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_spreadsheets_write(encoding: str) -> None:
    data = written([["text"], ["Modi traf Putin in Köln."]]).decode().encode(encoding)
    (only,) = read_bytes("x.csv", data).documents
    assert only.text == "Modi traf Putin in Köln."


def test_bad_rows_are_told_and_the_others_are_read() -> None:
    found = reading(
        [
            ["id", "text", "date"],
            ["1", "One.", "soon"],
            ["2", "", ""],
            [],
            ["1", "Other."],
            ["3", "Three.", ""],
        ]
    )
    assert [one.text for one in found.documents] == ["One.", "Three."]
    assert [trouble.line for trouble in found.troubles] == [2, 3, 5]
    assert "no date" in found.troubles[0].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"text\n", "empty"),
        (b"day,place\nMonday,Norholm\n", "none of its columns"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        (b"text\n" + b"a" * 20_000, "told apart"),
    ],
)
def test_a_bad_table_is_one_trouble(data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 10_000)
    found = read_bytes("x.csv", data)
    assert found.documents == ()
    (only,) = found.troubles
    assert reason in only.reason


def test_columns_in_other_languages() -> None:
    (only,) = reading(
        [["Nr", "Schlagzeile", "Volltext", "Datum", "Medium", "Autor"],
         ["7", "Fähre", "Die Fähre kam am Montag.", "4.3.2024", "Küstenbote", "Jonas Lind"]], delimiter=";"
    ).documents  # fmt: skip
    assert (only.title, only.publisher, only.byline) == ("Fähre", "Küstenbote", "Jonas Lind")
    assert only.published.value == "2024-03-04"


@pytest.mark.parametrize(("other", "value"), [("25/12/2023", "2024-04-03"), ("12/25/2023", "2024-03-04")])
def test_the_column_tells_if_the_day_stands_first(other: str, value: str) -> None:
    first, second = reading([["text", "date"], ["One.", "03/04/2024"], ["Two.", other]]).documents
    assert (first.published.value, second.published.value) == (value, "2023-12-25")


def test_an_order_in_doubt_is_told_and_no_date() -> None:
    found = reading([["text", "date"], ["One.", "03/04/2024"]])
    assert found.documents[0].published.basis == "unknown"
    assert "03/04/2024" in found.troubles[0].reason


def test_rows_before_a_broken_one_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_BYTES", 10_000)
    found = read_bytes("x.csv", b'text\nOne.\n"' + b"x" * (limits.LINE_BYTES + 1) + b'"\n')
    assert [one.text for one in found.documents] == ["One."]
    assert "from line 3 on" in found.troubles[0].reason


def test_a_quotation_without_an_end_is_told() -> None:
    data = b'text,date\nIt rained.,2024-03-04\n"It snowed, and\nthen it stopped.,2024-03-05\nIt froze.,\n'
    found = read_bytes("x.csv", data)
    assert len(found.documents) == 2
    (told,) = found.troubles
    assert (told.line, told.lost) == (3, False)
    assert "no end" in told.reason


def test_a_mark_inside_a_cell_is_no_quotation() -> None:
    assert reading([["text"], ["It rained."]]).troubles == ()
    assert read_bytes("x.csv", b'text\nA pipe of 3" broke.\nIt rained.\n').troubles == ()
