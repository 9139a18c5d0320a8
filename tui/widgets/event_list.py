"""The list of events: any number of them, for only the visible lines exist."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from data import days
from data.store.protocol import EventRow
from data.words import short_words, year_words
from tui.glyphs import Glyphs, flag_name, modality_name
from tui.lines import EventLine, Heading, Rest
from tui.session import Session
from tui.strips import Piece, fit, line, shown
from tui.widgets.painted import Painted
from tui.widgets.top_line import counted

DATE_WIDTH = 14
_COUNT_WIDTH = 5
_DAY_AND_MONTH = re.compile(r"\d{1,2}(?:–\d{1,2})? |\d{1,2} \w{3} – ")


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

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__()
        self._session = session
        self._glyphs = glyphs
        self._top = 0
        self.empty: list[str] = []

    @property
    def page(self) -> int:
        """How many lines a page moves."""
        return max(1, self.size.height - 2)

    def _scroll_to_cursor(self) -> None:
        """Keep the cursor in sight: at an edge half a page comes in, which costs less than line by line."""
        lines, height = self._session.lines, self.size.height
        here = lines.line_of(self._session.row)
        heading = lines.heading_line(here)
        wanted = heading if here - 1 == heading else here - 1
        if wanted < self._top or here >= self._top + height:
            jump = not (self._top - height <= here < self._top + 2 * height)
            if jump:
                self._top = here - height // 3
            elif wanted < self._top:
                self._top = min(wanted, self._top - height // 2)
            else:
                self._top = max(here - height + 1, self._top + height // 2)
        self._top = max(0, min(self._top, len(lines) - height))

    def paint(self) -> list[Strip]:
        """The visible lines."""
        width, height = self.size
        text = self.look("text")
        if not self._session.count:
            said = [
                line([("  ", text), (fit(one, width - 2), text)], width, text) for one in ["", *self.empty]
            ]
            blank = Strip.blank(width, text)
            return (said + [blank] * height)[:height]
        self._scroll_to_cursor()
        lines = self._session.lines
        made: list[Strip] = []
        for number in range(self._top, min(self._top + height, len(lines))):
            found = lines.at(number)
            if number == self._top and not isinstance(found, Heading):
                found = Heading(found.period)
            made.append(self._strip(found, width))
        made += [Strip.blank(width, text)] * (height - len(made))
        return made

    def _strip(self, found: Heading | EventLine | Rest, width: int) -> Strip:
        text = self.look("text")
        if isinstance(found, Heading):
            label = found.period.label
            count = fit(counted(found.period.events, "event"), width - cell_len(label) - 4)
            return line([(f" {label}  ", self.look("heading")), (count, self.look("faint"))], width, text)
        if isinstance(found, Rest):
            said = f"{' ' * (DATE_WIDTH + 6)}+ {found.hidden:,} more"
            return line([(fit(said, width), self.look("faint"))], width, text)
        row = self._session.row_at(found.row)
        return self._event(row, found, width, chosen=found.row == self._session.row)

    def _event(self, row: EventRow, found: EventLine, width: int, *, chosen: bool) -> Strip:
        glyphs = self._glyphs
        flag, modality = flag_name(row), modality_name(row)
        date = fit(column_date(row, found.period.unit, found.period.start), DATE_WIDTH)
        signs = getattr(glyphs, modality) + (getattr(glyphs, flag) if flag else " ")
        title = fit(shown(row.title), width - DATE_WIDTH - 8 - _COUNT_WIDTH)
        count = f"{row.publishers:>{_COUNT_WIDTH - 1}} "
        new = (glyphs.new, self.look("new")) if row.is_new else (" ", self.look("date"))
        if chosen:
            whole = f"{glyphs.cursor} {date} {new[0]}{signs} "
            style = self.look("cursor")
            return line([(whole, style), *self._marked(title, style), (" " + count, style)], width, style)
        text = self.look("text")
        sign_style = (
            self.look("conflict")
            if flag == "conflict"
            else (self.look("planned") if modality != "happened" else text)
        )
        return line(
            [
                ("  " + date + " ", self.look("date")),
                new,
                (signs + " ", sign_style),
                *self._marked(title, text),
                (" " + count, self.look("faint")),
            ],
            width,
            text,
        )

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

    def on_click(self, event: events.Click) -> None:
        """Point at an event."""
        number = self._top + event.y
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


@lru_cache(maxsize=4)
def _pattern(words: str) -> re.Pattern[str] | None:
    """The plain words of a search as a pattern; None if it has none."""
    plain = {one for one in re.findall(r"[^\s\"():-]+", words) if one not in ("OR", "not")}
    if not plain:
        return None
    return re.compile("|".join(re.escape(one) for one in sorted(plain, key=len, reverse=True)), re.IGNORECASE)


def column_date(row: EventRow, unit: str, start: int | None) -> str:
    """A date for the list's column: without its year where a day is named and the heading says the year."""
    words = short_words(row.start, row.end, row.precision)
    if start is None or unit == "decade" or row.start is None:
        return words
    year = f" {year_words(days.civil(start).year)}"
    if words.endswith(year) and _DAY_AND_MONTH.match(words) and year not in words.removesuffix(year):
        return words.removesuffix(year)
    return words
