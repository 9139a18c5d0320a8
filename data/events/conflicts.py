"""What the passages of one event say that cannot all be right.

A conflict is hard if no state of affairs fits all its claims. It is apparent if the claims dissolve: by "at
least", by the time of writing (tolls rise), by a correction. Claims of different scope (another group,
another harm) and what search results quote are never compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from data.events.acts import denies
from data.events.cues import cues
from data.events.figures import Figure, figures
from data.events.gazetteer import gazetteer
from data.events.intervals import Interval, are_apart, length
from data.events.report import Report
from data.model import Claim, Conflict
from data.words import interval_words

# Days that are this many or fewer are a date that another can contradict.
_DAYS_OF_DATE = 366
_NOT = re.compile(r",\s+(?:and\s+)?not\s+(?:on\s+|in\s+|at\s+)?(?P<wrong>[^.,;]{1,40})", re.IGNORECASE)
_MOST_CITIES = 1


def conflicts(
    members: Sequence[Report], meetings: frozenset[str], published: Mapping[str, int | None] | None = None
) -> tuple[Conflict, ...]:
    """The conflicts among reports of one event; claims index them in the order given.

    Args:
        members: the event's reports.
        meetings: stems of the words for a meeting, which happens in one place.
        published: the last day on which each document may have been published, by its id.
    """
    found = _corrected_dates(members)
    if len(members) > 1:
        found += [
            *_of_dates(members),
            *_of_place(members, meetings),
            *_of_figures(members, published or {}),
            *_of_occurrence(members),
        ]
    return tuple(found)


def _of_dates(members: Sequence[Report]) -> list[Conflict]:
    """Days of one event that have no day in common, each stated by an expression."""
    claims: dict[Interval, list[int]] = defaultdict(list)
    for index, report in enumerate(members):
        days = (report.start, report.end)
        if report.basis == "stated" and not report.snippet and length(days) <= _DAYS_OF_DATE:
            claims[days].append(index)
    if not any(are_apart(one, other) for one, other in combinations(claims, 2)):
        return []
    precisions = {(report.start, report.end): report.precision for report in members}
    told = {
        interval_words(*days, precisions[days]): indexes
        for days, indexes in claims.items()
        if any(are_apart(days, other) for other in claims)
    }
    return [Conflict("date", "hard", _claims(told))]


def _corrected_dates(members: Sequence[Report]) -> list[Conflict]:
    """Dates that a line puts right: "It was 2022, not 2019"."""
    found = []
    for index, report in enumerate(members):
        expression = report.passage.expression
        match = _NOT.search(report.passage.text)
        if expression is None or match is None or not any(mark.isdigit() for mark in match["wrong"]):
            continue
        behind = expression.end_char - report.passage.start_char
        if 0 <= match.start() - behind <= 1:
            claims = {expression.text: [index], match["wrong"].strip(): [index]}
            found.append(Conflict("date", "apparent", _claims(claims)))
    return found


def _of_place(members: Sequence[Report], meetings: frozenset[str]) -> list[Conflict]:
    """Two cities for one meeting, named by passages of different documents and never together."""
    atlas = gazetteer()
    claims: dict[str, list[int]] = defaultdict(list)
    short: dict[str, str] = {}
    for index, report in enumerate(members):
        if report.snippet or report.words.isdisjoint(meetings):
            continue
        cities = {place for place in report.where if place in atlas.places and atlas.places[place].is_city}
        if len({city.rpartition(" ")[2] for city in cities}) > _MOST_CITIES:
            # A passage that names two cities for it knows of both.
            return []
        for city in cities:
            claims[short.setdefault(city.rpartition(" ")[2], city)].append(index)
    documents = [{members[index].passage.document for index in indexes} for indexes in claims.values()]
    if len(claims) < 2 or len(set().union(*documents)) < 2:
        return []
    return [Conflict("place", "hard", _claims(claims))]


def _of_figures(members: Sequence[Report], published: Mapping[str, int | None]) -> list[Conflict]:
    countries = _countries(members)
    told: dict[tuple[str, str], list[tuple[int, Figure]]] = defaultdict(list)
    for index, report in enumerate(members):
        if not report.snippet:
            for figure in figures(report.passage.text):
                told[figure.what, figure.whose].append((index, figure))
    found = []
    for (what, _), given in sorted(told.items()):
        usual = countries[given[0][0]]
        given = [(at, figure) for at, figure in given if not usual or usual & countries[at]]
        if len({figure.value for _, figure in given}) < 2:
            continue
        claims: dict[str, list[int]] = defaultdict(list)
        for index, figure in given:
            claims[figure.text].append(index)
        harm = what in cues(None).harm.values()
        # Figures for one country and for two are of different scope.
        scopes = {countries[index] for index, _ in given}
        hard = any(
            _disagree(same) and not (harm and _rises(same, members, published))
            for same in ([one for one in given if countries[one[0]] == scope] for scope in scopes)
        )
        found.append(Conflict("figure", "hard" if hard else "apparent", _claims(claims)))
    return found


def _disagree(given: Sequence[tuple[int, Figure]]) -> bool:
    """Whether no number fits all figures."""
    return bool(given) and max(one.low for _, one in given) > min(one.high for _, one in given)


def _countries(members: Sequence[Report]) -> list[frozenset[str]]:
    """The countries that each report tells of, the scope of its figures; where unsaid, those most told."""
    places = gazetteer().places
    named = [
        frozenset(places[place].country for place in report.where if place in places) for report in members
    ]
    usual = Counter(countries for countries in named if countries).most_common(1)
    return [countries or (usual[0][0] if usual else countries) for countries in named]


def _rises(
    given: Sequence[tuple[int, Figure]], members: Sequence[Report], published: Mapping[str, int | None]
) -> bool:
    """Whether a toll only rises with the days on which it was told."""
    steps: dict[int, set[float]] = defaultdict(set)
    for index, figure in given:
        day = published.get(members[index].passage.document)
        if day is None:
            return False
        steps[day].add(figure.value)
    if any(len(values) > 1 for values in steps.values()):
        return False
    values = [min(steps[day]) for day in sorted(steps)]
    return all(one <= other for one, other in pairwise(values))


def _of_occurrence(members: Sequence[Report]) -> list[Conflict]:
    """Some passages deny what others tell as happened."""
    denied = [
        index
        for index, report in enumerate(members)
        if report.modality == "denied" and denies(report.passage.text)
    ]
    told = [index for index, report in enumerate(members) if report.modality == "happened"]
    if not denied or not told:
        return []
    claims = (Claim("it happened", tuple(told)), Claim("it did not happen", tuple(denied)))
    return [Conflict("occurrence", "hard", claims)]


def _claims(claims: Mapping[str, Sequence[int]]) -> tuple[Claim, ...]:
    ordered = sorted(claims.items(), key=lambda claim: (claim[1][0], claim[0]))
    return tuple(Claim(value, tuple(indexes)) for value, indexes in ordered)
