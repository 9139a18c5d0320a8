"""With which letters the lines begin that a regular expression takes, read off the expression itself.

So a line is tried against the few expressions that may take it. Understood is what ``cues.toml`` is written
in: letters, escapes, sets, groups, alternatives and repetitions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST: Final = 3
DIGIT: Final = "0"
"""Stands for every digit."""

_PIECE = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])+\]|\(\?<?[=!]|\((?:\?[a-zA-Z-]*:)?|.")
_REPEATED = re.compile(r"[?*+]|\{\d*,?\d*\}")
_NOTHING = frozenset(("\\b", "^", "$"))
_ANYTHING = "\0"  # behind a beginning: what follows may be any letter


def beginnings_of(expression: str) -> frozenset[str]:
    """The first letters, at most ``LONGEST``, of every line that an expression takes.

    They end before what may be any letter: the empty one is the beginning of all lines.
    """
    found, _ = _alternatives(expression, 0)
    return frozenset(one.rstrip(_ANYTHING) for one in found)


def beginnings_in(line: str) -> list[str]:
    """What of a line may be the beginning of an expression, the longest first, the last one empty."""
    head = "".join(map(_sign, line[:LONGEST]))
    return [head[:length] for length in range(len(head), -1, -1)]


def _alternatives(expression: str, at: int) -> tuple[set[str], int]:
    """The beginnings of what stands up to the end of a group, and where that is."""
    found: set[str] = set()
    so_far = {""}
    while (match := _PIECE.match(expression, at)) is not None and match[0] != ")":
        piece, at = match[0], match.end()
        if piece == "|":
            found |= so_far
            so_far = {""}
            continue
        if piece[0] == "(":
            own, at = _alternatives(expression, at)
            at += 1
            if piece[-1] in "=!":
                own = {""}  # it looks around and takes nothing
        else:
            own = _letters(piece)
        repeated = _REPEATED.match(expression, at)
        if repeated is not None:
            own = _times(own, repeated[0])
            at = repeated.end()
            at += expression[at : at + 1] in ("+", "?")  # possessive or lazy
        so_far = _joined(so_far, own)
    return found | so_far, at


def _letters(piece: str) -> set[str]:
    """The letters that a letter, an escape or a set stands for."""
    if piece in _NOTHING:
        return {""}
    if piece == "\\d":
        return {DIGIT}
    if piece[0] == "\\":
        return {_ANYTHING} if piece[1].isalpha() else {piece[1]}
    if piece[0] != "[":
        return {_ANYTHING} if piece == "." else {_sign(piece)}
    listed = piece[1:-1].replace("\\d", DIGIT)
    if listed[0] == "^" or "\\" in listed or "-" in listed[1:-1]:
        return {_ANYTHING}
    return set(map(_sign, listed))


def _sign(letter: str) -> str:
    return DIGIT if letter.isdecimal() else letter


def _times(own: set[str], repeated: str) -> set[str]:
    """The beginnings of what comes so often: ``?``, ``{2,30}``."""
    once = own if repeated == "?" else {f"{one}{_ANYTHING}" for one in own}
    return once | {""} if repeated[0] in "?*" or repeated.startswith(("{0", "{,")) else once


def _joined(first: Collection[str], following: Collection[str]) -> set[str]:
    return {
        one if one.endswith(_ANYTHING) else (one + other)[:LONGEST] for one in first for other in following
    }
