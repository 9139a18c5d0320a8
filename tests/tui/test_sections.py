"""Headings: periods and names."""

from __future__ import annotations

import pytest

from data import days
from data.store.arranging import CoarseCount, Group
from data.store.records import PeriodCount
from tests.helpers.counted_months import months
from tui.timeline.sections import by_name, by_time, label_of, period_of

COUNTS = months((1999, 12, 1), (2000, 1, 6), (2001, 4, 3), (2010, 1, 8))
COARSE = [
    CoarseCount(days.ordinal(2000), "month", 4), CoarseCount(days.ordinal(2000), "year", 3),
    CoarseCount(days.ordinal(2000), "decade", 1), CoarseCount(days.ordinal(2010), "month", 8),
]  # fmt: skip


def named(sections):
    return [(one.label, one.events) for one in sections]


@pytest.mark.parametrize(
    ("unit", "labels"),
    [
        ("century", [("20th century", 1), ("21st century", 17), ("Undated", 2)]),
        ("decade", [("1990s", 1), ("2000s", 9), ("2010s", 8), ("Undated", 2)]),
        ("year", [("1999", 1), ("2000", 6), ("2001", 3), ("2010", 8), ("Undated", 2)]),
        (
            "month",
            [
                ("December 1999", 1),
                ("January 2000", 6),
                ("April 2001", 3),
                ("January 2010", 8),
                ("Undated", 2),
            ],
        ),
    ],
)
def test_headings_count_their_events(unit, labels):
    assert named(by_time(COUNTS, (), unit, 20)) == labels


@pytest.mark.parametrize(
    ("unit", "labels"),
    [
        ("century", [("20th century", 1), ("21st century", 17)]),
        ("decade", [("1990s", 1), ("21st century", 1), ("2000s", 8), ("2010s", 8)]),
        ("year", [("1999", 1), ("21st century", 1), ("2000s", 2), ("2000", 3), ("2001", 3), ("2010", 8)]),
        (
            "month",
            [
                ("December 1999", 1), ("21st century", 1), ("2000s", 2), ("2000", 1), ("January 2000", 2),
                ("April 2001", 3), ("2010", 8),
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_more_than_a_period_stands_under_more(unit, labels):
    sections = by_time(COUNTS, COARSE, unit, 18)
    assert named(sections) == labels
    assert [one.first for one in sections] == [sum(n for _, n in labels[:i]) for i in range(len(labels))]


def test_years_of_a_single_event_share_a_heading():
    counts = months(
        (1939, 9, 1), (1975, 10, 1), (1993, 1, 1), (1996, 5, 2), (2001, 3, 1), (2002, 1, 50), (2002, 5, 20)
    )
    sections = by_time(counts, [CoarseCount(days.ordinal(1993), "month", 1)], None, 77)
    assert named(sections) == [
        ("1939–1993", 3), ("1996", 2), ("2001", 1), ("January 2002", 50), ("May 2002", 20), ("Undated", 1),
    ]  # fmt: skip
    assert [one.first for one in sections] == [0, 3, 5, 6, 56, 76]
    assert [one.alone for one in sections] == [True, False, False, False, False, False]


def test_only_a_crowded_year_is_parted_by_months():
    counts = months((2001, 3, 2), (2001, 4, 3), (2002, 1, 50), (2002, 5, 20))
    assert named(by_time(counts, (), None, 75)) == [("2001", 5), ("January 2002", 50), ("May 2002", 20)]


@pytest.mark.parametrize(
    ("unit", "label"), [("year", "480 BC"), ("decade", "480–471 BC"), ("century", "5th century BC")]
)
def test_years_before_christ_are_named_so(unit, label):
    [section] = by_time([PeriodCount(days.ordinal(-479), 1, 0)], (), unit, 1)
    assert section.label == label


@pytest.mark.parametrize("unit", ["year", "decade", "century"])
def test_no_day_is_of_two_periods_and_none_of_no_period(unit):
    for year in (-101, -100, -99, -10, -9, -1, 0, 1, 2, 9, 10, 99, 100, 101):
        first, last = period_of(days.ordinal(year), unit)
        assert first <= days.ordinal(year) <= last
        assert period_of(first, unit) == period_of(last, unit) == (first, last)
        assert period_of(last + 1, unit)[0] == last + 1


@pytest.mark.parametrize(
    ("unit", "label"), [("year", "AD 5"), ("decade", "AD 1–9"), ("century", "1st century")]
)
def test_the_first_years_of_the_era_are_named_so(unit, label):
    assert label_of(period_of(days.ordinal(5), unit)[0], unit) == label


def test_names_are_headings_and_no_name_has_one_too():
    groups = [Group("A. Visitor", [1, 2]), Group("", [0])]
    assert [(one.label, one.first, one.events) for one in by_name(groups, "who")] == [
        ("A. Visitor", 0, 2), ("Nobody named", 2, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(("unit", "first", "last"), [("decade", 2020, 2029), ("century", 2000, 2099)])
def test_periods_begin_and_end_with_years(unit, first, last):
    assert period_of(days.ordinal(2022, 9, 16), unit) == (days.ordinal(first), days.ordinal(last, 12, 31))
