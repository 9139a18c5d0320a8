"""The score of a match or a vote, and how many watched."""

from __future__ import annotations

import re

from data.events.cues import cues
from data.events.figures.amounts import Amount, Token
from data.events.figures.figure import Figure

# "3-1", no date or range: nothing of a number stands around it.
_SCORE = re.compile(r"(?<![\w.,/-])(?<![$£€])(?P<one>\d{1,3})[-–](?P<other>\d{1,3})(?![\w/-]|[.,]\d|\s?%)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# More than any side scores: two scores are one number.
_MOST = 1000.0
# A crowd is told with so many words before the number.
_TO_CROWD = 2


def scores(text: str, language: str | None) -> list[Figure]:
    """The score that a passage tells, whoever is named first; none if it tells several or a part of one."""
    found = list(_SCORE.finditer(text)) if "-" in text or "–" in text else []
    if len(found) != 1:
        return []
    words = cues(language).words
    told = set(_WORD.findall(text.lower()))
    if told.isdisjoint(words["scores"]) or not told.isdisjoint(words["parts_of_scores"]):
        return []
    few, many = sorted((int(found[0]["one"]), int(found[0]["other"])))
    value = many * _MOST + few
    return [Figure("score", "", value, value, value, found[0].group(), "score")]


def crowd(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """How many watched ("a crowd of 41,000", "in front of 41,000 people")."""
    before = " ".join(token.lower for token in row[max(0, amount.first - _TO_CROWD) : amount.first])
    if before not in cues(language).words["crowds"]:
        return None
    said = " ".join(token.text for token in row[amount.first : amount.behind])
    return Figure("spectators", "", amount.value, amount.low, amount.high, f"{said} spectators")
