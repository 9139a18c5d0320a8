"""What the places are that texts and reports name: cities, countries, one and the same place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Literal

from data.events.cues import cues
from data.events.gazetteer import Gazetteer, gazetteer
from data.events.words import has_any

SharedPlace = str | Literal[False] | None
"""The place that two reports share; False if theirs cannot be one, None where one of them says none."""

_CAPITALISED = re.compile(r"[^\W\d_a-zß-ÿ](?<!\w.)[^\W\d_]+\b")


def is_city(name: str, atlas: Gazetteer) -> bool:
    """Whether a name is that of a known city or capital."""
    place = atlas.places.get(name)
    return place is not None and place.is_city


def with_short_names(names: Iterable[str], atlas: Gazetteer) -> set[str]:
    """Places with the shorter names they go by: New Delhi is Delhi, but New York is no York."""
    found = set(names)
    for name in tuple(found):
        short = name.rpartition(" ")[2]
        long_place, short_place = atlas.places.get(name), atlas.places.get(short)
        if long_place and short_place and long_place.country == short_place.country:
            found.add(short)
    return found


def countries_in(text: str, atlas: Gazetteer) -> frozenset[str]:
    """The codes of the countries that a text names, or whose people it names."""
    found = set()
    for word in _CAPITALISED.findall(text):
        place = atlas.places.get(word)
        found.add(atlas.peoples.get(word) or (place.country if place is not None else ""))
    return frozenset(found - {""})


@cache
def _capitals_of(country: str) -> tuple[str, ...]:
    places = gazetteer().places.values()
    return tuple(
        sorted({place.name for place in places if place.kind == "capital" and place.country == country})
    )


def capitals_in(text: str, atlas: Gazetteer) -> set[str]:
    """The capitals that a text names by their people ("the Indian capital")."""
    found: set[str] = set()
    if not has_any(text.lower(), cues(None).words["capital_words"]):
        return found
    words = text.split()
    for people, capital in pairwise(words):
        country = atlas.peoples.get(people)
        if country and capital.strip('.,;:!?”"').lower() in cues(None).words["capital_words"]:
            found |= with_short_names(_capitals_of(country), atlas)
    return found


def places_agree(one: frozenset[str], other: frozenset[str], atlas: Gazetteer) -> SharedPlace:
    """The place that two reports share: a city before others, and of two the one that lies in the other."""
    if not one or not other:
        return None
    shared = sorted(one & other)
    if shared:
        return next((place for place in shared if is_city(place, atlas)), shared[0])
    for inner in sorted(one):
        for outer in sorted(other):
            if atlas.within(inner, outer):
                return inner
            if atlas.within(outer, inner):
                return outer
    countries = [
        {atlas.places[place].country for place in side if place in atlas.places} - {""}
        for side in (one, other)
    ]
    if all(countries) and countries[0].isdisjoint(countries[1]):
        return False
    cities = [all(is_city(place, atlas) for place in side) for side in (one, other)]
    return False if all(cities) else None
