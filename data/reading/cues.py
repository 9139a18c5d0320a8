"""The cue words of page furniture, compiled from ``cues.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, cast, get_args

if TYPE_CHECKING:
    from collections.abc import Sequence

Cue = Literal["section", "comments", "page", "line", "end", "error", "results", "byline", "date_line"]

_FLOATING = ".{"
_OF_CAPITALS: Final = "byline"
# A page's cues are short lines; longer ones are prose that happens to hold such words.
LONGEST_CUE = 300
_LONGEST_BYLINE = 150


@cache
def cue_pattern(name: str) -> re.Pattern[str]:
    """The expressions of one list of ``cues.toml`` as one pattern without regard to case."""
    return re.compile("|".join(f"(?:{expression})" for expression in _table()[name]), re.IGNORECASE)


@cache
def _caseless(with_floating: bool) -> re.Pattern[str]:
    """All lists of cues that do without capitals, as one pattern for small letters, a group for each list.

    Without re.IGNORECASE an alternative is passed over at its first letter, which is several times faster.
    Floating expressions, which take any words before their own, cannot be: they are in it only if asked for.
    """
    lists = (
        (name, [one for one in _table()[name] if with_floating or not one.startswith(_FLOATING)])
        for name in get_args(Cue)
        if name != _OF_CAPITALS
    )
    return re.compile("|".join(f"(?P<{name}>{'|'.join(expressions)})" for name, expressions in lists))


@cache
def _needles(name: str) -> tuple[str, ...]:
    return tuple(_table()[f"{name}_needles"])


def needles_in(name: str, lowered: str) -> tuple[str, ...]:
    """Of the words without which a list's expressions match nothing, those in a text of small letters."""
    return tuple(filter(lowered.__contains__, _needles(name)))


@cache
def _table() -> dict[str, list[str]]:
    content = files("data.reading").joinpath("cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


def cues_of(lines: Sequence[str]) -> list[Cue | None]:
    """What each line of a text, its list mark off, gives away, or None; the first list that has it wins."""
    short = [line if len(line) <= LONGEST_CUE else "" for line in lines]
    lowered = [line.lower() for line in short]
    # Most texts have few of these words, and need not be searched for the others line by line.
    needles = needles_in("floating", "\n".join(lowered))
    return [_cue(line, low, needles) if line else None for line, low in zip(short, lowered, strict=True)]


def _cue(line: str, lowered: str, needles: tuple[str, ...]) -> Cue | None:
    match = _caseless(any(map(lowered.__contains__, needles))).fullmatch(lowered)
    found = cast("Cue | None", match.lastgroup) if match is not None else None
    # A byline may end with a date, and names are told by their capitals.
    signed = found in (None, "date_line") and len(line) <= _LONGEST_BYLINE
    if signed and cue_pattern(_OF_CAPITALS).fullmatch(line):
        return _OF_CAPITALS
    return found
