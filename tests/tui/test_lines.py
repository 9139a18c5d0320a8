"""The lines of a timeline, without a screen."""

from __future__ import annotations

import pytest

from tests.helpers.counted_months import months
from tui.timeline.lines import EventLine, Heading, Lines, Rest
from tui.timeline.sections import by_time


def best(*places: int):
    """Choose the events at these places of a period."""
    return lambda section, count: [section.first + place for place in places][:count]


COUNTS = months((1999, 12, 1), (2001, 3, 2), (2001, 4, 3), (2010, 1, 8))


def test_every_line_is_a_heading_or_the_next_event():
    lines = Lines(by_time(COUNTS, (), "year", 16))
    shown = [lines.at(number) for number in range(len(lines))]
    assert sum(isinstance(one, Heading) for one in shown) == 4
    assert [one.row for one in shown if isinstance(one, EventLine)] == list(range(16))
    for number, one in enumerate(shown):
        if isinstance(one, EventLine):
            assert lines.line_of(one.row) == number
    with pytest.raises(IndexError):
        lines.at(len(lines))


def test_periods_of_newer_counts_end_with_the_events_there_are():
    assert [(one.first, one.events) for one in by_time(COUNTS, (), "year", 4)] == [(0, 1), (1, 3)]


def test_a_zoom_shows_the_main_events_and_counts_the_rest():
    lines = Lines(by_time(COUNTS, (), "decade", 14), 3, best(4, 1, 2))
    shown = [lines.at(number) for number in range(len(lines))]
    assert [one.row for one in shown if isinstance(one, EventLine)] == [0, 2, 3, 5, 7, 8, 10]
    assert [one.hidden for one in shown if isinstance(one, Rest)] == [2, 5]
    assert lines.at(lines.line_of(4)) == EventLine(row=3, section=lines.sections[1])


def test_one_event_is_never_hidden_alone():
    lines = Lines(by_time(COUNTS, (), "decade", 14), 4, best(0, 1, 2, 3))
    assert [one.row for one in map(lines.at, range(7)) if isinstance(one, EventLine)] == [0, 1, 2, 3, 4]


def test_the_kept_row_is_shown_whatever_its_importance():
    lines = Lines(by_time(COUNTS, (), "decade", 14), 2, best(0, 1), kept=9)
    rows = [one.row for one in map(lines.at, range(len(lines))) if isinstance(one, EventLine)]
    assert rows == [0, 1, 2, 6, 9]


def test_choosing_is_only_asked_for_what_is_seen():
    asked = []

    def choose(section, count):
        asked.append(section.label)
        return range(section.first, section.first + count)

    lines = Lines(by_time(COUNTS, (), "decade", 14), 2, choose)
    assert asked == []
    lines.at(len(lines) - 2)
    assert asked == ["2010s"]


@pytest.mark.parametrize(
    ("line", "backward", "row"), [(0, False, 0), (2, False, 1), (2, True, 0), (0, True, 0)]
)
def test_the_nearest_event_steps_over_headings(line, backward, row):
    assert Lines(by_time(COUNTS, (), "year", 14)).event_near(line, backward=backward) == row


def test_no_lines_without_events():
    lines = Lines(())
    assert len(lines) == 0
    with pytest.raises(IndexError):
        lines.event_near(0)
