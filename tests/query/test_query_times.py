"""Times of day as a user types them."""

from __future__ import annotations

import pytest

from data.query.times import read_time, without_time


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("10:15", "T10:15"),
        (" 9:05:30 ", "T09:05:30"),
        ("12 am", "T00:00"),
        ("12:30 p.m.", "T12:30"),
        ("5 p.m. UTC", "T17:00 UTC"),
        ("5:30 +05:30", "T05:30 +05:30"),
    ],
)
def test_a_time_alone(typed: str, clock: str) -> None:
    assert read_time(typed) == clock


@pytest.mark.parametrize("typed", ["", "noon", "25:10", "13 pm", "10:60", "10"])
def test_what_is_no_time(typed: str) -> None:
    with pytest.raises(ValueError, match="is no time"):
        read_time(typed)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("8 July 2024, 10:15 pm", ("8 July 2024", "T22:15")),
        ("8 July at 9am", ("8 July", "T09:00")),
        ("2024-07-08", ("2024-07-08", None)),
    ],
)
def test_a_date_and_the_time_behind_it(typed: str, parts: tuple[str, str | None]) -> None:
    assert without_time(typed) == parts
