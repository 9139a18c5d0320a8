"""Clues to a publication date from sentences elsewhere that tell the same with a date."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating.publication.clues import Clue
from data.dating.publication.comparison import NOT_COMPARED, SENTENCES_BEFORE
from data.dating.publication.tellings import firm_likeness, is_bare_weekday, publication_days
from data.days import weekday
from data.words import interval_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from data.dating.publication.clues import Days
    from data.dating.publication.comparison import Compared
    from data.dating.publication.evidence import Undated
    from data.dating.publication.statements import Statement, Statements
    from data.dating.publication.tellings import Telling

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
    clues = [
        *_told_elsewhere(document, near, statements, names),
        *_over_or_to_come(document, near, statements, names),
        *_follows(document, near, statements, names),
    ]
    return sorted(clues, key=lambda clue: (-clue.weight, clue.reason, clue.source or ""))[:_MOST_CLUES]


def _told_elsewhere(
    document: Undated,
    near: Mapping[int, Compared],
    statements: Statements,
    names: Mapping[str, str],
) -> Iterator[Clue]:
    best: dict[tuple[str, str, Days], tuple[float, bool, str, Statement]] = {}
    own_id = document.reading.document.id
    for telling in document.own.tellings:
        said = document.words(telling)
        sentence = near.get(telling.sentence, NOT_COMPARED)
        for other in sentence.alike:
            for statement in statements.at(other.place):
                if other.place[0] == own_id and statement.inferred:
                    continue
                if telling.said and statement.ahead and sentence.tense == "past":
                    continue  # what was announced there has happened here
                # Sentences of one text are alike anyhow.
                wanted = _SAME_TEXT if other.place[0] == own_id else 0.0
                firm = other.value >= max(wanted, firm_likeness(telling, statement.start, statement.end))
                if not firm and other.value < CLEARLY_ALIKE:
                    continue
                days = _days_of(document, telling, statement)
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
            "itself" if source == own_id else names[source],
        )


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


def _over_or_to_come(
    document: Undated,
    near: Mapping[int, Compared],
    statements: Statements,
    names: Mapping[str, str],
) -> Iterator[Clue]:
    """What other documents date and this one tells as past, or as still to come."""
    own_id = document.reading.document.id
    past_weekdays = document.own.weekdays.only_past()
    best: dict[tuple[Days, bool], Clue] = {}
    for sentence in near.values():
        tense = sentence.tense
        for other in sentence.alike if tense is not None else ():
            if other.place[0] == own_id or other.value < _SAME_EVENT or other.shared < _SAME_WORDS:
                continue
            told = [one for one in statements.at(other.place) if one.end - one.start <= _FEW]
            if not told:
                continue
            # Of all that a sentence dates, what is told here may be the first, or else the last.
            one = (
                min(told, key=lambda one: one.start)
                if tense == "past"
                else max(told, key=lambda one: one.end)
            )
            days, kind = ((one.start, None), "over") if tense == "past" else ((None, one.end), "to come")
            when, source = interval_words(one.start, one.end), names[other.place[0]]
            clues = [
                Clue((days,), WEIGHTS[kind] * other.value * _trust(one), f"{when} is {kind}", "bound", source)
            ]
            for one in told:
                if (
                    tense == "past"
                    and one.planned
                    and one.start == one.end
                    and weekday(one.start) in past_weekdays
                ):
                    when = interval_words(one.start, one.end)
                    reason = f"what was planned for {when} is told as past, on that weekday"
                    within, weight = (
                        (one.start, one.start + _WEEK),
                        WEIGHTS["planned"] * other.value * _trust(one),
                    )
                    clues.append(Clue((within,), weight, reason, "support", source))
            for clue in clues:
                key = clue.days[0], clue.role == "bound"
                if key not in best or clue.weight > best[key].weight:
                    best[key] = clue
    yield from best.values()


def _follows(
    document: Undated,
    near: Mapping[int, Compared],
    statements: Statements,
    names: Mapping[str, str],
) -> Iterator[Clue]:
    """A weekday on which something came close upon what is dated elsewhere: the first such day after it."""
    own_id = document.reading.document.id
    for at, sentence in near.items():
        telling = None if sentence.follows is None else _weekday_before(document, at, sentence.follows)
        if telling is None:
            continue
        for other in sentence.alike:
            if other.place[0] == own_id or other.value < _FOLLOWS:
                continue
            for told in statements.at(other.place):
                if told.end - told.start > _FEW:
                    continue
                name = telling.mention.meaning.weekday or 0
                day = told.end + (name - weekday(told.end)) % 7
                reason = (
                    f"“{document.words(telling)}” follows close upon {interval_words(told.start, told.end)}"
                )
                weight = WEIGHTS["follows"] * other.value * _trust(told)
                yield Clue(((day, day + _WEEK),), weight, reason, "anchor", names[other.place[0]])


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
