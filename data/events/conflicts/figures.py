"""Figures of one event that cannot all be right, and those that dissolve.

They dissolve by "at least" and by rounding, by the day of writing (tolls rise), by what was only planned, and
by a correction. Figures of different scope (another group, another harm, another country) are never compared.
Imports less exports are compared with a deficit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from data.events.conflicts.claims import claims_of
from data.events.conflicts.corrections import Correction
from data.events.cues import cues
from data.events.figures.figure import Figure
from data.events.figures.passage import figures_of
from data.events.figures.trade_balance import part_of_trade, worked_out
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import countries_in
from data.events.report import Report
from data.model import Conflict

Given = tuple[int, Figure]

# What somebody has, owes or takes: amounts of it are compared only where they are told of one name.
_OF_SOMEBODY = ("for debts", "for assets", "for bribes")


def figure_conflicts(
    members: Sequence[Report],
    published: Mapping[str, int | None],
    corrected: Sequence[Correction] = (),
) -> list[Conflict]:
    """The conflicts of figures among an event's reports, one for each thing counted."""
    told: dict[tuple[str, str, frozenset[str]], list[Given]] = defaultdict(list)
    counted = [
        (index, figure)
        for index, report in enumerate(members)
        if not report.snippet
        for figure in figures_of(report)
    ]
    documents = {index: report.passage.document for index, report in enumerate(members)}
    # What agrees with what others tell need not be reckoned for the reader.
    reckoned = [
        (index, figure)
        for index, figure in worked_out(counted, documents)
        if any(figure.what == other.what and _cannot_both_be(figure, other) for _, other in counted)
    ]
    for index, figure in (*counted, *reckoned):
        told[figure.what, figure.whose, figure.scope].append((index, figure))
    if not any(len({figure.value for _, figure in given}) > 1 for given in told.values()):
        return []
    countries = _countries(members)
    found = []
    for _, given in sorted(told.items(), key=lambda item: (item[0][:2], sorted(item[0][2]))):
        conflict = _conflict(
            _of_one_scope(given, countries, members), countries, members, published, corrected
        )
        if conflict is not None:
            found.append(conflict)
    return found


def _conflict(
    given: Sequence[Given],
    countries: Sequence[frozenset[str]],
    members: Sequence[Report],
    published: Mapping[str, int | None],
    corrected: Sequence[Correction],
) -> Conflict | None:
    documents = {members[index].passage.document for index, _ in given}
    if len({figure.value for _, figure in given}) < 2 or len(documents) < 2:
        return None
    claims: dict[str, list[int]] = defaultdict(list)
    for index, figure in given:
        claims[figure.text].append(index)
    if len(claims) < 2:
        return None
    knowing = _documents_with_several(given, members)
    counted = [
        (index, figure)
        for index, figure in given
        if members[index].passage.document not in knowing
        # In what time something is to be done is told of a plan.
        and (figure.kind == "deadline" or members[index].modality in ("happened", "uncertain"))
        and not any(one.about == "figure" and one.wrong in figure.text for one in corrected)
    ]
    rises = given[0][1].kind == "harm" and given[0][1].what not in cues(None).words["settled_counts"]
    hard = any(
        _cannot_both_be(one, other)
        for (at, one), (place, other) in combinations(counted, 2)
        if (countries[at] == countries[place] or _of_one_trade((at, one), (place, other), members))
        and members[at].passage.document != members[place].passage.document
        and not (rises and _may_have_risen((at, one), (place, other), members, published))
    )
    if hard:
        claims = _joined({figure.text: figure for _, figure in given}, claims)
    return Conflict("figure", "hard" if hard else "apparent", claims_of(claims))


def _joined(figures_of: Mapping[str, Figure], claims: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """The claims, one for each value; a vague one is a part of the only one that agrees and is more exact.

    "45 billion rupees" is "Rs 4,500 crore"; "over six hundred" is no claim beside "621", but one that a "five
    hundred" contradicts too.
    """
    exact: dict[float, str] = {}
    for text in sorted(claims, key=lambda text: _width(figures_of[text])):
        exact.setdefault(figures_of[text].value, text)
    joined: dict[str, list[int]] = {}
    for text, indexes in claims.items():
        own = figures_of[text]
        finest = exact[own.value]
        agreeing = [
            other
            for other in exact.values()
            if other != finest and not _cannot_both_be(own, figures_of[other])
        ]
        one = len(agreeing) == 1 and _width(figures_of[agreeing[0]]) < _width(own)
        joined.setdefault(agreeing[0] if one else finest, []).extend(indexes)
    return {text: sorted(indexes) for text, indexes in joined.items()}


def _width(figure: Figure) -> float:
    return figure.high - figure.low


def _of_one_trade(one: Given, other: Given, members: Sequence[Report]) -> bool:
    """Whether two amounts are of the trade between the same countries, wherever their passages put it."""
    if not part_of_trade(one[1])[1]:
        return False
    named = [countries_in(members[index].passage.text, gazetteer()) for index, _ in (one, other)]
    return len(named[0]) > 1 and named[0] == named[1]


def _of_one_scope(
    given: Sequence[Given], countries: Sequence[frozenset[str]], members: Sequence[Report]
) -> list[Given]:
    """The figures told of the countries that the first is told of, or of one of them.

    Of tolls they are those of its towns, of what somebody has or owes those told with a name of its.
    """
    first, figure = given[0]
    usual = countries[first]
    kept = [(at, one) for at, one in given if not usual or usual & countries[at]]
    if figure.what.endswith(_OF_SOMEBODY):
        return [(at, one) for at, one in kept if not set(members[first].who).isdisjoint(members[at].who)]
    if figure.kind != "harm":
        return kept
    return [(at, one) for at, one in kept if not _in_other_places(members[first], members[at])]


def _documents_with_several(given: Sequence[Given], members: Sequence[Report]) -> set[str]:
    """The documents whose own values cannot all be: they tell of a change or of several things."""
    values: dict[str, list[Figure]] = defaultdict(list)
    for index, figure in given:
        values[members[index].passage.document].append(figure)
    return {
        document
        for document, those in values.items()
        if any(_cannot_both_be(one, other) for one, other in combinations(those, 2))
    }


def _cannot_both_be(one: Figure, other: Figure) -> bool:
    return one.low > other.high or other.low > one.high


def _countries(members: Sequence[Report]) -> list[frozenset[str]]:
    """The countries that each report tells of, the scope of its figures; where unsaid, those most told."""
    places = gazetteer().places
    named = [
        frozenset(places[place].country for place in report.where if place in places) for report in members
    ]
    usual = Counter(countries for countries in named if countries).most_common(1)
    return [countries or (usual[0][0] if usual else countries) for countries in named]


def _in_other_places(one: Report, other: Report) -> bool:
    """Whether two reports put what they tell in towns or villages of which none is in both."""
    places = gazetteer().places
    local = [
        {name for name in report.where if name not in places or places[name].is_city}
        for report in (one, other)
    ]
    return all(local) and local[0].isdisjoint(local[1])


def _may_have_risen(
    one: Given, other: Given, members: Sequence[Report], published: Mapping[str, int | None]
) -> bool:
    """Whether the lower of two tolls was told on an earlier day than the higher: it rose in between."""
    first, second = sorted((one, other), key=lambda given: given[1].value)
    told = [published.get(members[index].passage.document) for index, _ in (first, second)]
    return told[0] is not None and told[1] is not None and told[0] < told[1]
