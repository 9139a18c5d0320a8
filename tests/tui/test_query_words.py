"""The screen's door to the query language."""

from __future__ import annotations

import pytest

from data import days
from data.errors import InputError
from tui.state.query_words import patience, patience_with_date, read_date, reading_words, readings, ways

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
        ("before:la", False),
        ('before:"last sum', False),
        ('on:"16 Septe', False),
        ('on:"16 septi', True),
        ('before:"avant', True),
        ('before:"last summer" modi', False),
        ("on:june who:modi", False),
    ],
)
def test_a_date_in_other_words_is_not_tried_before_the_keys_rest(text, rests):
    assert bool(patience(text)) is rests


@pytest.mark.parametrize("text", ["2022-09", "16 sep", "16 Septem", "last su"])
def test_a_date_in_words_of_ours_is_read_at_once(text):
    assert not patience_with_date(text)


def test_how_dates_were_read():
    assert readings('before:"last summer" modi after:2019', TODAY) == "last summer: summer 2024"
    assert reading_words(read_date("2022-09", TODAY)) == "2022-09: September 2022"
    with pytest.raises(InputError, match="last summer"):
        read_date("xyzzy", TODAY)
