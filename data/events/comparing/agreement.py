"""How far two reports agree in who, where and what they tell.

Reports agree in one of three ways: they tell one occasion (one kind of act, the same people or place), one is
a bare reference to the place and year of the other, or their words, names and places are alike enough.
"""

from __future__ import annotations

from data.events.acts import ENCOUNTER
from data.events.comparing.headline import tells_headline_again
from data.events.comparing.occasions import may_be_one_occasion, occasion_of
from data.events.comparing.one_kind import (
    ALIKE,
    ALMOST_ALIKE,
    DAYS_OF_FINE,
    FEWEST_WORDS,
    OF_A_DAY,
    OF_A_PLACE,
    OF_ONE,
)
from data.events.comparing.others import told_of_others
from data.events.comparing.parties import Agreement, are_nobodies, are_strangers, same_persons
from data.events.comparing.signs import Signs
from data.events.comparing.tables import Tables
from data.events.cues import cues
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import SharedPlace, places_agree
from data.events.intervals import compatible, finer, length
from data.events.report import Report
from data.events.words import has_any

# What the parts of an agreement weigh.
_OF_WORDS, _OF_NAMES, _OF_PLACE = 0.6, 0.24, 0.16
# One kind of act in both, or different ones, changes the agreement so far.
_SAME_ACT = 0.08
# An occasion told by both is at least so much of an agreement, and more the more they have in common.
_OCCASION, _REFERENCE = 0.5, 0.42
# The agreement it takes.
_STATED, _INFERRED, _WITHIN_DOCUMENT = 0.33, 0.42, 0.64
_NESTED_STATED, _NESTED_INFERRED, _OTHER_KIND, _NO_NAMES, _FAINT = 0.08, 0.15, 0.1, 0.1, 0.15
# What documents about different names tell without any is one event only with so many words in common.
_OF_STRANGERS = 4
_NEVER = 2.0
_DAYS_OF_YEAR = 365
# Days that many of the reports share tell little: each halving of their rarity asks for more agreement.
_USUAL, _PER_DOUBLING, _LONELY, _CROWDED = 6, 0.03, -0.08, 0.15
# "Did not visit" and "visited" are of one event where their words are this much alike.
_DENIAL, _DENIAL_OF_ONE = 0.5, 0.4
_VISIT = frozenset({"visit"})


