"""The lines of a timeline: headings, events, and counts of what a zoom hides.

A line is found from the counts of the sections alone, so a million events cost as much as a hundred.
A *row* is the number of an event in the selection, a *line* what stands on the screen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.timeline.sections import Section, Unit


class Zoom(NamedTuple):
    """How close the timeline is seen.

    Attributes:
        name: for the status line.
        unit: the period of a heading; None parts by years, and by months where a year is crowded.
        main: how many events of a period are shown, the most important ones; None shows all.
    """

    name: str
    unit: Unit | None
    main: int | None


_MAIN = 5
ZOOMS = (
    Zoom("main events by century", "century", _MAIN),
    Zoom("main events by decade", "decade", _MAIN),
    Zoom("main events by year", "year", _MAIN),
    Zoom("main events by month", "month", _MAIN),
    Zoom("every event", None, None),
)
EVERY_EVENT = len(ZOOMS) - 1


class Heading(NamedTuple):
    """A line that names a section."""

    section: Section


class EventLine(NamedTuple):
    """A line that shows the event of a row."""

    row: int
    section: Section


class Rest(NamedTuple):
    """A line that counts the events of a section which the zoom hides."""

    section: Section
    hidden: int


Line = Heading | EventLine | Rest
Choose = Callable[[Section, int], Sequence[int]]


class Lines:
    """The lines under a zoom.

    Args:
        sections: the headings, in order.
        main: how many events of a section are shown; None for all.
        choose: gives the rows of a section's ``main`` most important events; asked only for what is seen.
        kept: a row that is shown whatever its importance.
    """

    def __init__(
        self,
        sections: Sequence[Section],
        main: int | None = None,
        choose: Choose | None = None,
        kept: int | None = None,
    ) -> None:
        self.sections = tuple(sections)
        self._main = main if choose is not None else None
        self._choose = choose
        self._kept = kept
        self._chosen: dict[int, tuple[int, ...]] = {}
        if self._main is None:
            heights = [1 + one.events for one in self.sections]
        else:
            heights = [1 + self._main + 1 if self._cut(one) else 1 + one.events for one in self.sections]
        self._starts = list(accumulate(heights, initial=0))
        self._firsts = [one.first for one in self.sections]

    def __len__(self) -> int:
        return self._starts[-1]

    def _cut(self, section: Section) -> bool:
        """Whether a section hides events; hiding a single one would save no line."""
        return self._main is not None and section.events > self._main + 1

    def _rows(self, number: int) -> Sequence[int]:
        """The rows that a section shows."""
        section = self.sections[number]
        if self._main is None or self._choose is None or not self._cut(section):
            return range(section.first, section.first + section.events)
        if number not in self._chosen:
            rows = list(self._choose(section, self._main))[: self._main]
            kept = self._kept
            if (
                kept is not None
                and kept not in rows
                and section.first <= kept < section.first + section.events
            ):
                rows[-1] = kept
            self._chosen[number] = tuple(sorted(rows))
        return self._chosen[number]

    def _number(self, line: int) -> int:
        return bisect_right(self._starts, line) - 1

    def at(self, line: int) -> Line:
        """What stands on a line; raises IndexError outside the timeline."""
        if not 0 <= line < len(self):
            raise IndexError(f"the timeline has no line {line}")
        number = self._number(line)
        section = self.sections[number]
        place = line - self._starts[number] - 1
        if place < 0:
            return Heading(section)
        rows = self._rows(number)
        if place < len(rows):
            return EventLine(rows[place], section)
        return Rest(section, section.events - len(rows))

    def line_of(self, row: int) -> int:
        """The line of a row; for a hidden one, that of the nearest event shown in its section."""
        number = self.section_of(row)
        place = row - self.sections[number].first
        if self._cut(self.sections[number]):
            rows = self._rows(number)
            place = min(range(len(rows)), key=lambda one: abs(rows[one] - row))
        return self._starts[number] + 1 + place

    def event_near(self, line: int, *, backward: bool = False) -> int:
        """The row of the nearest event at a line or after it (before it), else on its other side.

        Raises IndexError if the timeline has no event.
        """
        line = max(0, min(line, len(self) - 1))
        for step in (-1, 1) if backward else (1, -1):
            place = line
            while 0 <= place < len(self):
                found = self.at(place)
                if isinstance(found, EventLine):
                    return found.row
                place += step
        raise IndexError("the timeline has no event")

    def line_of_section(self, number: int) -> int:
        """The line of a section's heading; that of the number after the last is the number of lines."""
        return self._starts[number]

    def heading_line(self, line: int) -> int:
        """The line of the heading above a line."""
        return self._starts[self._number(line)]

    def section_of(self, row: int) -> int:
        """The number of the section that holds a row."""
        return bisect_right(self._firsts, row) - 1
