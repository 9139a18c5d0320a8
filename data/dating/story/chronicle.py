"""The years of a narrative's bare dates ("In May ..."), chosen together so that the story runs forward.

A narrative tells its dates mostly in order, now and then steps back, and mentions years aside. The years are
those that make the whole way through its dates the shortest: going on costs little, going back more, and a
date that names its year may be passed over as an aside. A heading with years bounds the dates below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.dating.calendar.naming import names_part_of_year, span_in
from data.dating.story.looking_back import SENTENCE_END, cost_of_going_on, leaves_flashback

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from data.dating.calendar.spans import Span
    from data.model import Meaning, Mention

# Costs of a step in months: forward, back, the most that either can cost, and of turning back at all.
_FORWARD, _BACK, _FARTHEST, _TURN = 0.08, 0.1, 3.0, 0.1
# What it costs to pass over a date as an aside: one exact to the day, to the month, a part of a year, a year;
# and how many may be passed over in a row.
_ASIDE_DAY, _ASIDE_MONTH, _ASIDE_PART, _ASIDE_YEAR, _ASIDES = 1.6, 0.8, 0.8, 0.4, 2
# A bare date is mostly of the year of the date before it, sometimes of the next, seldom of another; one that
# names its year may leap, and a life told in a few sentences leaps over decades.
_NEXT, _LEAP, _NAMED, _NAMED_AHEAD = 0.2, 1.0, 0.6, 0.8
# What it costs to stay in a year once a sentence has opened with "the next year".
_STAYED = 2.0
# What a date costs for each year that it lies outside the years of its heading.
_OUTSIDE = 0.5
# A bare date may be of one of so many years named before or after it, or of the next; so far they are looked
# for, in mentions. The years of a heading count too if they are not too many.
_AROUND, _FAR, _LONGEST_SPAN = 6, 40, 12
_LONGEST_HEADING = 90
_HEADING_REACH = 2 * _LONGEST_HEADING
_PARTS = ("START", "MID", "END")
# "Until the autumn of 1932" looks ahead, and the story goes on from before it.
_LIMITS = ("since", "until")
_MONTH = 30.4
# So near the beginning of its sentence "the next year" moves the story on.
_LEADING = 20

# What the way to a date in one of its years costs, and the place and year of the date before it; place -1
# for the first.
_Way = tuple[float, int, int]


@dataclass(frozen=True, slots=True)
class _Date:
    """A date of the narrative with its possible days, by year; ``aside`` is the cost of passing it over."""

    start_char: int
    days: dict[int, tuple[int, int]]
    aside: float | None
    heading: tuple[int, int] | None
    #: Whether a bare date goes on from the one before it in its sentence, which then is no aside.
    goes_on: bool = False
    #: Whether the text has gone on to the next year since the date before.
    next_year: bool = False
    #: What going on costs if it looks back ("Metz had given up on 27 October", "on leave since December").
    looks_back: float = 0.0


def years_on_the_way(
    text: str, mentions: Sequence[Mention], perfect: re.Pattern[str] | None = None
) -> dict[int, int]:
    """The year of each date that the story goes through, by where it starts; empty without bare dates.

    ``perfect`` matches a verb that looks back from the past ("had fallen"). Bare dates, which name a month,
    season or holiday without a year, are always among them; a date that names its year and is not among them
    is an aside.
    """
    if not any(_is_bare(mention.meaning) for mention in mentions):
        return {}
    dates = _dates(text, mentions, perfect)
    if not any(date.aside is None and len(date.days) > 1 for date in dates):
        return {}
    ways: list[dict[int, _Way]] = []
    for place, date in enumerate(dates):
        ways.append({year: _cheapest(place, year, dates, ways) for year in date.days})
    return _walked(dates, ways)


def first_named(mentions: Sequence[Mention]) -> Span | None:
    """The first of some dates that names its year, for a text that begins with bare dates."""
    for mention in mentions:
        if (year := _year(mention.meaning)) is not None:
            return span_in(mention.meaning, year)
    return None


def _cheapest(place: int, year: int, dates: Sequence[_Date], ways: Sequence[dict[int, _Way]]) -> _Way:
    """The cheapest way to a date if it is of this year, given those to all dates before it."""
    date = dates[place]
    best, skipped = (0.0 if place == 0 else 100.0, -1, 0), 0.0
    for back in range(place - 1, max(-1, place - 2 - _ASIDES), -1):
        before = dates[back]
        for other, (cost, _, _) in ways[back].items():
            total = cost + skipped + _going_on(before.days[other], other, date, year)
            if total < best[0] or (best[1] < 0 and place):
                best = (total, back, other)
        if before.aside is None or (back == place - 1 and date.goes_on):
            break
        skipped += before.aside
    return best[0] + _outside(year, date.heading), best[1], best[2]


def _going_on(before: tuple[int, int], of_year: int, date: _Date, year: int) -> float:
    """What it costs to go on from days of one year to a date in that year or another."""
    days = date.days[year]
    step, ahead = _step(before, days), days[0] > before[1]
    if date.aside is not None:
        step = min(step * _NAMED, _NAMED_AHEAD if ahead else _FARTHEST)
    elif year != of_year and not (date.looks_back and year == of_year - 1):
        step += _NEXT if year == of_year + 1 else _LEAP
    if date.looks_back and ahead:
        step += date.looks_back
    if date.next_year and year <= of_year:
        step += _STAYED
    return step


def _walked(dates: Sequence[_Date], ways: Sequence[dict[int, _Way]]) -> dict[int, int]:
    """The years along the cheapest way, from its end back to its beginning."""
    chosen: dict[int, int] = {}
    place, year = len(dates) - 1, min(ways[-1], key=lambda each: ways[-1][each][0])
    while place >= 0:
        chosen[dates[place].start_char] = year
        _, place, year = ways[place][year]
    return dict(sorted(chosen.items()))


def _step(before: tuple[int, int], after: tuple[int, int]) -> float:
    """What it costs to go on from one date to another."""
    if after[0] > before[1]:
        return min(_FORWARD * (after[0] - before[1]) / _MONTH, _FARTHEST)
    if after[1] < before[0]:
        return min(_TURN + _BACK * (before[0] - after[1]) / _MONTH, _FARTHEST)
    return 0.0


def _outside(year: int, heading: tuple[int, int] | None) -> float:
    if heading is None:
        return 0.0
    return min(_OUTSIDE * max(heading[0] - year, year - heading[1], 0), _FARTHEST)


def _dates(text: str, mentions: Sequence[Mention], perfect: re.Pattern[str] | None) -> list[_Date]:
    explicit = [_year(mention.meaning) for mention in mentions]
    heading: tuple[int, int] | None = None
    heading_line = -1
    found: list[_Date] = []
    next_year = False
    for place, mention in enumerate(mentions):
        meaning, year = mention.meaning, explicit[place]
        if meaning.type not in ("DATE", "TIME"):
            continue
        next_year |= _opens_year(text, mention)
        if year is not None:
            line = _heading_at(text, mention.start_char)
            if line is not None:
                heading = (min(heading[0], year), max(heading[1], year)) if line == heading_line and heading \
                    else (year, year)  # fmt: skip
                heading_line = line
            span = span_in(meaning, year)
            if span is not None:
                exact = names_part_of_year(meaning) or meaning.mod in _PARTS
                heading = _kept(heading, found, year) if exact else heading
                narrowed = _part(span.start, span.end, meaning.mod)
                aside = _ASIDE_YEAR
                if exact:
                    aside = _ASIDE_PART if meaning.mod in _PARTS else _ASIDE_MONTH
                if meaning.day is not None:
                    aside = _ASIDE_DAY
                if meaning.role in _LIMITS:
                    aside = _ASIDE_YEAR
                found.append(_Date(mention.start_char, {year: narrowed}, aside, None))
                next_year = False
        elif _is_bare(meaning):
            looks_back = cost_of_going_on(text, mention, perfect, found[-1].start_char if found else -1)
            years = _candidates(explicit, place, heading, looks_back=looks_back > 0)
            days = {each: (span.start, span.end) for each in sorted(years)
                    if (span := span_in(meaning, each)) is not None}  # fmt: skip
            # A feast of the moon that is not known in one of the years tells nothing of the others.
            if days and (mention.meaning.holiday is None or len(days) == len(years)):
                goes_on = bool(found) and not SENTENCE_END.search(
                    text, found[-1].start_char, mention.start_char
                )
                goes_on &= not leaves_flashback(text, mentions[place - 1], mention, perfect)
                found.append(_Date(mention.start_char, days, None, heading, goes_on, next_year, looks_back))
                next_year = False
    return found


def _opens_year(text: str, mention: Mention) -> bool:
    """Whether a mention is "the next year" at the beginning of its sentence."""
    meaning, start = mention.meaning, mention.start_char
    if (meaning.relation, meaning.unit, meaning.base) != ("next", "year", "expression"):
        return False
    return not names_part_of_year(meaning) and bool(
        SENTENCE_END.search(text, max(0, start - _LEADING), start)
    )


def _kept(heading: tuple[int, int] | None, found: Sequence[_Date], year: int) -> tuple[int, int] | None:
    """The heading's years, unless two exact dates in a row lie outside them: then the text has left it."""
    if heading is None or heading[0] <= year <= heading[1]:
        return heading
    if not found or found[-1].aside in (None, _ASIDE_YEAR):
        return heading
    (last,) = found[-1].days
    return heading if heading[0] <= last <= heading[1] else None


