"""Where one event happened: two cities for one meeting, and a site that lies in a city or outside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from data.events.acts import act_of
from data.events.conflicts.claims import claims_of, in_different_documents
from data.events.cues import alternatives, cues
from data.events.gazetteer import gazetteer
from data.events.patterns import UPPER
from data.events.report import Report
from data.events.words import has_any
from data.model import Conflict

_MOST_CITIES = 1
# Stands for the name of the city that is asked about, so that one pattern holds for all of them.
_THE_CITY = "\0"
# Acts beside meetings that happen in one place.
_IN_ONE_PLACE = frozenset({"death", "disaster", "signing", "launch", "verdict"})


def place_conflicts(members: Sequence[Report], meetings: frozenset[str]) -> list[Conflict]:
    """The conflicts about the place among an event's reports.

    ``meetings`` are stems of the words for a meeting, which happens in one place.
    """
    told = [(index, report) for index, report in enumerate(members) if not report.snippet]
    return [*_two_cities(told, members, meetings), *_in_and_outside(told, members)]


def _two_cities(
    told: Sequence[tuple[int, Report]], members: Sequence[Report], meetings: frozenset[str]
) -> list[Conflict]:
    """Two cities for one meeting, named by passages of different documents and never together."""
    atlas = gazetteer()
    claims: dict[str, list[int]] = defaultdict(list)
    short: dict[str, str] = {}
    for index, report in told:
        if not _happens_in_one_place(report, meetings):
            continue
        cities = {place for place in report.where if place in atlas.places and atlas.places[place].is_city}
        if len({city.rpartition(" ")[2] for city in cities}) > _MOST_CITIES:
            # A passage that names two cities for it knows of both.
            return []
        for city in cities:
            name = city.rpartition(" ")[2]
            if _puts_it_in(report.passage.text, name):
                claims[short.setdefault(name, city)].append(index)
    documents = {members[index].passage.document for indexes in claims.values() for index in indexes}
    if len(claims) < 2 or len(documents) < 2:
        return []
    return [Conflict("place", "hard", claims_of(claims))]


def _happens_in_one_place(report: Report, meetings: frozenset[str]) -> bool:
    """Whether a report tells what cannot happen in two cities at once: a meeting, a signing, a death."""
    return not report.words.isdisjoint(meetings) or not act_of(report).main.isdisjoint(_IN_ONE_PLACE)


def _puts_it_in(text: str, city: str) -> bool:
    """Whether a passage puts what it tells in a city that it names ("met in Bergen", "the Bergen talks")."""
    if city not in text:
        return True
    found = _located().finditer(text.replace(city, _THE_CITY))
    return any(match["before"] or match["behind"] for match in found)


@cache
def _located() -> re.Pattern[str]:
    """The city, with what puts something there before it or the occasion behind it ("the Oslo talks")."""
    words = cues(None).words
    there = alternatives([*words["place_prepositions"], *words["place_verbs"]])
    nouns = alternatives([*words["place_nouns"]])
    noun = rf"the\s(?:[\w’'-]+\s){{0,3}}?(?:{nouns})\s(?:of\s)?|[a-z]+\s"
    before = rf"\b(?:{there})\s(?:{noun})?(?:[{UPPER}][\w’'-]+,?\s)?"
    behind = rf"(?:['’]s)?\s(?:{alternatives([*words['occasions']])})\b"
    return re.compile(rf"(?P<before>{before})?(?<!\w){_THE_CITY}(?P<behind>{behind})?")


def _in_and_outside(told: Sequence[tuple[int, Report]], members: Sequence[Report]) -> list[Conflict]:
    """A site that one document puts in a city and another outside it ("the Holm estate, near Oslo")."""
    outside = cues(None).words["outside_a_city"]
    if not any(has_any(report.passage.text, outside) for _, report in told):
        return []
    places = frozenset(place for _, report in told for place in report.where)
    sites: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, report in told:
        for site, city, where in _sites(report.passage.text):
            if site in places or site in gazetteer().venues:
                sites[site, city][where].append(index)
    found = []
    for (site, city), given in sorted(sites.items()):
        claims = {f"{site} {where} {city}": indexes for where, indexes in given.items()}
        if "in" in given and in_different_documents(claims, members):
            found.append(Conflict("place", "hard", claims_of(claims)))
    return found


def _sites(text: str) -> Iterator[tuple[str, str, str]]:
    """The sites that a text puts somewhere, with a city and "in", "near" or "outside"."""
    atlas = gazetteer()
    for match in _site().finditer(text):
        city = atlas.places.get(match["city"])
        if city is not None and city.is_city and match["site"] not in atlas.places:
            yield match["site"], city.name, match["where"] or "in"


@cache
def _site() -> re.Pattern[str]:
    """A name, perhaps with a noun for what stands there, and the city in or near which it lies.

    A name between commas may also be one of a list: it puts nothing in a city that more names follow.
    """
    words = cues(None).words
    name = rf"[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'-]+){{0,2}}"
    noun = rf"(?:\s(?:[a-z]+\s)?(?:{alternatives([*words['kinds_of_site']])}))?"
    where = alternatives([*words["outside_a_city"], "in"])
    return re.compile(
        rf"(?<![\w-])(?P<site>{name})(?:{noun},?\s(?:just\s)?(?P<where>{where})\s|,\s)"
        rf"(?=(?P<city>{name})(?![\w-]|,?\s(?:and\s)?[{UPPER}]))"
    )
