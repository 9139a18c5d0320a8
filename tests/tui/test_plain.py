"""The timeline line by line."""

from __future__ import annotations

from contextlib import closing

import pytest

from data import days
from data.store import open_collection
from tui.plain.line_by_line import COMMANDS, Plain
from tui.state.judging import Judge
from tui.state.session import Session


class Talk:
    """A conversation: what is answered to what is typed."""

    def __init__(self, session: Session, judge: Judge) -> None:
        self.said: list[str] = []
        self.goes_on = True
        self.plain = Plain(session, judge, "small", days.ordinal(2024, 9, 30), 80, self.said.append)

    def __call__(self, typed: str) -> str:
        self.said.clear()
        self.goes_on = self.plain.answer(typed)
        assert all(len(line) <= 80 and "\x1b" not in line for line in self.said)
        return "\n".join(self.said)


@pytest.fixture
def talk(session, address):
    with closing(Judge(lambda: open_collection(address, writing=True))) as judge:
        yield Talk(session, judge)


def test_it_begins_with_what_is_open_and_the_first_events(talk):
    talk.plain.begin()
    assert talk.said[0] == "small: 3 documents, 6 events. h tells the commands."
    assert any("broken.jsonl, line 3: this line is no JSON object" in line for line in talk.said)
    assert "1. 5 September 2019. Leaders meet in Vladivostok. 1 publisher." in talk.said
    assert any(line.startswith("2. June 2020. Clash at the border (sources disagree).") for line in talk.said)


ANSWERS = [
    ("", "1 to 5 of 5."), ("b", "1 to 5 of 5."), ("g", "1 to 5 of 5."), ("G", "1 to 5 of 5."),
    ("3", "Source 2 of 2: Harbour Gazette, 6 September 2019, line 3."), ("3", "Who: A. Visitor, B. Host."),
    ("2", "The sources disagree on the date: 15 June (source 1); 16 June (source 1)."),
    ("99", "There is no event 99; there are 5."),
    ("f where:delhi", "1 event found."), ("f zebra", "0 events found."),
    ("f is:no", "The query has a mistake"),
    ("/ delhi", "3. 6 December 2021. Summit in Delhi."), ("/ zebra", "No later event has: zebra"),
    ("d 2022", "4. 16 September 2022."), ("d no day", "No date: "),
    ("i", "Everything: 6 events."), ("h", "f QUERY: only the events that match"),
    ("s", "Open an event first, by its number."), ("y 7", "Open an event first"),
    ("zap", "There is no command zap."),
    ("w", "2. June 2020. Clash at the border"), ("p", "Open an event first"), ("v verified", "Open an event"),
    ("t a", "Open an event"), ("c a", "Open an event"), ("u", "Nothing is left to take back."),
    ("f is:no", "The mistake is at: no"), ("f modi (", "The mistake is at the end."),
    ("d 2040", "No event is as late; this is the last one."),
    ("\x1b[A", "There is no command"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "answer"), ANSWERS)
def test_an_answer(talk, typed, answer):
    assert answer in talk(typed)
    assert talk.goes_on


def test_an_event_is_judged_and_that_is_taken_back(talk):
    assert "There is no event" not in talk("2")
    assert "phrase “June 2020”" in talk("p")
    assert talk("v sure").startswith("A status is one of claimed, single-source, corroborated")
    assert talk("v verified") == "status: verified. u takes it back."
    assert talk("t border, ask again") == "Tags: border, ask again. u takes it back."
    assert talk("c call the port") == "note: call the port. u takes it back."
    told = talk("2")
    for said in ("(sources disagree, verified)", "Tags: border, ask again", "Note: call the port"):
        assert said in told
    assert talk("u") == "Taken back: note: call the port."
    talk("")
    assert talk("v claimed") == "Open an event first, by its number."


def test_the_sources_are_those_of_the_event_that_was_opened(talk):
    talk("1")
    assert talk("s").startswith("Harbour Gazette, 6 September 2019, line 3, before it:")
    assert "(Harbour Gazette, 6 September 2019, line 3)" in talk("y")
    assert talk("y 7") == "Its sources are 1 to 1."
    talk("d 2022")
    for typed in ("s", "y", "p"):
        assert talk(typed) == "Open an event first, by its number."


def test_the_passage_is_told_apart_from_the_text_around_it(talk):
    talk("2")
    told = talk("s")
    assert "Pacific Ledger, 7 December 2021, line 3, before it:\nDelhi received" in told
    assert "The passage:\nThe clash of June 2020 was not mentioned." in told
    assert "After it:" not in told


def test_the_end_is_said_and_left(talk):
    talk("G")
    assert talk("") == "That was the last event."
    assert talk("q") == ""
    assert not talk.goes_on


def test_every_command_is_tried():
    typed = {one.split()[0] if one else "" for one, _ in ANSWERS} | {"q"}
    words = {"NUMBER" if one.isdecimal() else one for one in typed}
    assert {command.word for command in COMMANDS} <= words


def test_no_number_is_too_long(talk):
    assert talk("9" * 5000).startswith("There is no event 999")
    talk("1")
    assert talk("s " + "9" * 5000) == "Its sources are 1 to 1."
