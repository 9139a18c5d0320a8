"""Visits told without their day take the day of the one visit that they can mean."""

from __future__ import annotations

import pytest

from data.events import make_events
from data.events.told_again.visits import visited
from data.model import Event
from tests.helpers.dated_documents import Writer

PLACES = [
    ("Her visit to Oslo was short.", "Oslo"),
    ("He flew into Oslo at dawn.", "Oslo"),
    ("When Kari Nordmann visited Norway over the weekend, she sang.", "Norway"),
    ("In the wake of the Oslo trip she resigned.", "Oslo"),
    ("She is one of the few to visit both Norway and Sweden.", None),
    ("She spoke of Oslo.", None),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_visit_and_its_place(text: str, place: str | None) -> None:
    told = visited(text)
    assert (told.place if told else None) == place


DATED = "Kersti Ilves made a visit to Oslo {on 8 May=2024-05-08}, a spokesman said."


def dates_of(events: list[Event], word: str) -> list[str | None]:
    return [event.edtf for event in events if any(word in passage.text for passage in event.passages)]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Kersti Ilves, who was on a one-day visit to Oslo, spoke of rye.", "2024-06-20"),
        ("When Kersti Ilves visited Norway {last weekend=2022-01-01/2022-01-02}, she spoke of rye.", None),
        (
            "It follows Kersti Ilves's trip to Norway, where she met Per Dahl over rye {last month=2024-05}.",
            "2024-06-20",
        ),
    ],
)
def test_a_visit_without_its_day_is_the_one_that_is_dated(
    text: str, published: str | None, write: Writer
) -> None:
    documents = [
        write(DATED, document_id="a", published="2024-05-09"),
        write(text, document_id="b", published=published),
    ]
    assert dates_of(make_events(documents), "rye") == ["2024-05-08"]


def test_of_two_visits_none_is_taken(write: Writer) -> None:
    again = DATED.replace("8 May=2024-05-08", "3 June=2024-06-03")
    documents = [
        write(DATED, document_id="a", published="2024-05-09"),
        write(again, document_id="b", published="2024-06-04"),
        write("Kersti Ilves, on her visit to Oslo, spoke of rye.", document_id="c", published="2024-06-20"),
    ]
    assert dates_of(make_events(documents), "rye") == ["2024-06-20"]


def test_a_later_visit_is_not_meant(write: Writer) -> None:
    documents = [
        write(DATED, document_id="a", published="2024-05-09"),
        write("Kersti Ilves, on her visit to Oslo, spoke of rye.", document_id="b", published="2024-04-20"),
    ]
    assert dates_of(make_events(documents), "rye") == ["2024-04-20"]


@pytest.mark.parametrize(
    ("visit", "told"),
    [
        # the Friday before the weekend and the Monday after it; a Wednesday is another visit
        ("{on 3 May=2024-05-03}", ["2024-05-03"]),
        ("{on 6 May=2024-05-06}", ["2024-05-06"]),
        ("{on 1 May=2024-05-01}", ["2024-05-04/2024-05-05"]),
    ],
)
def test_news_counts_the_friday_and_the_monday_in(write: Writer, visit: str, told: list[str]) -> None:
    documents = [
        write(f"Kersti Ilves made a visit to Oslo {visit}, a spokesman said.", document_id="a"),
        write(
            "When Kersti Ilves visited Norway over {the weekend=weekend:2024-05-04/2024-05-05}, "
            "she spoke of rye.",
            document_id="b", published="2024-05-07",
        ),
    ]  # fmt: skip
    assert dates_of(make_events(documents), "rye") == told
