"""The days of holidays and named days: rules of the calendar, and a list of days for feasts of the moon."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from data.days import month_span, ordinal, weekday

if TYPE_CHECKING:
    from collections.abc import Callable


# The Gregorian calendar begins in October 1582.
_LAST_JULIAN = 1582


def easter(year: int) -> int:
    """Western Easter Sunday (the anonymous Gregorian computus, Meeus, Astronomical Algorithms, ch. 8).

    Before the Gregorian reform it is the day that the Julian calendar names, as the histories do.
    """
    if year <= _LAST_JULIAN:
        return ordinal(year, *_julian_easter(year))
    golden, century, rest = year % 19, *divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    fours, ones = divmod(rest, 4)
    offset = (32 + 2 * skipped + 2 * fours - epact - ones) % 7
    late = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * late + 114, 31)
    return ordinal(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Orthodox Easter Sunday, by the Julian calendar (Meeus, Astronomical Algorithms, ch. 8)."""
    return ordinal(year, *_julian_easter(year)) + year // 100 - year // 400 - 2


def _julian_easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday in the Julian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return month, day + 1


def _fixed(month: int, day: int) -> Callable[[int], int]:
    return lambda year: ordinal(year, month, day)


def _nth(count: int, name: int, month: int, shift: int = 0) -> Callable[[int], int]:
    """The count-th weekday of a month (negative from its end), and so many days on."""

    def day(year: int) -> int:
        first, last = month_span(year, month)
        if count > 0:
            return first + (name - weekday(first)) % 7 + 7 * (count - 1) + shift
        return last - (weekday(last) - name) % 7 + 7 * (count + 1) + shift

    return day


def _from_easter(days: int) -> Callable[[int], int]:
    return lambda year: easter(year) + days


def _from_orthodox_easter(days: int) -> Callable[[int], int]:
    return lambda year: orthodox_easter(year) + days


_RULES: dict[str, Callable[[int], int]] = {
    "new-year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "orthodox-christmas": _fixed(1, 7),
    "old-new-year": _fixed(1, 14),
    "orthodox-epiphany": _fixed(1, 19),
    "king-day": _nth(3, 1, 1),
    "india-republic": _fixed(1, 26),
    "australia-day": _fixed(1, 26),
    "us-inauguration": _fixed(1, 20),
    "valentine": _fixed(2, 14),
    "defender-day": _fixed(2, 23),
    "womens-day": _fixed(3, 8),
    "presidents-day": _nth(3, 1, 2),
    "saint-patrick": _fixed(3, 17),
    "shrove-monday": _from_easter(-48),
    "carnival": _from_easter(-47),
    "ash-wednesday": _from_easter(-46),
    "palm-sunday": _from_easter(-7),
    "maundy-thursday": _from_easter(-3),
    "good-friday": _from_easter(-2),
    "holy-saturday": _from_easter(-1),
    "april-fools": _fixed(4, 1),
    "earth-day": _fixed(4, 22),
    "cinco-de-mayo": _fixed(5, 5),
    "juneteenth": _fixed(6, 19),
    "easter": _from_easter(0),
    "easter-monday": _from_easter(1),
    "ascension": _from_easter(39),
    "pentecost": _from_easter(49),
    "pentecost-monday": _from_easter(50),
    "corpus-christi": _from_easter(60),
    "orthodox-palm-sunday": _from_orthodox_easter(-7),
    "orthodox-good-friday": _from_orthodox_easter(-2),
    "orthodox-easter": _from_orthodox_easter(0),
    "orthodox-pentecost": _from_orthodox_easter(49),
    "tiradentes": _fixed(4, 21),
    "portugal-freedom": _fixed(4, 25),
    "anzac-day": _fixed(4, 25),
    "may-day": _fixed(5, 1),
    "victory-day": _fixed(5, 9),
    "mothers-day": _nth(2, 7, 5),
    "memorial-day": _nth(-1, 1, 5),
    "fathers-day": _nth(3, 7, 6),
    "portugal-day": _fixed(6, 10),
    "russia-day": _fixed(6, 12),
    "ukraine-constitution": _fixed(6, 28),
    "italy-republic": _fixed(6, 2),
    "canada-day": _fixed(7, 1),
    "us-independence": _fixed(7, 4),
    "bastille-day": _fixed(7, 14),
    "pakistan-independence": _fixed(8, 14),
    "india-independence": _fixed(8, 15),
    "indonesia-independence": _fixed(8, 17),
    "ukraine-independence": _fixed(8, 24),
    "turkey-victory": _fixed(8, 30),
    "knowledge-day": _fixed(9, 1),
    "mexico-independence": _fixed(9, 16),
    "brazil-independence": _fixed(9, 7),
    "ukraine-defenders": _fixed(10, 1),
    "gandhi-day": _fixed(10, 2),
    "patriots-day": _nth(3, 1, 4),
    "labor-day": _nth(1, 1, 9),
    "dutch-budget": _nth(3, 2, 9),
    "columbus-day": _nth(2, 1, 10),
    "canada-thanksgiving": _nth(2, 1, 10),
    "hispanic-day": _fixed(10, 12),
    "turkey-republic": _fixed(10, 29),
    "halloween": _fixed(10, 31),
    "all-saints": _fixed(11, 1),
    "all-souls": _fixed(11, 2),
    "russia-unity": _fixed(11, 4),
    "us-election": _nth(1, 1, 11, 1),
    "guy-fawkes": _fixed(11, 5),
    "armistice-day": _fixed(11, 11),
    "brazil-republic": _fixed(11, 15),
    "poland-independence": _fixed(11, 11),
    "veterans-day": _fixed(11, 11),
    "thanksgiving": _nth(4, 4, 11),
    "bangladesh-victory": _fixed(12, 16),
    "christmas-eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing-day": _fixed(12, 26),
    "new-year-eve": _fixed(12, 31),
}

#: Holidays whose day is known in every year.
HOLIDAYS = frozenset(_RULES)

#: Names that several feasts of a year share, of which the nearest is meant.
NAMESAKES = {"eid": ("eid-al-fitr", "eid-al-adha")}

# Feasts that last for days or weeks, with their length; of the others the day itself is meant.
_LASTING = {"ramadan": 29}


def holiday(name: str, year: int) -> tuple[int, int] | None:
    """The first and last day of a holiday in a year; None where the table of feasts does not know it."""
    rule = _RULES.get(name)
    day = rule(year) if rule is not None else _feasts().get(name, {}).get(year)
    return None if day is None else (day, day + _LASTING.get(name, 1) - 1)


@cache
def _feasts() -> dict[str, dict[int, int]]:
    """The first full days of the feasts that follow the moon, by name and year."""
    table: dict[str, str] = tomllib.loads(Path(__file__).with_name("feasts.toml").read_text("utf-8"))
    return {
        name: {int(day[:4]): ordinal(int(day[:4]), int(day[4:6]), int(day[6:])) for day in days.split()}
        for name, days in table.items()
    }
