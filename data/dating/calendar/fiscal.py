"""Fiscal years as countries count them: the month they begin in, and which of their years names them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.dating.calendar.spans import month_of, quarter_ended, year_name
from data.days import civil

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.model import Meaning

_MONTHS, _OF_A_QUARTER = 12, 3


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """How a country counts.

    Attributes:
        first_month: the month on the first day of which the year begins, 1 to 12.
        named_by_end: whether "fiscal 2025" is the year that ends in 2025, not the one that begins then.
    """

    first_month: int
    named_by_end: bool

    def days(self, meaning: Meaning, span: Span, published: Span | None) -> Span:
        """The days of a fiscal year or quarter of which those by the calendar are known.

        A year is found by the name that the text gives it, else as this, the last or the next one from the
        day of publication. A quarter is called as that of the calendar.
        """
        named = civil(span.start).year
        if meaning.year is not None:
            began = named - (self.named_by_end and meaning.end is None)
        else:
            began = named - (published is not None and civil(published.start).month < self.first_month)
            span = replace(span, value=year_name(began + self.named_by_end))
        quarter = meaning.quarter
        first = self.first_month + (_OF_A_QUARTER * (quarter - 1) if quarter else 0)
        last = month_of(began, first + (_OF_A_QUARTER if quarter else _MONTHS) - 1)
        return (
            quarter_ended(last.end)
            if quarter
            else replace(span, start=month_of(began, first).start, end=last.end)
        )
