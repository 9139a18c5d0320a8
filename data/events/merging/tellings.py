"""A group of reports as seen from outside: what it tells that can have happened but once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from data.events.acts import act_before_date, act_of
from data.events.cues import alternatives, cues
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import countries_in
from data.events.guarded import Guarded
from data.events.intervals import length
from data.events.merging.counts import Count, counts_of
from data.events.merging.undertakings import bare_beginnings, beginnings
from data.events.report import Report
from data.events.words import has_any, stem

#: What happens once in a short time, and in a lifetime, when tellings of it differ by years; and a stay.
ONCE = frozenset({"clash", "disaster", "death", "resignation"})
ONCE_EVER = frozenset({"birth", "founding", "opening"})
STAY = frozenset({"visit"})
_LONGEST = 366
_WORD = re.compile(r"\w+")
_NAMED = re.compile(r"(?<=\s)[^\W\d_a-z]\w{2,}")


class Telling(NamedTuple):
    """A group of reports as seen from outside: its days, what it tells, and of whom and where.

    ``known_by`` is the day by which it had happened, where its documents' own dates alone give its days.
    """

    start: int
    end: int
    kinds: frozenset[str]
    outbreak: bool
    names: frozenset[str]
    first: frozenset[str]
    countries: frozenset[str]
    about: frozenset[str]
    words: frozenset[str]
    documents: frozenset[str]
    contests: bool
    treaties: frozenset[str]
    papers: frozenset[str]
    done: frozenset[str]
    counts: frozenset[Count]
    undergone: frozenset[str]
    made: frozenset[str]
    known_by: int | None = None
    begun: frozenset[str] = frozenset()


def telling(members: Sequence[Report], about: Callable[[str], frozenset[str]]) -> Telling | None:
    """A group of reports as seen from outside; None if nothing can contradict it.

    That is so where no expression states its days, where it never happened, or where it may happen again.

    Args:
        members: its reports.
        about: gives the names that a document is about, by its id.
    """
    stated = [
        one
        for one in members
        if one.basis == "stated" and one.modality not in ("denied", "conditional", "planned")
        if one.start is not None and one.end is not None and not one.snippet
        if not _tallies(one.passage.text)
    ]
    counting = [one for one in members if counts_of(one) and not _tallies(one.passage.text)]
    if not stated and not counting:
        return None
    finest = min(stated or counting, key=lambda one: length((one.start, one.end)))
    if finest.start is None or finest.end is None or length((finest.start, finest.end)) > _LONGEST:
        return None
    own = [one for one in stated or counting if (one.start, one.end) == (finest.start, finest.end)]
    counts = frozenset[Count]().union(*map(counts_of, own))
    acts = [_dated_act(one) if stated else act_of(one).main for one in own]
    texts = [one.passage.text for one in own if stated]
    kinds = frozenset[str]().union(*acts)
    outbreak = "outbreak" in kinds and any(_names_a_war(one.passage.text) for one in stated)
    treaties = frozenset(name for text in texts for name in _treaties(text))
    papers = frozenset(paper for text in texts for paper in (*_papers(text), *beginnings(text)))
    done = frozenset(word for one in own if stated for word in one.words) & _deeds()
    undergone = frozenset(deed for one in own if stated for deed in _undergone(one))
    made = frozenset(one["thing"].lower() for text in texts for one in _made().finditer(text))
    # A passage may begin with "which", where its line tells what began.
    lines = [one.title for one in own if stated]
    begun = frozenset(thing for text in (*texts, *lines) for thing in bare_beginnings(text))
    told = counts or undergone or made or outbreak or treaties or papers or done or begun
    if not told and kinds.isdisjoint(ONCE | ONCE_EVER | STAY):
        return None
    has_parties = outbreak or bool(papers)
    # What is opened to traffic is called by its own name, which a line gives where its passage does not.
    called = frozenset[str]().union(*(_NAMED.findall(one.title) for one in own if "opening" in kinds))
    return Telling(
        start=finest.start,
        end=finest.end,
        kinds=kinds,
        outbreak=outbreak,
        countries=frozenset().union(*(countries_in(text, gazetteer()) for text in texts if has_parties)),
        names=frozenset(name for one in own for name in (*one.who, *one.where)) | called,
        first=frozenset(one.who[0] for one in own if one.who),
        about=frozenset().union(*(about(one.passage.document) for one in own)),
        words=frozenset(word for one in own for word in one.words),
        documents=frozenset(one.passage.document for one in members),
        contests=any(_contests(text) for text in texts),
        treaties=treaties,
        papers=papers,
        done=done,
        counts=counts,
        undergone=undergone,
        made=made,
        known_by=None if stated else finest.end,
        begun=begun,
    )


def _tallies(text: str) -> bool:
    """Whether a text tells what a count of many days had come to ("the toll stood at 15 on Friday")."""
    return _has_word(text.lower(), _words("tallies"))


def _dated_act(report: Report) -> frozenset[str]:
    """The kinds of act that the report's own date stands with; all it tells where it contests others."""
    told = act_of(report)
    if _contests(report.passage.text) or "outbreak" in told.main:
        return told.main
    before = act_before_date(report)
    # "On Sunday they mourned his death" dates no death.
    return before | (told.main & ONCE_EVER) if _begins_with_date(report) else before


