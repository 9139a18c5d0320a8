"""A title is a whole clause: nothing that its verb asks for is gone, and no cut turns what it says."""

from __future__ import annotations

import pytest

from data.events import reports
from data.events.cues import cues
from data.events.titles.fitting.cutting import GOES_ON
from data.events.titles.fitting.wholeness import is_whole
from data.events.titles.title import title
from data.events.titles.wording.worded import Telling
from tests.helpers.dated_documents import Writer


@pytest.mark.parametrize(
    "line",
    [
        "The first fire, began in the paint shop",
        "The roof was built at a cost of nine million, refused to close",
        "Anyone who wants to cross the sound",
        "Whether the crews will see any of their pay again",
        "The swing that was taken down",
        "The house will decide whether Ada Okoye",
        "Five days short of the record, and beat the champion",
        "Lars Holm, whose daughter died in the storm",
        "Ada Okoye’s visit — which was timed for the fair",
    ],
)
def test_a_line_without_the_verb_of_its_subject(line: str) -> None:
    assert not is_whole(line, cues("en"))


@pytest.mark.parametrize(
    "line",
    [
        "The fire began in the paint shop",
        "The boat was towed to Oslo, escorted by two tugs",
        "The library, damaged by fire, was rebuilt",
        "Anyone who wants to cross the sound will have to wait",
        "That something was wrong with the pump had been known",
        "Critics fear that the quay will sink",
        "The talks that ended the strike",
        "Berg: What the crews want is pay",
    ],
)
def test_a_line_with_it(line: str) -> None:
    assert is_whole(line, cues("en"))


def test_a_line_that_goes_on_says_so(write: Writer) -> None:
    text = (
        "Kersti Ilves used her last speech in the old hall to complain that the nine towns account"
        " for only a sixth of the trade of the islands."
    )
    told = reports(write(text))[0].title
    assert told.endswith(GOES_ON)
    assert told.removesuffix(GOES_ON) in text


def test_a_line_ends_before_no_verb_of_what_somebody_said(write: Writer) -> None:
    text = (
        "Kersti Ilves had said that trade with the islands is one of the most important pillars of the"
        " common work of both of the councils."
    )
    assert " is one of " in reports(write(text))[0].title


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (
            (
                "The court accused Berg and Kersti Ilves, a top Estonian official, of hiding and selling "
                "passports from Estonia, which is a member of the union, during the harbour strike there."
            ),
            "The court accused Berg and Kersti Ilves of hiding and selling passports from Estonia",
        ),
        (
            (
                "Police accused the captain of the ferry, a man from Stavanger who had worked on the line "
                "for years, of stealing, hiding and burning the logs of the voyage."
            ),
            "Police accused the captain of the ferry of stealing, hiding and burning the logs…",
        ),
        (
            (
                "The mayor accused Berg and praised Ilves of Oslo for the rescue of the ferries that were "
                "hit by the storm in the sound and the bay."
            ),
            "The mayor accused Berg and praised Ilves of Oslo for the rescue of the ferries",
        ),
    ],
)
def test_of_what_somebody_is_accused_is_told(write: Writer, told: str, title: str) -> None:
    (report,) = reports(write(told))
    assert report.title == title


def test_what_it_is_may_have_a_verb_of_its_own(write: Writer) -> None:
    told = "Chile's refusal to take a side in the copper war is frustrating Norway. But it has its reasons."
    assert reports(write(told))[1].title == "Chile's refusal to take a side in the copper war has its reasons"


def test_who_says_something_tells_of_itself(write: Writer) -> None:
    told = "The strike in Moss has ended. Berg Lines said it sailed again {on Sunday=2024-07-07}."
    assert reports(write(told))[1].title == "Berg Lines said it sailed again"


def test_what_a_firm_is_stands_not_for_what_it_announced(write: Writer) -> None:
    told = (
        "Nordbank, which now runs 45 branches, announced an agreement to acquire the bank of Bergen from "
        "its owners {in January=2024-01}."
    )
    (report,) = reports(write(told))
    assert report.title == "Nordbank announced an agreement to acquire the bank of Bergen from its owners"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("they called Berg a hero", "They called Berg a hero"),
        ("they met at Berg's house", "Jonas Berg and Kersti Ilves met at Berg's house"),
        ("they met in Riga, where Berg spoke", "Jonas Berg and Kersti Ilves met in Riga, where Berg spoke"),
    ],
)
def test_who_is_named_beside_them_is_none_of_them(write: Writer, told: str, title: str) -> None:
    marked = f"Jonas Berg met Kersti Ilves {{on Monday=2024-07-08}}. {{On Thursday=2024-07-11}} {told}."
    assert reports(write(marked))[1].title == title


def test_who_was_asked_speaks_where_he_was(write: Writer) -> None:
    told = (
        "Asked about the Berg meeting, Foreign Ministry spokeswoman Ada Okoye told reporters at a briefing: “"
        "We have made quite clear our concerns about the harbour treaty.”"
    )
    (report,) = reports(write(told))
    assert report.title == "Ada Okoye: We have made quite clear our concerns about the harbour treaty"


def test_where_dates_are_all_that_is_told_they_stay_without_markup() -> None:
    text = "**Military help.** Extended from 2021 to 2031."
    telling = Telling(0, len(text), [(text.index("from"), len(text) - 1)], (), (), told_by=False)
    assert title(text, telling, cues("en")) == "Extended from 2021 to 2031"


@pytest.mark.parametrize("publisher", ["The Sunday Gazette", "Sunday Gazette", "Gazette"])
def test_a_story_is_not_about_its_paper_by_a_part_of_its_name(write: Writer, publisher: str) -> None:
    text = "The Sunday Gazette\n\nThe dam was shut {on 5 July=2024-07-05}. Engineers told the Gazette so."
    told = [report.title for report in reports(write(text, publisher=publisher))]
    assert "The dam was shut" in told
