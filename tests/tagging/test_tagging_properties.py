"""What holds for every text: no exception, offsets inside, no overlap, the same answer twice, linear time."""

from __future__ import annotations

import pytest
from growth import assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from data.dating import resolve
from data.days import from_iso
from data.model import Published, Sentence
from data.tagging import tag
from data.tagging.rules import language_rules

LANGUAGE = language_rules("en")
WORDS = sorted({phrase for table in LANGUAGE.lexicon.values.values() for phrase in table})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["the", "of", "ago", "later", "last", "next", "-", "/", ":", ",", ".", "'", "\n", "\n\n", "$", "%"]
    ),
    st.integers(0, 2300).map(str),
    st.text(max_size=4),
)
TEXTS = st.lists(PIECES, max_size=30).flatmap(
    lambda pieces: st.lists(st.sampled_from([" ", "", "\n"]), min_size=len(pieces), max_size=len(pieces)).map(
        lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))
    )
)
DAYS = st.one_of(st.none(), st.integers(1, 3_000_000))


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, day=DAYS)
def test_any_text_is_tagged_and_dated(text: str, day: int | None) -> None:
    published = Published("given", day, day, "given") if day else Published()
    mentions = tag(text)
    found = resolve(text, mentions, [Sentence(0, len(text))], published)
    end = 0
    for expression in found:
        assert end <= expression.start_char < expression.end_char <= len(text)
        end = expression.end_char
        assert expression.text == text[expression.start_char : expression.end_char]
        assert expression.text == expression.text.strip()
        assert expression.value
        assert (expression.start is None) == (expression.end is None)
        if expression.start is not None and expression.end is not None:
            assert expression.start <= expression.end
    assert tag(text) == mentions
    assert resolve(text, mentions, [Sentence(0, len(text))], published) == found


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, cut=st.integers(0, 60), length=st.integers(0, 60))
def test_nothing_is_found_in_furniture(text: str, cut: int, length: int) -> None:
    start, end = min(cut, len(text)), min(cut + length, len(text))
    for mention in tag(text, furniture=[(start, end)]):
        assert start == end or mention.end_char <= start or mention.start_char >= end


def test_an_unknown_language_is_no_error() -> None:
    assert tag("", language="xx") == ()


ADVERSARIES = {
    "digits": "1" * 100_000,
    "spaced digits": "1 " * 50_000,
    "last": "last " * 100_000,
    "the": "the " * 100_000,
    "of the year": "of the year " * 10_000,
    "hyphens": "1998-" * 15_000,
    "slashes": "1/" * 100_000,
    "months": "May " * 60_000,
    "numbers": "two hundred and " * 20_000,
    "quotes": "'" * 60_000,
    "quotations": '"today" he said on Monday, ' * 1_500,
    "digits in doubt": "03/04/2021 " * 3_000,
    "southern seasons": "winter in Australia " * 1_500,
    "holidays of a country": "Independence Day " * 1_500,
    "lengths on days": "two days on Monday " * 1_500,
    "steps of another year": "In March 2015 he left. On 5 March he came. " * 1_000,
    "soft hyphens": "Ju\u00adly 8 " * 1_500,
    "one line": ("On Monday, 5 May 1998, about 200 people met last year in the late 1990s; " * 13_500),
}


def tag_and_date(text: str) -> None:
    published = Published("1998-05-05", from_iso("1998-05-05"), from_iso("1998-05-05"), "given")
    resolve(text, tag(text), [Sentence(0, len(text))], published)


@pytest.mark.parametrize("name", ADVERSARIES)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    text = ADVERSARIES[name]
    tag(text[:2_000])
    assert_linear(tag_and_date, text)
