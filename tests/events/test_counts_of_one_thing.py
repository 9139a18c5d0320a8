"""Counts of one thing, told in other words: joined, so that the contradiction is shown."""

from __future__ import annotations

import pytest

from data.events.merging.counts import Counting, count_one_thing, counts_of
from tests.helpers.made_reports import made_report

_ABOUT = frozenset({"Bergen", "Lindholm"})


def counting(text: str, document: str, words: str, names: str) -> Counting:
    report = made_report(text, document=document, start=5, end=5, precision="day")
    told = frozenset(names.split()), _ABOUT, frozenset(words.split())
    return Counting(counts_of(report), frozenset(), *told)


@pytest.mark.parametrize(
    ("told", "document", "words", "names", "joined"),
    [
        ("A vessel with 95 people on board went down.", "b", "vessel sank", "Lindholm", True),
        ("A vessel with 80 people on board went down.", "b", "vessel sank", "Lindholm", False),
        ("A vessel with 95 people on board went down.", "a", "vessel sank", "Lindholm", False),
        ("A vessel with 95 people on board went down.", "b", "vessel sank", "Halvorsen", False),
        ("A fire on a vessel injured 95 people.", "b", "vessel sank", "Lindholm", False),
    ],
    ids=["one ship", "one number", "one document", "another ship", "another count"],
)
def test_two_counts_of_a_day(told: str, document: str, words: str, names: str, *, joined: bool) -> None:
    one = counting("A ferry carrying 80 people sank.", "a", "ferry sank", "Lindholm")
    assert count_one_thing(one, counting(told, document, words, names)) is joined


def test_what_is_counted_over_a_time_is_of_no_day() -> None:
    text = "The police arrested 40 people."
    assert counts_of(made_report(text, start=5, end=6, precision="day"))
    assert not counts_of(made_report(text, start=5, end=30, precision="day"))
    assert not counts_of(made_report(text, start=5, end=5, precision="day", modality="planned"))
