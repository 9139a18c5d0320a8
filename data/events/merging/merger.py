"""Reports of one event, found among all reports of the collection.

Reports of the same days are joined first, the best agreements before the others, and a join must hold for
the groups as wholes. Then what is dated more coarsely joins the one group it can mean: "the fall of 2022" is
the meeting of 16 September 2022 unless another meeting of that season is as likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice, product

from data.events.comparing.agreement import Comparison
from data.events.comparing.parties import Agreement
from data.events.comparing.signs import Signs
from data.events.intervals import Interval, compatible, finer, length
from data.events.report import Report

# Groups that are joined agree so far on average, and any two of their reports at least so far.
_AS_WHOLES, _AT_LEAST = 0.36, 0.25
# Groups are compared by their first members.
_SAMPLE = 6
# A coarser date means the group it agrees with best if no other comes so near.
_NEAR = 0.04

# An agreement, less than 0 for sorting, of two reports.
Link = tuple[float, int, int, Agreement]


class Merger:
    """Groups the reports of one event; ``groups`` are lists of indexes into the reports.

    Args:
        signs: reports with their signs, in order.
        comparison: compares any two of them.
    """

    def __init__(self, signs: Sequence[Signs], comparison: Comparison) -> None:
        self.signs = signs
        self.comparison = comparison
        self.parent = list(range(len(signs)))
        self.intervals: list[Interval] = []
        self.to_the_day: list[bool] = []
        self.stated: list[bool] = []
        for report in (sign.report for sign in signs):
            self.intervals.append((report.start, report.end))
            self.to_the_day.append(report.is_to_the_day)
            self.stated.append(report.basis == "stated")
        self.members = {index: [index] for index in range(len(signs))}
        self.reasons: dict[int, list[str]] = {}
        self.known: Mapping[tuple[int, int], Agreement] = {}

    def groups(self, agreements: Mapping[tuple[int, int], Agreement]) -> list[tuple[list[int], list[str]]]:
        """Groups in the order of their first report, each with the reasons for its merging.

        ``agreements``: of the pairs of indexes, the smaller first, that agree enough to be of one event.
        """
        self.known = agreements
        same: list[Link] = []
        nested: list[Link] = []
        for (one, other), agreement in agreements.items():
            joins = same if self.intervals[one] == self.intervals[other] else nested
            joins.append((-agreement.score, one, other, agreement))
        for _, one, other, agreement in sorted(same, key=lambda join: join[:3]):
            self._join(one, other, agreement)
        self._join_coarser(nested)
        members: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self.signs)):
            members[self._root(index)].append(index)
        return [(group, self.reasons.get(root, [])) for root, group in members.items()]

    def _join_coarser(self, nested: Sequence[Link]) -> None:
        """Join each group with the group of finer days that it means, the finest of the coarse first."""
        links: dict[int, list[Link]] = defaultdict(list)
        for score, one, other, agreement in nested:
            if length(self.intervals[one]) < length(self.intervals[other]):
                one, other = other, one
            links[self._root(one)].append((score, one, other, agreement))
        for root in sorted(links, key=lambda root: (length(self.intervals[root]), root)):
            best: dict[int, Link] = {}
            for link in sorted(links[root], key=lambda link: link[:3]):
                best.setdefault(self._root(link[2]), link)
            ranked = self._wholes_first(sorted(best.items(), key=lambda item: item[1][:3]))
            for place, (group, link) in enumerate(ranked):
                rivals = [
                    other
                    for other, (score, *_) in ranked[place + 1 :]
                    if score - link[0] <= _NEAR
                    and not compatible(self.intervals[group], self.intervals[other])
                ]
                if rivals or self._join(link[1], link[2], link[3]):
                    break

    def _wholes_first(self, ranked: list[tuple[int, Link]]) -> list[tuple[int, Link]]:
        """The candidates with an occasion of several days before the days that are its parts."""
        spans = [self.intervals[group] for group, _ in ranked if self.to_the_day[group]]

        def is_part(group: int) -> bool:
            own = self.intervals[group]
            return any(own != span and compatible(own, span) and length(own) < length(span) for span in spans)

        return sorted(ranked, key=lambda item: is_part(item[0]))

    def _root(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def _join(self, one: int, other: int, agreement: Agreement) -> bool:
        first, second = sorted((self._root(one), self._root(other)))
        if first == second:
            return True
        if not compatible(self.intervals[first], self.intervals[second]):
            return False
        same = self.intervals[first] == self.intervals[second]
        if not same and self.to_the_day[first] and self.to_the_day[second]:
            # A day and the days around it are a part and its whole.
            return False
        if not self._hold_together(first, second, one_occasion=agreement.occasion is not None):
            return False
        self.parent[second] = first
        self.intervals[first] = finer(self.intervals[first], self.intervals[second])
        self.to_the_day[first] |= self.to_the_day[second]
        self.members[first] += self.members.pop(second)
        reason = _reason(self.signs[one].report, self.signs[other].report, agreement)
        self.reasons.setdefault(first, []).extend([reason, *self.reasons.pop(second, [])])
        return True

    def _hold_together(self, first: int, second: int, *, one_occasion: bool) -> bool:
        """Whether two groups agree as wholes, so that a chain of likenesses does not join strangers.

        Reports of one occasion may be told in quite different words, and those that an expression dates speak
        for their group.
        """
        some, others = self.members[first][:_SAMPLE], self.members[second][:_SAMPLE]
        if one_occasion:
            some, others = self._stated(first) or some, self._stated(second) or others
        total = 0.0
        pairs = 0
        for one, other in product(some, others):
            agreement = self.known.get((one, other)) or self._agreement(one, other)
            if agreement is None:
                return False
            bare = self.signs[one].is_bare or self.signs[other].is_bare
            if bare and agreement.score < _AS_WHOLES:
                # What tells hardly anything agrees with little.
                continue
            if agreement.score < _AT_LEAST and not one_occasion:
                return False
            total += agreement.score
            pairs += 1
        return total >= _AS_WHOLES * pairs

    def _agreement(self, one: int, other: int) -> Agreement | None:
        return self.comparison.agreement(self.signs[one], self.signs[other])

    def _stated(self, root: int) -> list[int]:
        """The first members of a group that an expression dates."""
        return list(islice((index for index in self.members[root] if self.stated[index]), _SAMPLE))


_ACTS = {
    "visit": "one visit",
    "meeting": "one meeting",
    "reference": "a reference to it",
    "figure": "one figure",
    "quotation": "one quotation",
    "headline": "a headline and its story",
}


def _reason(a: Report, b: Report, agreement: Agreement) -> str:
    """Why two reports are one event, for the reader."""
    when = "compatible dates"
    if (a.start, a.end) == (b.start, b.end):
        when = "same day" if a.start == a.end else "same days"
    parts = [when]
    if agreement.who:
        parts.append(
            " and ".join(name.split(" ")[-1] if name.count(" ") == 1 else name for name in agreement.who[:3])
        )
    if agreement.place:
        parts.append(str(agreement.place))
    if agreement.occasion is not None:
        parts.append(_ACTS.get(agreement.occasion, f"one {agreement.occasion}"))
    elif agreement.common and not (agreement.who and agreement.place):
        parts.append(f"{agreement.common} shared words" if agreement.common > 1 else "one shared word")
    return "merged: " + ", ".join(parts)
