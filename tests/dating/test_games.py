"""Quarters and halves are those of the game in a text that reports one."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.dating.wording.games import tells_game
from data.days import from_iso
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag

DAY = from_iso("2013-05-31")
PUBLISHED = Published("2013-05-31", DAY, DAY, "given")
GAME = "They trailed at halftime but outscored the Hawks 30-13 in the third quarter on Thursday."
REPORT = "Sales fell in the third quarter, and the stock fell 4 percent on Thursday."


def found(text: str) -> list[str]:
    return [each.text for each in resolve(text, tag(text), sentences(text, "en"), PUBLISHED)]


def test_the_quarter_of_a_game_is_no_time() -> None:
    assert found(GAME) == ["Thursday"]


def test_the_quarter_of_a_year_is_one() -> None:
    assert found(REPORT) == ["the third quarter", "Thursday"]


def test_a_quarter_with_its_year_is_one_anywhere() -> None:
    assert "the third quarter of 2012" in found(f"{GAME} The club lost money in the third quarter of 2012.")


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (GAME, "en", True),
        (REPORT, "en", False),
        ("A touchdown for the chancellor.", "en", False),
        (GAME, "de", False),
    ],
)
def test_words_of_games(text: str, language: str, told: bool) -> None:
    assert tells_game(text, language) is told
