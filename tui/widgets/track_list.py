"""Tracks side by side or, where it is narrow, one below the other under each heading."""

from __future__ import annotations

from textual.strip import Strip

from data.words import counted
from tui.state.tracks import NAMES, Cell, Level, Levels, Tracks
from tui.text.glyphs import Glyphs, signs_of
from tui.text.shown import shown
from tui.timeline.lines import EventLine
from tui.timeline.sections import UNITS
from tui.widgets.event_list import DATE_WIDTH, column_date
from tui.widgets.painted import Painted
from tui.widgets.strips import Piece, fit, line

_WIDE = 100
_BETWEEN = 3
_HEAD = 1


class TrackList(Painted):
    """The lines around the cursor of the active track, under the names of the tracks."""

    def __init__(self, tracks: Tracks, glyphs: Glyphs) -> None:
        super().__init__()
        self._tracks = tracks
        self._glyphs = glyphs

    @property
    def page(self) -> int:
        """How many lines a page moves."""
        return max(1, self.size.height - 3)

    @property
    def _is_stacked(self) -> bool:
        return self.size.width < _WIDE

    def _columns(self) -> list[int]:
        """The width of each track."""
        count = 1 if self._is_stacked else len(self._tracks.sessions)
        room = self.size.width - _BETWEEN * (count - 1)
        return [room // count + (place < room % count) for place in range(count)]

    def paint(self) -> list[Strip]:
        """The visible lines."""
        width, height = self.size
        levels = Levels(self._tracks.sessions, stacked=self._is_stacked)
        rows = height - _HEAD
        self._scroll_to_cursor(levels, rows)
        made = [self._names(width)]
        for number in range(self.top, min(self.top + rows, len(levels))):
            level, cells = levels.at(number)
            if levels.is_heading(number) or (number == self.top and not levels.is_heading(number + 1)):
                made.append(self._heading(level, width))
            else:
                made.append(self._row(cells, width))
        return made + [Strip.blank(width, self.look("text"))] * (height - len(made))

    def _scroll_to_cursor(self, levels: Levels, rows: int) -> None:
        here = levels.line_of(self._tracks.active)
        if here <= self.top or here >= self.top + rows:
            self.top = here - rows // 3
        self.top = max(0, min(self.top, len(levels) - rows))

    def _names(self, width: int) -> Strip:
        """The filters, the active one marked."""
        text = self.look("text")
        said: list[list[Piece]] = []
        for place, session in enumerate(self._tracks.sessions):
            look = self.look("cursor" if place == self._tracks.active else "strong")
            asked = shown(session.text) or "everything"
            said.append(
                [
                    (f" {NAMES[place]} ", look),
                    (f" {asked}  ", text),
                    (counted(session.events, "event"), self.look("faint")),
                ]
            )
        if self._is_stacked:
            return line([piece for pieces in said for piece in (*pieces, ("   ", text))], width, text)
        return self._beside(
            [line(pieces, room, text) for pieces, room in zip(said, self._columns(), strict=True)]
        )

    def _beside(self, cells: list[Strip]) -> Strip:
        gap = line([(f" {self._glyphs.bar} ", self.look("faint"))], _BETWEEN, self.look("text"))
        parts = [cells[0]]
        for cell in cells[1:]:
            parts += [gap, cell]
        return Strip.join(parts)

    def _heading(self, level: Level, width: int) -> Strip:
        said: list[str] = []
        for place, number in enumerate(level.sections):
            if number is not None:
                said.append(f"{NAMES[place]} {self._tracks.sessions[place].lines.sections[number].events:,}")
        pieces = [(f" {level.label}  ", self.look("heading")), ("  ".join(said), self.look("faint"))]
        return line(pieces, width, self.look("text"))

    def _row(self, cells: tuple[Cell, ...], width: int) -> Strip:
        if not self._is_stacked:
            rooms = zip(cells, self._columns(), strict=True)
            return self._beside([self._cell(place, cell, room) for place, (cell, room) in enumerate(rooms)])
        place = next((place for place, cell in enumerate(cells) if cell is not None), 0)
        return self._cell(place, cells[place], width, name=NAMES[place] + " ")

    def _cell(self, track: int, cell: Cell, width: int, *, name: str = "") -> Strip:
        text = self.look("text")
        if cell is None:
            return Strip.blank(width, text)
        if not isinstance(cell, EventLine):
            said = f"  {name}{' ' * (DATE_WIDTH + 4)}+ {cell.hidden:,} more"
            return line([(fit(said, width), self.look("faint"))], width, text)
        session = self._tracks.sessions[track]
        row = session.row_at(cell.row)
        told = column_date(row, cell.section.unit or UNITS[0], cell.section.start, DATE_WIDTH)
        date = fit(told, DATE_WIDTH)
        signs = signs_of(row, self._glyphs)[1:3]
        here = cell.row == session.row
        chosen = here and track == self._tracks.active
        title = fit(shown(row.title), width - DATE_WIDTH - len(name) - 7)
        sign = self._glyphs.cursor if here else " "
        if chosen:
            said = f"{sign} {name}{date} {''.join(one for one, _ in signs)}  {title}"
            return line([(fit(said, width), self.look("cursor"))], width, text)
        return line(
            [
                (f"{sign} {name}", self.look("key")),
                (date + " ", self.look("date")),
                *((one, self.look(look)) for one, look in signs),
                ("  " + title, text),
            ],
            width,
            text,
        )
