"""Figures that tell an occasion or a person: a number in a series, days of a stay, an age.

So does what is measured, in units that are not reckoned into one another.
"""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile

from data.events.cues import cues
from data.events.figures.amounts import Amount, Token
from data.events.figures.figure import Figure, groups, scope_of
from data.events.figures.nouns import counted, is_name, noun_run
from data.events.figures.terms import term
from data.events.words import has_any, stem

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$", re.IGNORECASE)
# Lower ordinals are said of many things at once ("his first visit since", "the second this year").
_LOWEST_ORDINAL = 3
# So many words may stand between an ordinal and its series, a number of days and the stay.
_TO_SERIES, _TO_STAY = 6, 3
# "The first visit by a Kenyan leader to Norway in 30 years" has so many words before the number.
_TO_FIRST = 12
_UNITS_OF_GAP = ((1, "gap_years"), (10, "gap_decades"))
# A birthday may lie between two tellings of an age, and magnitudes are measured anew.
_OF_AGE, _OF_MAGNITUDE = 0.5, 0.15
_OLDEST, _GREATEST_MAGNITUDE = 120, 10
# What may be an age: a quick look that spares most texts a careful one.
AGE = re.compile(r",\s(?:[a-z]+\s)?\d{1,3}[,.]|\d-[a-z]+-[a-z]")
# "Of heavy crude oil" has so many words at most.
_TO_MEASURED = 4
# A unit has so many words, and what tells that something got out stands so many words from how much it was.
_LONGEST_UNIT, _TO_ESCAPE = 2, 3
_ESCAPED = "escaped"
# "The 360-metre road bridge" has so many words behind its length, and a round length may be so much off.
_TO_SIZED, _ROUNDED = 3, 0.03
# "Held within a year" has the unit so far behind its preposition.
_TO_DEADLINE = 2
# "The 83-year-old painter Maria Lind"
_TO_NAME = 4


def ordinals(row: list[Token], language: str | None) -> list[Figure]:
    """The number of an occasion in its series ("the 21st summit")."""
    found = []
    words = cues(language).words
    named = groups(language, "ordinal_")
    series = words["series"]
    ends = words["ends_noun"]
    if series.isdisjoint([token.lower for token in row]):
        return []
    for at, token in enumerate(row):
        match = _ORDINAL.match(token.text) if token.text[0].isdecimal() else None
        value = int(match[1]) if match else int(named.get(token.lower, 0))
        if value < _LOWEST_ORDINAL:
            continue
        scope: list[str] = []
        for other in row[at + 1 : at + 1 + _TO_SERIES]:
            if other.lower in series:
                found.append(
                    Figure(
                        f"number of {stem(other.lower)}", "", value, value, value,
                        f"{token.text} {other.lower}", "ordinal", scope_of(scope),
                    )
                )  # fmt: skip
                break
            if other.lower in ends or other.text[0] in ",;:.":
                break
            scope.append(other.text)
    return found


