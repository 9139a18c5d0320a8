"""The days that a text has told so far, to which its times of day belong ("on Monday. It ended at 8 p.m.")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model import Anchor

if TYPE_CHECKING:
    from data.dating.cues import Tense
    from data.dating.spans import Span


class ToldDays:
    """The last day of a text, and the last on which something happened that is more than said."""

    def __init__(self) -> None:
        self.last: Span | None = None
        self._at = 0
        self._happened: tuple[Span, int] | None = None

    def tell(self, day: Span, place: int, *, of_saying: bool) -> None:
        """Take up a day that the text names at an offset, perhaps only to tell when something was said."""
        self.last, self._at = day, place
        if not of_saying:
            self._happened = day, place

    def since(self, place: int) -> tuple[Span, Anchor] | None:
        """The day named at or after an offset, which is where the sentence of a time of day begins."""
        if self.last is None or self._at < place:
            return None
        return self.last, Anchor("expression", self.last.value, "the day named before it in the sentence")

    def before(self, place: int, tense: Tense, published: Span) -> tuple[Span, Anchor] | None:
        """The day of the sentence before, which begins at an offset, if it lies as the tense says."""
        if self._happened is None or self._happened[1] < place:
            return None
        day = self._happened[0]
        ahead = day.start - published.start
        if ahead > 0 if tense == "past" else ahead < 0:
            return None
        return day, Anchor("expression", day.value, "the day named in the sentence before")
