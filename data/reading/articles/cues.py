"""The cue words of page furniture, compiled from ``cues.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast, get_args

if TYPE_CHECKING:
    from collections.abc import Sequence

Cue = Literal["section", "comments", "page", "line", "end", "error", "results", "byline", "date_line"]

_RANKS = {cue: rank for rank, cue in enumerate(get_args(Cue))}
_FLOATING = ".{"
_OF_CAPITALS: Final = "byline"
# A page's cues are short lines; longer ones are prose that happens to hold such words.
LONGEST_CUE = 300
_LONGEST_BYLINE = 150


@cache
def cue_pattern(*names: str) -> re.Pattern[str]:
    """The expressions of lists of ``cues.toml`` as one pattern without regard to case."""
    expressions = (f"(?:{expression})" for name in names for expression in _table()[name])
    return re.compile("|".join(expressions), re.IGNORECASE)


@cache
def cue_words(name: str) -> frozenset[str]:
    """The words, in small letters, of a list of ``cues.toml`` that holds no expressions."""
    return frozenset(_table()[name])


@cache
def _caseless() -> re.Pattern[str]:
    """All lists of cues that do without capitals, as one pattern for small letters, a group for each list.

    Without re.IGNORECASE an alternative is passed over at its first letter, which is several times faster.
    Floating expressions, which take any words before their own, cannot be: they are not in it.
    """
    lists = (
        (name, [one for one in _table()[name] if not one.startswith(_FLOATING)])
        for name in get_args(Cue)
        if name != _OF_CAPITALS
    )
    return re.compile("|".join(f"(?P<{name}>{'|'.join(expressions)})" for name, expressions in lists))


class _Floating(NamedTuple):
    """A floating expression with its list and the words of which it needs one."""

    cue: Cue
    needles: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _floating() -> tuple[_Floating, ...]:
    return tuple(
        _Floating(
            name, tuple(one for one in _needles("floating") if one in expression), re.compile(expression)
        )
        for name in get_args(Cue)
        if name != _OF_CAPITALS
        for expression in _table()[name]
        if expression.startswith(_FLOATING)
    )


@cache
def _needles(name: str) -> tuple[str, ...]:
    return tuple(_table()[f"{name}_needles"])


def needles_in(name: str, lowered: str) -> frozenset[str]:
    """Of the words without which a list's expressions match nothing, those in a text of small letters."""
    return frozenset(filter(lowered.__contains__, _needles(name)))


@cache
def _table() -> dict[str, list[str]]:
    content = files("data.reading.articles").joinpath("cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


def cues_of(lines: Sequence[str]) -> list[Cue | None]:
    """What each line of a text, its list mark off, gives away, or None; the first list that has it wins."""
    short = [(at, line, line.lower()) for at, line in enumerate(lines) if 0 < len(line) <= LONGEST_CUE]
    # Most texts have few of the words of floating expressions, and need not be searched for the others.
    needles = needles_in("floating", "\n".join([lowered for _, _, lowered in short]))
    floating = [one for one in _floating() if not needles.isdisjoint(one.needles)] if needles else ()
    caseless, byline = _caseless().fullmatch, cue_pattern(_OF_CAPITALS).fullmatch
    found: list[Cue | None] = [None] * len(lines)
    for at, line, lowered in short:
        match = caseless(lowered)
        cue = None if match is None else cast("Cue", match.lastgroup)
        if floating:
            cue = _first_of(cue, lowered, floating)
        # A byline may end with a date, and names are told by their capitals.
        if (cue is None or cue == "date_line") and len(line) <= _LONGEST_BYLINE and byline(line):
            cue = _OF_CAPITALS
        found[at] = cue
    return found


def _first_of(found: Cue | None, lowered: str, floating: Sequence[_Floating]) -> Cue | None:
    """The cue of a line that has this one or none by its beginning; a list before it may take it, too."""
    for cue, needles, pattern in floating:
        if found is not None and _RANKS[found] <= _RANKS[cue]:
            break
        if any(map(lowered.__contains__, needles)) and pattern.fullmatch(lowered):
            found = cue
    return found
