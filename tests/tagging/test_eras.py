"""Years that do not say their era have that of the years before them."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag


def _values(text: str, language: str = "en") -> list[str]:
    mentions = tag(text, language=language)
    found = resolve(text, mentions, sentences(text, language), Published(), language=language)
    return [each.value for each in found]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "The war began in 431 BC. In 427 the town fell, and by 404, the fleet was lost.",
            ["BC0431", "BC0427", "BC0404"],
            id="before Christ",
        ),
        pytest.param(
            "Born in 63 BC, he ruled alone. In 27, he took a name, and in the year 23 he fell ill.",
            ["BC0063", "BC0027", "BC0023"],
            id="two digits go on towards ours",
        ),
        pytest.param(
            "He was born in 63 BC and died in AD 14. In 41, his heir was killed.",
            ["BC0063", "0014", "0041"],
            id="ours again",
        ),
        pytest.param(
            "The temple is of the 4th century BC. By 330 the king was dead. It was found in 1977.",
            ["BC03", "BC0330", "1977"],
            id="behind a century",
        ),
        pytest.param("In 427 the town fell. By 404, all was over.", [], id="no era is told"),
        pytest.param(
            "The war of 431 BC cost much: in 427 of 900 villages nobody was left.", ["BC0431"], id="a count"
        ),
        pytest.param("In the year 427 the town fell.", ["0427"], id="a year that says so"),
    ],
)
def test_a_small_year_has_the_era_told_before(text: str, values: list[str]) -> None:
    assert _values(text) == values


def test_no_era_but_before_christ_is_handed_on() -> None:
    text = "He died in AD 14. In 41, his heir was killed, as in 44 BC."
    assert [each.meaning.era for each in tag(text)] == [None, None, "BC"]
