"""Shares of something that is named ("60% of the equipment"), and rates ("turnout was 47 percent")."""

from __future__ import annotations

from data.events.cues import cues
from data.events.figures.amounts import Amount, Token
from data.events.figures.figure import Figure, scope_of
from data.events.figures.nouns import noun_run
from data.events.words import stem

# A rate stands so many words before its number.
_TO_RATE = 12


def share(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """The share or rate that an amount is; one that says nothing where it is a rise or a fall."""
    behind = amount.behind
    if behind >= len(row):
        return None
    if row[behind].text == "%" or row[behind].lower in cues(language).words["shares"]:
        behind += 1
    elif row[behind].lower == "per" and behind + 1 < len(row) and row[behind + 1].lower == "cent":
        behind += 2
    else:
        return None
    of = cues(language).words["of_whole"]
    said = " ".join(token.text for token in row[amount.first : amount.behind])
    noun = noun_run(row, behind + 1, language) if behind < len(row) and row[behind].lower in of else []
    if noun:
        head, scope = noun[-1], scope_of([token.text for token in noun[:-1]])
        what, told = f"% of {stem(head.lower)}", f"{said}% of {head.text}"
        return Figure(what, "", amount.value, amount.low, amount.high, told, "share", scope)
    rate = _rate(row, amount, behind, language)
    told = f"{rate} {said}%" if rate else ""
    return Figure(
        f"% {rate}" if rate else "", "", amount.value, amount.low, amount.high, told, "share"
    )  # fmt: skip


def _rate(row: list[Token], amount: Amount, behind: int, language: str | None) -> str:
    """The rate that comes to an amount: "a turnout of 47 percent", "a 47 percent turnout"."""
    words = cues(language).words
    rates = words["rates"]
    if behind < len(row) and row[behind].lower in rates:
        return row[behind].lower
    if not amount.first or row[amount.first - 1].lower not in words["comes_to"]:
        return ""
    before = row[max(0, amount.first - _TO_RATE) : amount.first]
    at = next((at for at in reversed(range(len(before))) if before[at].lower in rates), None)
    if at is None or any(token.text[0].isdigit() or token.text == ";" for token in before[at:]):
        return ""
    return before[at].lower
