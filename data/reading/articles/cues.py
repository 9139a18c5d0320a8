"""The cue words of page furniture, compiled from ``cues.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, get_args

from data.reading.articles.beginnings import LONGEST, beginnings_in, beginnings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Cue = Literal["section", "comments", "page", "line", "end", "error", "results", "byline", "date_line"]

_Expression = tuple[Cue, re.Pattern[str]]

_CUES: tuple[Cue, ...] = get_args(Cue)
_RANKS = {cue: rank for rank, cue in enumerate(_CUES)}
_FLOATING = (".{", "[^")
_OF_CAPITALS: Final = "byline"
# A page's cues are short lines; longer ones are prose that happens to hold such words.
LONGEST_CUE = 300
_LONGEST_BYLINE = 150
_REMEMBERED = 2000  # lines, or their beginnings
# Whose floating expressions take no line with a full stop at its end: captions, numbers of pages.
_NEVER_ENDED: Final = ("line",)


@cache
def cue_pattern(*names: str) -> re.Pattern[str]:
    """The expressions of lists of ``cues.toml`` as one pattern without regard to case."""
    expressions = (f"(?:{expression})" for name in names for expression in cue_table()[name])
    return re.compile("|".join(expressions), re.IGNORECASE)


@cache
def cue_words(name: str) -> frozenset[str]:
    """The words, in small letters, of a list of ``cues.toml`` that holds no expressions."""
    return frozenset(cue_table()[name])


@lru_cache(_REMEMBERED)
def _expressions(beginning: str) -> tuple[Sequence[_Expression], Sequence[_Expression]]:
    """The expressions that may take a line that begins so, in the order of the lists.

    First those for short lines, then those for paragraphs, which are told by their first letters: what takes
    any beginning is none of these. Floating expressions, which take any words before their own, are in none.
    """
    known = _by_beginning()
    return next(known[one] for one in beginnings_in(beginning.lower()) if one in known)


@cache
def _by_beginning() -> Mapping[str, tuple[Sequence[_Expression], Sequence[_Expression]]]:
    """The expressions for short lines, and those for paragraphs, by the longest known beginning of a line."""
    every = _unfloating()
    numbers: dict[str, set[int]] = {"": set()}
    for number, (_, pattern) in enumerate(every):
        for beginning in beginnings_of(pattern.pattern):
            numbers.setdefault(beginning, set()).add(number)
    found = {}
    for beginning in numbers:
        of_prose = set().union(*(numbers.get(one, ()) for one in beginnings_in(beginning)[:-1]))
        short, prose = (
            [every[number] for number in sorted(some)] for some in (of_prose | numbers[""], of_prose)
        )
        found[beginning] = short, prose
    return found


@cache
def _unfloating() -> Sequence[_Expression]:
    """All expressions that are not floating, in the order of their lists.

    They are for small letters, but for those of names, which are told by their capitals.
    """
    return [
        (name, re.compile(one, re.IGNORECASE if name == _OF_CAPITALS else 0))
        for name in _CUES
        for one in cue_table()[name]
        if not one.startswith(_FLOATING)
    ]


@cache
def _floating(but: tuple[Cue, ...]) -> tuple[Sequence[str], Sequence[tuple[Cue, re.Pattern[str]]]]:
    """The floating expressions, a list's as one pattern, and the words of which every line has one.

    ``but``: lists left out.
    """
    lists = ((name, [one for one in cue_table()[name] if one.startswith(_FLOATING)]) for name in _CUES)
    found = [
        (name, re.compile("|".join(f"(?:{one})" for one in expressions)))
        for name, expressions in lists
        if expressions and name not in but
    ]
    return [needle for name, _ in found for needle in _needles(name)], found


def holds_needle(name: str, lowered: str) -> bool:
    """Whether a text of small letters holds one of the words without which a list matches nothing."""
    return any(map(lowered.__contains__, _needles(name)))


def _needles(name: str) -> Sequence[str]:
    return cue_table()[f"{name}_needles"]


@cache
def cue_table() -> dict[str, list[str]]:
    """All lists of ``cues.toml``."""
    content = files("data.reading.articles").joinpath("cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


def cues_of(lines: Iterable[tuple[int, str, bool]]) -> dict[int, Cue]:
    """What the brief lines of a text give away, by their numbers; the first list that has a line wins.

    ``lines``: of each its number, its text without a list mark, and whether it is a paragraph. What an error
    page says makes a paragraph a part of one only in a text where a shorter line says so, too, or that has no
    shorter line: an article may tell of such things.
    """
    found: dict[int, Cue] = {}
    short: dict[int, str] = {}
    ended: dict[int, str] = {}
    unended: dict[int, str] = {}
    for at, line, is_prose in lines:
        if not is_prose:
            short[at] = line
            cue = _cue_of(line)
        else:
            (ended if line[-1] == "." else unended)[at] = line
            expressions = _expressions(line[:LONGEST])[1]
            cue = _taken(line, expressions) if expressions else None
        if cue is not None:
            found[at] = cue
    _find_floating(found, short)
    without: tuple[Cue, ...] = () if "error" in found.values() or not short else ("error",)
    _find_floating(found, unended, without)
    _find_floating(found, ended, (*without, *_NEVER_ENDED))
    return found


@lru_cache(_REMEMBERED)
def _cue_of(line: str) -> Cue | None:
    """What a short line gives away by itself; the floating expressions are left out.

    Furniture and dates come again from page to page, and are looked up.
    """
    return _taken(line, _expressions(line[:LONGEST])[0])


def _taken(line: str, expressions: Iterable[_Expression]) -> Cue | None:
    """The list of the first of these expressions that takes a line."""
    lowered = line.lower()
    for cue, pattern in expressions:
        if cue != _OF_CAPITALS:
            if pattern.fullmatch(lowered):
                return cue
        elif len(line) <= _LONGEST_BYLINE and pattern.fullmatch(line):
            return cue
    return None


def _find_floating(found: dict[int, Cue], lines: Mapping[int, str], but: tuple[Cue, ...] = ()) -> None:
    """Notes the cues of these lines, by their numbers, that floating expressions take.

    ``but``: lists left out.
    """
    if not lines:
        return
    needles, lists = _floating(but)
    # Most texts have none of the words, and are spared the search.
    if not any(map("\n".join(lines.values()).lower().__contains__, needles)):
        return
    for at, line in lines.items():
        lowered = line.lower()
        for name, pattern in lists:
            cue = found.get(at)
            later = cue is None or _RANKS[cue] > _RANKS[name]
            if later and holds_needle(name, lowered) and pattern.fullmatch(lowered):
                found[at] = name
