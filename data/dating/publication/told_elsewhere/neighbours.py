"""Clues to a publication date from sentences elsewhere that tell the same with a date."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from data.dating.publication.clues import Clue
from data.dating.publication.own_words.tellings import firm_likeness, is_bare_weekday, publication_days
from data.dating.publication.told_elsewhere.comparison import NOT_COMPARED, SENTENCES_BEFORE
from data.days import weekday
from data.words import interval_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.dating.publication.clues import Days
    from data.dating.publication.own_words.evidence import Undated
    from data.dating.publication.own_words.tellings import Telling
    from data.dating.publication.told_elsewhere.comparison import Compared
    from data.dating.publication.told_elsewhere.likeness import Likeness
    from data.dating.publication.told_elsewhere.statements import Statement, Statements

#: How much a clue of each kind is believed, times the likeness of the sentences.
WEIGHTS = {
    "told elsewhere": 2.0,  # "Monday" here, 8 July 2024 there
    "over": 1.0,  # told as past here, on 8 July 2024 there
    "to come": 1.0,
    "follows": 3.0,  # "On Wednesday", on the heels of what was on 3 September 2024
    "planned": 2.0,  # what was planned for Sunday, 26 May was "on Sunday"
}
# A sentence dated by an inferred publication date counts less.
_INFERRED = 0.7
# Sentences less alike than this count less, and only where a chance agreement is rare.
CLEARLY_ALIKE = 0.3
_MOST_CLUES = 60
# What has no date here is the same as what has one there only if the sentences are as alike as this.
_SAME_EVENT = 0.3
_SAME_WORDS = 4
_FOLLOWS = 0.2
_SAME_TEXT = 0.4
_FEW = 3
_WEEK = 6


def neighbour_clues(
    document: Undated,
    near: Mapping[int, Compared],
    statements: Statements,
    names: Mapping[str, str],
) -> list[Clue]:
    """The heaviest clues that sentences of other documents, and of the document itself, give.

    Args:
        document: the document to be dated.
        near: its sentences that are compared, by number.
        statements: the days that sentences tell, as far as they are known by now.
        names: documents in words, by id.
    """
    if not near:
        return []
    beside = _Beside(document, near, statements, names)
    clues = [*beside.told_elsewhere(), *beside.over_or_to_come(), *beside.follows()]
    return sorted(clues, key=lambda clue: (-clue.weight, clue.reason, clue.source or ""))[:_MOST_CLUES]


class _Beside(NamedTuple):
    """A document to be dated, and what stands beside it; the fields are those of :func:`neighbour_clues`."""

    document: Undated
    near: Mapping[int, Compared]
    statements: Statements
    names: Mapping[str, str]

    def told_elsewhere(self) -> Iterator[Clue]:
        """What is told here by a word that hangs on publication, and there with its day."""
        best: dict[tuple[str, str, Days], tuple[float, bool, str, Statement]] = {}
        own_id = self.document.reading.document.id
        for telling in self.document.own.tellings:
            said = self.document.words(telling)
            sentence = self.near.get(telling.sentence, NOT_COMPARED)
            looks_back = telling.sentence in self.document.years_back
            for other in sentence.alike:
                elsewhere = other.place[0] != own_id
                if elsewhere and looks_back and not self.statements.looks_back(other.place):
                    continue  # what is told there may be what was a year before this
                for statement in self.statements.at(other.place):
                    if other.place[0] == own_id and statement.inferred:
                        continue
                    if telling.said and statement.ahead and sentence.tense == "past":
                        continue  # what was announced there has happened here
                    # Sentences of one text are alike anyhow.
                    wanted = _SAME_TEXT if other.place[0] == own_id else 0.0
                    firm = other.value >= max(wanted, firm_likeness(telling, statement.start, statement.end))
                    if not firm and other.value < CLEARLY_ALIKE:
                        continue
                    days = _days_of(self.document, telling, statement)
                    if days is None:
                        continue
                    weight = other.value * min(1.0, other.value / CLEARLY_ALIKE) * _trust(statement)
                    key = (said.casefold() + telling.tense, other.place[0], days)
                    if key not in best or weight > best[key][0]:
                        best[key] = (weight, firm, said, statement)
        for (_, source, days), (weight, firm, said, statement) in best.items():
            yield Clue(
                (days,),
                WEIGHTS["told elsewhere"] * weight,
                f"“{said}” is told as {interval_words(statement.start, statement.end)}",
                "anchor" if firm else "support",
                "itself" if source == own_id else self.names[source],
            )

    def over_or_to_come(self) -> Iterator[Clue]:
        """What other documents date and this one tells as past, or as still to come."""
        best: dict[tuple[Days, bool], Clue] = {}
        for sentence in self.near.values():
            if sentence.tense is None:
                continue
            for other, told in self._dated_elsewhere(sentence, _SAME_EVENT):
                if not told or other.shared < _SAME_WORDS:
                    continue
                for clue in self._of_tense(sentence.tense, other, told):
                    key = clue.days[0], clue.role == "bound"
                    if key not in best or clue.weight > best[key].weight:
                        best[key] = clue
        yield from best.values()

    def _of_tense(self, tense: str, other: Likeness, told: Sequence[Statement]) -> Iterator[Clue]:
        """What follows from what is told here as past, or as to come, and there with these days."""
        source = self.names[other.place[0]]
        # Of all that a sentence dates, what is told here may be the first, or else the last.
        if tense == "past":
            one = min(told, key=lambda one: one.start)
            within: Days = (one.start, None)
            kind = "over"
        else:
            one = max(told, key=lambda one: one.end)
            within = (None, one.end)
            kind = "to come"
        weight = WEIGHTS[kind] * other.value * _trust(one)
        yield Clue((within,), weight, f"{interval_words(one.start, one.end)} is {kind}", "bound", source)
        if tense != "past":
            return
        weekdays = self.document.own.weekdays
        for one in told:
            if one.planned and one.start == one.end and weekday(one.start) in weekdays.only_past():
                when = interval_words(one.start, one.end)
                reason = f"what was planned for {when} is told as past, on that weekday"
                weight = WEIGHTS["planned"] * other.value * _trust(one)
                yield Clue(((one.start, one.start + _WEEK),), weight, reason, "support", source)

    def follows(self) -> Iterator[Clue]:
        """A weekday on which something came close upon what is dated elsewhere: the first one after that."""
        for at, sentence in self.near.items():
            if sentence.follows is None:
                continue
            telling = _weekday_before(self.document, at, sentence.follows)
            if telling is None:
                continue
            for other, told in self._dated_elsewhere(sentence, _FOLLOWS):
                for one in told:
                    name = telling.mention.meaning.weekday or 0
                    day = one.end + (name - weekday(one.end)) % 7
                    when = interval_words(one.start, one.end)
                    reason = f"“{self.document.words(telling)}” follows close upon {when}"
                    weight = WEIGHTS["follows"] * other.value * _trust(one)
                    source = self.names[other.place[0]]
                    yield Clue(((day, day + _WEEK),), weight, reason, "anchor", source)

    def _dated_elsewhere(
        self, sentence: Compared, least: float
    ) -> Iterator[tuple[Likeness, Sequence[Statement]]]:
        """Sentences of other documents that are so much alike, with what they date to a few days."""
        own_id = self.document.reading.document.id
        for other in sentence.alike:
            if other.place[0] != own_id and other.value >= least:
                yield other, [one for one in self.statements.at(other.place) if one.end - one.start <= _FEW]


def _days_of(document: Undated, telling: Telling, statement: Statement) -> Days | None:
    """The days of publication if an expression means what a statement dates.

    A weekday told both as past and as to come may be of two weeks: either tense will do for it.
    """
    days = publication_days(telling, statement.start, statement.end)
    weekdays, name = document.own.weekdays, telling.mention.meaning.weekday
    if days is None or name is None or not (weekdays.past[name] and weekdays.future[name]):
        return days
    other = replace(telling, tense="future" if telling.tense == "past" else "past")
    more = publication_days(other, statement.start, statement.end)
    return days if more is None else (_least(days[0], more[0]), _most(days[1], more[1]))


def _least(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else min(one, other)


def _most(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)


def _weekday_before(document: Undated, sentence: int, end: int) -> Telling | None:
    """The last bare weekday told as past before a place in a sentence, in it or in those before it."""
    tellings = document.own.tellings
    at = bisect_right([telling.sentence for telling in tellings], sentence)
    for telling in reversed(tellings[:at]):
        if telling.sentence < sentence - SENTENCES_BEFORE:
            return None
        before = telling.mention.end_char <= end
        if before and telling.tense == "past" and is_bare_weekday(telling.mention.meaning):
            return telling
    return None


def _trust(statement: Statement) -> float:
    return _INFERRED if statement.inferred else 1.0
