"""Who "the Russian president" is: the one person whom the document calls so by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from data.events.cues import Cues
from data.events.gazetteer import Gazetteer
from data.events.names.name import Name

# How far an owner may stand before an office ("India’s new prime minister") or behind a name, in characters.
_NEAR = 30


def with_offices(text: str, names: Sequence[Name], cues: Cues, atlas: Gazetteer) -> list[Name]:
    """The persons meant by their office alone, where the document leaves no doubt, as names of their own."""
    holders = _holders(text, names, cues, atlas)
    if not holders:
        return []
    found: list[Name] = []
    for match in cues.office_alone.finditer(text):
        country = ""
        if match["people"]:
            country = atlas.peoples.get(match["people"], "")
        elif match["owns"]:
            owner = atlas.places.get(text[match.start() : match.start("owns")])
            country = "" if owner is None else owner.country
        if not country and (match["people"] or match["owns"]):
            continue
        known = holders.get((match["office"].lower(), country))
        if known is not None and len(known) == 1:
            start = match.start()
            found.append(Name(start, match.end(), start, next(iter(known)), "person"))
    return found


def _holders(
    text: str, names: Sequence[Name], cues: Cues, atlas: Gazetteer
) -> dict[tuple[str, str], set[str]]:
    """Who is called by an office, by its name and the code of its country, or by one of the two."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        if name.kind != "person":
            continue
        before = text[max(0, name.chain - _NEAR) : name.start].lower()
        office = cues.office.search(before) if before.rstrip().endswith(cues.head_ends) else None
        if office is None:
            continue
        country = _country_before(text, max(0, name.chain - _NEAR), name.start, atlas, cues)
        behind = cues.of_country.match(text, name.end)
        if not country and behind is not None and behind[1] in atlas.places:
            country = atlas.places[behind[1]].country
        holders[office[1], country].add(name.name)
        holders[office[1], ""].add(name.name)
        if country:
            holders[cues.any_head, country].add(name.name)
    return holders


def _country_before(text: str, start: int, end: int, atlas: Gazetteer, cues: Cues) -> str:
    """The code of the country whose demonym or name stands nearest before an office; empty if none does."""
    for match in reversed(list(cues.owner.finditer(text, start, end))):
        for word in match.groups():
            if word in atlas.peoples:
                return atlas.peoples[word]
            if word in atlas.places and atlas.places[word].kind == "country":
                return atlas.places[word].country
    return ""
