"""Whether two reports tell one occasion: one kind of act, the same people or place, the same thing or sum."""

from __future__ import annotations

from collections.abc import Mapping

from data.events.acts import ENCOUNTER
from data.events.comparing.parties import (
    SOME_WORDS,
    Agreement,
    all_shared,
    are_strangers,
    both_told,
    same_people,
    same_persons,
)
from data.events.comparing.signs import Signs
from data.events.comparing.verdicts import one_outcome, other_outcomes
from data.events.cues import cues
from data.events.figures.passage import figures
from data.events.intervals import length
from data.events.report import Report
from data.events.told_again.recalled import OF_PERSONS, OF_WORDS, same_things
from data.events.words import lowered, stem

DAYS_OF_FINE = 10
_DAYS_OF_YEAR, _DAYS_OF_MONTH = 366, 31
ALIKE, _RATHER_ALIKE = 0.3, 0.2
# Words so alike are one event on compatible days even without a name in common.
ALMOST_ALIKE = 0.5
FEWEST_WORDS = 2
# Of an attack or clash told of a year, so much is in common.
_OF_A_YEAR, _WORDS_OF_A_YEAR = 0.25, 4
_SEVERAL_TOLLS = 2
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


def may_be_one_occasion(first: Signs, second: Signs) -> bool:
    """Whether two reports share anything that tells an occasion: a quick look before :func:`occasion_of`."""
    if not first.of_occasion.isdisjoint(second.of_occasion):
        return True
    if first.act.comments or second.act.comments:
        return False
    return not first.cities.isdisjoint(second.cities) and (first.is_bare or second.is_bare)


def occasion_of(
    first: Signs, second: Signs, found: Agreement, rarity_of_name: Mapping[str, float]
) -> str | None:
    """The kind of act if both reports tell one occasion, "reference" if one only refers to it; else None.

    Args:
        first: the signs of one report.
        second: the signs of the other.
        found: what they share so far.
        rarity_of_name: how much a name in common tells, 0 to 1.
    """
    a, b = first.report, second.report
    if _is_unsure(a) or _is_unsure(b) or first.denies != second.denies:
        return None
    if not first.quoted.isdisjoint(second.quoted):
        return "quotation"
    if first.measures & second.measures and _one_sum(first, second, found):
        return "figure"
    if first.act.comments or second.act.comments:
        return None
    longest = max(length((a.start, a.end)), length((b.start, b.end)))
    if longest > _DAYS_OF_YEAR:
        return None
    coarse = longest > DAYS_OF_FINE
    city = bool(first.cities & second.cities)
    if city and (_refers(first, second) or _refers(second, first)):
        return "reference"
    if (a.start, a.end) != (b.start, b.end) and a.is_to_the_day and b.is_to_the_day:
        # A day of a visit is a part of it.
        return None
    if longest == 1 and found.who and first.ends_stay and second.ends_stay:
        # Who ends a visit on a day ends one.
        return "visit"
    if _one_toll(first, second, found, longest, rarity_of_name):
        return "loss of life"
    if city and found.who and first.stay is not None and second.stay is not None:
        # "During his two days in Oslo" names the visit, whatever else it tells.
        return "visit" if first.stay.days == second.stay.days else None
    kinds = _kinds_in_common(first, second, found, longest)
    again = first.act.kinds & second.act.kinds & (OF_PERSONS | OF_WORDS)
    if again and (found.who or not first.who or not second.who) and (a.recalled or b.recalled):
        return min(again)
    if kinds & _OF_PEOPLE and same_people(first, second, found, coarse=coarse, city=city):
        return min(kinds & _OF_PEOPLE)
    if kinds >= _OFFICE and found.who and longest <= _DAYS_OF_MONTH and both_told(a, b):
        # Nobody comes to power twice in a month.
        return min(_OFFICE)
    if (
        kinds & OF_A_DAY
        and longest == 1
        and both_told(a, b)
        and not other_outcomes(a, b)
        and (same_persons(first, second, found.who) or one_outcome(first, second, found))
    ):
        return min(kinds & OF_A_DAY)
    if longest == 1 and _searched(first, second, found):
        return "search"
    if (
        kinds & _LEAVING
        and longest <= DAYS_OF_FINE
        and both_told(a, b)
        and same_persons(first, second, found.who)
    ):
        # Nobody leaves an office twice in a week, be he "fired on Tuesday" or gone "last week".
        return min(kinds & _LEAVING)
    if kinds >= _ILLNESS and longest == 1 and _count_the_ill(first, second, found):
        return min(_ILLNESS)
    if "outbreak" in kinds and found.place:
        return "outbreak"
    if kinds & _OF_THINGS and (_alike(found, coarse=coarse) or same_things(a.things, b.things)):
        return min(kinds & _OF_THINGS)
    if found.place and _both_invade(first, second) and both_told(a, b):
        # No country is invaded twice in a year.
        return "invasion"
    # A name that few reports give is as good as a place ("the clash on the Galwan").
    named = _is_rare(found, rarity_of_name) and (
        a.basis == b.basis == "stated" or found.words >= _RATHER_ALIKE
    )
    # What two documents tell of a named place or firm on one day, with words in common, is one disaster.
    named = named or (kinds >= _DISASTER and longest == 1 and _of_one_thing(first, second, found))
    if kinds & OF_A_PLACE and (named or _alike_by_place(first, second, found, coarse=coarse)):
        return min(kinds & OF_A_PLACE)
    if kinds & OF_A_PLACE and (_mentions(first, second, found) or _mentions(second, first, found)):
        return "reference"
    return None


