"""EDTF dates are read to days and written back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import days, edtf

READ = [
    ("2022-09-16", "2022-09-16", "2022-09-16", "day"),
    ("2022-09", "2022-09-01", "2022-09-30", "month"),
    ("2022", "2022-01-01", "2022-12-31", "year"),
    ("2010~", "2010-01-01", "2010-12-31", "year"),
    ("2016?", "2016-01-01", "2016-12-31", "year"),
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "century"),
    ("2022-XX", "2022-01-01", "2022-12-31", "year"),
    ("2022-09-XX", "2022-09-01", "2022-09-30", "month"),
    ("2022-23", "2022-09-01", "2022-11-30", "season"),
    ("2023-24", "2023-12-01", "2024-02-29", "season"),
    ("2022-34", "2022-04-01", "2022-06-30", "quarter"),
    ("2022-41", "2022-07-01", "2022-12-31", "half"),
    ("../2019", None, "2019-12-31", "year"),
    ("2019-05/..", "2019-05-01", None, "month"),
    ("2024-07-08/2024-07-09", "2024-07-08", "2024-07-09", "day"),
    ("2001/2009", "2001-01-01", "2009-12-31", "year"),
    ("-0479", "-0479-01-01", "-0479-12-31", "year"),
    ("2024-07-08T10:13", "2024-07-08", "2024-07-08", "day"),
    ("2024-07-08T10:13:05Z", "2024-07-08", "2024-07-08", "day"),
    ("2024-07-08T10:13:05+05:30", "2024-07-08", "2024-07-08", "day"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), READ)
def test_read(text: str, start: str | None, end: str | None, precision: str) -> None:
    found = edtf.parse(text)
    assert (days.iso(found.start), days.iso(found.end), found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("2024-07-08", "2024-07-08", None),
        (" 2024-07-08T10:13 ", "2024-07-08", "T10:13"),
        ("2024-07-08T10:13:05Z", "2024-07-08", "T10:13:05 UTC"),
        ("2024-07-08T10:13-0330", "2024-07-08", "T10:13 -0330"),
        ("2024-07-08T24:30", "2024-07-08", None),
        ("2001/2009", "2001/2009", None),
    ],
)
def test_a_time_is_parted_from_its_day_and_put_back(text: str, day: str, clock: str | None) -> None:
    assert edtf.parted(text) == (day, clock)
    assert clock is None or edtf.with_time(day, clock) == text.strip()


@pytest.mark.parametrize("clock", [None, "TEV", "T10:13/APPROX", "T10:13 EDT", "T10:13 GMT"])
def test_what_no_iso_time_says_is_left_out(clock: str | None) -> None:
    assert edtf.with_time("2024-07-08", clock) == "2024-07-08"


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2022-13", "2022-02-30", "../..", "2022/2019", "22", "2022-9-1", "2022-45", "20X2"],
)
def test_refused_with_the_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        edtf.parse(text)


@pytest.mark.parametrize(
    "text", [row[0] for row in READ if not set(row[0]) & set("~?T") and "XX" not in row[0][4:]]
)
def test_written_as_it_was_read(text: str) -> None:
    assert edtf.write(*edtf.parse(text)) == text


def test_before_a_year() -> None:
    assert edtf.write(None, days.ordinal(2018, 12, 31), "year") == "../2018"
    assert edtf.write(days.ordinal(2019, 5, 4), None, "day") == "2019-05-04/.."
    assert edtf.write(None, None) is None


@given(st.integers(-400_000, 1_000_000), st.integers(0, 4_000))
def test_every_interval_survives_writing_and_reading(start: int, length: int) -> None:
    written = edtf.write(start, start + length)
    assert written is not None
    assert edtf.parse(written)[:2] == (start, start + length)
