"""Visits told without their day ("her visit to Norway last month"): they take that of the one visit meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from data.events.acts import ENCOUNTER, Act, act_of
from data.events.cues import alternatives, cues
from data.events.foreground import told_part
from data.events.gazetteer import gazetteer
from data.events.report import Report

_VISIT = "visit"
# News refers back so many days without saying when.
_RECENT = 183
# A visit longer than this is no single occasion.
_LONGEST = 31
_YEAR = re.compile(r"\d{4}")


class Visited(NamedTuple):
    """A visit that a passage tells: the place, its country's code, and where in the passage it is told."""

    place: str
    country: str
    at: int


class _Dated(NamedTuple):
    start: int
    end: int


def visited(text: str, language: str | None = None) -> Visited | None:
    """The place that a passage tells a visit to, None if it tells of none.

    >>> visited("Her visit to Oslo was short.").place
    'Oslo'
    """
    atlas = gazetteer()
    for pattern in _visits(language):
        for match in pattern.finditer(text):
            words = match["place"].split(" ")
            for length in range(len(words), 0, -1):
                behind = match.start() < match.start("place")
                place = atlas.places.get(" ".join(words[:length] if behind else words[-length:]))
                if place is not None and place.country:
                    return Visited(place.name, place.country, match.start())
    return None


def with_known_visits(
    reports: Sequence[Report], named: Mapping[str, Sequence[str]], published: Mapping[str, int | None]
) -> list[Report]:
    """The reports, those of a visit without a day of its own with the days of the one visit they can mean.

    They take them where the collection dates exactly one visit of the same person to the same country that
    lies within the days they give and, of those given by nothing in the text, within half a year before the
    document was published. What falls on days of such a visit already is left as it is. A visit "over the
    weekend" is the one of the Friday before or the Monday after, where only such a one is dated.

    Args:
        reports: all reports of a collection that are or may be of a visit, names and places in one form.
        named: whom each document names, by its id.
        published: the last day on which each document may have been published, by its id.
    """
    own = [report for report in reports if not _is_guessed(report, published)]
    firm = _dated_visits([report for report in own if not _is_by_weekend(report)])
    told = [_beside_weekend(report, firm, named) for report in reports]
    known = _dated_visits([report for report in told if not _is_guessed(report, published)])
    if not known:
        return told
    return [_dated_by(report, known, named, published) for report in told]


def _beside_weekend(
    report: Report, known: Mapping[tuple[str, str], list[_Dated]], named: Mapping[str, Sequence[str]]
) -> Report:
    """A visit of a weekend with the day of the one visit that begins or ends on a day beside it."""
    if not _is_by_weekend(report) or report.start is None or report.end is None:
        return report
    told = told_part(report)
    place = visited(told)
    if place is None or _VISIT not in act_of(report).main:
        return report
    visitors = _visitors(report, told[: place.at]) or sorted(named[report.passage.document])
    meant = {days: who for who in visitors for days in known.get((who, place.country), ())}
    if any(_meets(days, report) for days in meant):
        return report
    beside = [days for days in meant if days.end + 1 == report.start or report.end + 1 == days.start]
    return _on_visit(report, beside[0], meant[beside[0]], place) if len(beside) == 1 else report


def _dated_by(
    report: Report,
    known: Mapping[tuple[str, str], list[_Dated]],
    named: Mapping[str, Sequence[str]],
    published: Mapping[str, int | None],
) -> Report:
    written = published.get(report.passage.document)
    guessed = _is_guessed(report, published)
    if report.modality not in ("happened", "uncertain") or (report.precision == "day" and not guessed):
        return report
    if report.snippet and guessed:
        return report
    told = told_part(report)
    act = act_of(report)
    place = visited(told) if _VISIT in act.main else _where_they_met(report, act)
    if place is None or act.comments:
        return report
    visitors = _visitors(report, told[: place.at]) or sorted(named[report.passage.document])
    found: dict[_Dated, str] = {}
    for who in reversed(visitors):
        meant = known.get((who, place.country), [])
        if not guessed or written is None:
            inside = [days for days in meant if _lies_within(days, report)]
            meant = inside or (meant if guessed else [])
        elif any(_meets(days, report) for days in meant):
            return report
        else:
            meant = [days for days in meant if written - _RECENT <= days.start <= written]
        if len(meant) == 1:
            found[meant[0]] = who
    if len(found) != 1:
        return report
    ((days, who),) = found.items()
    return _on_visit(report, days, who, place)


def _on_visit(report: Report, days: _Dated, who: str, place: Visited) -> Report:
    """A report with the days of a visit that others date."""
    return replace(
        report, start=days.start, end=days.end, precision="day", basis="inferred",
        who=tuple(dict.fromkeys([*report.who[:1], who, *report.who[1:]])),
        where=tuple(dict.fromkeys([place.place, *report.where])),
        reasons=(f"the one dated visit of {who} to {place.place}",), known_visit=True,
    )  # fmt: skip


