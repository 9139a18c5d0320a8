"""The timeline line by line, for screen readers and dumb terminals: nothing moves or is drawn again.

The user types a word, the answer is printed below it. The commands are one table, which is the help too.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import NamedTuple

from data.citation import cite_document, in_quotes, quote
from data.errors import DatelineError, QueryError
from data.model import Passage
from data.printable import printable
from data.store.records import EventRow
from data.words import counted, event_words
from tui.plain.judging import PlainJudging
from tui.state import query_words
from tui.state.judging import Judge
from tui.state.session import Session
from tui.state.views import EVERYTHING, MAIN

_PAGE = 10
_WIDEST = 100
_MOST_DIGITS = 12
_AROUND = 600
"""Characters of the source printed before and after a passage."""


class Command(NamedTuple):
    """Something that can be typed: its word, what follows it, what it does, and the method that does it."""

    word: str
    argument: str
    help: str
    method: str


COMMANDS = (
    Command("", "", "the next ten events", "_next"),
    Command("b", "", "the ten events before", "_before"),
    Command("NUMBER", "", "one event in full, with its sources", "_open"),
    Command("s", "N", "the text around source N of that event", "_read"),
    Command("y", "N", "the words of source N with their citation, to copy", "_quote"),
    Command("p", "N", "why source N has its date: phrase, anchor, rule, interval", "_why"),
    Command("v", "STATUS", "say how far that event is checked: claimed, verified, disputed ...", "_status"),
    Command("t", "TAGS", "its tags, commas between them", "_tags"),
    Command("c", "NOTE", "a note on it; c alone takes the note away", "_note"),
    Command("u", "", "take back what you said last", "_undo"),
    Command("f", "QUERY", "only the events that match; f alone shows all again", "_filter"),
    Command("/", "WORDS", "the next event that has these words", "_search"),
    Command("w", "", "the next event about which the sources disagree", "_conflict"),
    Command("d", "DATE", "go to a date in words: 2022-09, last summer", "_go_to"),
    Command("i", "", "bring in what no source dates, or leave it out", "_view"),
    Command("g", "", "from the beginning", "_begin"),
    Command("G", "", "the last ten events", "_end"),
    Command("h", "", "this help", "_help"),
    Command("q", "", "leave", "_leave"),
)


class Plain(PlainJudging):
    """A conversation about a collection.

    Args:
        session: the collection as this user sees it.
        judge: keeps what this user says of events.
        name: what it is called.
        today: the day that "last summer" is counted from; None for the real one.
        width: characters of a line.
        write: prints a line.
    """

    def __init__(
        self,
        session: Session,
        judge: Judge,
        name: str,
        today: int | None,
        width: int,
        write: Callable[[str], object],
    ) -> None:
        self._session = session
        self._judge = judge
        self._name = name
        self._today = today
        self._width = max(20, min(width, _WIDEST))
        self._write = write
        self._after = 0
        self._going_on = True

    def begin(self) -> None:
        """Say what is open, and the first events."""
        totals = self._session.totals
        size = f"{counted(totals.documents, 'document')}, {counted(totals.events, 'event')}"
        self._say(f"{self._name}: {size}. h tells the commands.")
        for trouble in self._session.troubles:
            where = trouble.path if trouble.line is None else f"{trouble.path}, line {trouble.line}"
            self._say(f"{where}: {trouble.reason}. {trouble.hint}")
        self._list(0)

    def answer(self, typed: str) -> bool:
        """Do what was typed; False if the user leaves. What is wrong with it is printed."""
        word, argument = _parted(typed.strip())
        if word.isdecimal():
            word, argument = "NUMBER", word
        method = next((one.method for one in COMMANDS if one.word == word), None)
        if method is None:
            self._say(f"There is no command {word}. h tells them.")
            return True
        try:
            getattr(self, method)(argument)
        except DatelineError as error:
            self._say(str(error))
            if isinstance(error, QueryError):
                rest = argument[error.position :]
                self._say(f"The mistake is at: {rest}" if rest else "The mistake is at the end.")
        return self._going_on

    # the list

    def _next(self, _argument: str) -> None:
        self._list(self._after)

    def _before(self, _argument: str) -> None:
        self._list(max(0, self._session.row - _PAGE))

    def _begin(self, _argument: str) -> None:
        self._list(0)

    def _end(self, _argument: str) -> None:
        self._list(max(0, self._session.count - _PAGE))

    def _list(self, first: int) -> None:
        session = self._session
        if not session.count:
            self._say("No event matches." if session.text else "There are no events.")
            return
        if first >= session.count:
            self._say("That was the last event.")
            return
        session.go_to_hidden_row(first)
        self._after = min(first + _PAGE, session.count)
        for row in range(first, self._after):
            self._say(f"{row + 1}. {_row_words(session.row_at(row))}", indent="   ")
        self._say(f"{first + 1} to {self._after} of {session.count:,}.")

    def _filter(self, query: str) -> None:
        self._session.filter(query)
        self._say(f"{counted(self._session.count, 'event')}{' found' if query else ''}.")
        if self._session.count:
            self._list(0)

    def _view(self, _argument: str) -> None:
        self._session.look(EVERYTHING if self._session.view == MAIN else MAIN)
        shown = "Everything" if self._session.view == EVERYTHING else "What sources date, and main events"
        self._say(f"{shown}: {self._session.count:,} events.")
        self._list(self._session.row)

    def _search(self, words: str) -> None:
        if self._session.walk(words, 1):
            self._list(self._session.row)
        else:
            self._say(f"No later event has: {words}. g begins again.")

    def _conflict(self, _argument: str) -> None:
        if self._session.walk("is:conflict", 1):
            self._open(str(self._session.row + 1))
        else:
            self._say("The sources disagree on no later event. g begins again.")

    def _go_to(self, date: str) -> None:
        reading = query_words.read_date(date, self._today)
        self._say(f"{query_words.reading_words(reading)}.")
        day = reading.end if reading.start is None else reading.start
        self._session.go_to_day(0 if day is None else day)
        if day is not None and self._session.is_before(day):
            self._say("No event is as late; this is the last one.")
        self._list(self._session.row)

    # one event

    def _open(self, number: str) -> None:
        session = self._session
        row = _number(number) - 1
        if not 0 <= row < session.count:
            self._say(f"There is no event {number}; there are {session.count:,}.")
            return
        session.go_to_hidden_row(row)
        event = session.event()
        if event is None:
            self._say("This event is gone: the collection was built anew. g begins again.")
            return
        self._opened = event.id
        self._say(f"{number}. {_row_words(session.row_at(row))}", indent="   ")
        told = (("Tags", ", ".join(event.tags)), ("Note", event.note), ("Source", event.citation))
        for name, words in told:
            if words:
                self._say(f"{name}: {words}")
        for name, names in (("Who", event.who), ("Where", event.where)):
            if names:
                self._say(f"{name}: {', '.join(names)}.")
        for conflict in event.conflicts:
            claims = "; ".join(
                f"{claim.value} (source {', '.join(str(one + 1) for one in claim.passages)})"
                for claim in conflict.claims
            )
            verb = "disagree" if conflict.severity == "hard" else "differ"
            self._say(f"The sources {verb} on the {conflict.about}: {claims}.")
        for place, passage in enumerate(event.passages, 1):
            self._say(f"Source {place} of {len(event.passages)}: {self._cited(passage)}.")
            self._say(in_quotes(passage.text), indent="   ")

    def _read(self, number: str) -> None:
        passage = self._source(number)
        document = None if passage is None else self._session.document(passage.document)
        if passage is None or document is None:
            return
        start = document.text.rfind(" ", 0, max(0, passage.start_char - _AROUND)) + 1
        before = document.text[start : passage.start_char]
        after = document.text[passage.end_char : passage.end_char + _AROUND]
        for heading, text in (
            (f"{cite_document(document, passage)}, before it:", before),
            ("The passage:", passage.text),
            ("After it:", after),
        ):
            if text.strip():
                self._say(heading)
            for paragraph in text.split("\n"):
                self._say(paragraph)

    def _quote(self, number: str) -> None:
        passage = self._source(number)
        document = None if passage is None else self._session.document(passage.document)
        if passage is not None and document is not None:
            self._say(quote(document, passage))

    def _source(self, number: str) -> Passage | None:
        """A source of the event that was opened last, the first if no number is given."""
        event = self._event()
        if event is None:
            return None
        place = _number(number or "1")
        if not 1 <= place <= len(event.passages):
            self._say(f"Its sources are 1 to {len(event.passages)}.")
            return None
        return event.passages[place - 1]

    def _cited(self, passage: Passage) -> str:
        document = self._session.document(passage.document)
        return "source unknown" if document is None else cite_document(document, passage)

    # talk

    def _help(self, _argument: str) -> None:
        for command in COMMANDS:
            self._say(f"{f'{command.word} {command.argument}'.strip() or 'Enter alone'}: {command.help}")

    def _leave(self, _argument: str) -> None:
        self._going_on = False

    def _say(self, words: str, indent: str = "") -> None:
        for line in textwrap.wrap(" ".join(printable(words).split()), self._width, subsequent_indent=indent):
            self._write(line)


def _number(typed: str) -> int:
    """A number from 1; 0 for what is none, or is larger than any number of events."""
    return int(typed) if typed.isdecimal() and len(typed) <= _MOST_DIGITS else 0


def _parted(typed: str) -> tuple[str, str]:
    """The word of a command and what follows it."""
    if typed.startswith("/"):
        return "/", typed[1:].strip()
    word, _, argument = typed.partition(" ")
    return word, argument.strip()


def _row_words(row: EventRow) -> str:
    """An event in sentences, its marks in words."""
    told = (
        (row.modality != "happened", row.modality),
        (row.kind == "state", "state"),
        (row.basis == "inferred", "day inferred"),
        (row.conflicts > 0, "sources disagree"),
        (row.verification is not None, row.verification or ""),
    )
    marks = ", ".join(words for holds, words in told if holds)
    when = event_words(row)
    return f"{when}. {row.title}{f' ({marks})' if marks else ''}. {counted(row.publishers, 'publisher')}."
