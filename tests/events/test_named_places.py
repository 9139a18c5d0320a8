"""What the places are that texts and reports name."""

from __future__ import annotations

import pytest

from data.events.gazetteer import gazetteer
from data.events.gazetteer.make import table
from data.events.gazetteer.named_places import (
    capitals_in,
    countries_in,
    is_city,
    places_agree,
    with_short_names,
)

ATLAS = gazetteer()


def test_a_city_is_no_country() -> None:
    assert is_city("Oslo", ATLAS)
    assert not is_city("Norway", ATLAS)
    assert not is_city("Kersti", ATLAS)


def test_places_go_by_their_shorter_names_in_one_country() -> None:
    assert with_short_names(("New Delhi",), ATLAS) == {"New Delhi", "Delhi"}
    assert with_short_names(("New York",), ATLAS) == {"New York"}


def test_countries_are_told_by_name_and_by_people() -> None:
    assert countries_in("Norway lent the Indian railways a ferry.", ATLAS) == {"NO", "IN"}
    assert countries_in("nobody lent a ferry", ATLAS) == frozenset()


def test_capitals_are_told_by_their_people() -> None:
    assert "Oslo" in capitals_in("She landed in the Norwegian capital.", ATLAS)
    assert capitals_in("She landed in Norway.", ATLAS) == set()


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        ({"Oslo", "Norway"}, {"Oslo"}, "Oslo"),
        ({"Norway"}, {"Oslo"}, "Oslo"),
        ({"Norway"}, {"India"}, False),
        ({"Oslo"}, {"Bergen"}, False),
        (set(), {"Oslo"}, None),
    ],
)
def test_places_agree(one: set[str], other: set[str], agreed: str | bool | None) -> None:
    assert places_agree(frozenset(one), frozenset(other), ATLAS) == agreed
    assert places_agree(frozenset(other), frozenset(one), ATLAS) == agreed


@pytest.mark.parametrize(
    ("written", "name", "country"),
    [
        ("Odessa", "Odesa", "UA"),
        ("St. Petersburg", "Saint Petersburg", "RU"),
        ("Sevilla", "Seville", "ES"),
        ("Köln", "Cologne", "DE"),
        ("Krakow", "Kraków", "PL"),
        ("München", "Munich", "DE"),
    ],
)
def test_a_city_goes_by_one_name_however_it_is_written(written: str, name: str, country: str) -> None:
    place = ATLAS.places[written]
    assert (place.name, place.country) == (name, country)
    assert ATLAS.places[name] is place


def test_every_name_kept_by_hand_is_in_the_table() -> None:
    for row in table("other_names.tsv"):
        name, others = row
        assert {ATLAS.places[other].name for other in (name, *others.split("|"))} == {name}
