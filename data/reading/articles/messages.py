"""Messages as people save them: a chat that a phone exported, and posts copied from a social network.

Each message is a document of its own: it has its own day, which its "yesterday" is counted from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.days import iso, month_length, ordinal
from data.reading.articles.cues import cue_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reading.articles.lines import Line

_BLANK = re.compile(r"[\s\ufeff]*")
_FEWEST = 2
_CENTURY = 2000  # phones are no older
_MONTHS = 12
# Above the first post stand at most so many lines of the page.
_LINES_ABOVE = 12
_ENDS = ("section", "page", "results", "error")


class Message(NamedTuple):
    """A message of a chat.

    Attributes:
        start, end: its range in the text.
        text: where behind the stamp what was written begins; ``end`` if the program itself speaks.
        sender: who wrote, or None.
        stamp: the date as written.
        day: that date, ISO, or None where which number is the month stays open.
    """

    start: int
    end: int
    text: int
    sender: str | None
    stamp: str
    day: str | None


def messages(text: str) -> list[Message]:
    """The messages of a saved chat, in order; empty for any other text, which begins with no stamp."""
    pattern = cue_pattern("message")
    blank = _BLANK.match(text)
    begin = blank.end() if blank is not None else 0
    if not text[begin : begin + 3].lstrip("[\u200e")[:1].isdigit() or pattern.match(text, begin) is None:
        return []
    found = [match for at in _line_starts(text, begin) if (match := pattern.match(text, at)) is not None]
    if len(found) < _FEWEST:
        return []
    stamps = [_groups(match)[0] for match in found]
    if sum(_groups(match)[1] is not None for match in found) * 2 < len(found):
        return []  # a log of what happened when: nobody speaks in it
    days = _days(stamps)
    told: list[Message] = []
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, stamp, day, end in zip(found, stamps, days, ends, strict=True):
        sender = _groups(match)[1]
        body = text[match.end() : end].strip()
        silent = sender is None or not body or cue_pattern("no_message").fullmatch(body) is not None
        told.append(Message(match.start(), end, end if silent else match.end(), sender, stamp, day))
    return told


def _line_starts(text: str, begin: int) -> Iterator[int]:
    at = begin
    while at < len(text):
        yield at
        at = text.find("\n", at) + 1 or len(text)


def _groups(match: re.Match[str]) -> tuple[str, str | None]:
    found = [group for group in match.groups() if group is not None]
    return found[0], found[1].strip() if len(found) > 1 else None


def _days(stamps: Sequence[str]) -> list[str | None]:
    """The day of each stamp, if all agree on one order of day and month, or the days run on in only one."""
    numbers = [[int(piece) for piece in re.split(r"\D", stamp)] for stamp in stamps]
    orders = [
        days
        for day_at, month_at, year_at in ((0, 1, 2), (1, 0, 2), (2, 1, 0))
        if all(days := [_day(one[year_at], one[month_at], one[day_at], year_at) for one in numbers])
    ]
    if len(orders) > 1:
        orders = [days for days in orders if days == sorted(days)] or orders
    if not orders or any(days != orders[0] for days in orders[1:]):
        return [None] * len(stamps)
    return [iso(day) for day in orders[0]]


def _day(year: int, month: int, day: int, year_at: int) -> int:
    """The number of a day, or 0 if there is none such; a year before the rest has four digits."""
    if year < _CENTURY:
        year = year + _CENTURY if year < 100 and year_at else 0
    if not year or not 1 <= month <= _MONTHS or not 1 <= day <= month_length(year, month):
        return 0
    return ordinal(year, month, day)


class Post(NamedTuple):
    """A post: its first line, the line after its last, who wrote it, and the first line of its text."""

    first: int
    after: int
    sender: str
    text: int


def posts(lines: Sequence[Line]) -> list[Post]:
    """The posts of a page of a social network.

    Each begins with a name, and below it a handle, or an hour with a dot.

    One alone may stand inside an article; so may several, below its first paragraph.
    """
    handles = [at for at, line in enumerate(lines) if at and line.text[:1] == "@" and _is_handle(line)]
    stamped = [at for at, line in enumerate(lines) if at and line.cue == "date_line" and line.text[-1] == "·"]
    handles = handles if len(handles) >= _FEWEST else stamped
    if not handles or handles[0] > _LINES_ABOVE:
        return []
    starts = [at - 1 for at in handles if lines[at - 1].look in ("label", "picture", "headline")]
    if not starts or any(line.look == "prose" and line.cue is None for line in lines[: starts[0]]):
        return []
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        after = next((at for at in range(start + 2, end) if lines[at].cue in _ENDS), end)
        text = next((at for at in range(start + 2, after) if lines[at].cue is None), None)
        if text is not None:
            found.append(Post(start, after, lines[start].text, text))
    return found


def _is_handle(line: Line) -> bool:
    return cue_pattern("handle").fullmatch(line.text) is not None


def with_posts(lines: Sequence[Line], found: Sequence[Post]) -> list[Line]:
    """The lines of such a page: who wrote told as byline, the handle as furniture."""
    told = list(lines)
    for post in found:
        told[post.first] = told[post.first]._replace(cue="byline")
        if _is_handle(told[post.first + 1]):
            told[post.first + 1] = told[post.first + 1]._replace(cue="line")
    return told