def _searched(first: Signs, second: Signs, found: Agreement) -> bool:
    """Whether both tell a search or raid of one day at the same people."""
    if _SEARCH not in first.words or _SEARCH not in second.words:
        return False
    return both_told(first.report, second.report) and same_persons(first, second, found.who)


def _of_one_thing(first: Signs, second: Signs, found: Agreement) -> bool:
    """Whether two documents name the same place or firm with the same things on stated days."""
    a, b = first.report, second.report
    stated = a.basis == b.basis == "stated" and a.passage.document != b.passage.document
    return stated and bool(found.who) and found.common >= FEWEST_WORDS and found.words >= SOME_WORDS


def _count_the_ill(first: Signs, second: Signs, found: Agreement) -> bool:
    """Whether two documents count, in like words or about one thing, those who were ill on one day."""
    a, b = first.report, second.report
    if a.passage.document == b.passage.document or not a.basis == b.basis == "stated" or not both_told(a, b):
        return False
    alike = found.words >= _RATHER_ALIKE and found.common >= FEWEST_WORDS
    if not alike and not found.who and first.about.isdisjoint(second.about):
        return False
    return all(any(one.what == _ILL for one in figures(report.passage.text)) for report in (a, b))


def _one_toll(
    first: Signs, second: Signs, found: Agreement, longest: int, rarity_of_name: Mapping[str, float]
) -> bool:
    """Whether tolls that both reports give are those of one loss of life."""
    tolls = first.tolls & second.tolls
    if len(tolls) >= _SEVERAL_TOLLS:
        return True
    if not tolls or longest > _DAYS_OF_MONTH:
        return False
    if found.place or _is_rare(found, rarity_of_name):
        return True
    return longest <= DAYS_OF_FINE and not OF_A_PLACE.isdisjoint(first.act.main & second.act.main)


def _both_invade(first: Signs, second: Signs) -> bool:
    """Whether an expression dates the beginning of a war or an invasion in two reports."""
    if not first.report.basis == second.report.basis == "stated" or first.act.comments or second.act.comments:
        return False
    invades = frozenset(map(stem, cues(None).words["invades"]))
    return all("outbreak" in one.act.kinds or not invades.isdisjoint(one.words) for one in (first, second))


def _is_rare(found: Agreement, rarity_of_name: Mapping[str, float]) -> bool:
    """Whether a name in common is one that few reports give."""
    return any(rarity_of_name[name] >= _RARE for name in found.who)


