"""Gives each mention of a text its value, its days and the reason for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.anchors import Context
from data.dating.cues import cues_of
from data.dating.narrative import is_narrative
from data.dating.relations import resolved
from data.model import Expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Mention, Published, Sentence


def resolve(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    published: Published,
    *,
    language: str = "en",
) -> tuple[Expression, ...]:
    """The expressions of a text with their values and days, in order.

    Each mention gives one, except for words that name a time only in a narrative ("the former emperor").

    Args:
        text: the document's text.
        mentions: what :func:`data.tagging.tag` found in it.
        sentences: its sentences, in order; any split will do.
        published: its publication date, which may be an interval or unknown.
        language: the language whose tense words decide bare weekdays and months.
    """
    narrative = is_narrative(mentions, published)
    context = Context(text, mentions, sentences, published, cues_of(language), narrative=narrative)
    return tuple([
        _expression(place, mention, context) for place, mention in enumerate(mentions)
        if narrative or mention.meaning.reference is None or mention.meaning.relation != "current"
    ])  # fmt: skip


def _expression(place: int, mention: Mention, context: Context) -> Expression:
    context.arrive(place, mention)
    meaning = mention.meaning
    span, value, anchor = resolved(meaning, mention, context)
    start = end = precision = None
    if span is not None:
        start, end, precision = span.start, span.end, span.precision
        if meaning.end is not None and not meaning.fiscal:
            other, _, _ = resolved(meaning.end, mention, context)
            if other is not None and other.end >= start:
                end = other.end
        if meaning.type in ("DATE", "TIME"):
            context.remember(span, mention)
    readings = tuple([(other.start, other.end) for doubt in meaning.doubt
                      if (other := resolved(doubt, mention, context)[0]) is not None])  # fmt: skip
    return Expression(
        start_char=mention.start_char, end_char=mention.end_char,
        text=context.text[mention.start_char : mention.end_char],
        type=meaning.type, value=value, rule=mention.rule, mod=meaning.mod, quant=meaning.quant,
        freq=meaning.freq, start=start, end=end, precision=precision, anchor=anchor, role=meaning.role,
        readings=readings,
    )  # fmt: skip
