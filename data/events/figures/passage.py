"""Figures that a passage gives: people harmed, things, shares, money, and the particulars of an occasion.

Figures are comparable if they count the same thing: the same harm to the same people, the same kind of thing
with the same words before it, money of one currency for one purpose.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from data.events.cues import cues
from data.events.figures.amounts import Amount, Token, amounts, may_count, tokens
from data.events.figures.figure import Figure, groups, scope_of
from data.events.figures.harm import harmed, harms
from data.events.figures.matches import crowd, scores
from data.events.figures.nouns import noun_run
from data.events.figures.particulars import AGE, deadlines, may_be_deadline, measure, ordinals, particular
from data.events.figures.shares import share
from data.events.report import Report

# A word for what the money is for stands at most so many characters away.
_NEAR = 130
# One behind the amount counts as so many characters farther.
_BEHIND = 25
# So many words may stand between a number and the word for what it counts.
_TO_THING = 6
# What is granted stands so many words behind the word for it, and is a purpose of its own.
_TO_GRANT = 3
# What became of things stands so many words from them.
_TO_FATE = 3
_GRANT = "grant"
_TERM = "sentence"
# A count of troops below this is of no army.
_ARMY = 100
# People in a plane, ship or bus, whoever works there counted with them.
_ABOARD = "aboard"
# Words for what is counted are so many at most: "passengers and crew".
_SIZES = (3, 2, 1)
_REMEMBERED = 1 << 16
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=_REMEMBERED)
def figures(text: str, language: str | None = None) -> tuple[Figure, ...]:
    """The figures that a text gives, each thing counted once, in the order of the text."""
    counts = may_count(text, language) and _names_what_counts(text, language)
    if not counts and not may_be_deadline(text, language):
        return ()
    row = tokens(text)
    found: dict[tuple[str, str, frozenset[str]], Figure] = {}
    for figure in (
        *ordinals(row, language), *deadlines(row, language), *scores(text, language),
        *_counts(row, text, language),
    ):  # fmt: skip
        found.setdefault((figure.what, figure.whose, figure.scope), figure)
    return tuple(found.values())


@cache
def _counted(language: str | None) -> tuple[frozenset[str], str]:
    """The words, and the signs, without one of which a text counts nothing that is read here."""
    words = cues(language).words
    tables = (harms(language), *(groups(language, prefix) for prefix in ("counted_", "unit_", "currency_")))
    named = {part for table in tables for phrase in table for part in phrase.split()[-1:]}
    named |= words["series"] | words["stay_days"]
    named |= {part for phrase in words["crowds"] for part in phrase.split()[:1]}
    named |= {unit for name in ("metres_1", "metres_1000") for unit in words[name]}
    for name in (
        "shares",
        "tolls",
        "carries",
        "gap_years",
        "gap_decades",
        "magnitudes",
        "scores",
        "within",
        "sentences",
    ):
        named |= words[name]
    return frozenset(word for word in named if word.isalpha()), "".join(
        {mark for mark in named if not mark.isalnum() and len(mark) == 1} | {"%"}
    )


_NOT_OF_WORDS = str.maketrans(dict.fromkeys('.,;:!?()[]“”"-–—/', " "))


def _names_what_counts(text: str, language: str | None) -> bool:
    """A quick look for anything that is counted: it spares most texts a careful one."""
    named, signs = _counted(language)
    if any(sign in text for sign in signs) or AGE.search(text) is not None:
        return True
    return not named.isdisjoint(text.lower().translate(_NOT_OF_WORDS).split())


def figures_of(report: Report) -> tuple[Figure, ...]:
    """The figures of a report's passage, and the terms of those whom only its line names.

    A passage may have a pronoun where the line of its event has a name ("sentenced her to 12 years").
    """
    found = figures(report.passage.text)
    if cues(None).words["sentences"].isdisjoint(report.passage.text.lower().split()):
        return found
    given = {figure.what for figure in found}
    return (*found, *(one for one in figures(report.title) if one.kind == _TERM and one.what not in given))


def counts_harm(text: str, language: str | None = None) -> bool:
    """Whether a text counts people harmed. Most have no word for it: their figures are not read."""
    if _harmful(language).isdisjoint(_WORD.findall(text.lower())):
        return False
    return any(figure.kind == "harm" for figure in figures(text, language))


@cache
def _harmful(language: str | None) -> frozenset[str]:
    """The words of one of which every text has one that counts people harmed."""
    return cues(language).words["tolls"].union(harms(language))


def _counts(row: list[Token], text: str, language: str | None) -> list[Figure]:
    found: list[Figure] = []
    for amount in amounts(row, language):
        figure = (
            _money(row, amount, text, language)
            or share(row, amount, language)
            # "Released 300 tonnes of oil" frees nobody.
            or measure(row, amount, language)
            or harmed(row, amount, text, language)
            or particular(row, amount, language)
            or crowd(row, amount, language)
            or _thing(row, amount, text, language)
        )
        if figure is not None and figure.what:
            found.append(figure)
    return found


def _money(row: list[Token], amount: Amount, text: str, language: str | None) -> Figure | None:
    currencies = groups(language, "currency_")
    before = row[amount.behind - 1]
    marks = cues(language).words["marks_of_money"]
    mark = next((token.lower for token in row[amount.first : amount.behind] if token.lower in marks), "")
    behind = amount.behind
    if not mark and behind < len(row) and row[behind].lower in currencies:
        mark = row[behind].lower
        behind += 1
    if not mark:
        return None
    end = row[behind - 1].end
    if end < before.end:
        return None
    purpose = _purpose(text, row[amount.first].start, end, language)
    scope: frozenset[str] = frozenset()
    if purpose is None and _is_granted(row, amount, language):
        purpose, scope = _GRANT, _granted_for(row, behind, language)
    if purpose is None:
        return None
    said = " ".join(text[row[amount.first].start : end].split())
    return Figure(
        f"{currencies[mark].upper()} for {purpose}", "", amount.value, amount.low, amount.high, said,
        "money", scope,
    )  # fmt: skip


def _is_granted(row: list[Token], amount: Amount, language: str | None) -> bool:
    """Whether an amount is one that somebody approves or sets aside, by a word shortly before it."""
    before = row[max(0, amount.first - _TO_GRANT) : amount.first]
    return not cues(language).words["grants"].isdisjoint(token.lower for token in before)


def _granted_for(row: list[Token], behind: int, language: str | None) -> frozenset[str]:
    """What a grant is for: the noun behind the "for" that follows the amount, else behind one before it."""
    purposes = cues(language).words["grant_purposes"]
    at = next((at for at in (behind, *range(behind)) if at < len(row) and row[at].lower in purposes), None)
    return frozenset() if at is None else scope_of([one.text for one in noun_run(row, at + 1, language)])


@cache
def _purposes(language: str | None) -> tuple[re.Pattern[str], dict[str, str]]:
    table = groups(language, "money_")
    ordered = sorted(table, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})\b"), table


def _purpose(text: str, start: int, end: int, language: str | None) -> str | None:
    """What an amount is for, by the nearest word that says so; one behind it must stand nearer."""
    pattern, table = _purposes(language)
    best: tuple[int, str] | None = None
    for match in pattern.finditer(text.lower()):
        distance = start - match.end() if match.end() <= start else match.start() - end + _BEHIND
        if 0 <= distance <= _NEAR and (best is None or distance < best[0]):
            best = (distance, table[match.group()])
    return best[1] if best is not None else None


def _thing(row: list[Token], amount: Amount, text: str, language: str | None) -> Figure | None:
    """Things of a kind that is counted, with the words between that say which of them."""
    table = groups(language, "counted_")
    words = cues(language).words
    ends, weak = words["ends_noun"], words["weak_scope"]
    between: list[str] = []
    of = amount.behind < len(row) and row[amount.behind].lower in words["of_whole"]
    carried = amount.first and row[amount.first - 1].lower in words["carries"]
    said = " ".join(text[row[amount.first].start : row[amount.behind - 1].end].lower().split())
    for at in range(amount.behind, min(len(row), amount.behind + _TO_THING + 3)):
        token = row[at]
        noun = _counted_noun(row, at, table)
        if carried and token.lower in words["anyone"]:
            return Figure(_ABOARD, "", amount.value, amount.low, amount.high, f"{said} {_ABOARD}")
        if noun:
            what = table[noun]
            if what == "troops" and amount.value < _ARMY:
                return None
            scope = scope_of([word for word in between if word.lower() not in weak])
            near = row[max(0, amount.first - _TO_FATE) : amount.first] + row[at + 1 : at + 1 + _TO_FATE]
            if what != _ABOARD:
                scope |= words["fates"].intersection(token.lower for token in near)
            return Figure(what, "", amount.value, amount.low, amount.high, f"{said} {noun}", "thing", scope)
        if of and at == amount.behind and not row[amount.behind - 1].text[-1].isdigit():
            continue
        if token.text[0] in ",;:()" or token.lower in ends or (of and token.text[0].isdigit()):
            # "Four of the 38 people" counts a part of them.
            return None
        between.append(token.text)
    return None


def _counted_noun(row: list[Token], at: int, table: Mapping[str, str]) -> str:
    """The longest words for what is counted that begin at a token; nothing if none do."""
    tried = (" ".join(token.lower for token in row[at : at + size]) for size in _SIZES)
    return next((noun for noun in tried if noun in table), "")
