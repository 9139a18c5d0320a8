"""What holds for every text: no exception, offsets inside, no overlap, the same answer twice, linear time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.dating import date_readings, resolve
from data.days import from_iso
from data.model import Document, Published, Sentence
from data.reading import sentences
from data.tagging import known_languages, tag
from data.tagging.rules import language_rules
from data.workers import read_document
from tests.helpers.growth import assert_linear

MARKS = (
    *(
        "-",
        "/",
        ":",
        ",",
        ".",
        "'",
        '"',
        "(",
        ")",
        "((",
        "«",
        "»",
        "“",
        "”",
        "$",
        "%",
        "–",
        "’",
        "\n",
        "\n\n",
    ),
    *("\u00ad", "\ufeff", "\u200b", "\u0301", "\u2028", "\x00", "²", "٣", "八", "年", "月"),
)
#: Languages of each way to find dates: by rules of their own, by dateparser's names, and not at all.
LANGUAGES = (*known_languages(), "pl", "zh", "ar", "xx")


@cache
def texts(language: str) -> st.SearchStrategy[str]:
    """Texts of a language's own words, and the words of its rules, with figures and marks among them."""
    words = ["lipca", "8", "2024年7月8日", "the"]
    if language in known_languages():
        rules = language_rules(language)
        words = sorted({phrase for table in rules.lexicon.values.values() for phrase in table})
        words += [word for rule in rules.rules for line in rule.examples.split("\n") for word in line.split()]
    piece = st.one_of(
        st.sampled_from(words), st.sampled_from(words).map(str.title), st.sampled_from(MARKS),
        st.integers(0, 2300).map(str), st.text(max_size=4),
    )  # fmt: skip
    gap = st.sampled_from([" ", " ", "", "\n"])
    return st.lists(st.tuples(piece, gap), max_size=30).map(
        lambda pieces: "".join(word + gap for word, gap in pieces)
    )


DAYS = st.one_of(st.none(), st.integers(1, 3_000_000))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=80, deadline=None)
@given(data=st.data(), day=DAYS)
def test_any_text_is_tagged_and_dated(language: str, data: st.DataObject, day: int | None) -> None:
    text = data.draw(texts(language))
    published = Published("given", day, day, "given") if day else Published()
    mentions = tag(text, language=language)
    split = sentences(text, language)
    found = resolve(text, mentions, split, published, language=language)
    end = 0
    for expression in found:
        assert end <= expression.start_char < expression.end_char <= len(text)
        end = expression.end_char
        assert expression.text == text[expression.start_char : expression.end_char]
        assert expression.text == expression.text.strip()
        assert expression.value
        assert expression.rule
        assert (expression.start is None) == (expression.end is None)
        if expression.start is not None and expression.end is not None:
            assert expression.start <= expression.end
    assert tag(text, language=language) == mentions
    assert resolve(text, mentions, split, published, language=language) == found


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=20, deadline=None)
@given(data=st.data(), cut=st.integers(0, 60), length=st.integers(0, 60))
def test_nothing_is_found_in_furniture(language: str, data: st.DataObject, cut: int, length: int) -> None:
    text = data.draw(texts(language))
    start, end = min(cut, len(text)), min(cut + length, len(text))
    for mention in tag(text, language=language, furniture=[(start, end)]):
        assert start == end or mention.end_char <= start or mention.start_char >= end


def test_an_unknown_language_is_no_error() -> None:
    assert tag("", language="xx") == ()


ADVERSARIES = {
    "digits": "1" * 100_000,
    "digits of another script": "٣" * 100_000,
    "spaced digits": "1 " * 10_000,
    "last": "last " * 100_000,
    "the": "the " * 30_000,
    "of the year": "of the year " * 10_000,
    "hyphens": "1998-" * 5_000,
    "slashes": "1/" * 20_000,
    "months": "May " * 15_000,
    "numbers": "two hundred and " * 5_000,
    "quotes": "'" * 30_000,
    "quotes of two kinds": "“'" * 30_000,
    "quotes that open and never close": '“He said on Monday: "today ' * 1_000,
    "quotes in quotes": "“Monday ‘today " * 1_000 + "’ last week.” " * 1_000,
    "quotations": '"today" he said on Monday, ' * 1_500,
    "brackets that open": "(May " * 5_000,
    "brackets that close": "3) " * 10_000,
    "brackets in brackets": "(on Monday " * 2_000 + ") " * 2_000,
    "digits in doubt": "03/04/2021 " * 3_000,
    "southern seasons": "winter in Australia " * 1_500,
    "holidays of a country": "Independence Day " * 1_500,
    "lengths on days": "two days on Monday " * 1_500,
    "steps of another year": "In March 2015 he left. On 5 March he came. " * 1_000,
    "soft hyphens": "Ju\u00adly 8 " * 1_500,
    "accents": "e\u0301" * 50_000,
}


def tag_and_date(text: str) -> None:
    published = Published("1998-05-05", from_iso("1998-05-05"), from_iso("1998-05-05"), "given")
    resolve(text, tag(text), [Sentence(0, len(text))], published)


def tag_as_the_command(text: str) -> None:
    reading = read_document(Document(id="one", path="-", text=text, sha256="", language="en"))
    for _ in date_readings([reading], {"one": "1998-05-05"}):
        pass


@pytest.mark.slow
@pytest.mark.parametrize("done", [tag_and_date, tag_as_the_command])
@pytest.mark.parametrize("name", ADVERSARIES)
def test_time_grows_with_the_text_and_no_faster(name: str, done: Callable[[str], None]) -> None:
    text = ADVERSARIES[name]
    done(text[:2_000])
    assert_linear(done, text)


@pytest.mark.slow
def test_ten_megabytes_in_one_line() -> None:
    line = "About two hundred people of the town met in the old hall by the river on Monday; " * 62_000
    assert 2 * len(line) > 10_000_000
    tag_and_date(line[:2_000])
    assert_linear(tag_and_date, line)


@pytest.mark.slow
def test_what_grows_faster_is_caught() -> None:
    with pytest.raises(AssertionError, match="twice the text"):
        assert_linear(lambda text: [text.find("ac", at) for at in range(0, len(text), 50)], "ab" * 40_000)
