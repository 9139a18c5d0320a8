"""Figures that a passage gives: people harmed, things counted, amounts of money.

Figures are comparable if they count the same thing: the same harm to the same people, the same kind of thing,
money of one currency for one purpose.
"""

from __future__ import annotations

import re
from functools import cache
from math import inf
from typing import NamedTuple

from data.events.cues import Cues, alternatives, cues
from data.events.gazetteer import gazetteer

_ABOUT = 0.1
# Short scale letters behind a figure ("$5bn").
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
# A word for what the money is for stands at most so many characters away.
_NEAR = 90

# A number behind capitals is the name of a model ("AK 203").
_MODEL = re.compile(r"\b[A-Z]{1,4}[ -]$")


class Figure(NamedTuple):
    """A count or amount with what it may be at least and at most, and the words that give it.

    ``what`` names the thing counted ("killed", "rifles", "USD for deal"), ``whose`` whom, by country code.
    """

    what: str
    whose: str
    value: float
    low: float
    high: float
    text: str


@cache
def _groups(language: str | None, prefix: str) -> dict[str, str]:
    """The words of all lists with a prefix, each with the list's own name."""
    return {
        word: name.removeprefix(prefix)
        for name, words in sorted(cues(language).words.items())
        if name.startswith(prefix)
        for word in words
    }


@cache
def _harm(language: str | None) -> dict[str, str]:
    return {**cues(language).harm, **_groups(language, "harm_")}


@cache
def _patterns(language: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = cues(language)
    number = alternatives([*words.numbers])
    multiples = alternatives([*words.multiples, *_SCALES])
    bounds = alternatives(
        [word for group in ("at_least", "at_most", "about") for word in words.words.get(group, ())]
    )
    harm = alternatives([*_harm(language)])
    money = _groups(language, "currency_")
    before = alternatives([mark for mark in money if not mark.isalpha() or mark == "rs"])
    behind = alternatives([mark for mark in money if mark.isalpha()])
    bound = rf"(?:\b(?P<bound>{bounds})\s+)?"
    digits = r"\d[\d,]*(?:\.\d+)?"
    count = rf"{bound}(?P<count>{digits}|\b(?:{number}))(?![\d.%]*%)(?:[\s-]?(?P<multiple>{multiples}))?\b"
    things = alternatives([*_groups(language, "counted_")])
    multiple = rf"(?P<multiple>{multiples})"
    few_words = r"(?P<who>(?:\s(?!and\b)[\w-]+){0,3}?)"
    suffering = r"(?:were\s|was\s|have\sbeen\s|had\sbeen\s)?"
    shapes = (
        ("harm", rf"\b(?P<what>{harm})\s+(?:of\s+)?{count}(?P<who>(?:\s\w+){{0,3}})"),
        ("harm", rf"{count}{few_words}\s+{suffering}(?P<what>{harm})\b"),
        ("money", rf"{bound}(?P<what>{before})\s?(?P<count>{digits})(?:[\s-]?{multiple}\b)?"),
        ("money", rf"{count}\s+(?P<what>{behind})\b"),
        ("thing", rf"{count}(?P<who>(?:\s(?!and\b|of\b)[\w.-]+){{0,5}}?)\s+(?P<what>{things})\b"),
    )
    return tuple((kind, re.compile(shape, re.IGNORECASE)) for kind, shape in shapes)


def figures(text: str, language: str | None = None) -> list[Figure]:
    """The figures that a text gives, each thing counted once, in the order of the text."""
    found: dict[tuple[str, str], tuple[int, Figure]] = {}
    taken: list[tuple[int, int]] = []
    for kind, pattern in _patterns(language):
        for match in pattern.finditer(text):
            start, end = match.span("count")
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            figure = _figure(kind, match, text, language)
            if figure is not None:
                taken.append((start, end))
                if (figure.what, figure.whose) not in found:
                    found[figure.what, figure.whose] = (match.start(), figure)
    return [figure for _, figure in sorted(found.values(), key=lambda pair: pair[0])]


def _figure(kind: str, match: re.Match[str], text: str, language: str | None) -> Figure | None:
    words = cues(language)
    value = _value(match, words)
    if value is None or _MODEL.search(text[: match.start("count")]):
        return None
    bound = " ".join((match["bound"] or "").lower().split())
    low, high = value, value
    if bound in words.words.get("at_least", frozenset()):
        high = inf
    elif bound in words.words.get("at_most", frozenset()):
        low = 0
    elif bound:
        low, high = value * (1 - _ABOUT), value * (1 + _ABOUT)
    what = " ".join(match["what"].lower().split())
    whose = ""
    if kind == "harm":
        what = _harm(language)[what]
        peoples = gazetteer().peoples
        whose = next((peoples[word] for word in match["who"].split() if word in peoples), "")
    elif kind == "thing":
        what = _groups(language, "counted_")[what]
        if what == "troops" and match["multiple"] is None and value < words.multiples.get("hundred", 0):
            return None
    else:
        purpose = _purpose(text, match.start(), match.end(), language)
        if purpose is None:
            return None
        what = f"{_groups(language, 'currency_')[what].upper()} for {purpose}"
    parts = (match["bound"], match["count"], match["multiple"])
    said = f"{' '.join(' '.join(part for part in parts if part).lower().split())} {match['what'].lower()}"
    if kind == "money":
        said = " ".join(match.group().split())
    elif kind == "harm":
        said = f"{said.rpartition(' ')[0]} {what}"
    return Figure(what, whose, value, low, high, said)


def _value(match: re.Match[str], words: Cues) -> float | None:
    written = match["count"].lower()
    value: float | None = words.numbers.get(written)
    if value is None:
        digits = written.replace(",", "")
        try:
            value = float(digits)
        except ValueError:
            return None
    multiple = (match["multiple"] or "").lower()
    if multiple:
        value *= words.multiples.get(multiple) or _SCALES[multiple]
    return value


def _purpose(text: str, start: int, end: int, language: str | None) -> str | None:
    """What an amount is for, by the nearest word that says so."""
    best: tuple[int, str] | None = None
    for word, purpose in _groups(language, "money_").items():
        for match in re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
            distance = start - match.end() if match.end() <= start else match.start() - end
            if 0 <= distance <= _NEAR and (best is None or (distance, purpose) < best):
                best = (distance, purpose)
    return best[1] if best is not None else None
