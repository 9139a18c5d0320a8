"""What stands behind a number or an "of": the word that it counts, a noun, a name."""

from __future__ import annotations

from data.events.cues import cues
from data.events.figures.amounts import Amount, Token

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


def counted(row: list[Token], amount: Amount) -> int | None:
    """Where the word stands that an amount counts, which a hyphen may tie to it; None at the row's end."""
    at = amount.behind + (amount.behind < len(row) and row[amount.behind].text in "-–")
    return at if at < len(row) else None


def is_name(token: Token) -> bool:
    """Whether a word is written as a name is."""
    return token.text[0].isupper() and token.text[-1].isalpha()
