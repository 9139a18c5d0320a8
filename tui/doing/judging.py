"""What the user says of the event under the cursor: status, tags, note, date, title, what it is one with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from data import edtf
from data.errors import InputError
from data.marks import needs_remaking
from data.words import event_words, interval_words
from tui.doing import OnEvents
from tui.keys.question import Choice, Question
from tui.state import query_words
from tui.state.names import Names
from tui.state.telling import NOT_SHOWN
from tui.text.glyphs import VERIFICATIONS
from tui.text.shown import shown
from tui.widgets.strips import fit

if TYPE_CHECKING:
    from data.model import Event, Mark, MarkKind
    from data.store.records import EventRow
    from tui.screens.timeline import TimelineScreen
    from tui.state.judging import Judge

_STATUS_KEYS = dict(zip("csovdw", VERIFICATIONS, strict=True))
_NO_STATUS = "n"
HIDDEN = "is:hidden"
_NOT_THE_SAME = ("≠", "!=")
_MOST_READINGS = 6


class Judging(OnEvents):
    """Marks on events, each of which can be taken back."""

    screen: TimelineScreen
    _before_hidden = ""
    """The filter before the hidden events were shown."""
    _beside_hidden: EventRow | None = None
    """Where the cursor was then."""

    @property
    def judge(self) -> Judge:
        """Who keeps the marks."""
        return self.screen.dateline.judge

    # one event

    def action_verify(self) -> None:
        event = self._event()
        if event is None:
            return

        def choose(status: str) -> Callable[[], None]:
            return lambda: self._mark("verification", [event], status)

        row = [
            Choice(key, status, event.verification == status, choose(status))
            for key, status in _STATUS_KEYS.items()
        ]
        none = Choice(_NO_STATUS, "none", event.verification is None, choose(""))
        # In two rows, or the last ones would be beyond the edge of eighty columns.
        half = len(row) // 2
        self.screen.offer([("status", row[:half]), ("", [*row[half:], none])])

    def action_tag(self) -> None:
        event = self._event()
        if event is None:
            return

        def accept(text: str) -> None:
            count = self.judge.set_tags(event, text.split(","))
            self._done("tags changed" if count else "The tags are as before.")

        names = Names(self.session, self.screen.repaint_prompt)
        complete = partial(query_words.ways_of_names, field="tag", names=names.begun)
        hint = "words or phrases, commas between them, Tab completes; tag:WORD finds them"
        # The next tag is typed behind those that are there.
        self.screen.ask(
            Question("tags:", hint, accept, complete=complete, between=","),
            "".join(f"{tag}, " for tag in event.tags),
        )

    def action_note(self) -> None:
        event = self._event()
        if event is not None:
            self._ask_for(event, "note", "a note on this event; empty takes it away", event.note or "")

    def action_edit(self) -> None:
        event = self._event()
        if event is not None:
            date = Choice("d", "date", False, lambda: self._edit_date(event))
            title = Choice("t", "title", False, lambda: self._edit_title(event))
            rows = [("edit", [date, title])]
            others = [self._reading(event, number, *days) for number, days in enumerate(_readings(event), 1)]
            if others:
                rows.append(("or", others))
            self.screen.offer(rows)

    def _reading(self, event: Event, number: int, start: int, end: int) -> Choice:
        """Another way to read the event's date (03/04/2021), as a choice."""
        date = edtf.write(start, end) or ""
        return Choice(
            str(number), interval_words(start, end), False, lambda: self._mark("date", [event], date)
        )

    def _edit_title(self, event: Event) -> None:
        hint = "another title; empty brings back that of the documents"
        self._ask_for(event, "title", hint, event.title)

    def _edit_date(self, event: Event) -> None:
        def accept(text: str) -> None:
            self._mark("date", [event], self._edtf(text))

        hint = "in words or EDTF, with a time or without; empty: as the documents tell it"
        self.screen.ask(
            Question("date:", hint, accept, self._told_date, patience=query_words.patience_with_date),
            edtf.with_time(event.edtf or "", event.clock),
            offered=True,
        )

    def action_hide(self) -> None:
        event = self._event()
        if event is not None:
            self._mark("show" if self.session.text == HIDDEN else "hide", [event])

    def action_show_hidden(self) -> None:
        if self.session.text == HIDDEN:
            self.session.filter(self._before_hidden, self._beside_hidden)
            return
        self._before_hidden, self._beside_hidden = self.session.text, self.session.here
        self.session.filter(HIDDEN)
        if not self.session.count:
            self.session.filter(self._before_hidden, self._beside_hidden)
            self.screen.say(f"No event is hidden: {self.screen.key('hide')} hides one.")
        else:
            hide, back = self.screen.key("hide"), self.screen.key("show_hidden")
            self.screen.say(f"The hidden events; {hide} shows one again, {back} goes back.")

    # several events, passages and names

    def action_merge(self) -> None:
        store = self.session.store
        wanted = list(self.session.marks)
        current = self.session.current
        if current is not None and current.id not in wanted:
            wanted.append(current.id)
        events = [event for event in map(store.event, wanted) if event is not None]
        if len(events) < 2:
            mark, merges = self.screen.key("mark"), self.screen.key("merge")
            self.screen.say(
                f"Mark the events that are one with {mark}, then {merges} merges them with the one here."
            )
            return

        def merge() -> None:
            self._after(self.judge.merge(events))
            self.session.marks.clear()

        # A mark may have been made long ago, and be far from what is on the screen.
        room = self.screen.app.size.width // len(events) - 3
        told = (f"{event_words(one)} {shown(one.title)}" for one in events)
        yes = Choice("y", f"{len(events)} events into one", False, merge)
        no = Choice("n", "leave them as they are", False, lambda: None)
        self.screen.offer([("merge", [yes, no]), (" · ".join(fit(one, room).rstrip() for one in told), [])])

    def action_split(self) -> None:
        event, passage = self.session.event(), self.session.passage()
        if event is None or passage is None:
            self.screen.say(self.screen.no_source())
            return
        if len(event.passages) < 2:
            self.screen.say("This event has one passage: nothing to split off.")
            return
        self._after([self.judge.split(passage)])

    def action_join_names(self) -> None:
        event = self._event()
        if event is None:
            return

        def accept(text: str) -> None:
            sign = next((one for one in _NOT_THE_SAME if one in text), "=")
            names = [name.strip() for name in text.split(sign)]
            self._after([self.judge.join_names(names, same=sign == "=")])

        hint = "Name = Other: one and the same, called by the first; Name != Other: two"
        self.screen.ask(Question("names:", hint, accept), f"{event.who[0]} = " if event.who else "")

    def action_add(self) -> None:
        facts: dict[str, object] = {}

        def title(text: str) -> None:
            if not text.strip():
                raise InputError("No title", "an event needs a title", "Write what happened; Esc leaves.")
            facts["title"] = text.strip()
            ask_date = Question(
                "when:", "in words or EDTF, with a time or without; empty if unknown", date, self._told_date,
                patience=query_words.patience_with_date,
            )  # fmt: skip
            self.screen.ask(ask_date)

        def date(text: str) -> None:
            facts["date"] = self._edtf(text)
            ask_names("who", lambda: ask_names("where", ask_source))

        def ask_names(field: Literal["who", "where"], then: Callable[[], None]) -> None:
            def accept(text: str) -> None:
                facts[field] = [name.strip() for name in text.split(";") if name.strip()]
                then()

            complete = partial(query_words.ways_of_names, field=field, names=names.begun)
            hint = "names, semicolons between them, Tab completes; may be empty"
            self.screen.ask(Question(f"{field}:", hint, accept, complete=complete, between=";"))

        def ask_source() -> None:
            self.screen.ask(Question("source:", "where it is from: a citation or an address", source))

        def source(text: str) -> None:
            facts["citation"] = text.strip()
            mark = self.judge.add(facts)
            self._after([mark])
            row = self.session.arrangement.row_of(mark.id)
            if row is None:
                self.screen.say(f"{self.screen.said} · {NOT_SHOWN}")
            else:
                self.session.go_to_hidden_row(row)
                self.screen.changed()

        names = Names(self.session, self.screen.repaint_prompt)
        self.screen.ask(Question("new event:", "what happened, in one line", title))

    # taking back

    def action_undo(self) -> None:
        self._turn(self.judge.undo(), "taken back", "Nothing is left to take back.")

    def action_redo(self) -> None:
        self._turn(self.judge.redo(), "again", "Nothing was taken back.")

    def _turn(self, marks: Sequence[Mark], how: str, none: str) -> None:
        if not marks:
            self.screen.say(none)
            return
        self._after(marks)
        self.session.go_to_told([passage for mark in marks for passage in mark.passages])
        self.screen.say(f"{how}: {shown(self.judge.words(marks))}")

    # making marks

    def _event(self) -> Event | None:
        event = self.session.event()
        if event is None:
            self.screen.say("No event is chosen.")
        return event

    def _ask_for(self, event: Event, kind: MarkKind, hint: str, before: str) -> None:
        def accept(text: str) -> None:
            self._mark(kind, [event], text.strip())

        self.screen.ask(Question(f"{kind}:", hint, accept), before)

    def _mark(self, kind: MarkKind, events: Sequence[Event], value: str = "") -> None:
        self._after([self.judge.say(kind, events, value)])

    def _after(self, marks: Sequence[Mark]) -> None:
        """Show what marks have changed, and say what they were."""
        self._done(shown(self.judge.words(marks)))
        if needs_remaking(marks):
            self.screen.remake([passage for mark in marks for passage in mark.passages])

    def _done(self, words: str) -> None:
        self.session.reload()
        self.screen.say(f"{words} · {self.screen.key('undo')} takes it back")
        self.screen.changed()

    def _edtf(self, text: str) -> str:
        if not text.strip():
            return ""
        reading = query_words.read_date(text, self.screen.dateline.today)
        date = edtf.write(reading.start, reading.end, reading.precision) or ""
        return edtf.with_time(edtf.nearly(date) if reading.about else date, reading.clock)

    def _told_date(self, text: str) -> str:
        if not text.strip():
            return ""
        reading = query_words.read_date(text, self.screen.dateline.today)
        return interval_words(
            reading.start, reading.end, reading.precision, reading.clock, about=reading.about
        )


def _readings(event: Event) -> list[tuple[int, int]]:
    """The intervals that expressions of the event could stand for beside its own."""
    said = [passage.expression for passage in event.passages if passage.expression is not None]
    found = dict.fromkeys(days for one in said for days in one.readings)
    return [days for days in found if days != (event.start, event.end)][:_MOST_READINGS]
