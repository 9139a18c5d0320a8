"""Words inside quotation marks, which count from the speaker's own day.

"'I will resign tomorrow,' he said on Monday" speaks of Tuesday, whenever it was printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Mention

_OPENING, _CLOSING, _EITHER = "“«„", "”»", '"'
# A quotation is looked for at most so far back.
_REACH = 600
# Mentions so many before and after a quoted one are asked for the day on which it was said.
_NEIGHBOURS = 3


def is_quoted(text: str, place: int) -> bool:
    """Whether an offset lies within quotation marks of its paragraph."""
    start = max(text.rfind("\n\n", 0, place) + 2 if "\n\n" in text[max(0, place - _REACH) : place] else 0,
                place - _REACH)  # fmt: skip
    inside = False
    before = text[start:place].replace("``", "“").replace("''", "”")
    for char in before:
        if char in _OPENING:
            inside = True
        elif char in _CLOSING:
            inside = False
        elif char == _EITHER:
            inside = not inside
    return inside


def day_of_saying(
    text: str, mentions: Sequence[Mention], place: int, sentence: tuple[int, int]
) -> Mention | None:
    """The mention that tells on which day a quoted mention was said, if one stands outside the quotation.

    It names a weekday or a day and stands in the same sentence.
    """
    mention = mentions[place]
    if not is_quoted(text, mention.start_char):
        return None
    for other in mentions[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]:
        meaning = other.meaning
        names_day = meaning.type == "DATE" and (meaning.weekday is not None or meaning.day is not None)
        within = sentence[0] <= other.start_char < sentence[1]
        bare = names_day and within and meaning.relation in ("bare", "complete")
        if bare and other is not mention and not is_quoted(text, other.start_char):
            return other
    return None
