"""Whether two reports tell one act: of one kind, by the same people or at one place, about the same thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from data.events.comparing.parties import SOME_WORDS, Agreement, both_told, same_people, same_persons
from data.events.comparing.signs import Signs
from data.events.comparing.verdicts import one_outcome, other_outcomes
from data.events.cues import cues
from data.events.figures.passage import figures
from data.events.intervals import length
from data.events.told_again.recalled import OF_PERSONS, OF_WORDS, same_things
from data.events.words import stem

DAYS_OF_FINE = 10
_DAYS_OF_MONTH = 31
ALIKE, _RATHER_ALIKE = 0.3, 0.2
# Words so alike are one event on compatible days even without a name in common.
ALMOST_ALIKE = 0.5
FEWEST_WORDS = 2
# Of an attack or clash told of a year, so much is in common.
_OF_A_YEAR, _WORDS_OF_A_YEAR = 0.25, 4
_SEVERAL_TOLLS, _LOSS = 2, "loss of life"
_RARE = 0.6
_OFFICE = frozenset({"office"})
_LEAVING = frozenset({"resignation"})
_SEARCH = stem("search")
_DISASTER = frozenset({"disaster"})
_ILLNESS, _ILL = frozenset({"illness"}), "ill"
# Kinds of act that happen to a place, whoever is named with them.
OF_A_PLACE = frozenset({"attack", "invasion", "clash", "disaster"})
# Kinds of act that each is one person's own.
OF_ONE = frozenset({"office", "birth", "death", "resignation"})
# Kinds of act of which there are many, told apart by what they are about.
_OF_THINGS = frozenset({"launch", "signing", "warrant", "vote"})
# Kinds of act that nobody goes through twice on one day.
OF_A_DAY = frozenset({"verdict"})
# Kinds of act in which people take part by name.
_OF_PEOPLE = frozenset({"visit", "meeting", "call", "resignation", "death", "award"})


class Pair(NamedTuple):
    """Two reports that may tell one occasion.

    ``longest`` is how many days the longer of their intervals has; ``city`` says whether both name one city;
    ``kinds`` are the kinds of act that both tell.
    """

    first: Signs
    second: Signs
    found: Agreement
    rarity_of_name: Mapping[str, float]
    longest: int
    city: bool
    kinds: frozenset[str]

    @property
    def coarse(self) -> bool:
        """Whether one is of so long a time that there is more than one such act in it."""
        return self.longest > DAYS_OF_FINE

    @property
    def both_told(self) -> bool:
        """Whether both are of what happened, or neither."""
        return both_told(self.first.report, self.second.report)


def of_one_kind(pair: Pair) -> str | None:
    """The kind of act if reports of one kind tell one act, "reference" if one mentions the other, or None."""
    answers = (question(pair) for question in _QUESTIONS)
    return next((answer for answer in answers if answer is not None), None)


def stay_that_ends(pair: Pair) -> str | None:
    """Who ends a visit on a day ends one."""
    ends = pair.first.ends_stay and pair.second.ends_stay
    return "visit" if ends and pair.longest == 1 and pair.found.who else None


def loss_of_life(pair: Pair) -> str | None:
    """Tolls that both reports give are those of one loss of life: several, or one of a place or a month."""
    tolls = pair.first.tolls & pair.second.tolls
    if len(tolls) >= _SEVERAL_TOLLS:
        return _LOSS
    if not tolls or pair.longest > _DAYS_OF_MONTH:
        return None
    if pair.found.place or _is_rare(pair):
        return _LOSS
    same_kind = not OF_A_PLACE.isdisjoint(pair.first.act.main & pair.second.act.main)
    return _LOSS if same_kind and not pair.coarse else None


def _told_again(pair: Pair) -> str | None:
    """An act of persons or words that one of both recalls, of the same people as far as they are named."""
    first, second = pair.first, pair.second
    if not (pair.found.who or not first.who or not second.who):
        return None
    if not (first.report.recalled or second.report.recalled):
        return None
    return min(first.act.kinds & second.act.kinds & (OF_PERSONS | OF_WORDS), default=None)


def _of_people(pair: Pair) -> str | None:
    """An act in which the same people take part by name."""
    kinds = pair.kinds & _OF_PEOPLE
    same = kinds and same_people(pair.first, pair.second, pair.found, coarse=pair.coarse, city=pair.city)
    return min(kinds) if same else None


def _office(pair: Pair) -> str | None:
    """Nobody comes to power twice in a month."""
    in_time = pair.kinds >= _OFFICE and pair.longest <= _DAYS_OF_MONTH
    return min(_OFFICE) if in_time and pair.found.who and pair.both_told else None


def _of_a_day(pair: Pair) -> str | None:
    """Nobody goes twice on one day through what ends in one way or another."""
    first, second, found = pair.first, pair.second, pair.found
    kinds = pair.kinds & OF_A_DAY
    if not kinds or pair.longest != 1 or not pair.both_told or other_outcomes(first.report, second.report):
        return None
    same = same_persons(first, second, found.who) or one_outcome(first, second, found)
    return min(kinds) if same else None


def _search(pair: Pair) -> str | None:
    """A search or raid of one day at the same people."""
    first, second = pair.first, pair.second
    if pair.longest != 1 or _SEARCH not in first.words or _SEARCH not in second.words or not pair.both_told:
        return None
    return "search" if same_persons(first, second, pair.found.who) else None


def _leaving(pair: Pair) -> str | None:
    """Nobody leaves an office twice in a week, be he "fired on Tuesday" or gone "last week"."""
    kinds = pair.kinds & _LEAVING
    if not kinds or pair.coarse or not pair.both_told:
        return None
    return min(kinds) if same_persons(pair.first, pair.second, pair.found.who) else None


def _illness(pair: Pair) -> str | None:
    """Those who were ill on one day are counted in like words, or about one thing."""
    counted = pair.kinds >= _ILLNESS and pair.longest == 1 and _count_the_ill(pair)
    return min(_ILLNESS) if counted else None


def _war_that_breaks_out(pair: Pair) -> str | None:
    """A war breaks out in a place once."""
    return "outbreak" if "outbreak" in pair.kinds and pair.found.place else None


def _of_things(pair: Pair) -> str | None:
    """An act about one thing, by the words around it or by its name."""
    kinds = pair.kinds & _OF_THINGS
    one = kinds and (_alike(pair) or same_things(pair.first.report.things, pair.second.report.things))
    return min(kinds) if one else None


def _invasion(pair: Pair) -> str | None:
    """No country is invaded twice in a year."""
    return "invasion" if pair.found.place and _both_invade(pair) and pair.both_told else None


def _of_a_place(pair: Pair) -> str | None:
    """What happens to a place, by the place or by a name as good as one; or only a mention of it."""
    kinds = pair.kinds & OF_A_PLACE
    if not kinds:
        return None
    if _is_named(pair) or _alike_by_place(pair):
        return min(kinds)
    first, second, found = pair.first, pair.second, pair.found
    return "reference" if _mentions(first, second, found) or _mentions(second, first, found) else None


_QUESTIONS: Sequence[Callable[[Pair], str | None]] = (
    _told_again,
    _of_people,
    _office,
    _of_a_day,
    _search,
    _leaving,
    _illness,
    _war_that_breaks_out,
    _of_things,
    _invasion,
    _of_a_place,
)
"""What may make two reports one occasion; the first answer holds."""


def _is_named(pair: Pair) -> bool:
    """Whether a name in common is as good as a place."""
    found, a, b = pair.found, pair.first.report, pair.second.report
    # A name that few reports give ("the clash on the Galwan").
    if _is_rare(pair) and (a.basis == b.basis == "stated" or found.words >= _RATHER_ALIKE):
        return True
    # What two documents tell of a named place or firm on one day, with words in common, is one disaster.
    return pair.kinds >= _DISASTER and pair.longest == 1 and _of_one_thing(pair)


def _of_one_thing(pair: Pair) -> bool:
    """Whether two documents name the same place or firm with the same things on stated days."""
    found, a, b = pair.found, pair.first.report, pair.second.report
    stated = a.basis == b.basis == "stated" and a.passage.document != b.passage.document
    return stated and bool(found.who) and found.common >= FEWEST_WORDS and found.words >= SOME_WORDS


def _count_the_ill(pair: Pair) -> bool:
    """Whether two documents count, in like words or about one thing, those who were ill on one day."""
    found, a, b = pair.found, pair.first.report, pair.second.report
    if a.passage.document == b.passage.document or not a.basis == b.basis == "stated" or not pair.both_told:
        return False
    alike = found.words >= _RATHER_ALIKE and found.common >= FEWEST_WORDS
    if not alike and not found.who and pair.first.about.isdisjoint(pair.second.about):
        return False
    return all(any(one.what == _ILL for one in figures(report.passage.text)) for report in (a, b))


def _both_invade(pair: Pair) -> bool:
    """Whether an expression dates the beginning of a war or an invasion in two reports."""
    if not pair.first.report.basis == pair.second.report.basis == "stated":
        return False
    invades = frozenset(map(stem, cues(None).words["invades"]))
    signs = (pair.first, pair.second)
    return all("outbreak" in one.act.kinds or not invades.isdisjoint(one.words) for one in signs)


def _is_rare(pair: Pair) -> bool:
    """Whether a name in common is one that few reports give."""
    return any(pair.rarity_of_name[name] >= _RARE for name in pair.found.who)


def _alike(pair: Pair) -> bool:
    """Whether the words are those of one occasion, with a name in common or without one."""
    found = pair.found
    if found.words < (ALIKE if pair.coarse else _RATHER_ALIKE):
        return False
    named = bool(found.who or found.place)
    return named or (found.words >= ALMOST_ALIKE and found.common >= FEWEST_WORDS)


def _alike_by_place(pair: Pair) -> bool:
    """Whether what happened to a place is one: on a day by the place, in a longer time by more words.

    What no expression dates is told of a country on any day: it takes a city, or of one such report words.
    """
    found = pair.found
    if pair.coarse:
        return found.words >= _OF_A_YEAR and found.common >= _WORDS_OF_A_YEAR
    if not found.place or found.words < SOME_WORDS:
        return False
    undated = [signs.report.basis for signs in (pair.first, pair.second)].count("inferred")
    if not undated or pair.city:
        return True
    return undated == 1 and found.words >= _RATHER_ALIKE


def _mentions(bare: Signs, full: Signs, found: Agreement) -> bool:
    """Whether one report only mentions by a few words what the other tells ("the border clash")."""
    if not bare.is_bare or full.is_bare or bare.report.basis != "stated" or found.common < FEWEST_WORDS:
        return False
    coarser = length((bare.report.start, bare.report.end)) > length((full.report.start, full.report.end))
    # Where both name the place, that and more words decide.
    return coarser and found.place is None
