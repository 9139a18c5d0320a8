"""How important an event is beside others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from data.days import ordinal
from data.events import make_events
from data.events.ranking import importance
from data.events.report import Report
from data.model import DatedDocument
from tests.helpers.made_reports import made_report

DAY = ordinal(2024, 7, 8)


def told(title: str = "Kersti Ilves opened the bridge in Oslo", document: str = "a", **facts: Any) -> Report:
    known: dict[str, Any] = {"start": DAY, "end": DAY, "precision": "day", "sentence": 4}
    return made_report(title, document=document, **known | facts)


def test_a_line_that_names_nothing_is_less_important(write: Callable[..., DatedDocument]) -> None:
    def important(sentence: str) -> float:
        (event,) = make_events([write(sentence)])
        return event.importance

    named = important("The ferry was the third new ship of the harbour {on Monday=2024-07-08}.")
    assert important("This was the third new ship of the harbour {on Monday=2024-07-08}.") < named


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (importance([told()], 1), importance([told()], 2)),
        (importance([told()], 7), importance([told()], 8)),
        (importance([told(sentence=9)], 1), importance([told()], 1)),
        (importance([told(precision="year")], 1), importance([told(precision="month")], 1)),
        (importance([told(precision="month")], 1), importance([told()], 1)),
        (importance([told(basis="inferred")], 1), importance([told()], 1)),
        (importance([told(kind="state")], 1), importance([told()], 1)),
        (importance([told(modality="planned")], 1), importance([told()], 1)),
        (importance([told()], 1, {"a": DAY + 14}), importance([told()], 1, {"a": DAY + 15})),
    ],
    ids=[
        "publishers", "many publishers", "place", "a year", "a month", "its date", "a state", "a plan",
        "a later reference",
    ],
)  # fmt: skip
def test_what_makes_an_event_more_important(less: float, more: float) -> None:
    assert 0 < less < more < 1


def test_of_its_reports_the_best_counts() -> None:
    first, poor = told(), told(document="b", sentence=9, precision="year", basis="inferred", kind="state")
    assert importance([first, poor], 1) == importance([first], 1)


def test_nine_publishers_are_no_more_than_eight() -> None:
    assert importance([told()], 9) == importance([told()], 8)
