"""Whether two reports tell one occasion: one kind of act, the same people or place, the same thing or sum."""

from __future__ import annotations

from collections.abc import Mapping

from data.events.acts import ENCOUNTER, NOTHING
from data.events.comparing.one_kind import (
    ALIKE,
    ALMOST_ALIKE,
    DAYS_OF_FINE,
    FEWEST_WORDS,
    Pair,
    loss_of_life,
    of_one_kind,
    stay_that_ends,
)
from data.events.comparing.parties import Agreement, all_shared, are_strangers, both_told
from data.events.comparing.signs import Signs
from data.events.cues import cues
from data.events.intervals import length
from data.events.report import Report
from data.events.words import lowered

_DAYS_OF_YEAR = 366


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
    told = _in_words_or_sums(first, second, found)
    if told is not None or first.act.comments or second.act.comments:
        return told
    longest = max(length((a.start, a.end)), length((b.start, b.end)))
    if longest > _DAYS_OF_YEAR:
        return None
    city = bool(first.cities & second.cities)
    if city and (_refers(first, second) or _refers(second, first)):
        return "reference"
    if (a.start, a.end) != (b.start, b.end) and a.is_to_the_day and b.is_to_the_day:
        # A day of a visit is a part of it.
        return None
    pair = Pair(first, second, found, rarity_of_name, longest, city, NOTHING)
    told = stay_that_ends(pair) or loss_of_life(pair)
    if told is not None:
        return told
    if city and found.who and first.stay is not None and second.stay is not None:
        # "During his two days in Oslo" names the visit, whatever else it tells.
        return "visit" if first.stay.days == second.stay.days else None
    return of_one_kind(pair._replace(kinds=_kinds_in_common(pair)))


def _in_words_or_sums(first: Signs, second: Signs, found: Agreement) -> str | None:
    """What both quote, or the sum that both give."""
    if not first.quoted.isdisjoint(second.quoted):
        return "quotation"
    return "figure" if first.measures & second.measures and _one_sum(first, second, found) else None


def _kinds_in_common(pair: Pair) -> frozenset[str]:
    """The kinds of act that both reports tell, each as what it mainly tells or beside that; or none."""
    first, second, found = pair.first, pair.second, pair.found
    forth, back = first.act.main & second.act.kinds, second.act.main & first.act.kinds
    if ENCOUNTER & first.act.main and ENCOUNTER & second.act.main:
        summit = first.act.kinds >= ENCOUNTER or second.act.kinds >= ENCOUNTER
        of_a_day = summit and pair.longest == 1
        if pair.city or of_a_day or (found.place and all_shared(first, second, found)):
            return ENCOUNTER
    elif pair.city and pair.longest == 1 and ENCOUNTER & first.act.kinds and ENCOUNTER & second.act.kinds:
        # "They signed the contract as they met in Oslo": all of the one are with the other.
        everyone = len(found.who) == min(len(first.who), len(second.who))
        return ENCOUNTER if everyone and found.who else forth
    return forth | back if forth and back else NOTHING


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
