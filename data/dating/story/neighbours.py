"""What the mentions beside one tell of it: the list it stands in, a time's day, the year it compares with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Meaning, Mention

# Two names of one list have no more than a comma and a short word between them.
_BETWEEN = re.compile(r",|,?\s*\w{1,4}")

# What stands between two clocks that are told apart.
_APART = re.compile(r"[^\w\s]")

_DIGIT = re.compile(r"\d")

# A day named so many characters behind a time of day is its day.
_BEHIND = 20


def before_in_list(text: str, mentions: Sequence[Mention], place: int) -> Mention | None:
    """The mention before one in a list ("in May and June"); None if it opens a list or is in none."""
    if not place:
        return None
    before, mention = mentions[place - 1], mentions[place]
    names = _names(mention.meaning)
    between = text[before.end_char : mention.start_char].strip()
    alike = names == _names(before.meaning) and before.meaning.type == mention.meaning.type
    return before if alike and any(names) and _BETWEEN.fullmatch(between) is not None else None


def _names(meaning: Meaning) -> tuple[bool, bool, bool]:
    """Whether a meaning names a month and a weekday, and a day beside one of them."""
    month, weekday = meaning.month is not None, meaning.weekday is not None
    return month, weekday, (month or weekday) and meaning.day is not None


def day_behind(text: str, mentions: Sequence[Mention], place: int, end: int) -> Mention | None:
    """The mention of a day close behind a time of day and before an offset ("10:35 (0735 GMT) Friday")."""
    # Both ends of "between 5 and 6 p.m. on Friday" are of the day that follows.
    behind = place + (2 if mentions[place].meaning.role == "from" else 1)
    if behind + 1 < len(mentions) and _is_same_time(mentions[behind], mentions[behind - 1]):
        behind += not _names_day(mentions[behind].meaning)
    if behind >= len(mentions):
        return None
    following = mentions[behind]
    between = text[mentions[behind - 1].end_char : following.start_char]
    # "At $54 by 9 a.m., down from $55 late on Wednesday" compares.
    near = len(between) <= _BEHIND and following.start_char < end and not _DIGIT.search(between)
    if near and _is_counted_from_now(following.meaning):
        # "From 1 a.m. to 9 a.m. yesterday".
        return following if between.isspace() else None
    is_day = following.meaning.type == "DATE" or _is_of_same_day(text, mentions[place], following)
    return following if near and _names_day(following.meaning) and is_day else None


def _names_day(meaning: Meaning) -> bool:
    return meaning.weekday is not None or meaning.day is not None


def _is_counted_from_now(meaning: Meaning) -> bool:
    counted = (meaning.type, meaning.unit, meaning.base, meaning.relation)
    return counted == ("DATE", "day", "published", "offset")


def _is_of_same_day(text: str, mention: Mention, following: Mention) -> bool:
    """Whether two clocks are of one day: "begins at 8 and ends at 6 p.m. Friday", "7 p.m. ET/4 p.m. PT"."""
    between = text[mention.end_char : following.start_char]
    later = (mention.meaning.time or "") <= (following.meaning.time or "")
    return following.meaning.type == "TIME" and (between == "/" or (later and not _APART.search(between)))


def _is_same_time(mention: Mention, before: Mention) -> bool:
    """Whether a time of day tells the one before it in another zone: "10:35 a.m. (0735 GMT)"."""
    zone = mention.meaning.zone
    return zone is not None and mention.start_char - before.end_char <= len(" (")


def follows_last_year(mentions: Sequence[Mention], place: int, start: int) -> bool:
    """Whether the mention before one, from an offset on, is "last year"."""
    if not place or mentions[place - 1].start_char < start:
        return False
    meaning = mentions[place - 1].meaning
    return (meaning.relation, meaning.unit) == ("previous", "year")


def is_bare(mention: Mention) -> bool:
    """Whether a mention is the bare name of a date that ends nothing ("May")."""
    return mention.meaning.relation == "bare" and mention.meaning.role is None
