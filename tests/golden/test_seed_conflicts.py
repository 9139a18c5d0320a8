"""The contradictions that a careful reader finds among real articles, where these are at hand."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from data.model import Event
from data.store import open_collection
from data.store.records import Selection

# The event's days, what the claims are about, and words of two of them.
FOUND = [
    ("2021-12-06", "figure", ("five lakh", "6,01,427")),
    ("2022-02", "date", ("2019", "2022")),
    ("2022-02", "date", ("February 2022", "24 September 2022")),
    ("2022-09-16", "wording", ("Now is not", "Today’s era")),
    ("2023-04-01/2024-03-31", "figure", ("$65.7 billion", "nearly $65 billion")),
    ("2023-04-01/2024-03-31", "figure", ("$57 billion", "$60 billion")),
    ("2023-04-01/2024-03-31", "name", ("Jaiswal", "Kwatra")),
    ("2024-07-08", "place", ("Vladivostok", "Moscow")),
    ("2024-07-08", "place", ("in Moscow", "outside Moscow")),
    ("2024-07-08", "date", ("afternoon", "evening")),
    ("2024-07-08", "figure", ("29 killed", "41 killed")),
    ("2024-08-23", "date", ("23 August 2024", "weekend")),
    (None, "name", ("Peskov", "Ushakov")),
    (None, "name", ("Harsh Vardhan", "Shringla")),
    (None, "occurrence", ("headway", "agreed")),
]


@pytest.fixture(scope="module")
def events(seeds_built: Path) -> list[Event]:
    with closing(open_collection(seeds_built)) as store:
        return list(store.events(Selection()))


@pytest.mark.parametrize(("edtf", "about", "words"), FOUND)
def test_a_contradiction_is_found(
    events: list[Event], edtf: str | None, about: str, words: tuple[str, ...]
) -> None:
    told = [
        [claim.value for claim in conflict.claims]
        for event in events
        for conflict in event.conflicts
        if conflict.about == about and edtf in (None, event.edtf)
    ]
    assert any(all(any(word in value for value in values) for word in words) for values in told)


def test_none_else_is_found(events: list[Event]) -> None:
    assert sum(len(event.conflicts) for event in events) <= len(FOUND)
