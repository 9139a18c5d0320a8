"""For how long somebody goes to prison, in years."""

from __future__ import annotations

from collections.abc import Mapping

from data.events.cues import cues
from data.events.figures.amounts import Amount, Token
from data.events.figures.figure import Figure
from data.events.figures.nouns import counted, is_name
from data.events.gazetteer import gazetteer

# So many words may stand between who is sentenced and the years, and between the years and the prison.
_TO_SENTENCE, _TO_PRISON = 16, 3
# "And six months" has so many words.
_MONTHS_BEHIND, _MONTHS_OF_YEAR = 3, 12
# ", was jailed" has its comma so far before the verb.
_TO_HELPER = 2
_MOST_FIGURES = 3  # of months behind the years of a sentence


def term(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """For how many years somebody who is named before goes to prison ("sentenced Lind to 12 years")."""
    words = cues(language).words
    at = counted(row, amount)
    if at is None or row[at].lower not in words["months_1"] | words["months_12"]:
        return None
    of_months = row[at].lower in words["months_1"]
    if of_months and _goes_on_from_years(row, amount, words):
        return None
    before = row[max(0, amount.first - _TO_SENTENCE) : amount.first]
    behind = {token.lower for token in row[at + 1 : at + 1 + _TO_PRISON]}
    if words["sentences"].isdisjoint(token.lower for token in before) and words["prisons"].isdisjoint(behind):
        return None
    whose = "" if behind & words["no_prisons"] else _sentenced(before, words)
    if not whose:
        return None
    more = 0.0 if of_months else _months_behind(row, at, language)
    unit = _MONTHS_OF_YEAR if of_months else 1
    value, low, high = (
        one / unit + more / _MONTHS_OF_YEAR for one in (amount.value, amount.low, amount.high)
    )
    last = at + (_MONTHS_BEHIND if more else 0)
    said = f"{' '.join(token.text for token in row[amount.first : last + 1])} in prison"
    return Figure("years in prison", whose, value, low, high, said, "sentence")


def _goes_on_from_years(row: list[Token], amount: Amount, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether months only add to years before them ("three years and six months")."""
    before = [token.lower for token in row[max(0, amount.first - 2) : amount.first]]
    return any(word in words["months_12"] for word in before)


def _months_behind(row: list[Token], at: int, language: str | None) -> float:
    """How many months are added to years ("three years and six months"); 0 if none."""
    words = cues(language)
    behind = [token.lower for token in row[at + 1 : at + 1 + _MONTHS_BEHIND]]
    if len(behind) < _MONTHS_BEHIND or behind[0] not in words.words["conjunctions"]:
        return 0.0
    if behind[2] not in words.words["months_1"]:
        return 0.0
    if behind[1].isdecimal():
        return float(behind[1]) if len(behind[1]) <= _MOST_FIGURES else 0.0
    return float(words.numbers.get(behind[1], 0))


def _sentenced(before: list[Token], words: Mapping[str, frozenset[str]]) -> str:
    """Who goes to prison, in small letters: the last one named before the years.

    Where somebody stands behind the verb ("the judge sentenced her to"), it is nobody named before it.
    """
    atlas = gazetteer()
    verb = next((at for at in reversed(range(len(before))) if before[at].lower in words["sentences"]), None)
    if verb is not None and verb + 1 < len(before) and before[verb + 1].lower not in words["sentenced_to"]:
        pronoun = before[verb + 1].lower in words["him"]
        # "Found Lind guilty and jailed him", but not "Lind wept when the judge jailed him"
        joined = verb > 0 and before[verb - 1].lower in words["conjunctions"]
        before = before[:verb] if pronoun and joined else before[verb:]
    elif verb is not None and before[verb - 1].lower in words["passive_helpers"]:
        # "Lind, the driver of the bus from Oslo, was jailed"
        aside = [at for at, token in enumerate(before[:verb]) if token.text == ","]
        if len(aside) > 1 and aside[-1] == verb - _TO_HELPER:
            before = before[: aside[0]]
    named = (
        token.lower
        for token in reversed(before)
        if is_name(token) and token.text not in atlas.places and token.text not in atlas.peoples
    )
    return next(named, "")
