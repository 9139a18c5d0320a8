"""The cue words of page furniture, compiled from ``cues.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, cast, get_args

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

Cue = Literal["section", "comments", "page", "line", "end", "error", "results", "byline", "date_line"]

_CUES: tuple[Cue, ...] = get_args(Cue)
_RANKS = {cue: rank for rank, cue in enumerate(_CUES)}
_FLOATING = (".{", "[^")
_OF_CAPITALS: Final = "byline"
# A page's cues are short lines; longer ones are prose that happens to hold such words.
LONGEST_CUE = 300
_LONGEST_BYLINE = 150
_BEGINNING = 3  # letters
_REMEMBERED = 1000  # lines
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


@cache
def _caseless() -> re.Pattern[str]:
    """All lists of cues that do without capitals, as one pattern for small letters, a group for each list.

    Without re.IGNORECASE an alternative is passed over at its first letter, which is several times faster.
    Floating expressions, which take any words before their own, cannot be: they are not in it.
    """
    lists = (
        (name, [one for one in cue_table()[name] if not one.startswith(_FLOATING)])
        for name in _CUES
        if name != _OF_CAPITALS
    )
    return re.compile("|".join(f"(?P<{name}>{'|'.join(expressions)})" for name, expressions in lists))


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


def cues_of(lines: Sequence[str], prose: Sequence[bool]) -> list[Cue | None]:
    """What each line of a text, its list mark off, gives away, or None; the first list that has it wins.

    ``prose`` says which lines are paragraphs. Few expressions take so much: paragraphs are told by their
    first letters. What an error page says makes a paragraph a part of one only in a text where a shorter line
    says so, too, or that has no shorter line: an article may tell of such things.
    """
    found: list[Cue | None] = [None] * len(lines)
    beginnings = cue_words("beginnings")
    short: dict[int, str] = {}
    ended: dict[int, str] = {}
    unended: dict[int, str] = {}
    for at, line in enumerate(lines):
        if not 0 < len(line) <= LONGEST_CUE:
            continue
        lowered = line.lower()
        if prose[at]:
            (ended if line[-1] == "." else unended)[at] = lowered
            if lowered[:_BEGINNING] not in beginnings and lowered[0].isalpha():
                continue
        else:
            short[at] = lowered
        found[at] = _cue_of(line)
    _find_floating(found, short)
    without: tuple[Cue, ...] = () if "error" in found or not short else ("error",)
    _find_floating(found, unended, without)
    _find_floating(found, ended, (*without, *_NEVER_ENDED))
    return found


@lru_cache(_REMEMBERED)
def _cue_of(line: str) -> Cue | None:
    """What a line gives away by itself; the floating expressions are left out.

    Furniture and dates come again from page to page, and are looked up.
    """
    match = _caseless().fullmatch(line.lower())
    cue = None if match is None else cast("Cue", match.lastgroup)
    # A byline may end with a date, and names are told by their capitals.
    if (cue is None or cue == "date_line") and len(line) <= _LONGEST_BYLINE:
        return _OF_CAPITALS if cue_pattern(_OF_CAPITALS).fullmatch(line) else cue
    return cue


def _find_floating(found: list[Cue | None], lines: Mapping[int, str], but: Collection[Cue] = ()) -> None:
    """Notes the cues of lines, in small letters, that floating expressions take; ``but``: lists left out."""
    if not lines:
        return
    holds = "\n".join(lines.values()).__contains__
    for name, needles, pattern in _floating():
        # Most texts have none of the words, and are spared the search.
        if name in but or not any(map(holds, needles)):
            continue
        for at, line in lines.items():
            cue = found[at]
            later = cue is None or _RANKS[cue] > _RANKS[name]
            if later and any(map(line.__contains__, needles)) and pattern.fullmatch(line):
                found[at] = name
