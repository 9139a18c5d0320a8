"""The axis of the density strip."""

from __future__ import annotations

import pytest

from data import days
from data.store.records import PeriodCount
from tests.helpers.counted_months import months
from tui.timeline.axis import axis_of


@pytest.mark.parametrize("width", [2, 7, 20, 76, 116, 296])
@pytest.mark.parametrize(
    "counts",
    [
        months((2022, 1, 5)),
        months((1939, 9, 1), (2022, 1, 90), (2023, 2, 9)),
        months(*((year, month, year % 7) for year in range(1980, 2025) for month in (1, 8))),
        months(*((year, 1, 1) for year in range(-480, 2025, 9))),
    ],
    ids=["one", "folded", "decades", "millennia"],
)
def test_every_event_has_a_column_and_the_strip_fits(counts, width):
    axis = axis_of(counts, width)
    events, conflicts = axis.counts(counts)
    assert sum(events) == sum(one.events for one in counts)
    assert conflicts == [0] * len(axis.columns)
    assert 0 < len(axis.columns) <= width
    assert all(events[axis.column_of(one.start)] for one in counts if one.events)
    last = -1
    for place, label in axis.labels:
        assert place > last
        last = place + len(label)


def test_a_lone_old_year_is_folded():
    axis = axis_of(months((1939, 9, 1), (2022, 1, 90), (2023, 2, 90)), 76)
    names = [label for _, label in axis.labels]
    assert names[0] == "1930s"
    assert "2022" in names


def test_nothing_without_events():
    assert axis_of([], 80).columns == ()
    assert axis_of(months((2022, 1, 1)), 1).columns == ()


def test_one_year_is_shown_by_its_months():
    axis = axis_of(months((2022, 1, 5), (2022, 12, 1)), 76)
    assert len(axis.columns) == 72
    assert [label for _, label in axis.labels][:3] == ["2022", "Feb", "Mar"]
    assert axis.column_of(days.ordinal(2022, 12, 1)) == 66


def test_a_long_name_of_a_year_runs_into_no_month():
    axis = axis_of(months((-479, 1, 5), (-479, 12, 1)), 76)
    assert [label for _, label in axis.labels][:3] == ["480 BC", "Mar", "Apr"]


def test_even_stretches_before_christ_begin_with_round_years():
    axis = axis_of(months(*((year, 1, 1) for year in range(-480, 2025, 9))), 60)
    assert axis.labels[0] == (0, "500 BC")
    ends = [days.civil(column.end).year for column in axis.columns]
    begins = [days.civil(column.start).year for column in axis.columns]
    assert [one + 1 for one in ends[:-1]] == begins[1:]


def test_a_decade_before_christ_is_named_by_its_first_year():
    axis = axis_of(months((-479, 1, 1), *((2022, month, 50) for month in range(1, 13))), 76)
    assert axis.labels[0] == (0, "480 BC")


def test_conflicts_are_counted_in_their_columns_and_what_lies_outside_in_none():
    axis = axis_of(months((2022, 1, 5)), 24)
    counts = [PeriodCount(days.ordinal(2021, 5), 7, 7), PeriodCount(days.ordinal(2022, 3), 3, 1)]
    events, conflicts = axis.counts(counts)
    assert (sum(events), sum(conflicts)) == (3, 1)
    assert conflicts[axis.column_of(days.ordinal(2022, 3))] == 1
