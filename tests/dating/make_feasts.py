"""Makes ``data/dating/calendar/feasts.toml``: the days of feasts that follow the moon.

Run it as ``python tests/dating/make_feasts.py > data/dating/calendar/feasts.toml`` where ``holidays``
(MIT licence, https://github.com/vacanza/holidays) is installed; the program itself does not need it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST, LAST = 1945, 2040
# Calendar class, then our name and the calendar's for each feast. The Islamic days are those announced where
# the package knows them; the Indian ones are known from 2001 to 2035.
CALENDARS = {
    "chinese._ChineseLunisolar": {"chinese-new-year": "LUNAR_NEW_YEAR", "mid-autumn": "MID_AUTUMN"},
    "hebrew._HebrewLunisolar": {
        "purim": "PURIM", "passover": "PASSOVER", "shavuot": "SHAVUOT", "rosh-hashanah": "ROSH_HASHANAH",
        "yom-kippur": "YOM_KIPPUR", "sukkot": "SUKKOT", "hanukkah": "HANUKKAH",
    },
    "islamic._IslamicLunar": {
        "ramadan": "RAMADAN_BEGINNING", "eid-al-fitr": "EID_AL_FITR", "eid-al-adha": "EID_AL_ADHA",
        "islamic-new-year": "HIJRI_NEW_YEAR", "ashura": "ASHURA", "mawlid": "MAWLID",
    },
    "hindu._HinduLunisolar": {
        "holi": "HOLI", "raksha-bandhan": "RAKSHA_BANDHAN", "janmashtami": "JANMASHTAMI",
        "ganesh-chaturthi": "GANESH_CHATURTHI", "dussehra": "DUSSEHRA", "diwali": "DIWALI_INDIA",
        "guru-nanak": "GURU_NANAK_JAYANTI",
    },
}  # fmt: skip


def table() -> str:
    """The table as TOML: a line a feast, its days as YYYYMMDD; of a year with two such feasts the first."""
    lines = [
        "# Days of feasts that follow the moon, the first full day of each, by the Gregorian calendar.",
        "# Made by tests/dating/make_feasts.py from the package holidays (MIT licence).",
    ]
    for path, feasts in CALENDARS.items():
        module, name = path.split(".")
        calendar = getattr(import_module(f"holidays.calendars.{module}"), name)
        for feast, attribute in feasts.items():
            days = getattr(calendar, f"{attribute}_DATES")
            lines.append(f'{feast} = "{" ".join(_days(days))}"')
    return "\n".join(lines) + "\n"


def _days(days: Mapping[int, Any]) -> list[str]:
    found = []
    for year in range(FIRST, LAST + 1):
        if year in days:
            month, day = days[year][0] if isinstance(days[year][0], tuple) else days[year]
            found.append(f"{year}{month:02d}{day:02d}")
    return found


if __name__ == "__main__":
    print(table(), end="")