def particular(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """What an amount tells of an occasion or a person, if it does."""
    found = (of(row, amount, language) for of in _OF)
    return next((figure for figure in found if figure is not None), None)


def _stay_of(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """How many days a stay lasts ("a two-day visit")."""
    words = cues(language).words
    at = counted(row, amount)
    if at is None or row[at].lower not in words["stay_days"]:
        return None
    stays = words["stays"]
    noun = next((token.lower for token in row[at + 1 : at + 1 + _TO_STAY] if token.lower in stays), "")
    if not noun:
        return None
    return Figure(
        "days of stay", "", amount.value, amount.low, amount.high, f"{_said(row, amount)} days", "stay"
    )


def _gap_of(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """How many years lie before the first of something ("the first visit to Norway in 41 years")."""
    words = cues(language).words
    unit = row[amount.behind].lower if amount.behind < len(row) else ""
    times = next((years for years, name in _UNITS_OF_GAP if unit in words[name]), 0)
    if not times:
        return None
    if not amount.first or row[amount.first - 1].lower not in words["gap_in"]:
        return None
    before = row[max(0, amount.first - 1 - _TO_FIRST) : amount.first - 1]
    first = next((at for at, token in enumerate(before) if token.lower in words["gap_first"]), None)
    if first is None or any(token.text[0] in ",;:." for token in before[first:]):
        return None
    of = before[first + 1 :]
    series = next((token.lower for token in of if token.lower in words["series"]), "")
    if not series:
        return None
    value, low, high = times * amount.value, times * amount.low, times * amount.high
    return Figure(
        f"years before the first {stem(series)}", "", value, low, high,
        f"first {series} in {_said(row, amount)} {unit}", "gap",
        frozenset(token.lower for token in of if token.text[0].isupper()),
    )  # fmt: skip


def _age_of(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """How old somebody is who is named beside it ("Maria Lind, 83," or "the 83-year-old Maria Lind")."""
    words = cues(language).words
    first, behind = amount.first, amount.behind
    if amount.value > _OLDEST or behind != first + 1 or not row[first].text.isdigit():
        return None
    if "".join(token.lower for token in row[behind : behind + 4]) in words["age_compounds"]:
        run = row[behind + 4 : behind + 4 + _TO_NAME]
        named = list(takewhile(is_name, dropwhile(lambda token: token.text.islower(), run)))
        name = named[-1] if len(named) > 1 else None
    else:
        at = first - 1 - (row[first - 1].lower in words["age_marks"])
        enclosed = at > 0 and row[at].text == "," and behind < len(row) and row[behind].text in ",."
        name = row[at - 1] if enclosed and is_name(row[at - 1]) else None
    if name is None or name.text in words["weekdays_and_months"]:
        return None
    low, high = amount.value - _OF_AGE, amount.value + _OF_AGE
    said = f"{name.text}, {row[first].text}"
    return Figure("years of age", name.lower, amount.value, low, high, said, "age")


def _magnitude_of(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """How strong an earthquake was ("a magnitude 6.1 earthquake", "a 6.1-magnitude earthquake")."""
    if amount.value > _GREATEST_MAGNITUDE:
        return None
    words = cues(language).words
    around = row[max(0, amount.first - 2) : amount.first] + row[amount.behind : amount.behind + 2]
    if words["magnitudes"].isdisjoint(token.lower for token in around):
        return None
    low, high = amount.value - _OF_MAGNITUDE, amount.value + _OF_MAGNITUDE
    return Figure("magnitude", "", amount.value, low, high, f"magnitude {_said(row, amount)}", "magnitude")


def _deadline_of(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """In how many months something is to be done ("be held within 18 months")."""
    words = cues(language).words
    at = counted(row, amount)
    if at is None or amount.first < _TO_DEADLINE or row[amount.first - 1].lower not in words["within"]:
        return None
    return _deadline(row, amount.first - 1, at, amount.value, language)


def deadlines(row: list[Token], language: str | None) -> list[Figure]:
    """In how many months something is to be done where no number tells it ("be held within a year")."""
    words = cues(language).words
    found = (
        _deadline(row, at, at + _TO_DEADLINE, 1, language)
        for at in range(1, len(row) - _TO_DEADLINE)
        if row[at].lower in words["within"] and row[at + 1].lower in words["one_of_many"]
    )
    return [figure for figure in found if figure is not None]


def may_be_deadline(text: str, language: str | None) -> bool:
    """A quick look for a time within which something is to be done."""
    return has_any(text, cues(language).words["within"])


def _deadline(row: list[Token], within: int, unit: int, value: float, language: str | None) -> Figure | None:
    """What is to be done is told by the word before, which is its scope."""
    times = groups(language, "months_").get(row[unit].lower)
    done = scope_of([row[within - 1].text])
    if times is None or not done:
        return None
    said = " ".join(token.text for token in row[within : unit + 1])
    months = int(times) * value
    return Figure("months to go", "", months, months, months, said, "deadline", done)


def measure(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """How much of something there was, in a unit ("1,100 tonnes of oil")."""
    words = cues(language).words
    at = amount.behind
    units = groups(language, "unit_")
    # "Cubic metres" before "metres".
    told = (" ".join(token.lower for token in row[at : at + size]) for size in range(_LONGEST_UNIT, 0, -1))
    name = next((phrase for phrase in told if phrase in units), "")
    if not name:
        return None
    behind = at + len(name.split())
    of = behind < len(row) and row[behind].lower in words["of_whole"]
    noun = noun_run(row, behind + 1, language)[:_TO_MEASURED] if of else []
    measured = [token.text for token in noun][-1:]
    if not noun or noun[-1].lower in words["any_matter"]:
        after = behind + of + len(noun)
        near = row[max(0, amount.first - _TO_ESCAPE) : amount.first] + row[after : after + _TO_ESCAPE]
        if not words["gets_out"].isdisjoint(token.lower for token in near):
            measured = [_ESCAPED]
    said = f"{_said(row, amount)} {name}"
    return Figure(
        units[name].replace("_", " "), "", amount.value, amount.low, amount.high, said, "measure",
        scope_of(measured),
    )  # fmt: skip


def _size_of(row: list[Token], amount: Amount, language: str | None) -> Figure | None:
    """How long, high, wide or deep something is ("360 metres long", "the 360-metre bridge"), in metres."""
    at = counted(row, amount)
    times = None if at is None else groups(language, "metres_").get(row[at].lower)
    if at is None or times is None:
        return None
    glued = at > amount.behind
    behind = row[at + 1 : at + 1 + (_TO_SIZED if glued else 1)]
    sizes = groups(language, "size_")
    word = next((token.lower for token in behind if token.lower in sizes), "")
    if not word:
        return None
    value, low, high = (int(times) * one for one in (amount.value, amount.low, amount.high))
    slack = _ROUNDED * value if row[amount.first].text.endswith("0") else 0.0
    said = f"{_said(row, amount)}{'-' if glued else ' '}{row[at].lower}"
    what = f"metres of {sizes[word]}"
    return Figure(what, "", value, low - slack, high + slack, said, "measure")


def _said(row: list[Token], amount: Amount) -> str:
    return " ".join(token.text for token in row[amount.first : amount.behind])


_OF = (_stay_of, _gap_of, _deadline_of, term, _size_of, _magnitude_of, _age_of)
