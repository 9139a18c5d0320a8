"""The date of an event in the list's column, with the time of its day where there is room."""

from __future__ import annotations

import pytest

from data import days
from data.marks import on_events
from data.store import open_collection
from data.store.records import EventRow
from tests.helpers.piloted import NARROW, lines, started
from tests.store.made import event
from tui.widgets.event_list import DATE_WIDTH, WIDE_DATE_WIDTH, column_date

YEAR = days.ordinal(2024)


def row(when: str, clock: str | None) -> EventRow:
    one = event("e", when, (), clock=clock)
    return EventRow(
        position=0, id="e", title="", start=one.start, end=one.end, edtf=when, precision=one.precision,
        basis="stated", kind="event", modality="happened", importance=0, publishers=1, passages=1,
        conflicts=0, verification=None, clock=clock,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("when", "clock", "narrow", "wide"),
    [
        ("2024-07-08", None, "8 Jul", "8 Jul"),
        ("2024-07-08", "T10:15", "8 Jul 10:15", "8 Jul 10:15"),
        ("2024-07-18", "T10:15 EDT", "18 Jul 10:15", "18 Jul 10:15 EDT"),
        ("2024-07-18", "T12:00/BEFORE", "18 Jul <12:00", "18 Jul before 12:00"),
        ("2024-07-18", "TEV", "18 Jul evening", "18 Jul evening"),
        ("2024-07-18", "TAF", "18 Jul aft.", "18 Jul afternoon"),
        ("2024-07-18", "TAF/START", "18 Jul aft.", "18 Jul aft."),
        ("2024-07", None, "Jul 2024", "Jul 2024"),
        ("../2024-05", None, "before Jun", "before Jun"),
        ("../2024-05-14", None, "until 14 May", "until 14 May"),
        ("2024-06-05/..", None, "since 5 Jun", "since 5 Jun"),
        ("2024/..", None, "since 2024", "since 2024"),
        ("../2024", None, "before 2025", "before 2025"),
        ("2024-07-08~", None, "~8 Jul", "~8 Jul"),
        ("1100~", None, "~1100", "~1100"),
    ],
)
def test_under_a_heading_of_its_year(when: str, clock: str | None, narrow: str, wide: str) -> None:
    assert column_date(row(when, clock), None, YEAR, DATE_WIDTH) == narrow
    assert column_date(row(when, clock), None, YEAR, WIDE_DATE_WIDTH) == wide


def test_without_room_the_day_alone_is_told() -> None:
    assert column_date(row("2024-07-18", "T10:15"), "decade", YEAR, DATE_WIDTH) == "18 Jul 2024"
    assert column_date(row("2024-07-18", "T10:15"), "decade", YEAR, WIDE_DATE_WIDTH) == "18 Jul 2024 10:15"


async def test_the_help_tells_what_a_shortened_time_means(address):
    async with started(address) as (app, pilot):
        await pilot.press("?", "/", *"time of day:", "enter")
        told = [line.split() for line in lines(app)]
        assert ["<12:00", "its", "time", "of", "day:", "before", "12:00"] in told
        assert ["eve.", "its", "time", "of", "day:", "evening"] in told


async def test_a_day_on_a_small_screen(address):
    with open_collection(str(address), writing=True) as store:
        for name, when in (("e2", "2019-09-05T10:15"), ("e3", "2019-09-05T09:40")):
            one = store.event(name)
            assert one is not None
            store.mark(on_events("date", [one], when))
    async with started(address, size=NARROW) as (app, pilot):
        told = [line for line in lines(app) if " Sep" in line]
        assert [line[2:16].strip() for line in told[:3]] == [
            "5 Sep 09:40", "5 Sep 10:15", "5 Sep",
        ]  # fmt: skip
        assert "Summit in Delhi" in told[1]
        await pilot.press("j")
        assert "5 September 2019, 10:15" in "\n".join(lines(app))
