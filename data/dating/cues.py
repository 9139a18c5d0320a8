"""What the words around an expression say about its tense: future, past, or nothing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from data.letters import LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGES = Path(__file__).parent / "languages"
_WORD = re.compile(LETTERS)
_REACH = 160
# An infinitive looks ahead only for what stands so many words after it.
_NEAR = 6

# A cue so many words before an expression is of the same clause, and so is one after an expression that opens
# its sentence.
_CLOSE = 3

Tense = Literal["future", "past"]


class Told(NamedTuple):
    """A tense, the word that tells it, and whether that word surely belongs to the expression."""

    tense: Tense
    word: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Cues:
    """The tense words of one language, in lower case.

    ``endings`` are of verbs in the past, ``not_past`` words that only end so, ``future_endings`` and
    ``not_future`` the same of the future; ``passive`` words that take the tense from a past form after
    them. ``infinitive`` is a word that looks ahead unless one of ``not_infinitive`` or a name follows;
    ``verb_last`` tells that a clause ends with its verb, ``last_skips`` that "last June" is not the June that
    has just ended.
    """

    future: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    not_past: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    infinitive: str | None = None
    not_infinitive: frozenset[str] = frozenset()
    future_endings: tuple[str, ...] = ()
    not_future: frozenset[str] = frozenset()
    verb_last: bool = False
    last_skips: bool = False

    def tense(self, words: Sequence[str], place: int) -> Tense | None:
        """The tense that one of a row of words tells, None if it tells nothing."""
        word = words[place].casefold()
        if word in self.future or (
            len(word) > 4 and word.endswith(self.future_endings) and word not in self.not_future
        ):
            return "future"
        before = words[place - 1].casefold() if place else ""
        if word in self.past or (len(word) > 4 and word.endswith(self.endings) and word not in self.not_past):
            return None if before in self.passive else "past"
        if word == self.infinitive and len(words) - _NEAR <= place < len(words) - 1:
            after = words[place + 1]
            if after.islower() and after not in self.not_infinitive:
                return "future"
        return None


@cache
def cues_of(language: str) -> Cues:
    """The tense words of a language; none for a language without a folder."""
    path = LANGUAGES / language / "cues.toml"
    if not path.is_file():
        return Cues()
    table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    future, past, infinitive = table["future"], table["past"], table.get("infinitive", {})
    return Cues(
        frozenset(future["words"]), frozenset(past["words"]), tuple(past.get("endings", ())),
        frozenset(past.get("not_past", ())), frozenset(past.get("passive", ())), infinitive.get("word"),
        frozenset(infinitive.get("not_before", ())), tuple(future.get("endings", ())),
        frozenset(future.get("not_future", ())), table.get("verb_last", False),
        table.get("last_skips", False),
    )  # fmt: skip


def tense_at(text: str, start: int, end: int, sentence: tuple[int, int], cues: Cues) -> Told | None:
    """The tense at an expression and the word that shows it; None if no word does.

    The nearest cue before the expression in its sentence decides, else the nearest after it; the other way
    round in a language whose verb comes last.
    """
    before = _WORD.findall(text, max(sentence[0], start - _REACH), start)
    after = _WORD.findall(text, end, min(sentence[1], end + _REACH))
    if cues.verb_last:
        return _first(after, cues) or _last(before, cues)
    return _last(before, cues) or _first(after, cues)


def _last(before: Sequence[str], cues: Cues) -> Told | None:
    for place in range(len(before) - 1, -1, -1):
        if (found := cues.tense(before, place)) is not None:
            return Told(found, before[place], sure=len(before) - place <= _CLOSE)
    return None


def _first(after: Sequence[str], cues: Cues) -> Told | None:
    for place in range(len(after)):
        if (found := cues.tense(after, place)) is not None:
            return Told(found, after[place], sure=True)
    return None
