"""Whether a text tells history by its own running date, or reports news from its publication date."""

from __future__ import annotations

from dataclasses import dataclass
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
    known = published.start if published.is_known else None
    tally = _Tally(published, None if known is None else civil(known).year)
    return all(tally.take(mention.meaning) for mention in mentions) and tally.tells_history


@dataclass(slots=True)
class _Tally:
    """The dates of a text by their kinds, counted in its order.

    Attributes:
        published: when the text was published.
        year: of its publication, if that is known.
        far: dates with a year, decade or century that lie long before that.
        far_months: those of them that are exact to the month or of another era; ``far_days`` to the day.
        near: dates with a year that do not lie long before.
        full: dates with a year that are exact to the month, near or far.
        counted: what is counted from the day of writing.
        running: days of a month without a year.
        named_day: whether a day has been named that another may run on from.
        opens_far: whether the first date lies long before; None before there is one.
    """

    published: Published
    year: int | None
    far: int = 0
    far_months: int = 0
    far_days: int = 0
    near: int = 0
    full: int = 0
    counted: int = 0
    running: int = 0
    named_day: bool = False
    opens_far: bool | None = None

    def take(self, meaning: Meaning) -> bool:
        """Count a date; False if it shows that the text is news."""
        dated = meaning.day is not None and (meaning.year is not None or self.far > 0)
        self.running += meaning.day is not None and meaning.month is not None and meaning.year is None
        self.named_day = self.named_day or (dated and not _is_date_line(meaning, self.published))
        if meaning.century is not None or (meaning.decade is not None and not meaning.short_year):
            self.far += 1
            self.opens_far = self.opens_far is not False
        elif meaning.year is not None:
            self._take_year(meaning, meaning.year)
        elif meaning.relation != "bare":
            return self._take_counted(meaning)
        elif (meaning.weekday is not None or meaning.weekend) and meaning.month is None:
            self.counted += self.named_day
            return self.named_day
        elif self.opens_far is None and meaning.type == "DATE" and names_part_of_year(meaning):
            self.opens_far = False
        return True

    def _take_year(self, meaning: Meaning, named: int) -> None:
        year = self.year
        if year is not None and named > year + _FAR:
            return  # when a bond falls due is no history
        exact = meaning.month is not None or meaning.season is not None
        self.full += exact
        is_far = year is None or meaning.era is not None or year - named > _FAR
        if self.opens_far is None:
            self.opens_far = is_far
        if is_far:
            self.far += 1
            self.far_months += exact or meaning.era is not None
            self.far_days += meaning.day is not None
        else:
            self.near += 1

    def _take_counted(self, meaning: Meaning) -> bool:
        from_now = meaning.base == "published" and meaning.relation != "complete"
        self.counted += from_now
        # "Who wrote from 1951 on, died yesterday" is news; "today" may be these days.
        another_day = (meaning.unit == "day" and meaning.count != 0) or not self.far
        return not (from_now and meaning.unit in _NEWS_UNITS and not self.named_day and another_day)

    @property
    def tells_history(self) -> bool:
        """Whether dates of long ago outnumber what is told of the text's own time."""
        if self.year is None:
            return self.far > self.counted
        own_time, long_ago = self.near + self.counted, self.far + self.far_months
        goes_on = not own_time or (self.running >= _RUNNING and self.running > 2 * own_time)
        by_days = self.far_days and long_ago > max(_FAR_MONTHS, _OUTNUMBERED * own_time)
        if self.opens_far and ((self.far_months and goes_on) or by_days):
            return True
        many = self.far_months >= _FAR_MONTHS and long_ago >= _FAR_DATES and long_ago > 2 * own_time
        return many or (self.full >= _FULL_DATES and self.full > 2 * self.counted)


def _is_date_line(meaning: Meaning, published: Published) -> bool:
    """Whether a date is the day of publication itself: nothing runs on from it."""
    if meaning.year is None or meaning.month is None or meaning.day is None or published.start is None:
        return False
    return (meaning.year, meaning.month, meaning.day) == civil(published.start)[:3]
