"""Dates of one event that cannot all be right: its days, weekday, part of a day, span of a stay."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from data import days
from data.events.conflicts.claims import claims_of, in_different_documents
from data.events.conflicts.corrections import Correction
from data.events.cues import cues
from data.events.figures.passage import figures
from data.events.intervals import Interval, are_apart, length
from data.events.report import Report
from data.model import Conflict, Severity
from data.words import interval_words

# Days that are this many or fewer are a date that another can contradict.
_DAYS_OF_DATE = 366
# A weekday or weekend of an expression's value ("XXXX-WXX-1", "2024-W27-WE").
_WEEKDAY = re.compile(r"-W\w\w-(?P<day>[1-7]|WE)")
_WEEKEND = (6, 7)
# A weekday so near the event's own is a mistake about one event, not another event.
_NEAR_WEEKDAYS = 2
_PART_OF_DAY = re.compile(r"T(?P<part>MO|AF|EV|NI)$")
_PARTS_OF_DAY = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_WORD = re.compile(r"[^\W\d_]+")
# A word for the beginning or end stands at most so many words from the part of the day.
_WORDS_NEAR = 6
# A stay longer than this is told by its months.
_LONGEST_STAY = 31


def date_conflicts(members: Sequence[Report], corrected: Sequence[Correction] = ()) -> list[Conflict]:
    """The conflicts about when an event was, among its reports."""
    return [
        *_of_dates(members, corrected),
        *_of_spans(members),
        *_of_weekdays(members),
        *_of_hours(members),
    ]


def _of_dates(members: Sequence[Report], corrected: Sequence[Correction]) -> list[Conflict]:
    """Days of one event that have no day in common, each stated by an expression."""
    claims: dict[Interval, list[int]] = defaultdict(list)
    for index, report in enumerate(members):
        told = (report.start, report.end)
        if report.basis == "stated" and not report.snippet and length(told) <= _DAYS_OF_DATE:
            claims[told].append(index)
    if not any(are_apart(one, other) for one, other in combinations(claims, 2)):
        return []
    precisions = {(report.start, report.end): report.precision for report in members}
    words = {
        interval_words(*told, precisions[told]): indexes
        for told, indexes in claims.items()
        if any(are_apart(told, other) for other in claims)
    }
    wrong = {one.wrong for one in corrected if one.about == "date"}
    left = [value for value in words if not any(one in value for one in wrong)]
    severity: Severity = "hard" if len(left) > 1 else "apparent"
    return [Conflict("date", severity, claims_of(words))]


def _of_spans(members: Sequence[Report]) -> list[Conflict]:
    """Spans of days of one stay that begin or end together and not both ("11 to 12 March", "11 to 13 March").

    A number of days that is told itself ("a two-day visit") is a figure.
    """
    stays = cues(None).words["stays"]
    claims: dict[Interval, list[int]] = defaultdict(list)
    for index, report in enumerate(members):
        told = (report.start, report.end)
        if (
            report.basis == "stated"
            and report.precision == "day"
            and not report.snippet
            and 1 < length(told) <= _LONGEST_STAY
            and not any(figure.kind == "stay" for figure in figures(report.passage.text))
            and not stays.isdisjoint(_WORD.findall(report.passage.text.lower()))
        ):
            claims[told].append(index)
    words = {
        interval_words(*told, "day"): indexes
        for told, indexes in claims.items()
        if any((told[0] == other[0]) != (told[1] == other[1]) for other in claims)
    }
    return [Conflict("date", "hard", claims_of(words))] if in_different_documents(words, members) else []


def _of_weekdays(members: Sequence[Report]) -> list[Conflict]:
    """A weekday or weekend that a passage names and the event's day is not ("over the weekend": a Friday)."""
    wrong: dict[str, list[int]] = defaultdict(list)
    right: dict[str, list[int]] = defaultdict(list)
    for index, report in enumerate(members):
        if report.start is None or report.start != report.end or report.snippet or report.recalled:
            continue
        if report.basis == "stated":
            if report.precision == "day":
                named_day = days.WEEKDAYS[days.weekday(report.start) - 1]
                right[f"{named_day}, {interval_words(report.start, report.end, 'day')}"].append(index)
            continue
        told = _told_weekday(report)
        if told is None:
            continue
        text, named = told
        weekday = days.weekday(report.start)
        distance = min(min((weekday - one) % 7, (one - weekday) % 7) for one in named)
        if 0 < distance <= _NEAR_WEEKDAYS:
            wrong[text].append(index)
    if not wrong or len(right) != 1:
        return []
    return [Conflict("date", "hard", claims_of({**right, **wrong}))]


def _told_weekday(report: Report) -> tuple[str, Sequence[int]] | None:
    """The weekday or weekend that a passage names, and its numbers: by its expression, else by its words."""
    expression = report.passage.expression
    if expression is not None:
        match = _WEEKDAY.search(expression.value)
        if match is None:
            return None
        return expression.text, _WEEKEND if match["day"] == "WE" else (int(match["day"]),)
    if not report.known_visit:
        return None
    # In a document without a date nothing says which weekend it was.
    said = _weekday_words().search(report.passage.text)
    if said is None:
        return None
    day = said["day"]
    return said.group(), (days.WEEKDAYS.index(day) + 1,) if day in days.WEEKDAYS else _WEEKEND


@cache
def _weekday_words() -> re.Pattern[str]:
    weekends = "|".join(sorted(cues(None).words["weekends"]))
    return re.compile(rf"\b(?:the |last |this )?(?P<day>{'|'.join(days.WEEKDAYS)}|{weekends})\b")


def _of_hours(members: Sequence[Report]) -> list[Conflict]:
    """Two parts of one day for one arrival or one departure, told by different documents."""
    words = cues(None).words
    found = []
    for bound in ("stay_begins", "stay_ends"):
        claims: dict[str, list[int]] = defaultdict(list)
        for index, report in enumerate(members):
            part = _part_of_day(report)
            if part and not report.snippet and _stands_near(report, words[bound]):
                claims[part].append(index)
        if in_different_documents(claims, members):
            found.append(Conflict("date", "hard", claims_of(claims)))
    return found


def _part_of_day(report: Report) -> str:
    expression = report.passage.expression
    match = _PART_OF_DAY.search(expression.value) if expression is not None else None
    if expression is None or match is None or report.start is None or report.start != report.end:
        return ""
    return f"{interval_words(report.start, report.end, 'day')}, {_PARTS_OF_DAY[match['part']]}"


def _stands_near(report: Report, words: frozenset[str]) -> bool:
    """Whether one of the words stands shortly before the expression that dates a report."""
    expression = report.passage.expression
    if expression is None:
        return False
    before = report.passage.text[: expression.start_char - report.passage.start_char].lower()
    return not words.isdisjoint(_WORD.findall(before)[-_WORDS_NEAR:])
