"""Which quarter a business report speaks of: the one it told last, for "the quarter" and "a year earlier"."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from data.dating.calendar.spans import quarter_of
from data.days import civil

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.model import Meaning

# A quarter told so many characters before "a year earlier" is what is compared.
_REACH = 1500
# A quarter is summed up in its last so many days.
_LAST_DAYS = 4
# A length of more than so many is no quarter's; "slowest in four years" tells of more than any report does.
_LONGEST: dict[str, float] = {"year": 0, "month": 3, "week": 14}
_OF_REPORT: dict[str, float] = {"year": 1, "month": 12, "week": 53}


class Quarters:
    """The quarters of a text as it is read."""

    def __init__(self) -> None:
        self._told: Span | None = None
        self._at = self._in = 0
        self._gone_on = False
        #: A quarter that was still to end, and the number of the sentence that looks ahead to it.
        self._ahead: tuple[Span, int] | None = None

    @property
    def tells_none(self) -> bool:
        """Whether no quarter has been told yet."""
        return self._told is None

    def tell(self, quarter: Span, place: int, sentence: int, published: Span | None) -> None:
        """Take up a quarter that a sentence names at an offset.

        One that was still to end when the text was published is only looked ahead to, by that sentence.
        """
        if self._told is not None and published is not None and quarter.end > published.end:
            self._ahead = quarter, sentence
        elif self._told is None or self._in != sentence or quarter.start >= self._told.start:
            # "Grew in the first quarter after a drop in the fourth": the report is of the first.
            self._told, self._at, self._in, self._ahead = quarter, place, sentence, None
            self._gone_on = False

    def go_on(self, length: Meaning) -> None:
        """Let "a year earlier" compare no quarter once a report has gone on to nine months or a year."""
        for count, unit in length.amount:
            if _LONGEST.get(unit, inf) < (count or 0) <= _OF_REPORT.get(unit, 0):
                self._gone_on = True

    def compared(self, place: int, sentence: int) -> Span | None:
        """The quarter that "a year earlier" at an offset in a sentence compares with."""
        ahead = self._ahead is not None and self._ahead[1] == sentence
        return None if self._gone_on and not ahead else self.near(place, sentence)

    def near(self, place: int, sentence: int) -> Span | None:
        """The quarter that was told shortly before an offset in a sentence."""
        if self._ahead is not None and self._ahead[1] == sentence:
            return self._ahead[0]
        return self._told if place - self._at <= _REACH else None

    def last(self, sentence: int, published: Span | None) -> Span | None:
        """The quarter told last, as a sentence sees it, else the last that had ended at publication."""
        if self._ahead is not None and self._ahead[1] == sentence:
            return self._ahead[0]
        if self._told is not None or published is None:
            return self._told
        year, month, _ = civil(published.start)
        running = quarter_of(year, (month + 2) // 3)
        # In its last days a quarter is summed up ("down 4 percent for the quarter").
        if running.end - published.start < _LAST_DAYS:
            return running
        return quarter_of(year, (month + 2) // 3 - 1)
