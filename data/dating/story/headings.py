"""Days that head what stands below them: a diary's, and those of a log by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.naming import names_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Mention

# So many times of day may stand between a heading and what it heads.
_ENTRIES = 60


def heading(text: str, mentions: Sequence[Mention], place: int) -> Mention | None:
    """The mention of a day alone on its line under which the present one stands; None if there is none."""
    for before in reversed(mentions[max(0, place - _ENTRIES) : place]):
        if before.meaning.type in ("DATE", "TIME") and names_day(before.meaning):
            return before if stands_alone(text, before.start_char, before.end_char) else None
    return None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line of a mention."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return not any(map(str.isalnum, text[first:start] + text[end : last if last >= 0 else None]))