def _part(first: int, last: int, mod: str | None) -> tuple[int, int]:
    """The days of a stretch that "early", "mid" or "late" leaves of it: a third."""
    third = (last - first + 1) // 3
    match mod:
        case "START":
            return first, first + third
        case "MID":
            return first + third, last - third
        case "END":
            return last - third, last
        case _:
            return first, last


def _candidates(
    explicit: Sequence[int | None], place: int, heading: tuple[int, int] | None, *, looks_back: bool
) -> set[int]:
    """The years that a bare date can be of: those named around it, the next, and those of its heading.

    One that looks back may be of the year before that named last.
    """
    before = [each for each in explicit[:place][-_FAR:] if each is not None][-_AROUND:]
    after = [each for each in explicit[place : place + _FAR] if each is not None][:_AROUND]
    years = {*before, *after, *(each + 1 for each in before)}
    if looks_back and before:
        years.add(before[-1] - 1)
    if heading is not None and heading[1] - heading[0] <= _LONGEST_SPAN:
        years |= set(range(heading[0], heading[1] + 1))
    return years


def _year(meaning: Meaning) -> int | None:
    if meaning.year is None or meaning.short_year or meaning.type not in ("DATE", "TIME"):
        return None
    return 1 - meaning.year if meaning.era == "BC" else meaning.year


def _is_bare(meaning: Meaning) -> bool:
    return (
        meaning.relation == "bare" and meaning.base == "any" and meaning.reference is None
        and meaning.decade is None and names_part_of_year(meaning)
    )  # fmt: skip


def _heading_at(text: str, place: int) -> int | None:
    """Where the heading begins that an offset lies in: a short line that is no sentence; else None."""
    # A line may be as long as a book: no more of it is looked through than a heading has, with its margins.
    first, last = max(0, place - _HEADING_REACH), min(len(text), place + _HEADING_REACH)
    start, end = text.rfind("\n", first, place) + 1, text.find("\n", place, last)
    if (start == 0 and first > 0) or (end < 0 and last < len(text)):
        return None
    line = text[start : end if end >= 0 else len(text)].strip()
    is_heading = 0 < len(line) <= _LONGEST_HEADING and line[-1] not in ".!?,;:\"'"
    return start if is_heading else None
