"""Words inside quotation marks, which count from the speaker's own day.

"'I will resign tomorrow,' he said on Monday" speaks of Tuesday, whenever it was printed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from data.dating.calendar.naming import names_day
from data.dating.wording.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Meaning, Mention, Sentence

_OPENING = ("“", "«", "„", "``")
_CLOSING = ("”", "»", "''")
# A straight mark behind one of these opens a quotation, behind anything else it closes one.
_BEFORE_OPENING = frozenset(" \n\t\u00a0([-\u2013\u2014/")
_MARKS = re.compile("[“«„”»\"]|``|''")
# A quotation is looked for at most so far back.
_REACH = 600
# Mentions so many before and after a quoted one are asked for the day on which it was said.
_NEIGHBOURS = 3
# The verb of saying stands at most so many characters from the day.
_BESIDE = 60
# Between a verb of saying and a day: "said Ann Lee, who has led it since 2009" does not tell when she spoke.
_ASIDE = re.compile(r",\s\w+\s+\w+[^,]*\Z")
# "In May he said".
_OPENING_WORD = 4
# So near before a day it tells when something was said, not when it happened ("told reporters on Monday").
_DIRECTLY = 14
# "A member since 2005, he said ..." tells no day of the saying.
_LIMITS = ("since", "until")


@cache
def sayings_of(language: str) -> re.Pattern[str] | None:
    """A language's verbs of saying; None for a language without a table, where every day beside counts."""
    verbs = table_of(language, "quotations").get("saying")
    if verbs is None:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, verbs))})(?!\w)")


@cache
def attributions_of(language: str) -> re.Pattern[str] | None:
    """Who says what a sentence tells, told between commas: ", the company said,"; None without a table."""
    said = sayings_of(language)
    return None if said is None else re.compile(rf",\s(?:[^\s,;]+\s){{1,5}}{said.pattern},")


def is_quoted(text: str, place: int) -> bool:
    """Whether an offset lies within quotation marks of its paragraph."""
    start = max(0, place - _REACH)
    start = max(start, text.rfind("\n\n", start, place))
    inside = False
    for found in _MARKS.finditer(text, start, place):
        mark = found[0]
        if mark == '"':
            # Where a search begins within a quotation, only what stands before a mark tells which it is.
            inside = found.start() == 0 or text[found.start() - 1] in _BEFORE_OPENING
        else:
            inside = mark in _OPENING or (mark not in _CLOSING and not inside)
    return inside


def _opens_with_quotation(text: str, place: int) -> bool:
    """Whether a quotation begins at an offset."""
    return text.startswith((*_OPENING, '"'), place)


def is_day_of_saying(text: str, place: int, start: int, sayings: re.Pattern[str] | None) -> bool:
    """Whether a verb of saying stands directly before an offset, in a sentence that starts at another."""
    if sayings is None:
        return False
    verbs = sayings.finditer(text, max(start, place - _BESIDE), place)
    return any(place - verb.end() <= _DIRECTLY for verb in verbs)


def saying_of(
    text: str, mentions: Sequence[Mention], place: int, sentence: tuple[int, int], before: Sentence | None,
    sayings: re.Pattern[str] | None,
) -> Mention | None:  # fmt: skip
    """The mention that tells when the place-th one, in the range of a sentence, was said; None if unquoted.

    ``before`` is the sentence before it in its paragraph, if there is one.
    """
    said = _day_of_saying(text, mentions, place, sentence, sayings)
    if said is None and before is not None and _opens_with_quotation(text, sentence[0]):
        # "He said on Monday ... "Tomorrow ...": the speaker goes on, and so after "it ended on Monday".
        for range_ in ((before.start_char, sentence[1]), (before.start_char, before.end_char)):
            said = _day_of_saying(text, mentions, place, range_, sayings)
            if said is None or said.meaning.weekday is not None or said.meaning.day is not None:
                return said
        if said is not None and not _tells_when_said(text, said, before.start_char, sayings):
            # "Prices rose in April, the bank said": it was said later.
            return None
    return said


def _tells_when_said(text: str, mention: Mention, start: int, sayings: re.Pattern[str] | None) -> bool:
    """Whether a month or year opens its sentence, which begins at an offset, or stands behind its saying.

    A year does so directly: who "warned of the risk as early as 2000" may say something else today.
    """
    place = mention.start_char
    if place - start <= _OPENING_WORD or sayings is None:
        return True
    reach = _BESIDE if mention.meaning.month is not None else _DIRECTLY
    return any(
        place - verb.end() <= reach for verb in sayings.finditer(text, max(start, place - _BESIDE), place)
    )


def _day_of_saying(
    text: str,
    mentions: Sequence[Mention],
    place: int,
    sentence: tuple[int, int],
    sayings: re.Pattern[str] | None,
) -> Mention | None:
    """The mention that tells when a quoted mention was said, if one stands outside the quotation.

    It names a day, or beside a verb of saying a month or year, and stands in the range given.
    """
    mention = mentions[place]
    for other in mentions[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]:
        if other is mention or not sentence[0] <= other.start_char < sentence[1]:
            continue
        if not _dates_a_saying(other.meaning, text, other, sentence, sayings):
            continue
        if not is_quoted(text, other.start_char):
            return other if is_quoted(text, mention.start_char) else None
    return None


def _dates_a_saying(
    meaning: Meaning, text: str, mention: Mention, sentence: tuple[int, int], sayings: re.Pattern[str] | None
) -> bool:
    if (
        not (meaning.type == "DATE" or (meaning.type == "TIME" and names_day(meaning)))
        or meaning.relation not in ("bare", "complete")
        or meaning.reference is not None
        or meaning.role in _LIMITS
    ):
        return False
    if sayings is None:
        return meaning.weekday is not None or meaning.day is not None
    start = max(sentence[0], mention.start_char - _BESIDE)
    end = min(sentence[1], mention.end_char + _BESIDE)
    return any(
        not is_quoted(text, verb.start()) and not _ASIDE.search(text, verb.end(), mention.start_char)
        for verb in sayings.finditer(text, start, end)
    )