def is_of_visit(report: Report, published: Mapping[str, int | None]) -> bool:
    """Whether a report may date a visit, or tells one without a day of its own."""
    guessed = _is_guessed(report, published)
    if _undated_visit(report, guessed=guessed) is not None:
        return True
    return not guessed and _may_date(report)


def _undated_visit(report: Report, *, guessed: bool) -> Visited | None:
    """The visit that a report tells without a day of its own; None if it tells none."""
    if report.modality not in ("happened", "uncertain") or (report.precision == "day" and not guessed):
        return None
    act = act_of(report)
    if act.comments:
        return None
    return visited(told_part(report)) if _VISIT in act.main else _where_they_met(report, act)


def _where_they_met(report: Report, act: Act) -> Visited | None:
    """The place that a clause gives by "where" ("her visit to Oslo, where she met the king")."""
    head = report.passage.text.split(" ", 1)[0].lower()
    place = gazetteer().places.get(report.where[0]) if report.where else None
    if place is None or not place.country or ENCOUNTER.isdisjoint(act.main):
        return None
    if head not in cues(None).words["relative_of_place"]:
        return None
    return Visited(place.name, place.country, 0)


def _is_guessed(report: Report, published: Mapping[str, int | None]) -> bool:
    """Whether its days are not its own: told by nothing, or "last weekend" in a document without a date."""
    expression = report.passage.expression
    if report.basis == "inferred" or expression is None:
        return True
    return published.get(report.passage.document) is None and _YEAR.search(expression.text) is None


def _is_by_weekend(report: Report) -> bool:
    """Whether its expression names a weekend, in which news counts the Friday and the Monday."""
    expression = report.passage.expression
    return report.basis == "stated" and expression is not None and expression.value.endswith("-WE")


def _visitors(report: Report, before: str) -> list[str]:
    """Who makes the visit: the last one named before it, else whom the report has from its context."""
    there = [(before.rfind(name.rpartition(" ")[2]), name) for name in report.who]
    last = max(there, default=(-1, ""))
    if last[0] >= 0:
        return [last[1]]
    return [name for name in report.who if name.rpartition(" ")[2] not in report.passage.text]


def _dated_visits(reports: Sequence[Report]) -> dict[tuple[str, str], list[_Dated]]:
    """The days of the visits and meetings that are dated, by person and country; overlapping days are one."""
    atlas = gazetteer()
    found: dict[tuple[str, str], set[_Dated]] = defaultdict(set)
    for report in reports:
        if not _may_date(report) or report.start is None or report.end is None:
            continue
        main = act_of(report).main
        # Where nothing else is told, the visit is not in the background ("Pictures from her visit to Oslo").
        place = visited(told_part(report) if main else report.passage.text)
        if not main and place is None:
            continue
        cities = [name for name in report.where if name in atlas.places and atlas.places[name].is_city]
        countries = {atlas.places[name].country for name in cities}
        if place is None and len(countries) > 1:
            continue
        for country in countries if place is None else {place.country}:
            for name in report.who:
                found[name, country].add(_Dated(report.start, report.end))
    return {key: _joined(sorted(days)) for key, days in found.items()}


def _may_date(report: Report) -> bool:
    """Whether a report is of a day or a few that an expression states, and may tell a visit or meeting."""
    if report.basis != "stated" or report.precision != "day" or report.modality != "happened":
        return False
    if report.start is None or report.end is None or report.end - report.start >= _LONGEST:
        return False
    main = act_of(report).main
    return bool(report.who and report.where) and not (main and ENCOUNTER.isdisjoint(main))


def _joined(days: Sequence[_Dated]) -> list[_Dated]:
    joined: list[_Dated] = []
    for one in days:
        if joined and one.start <= joined[-1].end + 1:
            joined[-1] = _Dated(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return joined


def _lies_within(days: _Dated, report: Report) -> bool:
    if report.start is None or report.end is None:
        return False
    return report.start <= days.start and days.end <= report.end


def _meets(days: _Dated, report: Report) -> bool:
    if report.start is None or report.end is None:
        return False
    return days.start <= report.end and report.start <= days.end


@cache
def _visits(language: str | None) -> tuple[re.Pattern[str], ...]:
    """A word for a visit with its place right behind it ("flew to Oslo"), or before it ("the Oslo trip")."""
    words = cues(language).words
    place = r"(?P<place>[^\W\d_a-zß-ÿ][\w'’-]*(?: [^\W\d_a-zß-ÿ][\w'’-]*){0,2})"
    visit = alternatives([*words["act_visit"]])
    links = alternatives([*words["to_places"]])
    return (
        re.compile(rf"\b(?:{visit})(?:\s(?:{links})){{0,2}}\s{place}"),
        re.compile(rf"\b{place}\s(?:{visit})\b"),
    )
