"""Whose week or month "for the month" is in news, and which year "the year before" of a comparison."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.days import ordinal
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag

_DAY = ordinal(1989, 11, 14)
PUBLISHED = Published("1989-11-14", _DAY, _DAY, "given")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Retail sales fell 1% in October. For the month, car sales dropped 5%.", "the month", "1989-10"),
        ("Unemployment rose in September. Factories cut jobs during the month.", "the month", "1989-09"),
        ("Prices fell last week. For the week, they were down 3%.", "the week", "1989-W45"),
        ("Stocks fell Friday. For the week, the index dropped 3.8%.", "the week", "1989-W45"),
        ("Stocks fell Friday. They are expected to recover during the month.", "the month", "1989-11"),
        ("Stocks fell in May. For the month, the index dropped 3%.", "the month", "1989-11"),
    ],
)
def test_a_period_is_that_of_the_date_told_just_before(text: str, words: str, value: str) -> None:
    found = {each.text: each.value for each in resolve(text, tag(text), sentences(text, "en"), PUBLISHED)}
    assert found[words] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "It lost $2 million, against a profit a year ago. It sold 7%, down from 8% the year before.",
            "1988",
        ),
        ("It lost money in the third quarter. It sold 7%, down from 8% the year before.", "1988-Q3"),
        ("It lost money a year ago. It was formed the year before.", "1987"),
    ],
)
def test_the_year_before_of_an_undated_comparison_is_that_before_now(text: str, value: str) -> None:
    found = {each.text: each.value for each in resolve(text, tag(text), sentences(text, "en"), PUBLISHED)}
    assert found["the year before"] == value
