"""The words before and behind an expression that may tell its tense."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from data.dating.wording.clauses import WORD

if TYPE_CHECKING:
    from data.dating.wording.cues import Cues


def words_before(
    text: str, first: int, start: int, attributions: re.Pattern[str] | None, cues: Cues
) -> tuple[list[str], bool]:
    """The words before an expression, without articles and a hedge at their end; whether that was there."""
    # What stands behind a semicolon is a sentence of its own.
    before = _words(text, text.rfind(";", first, start) + 1 or first, start, attributions)
    while before and before[-1] in cues.articles:
        before.pop()
    hedged = " ".join(before[-2:]) in cues.hedges
    if hedged:
        del before[-2:]
    return before, hedged


def words_behind(
    text: str, end: int, last: int, attributions: re.Pattern[str] | None, cues: Cues
) -> list[str]:
    """The words behind an expression, up to a semicolon."""
    stop = text.find(";", end, last)
    return _words(text, end, last if stop < 0 else stop, attributions, _asides(cues))


def _words(
    text: str, start: int, end: int, attributions: re.Pattern[str] | None,
    asides: re.Pattern[str] | None = None,
) -> list[str]:  # fmt: skip
    """The words of a range of a text, without those that only tell who says it, and without asides."""
    if "," not in (piece := text[start:end]):
        return WORD.findall(text, start, end)
    if attributions is not None:
        piece = attributions.sub(",", piece)
    if asides is not None:
        # "On Tuesday the mayor, who took office in May, is to speak".
        piece = asides.sub(",", piece)
    return WORD.findall(piece)


@cache
def _asides(cues: Cues) -> re.Pattern[str] | None:
    """What matches a clause about a noun between commas; None in a language that tells of none.

    A word such as "who" opens it, or a participle if the verb of the noun stands behind: "the race, held each
    May since 1990, will be run again".
    """
    relatives = cues.relatives - cues.clauses
    if not relatives:
        return None
    opened = rf"(?:{'|'.join(sorted(relatives))})\s[^,;]+,"
    if cues.auxiliaries and cues.past.endings:
        endings = "|".join(rf"[a-z]+{ending}" for ending in cues.past.endings)
        participle = rf"(?:{endings}|{'|'.join(sorted(cues.past.words))})"
        opened = rf"(?:{opened}|{participle}\s[^,;]+,(?=\s(?:{'|'.join(sorted(cues.auxiliaries))})\s))"
    return re.compile(rf"(?<=.),\s{opened}")
