"""The clause of a sentence that an expression stands in: where it begins, and of what kind it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from data.letters import LETTERS

if TYPE_CHECKING:
    from data.dating.wording.cues import Cues

WORD = re.compile(rf"{LETTERS}|\d+")
REACH = 160
"""So many characters around an expression are looked at: a sentence may be as long as a book."""
# An adverb of habit stands at most so many words before what comes back.
_HABIT = 8

Clause = Literal["bound", "loose"]


def joins_clause(text: str, start: int, sentence: int, cues: Cues) -> bool:
    """Whether an offset begins a clause of its own, in a sentence that starts at another (", and in May")."""
    return bool(cues.joining) and text.endswith(cues.joining, sentence, start)


def clause_start(marks: str, text: str, start: int, sentence: int) -> int:
    """Where the clause of an offset begins: behind the nearest of some marks of its sentence."""
    # A sentence may be as long as a book: it is not searched to its beginning for each of its expressions.
    first = max(sentence, start - REACH)
    return max(first, *(text.rfind(mark, first, start) + 1 for mark in marks))


def relative_clause(
    text: str, start: int, sentence: int, cues: Cues, sayings: re.Pattern[str] | None
) -> Clause | None:
    """The kind of clause about a noun that an offset lies in, whose sentence begins at another; None outside.

    "Strikes that began Friday" is bound to its noun; "Lee, who fell Friday" goes on with a story after a
    comma; "said that on Friday" is about no noun.
    """
    if not cues.relatives:
        return None
    first = clause_start(",;", text, start, sentence)
    words = WORD.findall(text, first, start)
    opening = next((at for at in range(len(words) - 1, -1, -1) if words[at] in cues.relatives), None)
    if opening is None:
        return None
    if opening == 0:
        return "loose"
    said = sayings is not None and sayings.fullmatch(words[opening - 1]) is not None
    return None if said and words[opening] in cues.clauses else "bound"


def compares(text: str, start: int, sentence: int, cues: Cues) -> bool:
    """Whether a clause only compares with what is at an offset: "compared with 7.94% Monday"."""
    if not cues.past.comparing:
        return False
    first = clause_start(",", text, start, sentence)
    clause = text[first:start]
    return any(pair in clause for pair in cues.past.comparing)


def is_habitual(text: str, start: int, sentence: int, cues: Cues) -> bool:
    """Whether what is at an offset, in a sentence that begins at another, comes back: "usually in June"."""
    if not cues.habits:
        return False
    first = clause_start(",;:", text, start, sentence)
    return not cues.habits.isdisjoint(WORD.findall(text, first, start)[-_HABIT:])
