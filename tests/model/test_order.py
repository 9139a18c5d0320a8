"""The order of the timeline within a day."""

from __future__ import annotations

import random

from data.model import Event
from data.order import timeline_order
from tests.store.made import event


def at(name: str, when: str | None, clock: str | None = None, importance: float = 0.5) -> Event:
    return event(name, when, (), clock=clock, importance=importance)


def test_a_day_is_told_by_the_clock_and_then_what_is_said_of_the_whole_day() -> None:
    expected = [
        at("the month", "2024-07"),
        at("the evening before", "2024-07-07", "TEV"),
        at("a blast", "2024-07-08", "T10:15", 0.2),
        at("another blast", "2024-07-08", "T12:00/BEFORE", 0.9),
        at("the greater of two at noon", "2024-07-08", "T12:00", 0.8),
        at("the lesser of two at noon", "2024-07-08", "T12:00", 0.3),
        at("a visit", "2024-07-08", "TEV", 0.9),
        at("the talk of the day", "2024-07-08", importance=0.9),
        at("a remark", "2024-07-08", importance=0.1),
        at("a visit of two days", "2024-07-08/2024-07-09"),
        at("a strike that goes on", "2024-07-08/.."),
        at("the day after", "2024-07-09"),
        at("what was over a day later", "../2024-07-10"),
        at("undated", None),
    ]
    shuffled = expected[:]
    random.Random(5).shuffle(shuffled)
    assert [one.id for one in sorted(shuffled, key=timeline_order)] == [one.id for one in expected]


def test_what_is_alike_in_all_goes_by_its_id() -> None:
    one, other = at("a", "2024-07-08", "T10:15"), at("b", "2024-07-08", "T10:15")
    assert sorted([other, one], key=timeline_order) == [one, other]
