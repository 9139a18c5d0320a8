"""What holds in every language: any text can be tagged and dated, no rule is slower than linear."""

from __future__ import annotations

import random

import pytest
from growth import assert_linear

from data.dating import resolve
from data.days import from_iso
from data.model import Published, Sentence
from data.tagging import known_languages, tag
from data.tagging.rules import language_rules

DAY = from_iso("2024-07-09")
PUBLISHED = Published("2024-07-09", DAY, DAY, "given")
MARKS = ["-", "/", ":", ",", ".", "(", ")", "'", "\n", "%"]
LENGTH = 10_000


def phrases(language: str) -> list[str]:
    """One phrase of each word table, the longest."""
    tables = language_rules(language).lexicon.values.values()
    return sorted({max(table, key=len) for table in tables if table})


@pytest.mark.parametrize("language", known_languages())
def test_any_words_are_tagged_and_dated(language: str) -> None:
    chance = random.Random(language)
    words = [phrase for table in language_rules(language).lexicon.values.values() for phrase in table]
    for _ in range(400):
        pieces = [
            chance.choice((chance.choice(words), str(chance.randint(0, 2200)), chance.choice(MARKS)))
            for _ in range(chance.randint(1, 14))
        ]
        text = "".join(piece + chance.choice((" ", "")) for piece in pieces)
        mentions = tag(text, language=language)
        end = 0
        for each in resolve(text, mentions, [Sentence(0, len(text))], PUBLISHED, language=language):
            assert end <= each.start_char < each.end_char <= len(text)
            end = each.end_char
            assert each.value
            if each.start is not None and each.end is not None:
                assert each.start <= each.end, text


@pytest.mark.parametrize("language", known_languages())
def test_time_grows_with_the_text_and_no_faster(language: str) -> None:
    for phrase in (*phrases(language), "1", "2024-", "8."):
        text = f"{phrase} " * (LENGTH // (len(phrase) + 1))
        tag(text[:500], language=language)
        assert_linear(lambda longer: tag(longer, language=language), text)
