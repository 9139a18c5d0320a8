"""Finding events: a filter, a search, a date, the next conflict."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from data.words import counted
from tui.doing import OnEvents
from tui.keys.question import Question
from tui.state import query_words
from tui.state.names import Names
from tui.text.shown import shown

if TYPE_CHECKING:
    from data.query import DateReading

#: What stands below the filter while one is typed: a line of a screen of 80 columns.
HINT = 'words  "a phrase"  -word  a OR b  who:modi  where:delhi  on:2022  is:conflict'


def question_beside(accept: Callable[[str], None], names: Names) -> Question:
    """Which events shall stand beside those of the filter; ``names`` are those to complete."""
    hint = "the events of another filter beside these: who:putin   source:npr   where:delhi"
    return Question("beside:", hint, accept, complete=names.ways)


class Finding(OnEvents):
    """What the user asks for, and the next event that answers."""

    def action_filter(self) -> None:
        before = self.session.text
        names = Names(self.session, self.screen.repaint_prompt)
        self.session.prepare()

        def change(text: str) -> str:
            self.session.filter(text)
            self.screen.changed()
            read = query_words.readings(text, self.screen.dateline.today)
            many = "counting ..." if self.session.is_counting else counted(self.session.events, "event")
            return many + (f"; {read}" if read else "")

        def accept(text: str) -> None:
            change(text)

        def abandon() -> None:
            change(before)

        self.screen.ask(
            Question("filter:", HINT, accept, change, abandon, names.ways, query_words.patience),
            f"{before} " if before else "",
        )

    def action_search(self) -> None:
        def accept(text: str) -> None:
            self.session.search(text)
            words = self.session.words
            if words is not None and not self.session.walk_matches(1):
                if self.session.go_to_first_match():
                    self.screen.say("From the beginning: no later event has it.")
                else:
                    self._say_none_has(words)
            self.screen.changed()

        self.screen.ask(Question("search:", "words to find in titles and passages; then n and N", accept))

    def _say_none_has(self, words: str) -> None:
        """No event that is shown has the words; the view may leave out some that have."""
        of_filter = " of the filter" if self.session.text else ""
        none = f"No event{of_filter} has: {shown(words)}"
        self.screen.say(none)

        def tell(many: int) -> None:
            if many and self.screen.said == none:
                keys = f"{self.screen.key('inferred')}, {self.screen.key('others')}"
                left_out = f"{counted(many, 'event')} that the view leaves out: {keys} bring them in"
                self.screen.say(f"{none} · but {left_out}")

        self.session.count_matches_left_out(tell)

    def action_next_match(self) -> None:
        self._walk_matches(1)

    def action_previous_match(self) -> None:
        self._walk_matches(-1)

    def _walk_matches(self, step: int) -> None:
        words = self.session.words
        if words is None:
            self.screen.say(f"Nothing is searched for: {self.screen.key('search')} begins.")
        elif not self.session.walk_matches(step):
            of_filter = " of the filter" if self.session.text else ""
            self.screen.say(f"No {_side(step)} event{of_filter} has: {shown(words)}")

    def action_next_conflict(self) -> None:
        self._walk_conflicts(1)

    def action_previous_conflict(self) -> None:
        self._walk_conflicts(-1)

    def _walk_conflicts(self, step: int) -> None:
        if not self.session.walk("is:conflict", step):
            self.screen.say(f"The sources disagree on no {_side(step)} event.")

    def action_similar(self) -> None:
        from tui.timeline.similar import similar_query

        event = self.session.event()
        query = "" if event is None else similar_query(event)
        if not query:
            self.screen.say("This event names nobody and no place.")
            return
        self.session.filter(query)
        many = "Events" if self.session.is_counting else counted(self.session.events, "event")
        self.screen.say(f"{many} with the same people and place; {self.screen.key('escape')} shows all.")

    def action_facets(self) -> None:
        from tui.screens.facets import FacetsScreen

        self.screen.app.push_screen(FacetsScreen(self.session, self.screen.dateline.glyphs))

    def action_views(self) -> None:
        from tui.screens.views import ViewsScreen

        self.screen.app.push_screen(ViewsScreen(self.session, self.screen.dateline.glyphs))

    def action_gaps(self) -> None:
        from tui.screens.gaps import GapsScreen

        self.screen.app.push_screen(GapsScreen(self.session, self.screen.dateline.glyphs))

    def action_go_to_date(self) -> None:
        def change(text: str) -> str:
            return query_words.reading_words(self._read_date(text)) if text.strip() else ""

        def accept(text: str) -> None:
            if text.strip():
                reading = self._read_date(text)
                day, said = _first_day(reading), query_words.reading_words(reading)
                if self.session.go_to_day(day):
                    late = self.session.is_before(day)
                    self.screen.say(f"{said}; no event is as late, this is the last one" if late else said)
                else:
                    sorts = self.screen.key("arrange")
                    self.screen.say(f"These events are not in the order of time: {sorts} sorts them by date.")
                self.screen.changed()

        hint = "2022-09, 16 September 2022, mid-July 2024, 2019 to 2021, last summer"
        self.screen.ask(
            Question("go to date:", hint, accept, change, patience=query_words.patience_with_date)
        )

    def _read_date(self, text: str) -> DateReading:
        return query_words.read_date(text, self.screen.dateline.today)


def _side(step: int) -> str:
    return "later" if step > 0 else "earlier"


def _first_day(reading: DateReading) -> int:
    """Where a date begins, or ends if its beginning is open."""
    day = reading.end if reading.start is None else reading.start
    return 0 if day is None else day
