"""Stretches of the calendar: a day, week, month, season ... with its days and its TIMEX3 value.

The conventions: a week is ISO 8601's, Monday to Sunday; a weekend is Saturday and Sunday of it; a season is
meteorological, of the northern hemisphere, and winter counts to the year in which it begins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from data.days import civil, month_span, ordinal, weekday, year_span

if TYPE_CHECKING:
    from data.model import Precision, Published

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_OF_UNIT = {
    "month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
    "millennium": 12000,
}  # fmt: skip
# The most days that one of a unit can have; nothing shorter can be counted from what is longer.
_LONGEST = {
    "day": 1, "weekday": 1, "weekend": 7, "week": 7, "fortnight": 14, "month": 31, "quarter": 92,
    "season": 92, "half": 184, "year": 366,
}  # fmt: skip
DAYS_OF_UNIT = {"day": 1, "weekday": 1, "week": 7, "weekend": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the calendar: first and last day, how exact it is, and its TIMEX3 value.

    ``unit`` is the calendar unit it is one of ("month", "quarter", ...), which "a year later" keeps.
    """

    start: int
    end: int
    precision: Precision
    value: str
    unit: str

    @property
    def is_coarse(self) -> bool:
        """Whether it is a year or longer, in which no month or day is named yet."""
        return self.unit in ("year", "decade", "century", "millennium")


def year_name(year: int) -> str:
    """A year as TIMEX3 writes it: "1998", "BC0480" for the astronomical year -479."""
    return f"BC{1 - year:04d}" if year < 1 else f"{year:04d}"


def day_span(day: int) -> Span:
    """A day, by its ordinal, as a span."""
    year, month, number = civil(day)
    return Span(day, day, "day", f"{year_name(year)}-{month:02d}-{number:02d}", "day")


