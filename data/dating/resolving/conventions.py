"""What dating takes for granted, and says so: hemispheres, calendars, the order of day and month."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from data.dating.calendar.holidays import HOLIDAYS
from data.dating.calendar.spans import SEASON_MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.calendar.spans import Span
    from data.dating.wording.places import Places
    from data.model import Meaning, Mention

#: The season of the northern hemisphere that a southern one falls into.
OPPOSITE: dict[str, Literal["SP", "SU", "FA", "WI"]] = {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}
# With points between them the day comes first everywhere: that tells nothing of the others.
_NUMERIC = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}")
_LAST_MONTH = 12
# Minutes that zones are ahead of UTC; "ET" is one of two, and IST is taken for India's, the commonest.
_OFFSETS = {
    "GMT": 0, "UTC": 0, "Z": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "MSK": 180, "IST": 330,
    "HKT": 480, "JST": 540, "AEST": 600, "AEDT": 660, "EDT": -240, "EST": -300, "CDT": -300, "CST": -360,
    "MDT": -360, "MST": -420, "PDT": -420, "PST": -480,
}  # fmt: skip
# Places so many characters from a season or holiday in its sentence tell whose it is.
_NEAR = 400


def settled(
    meaning: Meaning, text: str, sentence: tuple[int, int], place: int, places: Places
) -> tuple[Meaning, str | None]:
    """A meaning with the season or holiday of the country that the text names, and a note that says so.

    The season of a southern country becomes the northern season of the same months (:data:`OPPOSITE`), and
    keeps the other hemisphere's as a doubt.
    """
    near = max(sentence[0], place - _NEAR), min(sentence[1], place + _NEAR)
    if meaning.season is not None:
        southern = places.southern_place(text, *near)
        if southern is None:
            return meaning, None
        told = f"a season of the southern hemisphere, where '{southern}' lies"
        return replace(meaning, season=OPPOSITE[meaning.season], doubt=(*meaning.doubt, meaning)), told
    if meaning.holiday is not None and meaning.holiday in places.holidays:
        found = places.holiday(meaning.holiday, text, near, place)
        if found is not None:
            return replace(meaning, holiday=found[0]), f"the country's own, which '{found[1]}' tells"
        if meaning.holiday not in HOLIDAYS:
            return meaning, "several countries keep a day of this name, and the text tells none"
        return meaning, "several countries keep a day of this name, the commonest is taken"
    return meaning, None


def of_the_south(value: str, meaning: Meaning) -> str:
    """A season's value under the name that the text gives it, after :func:`settled` had to turn it round."""
    if meaning.season is None or not value.endswith(f"-{meaning.season}"):
        return value
    return value[:-2] + OPPOSITE[meaning.season]


def shown_order(text: str, mentions: Sequence[Mention]) -> tuple[bool, str] | None:
    """Whether a text writes the month first in its dates of digits, with one that shows it; else None."""
    for mention in mentions:
        meaning = mention.meaning
        if meaning.month is None or meaning.day is None or meaning.doubt:
            continue
        shown = text[mention.start_char : mention.end_char]
        numbers = _NUMERIC.fullmatch(shown)
        if numbers is not None and numbers[1] != numbers[2]:
            return int(numbers[1]) <= _LAST_MONTH and int(numbers[1]) == meaning.month, shown
    return None


def day_and_month(meaning: Meaning, written: str, shown: tuple[bool, str] | None) -> tuple[Meaning, str]:
    """Of a date such as 03/04/2021 the likelier reading, the other one kept as its doubt, and a note.

    ``shown`` is what :func:`shown_order` found: it decides, else the order that the language prefers.
    """
    first = _NUMERIC.fullmatch(written)
    month_first = first is not None and int(first[1]) == meaning.month
    if shown is None:
        return (
            meaning,
            f"day and month are in doubt: {_order(month_first=month_first)}, as this language mostly writes",
        )
    if shown[0] != month_first:
        meaning = replace(meaning.doubt[0], doubt=(replace(meaning, doubt=()),))
    return meaning, f"day and month are in doubt: {_order(month_first=shown[0])}, as in '{shown[1]}'"


def _order(*, month_first: bool) -> str:
    return "month first" if month_first else "day first"


def _in_utc(meaning: Meaning) -> str:
    """A clock time in UTC where its zone is one offset all year round, as the end of a note."""
    zone, clock = meaning.zone or "", re.match(r"T(\d\d):(\d\d)", meaning.time or "")
    signed = re.fullmatch(r"([+-])(\d\d):?(\d\d)", zone)
    if signed is not None:
        offset: int | None = int(f"{signed[1]}1") * (60 * int(signed[2]) + int(signed[3]))
    else:
        offset = _OFFSETS.get(zone)
    if clock is None or offset is None:
        return ", not converted"
    days, minutes = divmod(60 * int(clock[1]) + int(clock[2]) - offset, 24 * 60)
    day = {-1: " of the day before", 1: " of the next day"}.get(days, "")
    return f", {minutes // 60:02d}:{minutes % 60:02d} UTC{day}"


def assumption(meaning: Meaning, span: Span | None) -> str | None:
    """The convention that gives a meaning its days, where another is in use too; else None."""
    unknown = span is None or span.unit == "year"
    if meaning.holiday is not None and meaning.holiday not in HOLIDAYS and unknown:
        return "its day moves from year to year by a calendar that is not known here"
    if meaning.zone is not None:
        return f"the time is that of {meaning.zone}{_in_utc(meaning)}"
    if span is None:
        return None
    if meaning.season is not None and meaning.season in SEASON_MONTHS and span.unit == "season":
        return "a season is meteorological, of the northern hemisphere"
    if span.unit == "weekend":
        return "a weekend is Saturday and Sunday"
    if meaning.fiscal and span.precision == "fiscal-year":
        if meaning.end is not None:
            return "a fiscal year of two years is taken as April to March"
        return "a fiscal year is taken as the calendar year of its name"
    if span.unit == "quarter" and span.precision == "quarter":
        return "a quarter is one of the calendar year"
    if span.unit == "decade" and meaning.decade is not None and meaning.decade % 10 == 0:
        return "taken as ten years, not as the century"
    return None
