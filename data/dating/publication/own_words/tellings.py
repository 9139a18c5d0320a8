"""What a text says in relation to its own day of publication: "on Monday", "last month", "July 8"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.dating.calendar import spans
from data.dating.publication.clues import Days, Weekdays
from data.dating.publication.cues import publication_cues
from data.dating.publication.own_words.tense import is_said, is_sure, is_told_before, tense_of
from data.days import civil, month_length, ordinal, weekday, year_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.dating.publication.own_words.tense import Tense
    from data.model import Meaning, Mention, Reading

_LEAD_SENTENCES = 3
_LEAD_CHARACTERS = 700
# "in June", told as past, is less than a year ago; "will ... in October" is within one.
_YEAR = 366
# Papers leave out the year of a day within the year.
_NEAR = 300
_FRIDAY = 5
# A visit, a summit: a range of days of which one can be named.
_FEW = 3
# "Recently" lies in the days before.
_RECENT = 14
# "Six weeks ago": the length of a unit in days, and how far such words may be off.
_AGO: dict[str | None, tuple[float, int]] = {"day": (1, 0), "week": (7, 4), "month": (30.4, 16)}
# So much more alike must sentences be that tell when something was said.
_SAYING = 0.1


@dataclass(frozen=True, slots=True)
class Telling:
    """A time expression that depends on the publication date, with its sentence.

    Attributes:
        mention: the expression.
        tense: whether its clause tells of the past or the future.
        sentence: the index of its sentence.
        said: whether it dates a verb of saying ("said on Thursday"), as any statement of a speaker may be.
    """

    mention: Mention
    tense: Tense
    sentence: int
    said: bool


@dataclass(frozen=True, slots=True)
class Account:
    """All that a text says in relation to its publication, in the order of the text.

    Attributes:
        tellings: expressions that depend on the publication date.
        weekdays: the bare weekdays among them.
    """

    tellings: tuple[Telling, ...]
    weekdays: Weekdays


def account(reading: Reading) -> Account:
    """What a document says in relation to its own publication."""
    document = reading.document
    cues = publication_cues(document.language)
    tellings: list[Telling] = []
    weekdays = Weekdays()
    for mention, at in _dates(reading):
        meaning, sentence = mention.meaning, reading.sentences[at]
        if not depends(meaning):
            continue
        tense = tense_of(document.text, mention, sentence, cues)
        tellings.append(Telling(mention, tense, at, is_said(document.text, mention, sentence, cues)))
        if meaning.weekend and meaning.relation in ("bare", "current") and tense == "past":
            weekdays.weekend = True
        if is_bare_weekday(meaning) and meaning.weekday is not None:
            if is_told_before(document.text, mention, sentence, cues):
                weekdays.before[meaning.weekday] += 1
                continue
            (weekdays.past if tense == "past" else weekdays.future)[meaning.weekday] += 1
            in_lead = at < _LEAD_SENTENCES or mention.start_char < _LEAD_CHARACTERS
            if weekdays.lead is None and in_lead:
                weekdays.lead = meaning.weekday
    return Account(tuple(tellings), weekdays)


def complete_dates(reading: Reading) -> list[tuple[Mention, Tense, bool]]:
    """The expressions of a text that say all themselves.

    Each with the tense of its clause and whether the sentence leaves no doubt of that.
    """
    text, cues = reading.document.text, publication_cues(reading.document.language)
    found = []
    for mention, at in _dates(reading):
        if mention.meaning.relation == "complete":
            sentence = reading.sentences[at]
            tense = tense_of(text, mention, sentence, cues)
            found.append((mention, tense, is_sure(text, mention, sentence, cues, tense)))
    return found


def telling_sentences(reading: Reading) -> tuple[set[int], set[int]]:
    """The numbers of the sentences with expressions that depend on the publication date.

    All of them, and those with a bare weekday.
    """
    found = [(at, mention.meaning) for mention, at in _dates(reading) if depends(mention.meaning)]
    return {at for at, _ in found}, {at for at, meaning in found if is_bare_weekday(meaning)}


def _dates(reading: Reading) -> Iterator[tuple[Mention, int]]:
    """The mentions of days and times, each with the number of its sentence."""
    starts = [sentence.start_char for sentence in reading.sentences]
    for mention in reading.mentions:
        if mention.meaning.type in ("DATE", "TIME"):
            at = bisect_right(starts, mention.start_char) - 1
            if at >= 0:
                yield mention, at


def publication_days(telling: Telling, start: int, end: int) -> Days | None:
    """The days on which a text may have been published that calls the days ``start`` to ``end`` so.

    None if the expression cannot mean those days, as "Monday" cannot mean a Tuesday.
    """
    meaning = telling.mention.meaning
    if is_bare_weekday(meaning):
        return _by_weekday(meaning, telling.tense, start, end)
    if meaning.weekend:
        return _by_weekend(telling.tense, start, end)
    if meaning.month is not None and meaning.relation == "bare":
        return _by_month(meaning, telling.tense, start, end)
    unit = meaning.unit
    steps = {"previous": 1, "current": 0, "next": -1}
    if meaning.relation in steps and unit in _STRETCHES:
        stretch = _STRETCHES[unit]
        if end - start > stretch(start, 0)[1] - stretch(start, 0)[0]:
            return None
        step = steps[meaning.relation]
        slack = 1 if unit == "week" else 0
        first, last = stretch(start, step), stretch(end, step)
        # Many papers begin the week on Sunday: a day of grace at its head.
        return first[0] - slack, last[1]
    if meaning.relation == "offset" and unit in _AGO and meaning.count and end - start <= _FEW:
        length, slack = _AGO[unit]
        away = round(meaning.count * length)
        return (start - away - slack, end - away + slack) if abs(away) <= _YEAR else None
    return None


def firm_likeness(telling: Telling, start: int, end: int) -> float:
    """How alike a sentence that tells the days ``start`` to ``end`` must be to tie this one to them.

    A day of a month agrees by chance once in a year, a weekday once in a week, a month or year often, and
    "yesterday" always. Whoever says something on a Monday may say much the same on another.
    """
    meaning = telling.mention.meaning
    if names_day(meaning):
        return 0.2
    if is_bare_weekday(meaning):
        return 0.35 if end - start > _FEW else 0.2 + _SAYING * telling.said
    if meaning.unit == "week" or meaning.weekend:
        return 0.3
    if meaning.unit == "day":
        return 0.6
    return 0.4 if meaning.unit == "month" else 0.5


def year_days(telling: Telling, year: int) -> Days | None:
    """The days near a day of the month in a year on which a text would name it without its year."""
    meaning = telling.mention.meaning
    if not names_day(meaning) or meaning.month is None or meaning.day is None:
        return None
    if meaning.day > month_length(year, meaning.month):
        return None
    day = ordinal(year, meaning.month, meaning.day)
    if meaning.weekday is not None and weekday(day) != meaning.weekday:
        return None
    return (day, day + _NEAR) if telling.tense == "past" else (day - _NEAR, day)


def names_day(meaning: Meaning) -> bool:
    """Whether an expression names a day of a month and leaves its year out ("July 8")."""
    return meaning.relation == "bare" and meaning.month is not None and meaning.day is not None


def depends(meaning: Meaning) -> bool:
    """Whether an expression means other days on another day of publication."""
    if meaning.relation == "complete":
        return False
    if meaning.base == "expression" or meaning.reference is not None:
        return False
    return (
        is_bare_weekday(meaning)
        or meaning.weekend
        or meaning.month is not None
        or meaning.unit in _STRETCHES
        or (meaning.relation == "offset" and meaning.unit in _AGO)
    )


def years_back(reading: Reading) -> frozenset[int]:
    """The numbers of the sentences that tell of a year before their own, too ("a year ago", "last year").

    Such a sentence is alike to those that were written then.
    """
    starts = [sentence.start_char for sentence in reading.sentences]
    return frozenset(
        bisect_right(starts, mention.start_char) - 1
        for mention in reading.mentions
        if mention.meaning.unit == "year" and _is_before(mention.meaning)
    )


def _is_before(meaning: Meaning) -> bool:
    if meaning.relation == "offset":
        return meaning.count is not None and meaning.count < 0
    return meaning.relation == "previous"


def is_bare_weekday(meaning: Meaning) -> bool:
    """Whether an expression is a weekday and nothing more ("Monday")."""
    return meaning.weekday is not None and meaning.month is None and meaning.relation == "bare"


def _by_weekday(meaning: Meaning, tense: Tense, start: int, end: int) -> Days | None:
    if end - start > _RECENT:
        return None
    days = [day for day in range(start, end + 1) if weekday(day) == meaning.weekday]
    if not days:
        return None
    return (days[0], days[-1] + 6) if tense == "past" else (days[0] - 6, days[-1])


def _by_weekend(tense: Tense, start: int, end: int) -> Days | None:
    # A Friday is often counted in: "over the weekend" of a visit that began on that day.
    if end - start > _FEW or weekday(end) < _FRIDAY:
        return None
    sunday = end + 7 - weekday(end)
    return (sunday, sunday + 6) if tense == "past" else (sunday - 8, sunday - 2)


def _by_month(meaning: Meaning, tense: Tense, start: int, end: int) -> Days | None:
    _, month, day = civil(start)
    if meaning.month != month or (meaning.day is not None and end - start > _FEW):
        return None
    if meaning.day is not None:
        last = meaning.end.day if meaning.end is not None and meaning.end.day is not None else meaning.day
        if not (meaning.day <= civil(end).day and day <= last):
            return None
    near = _YEAR if meaning.day is None else _NEAR
    return (start, start + near) if tense == "past" else (end - near, end)


def _week(day: int, step: int) -> tuple[int, int]:
    monday = day - weekday(day) + 1 + 7 * step
    return monday, monday + 6


def _month(day: int, step: int) -> tuple[int, int]:
    year, month, _ = civil(day)
    span = spans.month_of(year, month + step)
    return span.start, span.end


def _year(day: int, step: int) -> tuple[int, int]:
    return year_span(civil(day).year + step)


_STRETCHES: dict[str | None, Callable[[int, int], tuple[int, int]]] = {
    "week": _week,
    "month": _month,
    "year": _year,
}
