"""The lines of a timeline, without a screen."""

from __future__ import annotations

import pytest

from data import days
from data.store.protocol import PeriodCount
from tui.lines import EventLine, Heading, Lines, Rest, periods_of


def months(*counts: tuple[int, int, int]) -> list[PeriodCount]:
    return [PeriodCount(days.ordinal(year, month), count, 0) for year, month, count in counts]


def best(*places: int):
    """Choose the events at these places of a period."""
    return lambda period, count: [period.first + place for place in places][:count]


COUNTS = months((1999, 12, 1), (2001, 3, 2), (2001, 4, 3), (2010, 1, 8))


@pytest.mark.parametrize(
    ("unit", "labels"),
    [
        ("decade", [("1990s", 1), ("2000s", 5), ("2010s", 8), ("Undated", 2)]),
        ("year", [("1999", 1), ("2001", 5), ("2010", 8), ("Undated", 2)]),
        (
            "month",
            [("December 1999", 1), ("March 2001", 2), ("April 2001", 3), ("January 2010", 8), ("Undated", 2)],
        ),
    ],
)
def test_headings_count_their_events(unit, labels):
    assert [(one.label, one.events) for one in periods_of(COUNTS, unit, 16)] == labels


def test_years_before_christ_are_named_so():
    [year] = periods_of([PeriodCount(days.ordinal(-479), 1, 0)], "year", 1)
    [decade] = periods_of([PeriodCount(days.ordinal(-479), 1, 0)], "decade", 1)
    assert (year.label, decade.label) == ("480 BC", "481 BC – 472 BC")


def test_every_line_is_a_heading_or_the_next_event():
    lines = Lines(periods_of(COUNTS, "year", 16))
    shown = [lines.at(number) for number in range(len(lines))]
    assert sum(isinstance(one, Heading) for one in shown) == 4
    assert [one.row for one in shown if isinstance(one, EventLine)] == list(range(16))
    for number, one in enumerate(shown):
        if isinstance(one, EventLine):
            assert lines.line_of(one.row) == number
    with pytest.raises(IndexError):
        lines.at(len(lines))


def test_a_zoom_shows_the_main_events_and_counts_the_rest():
    lines = Lines(periods_of(COUNTS, "decade", 14), 3, best(4, 1, 2))
    shown = [lines.at(number) for number in range(len(lines))]
    assert [one.row for one in shown if isinstance(one, EventLine)] == [0, 2, 3, 5, 7, 8, 10]
    assert [one.hidden for one in shown if isinstance(one, Rest)] == [2, 5]
    assert lines.at(lines.line_of(4)) == EventLine(row=3, period=lines.periods[1])


def test_one_event_is_never_hidden_alone():
    lines = Lines(periods_of(COUNTS, "decade", 14), 4, best(0, 1, 2, 3))
    assert [one.row for one in map(lines.at, range(7)) if isinstance(one, EventLine)] == [0, 1, 2, 3, 4]


def test_the_kept_row_is_shown_whatever_its_importance():
    lines = Lines(periods_of(COUNTS, "decade", 14), 2, best(0, 1), kept=9)
    rows = [one.row for one in map(lines.at, range(len(lines))) if isinstance(one, EventLine)]
    assert rows == [0, 1, 2, 6, 9]


def test_choosing_is_only_asked_for_what_is_seen():
    asked = []

    def choose(period, count):
        asked.append(period.label)
        return range(period.first, period.first + count)

    lines = Lines(periods_of(COUNTS, "decade", 14), 2, choose)
    assert asked == []
    lines.at(len(lines) - 2)
    assert asked == ["2010s"]


@pytest.mark.parametrize(
    ("line", "backward", "row"), [(0, False, 0), (2, False, 1), (2, True, 0), (0, True, 0)]
)
def test_the_nearest_event_steps_over_headings(line, backward, row):
    assert Lines(periods_of(COUNTS, "year", 14)).event_near(line, backward=backward) == row


def test_no_lines_without_events():
    lines = Lines(())
    assert len(lines) == 0
    with pytest.raises(IndexError):
        lines.event_near(0)
