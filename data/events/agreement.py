"""How far two reports agree in who, where and what they tell.

Reports agree in one of three ways: they tell one occasion (one kind of act, the same people or place), one is
a bare reference to the place and year of the other, or their words, names and places are alike enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log2

from data.events.acts import ENCOUNTER
from data.events.gazetteer import gazetteer
from data.events.intervals import compatible, finer, length
from data.events.report import Report
from data.events.signs import Signs, places_agree, rarity_of_names, rarity_of_words, read_signs

# What the parts of an agreement weigh.
_OF_WORDS, _OF_NAMES, _OF_PLACE = 0.6, 0.24, 0.16
# One kind of act in both, or different ones, changes the agreement so far.
_SAME_ACT = 0.08
# An occasion told by both is at least so much of an agreement, and more the more they have in common.
_OCCASION, _REFERENCE = 0.5, 0.42
# The agreement it takes.
_STATED, _INFERRED, _WITHIN_DOCUMENT = 0.33, 0.42, 0.64
_NESTED_STATED, _NESTED_INFERRED, _OTHER_KIND, _NO_NAMES, _FAINT = 0.08, 0.15, 0.1, 0.1, 0.15
_NEVER = 2.0
# Days that many of the reports share tell little: each halving of their rarity asks for more agreement.
_USUAL, _PER_DOUBLING, _LONELY, _CROWDED = 6, 0.03, -0.08, 0.15
# Words so alike are one event on compatible days even without a name in common.
_ALMOST_ALIKE = 0.5
_FEWEST_WORDS = 2
# "Did not visit" and "visited" are of one event where their words are this much alike.
_DENIAL = 0.5
_DAYS_OF_FINE = 10
# So alike are the words of one occasion where people alone do not tell it.
_SOME_WORDS = 0.1
_DAYS_OF_YEAR, _DAYS_OF_SEASON, _DAYS_OF_MONTH = 366, 92, 31
_RARE = 0.6
_HALF = 0.5
# Kinds of act that happen to a place, whoever is named with them.
_OF_A_PLACE = frozenset({"attack", "invasion", "clash", "disaster"})
# Kinds of act of which there are many, told apart by what they are about.
_OF_THINGS = frozenset({"launch", "signing", "warrant", "vote"})
_ALIKE, _RATHER_ALIKE = 0.3, 0.2
# Kinds of act in which people take part by name.
_OF_PEOPLE = frozenset({"visit", "meeting", "call", "resignation", "death", "award"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two reports share: how far they agree, the likeness of their words, whom, where and what."""

    score: float
    words: float
    common: int
    who: tuple[str, ...]
    place: str | bool | None
    occasion: str | None = None


