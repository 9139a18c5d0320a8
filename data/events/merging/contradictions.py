"""Reports of one event that date it differently: joined so that the contradiction is shown.

Reports with different days are of one event only if it can have happened but once: a clash, a disaster, a
death, the outbreak of a war, the signing of a paper that both describe alike ("the gas treaty"), and in a
lifetime a birth, the founding of something or the signing of a treaty that has a name. A stay that two
reports begin on one day is one stay, however long they say it was. Other visits, meetings and attacks of
neighbouring days are many, and are left apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from data import days
from data.events.acts import act_before_date, act_of
from data.events.comparing.named_places import countries_in
from data.events.cues import alternatives, cues
from data.events.gazetteer import gazetteer
from data.events.intervals import length
from data.events.merging.undertakings import beginnings
from data.events.report import Report
from data.events.words import has_any, stem

_ONCE = frozenset({"clash", "disaster", "death", "resignation"})
# Two tellings of one thing differ by so few days, or they are of two things.
_NEAR_DAYS = 3
# These happen once in a lifetime, and tellings of them differ by years.
_ONCE_EVER = frozenset({"birth", "founding", "opening"})
_NEAR_EVER = 5 * 366
# Of what was founded or opened by its name two years are told that are farther apart.
_NEAR_NAMED = 12 * 366
# What was founded is the same if so many of the words are.
_OF_THING, _FEWEST_OF_THING = 0.75, 2
_STAY = frozenset({"visit"})
_LONGEST_STAY = 31
_LARGEST_BLOCK = 40
_LONGEST = 366
_FEWEST_COMMON = 1
_WORD = re.compile(r"\w+")
_NAMED = re.compile(r"(?<=\s)[^\W\d_a-z]\w{2,}")


class Telling(NamedTuple):
    """A group of reports as seen from outside: its days, what it tells, and of whom and where."""

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


def contradicting(tellings: Mapping[int, Telling]) -> dict[int, int]:
    """Which groups are of one event with others that date it differently.

    Args:
        tellings: groups as seen from outside, in order.

    Returns:
        For groups that are to be joined, the one into which: that which more documents tell.
    """
    place = {group: at for at, group in enumerate(tellings)}
    into: dict[int, int] = {}
    found = set(_candidates(tellings, place))
    for one, other in sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]])):
        if one in into or other in into or not _contradict(tellings[one], tellings[other]):
            continue
        small, large = sorted((one, other), key=lambda group: (len(tellings[group].documents), -place[group]))
        into[small] = large
    return into


def _candidates(tellings: Mapping[int, Telling], place: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Pairs that are near in time and share a kind of act."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, telling in tellings.items():
        if telling.outbreak:
            blocks["outbreak", days.civil(telling.start).year].append(at)
        for kind in telling.kinds & _ONCE_EVER:
            for name in telling.names:
                blocks[kind, name].append(at)
        for treaty in telling.treaties | telling.papers:
            blocks["treaty", treaty].append(at)
        if telling.kinds & _STAY and 1 < length((telling.start, telling.end)) <= _LONGEST_STAY:
            for name in telling.names:
                blocks["stay", telling.start, name].append(at)
        for kind in telling.kinds & _ONCE:
            for day in range(telling.start - _NEAR_DAYS, telling.start + 1):
                for name in telling.names | telling.about:
                    blocks[kind, day, name].append(at)
    for block in blocks.values():
        for at, one in enumerate(block):
            for other in block[at + 1 : at + _LARGEST_BLOCK]:
                yield (one, other) if place[one] < place[other] else (other, one)


def _contradict(one: Telling, other: Telling) -> bool:
    """Whether two groups tell one event on days that have nothing in common."""
    if one.start <= other.end and other.start <= one.end:
        return _one_stay(one, other)
    if one.kinds & other.kinds & _ONCE_EVER:
        return _once_ever(one, other)
    if one.treaties & other.treaties:
        near = abs(one.start - other.start) <= _NEAR_EVER
        return near and one.documents.isdisjoint(other.documents)
    if one.outbreak and other.outbreak:
        return _one_outbreak(one, other)
    if one.papers & other.papers:
        return _one_signing(one, other)
    if not one.kinds & other.kinds & _ONCE or abs(one.start - other.start) > _NEAR_DAYS:
        return False
    if length((one.start, one.end)) > 1 or length((other.start, other.end)) > 1:
        return False
    linked = one.names & other.names or one.names & other.about or other.names & one.about
    if not linked or len(one.words & other.words) < _FEWEST_COMMON:
        return False
    # Within one document only what says that it contests another telling does contest it.
    return one.contests or other.contests or one.documents.isdisjoint(other.documents)


def _one_outbreak(one: Telling, other: Telling) -> bool:
    """Whether two groups of different documents tell the outbreak of one war.

    Where both name a country and each names others with it, those are two invasions of it.
    """
    if days.civil(one.start).year != days.civil(other.start).year:
        return False
    if not one.documents.isdisjoint(other.documents):
        return one.contests or other.contests
    if (
        one.countries & other.countries
        and one.countries - other.countries
        and (other.countries - one.countries)
    ):
        return False
    return bool(one.names & other.names or one.names & other.about or other.names & one.about)


def _one_signing(one: Telling, other: Telling) -> bool:
    """Whether two groups of different documents tell a signing of the same parties on neighbouring days."""
    if abs(one.start - other.start) > _NEAR_DAYS or not one.documents.isdisjoint(other.documents):
        return False
    if length((one.start, one.end)) > 1 or length((other.start, other.end)) > 1:
        return False
    few, many = sorted((one.countries, other.countries), key=len)
    return bool(few) and few <= many


def _one_stay(one: Telling, other: Telling) -> bool:
    """Whether two groups tell one stay that begins on one day, with different lengths."""
    lengths = [length((telling.start, telling.end)) for telling in (one, other)]
    if one.start != other.start or lengths[0] == lengths[1] or not one.kinds & other.kinds & _STAY:
        return False
    within = all(1 < days_of <= _LONGEST_STAY for days_of in lengths)
    return within and len(one.names & other.names) > 1 and one.documents.isdisjoint(other.documents)


def _once_ever(one: Telling, other: Telling) -> bool:
    """Whether two groups tell one birth or one founding: of the same people, or the same thing."""
    opening = "opening" in one.kinds & other.kinds
    near = _NEAR_EVER if "birth" in one.kinds & other.kinds else _NEAR_NAMED
    if abs(one.start - other.start) > near or not one.documents.isdisjoint(other.documents):
        return False
    if "birth" in one.kinds & other.kinds:
        return bool(one.first & other.first)
    if opening and not one.names & other.names:
        return False
    told = [telling.words - _acts("founding") for telling in (one, other)]
    return len(told[0] & told[1]) >= max(_FEWEST_OF_THING, _OF_THING * min(map(len, told)))


def _begins_with_date(report: Report) -> bool:
    """Whether a passage begins with its date ("In 1911 the town founded a museum")."""
    expression = report.passage.expression
    if expression is None:
        return False
    before = report.passage.text[: expression.start_char - report.passage.start_char].split()
    return len(before) <= 1


@cache
def _acts(kind: str) -> frozenset[str]:
    return frozenset(map(stem, _words(f"act_{kind}")))


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
    ]
    if not stated:
        return None
    finest = min(stated, key=lambda one: length((one.start, one.end)))
    if finest.start is None or finest.end is None or length((finest.start, finest.end)) > _LONGEST:
        return None
    own = [one for one in stated if (one.start, one.end) == (finest.start, finest.end)]
    acts = [_dated_act(one) for one in own]
    texts = [one.passage.text for one in own]
    kinds = frozenset[str]().union(*acts)
    outbreak = "outbreak" in kinds and any(_names_a_war(one.passage.text) for one in stated)
    treaties = frozenset(name for text in texts for name in _treaties(text))
    papers = frozenset(paper for text in texts for paper in (*_papers(text), *beginnings(text)))
    if not (outbreak or treaties or papers or kinds & (_ONCE | _ONCE_EVER | _STAY)):
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
    )


def _dated_act(report: Report) -> frozenset[str]:
    """The kinds of act that the report's own date stands with; all it tells where it contests others."""
    told = act_of(report)
    if _contests(report.passage.text) or "outbreak" in told.main:
        return told.main
    before = act_before_date(report)
    # "On Sunday they mourned his death" dates no death.
    return before | (told.main & _ONCE_EVER) if _begins_with_date(report) else before


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
