"""What is only said to have been, in languages that tell it with the verb of what is to come."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.wording.cues import Cues

# The verbs of a clause stand so many words behind its expression at most.
_REACH = 14
# The verb stands so many words before its expression at most.
_BEFORE = 8


def said_to_have_been(before: Sequence[str], after: Sequence[str], cues: Cues) -> str | None:
    """The verb by which something is said to have been ("Er soll im Mai Geld gestohlen haben"); None without.

    ``before`` and ``after`` are the words of the sentence before and behind an expression.
    """
    if not cues.hearsay.verbs:
        return None
    verb = _nearest(before[-_BEFORE:], cues)
    for place, (first, second) in enumerate(pairwise(after[:_REACH])):
        if first in cues.hearsay.verbs:
            # "Im Mai soll er Geld gestohlen haben", "die im Mai Geld zou hebben gestolen".
            verb = first
        if _is_perfect(first, second, cues):
            behind = after[place + 2 : place + 3]
            # "Der im Mai Geld gestohlen haben soll".
            return verb or next((word for word in behind if word in cues.hearsay.verbs), None)
    return None


def _nearest(before: Sequence[str], cues: Cues) -> str | None:
    """The verb of hearsay before an expression, if no other word between tells a tense."""
    for place in range(len(before) - 1, -1, -1):
        if before[place].casefold() in cues.hearsay.verbs:
            return before[place]
        if cues.tense(before, place) is not None:
            return None
    return None


def _is_perfect(first: str, second: str, cues: Cues) -> bool:
    """Whether two words are a participle and a verb of the perfect, in either order."""
    for participle, helping in ((first, second), (second, first)):
        if helping in cues.hearsay.changing:
            told = participle in cues.hearsay.changed
        else:
            told = helping in cues.hearsay.helping and _is_participle(participle, cues)
        if told:
            return True
    return False


def _is_participle(word: str, cues: Cues) -> bool:
    return word.islower() and word.startswith(cues.hearsay.begins) and word.endswith(cues.hearsay.ends)
