"""What the passages of one event say that cannot all be right.

A conflict is hard if no state of affairs fits all its claims; it is apparent if they dissolve by "at least".
Claims of different scope (another group, another harm) are never compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from data.events.figures import Figure, figures
from data.events.gazetteer import gazetteer
from data.events.report import Report
from data.model import Claim, Conflict


def conflicts(members: Sequence[Report], meetings: frozenset[str]) -> tuple[Conflict, ...]:
    """The conflicts among reports of one event; claims index them in the order given.

    Args:
        members: the event's reports.
        meetings: stems of the words for a meeting, which happens in one place.
    """
    if len(members) < 2:
        return ()
    return (*_of_place(members, meetings), *_of_figures(members))


def _of_place(members: Sequence[Report], meetings: frozenset[str]) -> list[Conflict]:
    """Two cities for one meeting, named by different passages and never together."""
    atlas = gazetteer()
    claims: dict[str, list[int]] = defaultdict(list)
    for index, report in enumerate(members):
        if report.words.isdisjoint(meetings):
            continue
        cities = [place for place in report.where if place in atlas.places and atlas.places[place].is_city]
        if len(cities) > 1:
            return []
        for city in cities:
            claims[city].append(index)
    if len(claims) < 2:
        return []
    return [Conflict("place", "hard", _claims(claims))]


def _of_figures(members: Sequence[Report]) -> list[Conflict]:
    told: dict[tuple[str, str], list[tuple[int, Figure]]] = defaultdict(list)
    for index, report in enumerate(members):
        for figure in figures(report.passage.text):
            told[figure.harm, figure.whose].append((index, figure))
    found = []
    for _, given in sorted(told.items()):
        if len({figure.value for _, figure in given}) < 2:
            continue
        claims: dict[str, list[int]] = defaultdict(list)
        for index, figure in given:
            claims[f"{figure.text} {figure.harm}"].append(index)
        low = max(figure.low for _, figure in given)
        high = min(figure.high for _, figure in given)
        found.append(Conflict("figure", "apparent" if low <= high else "hard", _claims(claims)))
    return found


def _claims(claims: dict[str, list[int]]) -> tuple[Claim, ...]:
    ordered = sorted(claims.items(), key=lambda claim: (claim[1][0], claim[0]))
    return tuple(Claim(value, tuple(indexes)) for value, indexes in ordered)
