"""What is counted at once: one search for all that it can answer, and nothing taken from all events by it."""

from __future__ import annotations

import pytest

from data import days
from data.query import begun_within, select
from data.store.records import Condition
from data.store.sets import Every, Found, Listed, Set, Standing, Without

TITLES = "{title passage} : "
HARBOUR, FLOOD, STRIKE = (f'{TITLES}"{word}" *' for word in ("harbour", "flood", "strike"))
TAGGED = Listed(Condition("SELECT event FROM event_tag WHERE tag = ?", ("urgent",)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("harbour", Found(HARBOUR)),
        ("-harbour", Without(Found(HARBOUR))),
        ("harbour -flood", Found(f"({HARBOUR}) NOT ({FLOOD})")),
        ("-harbour -flood", Without(Found(f"({HARBOUR} OR {FLOOD})"))),
        ("harbour OR -flood", Without(Found(f"({FLOOD}) NOT ({HARBOUR})"))),
        ("-harbour OR -flood", Without(Found(f"{HARBOUR} AND {FLOOD}"))),
        ("strike (harbour OR -flood)", Found(f"({STRIKE}) NOT ((({FLOOD}) NOT ({HARBOUR})))")),
        ("tag:urgent", TAGGED),
        ("harbour tag:urgent", Every((Found(HARBOUR), TAGGED))),
        ("-harbour OR tag:urgent", Without(Every((Found(HARBOUR), Without(TAGGED))))),
        ("is:shown harbour", Found(HARBOUR)),
    ],
)
def test_the_search_answers_what_it_can(query: str, expected: Set) -> None:
    assert select(query).counted == expected


def test_where_nothing_is_asked_nothing_is_put_together() -> None:
    assert select("").counted is None
    assert select("is:shown").counted is None


def test_days_of_the_timeline_are_a_stretch_of_it() -> None:
    within = begun_within(select("harbour"), days.ordinal(2020), days.ordinal(2021))
    assert within.counted == Every((Found(HARBOUR), Standing(days.ordinal(2020), days.ordinal(2021) + 1)))
    assert begun_within(select(""), 100, 200).counted == Standing(100, 201)
