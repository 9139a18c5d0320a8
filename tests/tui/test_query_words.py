"""The screen's door to the query language."""

from __future__ import annotations

import pytest

from data import days
from data.errors import InputError
from tui.query_words import patience, patience_with_date, read_date, reading_words, readings, ways

TODAY = days.ordinal(2024, 9, 30)


@pytest.mark.parametrize(
    ("word", "offered"),
    [
        ("wh", ["who:", "where:"]),
        ("who:", []),
        ("is:s", ["is:shown", "is:stated", "is:state", "is:single-source"]),
        ("is:state", ["is:stated"]),
        ("zz", []),
    ],
)
def test_ways(word, offered):
    assert [one for one, _ in ways(word)] == offered


@pytest.mark.parametrize(
    ("text", "rests"),
    [
        ("modi", False),
        ("who:modi", False),
        ("after:2019", False),
        ("after:", False),
        ("before:la", True),
        ('before:"last sum', True),
        ('before:"last summer" modi', False),
        ("on:june who:modi", False),
    ],
)
def test_half_a_date_in_words_is_not_tried_at_once(text, rests):
    assert bool(patience(text)) is rests


def test_a_date_of_digits_is_read_at_once():
    assert not patience_with_date("2022-09")
    assert patience_with_date("16 sep")


def test_how_dates_were_read():
    assert readings('before:"last summer" modi after:2019', TODAY) == "last summer: summer 2024"
    assert reading_words(read_date("2022-09", TODAY)) == "2022-09: September 2022"
    with pytest.raises(InputError, match="last summer"):
        read_date("xyzzy", TODAY)
