"""What became of an occasion on the day for which it was planned.

"The debate planned for Thursday did not take place" tells of Thursday, and so does "the debate planned for
Thursday was held": the date is that of the occasion, whose verb stands behind it.
"""

from __future__ import annotations

from data.events.clauses.dating import Dating
from data.events.cues import Cues


def came_about(text: str, start: int, end: int, dating: Dating, cues: Cues) -> bool | None:
    """Whether what was planned for a date came about, as its clause ``text[start:end]`` tells behind it.

    None if it does not tell.
    """
    if not dating.start_char < dating.end_char < end:
        return None
    told = cues.held_behind.match(text, dating.end_char, end)
    if told is None or cues.planned_before.search(text, start, dating.start_char) is None:
        return None
    return told["fails"] is None
