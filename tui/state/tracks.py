"""Several filters on one axis of time: which lines of each stand beside, or below, those of the others.

Every track is a session with its own filter and cursor. Periods that have the same heading are brought level;
which lines that makes is worked out from the numbers of events alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from data.order import begin_day
from tui.state.session import Session
from tui.timeline.arrangement import Arrangement
from tui.timeline.lines import EventLine, Rest
from tui.timeline.sections import UNITS, Section, Unit

MOST = 3
"""Tracks that can be told apart at a glance."""
NAMES = "ABC"

Cell = EventLine | Rest | None


class Level(NamedTuple):
    """A heading of all tracks: its label, and in each track the number of its section or None."""

    label: str
    sections: tuple[int | None, ...]


class Tracks:
    """Sessions level with one another.

    Attributes:
        sessions: the tracks, in order.
        active: the number of the one whose cursor the keys move.
    """

    def __init__(self, session: Session, text: str) -> None:
        here = session.current
        self._headed: list[Arrangement] = []
        self.sessions = [session.beside(session.text), session.beside(text)]
        self.active = 0
        if here is not None:
            self._go_to(self.sessions[0], here.id)
        self._level(self.sessions[1])
        self.head_alike()

    def head_alike(self) -> None:
        """The same headings for all, or they could not be brought level: months where a year is full."""
        arrangements = [one.arrangement for one in self.sessions if one.count]
        if arrangements == self._headed:
            return
        self._headed = arrangements
        own = (section for one in arrangements for section in one.sections(None))
        unit: Unit = "month" if any(section.unit == "month" for section in own) else "year"
        for one in self.sessions:
            one.head_by(unit)

    @property
    def session(self) -> Session:
        """The track whose cursor the keys move."""
        return self.sessions[self.active]

    def add(self, text: str) -> bool:
        """Put another filter beside; False if there are as many as can be shown. Raises QueryError."""
        if len(self.sessions) == MOST:
            return False
        self.sessions.append(self.session.beside(text))
        self._level(self.sessions[-1])
        self.head_alike()
        return True

    def walk(self, step: int) -> None:
        """Go to the next or previous track, to what happened there at the same time."""
        leader = self.session
        self.active = (self.active + step) % len(self.sessions)
        if not self._is_near(leader):
            self._level(self.session, leader)

    def change_zoom(self, step: int) -> bool:
        """All tracks closer or further off; False at the end."""
        changed = [one.change_zoom(step) for one in self.sessions]
        return all(changed)

    def _go_to(self, session: Session, event_id: str) -> None:
        row = session.arrangement.row_of(event_id) if session.count else None
        if row is not None:
            session.go_to_row(row)

    def _level(self, session: Session, leader: Session | None = None) -> None:
        """Bring a cursor to the time of another."""
        here = (leader or self.session).current
        day = None if here is None else begin_day(here.start, here.end)
        if day is not None:
            session.go_to_day(day)

    def _is_near(self, leader: Session) -> bool:
        """Whether the cursor of the active track is in the same period as another."""
        levels = Levels(self.sessions)
        return levels.level_of(self.active) == levels.level_of(self.sessions.index(leader))


class Levels:
    """The lines of tracks side by side, or with ``stacked`` those of a period one track below the other."""

    def __init__(self, sessions: Sequence[Session], *, stacked: bool = False) -> None:
        self._sessions = sessions
        self._stacked = stacked
        self.levels = _levels([one.lines.sections for one in sessions])
        together = sum if stacked else max
        heights = (1 + together(self._heights(level)) for level in self.levels)
        self._starts = list(accumulate(heights, initial=0))
        self._levels_of = [
            {
                section: number
                for number, level in enumerate(self.levels)
                if (section := level.sections[track]) is not None
            }
            for track in range(len(sessions))
        ]

    def __len__(self) -> int:
        return self._starts[-1]

    def _heights(self, level: Level) -> list[int]:
        """How many lines each track has under a heading."""
        made = []
        for session, number in zip(self._sessions, level.sections, strict=True):
            lines = session.lines
            height = (
                0 if number is None else lines.line_of_section(number + 1) - lines.line_of_section(number) - 1
            )
            made.append(height)
        return made

    def at(self, line: int) -> tuple[Level, tuple[Cell, ...]]:
        """The heading that a line is under, and what each track has there, nothing on its own line."""
        number = bisect_right(self._starts, line) - 1
        level = self.levels[number]
        place = line - self._starts[number] - 1
        cells: list[Cell] = []
        for session, section, height in zip(
            self._sessions, level.sections, self._heights(level), strict=True
        ):
            found = None
            if section is not None and 0 <= place < height:
                found = session.lines.at(session.lines.line_of_section(section) + 1 + place)
            cells.append(found if isinstance(found, EventLine | Rest) else None)
            if self._stacked:
                place -= height
        return level, tuple(cells)

    def is_heading(self, line: int) -> bool:
        """Whether a line names a period."""
        return self._starts[bisect_right(self._starts, line) - 1] == line

    def level_of(self, track: int) -> int | None:
        """The number of the period in which the cursor of a track is."""
        session = self._sessions[track]
        return self._levels_of[track][session.lines.section_of(session.row)] if session.count else None

    def line_of(self, track: int) -> int:
        """The line of a track's cursor."""
        number = self.level_of(track)
        if number is None:
            return 0
        session, level = self._sessions[track], self.levels[number]
        section = level.sections[track]
        assert section is not None  # noqa: S101 - the level is of this track
        place = session.lines.line_of(session.row) - session.lines.line_of_section(section)
        above = sum(self._heights(level)[:track]) if self._stacked else 0
        return self._starts[number] + above + place


def _levels(tracks: Sequence[Sequence[Section]]) -> list[Level]:
    found: dict[tuple[bool, int, int], tuple[str, list[int | None]]] = {}
    for track, sections in enumerate(tracks):
        for number, section in enumerate(sections):
            unit = 0 if section.unit is None else UNITS.index(section.unit)
            key = (section.start is None, section.start or 0, unit)
            _, numbers = found.setdefault(key, (section.label, [None] * len(tracks)))
            numbers[track] = number
    return [Level(label, tuple(numbers)) for _, (label, numbers) in sorted(found.items())]
