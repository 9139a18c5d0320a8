"""Whether a clause or a sentence tells of the past or of what is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import re

    from data.dating.publication.cues import Cues
    from data.model import Mention, Sentence

Tense = Literal["past", "future"]

# A verb of saying dates itself only if it stands so close to the expression (in characters).
_BESIDE = 28
# So far around it the words of its sentence are looked at: a sentence may be a list of ten thousand days.
_AROUND = 400


def tense_of(text: str, mention: Mention, sentence: Sentence, cues: Cues) -> Tense:
    """Whether the clause around a mention tells of the past or the future; the past if nothing shows."""
    before = _before(text, mention, sentence)
    beside = text[max(sentence.start_char, mention.start_char - _BESIDE) : mention.start_char]
    behind = text[mention.end_char : min(sentence.end_char, mention.end_char + _BESIDE)]
    if cues.future_beside.search(beside):
        return "future"
    past = max(
        (match.end() for match in cues.past.finditer(before) if not cues.said.fullmatch(match[0])), default=-1
    )
    if (said := _last_end(cues.said, beside)) >= 0:
        past = max(past, len(before) - len(beside) + said)
    future = _last_end(cues.future, before)
    if past < 0 and future < 0:
        ahead = cues.future.search(behind)
        done = cues.said.search(behind) or cues.past.search(behind)
        return "future" if ahead and (done is None or ahead.start() < done.start()) else "past"
    return "future" if future >= past else "past"


def sentence_tense(text: str, sentence: Sentence, cues: Cues) -> Tense | None:
    """Whether a sentence tells of the past, or of what is still to come; None if it may be either."""
    written = text[sentence.start_char : sentence.end_char]
    done = any(not cues.said.fullmatch(match[0]) for match in cues.past.finditer(written))
    if done:
        return None if cues.future.search(written) else "past"
    return "future" if cues.will.search(written) else None


def is_said(text: str, mention: Mention, sentence: Sentence, cues: Cues) -> bool:
    """Whether a verb of saying stands nearer to an expression than any other verb of the past."""
    before = text[max(sentence.start_char, mention.start_char - _BESIDE) : mention.start_char]
    behind = text[mention.end_char : min(sentence.end_char, mention.end_char + _BESIDE)]
    last = max(cues.past.finditer(before), key=lambda match: match.end(), default=None)
    said = max(cues.said.finditer(before), key=lambda match: match.end(), default=None)
    if said is not None:
        return last is None or last.end() <= said.end()
    return last is None and cues.said.match(behind.lstrip(" ,")) is not None


def is_told_before(text: str, mention: Mention, sentence: Sentence, cues: Cues) -> bool:
    """Whether an expression dates what was before the rest that is told ("On Thursday he had said")."""
    behind = text[mention.end_char : min(sentence.end_char, mention.end_char + _BESIDE)]
    had = cues.before.search(behind)
    if had is None or cues.past.search(behind, 0, had.start()) is not None:
        return False
    done = behind[had.end() :].lstrip()  # "had said", but not "had little"
    return cues.past.match(done) is not None or cues.said.match(done) is not None


def is_sure(text: str, mention: Mention, sentence: Sentence, cues: Cues, tense: Tense) -> bool:
    """Whether a sentence leaves no doubt that a date in it was past, or still to come, when it was written.

    A sentence that tells of both may tell in the past of what was then to come; a year may be part of a name
    ("the 2026 budget") unless a word such as "in" or "since" stands before it.
    """
    earlier = _before(text, mention, sentence)
    if tense == "past" and mention.meaning.month is None and cues.when.search(earlier[-_BESIDE:]) is None:
        return False
    if tense == "future" and cues.will.search(earlier) is None:
        return False
    around = f"{earlier}\n{text[mention.end_char : min(sentence.end_char, mention.end_char + _AROUND)]}"
    over = (match[0] for match in cues.past.finditer(around) if not cues.said.fullmatch(match[0]))
    if tense == "future":
        return not any(over)
    if cues.future.search(around) is not None or cues.doubt.search(around) is not None:
        return False
    return any(not cues.not_over.fullmatch(word) for word in over)


def _before(text: str, mention: Mention, sentence: Sentence) -> str:
    """The words of a mention's sentence before it."""
    return text[max(sentence.start_char, mention.start_char - _AROUND) : mention.start_char]


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)
