"""The list of events: any number of them, for only the visible lines exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from data import days
from data.clock import clock_words, short_clock_words
from data.edtf import is_about
from data.order import begin_day
from data.store.records import EventRow
from data.words import counted, short_words, year_words
from tui.state.session import Session
from tui.text.glyphs import Glyphs, signs_of
from tui.text.shown import shown
from tui.timeline.lines import EventLine, Heading, Line, Rest
from tui.widgets.painted import Painted
from tui.widgets.strips import Piece, fit, line, wrapped

DATE_WIDTH, WIDE_DATE_WIDTH = 14, 19
_WIDE = 90
_SIGNS_WIDTH = 4
_COUNT_WIDTH = 5
_KEPT = 256
"""Lines kept as they were drawn: a key changes two of those in sight."""
_SHORTER = (("fiscal year", "FY"), ("first half", "1st half"), ("second half", "2nd half"), (" of ", " "))
_DAY_AND_MONTH = re.compile(
    r"\d{1,2}(?:–\d{1,2})? |\d{1,2} \w{3} – |(?:before|since|until) (?:\d{1,2} )?[A-Z]"
)


class EventList(Painted):
    """Headings and events around the cursor; the heading of the first line stays in sight."""

    class Chosen(Message):
        """An event was pointed at."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class Wheeled(Message):
        """The wheel was turned: so many lines."""

        def __init__(self, lines: int) -> None:
            super().__init__()
            self.lines = lines

    class Resized(Message):
        """Other lines than before may be in sight."""

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__()
        self._session = session
        self._glyphs = glyphs
        self._drawn: dict[tuple[object, ...], Strip] = {}
        self.empty: list[str] = []
        self.counting = False

    def forget(self) -> None:
        """Draw every line anew: the theme has changed."""
        self._drawn.clear()
        super().forget()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Leave the cursor on its line of the screen, whatever comes or goes above it within a block."""
        session = self._session
        before = session.lines.line_of(session.row) - self.top if session.count else 0
        yield
        if session.count:
            self.top = max(0, session.lines.line_of(session.row) - before)

    def _scroll_to_cursor(self) -> None:
        """Keep the cursor in sight, with the line above it."""
        lines, height = self._session.lines, self.size.height
        here = lines.line_of(self._session.row)
        heading = lines.heading_line(here)
        wanted = heading if here - 1 == heading else here - 1
        if wanted < self.top or here >= self.top + height:
            jump = not (self.top - height <= here < self.top + 2 * height)
            if jump:
                self.top = here - height // 3
            elif wanted < self.top:
                self.top = wanted
            else:
                self.top = here - height + 1
        self.top = max(0, min(self.top, len(lines) - height))

    def paint(self) -> list[Strip]:
        """The visible lines."""
        width, height = self.size
        text = self.look("text")
        if not self._session.count:
            blank, margin = Strip.blank(width, text), Strip.blank(2, text)
            told = (wrapped([(one, text)], width - 2, text, indent="  ") for one in self.empty)
            said = [one for lines in told for one in lines]
            return ([blank, *(Strip.join([margin, one]) for one in said)] + [blank] * height)[:height]
        self._scroll_to_cursor()
        lines = self._session.lines
        made: list[Strip] = []
        for number in range(self.top, min(self.top + height, len(lines))):
            found = lines.at(number)
            if number == self.top and self._is_inside(found, number):
                found = Heading(found.section)
            made.append(self._strip(found, width))
        made += [Strip.blank(width, text)] * (height - len(made))
        return made

    def _is_inside(self, found: Line, number: int) -> bool:
        """Whether the heading of a line is above it and its section goes on below it."""
        lines = self._session.lines
        below = lines.at(number + 1) if number + 1 < len(lines) else None
        return not isinstance(found, Heading) and not isinstance(below, Heading | None)

    def window(self) -> tuple[int, int] | None:
        """First and last day that the list shows; None if it shows none, or not in the order of time."""
        session, height = self._session, self.size.height
        if not session.count or not height or session.by != "time":
            return None
        self._scroll_to_cursor()
        bottom = min(self.top + height, len(session.lines)) - 1
        rows = session.lines.event_near(self.top), session.lines.event_near(bottom, backward=True)
        days_shown = [begin_day(row.start, row.end) for row in map(session.row_at, rows)]
        known = [day for day in days_shown if day is not None]
        return (known[0], known[-1]) if known else None

    def _strip(self, found: Heading | EventLine | Rest, width: int) -> Strip:
        text = self.look("text")
        if isinstance(found, Heading):
            # Of a part of the events, shown while all are counted, no number is true.
            many = "…" if self._session.is_counting else counted(found.section.events, "event")
            label = shown(found.section.label)
            label = fit(label, min(cell_len(label), width - len(many) - 4))
            count = fit(many, width - cell_len(label) - 4)
            return line([(f" {label}  ", self.look("heading")), (count, self.look("faint"))], width, text)
        if isinstance(found, Rest):
            said = f"{' ' * (_date_width(width) + _SIGNS_WIDTH + 4)}+ {found.hidden:,} more"
            return line([(fit(said, width), self.look("faint"))], width, text)
        row = self._session.row_at(found.row)
        date = self._date(row, found)
        chosen, marked = found.row == self._session.row, row.id in self._session.marks
        drawn = (row, date, width, chosen, marked, self._session.words)
        strip = self._drawn.get(drawn)
        if strip is None:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            strip = self._drawn[drawn] = self._event(row, date, width, chosen=chosen, marked=marked)
        return strip

    def _event(self, row: EventRow, date: str, width: int, *, chosen: bool, marked: bool) -> Strip:
        glyphs = self._glyphs
        date = fit(date, _date_width(width))
        title = fit(shown(row.title), width - cell_len(date) - _SIGNS_WIDTH - 5 - _COUNT_WIDTH)
        count = f"{row.publishers:>{_COUNT_WIDTH - 1}} "
        mark = glyphs.mark if marked else " "
        signs = signs_of(row, glyphs)
        if chosen:
            whole = f"{glyphs.cursor}{mark}{date} {''.join(sign for sign, _ in signs)} "
            style = self.look("cursor")
            return line([(whole, style), *self._marked(title, style), (" " + count, style)], width, style)
        text = self.look("text")
        return line(
            [
                (" ", text),
                (mark, text if mark == " " else self.look("key")),
                (date + " ", self.look("date")),
                *((sign, text if sign == " " else self.look(look)) for sign, look in signs),
                (" ", text),
                *self._marked(title, text),
                (" " + count, self.look("faint")),
            ],
            width,
            text,
        )

    def _date(self, row: EventRow, found: EventLine) -> str:
        """When it was or, if that is asked for, how long after the mark or the event before."""
        if self.counting:
            from tui.text.elapsed import short_elapsed

            marked = self._session.mark_before(row, found.row)
            return "" if marked is None else short_elapsed(row, marked)
        width = _date_width(self.size.width)
        return column_date(row, found.section.unit, found.section.start, width)

    def _marked(self, title: str, style: Style) -> list[Piece]:
        """A title with the words of the search marked."""
        words = self._session.words
        pattern = None if words is None else _pattern(words)
        if pattern is None:
            return [(title, style)]
        found = self.look("found")
        if style == self.look("cursor"):
            found = self.look("found-here")
        pieces: list[Piece] = []
        place = 0
        for match in pattern.finditer(title):
            pieces += [(title[place : match.start()], style), (match[0], found)]
            place = match.end()
        pieces.append((title[place:], style))
        return pieces

    def on_resize(self, event: events.Resize) -> None:
        """Tell who shows which days are in sight."""
        super().on_resize(event)
        self.post_message(self.Resized())

    def on_click(self, event: events.Click) -> None:
        """Point at an event."""
        number = self.top + event.y
        if number < len(self._session.lines):
            found = self._session.lines.at(number)
            if isinstance(found, EventLine):
                self.post_message(self.Chosen(found.row))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        self.post_message(self.Wheeled(3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        self.post_message(self.Wheeled(-3))


def _date_width(width: int) -> int:
    return WIDE_DATE_WIDTH if width >= _WIDE else DATE_WIDTH


@lru_cache(maxsize=4)
def _pattern(words: str) -> re.Pattern[str] | None:
    """The plain words of a search as a pattern; None if it has none."""
    plain = {one for one in re.findall(r"[^\s\"():-]+", words) if one not in ("OR", "not")}
    if not plain:
        return None
    return re.compile("|".join(re.escape(one) for one in sorted(plain, key=len, reverse=True)), re.IGNORECASE)


def column_date(row: EventRow, unit: str | None, start: int | None, width: int) -> str:
    """A date for the list's column: without its year where a day is named and the heading says the year.

    The time of the day stands behind it, in full or shortened, if there is room for it.
    """
    day = _column_day(row, unit, start)
    if row.clock is not None:
        for words in (clock_words(row.clock), short_clock_words(row.clock)):
            if cell_len(day) + 1 + cell_len(words) <= width:
                return f"{day} {words}"
    return day


def _column_day(row: EventRow, unit: str | None, start: int | None) -> str:
    words = short_words(row.start, row.end, row.precision)
    for long, short in _SHORTER:
        words = words.replace(long, short)
    about = "~" if is_about(row.edtf or "") else ""
    if start is None or unit in ("century", "decade"):
        return about + words
    year = f" {year_words(days.civil(start).year)}"
    if words.endswith(year) and _DAY_AND_MONTH.match(words) and year not in words.removesuffix(year):
        return about + words.removesuffix(year)
    return about + words
