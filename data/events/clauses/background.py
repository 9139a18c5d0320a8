"""A passage about the past that goes on: its sentences are of the day that its last dated one gave.

The date mentioned last is right for a third of the sentences without one, so none is carried forward; but
in one paragraph, a sentence in the past that points back to the one before, or is told in the past perfect,
goes on with what happened there, and so do the figures of one quarter or year. A date that opens its sentence
("On Monday the Dow fell") sets the scene: what follows in the past is of that day too. A saying is of the day
the document is about, and so is whoever is named anew where no scene is set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.clauses.focus import Focus
from data.events.cues import Cues
from data.events.facts import Fact
from data.model import Precision

_WORDS = re.compile(r"\w{3,}")
_QUOTED = re.compile(r"[“\"]|``")
# Figures are told for these, one after the other ("Revenue rose to $9 million").
_OF_FIGURES: frozenset[Precision | None] = frozenset({"quarter", "half", "fiscal-year"})
# A date so near the beginning of its sentence, a preposition before it, opens it.
_OPENING = 12
_SCENE = "the sentence before sets the scene"
_FIGURES = re.compile(r"[^\W\d_]\S*\s[a-zß-ÿ].*\d", re.DOTALL)


def goes_on(text: str, before: tuple[int, int], start: int, end: int, past: Focus, cues: Cues) -> bool:
    """Whether the sentence ``text[start:end]``, which names no time, goes on with what was told of ``past``.

    ``before`` is the range of the sentence before it.
    """
    if "\n" in text[before[1] : start] or _QUOTED.search(text, start, end) is not None:
        return False
    piece = text[start:end]
    if cues.bounding.match(piece) is not None:
        return False
    lower = piece.lower()
    verb = cues.finite.search(lower)
    if verb is None or verb.lastgroup != "past" or cues.reporting.search(piece) is not None:
        return False
    if (
        cues.past_perfect.match(lower, verb.start()) is not None
        or cues.that_occasion.search(lower) is not None
    ):
        return True
    pointing = cues.points_back.match(lower)
    if pointing is not None:
        # "The mill" is the one that the sentence before named, if it did.
        subject = _WORDS.findall(lower, pointing.end(), verb.start())
        is_noun = pointing.group().endswith(cues.article.strip() or "-")
        if not is_noun or not set(subject).isdisjoint(_WORDS.findall(text[slice(*before)].lower())):
            return True
    if is_scene(past):
        return True
    return past.precision in _OF_FIGURES and _FIGURES.match(piece) is not None


def is_scene(past: Focus | None) -> bool:
    """Whether days that go on were named at the head of a sentence, for all that follows."""
    return past is not None and past.reason == _SCENE


def background(
    told: Sequence[Fact], focus: Focus, before: Focus | None, text: str, cues: Cues
) -> Focus | None:
    """The days that the next sentence may go on with, None if it is of the focus date.

    Args:
        told: what the sentence tells.
        focus: the day the document is about.
        before: the days that this sentence went on with, None if it did not.
        text: the document's text.
        cues: the words of its language.
    """
    if all(one.basis == "inferred" for one in told):
        return before
    last = told[-1]
    if any(one.basis == "inferred" or one.start is None for one in told):
        return None
    if (last.modality, last.kind) != ("happened", "event"):
        return None
    # The figures of a quarter are told on the day of the news; what else is told beside it does not go on.
    beside = told[-1:] if last.precision in _OF_FIGURES else told
    if focus.start is None or any(one.end is None or one.end >= focus.start for one in beside):
        return None
    opening = told[0].clause.dating
    start = told[0].line.start
    sets_scene = (
        opening is not None
        and opening.start_char - start <= _OPENING
        and not opening.attributive
        # "That was a year ago" tells when something was.
        and cues.finite_word.search(text, start, opening.start_char) is None
    )
    reason = _SCENE if sets_scene else "it goes on from the sentence before"
    return Focus(last.start, last.end, last.precision, reason, focus.written)
