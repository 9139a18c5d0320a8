"""People who came to harm, or to luck: how many were killed, arrested, freed, and who they were."""

from __future__ import annotations

import re
from functools import cache
from math import inf

from data.events.cues import cues
from data.events.figures.amounts import Amount, Token
from data.events.figures.figure import Figure, groups
from data.events.gazetteer import gazetteer
from data.events.words import stem

# So many words may stand between a number and the word for what it counts.
_TO_HARM, _TO_VERB = 4, 5
# "Killed 41 people, including four nurses" has so many words before the part at most.
_TO_WHOLE = 8
# "The toll of the floods in the south of the country rose to 46" has so many words before the number.
_TO_TOLL = 14
# "247 people in Kenya and 10 in Tanzania" are parts of a toll.
_PART_OF_TOLL = re.compile(
    r"\sin\s([^\W\d_a-z][\w-]+)(?:\s[^\W\d_a-z][\w-]+)*,?\sand\s[\w,]+(?:\s\w+)?\sin\s"
)
_KILLED = "killed"


@cache
def harms(language: str | None) -> dict[str, str]:
    """What befell people by the words that tell it."""
    return {**cues(language).harm, **groups(language, "harm_")}


def harmed(row: list[Token], amount: Amount, text: str, language: str | None) -> Figure | None:
    """People harmed: the harm before the number ("killed 41"), or behind those who suffered it."""
    table = harms(language)
    words = cues(language).words
    linking, ends = words["suffers"], words["ends_noun"]
    before = row[max(0, amount.first - 2) : amount.first]
    what = ""
    if before and before[-1].lower in table:
        what = before[-1].lower
    elif len(before) == 2 and before[-1].lower in linking and before[0].lower in table:
        # "The deaths of 20 soldiers"
        what = before[0].lower
    behind = amount.behind
    who: list[Token] = []
    while behind < len(row) and len(who) < _TO_HARM:
        token = row[behind]
        if token.lower in table or not token.text[0].isalpha() or token.lower in ends:
            break
        who.append(token)
        behind += 1
    if not what:
        at = behind
        told = linking | words["known_to"]
        while at < len(row) and at - behind < _TO_VERB and row[at].lower in told:
            at += 1
        if at < len(row) and row[at].lower in table:
            what = row[at].lower
        else:
            what = _shared_harm(row, amount, table, language) if who else ""
    what = table[what] if what else _toll(row, amount, language)
    if not what:
        return None
    said = " ".join(text[row[amount.first].start : row[amount.behind - 1].end].lower().split())
    high = inf if amount.is_over else amount.high
    apart = _PART_OF_TOLL.match(text, row[behind - 1].end)
    return Figure(
        what, _whose(who, language), amount.value, amount.low, high, f"{said} {what}", "harm",
        frozenset({apart[1].lower()} if apart else ()),
    )  # fmt: skip


def _toll(row: list[Token], amount: Amount, language: str | None) -> str:
    """The harm that a toll counts: "the death toll rose to 33", "the number of injured stood at 46"."""
    words = cues(language).words
    if not amount.first or row[amount.first - 1].lower not in words["comes_to"]:
        return ""
    if amount.behind < len(row):
        # "A toll of 12 roads": what follows may only be people, or the rest of the sentence.
        next_word = row[amount.behind]
        goes_on = words["ends_noun"] | words["anyone"] | words["empty"]
        if next_word.text[0].isalpha() and next_word.lower not in goes_on:
            return ""
    before = [token.lower for token in row[max(0, amount.first - _TO_TOLL) : amount.first]]
    at = next((at for at in reversed(range(len(before))) if before[at] in words["tolls"]), None)
    if at is None or ";" in before[at:]:
        return ""
    table = harms(language)
    counted = next((table[word] for word in before[at:] if word in table), "")
    return counted or (_KILLED if before[at] in words["tolls_of_death"] else "")


def _shared_harm(row: list[Token], amount: Amount, table: dict[str, str], language: str | None) -> str:
    """The harm of "20 soldiers and four drivers died", "killed 41 people, including four nurses"."""
    words = cues(language).words
    included, joins = words["includes"], words["joins_harmed"]
    if amount.first and row[amount.first - 1].lower in included:
        before = row[max(0, amount.first - _TO_WHOLE) : amount.first - 1]
        return next((token.lower for token in reversed(before) if token.lower in table), "")
    behind = row[amount.behind : amount.behind + 2 * _TO_HARM + 2]
    joined = next((at for at, token in enumerate(behind) if token.lower in joins), None)
    if joined is not None and joined <= _TO_HARM:
        return next((token.lower for token in behind[joined:] if token.lower in table), "")
    if amount.first and row[amount.first - 1].lower in joins:
        before = row[max(0, amount.first - 2 * _TO_HARM - 2) : amount.first - 1]
        return next((token.lower for token in reversed(before) if token.lower in table), "")
    return ""


def _whose(who: list[Token], language: str | None) -> str:
    """Whom the harm befell: a people, else a group; empty for people of any kind."""
    peoples = gazetteer().peoples
    country = next((peoples[token.text] for token in who if token.text in peoples), "")
    if country:
        return country
    anyone = cues(language).words["anyone"]
    group = next((token.lower for token in reversed(who) if token.lower not in anyone), "")
    return stem(group) if group and group.isalpha() and who[-1].lower not in anyone else ""
