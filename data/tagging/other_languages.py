"""Explicit dates in the languages that have no rules of their own, by the names that dateparser knows.

A date is read that says its day and month, or its month and year, with a name or in figures of any script.
Which language writes the day first, and what its months are called, is dateparser's data; it is loaded when
it is first needed. Names may be inflected beside a day ("8. julija"). The pattern looks a bounded way ahead
of any place, so that its time grows with the text and no faster.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from data.days import MONTHS, month_length
from data.model import Meaning, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: The rule that such a mention names.
RULE = "date by dateparser"

# ISO 639-1 names for what dateparser calls otherwise.
_OTHER_CODES = {"no": "nb"}
_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2,8})?\Z")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
# The first years of the eras of Japan, and of the republic by which Taiwan counts.
_ERAS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019, "民國": 1912, "民国": 1912}
# Thailand counts from the Buddha; no year of the common era is so late.
_BUDDHIST, _BUDDHIST_YEARS = 543, range(2300, 2800)
# Chinese figures: a row of digits in a year, with a ten among them in a month or a day.
_CHINESE = "〇零一二三四五六七八九"
_VALUES = {sign: str(max(0, value - 1)) for value, sign in enumerate(_CHINESE)}
_SMALL = rf"(?:\d{{1,2}}|[{_CHINESE}十]{{1,3}})"
_LETTER = r"[^\W\d_]"
# Short words between the parts of a date, whichever they are: "8 de xullo de 2024", "กรกฎาคม พ.ศ. 2567".
_JOINING = rf"{_LETTER}{{1,3}}\.?(?:{_LETTER}\.)?"
# An inflected name keeps so many letters at least, and has so many others after them at most.
_STEM, _ENDING = 4, 5
# The same where no year follows, which must be surer.
_OF = r"de\s|d['’]|ng\s"
# The months of the Levant and Iraq, which dateparser does not have.
_MORE_MONTHS = {
    "ar": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
        "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ),
}  # fmt: skip


class _Names(NamedTuple):
    """What dateparser knows of a language: its pattern, its months by name, and the order of figures.

    ``buddhist`` tells whether late years are of the Buddhist era.
    """

    pattern: re.Pattern[str]
    months: Mapping[str, int]
    order: str
    buddhist: bool


def other_mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The explicit dates of a text, in order; none for a language that dateparser does not know."""
    names = _names(language)
    return () if names is None else tuple(_mentions(text, names))


def _mentions(text: str, names: _Names) -> Iterator[Mention]:
    for match in names.pattern.finditer(text):
        found = {key.rstrip("0123456789"): value for key, value in match.groupdict().items() if value}
        meaning = _in_figures(found, names) if "mark" in found else _by_name(found, names)
        if meaning is not None:
            yield Mention(match.start(), match.end(), meaning, RULE)


def _by_name(found: dict[str, str], names: _Names) -> Meaning | None:
    name = _key(found["name"]) if "name" in found else ""
    month = names.months[name] if name in names.months else _number(name or found["month"])
    day = _number(found["day"]) if "day" in found else None
    return _date(_common_year(found, names) if "year" in found else None, month, day)


def _common_year(found: dict[str, str], names: _Names) -> int:
    """The year of the common era, also of 令和6年 and of Thailand's 2567."""
    year = 1 if found["year"] == "元" else _number(found["year"])
    if "era" in found:
        return _ERAS[found["era"]] + year - 1
    return year - _BUDDHIST if names.buddhist and year in _BUDDHIST_YEARS else year


def _number(figures: str) -> int:
    """The number that digits of any script stand for, Chinese ones up to 99 ("二十八") or digit by digit."""
    if figures.isdecimal():
        return int(figures)
    if "十" not in figures:
        return int("".join([_VALUES.get(sign, sign) for sign in figures]))
    tens, _, ones = figures.partition("十")
    return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones and "十" not in ones else 0)


def _in_figures(found: dict[str, str], names: _Names) -> Meaning | None:
    """08.07.2024: the order is the language's; with points it is sure, else the other is a doubt."""
    year, one, two = _common_year(found, names), int(found["one"]), int(found["two"])
    by_day, by_month = _date(year, two, one), _date(year, one, two)
    if found["mark"] == ".":
        return by_day
    month_first = names.order.startswith("M")
    likely, other = (by_month, by_day) if month_first else (by_day, by_month)
    if likely is None or other is None or likely == other:
        return likely or other
    return replace(likely, doubt=(other,))


def _date(year: int | None, month: int, day: int | None) -> Meaning | None:
    if not (1 <= month <= 12 and (year is None or _FIRST_YEAR <= year <= _LAST_YEAR)):
        return None
    if day is not None and not 1 <= day <= month_length(2000 if year is None else year, month):
        return None
    return Meaning(year=year, month=month, day=day, relation="bare" if year is None else "complete")


