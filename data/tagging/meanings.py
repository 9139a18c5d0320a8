"""From the words of a match to what they mean: captures become the fields of a Meaning."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from data.days import month_length, ordinal, weekday
from data.model import Meaning
from data.tagging.clocks import is_clock, read_time
from data.tagging.lexicon import normal
from data.tagging.numbers import as_number, read_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.tagging.rules import Language, Variant

# "More than a decade ago" lies before the point that is a decade ago (TimeML 1.2.1, mod), "more than a decade
# later" after it.
_OF_POINTS = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE",
              "EQUAL_OR_LESS": "ON_OR_AFTER"}  # fmt: skip
_OF_LATER_POINTS = {"MORE_THAN": "AFTER", "LESS_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_AFTER",
                    "EQUAL_OR_LESS": "ON_OR_BEFORE"}  # fmt: skip
# "The 1800s" are a century, "the 2000s" a decade.
_FIRST_OWN_DECADE = 2000
# "1998-02" may run into the next century, "2024-07" does not.
_LATE_YEARS = 90
# Parts of the calendar that words name by a whole number.
_WHOLE = ("day", "month", "year", "week", "quarter", "half", "weekday", "decade", "century")
_FIELDS = frozenset(each.name for each in fields(Meaning))
# The tables where a word that a pattern names itself has its value, after those of the field's own name.
_TABLES: dict[str, tuple[str, ...]] = {
    "time": ("day-part", "day-parts", "daybreak", "clock-time"), "weekday": ("weekday-short",),
    "month": ("month-short",), "unit": ("century",), "unit2": ("unit", "units", "century"),
    "unit3": ("unit", "units"),
}  # fmt: skip


def tables_of(field: str) -> tuple[str, ...]:
    """The categories in which a word that a pattern names itself is looked up for a field ("unit=year")."""
    return (field, f"{field}s", *_TABLES.get(field, ()))


def meanings_of(variant: Variant, words: tuple[str, ...], language: Language) -> tuple[Meaning | None, ...]:
    """The meanings of a match's mentions, None where the words cannot be meant (31 June).

    ``words`` are the texts of the variant's captures in order, empty where a capture is absent.
    """
    if words not in variant.known:
        if len(variant.known) > 5_000:
            variant.known.clear()
        variant.known[words] = _build(variant, words, language)
    known: tuple[Meaning | None, ...] = variant.known[words]
    return known


def _build(variant: Variant, words: tuple[str, ...], language: Language) -> tuple[Meaning | None, ...]:
    rule = variant.rule
    count = len(variant.compiled.mentions)
    drafts: list[dict[str, Any]] = []
    for index in range(count):
        draft: dict[str, Any] = {"type": rule.type}
        draft.update(rule.meanings[min(index, len(rule.meanings) - 1)])
        drafts.append(draft)
    for (_, capture), text in zip(variant.captures, words, strict=True):
        if text:
            _fill(drafts[capture.mention], capture.field, capture.categories, text, language)
    for name in rule.share:
        given = [draft[name] for draft in drafts if name in draft]
        for draft in drafts:
            if given and name not in draft:
                draft[name] = given[0]
    meanings = tuple(_finish(draft, language.order) for draft in drafts)
    if None in meanings:
        # One end alone is no interval: "2024-07" is no range of years.
        return tuple(None if each is None else replace(each, role=None) for each in meanings)
    return meanings


def _fill(draft: dict[str, Any], name: str, categories: Sequence[str], text: str, language: Language) -> None:
    if name.startswith("end."):
        draft = draft.setdefault("end", {})
        name = name[4:]
    value = _value((*categories, *tables_of(name)), text, language)
    if name == "zone" and not isinstance(value, str):
        value = text
    if isinstance(value, dict):
        for key, each in value.items():
            if key == "time" and draft.get("time", "")[1:2].isdecimal():
                # "Midnight tonight": the clock is more exact than the part of the day.
                continue
            draft.setdefault(key, each) if key == "type" and draft.get("type") != "DATE" else draft.update(
                {key: each}
            )
    elif name != "time" or not draft.get("time", "")[1:2].isdecimal():
        draft[name] = value


def _value(categories: Sequence[str], text: str, language: Language) -> Any:
    phrase = normal(text).casefold()
    for category in categories:
        table = language.lexicon.values.get(category)
        if table is not None and phrase in table:
            return table[phrase]
    if phrase.endswith((" .", " -")):
        return _value(categories, phrase[:-2], language)
    if phrase.isdecimal():
        return phrase
    number = read_number(phrase.split(), language.numerals, language.decimal)
    return phrase if number is None else number


def _finish(draft: dict[str, Any], order: str) -> Meaning | None:
    """A Meaning from the collected fields; None if the calendar has no such thing."""
    if "one" in draft and not _numeric(draft, order):
        return None
    draft = dict(draft)
    end = draft.pop("end", None)
    _read_years(draft)
    if not read_time(draft):
        return None
    _read_parts(draft)
    _read_count(draft)
    if draft.get("freq") is not None and not str(draft["freq"]).endswith("X"):
        draft["freq"] = f"{float(draft['freq']):g}{draft.pop('freq_of', 'X')}"
    if not _possible(draft):
        return None
    if end is not None:
        draft["end"] = _finish(_fields_of_end(end, draft), order)
        if draft["end"] is None:
            return None
    return Meaning(**{key: value for key, value in draft.items() if key in _FIELDS})


def _fields_of_end(end: Mapping[str, Any], draft: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the end of an interval: what it does not say itself is as at the beginning."""
    own = {"doubt", "mod", "role"}
    if "day" not in end:
        # "From 3 May 1998 to 2001" ends with that year, "from 3 May to June" with that month.
        own.update(("month", "day") if "year" in end else ("day",) if "month" in end else ())
    return {**{key: value for key, value in draft.items() if key not in own}, **end}


