"""Gives each mention of a text its value, its days and the reason for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating.calendar.naming import open_value
from data.dating.resolving.amounts import FINE
from data.dating.resolving.context import Context
from data.dating.resolving.conventions import assumption, day_and_month, of_the_south, settled
from data.dating.resolving.outcome import Resolved
from data.dating.resolving.relations import resolved
from data.dating.story.narrative import is_narrative
from data.dating.wording.cues import cues_of
from data.dating.wording.games import is_part_of_game
from data.model import Anchor, Expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.calendar.spans import Span
    from data.model import Meaning, Mention, Published, Sentence


# "In 40,000 years" is of no calendar.
_SOON = 100
# "The last three months of 2012" are a quarter, as are the 13 weeks by which shops count.
_QUARTERS = (((3.0, "month"),), ((12.0, "week"),), ((13.0, "week"),), ((14.0, "week"),))


def resolve(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    published: Published,
    *,
    language: str = "en",
) -> tuple[Expression, ...]:
    """The expressions of a text with their values and days, in order.

    Each mention gives one, except for words that name a time only in a narrative ("the former emperor"), and
    for the quarters and halves of a game.

    Args:
        text: the document's text.
        mentions: what :func:`data.tagging.tag` found in it.
        sentences: its sentences, in order; any split will do.
        published: its publication date, which may be an interval or unknown.
        language: the language whose tense words decide bare weekdays and months.
    """
    narrative = is_narrative(mentions, published)
    cues = cues_of(language)
    context = Context(text, mentions, sentences, published, cues, narrative=narrative, language=language)
    return tuple([
        _expression(place, mention, context) for place, mention in enumerate(mentions)
        if (narrative or mention.meaning.reference is None or mention.meaning.relation != "current")
        and not (is_part_of_game(mention.meaning) and context.tells_game)
    ])  # fmt: skip


def _expression(place: int, mention: Mention, context: Context) -> Expression:
    context.arrive(place, mention)
    meaning, note = _settled(mention, context)
    span, value, anchor = _within_publication(meaning, mention, context)
    if meaning.season is not None and meaning.season != mention.meaning.season:
        value = of_the_south(value, meaning)
        span = None if span is None else replace(span, value=value)
    if meaning.fiscal and span is not None and (counted := _fiscal(meaning, span, mention, context)):
        span, note = counted
        value = span.value
    if note or (note := assumption(meaning, span)):
        anchor = replace(anchor, reason=f"{anchor.reason}; {note}")
    start = end = precision = None
    if span is not None:
        start, end, precision = span.start, span.end, span.precision
        if meaning.end is not None and not meaning.fiscal:
            other, _, _ = resolved(meaning.end, mention, context)
            if other is not None and other.end >= start:
                end = other.end
        if meaning.type in ("DATE", "TIME"):
            context.remember(span, mention)
        elif meaning.amount in _QUARTERS:
            context.remember_quarter(span, mention)
    elif meaning.type in ("DATE", "TIME") and meaning.reference is None:
        context.undated_place = mention.start_char
    if meaning.type == "DURATION":
        context.quarters.go_on(meaning)
    readings = tuple([(other.start, other.end) for doubt in meaning.doubt
                      if (other := resolved(doubt, mention, context)[0]) is not None])  # fmt: skip
    return Expression(
        start_char=mention.start_char, end_char=mention.end_char,
        text=context.text[mention.start_char : mention.end_char],
        type=meaning.type, value=value, rule=mention.rule, mod=meaning.mod, quant=meaning.quant,
        freq=meaning.freq, start=start, end=end, precision=precision, anchor=anchor, role=meaning.role,
        readings=readings, zone=meaning.zone,
    )  # fmt: skip


def _settled(mention: Mention, context: Context) -> tuple[Meaning, str | None]:
    """A mention's meaning once the text around it has settled what the words leave open, and a note."""
    meaning = mention.meaning
    counts = meaning.type == "DURATION" and meaning.relation == "next" and context.tells_day
    if counts and context.apposed(mention) is None and not context.tells_day_again(mention):
        ((count, unit),) = meaning.amount
        if count is not None:
            # "Two days after the battle", whose day was told last; not "on May 10 it fell, four days after".
            return replace(meaning, type="DATE", relation="offset", amount=(), unit=unit, count=count), None
    if (meaning.type, meaning.relation) == ("DURATION", "offset"):
        return _so_long(meaning, mention, context), None
    if context.is_habitual(mention):
        return replace(meaning, type="SET"), None
    if meaning.season is not None or meaning.holiday is not None:
        return settled(meaning, context.text, context.sentence, mention.start_char, context.places)
    if meaning.doubt:
        written = context.text[mention.start_char : mention.end_char]
        return day_and_month(meaning, written, context.shown_order)
    return meaning, None


def _so_long(meaning: Meaning, mention: Mention, context: Context) -> Meaning:
    """What "in two weeks" means: the day that it reaches where the text looks ahead to it, else a length."""
    ((count, unit),) = meaning.amount[:1] or ((None, "day"),)
    if count is None or count > _SOON or unit in FINE or len(meaning.amount) > 1:
        return replace(meaning, relation="bare")
    if context.narrative or not context.reaches(mention):
        return replace(meaning, relation="bare")
    return replace(meaning, type="DATE", amount=(), unit=unit, count=count, reference=None)


def _fiscal(meaning: Meaning, span: Span, mention: Mention, context: Context) -> tuple[Span, str] | None:
    """A fiscal year or quarter as the country that the text names counts it, and a note that says so."""
    told = context.places.fiscal_year(context.text, context.sentence, mention.start_char)
    published = context.published_span
    if told is None or (meaning.year is None and published is None):
        return None
    counted, word = told
    return counted.days(meaning, span, published), f"a fiscal year is that of the country that '{word}' tells"


def _within_publication(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """Days, value and anchor; what differs between the ends of the publication date stays open.

    Bounds of an unknown date count only for what nothing else dates, and only if both say the same.
    """
    found = resolved(meaning, mention, context)
    span, value, anchor = found
    whole = context.published_span
    bounded = whole is None and span is None and anchor.kind == "explicit"
    if not context.published_ends or not (bounded or anchor.kind == "published"):
        return found
    readings = []
    for end in context.published_ends:
        context.published_span = end
        readings.append(resolved(meaning, mention, context))
    context.published_span = whole
    (first, said, _), (last, other, _) = readings
    if bounded:
        if first is None or first != last:
            return found
        between = "/".join(end.value for end in context.published_ends)
        return first, said, Anchor("published", between, f"published {between}, every day of which says so")
    if first is not None and first == last:
        return first, said, anchor
    if said != other:
        value = open_value(meaning) + (meaning.time or "")
    return None, value, replace(anchor, reason=f"{anchor.reason}, which leaves it open")
