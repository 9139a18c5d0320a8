"""Stories without a date of their own: the date of the page or issue on which they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.dating import publication_dates
from data.dating.publication.stated.captures import printed
from data.days import iso
from data.model import Document, Published
from data.reading import read_bytes
from data.workers import read_document
from tests.helpers.browser_print import EDGES, Browser, browser_print

STORY = """Half of the trawlers are to be scrapped within five years

Half of the country's trawlers are to be scrapped under a plan that the government put forward on Tuesday.

The fishermen's league called the plan a death notice and said that it would block the harbour of Norvik.

Read more »
"""
OTHER = """Opera house sold to a hotel chain for one crown

The city has sold its old opera house to a hotel chain that must repair its roof before the winter comes.

The contract was signed on Monday in the foyer, under umbrellas that the mayor had brought along with him.

Read more »
"""
HEAD = (
    "The Morning Bulletin\nThursday, 18 January 2018\n\n{}\n\nIn this issue\n\n"
    "  • Dam inspectors sent home\n  • Fishing fleet to be halved\n  • Opera house sold\n"
)
FOOT = "Privacy policy\n\nAbout us\n\nContact us\n"
PAPER = "NORHOLM MERCURY\nMonday, January 5, 1931\n\nTHE STEAMER AURORA OVERDUE\n\n{}\n{}\n"
AURORA = """The steamer Aurora had not been sighted by the keeper of Skarv up to a late hour on the Friday.

It is feared that she met with the gale which sprang up shortly before midnight and blew until noon.
"""
COUNCIL = """COUNCIL TO LIGHT THE QUAY

The town council resolved on Saturday to light the quay with electric lamps, at a cost of a fortune.

Alderman Brun spoke against it and held that thieves would then see as well as honest men do.
"""


def dates_of(text: str) -> list[Published]:
    documents = read_bytes("page.txt", text.encode()).documents
    dates = publication_dates([read_document(one) for one in documents], {})
    return [dates[one.id] for one in documents if one.kind == "article"]


def test_the_stories_of_an_issue_sent_by_mail_are_of_its_day() -> None:
    text = HEAD.format("View this email in your browser") + STORY + OTHER + FOOT
    assert [(date.value, date.basis) for date in dates_of(text)] == [("2018-01-18", "stated")] * 2


def test_the_date_above_the_stories_of_a_web_page_may_be_that_of_its_capture() -> None:
    text = HEAD.format("Subscribe to our newsletter") + STORY + OTHER + FOOT
    assert not any(date.is_known for date in dates_of(text))


def test_the_second_story_of_a_newspaper_page_is_of_the_day_of_the_page() -> None:
    first, second = dates_of(PAPER.format(AURORA, COUNCIL))
    assert (first.value, first.basis) == ("1931-01-05", "stated")
    assert (second.value, second.basis) == ("1931-01-05", "inferred")
    assert second.evidence == "the head of the page it stands on says “Monday, January 5, 1931”"


@pytest.mark.parametrize(
    "line", ["Posted on May 4, 2022 by wilma", "Posted by bean_counter, 4 May 2022, 08:14"]
)
def test_who_posted_may_be_written_small(line: str) -> None:
    (date,) = dates_of(f"The shed is gone\n\n{line}\n\nI came down to the plot and the shed was gone.\n")
    assert (date.value, date.basis) == ("2022-05-04", "stated")


def test_minutes_are_of_the_day_of_the_meeting() -> None:
    head = "Minutes of the works committee\n\nTuesday 14 January 2020, 18:00, town hall\n\n"
    (date,) = dates_of(
        f"{head}1. Minutes of 10 December 2019\n\nThe minutes were agreed and signed by all.\n"
    )
    assert (date.value, date.basis) == ("2020-01-14", "stated")


@pytest.mark.parametrize(
    "line",
    [
        "Minutes of the meeting held on Tuesday 14 January 2020 at 6.30 p.m.",
        "Minutes of the meeting held on 14 January 2020 in the net loft, Seaford",
        "Minutes of a meeting held on 14 January 2020, 18:00",
    ],
)
def test_minutes_may_say_behind_the_day_when_and_where_it_was(line: str) -> None:
    head = f"SEAFORD TOWN COUNCIL\n\nHARBOUR COMMITTEE\n\n{line}\n\n"
    (date,) = dates_of(f"{head}1. The plan was put off to the meeting of 11 February 2020.\n")
    assert (date.value, date.basis) == ("2020-01-14", "stated")


def test_minutes_that_were_signed_are_of_another_meeting() -> None:
    (date,) = dates_of(
        "SEAFORD TOWN COUNCIL\n\n2. Minutes\n\nMinutes of the meeting held on 14 January 2020 were signed.\n"
    )
    assert date.basis != "stated"


def test_where_and_when_something_is_held_is_not_when_it_was_written() -> None:
    (date,) = dates_of(
        "An evening of songs\n\nTuesday 14 January 2020, 18:00, town hall\n\nAll are welcome to it.\n"
    )
    assert date.basis == "unknown"


def test_the_head_of_printed_pages_dates_all_that_stands_on_them() -> None:
    documents = read_bytes("page.txt", PAPER.format(AURORA, COUNCIL).encode()).documents
    printed = [replace(one, pages=(0,), publisher=None, span=None, line=None) for one in documents]
    dates = publication_dates([read_document(one) for one in reversed(printed)], {})
    assert {dates[one.id].value for one in printed} == {"1931-01-05"}


@pytest.mark.parametrize("browser", EDGES)
def test_the_day_of_a_print_is_none_of_publication_but_the_last_that_it_can_be(browser: Browser) -> None:
    readings = [read_document(one) for one in read_bytes("ferry.pdf", browser_print(browser)).documents]
    (published,) = publication_dates(readings, {}).values()
    assert (published.value, published.basis) == ("../2024-12-03", "unknown")
    assert "saved on 3 December 2024" in (published.evidence or "")


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("12/3/24, 9:01 AM", "2024-12-03"),
        ("13/3/24, 09:01", "2024-03-13"),
        ("2024-12-03 09:01", "2024-12-03"),
        ("31/31/24, 09:01", None),
        ("12/3/1924, 9:01 AM", None),
    ],
)
def test_days_of_print(stamp: str, day: str | None) -> None:
    text = f"{stamp} Ferry returns\n\nThe ferry is back."
    document = Document(
        id="a", path="a.pdf", text=text, sha256="", furniture=((0, len(stamp) + 14),), pages=(0,)
    )
    assert [iso(one) for one in printed(document)] == ([day] if day else [])
    assert not list(printed(replace(document, pages=())))