def _read_parts(draft: dict[str, Any]) -> None:
    """Make the parts of the calendar numbers, and ordinals of decades and centuries their leading digits."""
    if (tenth := draft.pop("tenth", None)) is not None:
        # "The first decade of the 21st century" begins with its first two digits.
        draft["decade"] = (int(draft.pop("nth")) - 1) * 10 + int(tenth) - 1
    if (nth := draft.pop("nth", None)) is not None:
        draft["century"] = int(nth) - 1
    for name in _WHOLE:
        if draft.get(name) is not None:
            draft[name] = int(draft[name])


def _read_count(draft: dict[str, Any]) -> None:
    """Sort out a count: how much time a length or set has, or how far a point lies from its anchor."""
    sign = draft.pop("sign", 1)
    count = as_number(draft.pop("count", None))
    if "half_more" in draft:
        whole = as_number(draft.pop("half_more"))
        count = None if whole is None else whole + 0.5
    if "amount" in draft:
        draft["amount"] = tuple((as_number(each), unit) for each, unit in draft["amount"])
    elif draft["type"] in ("DURATION", "SET") and "unit" in draft:
        draft["amount"] = ((count, draft["unit"]),)
        for place in "23":
            if f"unit{place}" in draft:
                draft["amount"] += ((as_number(draft.pop(f"count{place}")), draft.pop(f"unit{place}")),)
        count = None
    if count is not None:
        draft["count"] = count * sign
        sign = -1 if draft["count"] < 0 else 1
    elif draft.get("relation") == "offset":
        # "A few years later": some time after, nobody knows when.
        draft["reference"] = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if draft["type"] in ("DATE", "TIME") and "unit" in draft:
        points = _OF_POINTS if sign < 0 else _OF_LATER_POINTS
        draft["mod"] = points.get(draft.get("mod") or "", draft.get("mod"))


def _read_years(draft: dict[str, Any]) -> None:
    if "yy" in draft:
        draft["year"], draft["short_year"] = int(draft.pop("yy")), True
    if "endyear" in draft:
        digits, year = str(draft.pop("endyear")), int(draft["year"])
        end = year - year % 10 ** len(digits) + int(digits)
        if end <= year and year % 100 >= _LATE_YEARS and int(digits) < 100 - _LATE_YEARS:
            end += 100
        draft["year"] = end if end > year else None
    if "decade_year" in draft:
        year = int(draft.pop("decade_year"))
        if year % 100 == 0 and year < _FIRST_OWN_DECADE:
            draft["century"] = year // 100
        else:
            draft["decade"] = year // 10
    if "decade_short" in draft:
        draft["decade"], draft["short_year"] = int(draft.pop("decade_short")) // 10, True
    if "decade_word" in draft:
        draft["decade"], draft["short_year"] = draft.pop("decade_word"), True
    if "year" in draft and draft["year"] is not None and draft.get("relation", "bare") == "bare":
        draft["relation"] = "complete"
    if ("decade" in draft and "short_year" not in draft) or "nth" in draft or "century" in draft:
        draft.setdefault("relation", "complete")


def _numeric(draft: dict[str, Any], order: str) -> bool:
    """Sort out day and month of 03/04/2021, keeping the other order as a doubt; False if neither fits."""
    one, two = int(draft.pop("one")), int(draft.pop("two"))
    readings = [(one, two), (two, one)] if order == "month-first" else [(two, one), (one, two)]
    possible = [pair for pair in readings if 1 <= pair[0] <= 12 and 1 <= pair[1] <= 31]
    if not possible:
        return False
    if len(possible) == 2 and one != two:
        other = {**draft, "month": possible[1][0], "day": possible[1][1]}
        second = _finish(other, order)
        if second is not None:
            draft["doubt"] = (second,)
    draft["month"], draft["day"] = possible[0]
    return True


def _possible(draft: Mapping[str, Any]) -> bool:
    month, day, year = draft.get("month"), draft.get("day"), draft.get("year")
    if month is not None and not 1 <= month <= 12:
        return False
    if year == 0 and not draft.get("short_year"):
        return False
    if "year" in draft and year is None:
        return False
    if day is not None:
        if not 1 <= day <= 31 and day != -1:
            return False
        if month is not None and day > month_length(2000 if year is None else year, month):
            return False
    if not is_clock(draft.get("time") or ""):
        return False
    week = draft.get("week")
    if week == 53 and month is None and year is not None:
        # 28 December is always in the last week of its ISO year.
        return weekday(ordinal(year)) == 4 or weekday(ordinal(year, 12, 31)) == 4
    return week is None or 1 <= week <= 53
