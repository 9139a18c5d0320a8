"""Figures that a passage gives for people harmed: how many killed, injured, missing, arrested."""

from __future__ import annotations

import re
from functools import cache
from math import inf
from typing import NamedTuple

from data.events.cues import Cues, alternatives, cues
from data.events.gazetteer import gazetteer

_ABOUT = 0.1


class Figure(NamedTuple):
    """A count with what it may be at least and at most, and the words that give it."""

    harm: str
    whose: str
    value: int
    low: float
    high: float
    text: str


@cache
def _patterns(language: str | None) -> tuple[re.Pattern[str], ...]:
    words = cues(language)
    numbers = alternatives([*words.numbers])
    multiples = alternatives([*words.multiples])
    bounds = alternatives(
        [word for group in ("at_least", "at_most", "about") for word in words.words.get(group, ())]
    )
    harm = alternatives([*words.harm])
    count = (
        rf"(?:(?P<bound>{bounds})\s+)?(?P<count>\d[\d,]*|(?:{numbers}))(?![\d.%]*%)"
        rf"(?:[\s-](?P<multiple>{multiples}))?\b"
    )
    return (
        re.compile(rf"\b(?P<harm>{harm})\s+(?:of\s+)?{count}(?P<who>(?:\s\w+){{0,3}})", re.IGNORECASE),
        re.compile(
            rf"\b{count}(?P<who>(?:\s(?!and\b)[\w-]+){{1,3}}?)\s+(?:were\s|was\s|have\sbeen\s|had\sbeen\s)?(?P<harm>{harm})\b",
            re.IGNORECASE,
        ),
    )


def figures(text: str, language: str | None = None) -> list[Figure]:
    """The counts of people harmed that a text gives, each harm and group once, in the order of the text."""
    words = cues(language)
    found: dict[tuple[str, str], tuple[int, Figure]] = {}
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            figure = _figure(match, words)
            if figure is not None and (figure.harm, figure.whose) not in found:
                found[figure.harm, figure.whose] = (match.start(), figure)
    return [figure for _, figure in sorted(found.values(), key=lambda pair: pair[0])]


def _figure(match: re.Match[str], words: Cues) -> Figure | None:
    written = match["count"].lower()
    value = words.numbers.get(written)
    if value is None:
        digits = written.replace(",", "")
        if not digits.isdigit():
            return None
        value = int(digits)
    if match["multiple"]:
        value *= words.multiples[match["multiple"].lower()]
    bound = " ".join((match["bound"] or "").lower().split())
    low: float = value
    high: float = value
    if bound in words.words.get("at_least", frozenset()):
        high = inf
    elif bound in words.words.get("at_most", frozenset()):
        low = 0
    elif bound:
        low, high = value * (1 - _ABOUT), value * (1 + _ABOUT)
    peoples = gazetteer().peoples
    whose = next((peoples[word] for word in match["who"].split() if word in peoples), "")
    said = " ".join(part for part in (bound, match["count"], match["multiple"]) if part)
    return Figure(words.harm[match["harm"].lower()], whose, value, low, high, said)