class Comparison:
    """Compares reports by their signs: rare words and names in common tell more than usual ones.

    Args:
        tables: how rare words, names and days are in the collection.
        meetings: stems of the words for a meeting, which happens in one place.
    """

    def __init__(self, tables: Tables, meetings: frozenset[str]) -> None:
        self.tables = tables
        self.meetings = meetings
        self.atlas = gazetteer()

    def joins(self, first: Signs, second: Signs) -> Agreement | None:
        """The agreement of two reports if it is enough for one event."""
        common = first.words & second.words
        words = self._likeness(first, second, common)
        if words < ALIKE and _are_background(first, second) and not may_be_one_occasion(first, second):
            # Most pairs are such: they are spared the comparison of everything else.
            return None
        agreement = self._agreement(first, second, len(common), words)
        if agreement is None or (
            agreement.occasion is None and agreement.score < self._threshold(first, second, agreement)
        ):
            return None
        one_office = first.offices & second.offices
        return None if not one_office and told_of_others(first.report, second.report) else agreement

    def _likeness(self, first: Signs, second: Signs, common: frozenset[str]) -> float:
        """How alike the words of two reports are, 0 to 1, by the rarity of those in common."""
        if not common or not first.weight or not second.weight:
            return 0.0
        whole: float = (first.weight * second.weight) ** 0.5
        return sum(map(self.tables.words.__getitem__, common)) / whole

    def agreement(self, first: Signs, second: Signs) -> Agreement | None:
        """How far two reports agree, 0 to 1; None if they cannot be of one event."""
        common = first.words & second.words
        return self._agreement(first, second, len(common), self._likeness(first, second, common))

    def _agreement(self, first: Signs, second: Signs, common: int, words: float) -> Agreement | None:
        """The agreement of two reports that have so many words in common, so much alike."""
        a, b = first.report, second.report
        if not compatible((a.start, a.end), (b.start, b.end)):
            return None
        if tells_headline_again(first, second):
            who, place = first.who & second.who, places_agree(first.where, second.where, self.atlas)
            score = self._score(first, second, words, who, place)
            score = max(score, _OCCASION + (1 - _OCCASION) * score)
            return Agreement(score, words, common, tuple(sorted(who)), place, "headline")
        # Who holds one office of one country is one person, whatever name he is given.
        who = first.who & second.who or first.offices & second.offices
        if not who and first.taking_part and second.taking_part and first.act.main & second.act.main & OF_ONE:
            return None
        place = places_agree(first.where, second.where, self.atlas)
        if place is False and first.act.main & second.act.main & (OF_A_PLACE | ENCOUNTER):
            # What struck two cities is told of either of them; a meeting is told with what it was about.
            place = min(first.cities & second.cities, default=False)
        if place is False and first.measures & second.measures and first.countries & second.countries:
            # A sum of two countries is told of either of them.
            place = None
        if place is False and not self._happened_in_one_of_two(first, second, who):
            return None
        if first.denies != second.denies and not self._contradicts(first, second, words):
            return None
        if first.measures & second.measures and _of_other_countries(first, second):
            return None
        score = self._score(first, second, words, who, place)
        found = Agreement(score, words, common, tuple(sorted(who)), place)
        occasion = occasion_of(first, second, found, self.tables.names)
        if first.denies != second.denies and _denies_journey_of(first, second):
            occasion = "visit"
        if occasion is not None:
            least = _REFERENCE if occasion == "reference" else _OCCASION
            found = found._replace(score=max(score, least + (1 - least) * score), occasion=occasion)
        return found

    def _score(
        self,
        first: Signs,
        second: Signs,
        words: float,
        who: frozenset[str],
        place: SharedPlace,
    ) -> float:
        """The agreement of words, names and places; what one of the two does not tell is no disagreement."""
        a, b = first.report, second.report
        score, whole = _OF_WORDS * words, _OF_WORDS
        if first.who and second.who:
            # A name that half the collection tells says less than a rare one.
            told = (1 + sum(self.tables.names[name] for name in who) / len(who)) / 2 if who else 0.0
            short = length(finer((a.start, a.end), (b.start, b.end))) < _DAYS_OF_YEAR
            if who and short and a.basis == b.basis == "stated" and self._rarity_of_days(a, b) > _USUAL:
                # On a day few reports share, even a famous name is telling; not in a year.
                told = 1.0
            score += _OF_NAMES * told * len(who) / min(len(first.who), len(second.who))
            whole += _OF_NAMES
        if first.where and second.where and place is not False:
            score += _OF_PLACE * (1 + self.tables.names[str(place)]) / 2 if place else 0.0
            whole += _OF_PLACE
        score /= whole
        if first.act.main and second.act.main:
            score += _SAME_ACT if first.act.main & second.act.main else -_SAME_ACT
        return max(0.0, score)

    def _rarity_of_days(self, a: Report, b: Report) -> float:
        """How often the number of reports can be halved until as many are left as share the days."""
        return self.tables.of_days(finer((a.start, a.end), (b.start, b.end)))

    def _happened_in_one_of_two(self, first: Signs, second: Signs, who: frozenset[str]) -> bool:
        """Whether documents tell a meeting of one day, or a verdict on one, so that two cities contradict."""
        a, b = first.report, second.report
        if a.start is None or a.start != a.end or (a.start, a.end) != (b.start, b.end):
            return False
        if a.passage.document == b.passage.document:
            return False
        if first.act.main & second.act.main & OF_A_DAY and same_persons(first, second, who):
            return True
        met = not a.words.isdisjoint(self.meetings) and not b.words.isdisjoint(self.meetings)
        return met and len(who) >= 2

    def _contradicts(self, first: Signs, second: Signs, words: float) -> bool:
        """Whether one report denies what the other tells of the same people and days, in nearly its words."""
        a, b = first.report, second.report
        same = (a.start, a.end) == (b.start, b.end) and a.basis == b.basis == "stated"
        if not same or a.passage.document == b.passage.document:
            return False
        if first.who and second.who and first.who.isdisjoint(second.who):
            return False
        if _denies_journey_of(first, second):
            return True
        # Who denies it is told in words of its own: the same person's act in one city is told by fewer.
        one = first.who & second.who and first.cities & second.cities and first.act.main & second.act.main
        return words >= (_DENIAL_OF_ONE if one else _DENIAL)

    def _threshold(self, first: Signs, second: Signs, agreement: Agreement) -> float:
        """The agreement it takes: more where many reports share the days, or the days are not the same."""
        a, b = first.report, second.report
        same = (a.start, a.end) == (b.start, b.end)
        strong = len(agreement.who) >= 2 or (len(agreement.who) == 1 and agreement.place is not None)
        crowd = min(_CROWDED, max(_LONELY, _PER_DOUBLING * (_USUAL - self._rarity_of_days(a, b))))
        by_place = strong and agreement.place is not None and crowd <= 0
        if not (agreement.common or by_place) or _can_never_be_one(first, second, agreement):
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
        if not same and agreement.words < ALMOST_ALIKE:
            base += _FAINT if strong else 2 * _FAINT
        return base + crowd


def _can_never_be_one(first: Signs, second: Signs, agreement: Agreement) -> bool:
    """Whether two reports are of two events, whatever else they have in common."""
    a, b = first.report, second.report
    if agreement.common < _OF_STRANGERS and are_nobodies(first, second):
        return True
    if (a.start, a.end) != (b.start, b.end) and a.is_to_the_day and b.is_to_the_day:
        # A day of a visit is a part of it, not the visit told more finely.
        return True
    if a.basis == b.basis == "inferred" and agreement.words < ALIKE:
        return True
    if agreement.who or agreement.place:
        return False
    if first.taking_part and second.taking_part and not first.measures & second.measures:
        # Each is of somebody else: the shares of two firms fall in the same words.
        return True
    fewest = _OF_STRANGERS if are_strangers(first, second, agreement) else FEWEST_WORDS
    # "A loss in the third quarter" is told of many.
    of_many = length((a.start, a.end)) > DAYS_OF_FINE and agreement.words < _DENIAL
    return agreement.common < fewest or of_many


def _are_background(first: Signs, second: Signs) -> bool:
    """Whether no expression dates either of two passages."""
    return first.report.basis == second.report.basis == "inferred"


def _denies_journey_of(first: Signs, second: Signs) -> bool:
    """Whether one report says that somebody did not go where the other, in whatever words, says he was."""
    denying, telling = (first, second) if first.denies else (second, first)
    happened = telling.report.modality == "happened" and telling.act.main >= _VISIT
    if not happened or first.cities.isdisjoint(second.cities):
        return False
    if denying.taking_part.isdisjoint(telling.taking_part):
        return False
    return has_any(denying.report.passage.text.lower(), cues(None).words["denied_journeys"])


def _of_other_countries(first: Signs, second: Signs) -> bool:
    """Whether the sums that two reports give are of different countries: each has one of its own."""
    return bool(first.countries - second.countries and second.countries - first.countries)
