"""A passage about the past that goes on: its sentences are of the day that its last dated one gave.

The date mentioned last is right for a third of the sentences without one, so none is carried forward; but in
one paragraph, a sentence in the past goes on with what the one before it told. In a long run of lines, which
tells of many things, it does so only if that date opened its sentence and set the scene ("On Monday the Dow
fell"). A saying is of the day the document is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.clauses.focus import Focus
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues
from data.events.facts import Fact

_QUOTED = re.compile(r"[“\"]|``")
# Newspapers tell of one thing in a paragraph, which has so many characters at most.
_LONGEST_PARAGRAPH = 700
# A date so near the beginning of its sentence, a preposition before it, opens it.
_OPENING = 12
# Whoever is not named again is quoted of a day so many days ago at most.
_FEW_DAYS = 7
_SCENE = "the sentence before sets the scene"


def goes_on(sentence: Stretch, before: tuple[int, int], past: Focus) -> bool:
    """Whether a sentence that names no time goes on with what was told of ``past``.

    ``before`` is the range of the sentence before it.
    """
    text, start, end, cues = sentence.text, sentence.start, sentence.end, sentence.cues
    if "\n" in text[before[1] : start] or _QUOTED.search(text, start, end) is not None:
        return False
    piece = sentence.words
    if cues.bounding.match(piece) is not None:
        return False
    verb = _verb(piece.lower(), cues)
    if verb is None or verb.lastgroup != "past" or cues.reporting.search(piece) is not None:
        return False
    return is_scene(past) or _is_of_a_paragraph(text, start)


def _verb(lower: str, cues: Cues) -> re.Match[str] | None:
    """The first verb of a sentence in small letters; behind an article none stands ("the combined mills")."""
    determiners = cues.words["determiners"]
    verbs = cues.finite.finditer(lower)
    return next(
        (one for one in verbs if lower[: one.start()].rstrip().rpartition(" ")[2] not in determiners), None
    )


def _is_of(one: Fact, focus: Focus) -> bool:
    """Whether what is told is of the day the document is about, or to come."""
    return one.end is None or (one.start, one.end) == (focus.start, focus.end) or focus.is_ahead(one.end)


def _is_of_a_paragraph(text: str, at: int) -> bool:
    """Whether a place lies in a paragraph so short that it tells of one thing."""
    first, last = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return (last if last >= 0 else len(text)) - first <= _LONGEST_PARAGRAPH


def points_back(sentence: Stretch, just: Focus, *, only: bool) -> bool:
    """Whether a sentence that names no time is of the days told just before it.

    It says "then", begins with so short a time ("within hours"), or tells what somebody not named again
    said, of a day shortly before ("Berg met workers on Monday. ... he said"). ``just`` are those days;
    ``only`` tells that the sentence told of no others.
    """
    piece, cues, focus = sentence.words, sentence.cues, sentence.focus
    if cues.then.search(piece) is not None:
        return True
    if not only or just.precision != "day" or just.start is None or just.start != just.end:
        return False
    if cues.soon_behind.match(piece) is not None:
        return True
    if focus.start is None or not 0 < focus.start - just.start <= _FEW_DAYS:
        return False
    return cues.he_said.search(piece) is not None


def is_aside(sentence: Stretch, before: tuple[int, int]) -> bool:
    """Whether a sentence of a paragraph only tells who says something, or how things are now.

    ``before`` is the range of the sentence before it.
    """
    text, start, end = sentence.text, sentence.start, sentence.end
    if "\n" in text[before[1] : start] or not _is_of_a_paragraph(text, start):
        return False
    return (
        _QUOTED.search(text, start, end) is not None
        or sentence.cues.reporting.search(sentence.words) is not None
    )


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
    if (last.modality, last.kind) != ("happened", "event") or last.start is None:
        return None
    if focus.start is None or any(_is_of(one, focus) for one in told):
        return None
    if len(told) > 1 and cues.relative_head.match(text, last.clause.start) is not None:
        # "A man who fell in May was found in June": which of them goes on is not told.
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
