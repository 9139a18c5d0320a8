"""Whether a text tells history by its own running date, or reports news from its publication date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.naming import names_part_of_year
from data.days import civil

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Meaning, Mention, Published

# A text is narrative if it names at least so many dates with their year that lie more than two years before
# its publication, some of them exact to the month, or so many exact to the month anywhere; and if these
# outnumber the words that count from the day of writing. One is enough for a text that begins with such a
# date and never speaks of its own time, or goes on with so many days of no year, twice as many as such words;
# two with a day among them where such words are a third of them at most. None is where a weekday or
# "yesterday" stands before any day that it could run on from ("died on Sunday" in an obituary), or "today" or
# "last month" before anything long ago.
_NEWS_UNITS = ("day", "week", "month")
_FAR_DATES = 5
_FAR_MONTHS = 2
_FULL_DATES = 8
_OUTNUMBERED = 3
_RUNNING = 5
_FAR = 2


def is_narrative(mentions: Sequence[Mention], published: Published) -> bool:
    """Whether bare dates of a text are to be read against the dates before them."""
    far = far_months = far_days = near = full = counted = running = 0
    named_day = False
    opens_far: bool | None = None
    year = civil(published.start).year if published.start is not None and published.is_known else None
    for mention in mentions:
        meaning = mention.meaning
        dated = meaning.day is not None and (meaning.year is not None or far > 0)
        running += meaning.day is not None and meaning.month is not None and meaning.year is None
        named_day = named_day or (dated and not _is_date_line(meaning, published))
        if meaning.century is not None or (meaning.decade is not None and not meaning.short_year):
            far += 1
            opens_far = opens_far is not False
        elif meaning.year is not None:
            exact = meaning.month is not None or meaning.season is not None
            if year is not None and meaning.year - year > _FAR:
                continue  # when a bond falls due is no history
            full += exact
            is_far = year is None or meaning.era is not None or year - meaning.year > _FAR
            opens_far = is_far if opens_far is None else opens_far
            if is_far:
                far += 1
                far_months += exact or meaning.era is not None
                far_days += meaning.day is not None
            else:
                near += 1
        elif meaning.relation != "bare":
            from_now = meaning.base == "published" and meaning.relation != "complete"
            # "Who wrote from 1951 on, died yesterday" is news; "today" may be these days.
            another_day = meaning.unit == "day" and meaning.count != 0
            if from_now and meaning.unit in _NEWS_UNITS and not named_day and (another_day or not far):
                return False
            counted += from_now
        elif (meaning.weekday is not None or meaning.weekend) and meaning.month is None:
            if not named_day:
                return False
            counted += 1
        elif opens_far is None and meaning.type == "DATE" and names_part_of_year(meaning):
            opens_far = False
    if year is None:
        return far > counted
    if not near + counted and far_months and opens_far:
        return True
    if opens_far and far_months and running >= _RUNNING and running > 2 * (near + counted):
        return True
    if opens_far and far_days and far + far_months > max(_FAR_MONTHS, _OUTNUMBERED * (near + counted)):
        return True
    return (
        far_months >= _FAR_MONTHS
        and far + far_months >= _FAR_DATES
        and far + far_months > 2 * (near + counted)
    ) or (full >= _FULL_DATES and full > 2 * counted)


def _is_date_line(meaning: Meaning, published: Published) -> bool:
    """Whether a date is the day of publication itself: nothing runs on from it."""
    if meaning.year is None or meaning.month is None or meaning.day is None or published.start is None:
        return False
    return (meaning.year, meaning.month, meaning.day) == civil(published.start)[:3]
