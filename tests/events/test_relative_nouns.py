"""Of which noun a relative clause tells, and whom a pronoun fits."""

from __future__ import annotations

import pytest

from data.events.cues import cues
from data.events.names.genders import likeliest
from data.events.titles.surroundings import noun_before


def test_the_only_one_whom_a_pronoun_fits_is_meant_where_the_first_is_not() -> None:
    known = {"Mia Lund": "feminine", "Jonas Berg": "masculine", "Lars Holm": "masculine"}
    english = cues("en")
    assert likeliest(["Mia Lund", "Jonas Berg"], "He", known, english) == "Jonas Berg"
    assert likeliest(["Mia Lund", "Jonas Berg", "Lars Holm"], "he", known, english) == ""
    assert likeliest(["Ulv Moe", "Jonas Berg"], "he", known, english) == "Ulv Moe"
    assert likeliest([], "he", known, english) == ""


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("praised the crew of the ferry,", "the ferry"),
        ("the last death was that of four soldiers", "four soldiers"),
        ("it flew past Venus,", "Venus"),
        ("she is on the town’s most wanted list,", "the town’s most wanted list"),
    ],
)
def test_noun_before(before: str, noun: str) -> None:
    assert noun_before(before, cues("en")) == noun


def test_no_given_name_is_of_both() -> None:
    words = cues("en").words
    assert not words["masculine_names"] & words["feminine_names"]
