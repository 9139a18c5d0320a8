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
from math import log

from data import days
from data.events.gazetteer import gazetteer
from data.events.report import Report

# A block of more reports than this is compared only along its order: everything in it is too common.
_LARGEST_BLOCK = 60
_NEIGHBOURS = 8
_RARE_WORDS = 4
_DAYS_OF_FINE = 10


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

    def __init__(self, reports: Sequence[Report]) -> None:
        self.reports = reports
        self.rarity = _rarity(reports)
        self.signs = [self._signs(report) for report in reports]
        self.parent = list(range(len(reports)))
        self.intervals = [(report.start, report.end) for report in reports]
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
        names = {word.lower() for name in (*report.who, *report.where) for word in name.split()}
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
        first, second = self.signs[one], self.signs[other]
        a, b = first.report, second.report
        if a.kind != b.kind or (a.modality == "denied") != (b.modality == "denied"):
            return None
        if not compatible((a.start, a.end), (b.start, b.end)):
            return None
        common = first.words & second.words
        shared = sum(self.rarity[word] for word in common)
        words = shared / (first.weight * second.weight) ** 0.5 if first.weight and second.weight else 0.0
        who = first.who & second.who
        places = _places_agree(first.where, second.where)
        if places is False and not (who and words > 0.6):
            return None
        names = len(who) / max(1, min(len(first.who), len(second.who)))
        score = 0.55 * words + 0.27 * names + (0.18 if places else 0.0)
        if score < self._threshold(a, b, len(who), bool(places)) or (not common and len(who) < 2):
            return None
        return Join(score, _reason(a, b, sorted(who), places or "", len(common)))

    def _threshold(self, a: Report, b: Report, people: int, place: bool) -> float:
        same = (a.start, a.end) == (b.start, b.end)
        if a.passage.document == b.passage.document:
            base = 0.66
        elif a.basis == b.basis == "stated":
            base = 0.34 if same else 0.42
        else:
            base = 0.42 if same else 0.6
        if not same and not (people >= 2 or (people and place)):
            base += 0.15
        return base

    def _root(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def _join(self, one: int, other: int, reason: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        if first == second or not compatible(self.intervals[first], self.intervals[second]):
            return
        self.parent[second] = first
        self.intervals[first] = finer(self.intervals[first], self.intervals[second])
        self.reasons.setdefault(first, []).extend([reason, *self.reasons.pop(second, [])])


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
    if any(cities) and all(countries) and countries[0].isdisjoint(countries[1]):
        return False
    return False if all(cities) else None


def _reason(a: Report, b: Report, who: list[str], place: str | bool, words: int) -> str:
    when = "same days" if (a.start, a.end) == (b.start, b.end) else "compatible dates"
    if when == "same days" and a.start == a.end:
        when = "same day"
    parts = [when]
    if who:
        parts.append(" and ".join(name.split(" ")[-1] if name.count(" ") == 1 else name for name in who[:3]))
    if place:
        parts.append(str(place))
    if words and not (who and place):
        parts.append(f"{words} shared words" if words > 1 else "one shared word")
    return "merged: " + ", ".join(parts)
