"""Figures that a passage gives: people harmed, things, shares, money, and the particulars of an occasion.

Figures are comparable if they count the same thing: the same harm to the same people, the same kind of thing
with the same words before it, money of one currency for one purpose.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import inf

from data.events.cues import cues
from data.events.figures.amounts import Amount, Token, amounts, may_count, tokens
from data.events.figures.figure import Figure, groups, scope_of
from data.events.figures.matches import crowd, scores
from data.events.figures.particulars import AGE, ordinals, particular
from data.events.gazetteer import gazetteer
from data.events.words import stem

# A word for what the money is for stands at most so many characters away.
_NEAR = 130
# One behind the amount counts as so many characters farther.
_BEHIND = 25
# So many words may stand between a number and the word for what it counts.
_TO_THING, _TO_HARM, _TO_VERB = 6, 4, 3
# "Killed 41 people, including four nurses" has so many words before the part at most.
_TO_WHOLE = 8
# "247 people in Kenya and 10 in Tanzania" are parts of a toll.
_PART_OF_TOLL = re.compile(
    r"\sin\s([^\W\d_a-z][\w-]+)(?:\s[^\W\d_a-z][\w-]+)*,?\sand\s[\w,]+(?:\s\w+)?\sin\s"
)
# What is granted stands so many words behind the word for it, and is a purpose of its own.
_TO_GRANT = 3
# What became of things stands so many words from them.
_TO_FATE = 3
_GRANT = "grant"
# A count of troops below this is of no army.
_ARMY = 100
_REMEMBERED = 1 << 17


@cache
def _harm(language: str | None) -> dict[str, str]:
    return {**cues(language).harm, **groups(language, "harm_")}


@lru_cache(maxsize=_REMEMBERED)
def figures(text: str, language: str | None = None) -> tuple[Figure, ...]:
    """The figures that a text gives, each thing counted once, in the order of the text."""
    if not may_count(text, language) or not _names_what_counts(text, language):
        return ()
    row = tokens(text)
    found: dict[tuple[str, str, frozenset[str]], Figure] = {}
    for figure in (*ordinals(row, language), *scores(text, language), *_counts(row, text, language)):
        found.setdefault((figure.what, figure.whose, figure.scope), figure)
    return tuple(found.values())


@cache
def _counted(language: str | None) -> tuple[frozenset[str], str]:
    """The words, and the signs, without one of which a text counts nothing that is read here."""
    words = cues(language).words
    tables = (_harm(language), *(groups(language, prefix) for prefix in ("counted_", "unit_", "currency_")))
    named = {part for table in tables for phrase in table for part in phrase.split()[-1:]}
    named |= words["series"] | words["stay_days"]
    named |= {part for phrase in words["crowds"] for part in phrase.split()[:1]}
    named |= {unit for name in ("metres_1", "metres_1000") for unit in words[name]}
    for name in ("shares", "gap_years", "gap_decades", "magnitudes", "scores"):
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


def _counts(row: list[Token], text: str, language: str | None) -> list[Figure]:
    found: list[Figure] = []
    for amount in amounts(row, language):
        figure = (
            _money(row, amount, text, language)
            or _share(row, amount, language)
            or _harmed(row, amount, text, language)
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
    return frozenset() if at is None else scope_of([one.text for one in _noun_run(row, at + 1, language)])


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


def _share(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """A share of something that is named ("60% of the equipment")."""
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
    if behind >= len(row) or row[behind].lower not in of:
        # A rise or fall, not a share.
        return Figure("", "", amount.value, amount.low, amount.high, "", "share")
    noun = _noun_run(row, behind + 1, language)
    if not noun:
        return None
    said = " ".join(token.text for token in row[amount.first : amount.behind])
    head, scope = noun[-1], scope_of([token.text for token in noun[:-1]])
    return Figure(
        f"% of {stem(head.lower)}", "", amount.value, amount.low, amount.high, f"{said}% of {head.text}",
        "share", scope,
    )  # fmt: skip


def _noun_run(row: list[Token], at: int, language: str | None) -> list[Token]:
    """The words of a noun that begins at a token, articles and owners ("India’s") left out."""
    words = cues(language).words
    ends, articles = words["ends_noun"], words["articles"]
    run: list[Token] = []
    for token in row[at : at + _TO_THING]:
        if token.lower.endswith(("'s", "’s")) or token.lower in articles:
            continue
        if not token.text[0].isalpha() or token.lower in ends:
            break
        if run and cues(language).finite_word.fullmatch(token.lower):
            break
        run.append(token)
    return run


def _harmed(row: list[Token], amount: Amount, text: str, language: str | None) -> Figure | None:
    """People harmed: the harm before the number ("killed 41"), or behind those who suffered it."""
    table = _harm(language)
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
        while at < len(row) and at - behind < _TO_VERB and row[at].lower in linking:
            at += 1
        if at < len(row) and row[at].lower in table:
            what = row[at].lower
        else:
            what = _shared_harm(row, amount, table, language) if who else ""
    if not what:
        return None
    what = table[what]
    said = " ".join(text[row[amount.first].start : row[amount.behind - 1].end].lower().split())
    high = inf if amount.is_over else amount.high
    apart = _PART_OF_TOLL.match(text, row[behind - 1].end)
    return Figure(
        what, _whose(who, language), amount.value, amount.low, high, f"{said} {what}", "harm",
        frozenset({apart[1].lower()} if apart else ()),
    )  # fmt: skip


def _shared_harm(row: list[Token], amount: Amount, table: dict[str, str], language: str | None) -> str:
    """The harm of "20 soldiers and four drivers died", "killed 41 people, including four nurses"."""
    included = cues(language).words["includes"]
    if amount.first and row[amount.first - 1].lower in included:
        before = row[max(0, amount.first - _TO_WHOLE) : amount.first - 1]
        return next((token.lower for token in reversed(before) if token.lower in table), "")
    behind = row[amount.behind : amount.behind + 2 * _TO_HARM + 2]
    joined = next((at for at, token in enumerate(behind) if token.lower == "and"), None)
    if joined is not None and joined <= _TO_HARM:
        return next((token.lower for token in behind[joined:] if token.lower in table), "")
    if amount.first and row[amount.first - 1].lower == "and":
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


def _thing(row: list[Token], amount: Amount, text: str, language: str | None) -> Figure | None:
    """Things of a kind that is counted, with the words between that say which of them."""
    table = groups(language, "counted_")
    words = cues(language)
    ends, weak = words.words["ends_noun"], words.words["weak_scope"]
    between: list[str] = []
    of = words.words["of_whole"]
    for at in range(amount.behind, min(len(row), amount.behind + _TO_THING + 3)):
        token = row[at]
        two = f"{token.lower} {row[at + 1].lower}" if at + 1 < len(row) else ""
        what = table.get(two) or table.get(token.lower)
        if what is not None:
            if what == "troops" and amount.value < _ARMY:
                return None
            said = " ".join(text[row[amount.first].start : row[amount.behind - 1].end].lower().split())
            noun = two if table.get(two) else token.lower
            scope = scope_of([word for word in between if word.lower() not in weak])
            near = row[max(0, amount.first - _TO_FATE) : amount.first] + row[at + 1 : at + 1 + _TO_FATE]
            scope |= words.words["fates"].intersection(token.lower for token in near)
            return Figure(what, "", amount.value, amount.low, amount.high, f"{said} {noun}", "thing", scope)
        if token.lower in of and at == amount.behind and not row[amount.behind - 1].text[-1].isdigit():
            continue
        if token.text[0] in ",;:()" or token.lower in ends:
            return None
        between.append(token.text)
    return None