class Comparison:
    """Compares the reports of one collection: rare words and names in common tell more than usual ones."""

    def __init__(self, reports: Sequence[Report], meetings: frozenset[str]) -> None:
        self.reports = reports
        self.meetings = meetings
        self.rarity = rarity_of_words(reports)
        self.rarity_of_name = rarity_of_names(reports)
        self.crowds = Counter((report.start, report.end) for report in reports)
        self.atlas = gazetteer()
        self.signs = [read_signs(report, self.rarity, self.atlas) for report in reports]

    def is_bare(self, index: int) -> bool:
        """Whether a report hardly tells more than place and time."""
        return self.signs[index].is_bare

    def joins(self, one: int, other: int) -> Agreement | None:
        """The agreement of two reports if it is enough for one event."""
        agreement = self.agreement(one, other)
        if agreement is None:
            return None
        if agreement.occasion is not None:
            return agreement
        return agreement if agreement.score >= self._threshold(one, other, agreement) else None

    def agreement(self, one: int, other: int) -> Agreement | None:
        """How far two reports agree, 0 to 1; None if they cannot be of one event."""
        first, second = self.signs[one], self.signs[other]
        a, b = first.report, second.report
        if not compatible((a.start, a.end), (b.start, b.end)):
            return None
        common = first.words & second.words
        shared = sum(self.rarity[word] for word in common)
        words = shared / (first.weight * second.weight) ** 0.5 if first.weight and second.weight else 0.0
        who = first.who & second.who
        place = places_agree(first.where, second.where, self.atlas)
        if place is False and not (len(who) >= 2 and self._one_meeting(a, b)):
            return None
        if first.denies != second.denies and not self._contradicts(first, second, words):
            return None
        if first.measures & second.measures and _of_other_countries(first, second):
            return None
        score = self._score(first, second, words, who, place)
        found = Agreement(score, words, len(common), tuple(sorted(who)), place)
        occasion = self._occasion(first, second, found)
        if occasion is not None:
            least = _REFERENCE if occasion == "reference" else _OCCASION
            found = replace(found, score=max(score, least + (1 - least) * score), occasion=occasion)
        return found

    def _score(
        self, first: Signs, second: Signs, words: float, who: frozenset[str], place: str | bool | None
    ) -> float:
        """The agreement of words, names and places; what one of the two does not tell is no disagreement."""
        a, b = first.report, second.report
        score, whole = _OF_WORDS * words, _OF_WORDS
        if first.who and second.who:
            # A name that half the collection tells says less than a rare one.
            told = (1 + sum(self.rarity_of_name[name] for name in who) / len(who)) / 2 if who else 0.0
            if who and a.basis == b.basis == "stated" and self._rarity_of_days(a, b) > _USUAL:
                # On a day few reports share, even a famous name is telling.
                told = 1.0
            score += _OF_NAMES * told * len(who) / min(len(first.who), len(second.who))
            whole += _OF_NAMES
        if first.where and second.where and place is not False:
            score += _OF_PLACE * (1 + self.rarity_of_name.get(str(place), 1.0)) / 2 if place else 0.0
            whole += _OF_PLACE
        score /= whole
        if first.act.main and second.act.main:
            score += _SAME_ACT if first.act.main & second.act.main else -_SAME_ACT
        return max(0.0, score)

    def _occasion(self, first: Signs, second: Signs, found: Agreement) -> str | None:
        """The kind of act if both tell one occasion, "reference" if one only refers to it; else None."""
        a, b = first.report, second.report
        if any(_is_unsure(signs) for signs in (first, second)):
            return None
        if first.measures & second.measures and _one_sum(first, second, found):
            return "figure"
        if first.act.comments or second.act.comments:
            return None
        longest = max(length((a.start, a.end)), length((b.start, b.end)))
        if longest > _DAYS_OF_YEAR:
            return None
        coarse = longest > _DAYS_OF_FINE
        city = bool(first.cities & second.cities)
        if city and (_refers(first, second) or _refers(second, first)):
            return "reference"
        if a.precision == b.precision == "day" and (a.start, a.end) != (b.start, b.end):
            # A day of a visit is a part of it.
            return None
        if first.tolls & second.tolls and longest <= _DAYS_OF_MONTH:
            rare = any(self.rarity_of_name[name] >= _RARE for name in found.who)
            harm = first.act.main & second.act.main & _OF_A_PLACE
            if found.place or rare or (harm and not coarse):
                return "loss of life"
        if city and found.who and first.stay is not None and second.stay is not None:
            # "During his two days in Oslo" names the visit, whatever else it tells.
            return "visit" if first.stay.days == second.stay.days else None
        forth, back = first.act.main & second.act.kinds, second.act.main & first.act.kinds
        if ENCOUNTER & first.act.main and ENCOUNTER & second.act.main:
            summit = first.act.kinds >= ENCOUNTER or second.act.kinds >= ENCOUNTER
            if city or (summit and longest == 1) or (found.place and self._all_shared(first, second, found)):
                forth = back = ENCOUNTER
        elif city and longest == 1 and ENCOUNTER & first.act.kinds and ENCOUNTER & second.act.kinds:
            # "They signed the contract as they met in Oslo": all of the one are with the other.
            everyone = len(found.who) == min(len(first.who), len(second.who))
            forth = back = ENCOUNTER if everyone and found.who else forth
        if not forth or not back:
            return None
        kinds = forth | back
        if kinds & _OF_PEOPLE and self._same_people(first, second, found, coarse, city):
            return min(kinds & _OF_PEOPLE)
        if "outbreak" in kinds and found.place:
            return "outbreak"
        alike = found.words >= (_ALIKE if coarse else _RATHER_ALIKE)
        named = bool(found.who or found.place)
        alike = alike and (named or (found.words >= _ALMOST_ALIKE and found.common >= _FEWEST_WORDS))
        if kinds & _OF_THINGS and alike:
            return min(kinds & _OF_THINGS)
        if kinds & _OF_A_PLACE and any(self.rarity_of_name[name] >= _RARE for name in found.who):
            # A name that few reports give is as good as a place ("the clash on the Galwan").
            return min(kinds & _OF_A_PLACE)
        if kinds & _OF_A_PLACE and found.place and not coarse and found.words >= _SOME_WORDS:
            return min(kinds & _OF_A_PLACE)
        return None

    def _same_people(self, first: Signs, second: Signs, found: Agreement, coarse: bool, city: bool) -> bool:
        """Whether the people, and where they are few the place, are those of one occasion."""
        if not first.taking_part or not second.taking_part:
            return self._names_nobody(first, second, found, city)
        if first.taking_part.isdisjoint(second.report.who[:2]):
            return False
        if len(found.who) < _HALF * min(len(first.who), len(second.who)):
            return False
        if city or (found.place and not coarse):
            return True
        if first.report.passage.document == second.report.passage.document:
            return False
        if coarse:
            lengths = [length((signs.report.start, signs.report.end)) for signs in (first, second)]
            if max(lengths) <= _DAYS_OF_SEASON and len(found.who) >= 2:
                return True
            same = found.words >= _SOME_WORDS or self._all_shared(first, second, found)
            return bool(found.place) and same
        stated = first.report.basis == second.report.basis == "stated"
        summit = first.act.kinds >= ENCOUNTER or second.act.kinds >= ENCOUNTER
        return found.place is None and stated and (len(found.who) >= 2 or summit)

    def _all_shared(self, first: Signs, second: Signs, found: Agreement) -> bool:
        """Whether two people are in both, or all of the one in the other for the same days."""
        a, b = first.report, second.report
        same_days = (a.start, a.end) == (b.start, b.end) and a.basis == b.basis == "stated"
        everyone = 0 < len(found.who) == min(len(first.who), len(second.who))
        return len(found.who) >= 2 or (same_days and everyone)

    def _names_nobody(self, first: Signs, second: Signs, found: Agreement, city: bool) -> bool:
        """Whether reports of which one names nobody are of one occasion by place and days alone."""
        a, b = first.report, second.report
        some_days = (a.start, a.end) == (b.start, b.end) and a.start != a.end and a.precision == "day"
        return bool(found.place) and (some_days or (city and found.common > 0))

    def _rarity_of_days(self, a: Report, b: Report) -> float:
        """How often the number of reports can be halved until as many are left as share the days."""
        return log2(len(self.reports) / self.crowds[finer((a.start, a.end), (b.start, b.end))])

    def _one_meeting(self, a: Report, b: Report) -> bool:
        """Whether two reports tell a meeting of one day, so that two cities for it contradict each other."""
        if a.start is None or a.start != a.end or (a.start, a.end) != (b.start, b.end):
            return False
        if a.passage.document == b.passage.document:
            return False
        return not a.words.isdisjoint(self.meetings) and not b.words.isdisjoint(self.meetings)

    def _contradicts(self, first: Signs, second: Signs, words: float) -> bool:
        """Whether one report denies what the other tells of the same people and days, in nearly its words."""
        a, b = first.report, second.report
        same = (a.start, a.end) == (b.start, b.end) and a.basis == b.basis == "stated"
        if first.who and second.who and first.who.isdisjoint(second.who):
            return False
        return same and words >= _DENIAL and a.passage.document != b.passage.document

    def _threshold(self, one: int, other: int, agreement: Agreement) -> float:
        """The agreement it takes: more where many reports share the days, or the days are not the same."""
        a, b = self.reports[one], self.reports[other]
        same = (a.start, a.end) == (b.start, b.end)
        strong = len(agreement.who) >= 2 or (len(agreement.who) == 1 and agreement.place is not None)
        crowd = min(_CROWDED, max(_LONELY, _PER_DOUBLING * (_USUAL - self._rarity_of_days(a, b))))
        if a.precision == b.precision == "day" and not same:
            # A day of a visit is a part of it, not the visit told more finely.
            return _NEVER
        if a.passage.document == b.passage.document:
            base = _WITHIN_DOCUMENT
        elif a.basis == b.basis == "stated":
            base = _STATED if same else _STATED + _NESTED_STATED
        else:
            base = _INFERRED if same else _INFERRED + _NESTED_INFERRED
        if a.kind != b.kind:
            base += _OTHER_KIND
        if not agreement.who and not agreement.place:
            base += _NO_NAMES
            if agreement.common < _FEWEST_WORDS:
                return _NEVER
            if length((a.start, a.end)) > _DAYS_OF_FINE and agreement.words < _DENIAL:
                # "A loss in the third quarter" is told of many.
                return _NEVER
        if not same and agreement.words < _ALMOST_ALIKE:
            base += _FAINT if strong else 2 * _FAINT
        if a.basis == b.basis == "inferred" and agreement.words < _ALIKE:
            return _NEVER
        if not agreement.common and not (strong and agreement.place is not None and crowd <= 0):
            return _NEVER
        return base + crowd