@cache
def _treaty_names() -> re.Pattern[str]:
    treaty = "|".join(sorted(map(str.capitalize, _words("treaties"))))
    return re.compile(rf"\b(?:{treaty}) of (?:the )?[^\W\d_a-z]\w+|\b[^\W\d_a-z]\w+ (?:{treaty})\b")


def _treaties(text: str) -> frozenset[str]:
    """The treaties whose signing a text tells by name ("the Treaty of Bergen", "the Bergen Accords")."""
    lower = text.lower()
    if not has_any(lower, _words("treaties")) or not _has_word(lower, _words("act_signing")):
        return frozenset()
    names = _treaty_names().findall(text)
    return frozenset(name for name in names if name.split()[0].lower() not in _words("articles"))


@cache
def _described_paper() -> re.Pattern[str]:
    papers = alternatives([*_words("signed_papers")])
    return re.compile(rf"\bthe\s(?P<paper>(?P<kind>[a-z]+)\s(?:{papers}))\b", re.IGNORECASE)


def _papers(text: str) -> frozenset[str]:
    """The papers whose signing a text tells by what they are about ("signed the gas treaty")."""
    lower = text.lower()
    if not has_any(lower, _words("signed_papers")) or not _has_word(lower, _words("signs")):
        return frozenset()
    found, any_kind = _described_paper().finditer(text), _words("kinds_of_any_paper")
    return frozenset(one["paper"].lower() for one in found if one["kind"].lower() not in any_kind)


def _contests(text: str) -> bool:
    return _has_word(text.lower(), _words("contests"))


def _names_a_war(text: str) -> bool:
    """Whether a text names a war, not one of its offensives."""
    return _has_word(text.lower(), _words("whole_wars"))


def _has_word(lower: str, words: frozenset[str]) -> bool:
    return has_any(lower, words) and not words.isdisjoint(_WORD.findall(lower))


def _words(name: str) -> frozenset[str]:
    return cues(None).words[name]


def _begins_with_date(report: Report) -> bool:
    """Whether a passage begins with its date ("In 1911 the town founded a museum")."""
    expression = report.passage.expression
    if expression is None:
        return False
    before = report.passage.text[: expression.start_char - report.passage.start_char].split()
    return len(before) <= 1


def _undergone(report: Report) -> list[str]:
    """What was done once to whom a report names first, with the name ("Anna Lind was sworn in")."""
    if not report.who:
        return []
    found = _passive().finditer(report.passage.text)
    surname = report.who[0].rpartition(" ")[2]
    return [f"{report.who[0]} {one['deed']}" for one in found if one["name"] == surname]


@cache
def _passive() -> Guarded:
    helpers, deeds = alternatives([*_words("passive_helpers")]), alternatives([*_words("undergone_once")])
    name = r"(?P<name>[^\W\d_][\w’'-]*)(?:,\s[^,.;]+,)?\s(?:[a-z]+\s)?"
    return Guarded(rf"{name}(?:{helpers})\s(?P<deed>{deeds})\b", _words("undergone_once"))


@cache
def _made() -> Guarded:
    helpers, made = alternatives([*_words("passive_helpers")]), alternatives([*_words("made_once")])
    thing = r"\b[Tt]he (?P<thing>[a-z-]+)"
    return Guarded(rf"{thing}(?:,| (?:[a-z]+ )?(?:{helpers})) (?:{made})\b", _words("made_once"))


@cache
def _deeds() -> frozenset[str]:
    return frozenset(map(stem, _words("done_once")))
