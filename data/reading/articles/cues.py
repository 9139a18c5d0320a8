"""The cue words of page furniture, compiled from ``cues.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, get_args

from data.reading.articles.beginnings import LONGEST, beginnings_in, beginnings_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

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
    found = [_by_beginning().get(one, ()) for one in beginnings_in(beginning.lower())]
    numbers = sorted({number for numbers in found for number in numbers})
    of_prose = {number for numbers in found[:-1] for number in numbers}
    every = _unfloating()
    return [every[number] for number in numbers], [every[number] for number in numbers if number in of_prose]


@cache
def _by_beginning() -> dict[str, list[int]]:
    """The numbers of the expressions that take lines with a beginning."""
    found: dict[str, list[int]] = {}
    for number, (_, pattern) in enumerate(_unfloating()):
        for beginning in beginnings_of(pattern.pattern):
            found.setdefault(beginning, []).append(number)
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
def _floating() -> tuple[tuple[Cue, Sequence[str], re.Pattern[str]], ...]:
    """The lists that have floating expressions: words of which every line has one, and one pattern."""
    lists = ((name, [one for one in cue_table()[name] if one.startswith(_FLOATING)]) for name in _CUES)
    return tuple(
        (name, _needles(name), re.compile("|".join(f"(?:{one})" for one in expressions)))
        for name, expressions in lists
        if expressions
    )


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


def cues_of(lines: Sequence[str], looks: Sequence[str]) -> list[Cue | None]:
    """What each line of a text, its list mark off, gives away, or None; the first list that has it wins.

    ``looks``: what each looks like; "prose" is a paragraph. What an error page says makes a paragraph a part
    of one only in a text where a shorter line says so, too, or that has no shorter line: an article may tell
    of such things.
    """
    found: list[Cue | None] = [None] * len(lines)
    short: list[int] = []
    ended: list[int] = []
    unended: list[int] = []
    for at, line in enumerate(lines):
        if not 0 < len(line) <= LONGEST_CUE:
            continue
        if looks[at] != "prose":
            short.append(at)
            found[at] = _cue_of(line)
            continue
        (ended if line[-1] == "." else unended).append(at)
        expressions = _expressions(line[:LONGEST])[1]
        if expressions:
            found[at] = _taken(line, expressions)
    _find_floating(found, lines, short)
    without: tuple[Cue, ...] = () if "error" in found or not short else ("error",)
    _find_floating(found, lines, unended, without)
    _find_floating(found, lines, ended, (*without, *_NEVER_ENDED))
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


def _find_floating(
    found: list[Cue | None], lines: Sequence[str], among: Sequence[int], but: Collection[Cue] = ()
) -> None:
    """Notes the cues of the lines with these numbers that floating expressions take.

    ``but``: lists left out.
    """
    if not among:
        return
    holds = "\n".join([lines[at] for at in among]).lower().__contains__
    for name, needles, pattern in _floating():
        # Most texts have none of the words, and are spared the search.
        if name in but or not any(map(holds, needles)):
            continue
        for at in among:
            cue, line = found[at], lines[at].lower()
            later = cue is None or _RANKS[cue] > _RANKS[name]
            if later and any(map(line.__contains__, needles)) and pattern.fullmatch(line):
                found[at] = name
