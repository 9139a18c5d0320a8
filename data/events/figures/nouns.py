"""The noun that stands behind a number or an "of"."""

from __future__ import annotations

from data.events.cues import cues
from data.events.figures.amounts import Token

# A noun has so many words at most.
_LONGEST = 6


def noun_run(row: list[Token], at: int, language: str | None) -> list[Token]:
    """The words of a noun that begins at a token, articles and owners ("India’s") left out."""
    words = cues(language).words
    ends, articles = words["ends_noun"], words["before_counted"]
    run: list[Token] = []
    for token in row[at : at + _LONGEST]:
        if token.lower.endswith(("'s", "’s")) or token.lower in articles:
            continue
        if not token.text[0].isalpha() or token.lower in ends:
            break
        if run and cues(language).finite_word.fullmatch(token.lower):
            break
        run.append(token)
    return run
