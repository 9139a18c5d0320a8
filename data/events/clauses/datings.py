"""The dates that a sentence's time expressions give: ranges and lists taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data import days
from data.events.clauses.dating import FINENESS, Dating, dates
from data.events.clauses.mentioned_dates import HOLIDAY, telling
from data.events.cues import Cues
from data.model import Expression, Precision

_OWNED = ("'s", "’s")
_MONTHS = re.compile(r"P(?P<number>\d{1,2})(?P<unit>[MY])\Z")
# What so many months are called.
_OF_MONTHS: dict[int, Precision] = {3: "quarter", 6: "half", 12: "fiscal-year"}
# So many characters before a date tell whether it describes a noun: a determiner, "the order of".
_BESIDE, _TO_NOUN = 16, 24
# Signs between a date and a wider one that holds it; between dates of a list, and the ends of a range.
_INSIDE = frozenset({"", ",", "("})
_LISTED = frozenset({",", "&"})
_UP_TO = frozenset({"-", "–"})
# "Monday and Wednesday" are told as days of one stretch.
_NEXT_DAYS = 6


def datings(expressions: Sequence[Expression], text: str, cues: Cues, start: int) -> list[Dating]:
    """The dates a sentence's expressions give, ranges and lists ("Monday and Tuesday") taken together.

    ``start`` is where the sentence begins in the text.
    """
    found: list[Dating] = []
    lengths: list[Expression] = []
    for expression in expressions:
        if not dates(expression):
            lengths.append(expression)
            continue
        dating = _dating(expression, text, cues)
        if lengths and (period := _period_until(lengths[-1], dating, text, cues)) is not None:
            found = [one for one in found if one.expressions[-1] is not lengths[-1]]
            found.append(period)
            continue
        if expression.type == "DURATION":
            lengths.append(expression)
        previous = found[-1] if found else None
        if previous is not None and _ends_period(previous, dating, text, cues):
            found[-1] = replace(previous, expressions=previous.expressions + dating.expressions)
        elif previous is not None and _is_named(previous, dating, text, cues):
            found[-1] = replace(dating, expressions=previous.expressions + dating.expressions)
        elif previous is not None and _belong_together(previous, dating, text, cues):
            found[-1] = _together(previous, dating)
        else:
            found.append(dating)
    return telling(found, text, cues, start)


def _period_until(length: Expression, last: Dating, text: str, cues: Cues) -> Dating | None:
    """The months whose last day a date gives ("the financial year ended March 2024"); None if none."""
    given = _MONTHS.match(length.value) if length.type == "DURATION" else None
    between = text[length.end_char : last.start_char].strip(" ,").lower()
    if given is None or last.end is None or between not in cues.words["period_ends"]:
        return None
    months = int(given["number"]) * (12 if given["unit"] == "Y" else 1)
    behind = days.civil(last.end + 1)
    year, month = divmod(behind.year * 12 + behind.month - 1 - months, 12)
    start = days.ordinal(year, month + 1, min(behind.day, days.month_length(year, month + 1)))
    precision = _OF_MONTHS.get(months, "month")
    if months == 12 and behind.month == behind.day == 1:
        precision = "year"
    return Dating(start, last.end, precision, (length, *last.expressions))


def _ends_period(period: Dating, last: Dating, text: str, cues: Cues) -> bool:
    """Whether a day only says when a period ends ("the third quarter ended Sept. 30")."""
    between = text[period.end_char : last.start_char].strip(" ,").lower()
    return between in cues.words["period_ends"] and FINENESS[period.precision] > FINENESS[last.precision]


def _dating(expression: Expression, text: str, cues: Cues) -> Dating:
    start, end = expression.start, expression.end
    if expression.role == "since":
        end = None
    elif expression.role == "until":
        start = None
    elif _leaves_out(expression):
        start, end = _left(expression.role, start, end)
    at = expression.start_char
    after = text[expression.end_char : expression.end_char + 2]
    attributive = expression.rule.startswith(HOLIDAY) and re.match(r" [a-z]", after) is not None
    attributive = attributive or (
        len(after) == 2
        and after[0] in " -"
        and after[1].isalpha()
        and cues.attributive.search(text, max(0, at - _BESIDE), at) is not None
    )
    # "The order of May", "that day's raids": the noun's.
    attributive = (
        attributive or after in _OWNED or cues.of_a_noun.search(text, max(0, at - _TO_NOUN), at) is not None
    )
    if cues.before_participle.search(text, max(0, at - _BESIDE), at) is not None:
        # "Der am 12. März festgenommene Mann": the participle's.
        attributive = attributive or cues.described_behind.match(text, expression.end_char) is not None
    return Dating(start, end, expression.precision, (expression,), attributive)


def _leaves_out(expression: Expression) -> bool:
    """Whether what is before or after a date is none of it: "before 2019", not "before the end of 2019".

    "Before Friday" mostly says which day counts.
    """
    is_coarse = FINENESS[expression.precision] >= FINENESS["month"]
    return expression.role in ("before", "after") and is_coarse and expression.mod is None


def _left(role: str | None, start: int | None, end: int | None) -> tuple[int | None, int | None]:
    """The days before the first day of a date, or after its last."""
    if role == "before":
        return None, None if start is None else start - 1
    return None if end is None else end + 1, None


def _is_named(pointing: Dating, named: Dating, text: str, cues: Cues) -> bool:
    """Whether a date behind a comma names the day that the one before only points at ("that day, May 3")."""
    between = text[pointing.end_char : named.start_char]
    return (
        between.startswith(", ")
        and _is_inside(between.strip(), cues)
        and pointing.precision == named.precision == "day"
        and pointing.expressions[-1].anchor.kind == "expression"
    )


def _is_inside(between: str, cues: Cues) -> bool:
    """Whether a date goes on in a wider one behind a stretch of text, or the other way round."""
    return between in _INSIDE or between in cues.words["inside_dates"]


def _belong_together(one: Dating, other: Dating, text: str, cues: Cues) -> bool:
    between = text[one.end_char : other.start_char].strip().lower()
    if one.expressions[-1].role == "from" and other.expressions[0].role == "to":
        return True
    if _is_inside(between, cues) and (_nested(one, other) or _nested(other, one)):
        return True
    if one.precision != other.precision:
        return False
    if between in _UP_TO or between in cues.words["up_to_dates"]:
        return True
    return (between in _LISTED or between in cues.words["between_dates"]) and _follows(one, other)


def _follows(one: Dating, other: Dating) -> bool:
    """Whether of two dates the later is next: "2009 and 2010", not "1996 and 2004"; days may leave a gap."""
    if one.end is None or other.start is None:
        return False
    return one.end <= other.start <= one.end + (_NEXT_DAYS if one.precision == "day" else 1)


def _nested(inner: Dating, outer: Dating) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _together(one: Dating, other: Dating) -> Dating:
    expressions = one.expressions + other.expressions
    attributive = one.attributive and other.attributive
    if _nested(other, one):
        return Dating(other.start, other.end, other.precision, expressions, attributive)
    if _nested(one, other):
        return Dating(one.start, one.end, one.precision, expressions, attributive)
    start = one.start if one.start is None or other.start is None else min(one.start, other.start)
    end = one.end if one.end is None or other.end is None else max(one.end, other.end)
    return Dating(start, end, one.precision, expressions, attributive)
