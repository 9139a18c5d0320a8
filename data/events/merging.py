"""Reports of one event, found among all reports of the collection.

Only reports that share a time and a name or a rare word are compared, so the work grows with their number,
not with its square. Two reports are of one event if their days are compatible and people, places and words
agree; the best pairs are joined first, and a join must keep all the event's days compatible.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, log2

from data import days
from data.events.gazetteer import gazetteer
from data.events.report import Report
from data.events.words import stem

# A block of more reports than this is compared only along its order: everything in it is too common.
_LARGEST_BLOCK = 60
_NEIGHBOURS = 8
_RARE_WORDS = 4
_DAYS_OF_FINE = 10
# What the parts of an agreement weigh, and how much of it two reports need to be of one event.
_OF_WORDS, _OF_NAMES, _OF_PLACE = 0.6, 0.24, 0.16
_STATED, _INFERRED, _WITHIN_DOCUMENT = 0.33, 0.42, 0.64
# Groups that are joined agree so far on average, and any two of their reports at least so far.
_AS_WHOLES, _AT_LEAST = 0.36, 0.25
# Days that many of the reports share tell little: each halving of their rarity asks for more agreement.
_USUAL, _PER_DOUBLING, _LONELY, _CROWDED = 6, 0.03, -0.08, 0.15
# Words so alike are one event on compatible days even without a name in common.
_ALMOST_ALIKE = 0.5
# Groups are compared by their first members.
_SAMPLE = 6


@dataclass(frozen=True, slots=True)
class _Agreement:
    """What two reports share: a score, the cosine of their words, how many, whom, and where."""

    score: float
    words: float
    common: int
    who: tuple[str, ...]
    place: str | bool | None


@dataclass(frozen=True, slots=True)
class Join:
    """Why two reports are one event."""

    score: float
    reason: str


@dataclass(slots=True)
class _Signs:
    """What a report is compared by: names and words with their weights."""

    report: Report
    who: frozenset[str]
    where: frozenset[str]
    words: frozenset[str]
    weight: float


class Merger:
    """Groups the reports of one event; ``groups`` are lists of indexes into the reports."""

    def __init__(self, reports: Sequence[Report], meetings: frozenset[str] = frozenset()) -> None:
        self.reports = reports
        self.meetings = meetings
        self.rarity = _rarity(reports)
        self.signs = [self._signs(report) for report in reports]
        self.parent = list(range(len(reports)))
        self.intervals = [(report.start, report.end) for report in reports]
        self.members = {index: [index] for index in range(len(reports))}
        self.fame = _fame(reports)
        self.crowds = Counter(self.intervals)
        self.reasons: dict[int, list[str]] = {}

    def groups(self) -> list[tuple[list[int], list[str]]]:
        """Groups in the order of their first report, each with the reasons for its merging."""
        joins = []
        for one, other in self._candidates():
            join = self._compare(one, other)
            if join is not None:
                joins.append((-join.score, one, other, join.reason))
        joins.sort()
        for _, one, other, reason in joins:
            self._join(one, other, reason)
        members: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self.reports)):
            members[self._root(index)].append(index)
        return [(group, self.reasons.get(root, [])) for root, group in members.items()]

    def _signs(self, report: Report) -> _Signs:
        names = {stem(word.lower()) for name in (*report.who, *report.where) for word in name.split()}
        words = frozenset(word for word in report.words if word not in names)
        weight = sum(self.rarity[word] for word in words)
        return _Signs(report, frozenset(report.who), frozenset(report.where), words, weight)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for index, sign in enumerate(self.signs):
            for key in self._keys(sign):
                blocks[key].append(index)
        seen: set[tuple[int, int]] = set()
        for block in blocks.values():
            if len(block) < 2:
                continue
            pairs: Iterator[tuple[int, int]] = combinations(block, 2)
            if len(block) > _LARGEST_BLOCK:
                pairs = (
                    (block[at], block[to])
                    for at in range(len(block))
                    for to in range(at + 1, min(at + _NEIGHBOURS, len(block)))
                )
            for pair in pairs:
                if pair not in seen:
                    seen.add(pair)
                    yield pair

    def _keys(self, sign: _Signs) -> Iterator[tuple[object, ...]]:
        report = sign.report
        start, end = report.start, report.end
        rare = sorted(sign.words, key=lambda word: (-self.rarity[word], word))[:_RARE_WORDS]
        if start is None or end is None:
            yield ("open", start, end, *rare[:2])
            return
        names = sorted(sign.who | sign.where)
        if end - start < _DAYS_OF_FINE:
            for day in range(start, end + 1):
                for name in names:
                    yield (day, name)
                for word in rare:
                    yield (day, "", word)
        if report.basis == "inferred":
            return
        for word in rare:
            yield (start, end, word)
        first, last = days.civil(start).year, days.civil(end).year
        if last - first > 1:
            yield (start, end, *rare[:1])
            return
        for year in range(first, last + 1):
            for one, other in combinations(names[:6], 2):
                yield (year, "year", one, other)
            for name in names[:4]:
                for word in rare:
                    yield (year, "year", name, "", word)

    def _compare(self, one: int, other: int) -> Join | None:
        agreement = self._agreement(one, other)
        if agreement is None or agreement.score < self._threshold(one, other, agreement):
            return None
        a, b = self.reports[one], self.reports[other]
        return Join(agreement.score, _reason(a, b, agreement))

    def _agreement(self, one: int, other: int) -> _Agreement | None:
        """How far two reports agree, 0 to 1; None if they cannot be of one event."""
        first, second = self.signs[one], self.signs[other]
        a, b = first.report, second.report
        if (a.modality == "denied") != (b.modality == "denied"):
            return None
        if not compatible((a.start, a.end), (b.start, b.end)):
            return None
        common = first.words & second.words
        shared = sum(self.rarity[word] for word in common)
        words = shared / (first.weight * second.weight) ** 0.5 if first.weight and second.weight else 0.0
        who = first.who & second.who
        place = _places_agree(first.where, second.where)
        if place is False and not (len(who) >= 2 and self._one_meeting(a, b)):
            return None
        # What one of the two does not tell at all is no disagreement.
        score, whole = _OF_WORDS * words, _OF_WORDS
        if first.who and second.who:
            # A name that half the collection tells says less than a rare one.
            told = (1 + sum(self.fame[name] for name in who) / len(who)) / 2 if who else 0.0
            if who and a.basis == b.basis == "stated" and self._rarity_of_days(a, b) > _USUAL:
                # On a day few reports share, even a famous name is telling.
                told = 1.0
            score += _OF_NAMES * told * len(who) / min(len(first.who), len(second.who))
            whole += _OF_NAMES
        if first.where and second.where and place is not False:
            score += _OF_PLACE if place else 0.0
            whole += _OF_PLACE
        score /= whole
        return _Agreement(score, words, len(common), tuple(sorted(who)), place)

    def _rarity_of_days(self, a: Report, b: Report) -> float:
        """How often the number of reports can be halved until as many are left as share the days."""
        return log2(len(self.reports) / self.crowds[finer((a.start, a.end), (b.start, b.end))])

    def _one_meeting(self, a: Report, b: Report) -> bool:
        """Whether two reports tell a meeting of one day, so that two cities for it contradict each other."""
        if a.start is None or a.start != a.end or (a.start, a.end) != (b.start, b.end):
            return False
        return not a.words.isdisjoint(self.meetings) and not b.words.isdisjoint(self.meetings)

    def _threshold(self, one: int, other: int, agreement: _Agreement) -> float:
        """The agreement it takes: more where many reports share the days, or the days are not the same."""
        a, b = self.reports[one], self.reports[other]
        same = (a.start, a.end) == (b.start, b.end)
        strong = len(agreement.who) >= 2 or (len(agreement.who) == 1 and agreement.place is not None)
        crowd = min(_CROWDED, max(_LONELY, _PER_DOUBLING * (_USUAL - self._rarity_of_days(a, b))))
        parted = a.precision == b.precision == "day" and not same
        if a.passage.document == b.passage.document or parted:
            # A day of a visit is a part of it, not the visit told more finely.
            base = _WITHIN_DOCUMENT
        elif a.basis == b.basis == "stated":
            base = _STATED if same else _STATED + 0.08
        else:
            base = _INFERRED if same else _INFERRED + 0.15
        if a.kind != b.kind:
            base += 0.1
        if not agreement.who and not agreement.place:
            base += 0.1
        if not same and not strong and agreement.words < _ALMOST_ALIKE:
            base += 0.15
        if not agreement.common and not (strong and agreement.place is not None and crowd <= 0):
            return 2.0
        return base + crowd

    def _root(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def _join(self, one: int, other: int, reason: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        if first == second or not compatible(self.intervals[first], self.intervals[second]):
            return
        if not self._hold_together(first, second):
            return
        self.parent[second] = first
        self.intervals[first] = finer(self.intervals[first], self.intervals[second])
        self.members[first] += self.members.pop(second)
        self.reasons.setdefault(first, []).extend([reason, *self.reasons.pop(second, [])])

    def _hold_together(self, first: int, second: int) -> bool:
        """Whether two groups agree as wholes, so that a chain of likenesses does not join strangers."""
        total = 0.0
        some, others = self.members[first][:_SAMPLE], self.members[second][:_SAMPLE]
        for one in some:
            for other in others:
                agreement = self._agreement(one, other)
                if agreement is None or agreement.score < _AT_LEAST:
                    return False
                total += agreement.score
        return total / (len(some) * len(others)) >= _AS_WHOLES


Interval = tuple[int | None, int | None]


def compatible(one: Interval, other: Interval) -> bool:
    """Whether two intervals are equal or one lies within the other; open ones only with their equals."""
    if one == other:
        return True
    if None in one or None in other:
        return False
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])  # type: ignore[operator]


def finer(one: Interval, other: Interval) -> Interval:
    """The shorter of two compatible intervals."""
    if one == other or None in one:
        return one
    return one if one[1] - one[0] <= other[1] - other[0] else other  # type: ignore[operator]


def _rarity(reports: Sequence[Report]) -> Counter[str] | dict[str, float]:
    """How much a shared word tells: the logarithm of how few reports have it."""
    counts = Counter(word for report in reports for word in report.words)
    total = len(reports) + 1
    return {word: log(1 + total / (1 + count)) for word, count in counts.items()}


def _fame(reports: Sequence[Report]) -> dict[str, float]:
    """How much a name in common tells, 0 to 1: little if most reports have it."""
    counts = Counter(name for report in reports for name in report.who)
    total = len(reports) + 1
    return {name: log(1 + total / (1 + count)) / log(1 + total / 2) for name, count in counts.items()}


def _places_agree(one: frozenset[str], other: frozenset[str]) -> str | bool | None:
    """The place two reports share, one within the other; False if both name cities and none agree."""
    if not one or not other:
        return None
    shared = sorted(one & other)
    atlas = gazetteer()
    if shared:
        return next(
            (place for place in shared if place in atlas.places and atlas.places[place].is_city), shared[0]
        )
    for inner in sorted(one):
        for outer in sorted(other):
            if atlas.within(inner, outer):
                return inner
            if atlas.within(outer, inner):
                return outer
    cities = [
        all(place in atlas.places and atlas.places[place].is_city for place in side) for side in (one, other)
    ]
    countries = [
        {atlas.places[place].country for place in side if place in atlas.places} - {""}
        for side in (one, other)
    ]
    if all(countries) and countries[0].isdisjoint(countries[1]):
        return False
    return False if all(cities) else None


def _reason(a: Report, b: Report, agreement: _Agreement) -> str:
    when = "same days" if (a.start, a.end) == (b.start, b.end) else "compatible dates"
    if when == "same days" and a.start == a.end:
        when = "same day"
    parts = [when]
    if agreement.who:
        parts.append(
            " and ".join(name.split(" ")[-1] if name.count(" ") == 1 else name for name in agreement.who[:3])
        )
    if agreement.place:
        parts.append(str(agreement.place))
    if agreement.common and not (agreement.who and agreement.place):
        parts.append(f"{agreement.common} shared words" if agreement.common > 1 else "one shared word")
    return "merged: " + ", ".join(parts)
