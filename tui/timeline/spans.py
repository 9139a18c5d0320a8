"""Stretches of time that the timeline can be narrowed to: a century, a decade, a year, a month."""

from __future__ import annotations

from typing import NamedTuple

from tui.timeline.sections import UNITS, Unit, label_of, period_of


class Span(NamedTuple):
    """A period by its first and last day."""

    unit: Unit
    start: int
    end: int

    @property
    def label(self) -> str:
        """Its name: "2020s", "September 2022"."""
        return label_of(self.start, self.unit)


def narrower(span: Span | None, day: int) -> Span | None:
    """The next shorter period, around a day; a month stays as it is."""
    number = -1 if span is None else UNITS.index(span.unit)
    return span if number + 1 == len(UNITS) else span_around(day, UNITS[number + 1])


def wider(span: Span | None) -> Span | None:
    """The next longer period around this one; beyond a century, all of time."""
    if span is None or span.unit == UNITS[0]:
        return None
    return span_around(span.start, UNITS[UNITS.index(span.unit) - 1])


def span_around(day: int, unit: Unit) -> Span:
    """The period of a length that holds a day."""
    return Span(unit, *period_of(day, unit))
