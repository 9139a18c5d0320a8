"""The days that a sentence's time expressions give: ranges and lists taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data import days
from data.events.cues import Cues
from data.model import Expression, Precision

# Finest first: the finer of two dates for one clause is the one it happened on.
_FINENESS: dict[Precision | None, int] = {
    "day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "half": 4, "fiscal-year": 5, "year": 5,
    "decade": 6, "century": 7, None: 8,
}  # fmt: skip
# A quotation longer than this is not looked for.
_LONGEST_QUOTE = 400
_OWNED = ("'s", "’s")
_QUOTES = (("“", "”"), ("``", "''"))
_MONTHS = re.compile(r"P(?P<number>\d{1,2})(?P<unit>[MY])\Z")
# What so many months are called.
_OF_MONTHS: dict[int, Precision] = {3: "quarter", 6: "half", 12: "fiscal-year"}
# What a date is compared with stands at most so many characters before it.
_FAR = 120
# How far before its date the noun of an occasion is looked for, and what may stand between them.
_FAR_NOUN = 50
# The number of a paragraph; and so many words there are from "by" to "dated".
_LABEL = re.compile(r"\s*(?:\d{1,3}\.?){1,4}\s")
_WORDS_OF_PAPER = 5
# So many characters before a date tell whether it describes a noun: a determiner, "the order of".
_BESIDE, _TO_NOUN = 16, 24
# Between a date and a wider one that holds it; between dates of a list, and the ends of a range.
_INSIDE = frozenset({"", ",", "on", "at", "of", "in", "(", ", in", ", on"})
_LISTED = frozenset({"and", "or", "to", "-", "–", ",", ", and", "&", "and in", "and on"})
_UP_TO = frozenset({"to", "-", "–"})
# "Monday and Wednesday" are told as days of one stretch.
_NEXT_DAYS = 6
# A feast directly before a noun, which may be an occasion ("the Easter uprising").
_HOLIDAY, _NEXT_NOUN = "holiday", re.compile(r"\s[a-z][\w’'-]+(?:\s[a-z][\w’'-]+)?")
_PLACE = re.compile(r"(?:\s(?:in|at)\s[^\W\d_a-z]\S*(?:\s[^\W\d_a-z]\S*)?)?\s")


@dataclass(frozen=True, slots=True)
class Dating:
    """The days some expressions give a clause; ``expressions`` are those that say so, in order.

    ``attributive`` says that they only describe a noun ("the 2018 contract"); ``timed`` is the time of
    the day that they, or another date beside them, tell, with where in the text it is told.
    """

    start: int | None
    end: int | None
    precision: Precision | None
    expressions: tuple[Expression, ...]
    attributive: bool = False
    timed: tuple[int, str] | None = None

    @property
    def start_char(self) -> int:
        """Where its first expression begins."""
        return self.expressions[0].start_char

    @property
    def end_char(self) -> int:
        """Where its last expression ends."""
        return self.expressions[-1].end_char

    @property
    def is_open(self) -> bool:
        """Whether one end is open ("since 2019", "until Friday")."""
        return self.start is None or self.end is None


def dates(expression: Expression) -> bool:
    """Whether an expression can date a clause: a date or time with days, no set or "now".

    A length does so only as a part of a year ("the first nine months of 2008").
    """
    if expression.start is None and expression.end is None:
        return False
    if expression.type == "DURATION":
        return expression.precision == "month"
    return expression.type in ("DATE", "TIME") and not expression.value.endswith("_REF")


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
        elif previous is not None and _is_named(previous, dating, text):
            found[-1] = replace(dating, expressions=previous.expressions + dating.expressions)
        elif previous is not None and _belong_together(previous, dating, text):
            found[-1] = _together(previous, dating)
        else:
            found.append(dating)
    found = [
        dating
        for dating in found
        if not cues.compared.search(text, max(start, dating.start_char - _FAR), dating.start_char)
    ]
    found = [dating for dating in found if not _is_mere_age(dating, text, cues, start)]
    now = [dating for dating in found if not _is_risen_from(dating, text, cues, start)]
    if now or (found and cues.risen_to.search(text, start, found[0].start_char) is not None):
        found = now
    found = [dating for dating in found if not _is_spoken_of(dating, text, cues, start)]
    found = [dating for dating in found if not _is_of_goods(dating, text, cues)]
    found = [
        dating
        for dating in found
        if not (dating.attributive and any(is_of_a_law(one, text, cues, start) for one in dating.expressions))
    ]
    found = [dating for dating in found if not _describes_what_is_told(dating, text, cues, start)]
    return [dating for at, dating in enumerate(found) if not (at and _is_of_a_noun(dating, text, cues))]


def governing(inside: Sequence[Dating]) -> Dating | None:
    """The one of several dates in a clause that dates it: no mere attribute, the finest, the first."""
    if not inside:
        return None
    stated = [dating for dating in inside if not dating.attributive] or list(inside)
    return min(stated, key=lambda dating: (_FINENESS[dating.precision], dating.start_char))


def is_of_an_apposition(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date stands in what a subject is called ("Berg, head of the mill since 2005, resigned")."""
    comma = text.rfind(", ", start, dating.start_char)
    if comma < 0 or cues.resumption.match(text, dating.end_char) is None:
        return False
    called = text[comma + 2 : dating.start_char]
    if " " not in called.strip() or cues.preposition.match(called) or cues.participle_head.match(called):
        return False
    return cues.finite_word.search(text, start, dating.start_char) is None


