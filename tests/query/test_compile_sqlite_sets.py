"""What is counted at once: a set for each word, of which the store asks the search for as many as it can."""

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
        ("harbour -flood", Every((Found(HARBOUR), Without(Found(FLOOD))))),
        ("-harbour -flood", Every((Without(Found(HARBOUR)), Without(Found(FLOOD))))),
        ("harbour OR -flood", Without(Every((Without(Found(HARBOUR)), Found(FLOOD))))),
        ("-harbour OR -flood", Without(Every((Found(HARBOUR), Found(FLOOD))))),
        (
            "strike (harbour OR -flood)",
            Every((Found(STRIKE), Without(Every((Without(Found(HARBOUR)), Found(FLOOD)))))),
        ),
        ("tag:urgent", TAGGED),
        ("harbour tag:urgent", Every((Found(HARBOUR), TAGGED))),
        ("-harbour OR tag:urgent", Without(Every((Found(HARBOUR), Without(TAGGED))))),
        ("is:shown harbour", Found(HARBOUR)),
    ],
)
def test_each_word_has_a_set(query: str, expected: Set) -> None:
    assert select(query).counted == expected


def test_where_nothing_is_asked_nothing_is_put_together() -> None:
    assert select("").counted is None
    assert select("is:shown").counted is None


def test_days_of_the_timeline_are_a_stretch_of_it() -> None:
    within = begun_within(select("harbour"), days.ordinal(2020), days.ordinal(2021))
    assert within.counted == Every((Found(HARBOUR), Standing(days.ordinal(2020), days.ordinal(2021) + 1)))
    assert begun_within(select(""), 100, 200).counted == Standing(100, 201)