def _kinds_in_common(first: Signs, second: Signs, found: Agreement, longest: int) -> frozenset[str]:
    """The kinds of act that both reports tell, each as what it mainly tells or beside that; or none."""
    city = bool(first.cities & second.cities)
    forth, back = first.act.main & second.act.kinds, second.act.main & first.act.kinds
    if ENCOUNTER & first.act.main and ENCOUNTER & second.act.main:
        summit = first.act.kinds >= ENCOUNTER or second.act.kinds >= ENCOUNTER
        if city or (summit and longest == 1) or (found.place and all_shared(first, second, found)):
            return ENCOUNTER
    elif city and longest == 1 and ENCOUNTER & first.act.kinds and ENCOUNTER & second.act.kinds:
        # "They signed the contract as they met in Oslo": all of the one are with the other.
        everyone = len(found.who) == min(len(first.who), len(second.who))
        return ENCOUNTER if everyone and found.who else forth
    return forth | back if forth and back else frozenset()


def _alike(found: Agreement, *, coarse: bool) -> bool:
    """Whether the words are those of one occasion, with a name in common or without one."""
    if found.words < (ALIKE if coarse else _RATHER_ALIKE):
        return False
    named = bool(found.who or found.place)
    return named or (found.words >= ALMOST_ALIKE and found.common >= FEWEST_WORDS)


def _alike_by_place(first: Signs, second: Signs, found: Agreement, *, coarse: bool) -> bool:
    """Whether what happened to a place is one: on a day by the place, in a longer time by more words.

    What no expression dates is told of a country on any day: it takes a city, or of one such report words.
    """
    if coarse:
        return found.words >= _OF_A_YEAR and found.common >= _WORDS_OF_A_YEAR
    if not found.place or found.words < SOME_WORDS:
        return False
    undated = [signs.report.basis for signs in (first, second)].count("inferred")
    if not undated or first.cities & second.cities:
        return True
    return undated == 1 and found.words >= _RATHER_ALIKE


def _is_unsure(report: Report) -> bool:
    """Whether it may never have happened; what "would" happen on a stated day is planned."""
    if report.modality != "conditional":
        return False
    return report.basis != "stated" or length((report.start, report.end)) > DAYS_OF_FINE


def _one_sum(first: Signs, second: Signs, found: Agreement) -> bool:
    """Whether two reports give the sum, share or great number of one period for the same countries."""
    a, b = first.report, second.report
    if not both_told(a, b):
        return False
    if not a.basis == b.basis == "stated":
        # What no expression dates is of the other's act too.
        return bool(first.act.main & second.act.main) and found.common >= FEWEST_WORDS
    fine = min(length((a.start, a.end)), length((b.start, b.end))) <= DAYS_OF_FINE
    if (a.start, a.end) != (b.start, b.end) and fine and first.act.main.isdisjoint(second.act.main):
        return False
    if not first.countries or not second.countries:
        alike = first.countries == second.countries and found.words >= ALMOST_ALIKE
        return alike and not are_strangers(first, second, found)
    # "Trade between the two countries" names one of them, or none.
    within = first.countries <= second.countries or second.countries <= first.countries
    same = first.countries == second.countries or (within and found.words >= ALIKE)
    return same and bool(found.place or found.who or first.cities & second.cities)


def _mentions(bare: Signs, full: Signs, found: Agreement) -> bool:
    """Whether one report only mentions by a few words what the other tells ("the border clash")."""
    if not bare.is_bare or full.is_bare or bare.report.basis != "stated" or found.common < FEWEST_WORDS:
        return False
    coarser = length((bare.report.start, bare.report.end)) > length((full.report.start, full.report.end))
    # Where both name the place, that and more words decide.
    return coarser and found.place is None


def _refers(bare: Signs, full: Signs) -> bool:
    """Whether one report only names place and time of what the other tells ("since Oslo in 2019")."""
    if not bare.is_bare or full.is_bare or not full.act.main & ENCOUNTER:
        return False
    if bare.report.basis != "stated" or bare.act.main - ENCOUNTER:
        return False
    of_a_day = bare.report.start == bare.report.end
    if of_a_day and not bare.act.main and bare.who.isdisjoint(full.who) and _tells(bare.report):
        # "In Oslo the rain had stopped on Monday" tells something of its own.
        return False
    intervals = [(report.start, report.end) for report in (bare.report, full.report)]
    return length(intervals[0]) >= length(intervals[1]) and bool(full.who)


def _tells(report: Report) -> bool:
    """Whether a report has a verb of its own."""
    return cues(None).finite_word.search(lowered(report.passage.text)) is not None
