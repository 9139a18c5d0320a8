"""The days of a length of time that the words around it tie to a day, or to the time of writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from data.dating.calendar.naming import names_nothing
from data.dating.wording.tables import table_of
from data.letters import LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Mention

# How far before "in 41 years" the word may stand that compares with that time.
_COMPARED = 100
# How far apart a length and its day may stand.
_BETWEEN = 60
_WORD = re.compile(LETTERS)

Bound = Literal["begins", "ends"]


@dataclass(frozen=True, slots=True)
class Lengths:
    """The words of one language that tie lengths of time to days; patterns end or begin at the length."""

    compared: re.Pattern[str]
    from_day: re.Pattern[str]
    until_day: re.Pattern[str]
    for_length: re.Pattern[str]
    ending: frozenset[str]
    apart: frozenset[str]
    counting: frozenset[str]
    allowing: frozenset[str]

    def looks_back(self, text: str, start: int, sentence: int) -> bool:
        """Whether a length that starts there ends now: "the first time in 41 years"."""
        return self.compared.search(text, max(sentence, start - _COMPARED), start) is not None

    def counts(self, text: str, start: int, sentence: int) -> bool:
        """Whether words before a length count what happens in it: "the third strike in two years"."""
        words = _WORD.findall(text, max(sentence, start - _COMPARED), start)
        return not self.counting.isdisjoint(words)

    def day_of(
        self, text: str, sentence: tuple[int, int], mentions: Sequence[Mention], place: int
    ) -> tuple[Mention, Bound] | None:
        """The mention of the day that the place-th mention, a length, begins or ends on, if it is beside."""
        mention = mentions[place]
        before = mentions[place - 1] if place and _is_date(mentions[place - 1]) else None
        following = mentions[place + 1] if place + 1 < len(mentions) else None
        after = following if following is not None and _is_date(following) else None
        if after is not None and after.start_char <= min(sentence[1], mention.end_char + _BETWEEN):
            between = text[mention.end_char : after.start_char]
            if self.until_day.fullmatch(between):
                return after, "ends"
            if self.from_day.search(between) and self._joined(between):
                verbs = _WORD.findall(
                    text, max(sentence[0], mention.start_char - _BETWEEN), mention.start_char
                )
                return after, "ends" if self.ending.intersection(verbs[-4:]) else "begins"
        if before is not None and before.start_char >= sentence[0]:
            between = text[before.end_char : mention.start_char]
            if len(between) <= _BETWEEN and self.for_length.fullmatch(between):
                return before, "begins"
        return None

    def _joined(self, between: str) -> bool:
        words = [word.casefold() for word in _WORD.findall(between)]
        _, comma, rest = between.rpartition(",")
        if comma and (tie := self.from_day.search(rest)) is not None and rest[: tie.start()].strip():
            # "A week, from Monday" has nothing else behind its comma; "fifty years, died on Monday" has.
            return False
        return self.apart.isdisjoint(words) and not any(mark in between for mark in '.;:!?"”')


def _is_date(mention: Mention) -> bool:
    meaning = mention.meaning
    named = meaning.relation == "complete" or not names_nothing(meaning)
    return meaning.type == "DATE" and meaning.reference is None and named


def _one_of(words: Sequence[str]) -> str:
    phrases = [r"\s+".join(map(re.escape, words.split())) for words in sorted(words, key=len, reverse=True)]
    return rf"(?:{'|'.join(phrases)})"


@cache
def lengths_of(language: str) -> Lengths | None:
    """The words of a language; None for a language without a table."""
    table = table_of(language, "lengths")
    if not table:
        return None
    return Lengths(
        re.compile(
            rf"(?<!\w){_one_of(table['extremes'])}(?!\w)[^.;:!?]*\s{_one_of(table['lead'])}\s+\Z",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:\A|\s){_one_of(table['from_day'])}\s+\Z", re.IGNORECASE),
        re.compile(rf"\s+{_one_of(table['until_day'])}\s+", re.IGNORECASE),
        re.compile(rf"\s+{_one_of(table['for_length'])}\s+", re.IGNORECASE),
        frozenset(table["ending"]),
        frozenset(table["apart"]),
        frozenset(table.get("counting", ())).union(table["extremes"]),
        frozenset(table.get("allowing", ())),
    )
