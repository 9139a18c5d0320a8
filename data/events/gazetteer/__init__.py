"""The places dateline knows: countries, regions, capitals and larger cities, and their peoples' names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

PlaceKind = Literal["country", "region", "capital", "city"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place under its canonical name.

    Attributes:
        country: ISO 3166 code of its country; empty for a region of several.
        inhabitants: in thousands; 0 where unknown.
    """

    name: str
    kind: PlaceKind
    country: str
    inhabitants: int

    @property
    def is_city(self) -> bool:
        """Whether it is a city or a capital."""
        return self.kind in ("city", "capital")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by every name they go by, countries' codes by demonym and names of countries by code.

    ``venues`` has the city of well-known buildings and squares, ``capitals`` each country's capital by its
    code.
    """

    places: dict[str, Place]
    peoples: dict[str, str]
    countries: dict[str, str]
    venues: dict[str, str]
    capitals: dict[str, str]

    def within(self, inner: str, outer: str) -> bool:
        """Whether the place called ``inner`` is, or lies in, the one called ``outer``."""
        if inner == outer:
            return True
        small, large = self.places.get(inner), self.places.get(outer)
        if small is None or large is None or large.kind not in ("country", "region"):
            return False
        return large.kind == "country" and small.kind != "country" and small.country == large.country


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once from the table beside this module."""
    places: dict[str, Place] = {}
    peoples: dict[str, str] = {}
    countries: dict[str, str] = {}
    rows = (Path(__file__).with_name("places.tsv")).read_text(encoding="utf-8").split("\n")
    later: list[tuple[str, Place]] = []
    for row in rows:
        if not row or row[0] == "#":
            continue
        name, kind, country, inhabitants, *more = row.split("\t")
        place = Place(name, kind, country, int(inhabitants))  # type: ignore[arg-type]  # one of them
        places.setdefault(name, place)
        if kind == "country":
            countries[country] = name
        if more:
            later += [(other, place) for other in more[0].split("|") if other]
            if len(more) > 1:
                peoples.update(dict.fromkeys(more[1].split("|"), country))
    for other, place in later:
        places.setdefault(other, place)
    capitals: dict[str, str] = {}
    for place in places.values():
        if place.kind == "capital":
            capitals.setdefault(place.country, place.name)
    table = Path(__file__).with_name("venues.tsv").read_text(encoding="utf-8").split("\n")
    venues = dict(row.split("\t") for row in table if row and row[0] != "#")
    return Gazetteer(places, peoples, countries, venues, capitals)
