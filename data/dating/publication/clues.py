"""Clues to a publication date: days it may be, with a reason, and what many of them agree on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

#: First and last day, both included; None is open.
Days = tuple[int | None, int | None]

_EARLIEST, _LATEST = -(10**7), 10**7
# Days so far away are no other reading of the same clues; no rival may be tied as well as in this proportion.
_FAR = 31
_RIVAL = 0.6
# How many days after the latest weekday that it tells as past a text is published at most.
_NEXT_DAY = 1
_FRIDAY, _SUNDAY, _NEXT_MONDAY = 5, 7, 8


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which a document may have been published.

    Attributes:
        days: stretches of days, apart from one another.
        weight: how much the clue is to be believed; clues are added up.
        reason: words for the reader.
        role: an "anchor" ties the document to the calendar, a "support" only agrees with what others
            tie ("July 8" of some year), a "bound" says no more than before or after.
        source: the document that gives the reason, None for the document itself.
    """

    days: tuple[Days, ...]
    weight: float
    reason: str
    role: Literal["anchor", "support", "bound"] = "anchor"
    source: str | None = None

    def allows(self, day: int) -> bool:
        """Whether the document may have been published on that day."""
        return any(
            (first is None or first <= day) and (last is None or day <= last) for first, last in self.days
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """The days that the heaviest set of clues allows, and those clues, heaviest first."""

    first: int
    last: int
    clues: tuple[Clue, ...]


def agreement(clues: Sequence[Clue]) -> Agreement | None:
    """The days on which the clues agree best; None if nothing ties them, or several stretches tie.

    Clues that contradict the better supported ones are left out, not averaged.
    """
    if not any(clue.role == "anchor" for clue in clues):
        return None
    steps: dict[int, float] = {}
    for clue in clues:
        for first, last in clue.days:
            begin = _EARLIEST if first is None else first
            steps[begin] = steps.get(begin, 0.0) + clue.weight
            end = _LATEST if last is None else last + 1
            steps[end] = steps.get(end, 0.0) - clue.weight
    places = sorted(steps)
    best, total = 0.0, 0.0
    stretches: list[tuple[int, int]] = []
    for at, after in pairwise(places):
        total = round(total + steps[at], 6)
        if total > best:
            best, stretches = total, [(at, after - 1)]
        elif total == best and stretches:
            if stretches[-1][1] == at - 1:
                stretches[-1] = (stretches[-1][0], after - 1)
            else:
                stretches.append((at, after - 1))
    if len(stretches) != 1:
        return None
    ((first, last),) = stretches
    if _is_rivalled(clues, first, last):
        return None
    kept = [clue for clue in clues if clue.allows(first) and clue.allows(last)]
    if not any(clue.role == "anchor" for clue in kept) or first <= _EARLIEST or last >= _LATEST - 1:
        return None
    kept.sort(key=lambda clue: (-clue.weight, clue.reason))
    return Agreement(first, last, tuple(kept))


def _is_rivalled(clues: Sequence[Clue], first: int, last: int) -> bool:
    """Whether the clues that tie a document to the calendar tie it nearly as well to days far from these."""
    anchors = [clue for clue in clues if clue.role == "anchor"]
    others = [clue for clue in anchors if not clue.allows(first)]
    far = {
        begin
        for clue in others
        for begin, _ in clue.days
        if begin is not None and not first - _FAR <= begin <= last + _FAR
    }
    rivals = [_independent([clue for clue in others if clue.allows(day)]) for day in sorted(far)]
    return max(rivals, default=0.0) > _RIVAL * _independent([clue for clue in anchors if clue.allows(first)])


def _independent(clues: Sequence[Clue]) -> float:
    """The weight of clues of which those from one source, and those of one reason, count once.

    A text that is misdated misleads with all that it tells, and a "Monday" is one Monday however many papers
    tell of another.
    """
    sources: dict[str, float] = {}
    reasons: dict[str, float] = {}
    for clue in clues:
        source = clue.source or clue.reason
        sources[source] = max(clue.weight, sources.get(source, 0.0))
        reasons[clue.reason] = max(clue.weight, reasons.get(clue.reason, 0.0))
    return min(sum(sorted(sources.values())), sum(sorted(reasons.values())))


@dataclass(slots=True)
class Weekdays:
    """The bare weekdays of a text (1 Monday to 7 Sunday), as told: gone by, or yet to come.

    Attributes:
        past, future: how often each is told so.
        lead: the first one in the opening sentences, if any.
        before: how often each is told as past when the rest was told, in its own week or in another.
        weekend: whether a weekend is told as past.
    """

    past: Counter[int] = field(default_factory=Counter)
    future: Counter[int] = field(default_factory=Counter)
    lead: int | None = None
    before: Counter[int] = field(default_factory=Counter)
    weekend: bool = False

    def only_past(self) -> set[int]:
        """The weekdays gone by; what is told both ways is of two weeks and left out."""
        return set(self.past) - set(self.future)

    def likely(self) -> frozenset[int]:
        """The weekdays on which such a text is published; empty if it tells too little.

        News names a weekday for the seven days before and after, so the day is one from which the farthest
        weekday gone by and the farthest to come are nearest together. A wire story names its own day in its
        opening ("arrived on Monday"): of those in TimeBank and AQUAINT three of four are of that very day,
        the others of the next; with a day to come beside it, nearly all of that very day. In a report that
        opens without one, a weekend may lie between the latest day gone by and the next paper, and no other
        day: those whose latest day is a Friday are of it or of Monday.
        """
        past, future = self.only_past(), set(self.future) - set(self.past)
        if not past:
            return frozenset(_days(self.lead - 1, 1)) if self.lead in future else frozenset()
        if self.weekend:
            past = past | {_SUNDAY}
        spans = {
            day: max((day - other) % 7 for other in past)
            + max(((other - day) % 7 for other in future), default=0)
            for day in range(1, 8)
        }
        least = min(spans.values())
        nearest = {day for day, span in spans.items() if span == least}
        if future and self.lead not in nearest & past:
            return frozenset(nearest)
        if self.lead not in nearest and len(nearest) > 1:
            return frozenset()
        first = self.lead if self.lead in nearest else min(nearest)
        over_weekend = self.lead is None and first >= _FRIDAY
        days = _days(first, _NEXT_MONDAY - first if over_weekend else _NEXT_DAY)
        # Nobody writes "will meet on Tuesday" after that Tuesday.
        ends = [at + (day not in future) for at, day in enumerate(days) if at and day in self.future]
        return frozenset(days[: ends[0]] if ends else days)


def _days(first: int, more: int) -> list[int]:
    """A weekday (counted on from 1 to 7) and so many after it."""
    return [(first + step - 1) % 7 + 1 for step in range(more + 1)]