def _is_mere_age(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a decade or a century only describes or is aimed at ("a 20th century art", "by the 2030s")."""
    if dating.precision not in ("decade", "century") or dating.start_char == start:
        return False
    word = text[start : dating.start_char].rstrip().rpartition(" ")[2].lower()
    return word not in cues.words["of_an_age"]


def _is_risen_from(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date is that of an older figure ("from 40 in 1980 to 90", "down from a year earlier")."""
    before = max(start, dating.start_char - _FAR)
    if cues.risen_from.search(text, before, dating.start_char) is not None:
        return True
    last = dating.expressions[-1].text.rpartition(" ")[2].lower()
    word = text[before : dating.start_char].rstrip().rpartition(" ")[2].lower()
    return last in cues.words["told_from_another"] and word in cues.words["risen_from"]


def _is_of_a_noun(dating: Dating, text: str, cues: Cues) -> bool:
    """Whether a date only says when an occasion was that the clause mentions ("his talks days earlier")."""
    last = dating.expressions[-1].text.rpartition(" ")[2].lower()
    if last not in cues.words["told_from_another"]:
        return False
    before = text[max(0, dating.start_char - _FAR_NOUN) : dating.start_char]
    nouns = list(cues.occasion_noun.finditer(before))
    return bool(nouns) and _PLACE.fullmatch(before, nouns[-1].end()) is not None


def _is_spoken_of(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date is a paper's, or spoken of ("the treaty dated 3 May", "called 2009 a bad year").

    It is the date of who says something in such a paper.
    """
    word = text[start : dating.start_char].rstrip().rpartition(" ")[2].lower()
    if dating.precision == "year" and word in cues.words["of_years"]:
        return True
    if word not in cues.words["of_papers"] or cues.saying.search(text, start, dating.start_char) is not None:
        return False
    if cues.by_paper.search(text[start : dating.start_char]) is not None:
        # "She refused by letter dated 5 August"
        return False
    first, *others = _LABEL.sub("", text[start : dating.start_char], count=1).lower().split()
    # "By letter dated 5 August she asked": what was done in the paper was done that day.
    return first not in cues.words["done_in_papers"] or len(others) > _WORDS_OF_PAPER


def _is_of_goods(dating: Dating, text: str, cues: Cues) -> bool:
    """Whether a date tells what goods are for ("oil for May delivery", "the Christmas cash")."""
    if cues.of_goods.match(text, dating.end_char) is not None:
        return True
    described = _NEXT_NOUN.match(text, dating.end_char)
    if described is None or not dating.expressions[-1].rule.startswith(_HOLIDAY):
        return False
    return cues.occasion_noun.search(described.group()) is None


def is_of_a_law(expression: Expression, text: str, cues: Cues, start: int) -> bool:
    """Whether a year is only that of a law that something rests on ("jailed under a 1987 law").

    ``start`` is where the sentence begins in the text.
    """
    if expression.precision != "year" or cues.law_behind.match(text, expression.end_char) is None:
        return False
    return cues.rests_on_law.search(text[start : expression.start_char]) is not None


def _describes_what_is_told(dating: Dating, text: str, cues: Cues, start: int) -> bool:
    """Whether a date only describes a thing that somebody tells ("reported a third-quarter loss")."""
    if not dating.attributive or dating.precision in ("day", "week"):
        return False
    before = text[start : dating.start_char].lower().split()
    while before and before[-1] in cues.words["determiners"]:
        before.pop()
    return before[-1:] != [] and before[-1] in cues.words["of_things"]


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
    return between in cues.words["period_ends"] and _FINENESS[period.precision] > _FINENESS[last.precision]


def is_quoted(dating: Dating, text: str, start: int) -> bool:
    """Whether a date stands in a quotation: it has the speaker's own time."""
    before = text[max(0, dating.start_char - _LONGEST_QUOTE) : dating.start_char]
    if any(before.rfind(opening) > before.rfind(closing) for opening, closing in _QUOTES):
        return True
    # Straight marks open and close by turns.
    return text.count('"', start, dating.start_char) % 2 == 1


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
    attributive = expression.rule.startswith(_HOLIDAY) and re.match(r" [a-z]", after) is not None
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
    return Dating(start, end, expression.precision, (expression,), attributive)


def _leaves_out(expression: Expression) -> bool:
    """Whether what is before or after a date is none of it: "before 2019", not "before the end of 2019".

    "Before Friday" mostly says which day counts.
    """
    is_coarse = _FINENESS[expression.precision] >= _FINENESS["month"]
    return expression.role in ("before", "after") and is_coarse and expression.mod is None


def _left(role: str | None, start: int | None, end: int | None) -> tuple[int | None, int | None]:
    """The days before the first day of a date, or after its last."""
    if role == "before":
        return None, None if start is None else start - 1
    return None if end is None else end + 1, None


def _is_named(pointing: Dating, named: Dating, text: str) -> bool:
    """Whether a date behind a comma names the day that the one before only points at ("that day, May 3")."""
    return (
        text[pointing.end_char : named.start_char] in (", ", ", on ")
        and pointing.precision == named.precision == "day"
        and pointing.expressions[-1].anchor.kind == "expression"
    )


def _belong_together(one: Dating, other: Dating, text: str) -> bool:
    between = text[one.end_char : other.start_char].strip().lower()
    if one.expressions[-1].role == "from" and other.expressions[0].role == "to":
        return True
    if between in _INSIDE and (_nested(one, other) or _nested(other, one)):
        return True
    if one.precision != other.precision or between not in _LISTED:
        return False
    return between in _UP_TO or _follows(one, other)


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
