"""What kind of thing a passage tells (a visit, an attack), by the words that tell it.

Two reports of one occasion may share no word ("flew to Delhi", "was received"), yet tell one kind of act.
A passage may also speak of something without telling it: "the visit was called a mistake".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from data.events.act_words import WORD, Vocabulary, joined, vocabulary
from data.events.cues import alternatives, cues
from data.events.foreground import dated_at, foreground
from data.events.patterns import UPPER
from data.events.report import Report
from data.events.words import has_any, lowered

NOTHING: frozenset[Any] = frozenset()
"""The one empty set. Each other takes as much room as a set of four, and most sets of a report are empty."""
# Who visits a city on a day and who meets people there tell one occasion.
ENCOUNTER = frozenset({"visit", "meeting"})
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
# So many words behind "after" are still the background it opens.
_BACKGROUND = 6
# So many words behind "would not" are of what does not happen.
_UNREAL = 2
# A date belongs to the act at most so many words before it.
_BEFORE_DATE = 7
_OWNED = ("'s", "’s")
_OUTBREAK = frozenset({"outbreak"})
_CALL = frozenset({"call"})
_MEETING = frozenset({"meeting"})
_DISASTER = frozenset({"disaster"})
# So many passages are remembered, those of some thousand articles.
_REMEMBERED = 1 << 16


class Act(NamedTuple):
    """What a passage tells.

    ``main`` are the kinds of its first act that is not in the background, ``kinds`` those of all its acts;
    ``comments`` says whether it speaks of something rather than tells it.
    """

    main: frozenset[str]
    kinds: frozenset[str]
    comments: bool


def act_of(report: Report) -> Act:
    """What a report tells: the act of its foreground, and the one that its date stands behind."""
    return act_at(report.passage.text, dated_at(report))


@lru_cache(maxsize=_REMEMBERED)
def act_at(text: str, at: int | None) -> Act:
    """What a passage tells, with the act behind which the expression stands that dates it, if one does."""
    told, dated = act(foreground(text, at)), _before(text, at)
    return told._replace(main=told.main | dated, kinds=told.kinds | dated) if dated else told


def act_before_date(report: Report) -> frozenset[str]:
    """The kinds of the nearest act that stands shortly before the expression that dates a report."""
    return _before(report.passage.text, dated_at(report))


def _before(text: str, at: int | None) -> frozenset[str]:
    if at is None:
        return NOTHING
    known = vocabulary(None)
    before = [word.lower().strip(",.") for word in text[:at].rsplit(None, _BEFORE_DATE)[-_BEFORE_DATE:]]
    words = joined(before, known)
    around = () if known.gives_way.isdisjoint(words) else WORD.findall(lowered(text[:at]))
    telling = (_kinds_of(words[place], words, place, around, known) for place in reversed(range(len(words))))
    kinds = next(filter(None, telling), NOTHING)
    return _CALL if kinds & ENCOUNTER and not known.remote.isdisjoint(words) else kinds


def _kinds_of(
    word: str, words: Sequence[str], at: int, around: Sequence[str], known: Vocabulary
) -> frozenset[str]:
    """The kinds of act that a word tells, the at-th of some; ``around`` may name something built.

    What is built and gives way tells a disaster: "the dam broke", but not "the talks broke".
    """
    kinds = known.kinds.get(word, NOTHING)
    if word not in known.gives_way or known.built.isdisjoint(around):
        return kinds
    # "The bridge failed to open".
    return kinds | _DISASTER if known.aims.isdisjoint(words[at + 1 : at + 2]) else kinds


@lru_cache(maxsize=_REMEMBERED)
def act(text: str, language: str | None = None) -> Act:
    """What a passage tells, its quotations left aside.

    >>> act("Hours after the raid she landed in Oslo.").main
    frozenset({'visit'})
    """
    passage = _Passage(text, language)
    for at in passage.places():
        passage.take(at)
    return passage.act()


class _Passage:
    """The words of a passage, taken one after the other.

    Attributes:
        told: the acts so far, each with whether it is in the background.
        behind: the last word that is in the background of what opens it.
        unreal: the last word that tells what does not happen.
        speaks: whether it speaks of something rather than tells it.
    """

    def __init__(self, text: str, language: str | None) -> None:
        self.text, self.language = text, language
        self.known = vocabulary(language)
        self.unquoted = _QUOTED.sub(" ", text)
        self.small = lowered(self.unquoted)
        self.words = joined(WORD.findall(self.small), self.known)
        self.told: list[tuple[bool, frozenset[str]]] = []
        self.behind = self.unreal = -1
        self.speaks = False

    def places(self) -> list[int]:
        """Where the words stand that may tell anything."""
        telling, owned = self.known.telling, has_any(self.small, _OWNED)
        words = map(_owner, self.words) if owned else self.words
        return [at for at, word in enumerate(words) if word in telling]

    def take(self, at: int) -> None:
        """Take what one word tells."""
        known, word = self.known, _owner(self.words[at])
        if self._is_unreal(word, at):
            return
        if word in known.calls and _rung_up(self.language).search(self.unquoted) is not None:
            self.told.append((at <= self.behind, _CALL))
            return
        if word in known.background:
            self.behind = at + _BACKGROUND
        if at == 0 and word in known.fronted:
            # "According to the mayor, they met" tells that they met.
            return
        if word in known.judgements or (
            word in known.comments and all(in_background for in_background, _ in self.told)
        ):
            self.speaks = True
        kinds = self._kinds(word, at)
        if kinds:
            self.told.append((at <= self.behind, kinds))
            if at <= self.behind:
                self.behind = at

    def _is_unreal(self, word: str, at: int) -> bool:
        """Whether a word tells what does not happen, or no war."""
        known = self.known
        if word in known.wars and not known.no_wars.isdisjoint(self.words[at + 1 : at + 2]):
            # "Accused of war crimes": no war is told.
            return True
        if word in known.undone and at and self.words[at - 1] in known.modals:
            # "Would not be arrested": nobody was.
            self.unreal = at + _UNREAL
        return at <= self.unreal

    def _kinds(self, word: str, at: int) -> frozenset[str]:
        """The kinds of act that a word tells where it stands."""
        if word in self.known.addresses and any(
            who[0].isupper() for who in WORD.findall(self.unquoted)[at + 1 : at + 2]
        ):
            return _MEETING
        return _kinds_of(word, self.words, at, self.words, self.known)

    def act(self) -> Act:
        """What the words come to."""
        told, known = self.told, self.known
        if not told:
            return Act(NOTHING, NOTHING, self.speaks)
        if not known.remote.isdisjoint(self.words):
            told = [(behind, _CALL if kinds & ENCOUNTER else kinds) for behind, kinds in told]
        at_war = not known.wars.isdisjoint(self.words)
        outbreak = _OUTBREAK if at_war and tells_outbreak(self.text, self.language) else NOTHING
        main = outbreak or next((kinds for in_background, kinds in told if not in_background), told[0][1])
        return Act(main, outbreak.union(*(kinds for _, kinds in told)), self.speaks)


def _owner(word: str) -> str:
    """A word without the ending of what owns ("the mayor's")."""
    return word.removesuffix("'s").removesuffix("’s")


@cache
def _rung_up(language: str | None) -> re.Pattern[str]:
    """Somebody named who is called, not called something ("called Okoye and", but "called Okoye a liar")."""
    words = cues(language).words
    verbs = alternatives([*words["calls_by_name"]])
    behind = alternatives([*words["conjunctions"], *words["occasion_prepositions"], *words["background"]])
    return re.compile(rf"\b(?:{verbs})(?:\s[{UPPER}][\w’'.-]*){{1,6}}(?<![’']s)(?=[,.;]|$|\s(?:{behind})\s)")


def denies(text: str, language: str | None = None) -> bool:
    """Whether a passage denies in its own words, not in a quotation ("this is not an era of war")."""
    match = cues(language).modality.search(_QUOTED.sub(" ", text).lower())
    return match is not None and match.lastgroup == "denied"


@cache
def _outbreaks(language: str | None) -> re.Pattern[str]:
    """A word for the beginning close to one for the war."""
    words = cues(language).words
    onset, war = (alternatives([*words[name]]) for name in ("onsets", "wars"))
    forth = rf"\b(?:{onset})\b\W+(?:\w+\W+){{0,4}}?(?:{war})\b"
    back = rf"\b(?:{war})\b\W+(?:\w+\W+){{0,3}}?(?:{onset})\b"
    return re.compile(f"{forth}|{back}", re.IGNORECASE)


def tells_outbreak(text: str, language: str | None = None) -> bool:
    """Whether a war is told to begin.

    >>> tells_outbreak("since the conflict that erupted in May")
    True
    """
    return _outbreaks(language).search(text) is not None
