"""What the passages of one event say that cannot all be right.

A conflict is hard if no state of affairs fits all its claims. It is apparent if the claims dissolve: by "at
least", by the time of writing (tolls rise), by a correction. Claims of different scope (another group,
another harm) are never compared; of what search results quote only names are, for a doubt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

from data import days
from data.events.clauses.corrections import Correction, corrections
from data.events.conflicts.claims import claims_of
from data.events.conflicts.figures import figure_conflicts, source_conflicts
from data.events.conflicts.names import name_conflicts
from data.events.conflicts.occurrence import occurrence_conflicts
from data.events.conflicts.places import place_conflicts
from data.events.conflicts.quotations import quotation_conflicts
from data.events.cues import cues
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


def conflicts(
    members: Sequence[Report], meetings: frozenset[str], published: Mapping[str, int | None] | None = None
) -> tuple[Conflict, ...]:
    """The conflicts among reports of one event; claims index them in the order given.

    Args:
        members: the event's reports.
        meetings: stems of the words for a meeting, which happens in one place.
        published: the last day on which each document may have been published, by its id.
    """
    corrected = corrections(members)
    found = [
        Conflict(
            one.about,
            "apparent",
            claims_of({f"{one.right} (corrected)": [one.report], f"{one.wrong} (withdrawn)": [one.report]}),
        )
        for one in corrected
    ]
    if len(members) > 1:
        found += [
            *_of_dates(members, corrected),
            *_of_weekdays(members),
            *_of_hours(members),
            *place_conflicts(members, meetings),
            *figure_conflicts(members, published or {}, corrected),
            *name_conflicts(members, published or {}),
            *quotation_conflicts(members),
            *source_conflicts(members),
            *occurrence_conflicts(members),
        ]
    return tuple(found)


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
        documents = [{members[index].passage.document for index in those} for those in claims.values()]
        if len(claims) > 1 and sum(map(len, documents)) == len(set().union(*documents)):
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
