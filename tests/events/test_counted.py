"""Clauses whose day is counted from the one beside them."""

from __future__ import annotations

import pytest

from data import edtf
from data.events.reporting.reports import reports
from tests.helpers.dated_documents import Writer

_LEAD = "The council of Moss gathered in the old town hall to talk about the harbour and its bridge. "
_PUBLISHED = "2024-07-08"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # back from a date, from the day the document is about, and ahead
        ("It closed {on Friday=2024-07-05}, {a day=P1D} after it lost a ship.", ["2024-07-05", "2024-07-04"]),
        ("The shares fell again, {two days=P2D} after it lost its licence.", [_PUBLISHED, "2024-07-06"]),
        ("It closed {on Friday=2024-07-05}, {a day=P1D} before it sank.", ["2024-07-05", "2024-07-06"]),
        # the clause stands first, with or without a date of its own
        ("{A day=P1D} after the mill lost its licence, its shares fell.", ["2024-07-07", _PUBLISHED]),
        ("{Two days=P2D} after it shut {July 5=2024-07-05}, its owner left.", ["2024-07-05", "2024-07-07"]),
        ("Only {a day=P1D} after it shut {July 5=2024-07-05}, its owner left.", ["2024-07-05", "2024-07-06"]),
        ("MOSS -- {A day=P1D} after it lost its licence, its shares fell.", ["2024-07-07", _PUBLISHED]),
        # the day that its sentence names before it comes first
        ("The sale, told {July 5=2024-07-05}, came {a day=P1D} after it sank.", ["2024-07-05", "2024-07-04"]),
        # as fine as the length and the date beside it are told
        ("It sailed {in May 2005=2005-05}, {three months=P3M} after it was built.", ["2005-05", "2005-02"]),
        ("It sailed {in 2005=2005}, {two years=P2Y} after it was launched.", ["2005", "2003"]),
        ("It sailed {in 2005=2005}, {a day=P1D} after it was launched.", ["2005", None]),
        # the quarter of figures is not when they were told
        (
            "It rose {on Friday=2024-07-05}, {a day=P1D} after it earned more for {June=2024-06}.",
            ["2024-07-05", "2024-07-04"],
        ),
        # how long something took is no time before something else
        ("The jury talked for {two days=P2D} before it agreed.", [_PUBLISHED]),
        ("The mill waited {four months=P4M} before it told the council.", [_PUBLISHED]),
        # by weeks from a day; of a year it is mostly the same one
        ("It closed {on Friday=2024-07-05}, {a week=P1W} after it sank.", ["2024-07-05", "2024-06-28"]),
        ("It sailed {in 2005=2005}, {a week=P1W} after it was launched.", ["2005"]),
    ],
)  # fmt: skip
def test_clauses_counted_from_another(write: Writer, sentence: str, told: list[str | None]) -> None:
    found = [one for one in reports(write(_LEAD + sentence)) if one.sentence == 1]
    assert [edtf.write(one.start, one.end, one.precision) or None for one in found] == told
