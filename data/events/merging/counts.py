"""Counts that two groups give of one thing of one day, so unlike that not both can be right.

Papers tell a thing in words of their own ("exchanged 60 prisoners", "swapped 75 captives"), and a count often
stands in a sentence without a name ("a crowd of 9,250 watched the race"). What each document is about, what
its passage names and the words around the count tell together whether it is one thing.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from data.events.cues import cues
from data.events.figures.passage import figures_of
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import is_city
from data.events.intervals import length
from data.events.report import Report
from data.events.words import stem

# What is counted but once of a thing (people in a plane, on the stands), and what on few days at all.
_ABOARD = "aboard"
_OF_ONE_THING = frozenset({_ABOARD, "spectators", "magnitude", "prisoners"})
_SELDOM = frozenset({"magnitude", "prisoners"})
# Kinds of figures that are of a thing of that day; what is measured or paid is told on any day.
_KINDS = frozenset({"harm", "thing", "magnitude", "sentence"})
# A term that a prosecutor asks for is none.
_TERM, _VERDICT = "years in prison", "verdict"
_TOLD = frozenset({"happened", "uncertain"})
#: What is told of more days than these is counted over a time.
LONGEST = 2
# Names, words and kinds of act in common that make one thing of two.
_ENOUGH, _SEVERAL = 3, 2
# So much more it is one thing if groups count two things of it.
_OF_MORE = 2

Count = tuple[str, str, frozenset[str], float, float, str]
"""What is counted, of whom and which, at least and at most how many, and by which document."""


class Counting(NamedTuple):
    """A group that counts: what and of whom it tells, what its documents are about, and its words."""

    counts: frozenset[Count]
    kinds: frozenset[str]
    names: frozenset[str]
    about: frozenset[str]
    words: frozenset[str]


def counts_of(member: Report) -> frozenset[Count]:
    """What a report counts of the thing that it tells of a day or two."""
    if member.snippet or member.modality not in _TOLD or member.start is None or member.end is None:
        return frozenset()
    if length((member.start, member.end)) > LONGEST:
        return frozenset()
    return frozenset(
        (one.what, one.whose, one.scope, one.low, one.high, member.passage.document)
        for one in figures_of(member)
        if one.kind in _KINDS
    )


def count_one_thing(one: Counting, other: Counting) -> bool:
    """Whether groups of the same days count one thing, different documents so that not both can be right."""
    wholes = {count[:3] for count in one.counts} & {count[:3] for count in other.counts}
    return any(
        _is_one_thing(whole, one, other, besides=len(wholes) - 1)
        for whole in wholes
        if _disagree(whole, one, other)
    )


def _disagree(whole: tuple[str, str, frozenset[str]], one: Counting, other: Counting) -> bool:
    """Whether a number that one group gives cannot be with one of the other, and no document gives both."""
    pairs = [*product(*([count for count in group.counts if count[:3] == whole] for group in (one, other)))]
    if any(first[5] == second[5] for first, second in pairs):
        return False
    return any(first[3] > second[4] or second[3] > first[4] for first, second in pairs)


def _is_one_thing(
    whole: tuple[str, str, frozenset[str]], one: Counting, other: Counting, *, besides: int
) -> bool:
    """Whether names, words and kinds of act in common tell that a count is of one thing.

    ``besides`` is how many more things both count: who counts the dead and the injured tells one accident.
    """
    if whole[0] == _TERM and _VERDICT not in one.kinds & other.kinds:
        return False
    atlas = gazetteer()
    cities = [{name for name in group.names if is_city(name, atlas)} for group in (one, other)]
    if all(cities) and cities[0].isdisjoint(cities[1]):
        return False
    # Many documents of a day are about one country.
    about = {name for name in one.about & other.about if name not in atlas.places or is_city(name, atlas)}
    subjects = (one.names & other.names) | about
    proper = [{name for name in group.names if name not in atlas.places} for group in (one, other)]
    if whole[0] in _OF_ONE_THING and all(proper) and proper[0].isdisjoint(proper[1]):
        return False
    own = {stem(part) for name in (*one.about, *other.about, *subjects) for part in name.lower().split()}
    # "Carried 41 people" tells whom it counts; in "a cable car" the word is of the thing.
    own |= {stem(whole[0]), *(map(stem, cues(None).words["carries"]) if whole[0] == _ABOARD else ())}
    words = {word for word in one.words & other.words - own if not word[0].isdigit()}
    alike = int(bool(one.kinds & other.kinds)) + _OF_MORE * besides
    several = max(len(subjects), len(words)) >= _SEVERAL
    if whole[0] in _SELDOM or (whole[0] in _OF_ONE_THING and several):
        alike += 1
    return bool(subjects and (words or alike)) and len(subjects) + len(words) + alike >= _ENOUGH
