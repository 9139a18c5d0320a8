"""The dates of a text that lie before the day of writing, from which "a year later" of the past goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.spans import is_exact_to

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span


class Behind:
    """The last dates before the day of writing, by their units."""

    def __init__(self) -> None:
        self._told: dict[str, Span] = {}

    def tell(self, span: Span, published: Span | None) -> None:
        """Take up a date if it lies before the day of writing."""
        if published is not None and span.end < published.start:
            self._told.pop(span.unit, None)
            self._told[span.unit] = span

    def last(self, unit: str) -> Span | None:
        """The last of them from which a unit can be counted, else the last at all."""
        told = [*reversed(self._told.values())]
        return next(iter(self.exact_to(unit)), told[0] if told else None)

    def exact_to(self, unit: str) -> list[Span]:
        """Those of them from which a unit can be counted, the last first."""
        return [span for span in reversed(self._told.values()) if is_exact_to(span, unit)]
