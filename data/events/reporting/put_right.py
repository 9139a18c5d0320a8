"""Sentences that put right what the one before them tells was wrong.

"An earlier version misstated the year that Norway joined. It was 2022, not 2019": by itself the second tells
nothing, and the first tells no event. Together they are one passage.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.events.cues import Cues
from data.model import Sentence


def put_right(text: str, sentences: Sequence[Sentence], cues: Cues) -> frozenset[int]:
    """The numbers of the sentences that put right the one before them."""
    return frozenset(
        number
        for number, sentence in enumerate(sentences)
        if number and _puts_right(text, sentences[number - 1], sentence, cues)
    )


def _puts_right(text: str, before: Sentence, sentence: Sentence, cues: Cues) -> bool:
    """Whether a sentence says "It was 19, not 91" where the one before gives 91, or misstates it."""
    told = cues.puts_right.match(text, sentence.start_char, sentence.end_char)
    if told is None:
        return False
    wrong = f" {told['wrong']}"
    notice = text[before.start_char : before.end_char]
    return cues.misstated.search(notice) is not None or f"{wrong} " in notice or f"{wrong}." in notice
