"""Explicit dates in the languages that have no rules of their own, by the names that dateparser knows.

Only a date that says its year is read: a day, or a month, with a name or in figures. Which language writes
the day first, and what its months are called, is dateparser's data; it is loaded when it is first needed.
The pattern looks a bounded way ahead of any place, so that its time grows with the text and no faster.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from data.days import MONTHS, month_length
from data.model import Meaning, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: The rule that such a mention names.
RULE = "date by dateparser"

# ISO 639-1 names for what dateparser calls otherwise.
_OTHER_CODES = {"no": "nb"}
_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2,8})?\Z")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_WORD = re.compile(r"[^\W\d_]{2,}\Z")


class _Names(NamedTuple):
    """What dateparser knows of a language: its pattern, its months by name, and the order of figures."""

    pattern: re.Pattern[str]
    months: dict[str, int]
    order: str


def other_mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The explicit dates of a text, in order; none for a language that dateparser does not know."""
    names = _names(language)
    return () if names is None else tuple(_mentions(text, names))


def _mentions(text: str, names: _Names) -> Iterator[Mention]:
    for match in names.pattern.finditer(text):
        found = {key.rstrip("0123456789"): value for key, value in match.groupdict().items() if value}
        meaning = _in_figures(found, names.order) if "mark" in found else _by_name(found, names.months)
        if meaning is not None:
            yield Mention(match.start(), match.end(), meaning, RULE)


def _by_name(found: dict[str, str], months: dict[str, int]) -> Meaning | None:
    name = found["name"]
    month = int(name) if name.isdecimal() else months[_key(name)]
    return _date(int(found["year"]), month, int(found["day"]) if "day" in found else None)


def _in_figures(found: dict[str, str], order: str) -> Meaning | None:
    """08.07.2024: the order is the language's; with points it is sure, else the other is a doubt."""
    year, one, two = int(found["year"]), int(found["one"]), int(found["two"])
    by_day, by_month = _date(year, two, one), _date(year, one, two)
    if found["mark"] == ".":
        return by_day
    month_first = order.startswith("M")
    likely, other = (by_month, by_day) if month_first else (by_day, by_month)
    if likely is None or other is None or likely == other:
        return likely or other
    return replace(likely, doubt=(other,))


def _date(year: int, month: int, day: int | None) -> Meaning | None:
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    if day is not None and not 1 <= day <= month_length(year, month):
        return None
    return Meaning(year=year, month=month, day=day, relation="complete")


@cache
def _names(language: str) -> _Names | None:
    info = _information(language)
    if info is None:
        return None
    months = {
        _key(name): number
        for number, english in enumerate(MONTHS, 1)
        for name in info.get(english.lower(), ())
        if not name.isdecimal()
    }
    return _Names(re.compile(_pattern(info, months), re.IGNORECASE), months, info.get("date_order") or "DMY")


def _information(language: str) -> dict[str, Any] | None:
    """Dateparser's data of a language, or of its stem ("sr" for "sr-RS"); None if it has none."""
    from dateparser.languages.loader import default_loader

    if not _CODE.match(language):
        return None
    stem = language.partition("-")[0].lower()
    for code in (language, _OTHER_CODES.get(stem, stem)):
        try:
            found: dict[str, Any] = default_loader.get_locale(code).info
        except (ValueError, KeyError, ImportError):
            continue
        return found
    return None


def _pattern(info: dict[str, Any], months: Iterable[str]) -> str:
    """The shapes of a date, those that begin with figures and the one that begins with a month's name."""
    name = _any(months)
    units = {unit: _any(info.get(unit, ())) for unit in ("year", "month", "day")}
    joining = {word for key in ("skip", "pertain") for word in info.get(key, ()) if _WORD.match(word)}
    joint = rf"(?:(?:{_any(joining)}|{units['year']})\.?\s{{1,2}})?"
    gap = r"[.,]?\s{1,2}"
    from_figures = (
        rf"{_day(1)}[.º]?\s{{0,2}}{joint}(?P<name1>{name}){gap}{joint}{_year(1)}",
        rf"{_year(2)}-(?P<name2>\d\d)-{_day(2)}",
        (
            rf"{_year(3)}\.?\s{{0,2}}(?:{units['year']})?\.?\s{{0,2}}"
            rf"(?:(?P<name3>{name})|(?P<name4>\d{{1,2}}(?=\s?{units['month']})))\s?(?:{units['month']})?"
            rf"(?:\s{{0,2}}{_day(3)}(?:\.|\s?{units['day']})?)?"
        ),
        rf"(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark){_year(5)}",
    )
    from_name = rf"(?P<name6>{name}){gap}{joint}(?:{_day(6)},?\s{{1,2}})?{_year(6)}"
    start, end = r"(?<![0-9A-Za-z_])(?<!\d[.,/:-])", r"(?![./-]?\d)"
    return rf"(?:{start}(?:{'|'.join(from_figures)})|(?<!\w){from_name}){end}"


def _year(shape: int) -> str:
    return rf"(?P<year{shape}>[12]\d{{3}})(?!\d)"


def _day(shape: int) -> str:
    return rf"(?P<day{shape}>\d{{1,2}})(?!\d)"


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; of nothing if there are none."""
    found = sorted({word for word in words if word.strip()}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join([re.escape(word).replace(r"\ ", r"\s{1,2}") for word in found] or ["(?!)"]) + ")"


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
