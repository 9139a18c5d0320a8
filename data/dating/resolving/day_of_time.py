"""The day of a time of day, which is told before it, with what was said, or in the lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.spans import day_span
from data.dating.story.told_days import MIDNIGHT, NIGHT

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.resolving.context import Context
    from data.dating.resolving.outcome import Found
    from data.dating.wording.cues import Tense
    from data.model import Mention

# What is told of so many days later, or sooner, is what happened on the day told before.
_TOLD_SOON = 2
# Of these news may tell a time of day without its day.
_PERIODS = ("month", "season", "year")


def day_of_time(mention: Mention, context: Context, said: Found | None = None) -> Found | None:
    """The day of a time of day: named before it in its sentence or the one before, or in the lead.

    ``said`` is the day on which it was told, which counts if none shortly before it was.
    """
    if mention.meaning.base != "any":
        return None
    start = context.sentence[0]
    back = mention.meaning.role == "since" and context.looks_back_from_then(mention)
    named = context.told_days.since(start, _time(mention), context.text, mention.start_char, back=back)
    if named is not None and _is_still_ahead(named[0], mention, context):
        return None
    if named is not None and not context.told_days.tells_saying:
        return named
    said = said or named
    # A sentence that begins with figures is an entry of a ticker ("12:15 The minister speaks").
    if mention.start_char == start and context.text[start].isdigit():
        return context.day_of_heading()
    if said is not None and _is_still_ahead(said[0], mention, context):
        # "It burned overnight, officials said Tuesday".
        said = day_span(said[0].start - 1), said[1]
    if context.published_span is None or not context.sentence_number:
        return said
    return _day_of_story(said, context.published_span, mention, context)


def past_period_beside(mention: Mention, context: Context) -> Span | None:
    """The past month, season or year that a sentence of news names before a time of day, if it tells no day.

    "One night in July 2011 the power failed at 3 a.m." is not told of the day of writing.
    """
    published = context.published_span
    tells_day = context.told_days.told_place >= context.sentence[0]
    if context.narrative or published is None or tells_day or not context.is_dated_here:
        return None
    span = context.dated[next(reversed(context.dated))]
    past = span.unit in _PERIODS and span.end < published.start and context.is_told_in("past", mention)
    return span if past else None


def _day_of_story(said: Found | None, published: Span, mention: Mention, context: Context) -> Found | None:
    """The day of a time that its own sentence leaves open, unless what was said tells it better."""
    days, told = context.told_days, context.tense(mention)
    tense = None if told is None else told.tense
    part = None if tense == "future" else days.of_part(_time(mention), published)
    if tense is None:
        return part if part is not None and _is_of_writing(said, published) else said
    before = _told_before(tense, published, mention, context)
    if told is not None and context.is_limit(told.word) and before is not None:
        # "By mid-afternoon" alone does not look ahead to the day of a vote to come.
        before = None if before[0].start > published.start else before
    if before is not None and (said is None or 0 < said[0].start - before[0].start <= _TOLD_SOON):
        # "They struck Thursday. The police said Friday that all went off at 8:50".
        said = before
    if part is not None and _is_of_writing(said, published):
        return part
    return said or (None if past_period_beside(mention, context) else days.of_lead(tense, published))


def _is_of_writing(said: Found | None, published: Span) -> bool:
    """Whether no day before that of writing was told."""
    return said is None or said[0].start >= published.start


def _told_before(tense: Tense, published: Span, mention: Mention, context: Context) -> Found | None:
    """The day told in this tense in the sentence before, or in a quiet one before that."""
    before, earlier, days = context.sentence_before, context.sentence_before_that, context.told_days
    if before is None:
        return None
    time = _time(mention)
    found = days.before(before.start_char, tense, published, time)
    if found is None and earlier is not None and days.told_place < before.start_char:
        found = days.before(earlier.start_char, tense, published, time, quiet=True)
    return None if found is None or _is_still_ahead(found[0], mention, context) else found


def _time(mention: Mention) -> str:
    """The time that a mention tells, as TIMEX3 writes it: "T20:50"; empty if it tells none."""
    return mention.meaning.time or ""


def _is_still_ahead(day: Span, mention: Mention, context: Context) -> bool:
    """Whether a night told in the past, or its midnight, cannot be that of a day, the day of writing."""
    published, ends_day = context.published_span, _time(mention) in (NIGHT, MIDNIGHT)
    if not ends_day or published is None or day.start != published.start:
        return False
    return context.is_told_in("past", mention)
