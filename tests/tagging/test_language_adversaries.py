"""What holds in every language: words that its rules look for, over and over, take linear time."""

from __future__ import annotations

from functools import partial

import pytest

from data.dating import resolve
from data.days import from_iso
from data.model import Published, Sentence
from data.tagging import known_languages, tag
from data.tagging.rules import language_rules
from tests.helpers.growth import assert_linear

DAY = from_iso("2024-07-09")
PUBLISHED = Published("2024-07-09", DAY, DAY, "given")
LENGTH = 10_000


def phrases(language: str) -> list[str]:
    """One phrase of each word table, the longest."""
    tables = language_rules(language).lexicon.values.values()
    return sorted({max(table, key=len) for table in tables if table})


def tag_and_date(language: str, text: str) -> None:
    resolve(text, tag(text, language=language), [Sentence(0, len(text))], PUBLISHED, language=language)


@pytest.mark.slow
@pytest.mark.parametrize("language", known_languages())
def test_time_grows_with_the_text_and_no_faster(language: str) -> None:
    for phrase in (*phrases(language), "1", "2024-", "8."):
        text = f"{phrase} " * (LENGTH // (len(phrase) + 1))
        tag(text[:500], language=language)
        assert_linear(partial(tag_and_date, language), text)
