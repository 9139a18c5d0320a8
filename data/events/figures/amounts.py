"""Numbers as texts write them: "at least 41", "three dozen", "6,01,427", "30-40", "nearly $65bn".

A text's words are looked at once, from left to right; what a number counts is read by
:mod:`data.events.figures.passage`.
"""

from __future__ import annotations

import re
from functools import cache
from math import floor, inf, log10, nextafter
from typing import NamedTuple

from data.events.cues import Cues, cues
from data.events.figures.figure import groups

# What "about" and "nearly" leave open, as a part of the number.
_ABOUT = 0.1
# "A little over 57" is so much more at most.
_LITTLE = 0.05
# "Dozens" are two at least.
_FEWEST_OF_MANY = 2
# Short scale letters behind a figure ("$5bn").
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_BOUNDS = ("at_least", "over", "just_over", "at_most", "nearly", "about")
_LONGEST_BOUND = 4
# Numbers from here on may be round.
_ROUND = 1000
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_LAST_DAY = 31  # of a month
_MOST_FIGURES = 30  # with the commas between; what has more counts nothing

_DIGIT = re.compile(r"[0-9]")
_TOKEN = re.compile(
    r"Rs\.(?=\s?\d)|\d+(?:st|nd|rd|th)\b|\d(?:[\d,]*\d)?(?:\.\d+)?|[^\W\d_]+(?:['’.][^\W\d_]+)*|[^\w\s]",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word, number or mark with its place in the text; ``lower`` is its word in small letters."""

    start: int
    end: int
    text: str
    lower: str


class Amount(NamedTuple):
    """A number: what it is worth, at least and at most, and the tokens from ``first`` up to ``behind``.

    ``is_over`` says that it is told to be more ("over 500"): who counts things that way means less than 600,
    who counts the dead may mean any number above.
    """

    value: float
    low: float
    high: float
    first: int
    behind: int
    is_over: bool = False


def tokens(text: str) -> list[Token]:
    """The words, numbers and marks of a text."""
    return [
        Token(match.start(), match.end(), word := match.group(), word.lower())
        for match in _TOKEN.finditer(text)
    ]


def may_count(text: str, language: str | None = None) -> bool:
    """Whether a text can give a number: a quick look that spares most texts a careful one."""
    if _DIGIT.search(text) is not None:
        return True
    return not _number_words(language).isdisjoint(text.lower().replace("-", " ").split())


def amounts(row: list[Token], language: str | None = None) -> list[Amount]:
    """The numbers of a text, without its years, the days of its months and names such as "AK 203"."""
    words, number_words = cues(language), _number_words(language)
    found = []
    behind = 0
    for at, token in enumerate(row):
        if at < behind or not (token.lower in number_words or token.text[0].isdecimal()):
            continue
        amount = _amount(row, at, words, language)
        if amount is not None:
            behind = amount.behind
            if not _is_no_count(row, amount, words):
                found.append(amount)
    return found


@cache
def _number_words(language: str | None) -> frozenset[str]:
    words = cues(language)
    ordinals = (those for name, those in words.words.items() if name.startswith("ordinal_"))
    many = (f"{name}s" for name in words.multiples)
    return frozenset([*words.numbers, *words.multiples, *many]).union(*ordinals)


@cache
def _bounds(language: str | None) -> dict[tuple[str, ...], str]:
    words = cues(language).words
    return {tuple(phrase.split()): name for name in _BOUNDS for phrase in words[name]}


def _amount(row: list[Token], at: int, words: Cues, language: str | None) -> Amount | None:
    """The number that begins with a token."""
    value = _simple(row[at], words)
    told = _many(row, at, words, language) if value is None else _number(row, at, value, words)
    if told is None:
        return None
    scaled, times = _scaled(told, row, words)
    slack = _rounding(row[scaled.first].text, scaled.value, times)
    exact = scaled._replace(low=scaled.low - slack, high=scaled.high + slack)
    return _bounded(exact, row, words, language)


def _many(row: list[Token], at: int, words: Cues, language: str | None) -> Amount | None:
    """A word for many with which a number begins ("dozens of people", "a dozen people")."""
    many = words.multiples.get(row[at].lower.removesuffix("s"))
    if many is None:
        return None
    value = float(many)
    # "A dozen" is as round as "three dozen" are.
    low, high = value / 2, value * 3 / 2
    if row[at].lower.endswith("s"):
        low, high = _FEWEST_OF_MANY * value, inf
    part, first = _part_before(row, at, words, language)
    if part < 1:
        value, low, high = (part * value * slack for slack in (1, 1 - _ABOUT, 1 + _ABOUT))
    return Amount(value, low, high, first, at + 1)


def _number(row: list[Token], at: int, value: float, words: Cues) -> Amount | None:
    """A number with the second one that is joined to it ("20-30", "twenty-one"); None where that fits ill."""
    behind = at + 1
    second = _simple(row[behind + 1], words) if behind + 1 < len(row) else None
    if second is None:
        return Amount(value, value, value, at, behind)
    if _glued(row, behind) in "-–—":
        if row[at].text.isdigit() and row[behind + 1].text.isdigit():
            return Amount(value, min(value, second), max(value, second), at, behind + 2)
        if second < 10 <= value < 100:
            # "Twenty-one"
            return Amount(value + second, value + second, value + second, at, behind + 2)
        return None
    if second > value and _joins_ends(row, at, behind, words):
        return Amount(value, value, second, at, behind + 2)
    return Amount(value, value, value, at, behind)


def _scaled(amount: Amount, row: list[Token], words: Cues) -> tuple[Amount, float]:
    """A number with the multiples behind it ("2 million", "two-dozen"), and how many times it is taken."""
    value, low, high, first, behind = amount.value, amount.low, amount.high, amount.first, amount.behind
    times = 1.0
    while behind < len(row):
        at_multiple = behind + (row[behind].text in "-–" and behind + 1 < len(row))
        word = row[at_multiple].lower
        multiple = words.multiples.get(word) or (
            _SCALES.get(word) if row[at_multiple - 1].text[-1:].isdigit() else None
        )
        if multiple is None or row[at_multiple].start - row[behind - 1].end > 1:
            break
        times *= multiple
        value, low, high = value * multiple, low * multiple, high * multiple
        behind = at_multiple + 1
    return Amount(value, low, high, first, behind), times


def _part_before(row: list[Token], at: int, words: Cues, language: str | None) -> tuple[float, int]:
    """The part of a million that stands before it ("three quarters of a"), and the place where that begins.

    Without one the part is 1, and "a million" begins with its article.
    """
    one = words.words["one_of_many"]
    first = at - (at > 0 and row[at - 1].lower in one)
    link = first - (first > 0 and row[first - 1].lower in words.words["of_whole"])
    parts = groups(language, "fraction_").get(row[link - 1].lower) if 0 < link < at else None
    if parts is None:
        return 1.0, first
    count = _simple(row[link - 2], words) if link > 1 else None
    if count is not None:
        return count / int(parts), link - 2
    return 1 / int(parts), link - 1 - (link > 1 and row[link - 2].lower in one)


def _rounding(written: str, value: float, times: float) -> float:
    """How far a number may be off by being round: "$66bn" may be 65.7, "1,700" may be 1,740."""
    digits = written.replace(",", "")
    if times > 1:
        return times * 10.0 ** -len(digits.partition(".")[2]) / 2 if digits[0].isdecimal() else times / 2
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0**zeros / 2 if value >= _ROUND and zeros else 0.0


def _joins_ends(row: list[Token], at: int, behind: int, words: Cues) -> bool:
    """Whether a word joins the ends of a range ("30 to 40", "between 30 and 40", but not "from 30 to 40")."""
    before = row[at - 1].lower if at else ""
    word = row[behind].lower
    if before in words.words["between_words"]:
        return word in words.words["range_words_between"]
    if before in words.words["from_words"]:
        return False
    return word in words.words["range_words"]


def _simple(token: Token, words: Cues) -> float | None:
    known = words.numbers.get(token.lower)
    if known is not None:
        return float(known)
    if token.text[0].isdecimal() and token.text[-1].isdecimal() and len(token.text) <= _MOST_FIGURES:
        try:
            return float(token.text.replace(",", ""))
        except ValueError:
            return None
    return None


def _glued(row: list[Token], at: int) -> str:
    """A mark that stands right behind the token before it; a space without one."""
    return row[at].text if row[at].start == row[at - 1].end and len(row[at].text) == 1 else " "


def _bounded(amount: Amount, row: list[Token], words: Cues, language: str | None) -> Amount:
    """A number with the bound that stands before it ("at least", "more than")."""
    first = amount.first
    if first and row[first - 1].lower in words.words["marks_of_money"]:
        first -= 1
        if first and row[first - 1].text == "US":
            first -= 1
    table = _bounds(language)
    before = tuple([token.lower for token in row[max(0, first - _LONGEST_BOUND) : first]])
    for length in range(len(before), 0, -1):
        bound = table.get(before[-length:])
        if bound is None:
            continue
        value, low, high = amount.value, amount.low, amount.high
        if bound == "at_least":
            low, high = max(low, value), inf
        elif bound == "over":
            low, high = max(low, value), nextafter(value + _leading_unit(value), 0)
        elif bound == "just_over":
            low, high = max(low, value), value * (1 + _LITTLE)
        elif bound == "at_most":
            low = 0.0
        else:
            low = low * (1 - _ABOUT)
            high = min(high, value) if bound == "nearly" else high * (1 + _ABOUT)
        return Amount(value, low, high, first - length, amount.behind, bound in ("over", "just_over"))
    return amount._replace(first=first)


def _leading_unit(value: float) -> float:
    """What the first digit of a number counts: 100,000 for 500,000, 10 for 41."""
    return 10.0 ** floor(log10(value)) if value >= 1 else 1.0


def _is_no_count(row: list[Token], amount: Amount, words: Cues) -> bool:
    """Whether a number is a year, a day of a month, a part of a name or of another number."""
    at = amount.behind - 1
    times = words.words["weekdays_and_months"]
    dotted = amount.first > 1 and row[amount.first - 1].text == "."
    around = (amount.first - 1 - dotted, amount.behind)
    # "By Thursday 212 people were ill": no month has so many days, and it is no year.
    of_calendar = amount.value <= _LAST_DAY or _FIRST_YEAR <= amount.value <= _LAST_YEAR
    if of_calendar and any(0 <= place < len(row) and row[place].text in times for place in around):
        return True
    before = row[amount.first - 1] if amount.first else None
    first = row[amount.first]
    labelled = row[amount.first - 1 - dotted].lower if amount.first > dotted else ""
    if first.text.isdigit() and labelled in words.words["numbered"]:
        # "Flight 218 died" counts nobody.
        return True
    if before is not None:
        gap = first.start - before.end
        name = before.text.isupper() and before.lower not in words.words["before_counted"]
        if before.text[-1:].isalpha() and name and gap <= 1 and len(before.text) <= 4:
            # "AK 203", "G20"
            return before.lower not in words.words["marks_of_money"]
        if gap == 0 and (before.text[-1:].isalpha() or before.text in "-–—/.:+" or before.text == "’"):
            return not (
                before.text in "-–—" and amount.first > 1 and row[amount.first - 2].text[-1:].isalpha()
            )
    year = amount.value == int(amount.value) and _FIRST_YEAR <= amount.value <= _LAST_YEAR
    if year and row[at].text.isdigit() and len(row[at].text) == 4:
        return (
            before is None
            or before.lower in words.words["before_years"]
            or (amount.behind >= len(row) or not row[amount.behind].text[0].isalpha())
        )
    return False
