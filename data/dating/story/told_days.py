"""The days that a text has told so far, to which its times of day belong ("Monday. It ended at 8 p.m.")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from data.dating.calendar.spans import day_span
from data.model import Anchor

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.wording.clauses import Clause
    from data.dating.wording.cues import Tense

#: The TIMEX3 tail of a night, which goes by the day that it begins on.
NIGHT = "TNI"
# The clock of its first hours, and of the end of a day.
_DARK, MIDNIGHT = "T20", "T24:00"
# Behind an evening, or so late an afternoon, only the small hours are of the next day.
_LATE, _IN_THE_EVENING, _SMALL = "T17", "TEV", "T05"
# News tells what happened so many days before it was printed.
_LATEST = 14
# What goes back farther is a story of its own ("On 12 March 2009 he fled. At 9 p.m. he was caught").
_YEAR = 365
_LAST_DAYS = 2
# A midnight so many characters behind the beginning of "early Sunday" is the one that began it.
_BESIDE = 40
# Before this hour the clock shows what belongs to the night of the day before; behind a night told as a whole
# ("overnight") that holds for the whole day that follows.
_EARLY, _EVENING = "T08", "T18"
_MORNING, _AFTERNOON, _NOON = "TMO", "TAF", "T12"

Part = Literal["morning", "afternoon", "night"]
_CLOCK = re.compile(r"T(\d\d):(\d\d)")


def _is_next_day(time: str, told: str | None) -> bool:
    """Whether a time of day is of the day behind that of the one told before it."""
    if told is None:
        return False
    if told == NIGHT or _DARK <= told < MIDNIGHT:
        return "" < time < _EARLY or time == _MORNING
    return (told == _IN_THE_EVENING or _LATE <= told < _DARK) and "" < time < _SMALL


def part_of_day(time: str, mod: str | None) -> Part | None:
    """The part of a day that the TIMEX3 tail of a time is in, or without one the end that its mod names."""
    if not time:
        return "morning" if mod == "START" else "night" if mod == "END" else None
    if time in (_IN_THE_EVENING, NIGHT) or _EVENING <= time <= MIDNIGHT:
        return "night"
    if time == _AFTERNOON or _NOON <= time < _EVENING:
        return "afternoon"
    return "morning" if time == _MORNING or "" < time < _NOON else None


class ToldDay(NamedTuple):
    """A day or night that the text names at an offset, maybe with its time of day, in a clause about a noun.

    ``overnight`` if it is a whole night that no day is named for, or the midnight at its end; ``said`` if it
    tells when something was said; ``part`` of the day is told with it.
    """

    day: Span
    place: int
    time: str | None
    overnight: bool
    clause: Clause | None
    said: bool = False
    part: Part | None = None

    def at(self, time: str, why: str) -> tuple[Span, Anchor]:
        """The day of a time, told with a reason."""
        if self.overnight:
            follows = "" < time < _EVENING or time in (_MORNING, _AFTERNOON)
        else:
            follows = _is_next_day(time, self.time)
        day = day_span(self.day.start + 1) if follows else self.day
        return day, Anchor("expression", self.day.value, why)


class ToldDays:
    """The last day of a text, the last on which something happened, and the one that its lead names."""

    def __init__(self) -> None:
        self._last: ToldDay | None = None
        self._counted: ToldDay | None = None
        self._outside: ToldDay | None = None
        self._happened: ToldDay | None = None
        # The days that the lead names, each with whether it only stands beside what is told.
        self._leads: list[tuple[Span, bool]] = []
        # The days of which the text has told each part.
        self._parts: dict[Part, set[Span]] = {}

    @property
    def last(self) -> Span | None:
        """The last day that the text has told, apart from those that it only compared something with."""
        return None if self._counted is None else self._counted.day

    @property
    def last_minute(self) -> int | None:
        """The minute of that day that is told with it, counted from its midnight; None if none is."""
        clock = None if self._counted is None else _CLOCK.match(self._counted.time or "")
        return None if clock is None else 60 * int(clock[1]) + int(clock[2])

    @property
    def story(self) -> tuple[ToldDay | None, ToldDay | None]:
        """The last day, and the last on which something happened, to come back to."""
        return self._counted, self._happened

    @story.setter
    def story(self, days: tuple[ToldDay | None, ToldDay | None]) -> None:
        self._counted, self._happened = days

    @property
    def tells_clock(self) -> bool:
        """Whether a time of day is told with the last day."""
        return self._counted is not None and self._counted.time is not None

    @property
    def last_place(self) -> int:
        """Where that day is told, -1 if none is."""
        return -1 if self._counted is None else self._counted.place

    def tell(self, told: ToldDay, *, aside: bool, leads: bool, compared: bool, beside: bool = False) -> None:
        """Take up a day.

        It stands aside if it is that of a saying, or a limit; it leads if it stands in the first sentences
        and is no limit. One ``beside`` what is told ("today's report") leads only where no other does.
        """
        self._last = told
        if not compared:
            self._counted = told
        if told.clause is None:
            self._outside = told
        if not aside and (told.clause != "bound" or self._happened is None):
            self._happened = told
        if leads:
            self._leads.append((told.day, beside))
        if told.part is not None and not told.said:
            self._parts.setdefault(told.part, set()).add(told.day)

    def since(self, place: int, time: str, text: str, end: int, *, back: bool) -> tuple[Span, Anchor] | None:
        """The day of a time at an offset if one is named in its sentence, which begins at another.

        A clause about a noun ends with a comma, and with it its day: "Lee, who fell Monday, left at 8 p.m."
        What looks back from the day is before it: "on Monday night they saw where he had sat since dawn".
        """
        told = self._last
        if told is not None and told.clause is not None and "," in text[max(place, told.place) : end]:
            told = self._outside
        if told is None or told.place < place:
            return None
        why = "the day named before it in the sentence"
        if time == MIDNIGHT and told.part == "morning" and not told.time and end - told.place <= _BESIDE:
            # "Early Sunday, shortly after midnight": the midnight with which it began.
            return day_span(told.day.start - 1), Anchor("expression", told.day.value, why)
        if back and not told.overnight:
            return told.day, Anchor("expression", told.day.value, why)
        return told.at(time, why)

    @property
    def tells_saying(self) -> bool:
        """Whether the day told last only tells when something was said."""
        return self._last is not None and self._last.said

    @property
    def told_place(self) -> int:
        """Where a day is told last, be it only compared with; -1 if none is."""
        return -1 if self._last is None else self._last.place

    def before(
        self, place: int, tense: Tense, published: Span, time: str, *, quiet: bool = False
    ) -> tuple[Span, Anchor] | None:
        """The day told since an offset in a sentence before, if it lies as the time's tense says.

        If the sentences behind it were ``quiet`` of any day, only one shortly before publication still holds.
        """
        if self._happened is None or self._happened.place < place:
            return None
        ahead = self._happened.day.start - published.start
        if tense != "past":
            fits = ahead >= 0
        elif quiet:
            fits = -_LAST_DAYS <= ahead <= 0
        else:
            # A day told by the clock goes on by the clock, however long ago it was.
            by_clock = ahead <= 0 and _CLOCK.match(self._happened.time or "") is not None
            fits = -_LATEST <= ahead <= 0 or ahead < -_YEAR or by_clock
        if not fits:
            return None
        return self._happened.at(time, "the day named in the sentence before")

    def of_lead(self, tense: Tense, published: Span) -> tuple[Span, Anchor] | None:
        """The only day that the lead names, shortly before publication, for a time told in the past."""
        told = [(day, beside) for day, beside in self._leads if 0 <= published.start - day.start <= _LATEST]
        days = {day for day, beside in told if not beside} or {day for day, _ in told[:1]}
        if tense != "past" or len(days) != 1:
            return None
        day = days.pop()
        if day.start == published.start:
            return None
        return day, Anchor("expression", day.value, "the day that the lead names")

    def of_part(self, time: str, published: Span) -> tuple[Span, Anchor] | None:
        """The only day, just before publication, of which the part was told that a clock of the past is in.

        "It struck late Monday, police said Tuesday. ... The first call came at 11:20 p.m."
        """
        part = part_of_day(time, None)
        if part is None:
            return None
        behind = part not in self._parts and time < _SMALL
        days = self._parts.get("night" if behind else part, set())
        goes_on = any(published.start <= day.start for told in self._parts.values() for day in told)
        if len(days) != 1 or (goes_on and part != "night"):
            # A story that tells of the day of writing goes on in it, but not into its evening.
            return None
        day = day_span(next(iter(days)).start + behind)
        # "He was killed on the night of 14 March, a court heard. ... They heard him at 22:40".
        told_of = {told.start for parts in self._parts.values() for told in parts}
        longest = _YEAR if len(told_of) == 1 and _CLOCK.match(time) else _LAST_DAYS
        if not 0 < published.start - day.start <= longest:
            return None
        return day, Anchor("expression", day.value, f"the {part} that was told before it")
