"""Dated rows of tables are events, told by their other cells."""

from __future__ import annotations

import pytest

from data.events import reports
from tests.helpers.dated_documents import Writer

PAID = "{28.09.2015=2015-09-28} | 120,000 | Nordfisk\n{17.12.2015=2015-12-17} | 60,000 | cash"


@pytest.mark.parametrize(
    "marked",
    [
        f"Date | Payment | To\n{PAID}",
        (
            "| Date | Payment | To |\n|---|---|---|\n"
            "| {28.09.2015=2015-09-28} | 120,000 | Nordfisk |\n| {17.12.2015=2015-12-17} | 60,000 | cash |"
        ),
    ],
)
def test_each_row_is_told_by_its_cells(write: Writer, marked: str) -> None:
    found = reports(write(marked))
    assert [one.title for one in found] == ["120,000, Nordfisk", "60,000, cash"]
    assert [one.basis for one in found] == ["stated", "stated"]
    assert found[0].who == ("Nordfisk",)


def test_a_line_below_a_headline_is_no_table(write: Writer) -> None:
    found = reports(write("{28 September 2015=2015-09-28} | Ada Okoye\nThe ferry is back."))
    assert [one.title for one in found] == ["The ferry is back"]


def test_rows_of_numbers_tell_nothing(write: Writer) -> None:
    marked = "{28.09.2015=2015-09-28} | 1.2 | 3.4\n{29.09.2015=2015-09-29} | 1.3 | 3.5"
    assert reports(write(marked)) == []