def _is_unsure(signs: Signs) -> bool:
    """Whether it may never have happened; what "would" happen on a stated day is planned."""
    report = signs.report
    if report.modality == "conditional":
        return report.basis != "stated" or length((report.start, report.end)) > _DAYS_OF_FINE
    return signs.denies


def _of_other_countries(first: Signs, second: Signs) -> bool:
    """Whether the sums that two reports give are of different countries: each has one of its own."""
    return bool(first.countries - second.countries and second.countries - first.countries)


def _one_sum(first: Signs, second: Signs, found: Agreement) -> bool:
    """Whether two reports give the sum or share of one period for the same countries."""
    a, b = first.report, second.report
    if a.modality != b.modality or not a.basis == b.basis == "stated":
        return False
    if (a.start, a.end) != (b.start, b.end) and (
        min(length((a.start, a.end)), length((b.start, b.end))) <= _DAYS_OF_FINE
    ):
        return False
    same = first.countries == second.countries
    return same and bool(found.place or found.who) if first.countries else found.words >= _ALMOST_ALIKE


def _refers(bare: Signs, full: Signs) -> bool:
    """Whether one report only names place and time of what the other tells ("since Oslo in 2019")."""
    if not bare.is_bare or full.is_bare or not full.act.main & ENCOUNTER:
        return False
    if bare.report.basis != "stated" or bare.act.main - ENCOUNTER:
        return False
    intervals = [(report.start, report.end) for report in (bare.report, full.report)]
    return length(intervals[0]) >= length(intervals[1]) and bool(full.who)