@cache
def _names(language: str) -> _Names | None:
    info = _information(language)
    if info is None:
        return None
    more = _MORE_MONTHS.get(language.partition("-")[0].lower(), ("",) * len(MONTHS))
    months: dict[str, int] = {}
    whole: dict[str, int] = {}
    for number, (english, other) in enumerate(zip(MONTHS, more, strict=True), 1):
        names = {
            _key(name) for name in (*info.get(english.lower(), ()), other) if name and not name.isdecimal()
        }
        months.update(dict.fromkeys(names, number))
        whole.update({name: number for name in names if not _is_short(name, names)})
    stems = _stems(whole)
    pattern = re.compile(_pattern(info, months, stems), re.IGNORECASE)
    buddhist = language.partition("-")[0].lower() == "th"
    return _Names(pattern, {**stems, **months}, info.get("date_order") or "DMY", buddhist)


def _is_short(name: str, names: Iterable[str]) -> bool:
    """Whether a month's name is a figure or the beginning of another ("jul" of "julij")."""
    return set(name) <= set("ivx") or any(other != name and other.startswith(name) for other in names)


def _stems(names: Mapping[str, int]) -> dict[str, int]:
    """The names and what stays of them when they are inflected; without what two months share."""
    stems: dict[str, set[int]] = {}
    for name, month in names.items():
        for stem in {name, name[:-1] if len(name) > _STEM else name}:
            stems.setdefault(stem, set()).add(month)
    return {stem: min(found) for stem, found in stems.items() if len(found) == 1}


def is_known(language: str) -> bool:
    """Whether dateparser knows a language, by its code; it takes long to load."""
    return _information(language) is not None


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


def _pattern(info: dict[str, Any], months: Iterable[str], stems: Iterable[str]) -> str:
    """The shapes of a date, those that begin with figures and those that begin with a month's name."""
    name, stem = _any(months), _any(stems)
    inflected = rf"{_LETTER}{{0,{_ENDING}}}(?!\w)"
    unit = {unit: _any(info.get(unit, ())) for unit in ("year", "month", "day")}
    after_year = rf"\.?{_LETTER}{{0,3}}\s{{0,2}}(?:{unit['year']}{_LETTER}{{0,3}})?\.?\s{{0,2}}"
    joint = rf"(?:(?:{_JOINING}|{unit['year']})\s{{1,2}})?"
    gap = r"[.,]?\s{1,2}"
    day_of = rf"[.º]?\s{{0,2}}{joint}"
    from_figures = (
        rf"{_day(1)}{day_of}(?P<name1>{name})(?:/\w{{1,12}})?{gap}{joint}{_year(1)}",
        rf"{_day(2)}{day_of}(?P<name2>{stem}){inflected}{gap}{joint}{_year(2)}",
        rf"{_day(3)}[.º]?\s{{1,2}}(?:{_OF})?(?P<name3>{stem}){inflected}",
        rf"{_year(4)}-(?P<month4>\d\d)-{_day(4)}",
        rf"{_year(6)}{after_year}(?P<name6>{stem}){inflected}(?:\s{{0,2}}{_day(6)}(?:\.|\s?{unit['day']}(?![a-z]))?)?",
        (
            rf"{_year(5)}{after_year}"
            rf"(?:(?P<name5>{name})|(?P<month5>{_SMALL})(?=\s?{unit['month']}))(?:\s?{unit['month']})?"
            rf"(?:\s{{0,2}}{_day(5)}(?:\.|\s?{unit['day']})?)?"
        ),
        rf"{_year(7)}\.?\s{{1,2}}(?:{_LETTER}{{1,6}}\.?\s{{1,2}})?{_day(7)}\.?\s{{1,2}}(?P<name7>{stem}){inflected}",
        rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<year11>元|\d{{1,3}}|{_SMALL})\s?年\s?(?P<month11>{_SMALL})\s?月(?:\s?{_day(11)}\s?日)?",
        rf"(?<!年)(?P<month8>{_SMALL})\s?月\s?{_day(8)}\s?日",
        rf"(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark){_year(9)}",
    )
    from_name = rf"(?P<name10>{name}){gap}{joint}(?:{_day(10)},?\s{{1,2}})?{_year(10)}"
    start, end = r"(?<![0-9A-Za-z_])(?<!\d)(?<!\d[.,/:-])", r"(?![./-]?\d)"
    return rf"(?:{start}(?:{'|'.join(from_figures)})|(?<!\w){from_name}){end}"


def _year(shape: int) -> str:
    return rf"(?P<year{shape}>\d{{4}}|[{_CHINESE}]{{4}}(?=年))(?!\d)"


def _day(shape: int) -> str:
    return rf"(?P<day{shape}>{_SMALL})(?!\d)"


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; of nothing if there are none."""
    found = sorted({word for word in words if word.strip()}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join([re.escape(word).replace(r"\ ", r"\s{1,2}") for word in found] or ["(?!)"]) + ")"


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
