"""What of a clause only tells who says it, and whether its date is that of the saying."""

from __future__ import annotations

import re

from data import days
from data.events.clauses.datings import Dating
from data.events.clauses.focus import Focus
from data.events.cues import Cues

#: The words that name a source take so many characters at most.
LONGEST_SOURCE = 60
# What denies a verb stands so close before it, in characters.
_CLOSE = 12


def told_from(said: re.Match[str] | None, lower: str, dating: Dating | None, start: int, cues: Cues) -> int:
    """How many characters at a clause's head only name the source; 0 if the date is that of the saying."""
    if said is None or said.start() > LONGEST_SOURCE or dates_the_saying(said, dating, start, cues):
        return 0
    return 0 if cues.modality.search(lower, 0, said.start()) else said.end()


def dates_the_saying(said: re.Match[str] | None, dating: Dating | None, start: int, cues: Cues) -> bool:
    """Whether a date stands beside the reporting verb ("said Monday that", "on Monday told")."""
    if said is None or dating is None:
        return False
    before = start + said.start("verb") - dating.end_char
    after = dating.start_char - (start + said.end())
    return 0 <= before <= 24 or (-12 <= after <= 24 and not (after >= 0 and begins_told(said, cues)))


def is_said_denial(
    said: re.Match[str] | None, dating: Dating | None, start: int, lower: str, cues: Cues
) -> bool:
    """Whether a clause that denies something is dated by the day on which somebody said so.

    It is not if the saying itself is denied ("did not say on Monday"), or only goes on with a denial.
    """
    if said is None or not dates_the_saying(said, dating, start, cues):
        return False
    verb = said.start("verb")
    denied = cues.modality.search(lower, max(0, verb - _CLOSE), said.end("verb"))
    joined = not cues.words["conjunctions"].isdisjoint(lower[:verb].split()[-1:])
    return not joined and (denied is None or denied.lastgroup != "denied")


def tells_another_year(
    said: re.Match[str] | None, dating: Dating | None, start: int, focus: Focus, cues: Cues
) -> bool:
    """Whether somebody tells what was in an earlier year than that of the day the document is about."""
    if said is None or dating is None or dates_the_saying(said, dating, start, cues):
        return False
    if dating.end is None or focus.start is None:
        return False
    return days.civil(dating.end).year < days.civil(focus.start).year


def begins_told(said: re.Match[str], cues: Cues) -> bool:
    """Whether what is told begins behind a reporting verb, with its date ("said that | last year")."""
    return said.group().rpartition(" ")[2] in cues.words["relative_links"]