def stretch(first: int, last: int) -> Span:
    """Some days under one name: a day, or of many days the month that they are most in."""
    if first == last:
        return day_span(first)
    return replace(unit_span("month", (first + last) // 2), start=first, end=last)


def published_span(published: Published) -> Span | None:
    """The days of a publication date, which may be an interval; None if it is unknown or open at an end."""
    if published.start is None or published.end is None or not published.is_known:
        return None
    span = day_span(published.start)
    if published.end == published.start:
        return span
    return Span(span.start, published.end, "day", published.value or span.value, "day")


def week_span(day: int) -> Span:
    """The ISO week that a day is in."""
    monday = day - weekday(day) + 1
    year, number = iso_week(monday)
    return Span(monday, monday + 6, "week", f"{year_name(year)}-W{number:02d}", "week")


def closest_weekday(name: int, day: int) -> Span:
    """The day of that weekday that lies nearest to a day, at most three days before it or after it."""
    return day_span(day + (name - weekday(day) + 3) % 7 - 3)


def weekend_span(day: int) -> Span:
    """The weekend of the ISO week that a day is in."""
    week = week_span(day)
    return Span(week.end - 1, week.end, "day", f"{week.value}-WE", "weekend")


def iso_week(day: int) -> tuple[int, int]:
    """Year and number of the ISO week that a day is in."""
    thursday = day - weekday(day) + 4
    year = civil(thursday).year
    return year, (thursday - ordinal(year)) // 7 + 1


def numbered_week(year: int, number: int) -> Span:
    """The ISO week of that number in a year."""
    return week_span(ordinal(year, 1, 4) + 7 * (number - 1))


def month_of(year: int, month: int) -> Span:
    """A month; months beyond December or before January run into other years."""
    carried, index = divmod(month - 1, 12)
    year, month = year + carried, index + 1
    start, end = month_span(year, month)
    return Span(start, end, "month", f"{year_name(year)}-{month:02d}", "month")


def quarter_of(year: int, quarter: int) -> Span:
    """A calendar quarter; quarters beyond the fourth run into other years."""
    return _part_of_year(year, quarter, 3, "quarter", "Q")


def quarter_ended(day: int) -> Span:
    """The three months that end on a day, under the name of the calendar quarter they are most in."""
    start = shifted_months(day + 1, -3)
    return replace(unit_span("quarter", (start + day) // 2), start=start, end=day)


def half_of(year: int, half: int) -> Span:
    """The first or second half of a year; halves beyond the second run into other years."""
    return _part_of_year(year, half, 6, "half", "H")


def _part_of_year(year: int, number: int, months: int, unit: Literal["quarter", "half"], letter: str) -> Span:
    """The nth stretch of so many months; ``letter`` is what TIMEX3 writes before its number."""
    carried, before = divmod((number - 1) * months, 12)
    year += carried
    start, _ = month_span(year, before + 1)
    _, end = month_span(year, before + months)
    return Span(start, end, unit, f"{year_name(year)}-{letter}{before // months + 1}", unit)


def season_of(year: int, season: str) -> Span:
    """A season; winter is December of the year to February of the next."""
    first = SEASON_MONTHS[season]
    last = month_of(year, first + 2)
    return Span(ordinal(year, first), last.end, "season", f"{year_name(year)}-{season}", "season")


def year_of(year: int) -> Span:
    """A calendar year (astronomical)."""
    start, end = year_span(year)
    return Span(start, end, "year", year_name(year), "year")


def fiscal_year(year: int) -> Span:
    """A fiscal year written with two years ("2023-24"), by the commonest convention April to March."""
    return Span(ordinal(year, 4), ordinal(year + 1, 3, 31), "fiscal-year", year_name(year), "year")


def decade_of(decade: int) -> Span:
    """Ten years by their leading digits (198: 1980 to 1989)."""
    # Before Christ the name is that of the first year of the ten.
    value = f"{decade:03d}" if decade >= 0 else f"BC{(1 - decade * 10) // 10:03d}"
    return Span(ordinal(decade * 10), ordinal(decade * 10 + 9, 12, 31), "decade", value, "decade")


def century_of(century: int) -> Span:
    """A hundred years by their leading digits; the 20th century (19) is 1901 to 2000."""
    if century < 0:
        return century_before_christ(-century)
    start, end = ordinal(century * 100 + 1), ordinal(century * 100 + 100, 12, 31)
    return Span(start, end, "century", f"{century:02d}", "century")


def century_before_christ(number: int) -> Span:
    """The nth century before Christ: the 5th is 500 BC to 401 BC."""
    start, end = ordinal(1 - number * 100), ordinal(-(number - 1) * 100, 12, 31)
    return Span(start, end, "century", f"BC{number - 1:02d}", "century")


def millennium_of(number: int) -> Span:
    """A thousand years by their leading digit; the 2nd millennium (1) is 1001 to 2000."""
    start, end = ordinal(number * 1000 + 1), ordinal(number * 1000 + 1000, 12, 31)
    return Span(start, end, "century", f"{number}" if number >= 0 else f"BC{-number - 1}", "millennium")


def unit_span(unit: str, day: int) -> Span:
    """The calendar unit that a day is in."""
    year, month, _ = civil(day)
    match unit:
        case "week" | "fortnight":
            return week_span(day)
        case "weekend":
            return weekend_span(day)
        case "month":
            return month_of(year, month)
        case "quarter":
            return quarter_of(year, (month + 2) // 3)
        case "half":
            return half_of(year, (month + 5) // 6)
        case "season":
            return season_of(year if month > 2 else year - 1, season_at(month))
        case "year":
            return year_of(year)
        case "decade":
            return decade_of(year // 10)
        case "century":
            return century_of((year - 1) // 100)
        case "millennium":
            return millennium_of((year - 1) // 1000)
        case _:
            return day_span(day)


def season_at(month: int) -> str:
    """The meteorological season of a month in the northern hemisphere."""
    return ("WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI")[month - 1]


def moved(span: Span, unit: str, count: int) -> Span:
    """The unit that lies ``count`` units after the one at the span's start ("three weeks later").

    A quarter is counted from its middle: one that ended in August has the name of the third.
    """
    if unit in DAYS_OF_UNIT:
        return unit_span(unit, span.start + count * DAYS_OF_UNIT[unit])
    if unit not in MONTHS_OF_UNIT:
        return day_span(span.start)
    start = (span.start + span.end) // 2 if unit == span.unit == "quarter" else span.start
    return unit_span(unit, shifted_months(start, count * MONTHS_OF_UNIT[unit]))


def day_away(day: int, unit: str, count: float) -> int:
    """The day that lies so many units, or parts of them, away from one ("a month ago today")."""
    if unit in DAYS_OF_UNIT:
        return day + round(count * DAYS_OF_UNIT[unit])
    return shifted_months(day, round(count * MONTHS_OF_UNIT[unit]))


def is_exact_to(span: Span, unit: str) -> bool:
    """Whether a unit can be counted from a span: no day can from a month ("the following day")."""
    return unit not in _LONGEST or span.end - span.start < _LONGEST[unit]


def shifted_months(day: int, months: int) -> int:
    """A day so many months away; the 31st becomes the last day of a shorter month."""
    year, month, number = civil(day)
    target = month_of(year, month + months)
    return min(target.start + number - 1, target.end)


def named(span: Span, value: str) -> Span:
    """The same days under another TIMEX3 value."""
    return replace(span, value=value)
