"""What a passage tells that people did: meetings, visits, outbreaks, stays, and what is only spoken of."""

from __future__ import annotations

import pytest

from data.events.acts import act, denies, tells_outbreak
from data.events.clauses.stays import Stay, stay
from data.events.foreground import foreground


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kersti Ilves flew to Bergen.", "visit"),
        ("Ada Okoye received her guest at the harbour.", "visit"),
        ("The two saw each other at Bergen.", "meeting"),
        ("Ilves told Okoye that the ferry is safe.", "meeting"),
        ("Rockets hit the harbour.", "attack"),
        ("Ilves was returned to power.", "office"),
        ("Ilves was re-elected in Bergen.", "office"),
        ("Since the clash on the Holm, 50,000 men face one another.", "clash"),
        ("The war that erupted in May goes on.", "outbreak"),
    ],
)
def test_what_a_passage_tells(text: str, kind: str) -> None:
    assert kind in act(text).main


@pytest.mark.parametrize(
    ("text", "is_call"),
    [
        ("Ilves called President Ada Okoye and told her of the fair.", True),
        ("On Sunday Ilves called Okoye.", True),
        ("According to reports, during her telephone call with Okoye a date was set.", True),
        ("Ilves called Okoye a liar.", False),
        ("Ilves called Okoye’s plan foolish.", False),
        ("Ilves called for a vote.", False),
    ],
)
def test_who_is_called_by_name_is_rung_up(text: str, is_call: bool) -> None:
    told = act(text)
    assert ("call" in told.main and not told.comments) is is_call


def test_war_crimes_are_no_war() -> None:
    assert act("The court accused her of war crimes and issued a warrant.").main == {"warrant"}


@pytest.mark.parametrize(
    "text", ["Ilves told reporters that the ferry is safe.", "The weather stayed dry.", "“She visited us.”"]
)
def test_no_meeting_is_told(text: str) -> None:
    assert "meeting" not in act(text).main


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("Ada Okoye called the visit a mistake.", True),
        ("The visit is of great significance.", True),
        ("Kersti Ilves visited Bergen and called her office.", False),
    ],
)
def test_speaking_of_an_act_is_not_telling_it(text: str, comments: bool) -> None:
    assert act(text).comments is comments


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Following her trip to Oslo, she will visit Bergen in May.", "in May", "she will visit Bergen"),
        ("She has grown since the war began in 2022, and smiles.", "in 2022", "since the war began in 2022"),
        ("After his trip on Monday, which she praised, he left.", "on Monday", "After his trip on Monday"),
        ("After the raid.", "raid", "After the raid."),
        ("hours after rockets hit Bergen on Monday, sparking panic", "on Monday", "rockets hit Bergen"),
    ],
)
def test_the_foreground_is_what_the_date_belongs_to(text: str, date: str, expected: str) -> None:
    assert expected in foreground(text, text.index(date))


def test_a_denial_in_a_quotation_is_none() -> None:
    assert denies("She did not visit the harbour.")
    assert not denies("She visited the harbour and said “this is not the end”.")


@pytest.mark.parametrize(
    ("text", "outbreak"),
    [
        ("He sent troops into the valley.", True),
        ("The war goes on.", False),
    ],
)
def test_outbreaks(text: str, outbreak: bool) -> None:
    assert tells_outbreak(text) is outbreak


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She arrived in Oslo on Monday for a two-day visit.", Stay(2, "begins")),
        ("She went home on Thursday after two days in this port city.", Stay(2, "ends")),
        ("During her three-day visit she met nobody.", Stay(3, None)),
        ("She waited two days for the ferry.", None),
        ("A visit of one day.", None),
    ],
)
def test_stays(text: str, expected: Stay | None) -> None:
    assert stay(text) == expected
