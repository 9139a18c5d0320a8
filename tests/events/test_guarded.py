"""What guards a pattern never hides a match, and words found without a pattern are those that one finds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.events.conflicts.corrections import _negation
from data.events.cues import cues
from data.events.guarded import Guarded
from data.events.merging.tellings import _made, _passive
from data.events.merging.undertakings import _beginning
from data.events.patterns.clauses import NO_CAPITAL
from data.events.words import places_of

# Each with the lists of words that its pattern is made of.
GUARDED = [
    (_negation, ("wrong_behind", "wrong_behind_words", "wrong_up_to")),
    (_passive, ("passive_helpers", "undergone_once")),
    (_made, ("passive_helpers", "made_once")),
    (_beginning, ("undertakings", "undertakings_begin")),
]
FILLING = ["the", "The", "a", "Ada Okoye", "mill", "quay,", "in", "May", "40", "naval", "open", "no"]


def _texts(words: list[str]) -> st.SearchStrategy[str]:
    change = st.sampled_from([str, str.upper, str.capitalize, str.lower])
    word = st.builds(lambda word, changed: changed(word), st.sampled_from(words + FILLING), change)
    blank = st.sampled_from([" ", " ", " ", ", ", "\n", "  "])
    return st.lists(st.builds(str.__add__, word, blank), max_size=9).map("".join)


@pytest.mark.parametrize(("guarded", "lists"), GUARDED, ids=["negation", "passive", "made", "beginning"])
@settings(deadline=None)
@given(data=st.data())
def test_no_match_is_hidden(
    guarded: Callable[[], Guarded], lists: tuple[str, ...], data: st.DataObject
) -> None:
    text = data.draw(_texts([word for name in lists for word in sorted(cues(None).words[name])]))
    made = guarded()
    assert [one.span() for one in made.finditer(text)] == [one.span() for one in made.pattern.finditer(text)]


@pytest.mark.parametrize(
    ("guarded", "text", "found"),
    [
        (_negation, "The fair opened in March, NOT in May.", ", NOT in May"),
        (_passive, "Ada Okoye was sworn in on Monday.", "Okoye was sworn"),
        (_made, "The quay was laid down in 1911.", "The quay was laid down"),
        (_beginning, "Norway opened a naval exercise.", "opened a naval exercise"),
    ],
)
def test_what_each_finds(guarded: Callable[[], Guarded], text: str, found: str) -> None:
    assert [one.group() for one in guarded().finditer(text)] == [found]


def test_a_text_without_a_word_for_it_is_not_searched() -> None:
    guarded = Guarded(r"\b(?:opened|opens|laid\s+down)\b", ["opened", "opens", "laid down", "reopened"])
    assert guarded.words == ("down", "opened", "opens")
    assert not [*guarded.finditer("The quay was built.")]


@given(
    phrase=st.sampled_from(["raid", "naval raid", "raid raid"]),
    parts=st.lists(
        st.sampled_from(["raid", "naval", " ", " ", "-", "’", "'", "s", "é", "_", "."]), max_size=12
    ),
)
def test_places_of_a_phrase(phrase: str, parts: list[str]) -> None:
    text = "".join(parts)
    pattern = re.compile(rf"(?<![\w’'-]){phrase}(?![\w’'-])")
    assert [*places_of(phrase, text)] == [one.start() for one in pattern.finditer(text)]


@pytest.mark.parametrize("language", ["en", "de"])
@settings(deadline=None)
@given(parts=st.lists(st.sampled_from(["ed", "held", "Has", "has", "is", "é", "-", "’", " ", "9", "_", "x"])))
def test_a_look_at_the_first_letter_hides_no_verb(language: str, parts: list[str]) -> None:
    text, verbs = "".join(parts), cues(language).finite_word
    unguarded = re.compile(verbs.pattern.replace(NO_CAPITAL, ""))
    assert unguarded.pattern != verbs.pattern
    assert [one.span() for one in verbs.finditer(text)] == [one.span() for one in unguarded.finditer(text)]
