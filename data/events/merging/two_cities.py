"""A meeting that reports of one day put in different cities: joined so that the contradiction is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from data.events.acts import act_of
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import is_city
from data.events.report import Report

_MEETING = frozenset({"meeting"})
_SURE = frozenset({"happened", "planned"})
# The day of the news is that of the first sentences, whatever follows.
_LEAD = 4
_TWO = 2

# A day and the two who meet.
_Meeting = tuple[int, frozenset[str]]


def put_in_two_cities(reports: Mapping[int, Report]) -> Iterator[tuple[int, int]]:
    """Pairs of reports that put a meeting of the same two people on one day in different cities.

    The reports are told, in order, by what they are held by.
    """
    told: dict[_Meeting, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for held, report in reports.items():
        meeting = _meeting(report)
        if meeting is not None:
            day, two, city = meeting
            told[day, two][city].append(held)
    for cities in told.values():
        if len(cities) == _TWO:
            yield from _pairs(cities, reports)


def puts_meeting_in_city(report: Report) -> bool:
    """Whether a report tells a meeting of two people in one city on a day."""
    return _meeting(report) is not None


def _meeting(report: Report) -> tuple[int, frozenset[str], str] | None:
    """The day, the people and the city of a meeting; None for anything else, or if the day is doubtful."""
    if report.start is None or report.start != report.end or len(report.who) < _TWO or report.snippet:
        return None
    if report.modality not in _SURE or (report.basis == "inferred" and report.sentence >= _LEAD):
        return None
    atlas = gazetteer()
    cities = {place.rpartition(" ")[2] for place in report.where if is_city(place, atlas)}
    two = frozenset(name for name in report.who[:_TWO] if name.rpartition(" ")[2] in report.passage.text)
    if len(cities) != 1 or len(two) < _TWO:
        return None
    act = act_of(report)
    if act.comments or act.kinds.isdisjoint(_MEETING):
        return None
    return report.start, two, cities.pop()


def _pairs(cities: Mapping[str, Sequence[int]], reports: Mapping[int, Report]) -> Iterator[tuple[int, int]]:
    """A report of the city that fewer documents tell with one of the other, unless a document tells both."""
    documents = {city: {reports[at].passage.document for at in those} for city, those in cities.items()}
    few, many = sorted(cities, key=lambda city: (len(documents[city]), city))
    stated = any(reports[at].basis == "stated" for those in cities.values() for at in those)
    if stated and documents[few].isdisjoint(documents[many]):
        yield cities[few][0], cities[many][0]
