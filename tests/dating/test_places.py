"""Places tell the hemisphere of a season and the country of a holiday."""

from __future__ import annotations

import pytest

from data.dating.calendar.holidays import HOLIDAYS
from data.dating.wording.places import places_of

PLACES = places_of("en")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They met in Sydney.", "Sydney"),
        ("They met in New Zealand.", "New Zealand"),
        ("In Chilean law", "Chilean"),
        ("They met in Moscow.", None),
        ("a chile pepper", None),
    ],
)
def test_a_place_of_the_south(text: str, place: str | None) -> None:
    assert PLACES.southern_place(text, 0, len(text)) == place


def test_the_nearest_country_keeps_the_holiday() -> None:
    text = "America watched. India marked Independence Day."
    day = text.index("Independence")
    assert PLACES.holiday("independence-day", text, (17, len(text)), day) == ("india-independence", "India")


def test_the_text_around_tells_the_country_that_the_sentence_does_not() -> None:
    text = "Washington was full. Independence Day came."
    assert PLACES.holiday("independence-day", text, (21, len(text)), 21) == ("us-independence", "Washington")
    assert PLACES.holiday("independence-day", text[21:], (0, 22), 0) is None


def test_every_countrys_holiday_has_a_day() -> None:
    assert {name for countries in PLACES.holidays.values() for name in countries} <= HOLIDAYS


def test_a_language_without_a_table_tells_nothing() -> None:
    assert places_of("xx").southern_place("Sydney", 0, 6) is None
