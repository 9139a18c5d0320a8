"""Of an event's lines the one that tells it best is its title."""

from __future__ import annotations

import pytest

from data.events import make_events
from tests.helpers.dated_documents import Writer

VISIT = "Kersti Ilves visited Oslo {on 8 May=2024-05-08}."
MEETING = "Kersti Ilves met Ada Okoye in Oslo {on 8 May=2024-05-08}."
SHOWN = "Kersti Ilves posted photos of a school in Bergen that was struck by a rocket {on 8 May=2024-05-08}"
LEAD = "Norway could lead talks on the ferries of Oslo, says Kersti Ilves. "

# The texts of two documents, and the title of the event that both tell.
TITLES = {
    "a line that points elsewhere is no title": (
        "Kersti Ilves and Ada Okoye met under this organisation's flag in Oslo {on 8 May=2024-05-08}.",
        MEETING,
        "Kersti Ilves met Ada Okoye in Oslo",
    ),
    "a line that looks back is no title": (
        "Kersti Ilves had last met Ada Okoye in Oslo {on 8 May=2024-05-08}.",
        MEETING,
        "Kersti Ilves met Ada Okoye in Oslo",
    ),
    "a line with the length of a visit tells the whole of it": (
        "Kersti Ilves visited Norway {on 8-9 May=2024-05-08/2024-05-09} and met Ada Okoye there.",
        "Kersti Ilves made a two-day visit to Norway {on 8-9 May=2024-05-08/2024-05-09}.",
        "Kersti Ilves made a two-day visit to Norway",
    ),
    "a country that is not named is no place": (
        "Kersti Ilves visited the country {on 8 May=2024-05-08} to meet Ada Okoye and see Norway.",
        "Kersti Ilves visited Norway {on 8 May=2024-05-08} to meet Ada Okoye.",
        "Kersti Ilves visited Norway to meet Ada Okoye",
    ),
    "a country that is not named tells less than two names": (
        "Kersti Ilves plans to visit the country {on 8 May=2024-05-08} by invitation of Norway's Ada Okoye.",
        "Kersti Ilves of Estonia is scheduled to visit Norway {on 8 May=2024-05-08}.",
        "Kersti Ilves of Estonia is scheduled to visit Norway",
    ),
    "a line tells which papers were signed": (
        "The towns of Norway and Denmark together signed the agreements {on 8 May=2024-05-08}.",
        "Norway and Denmark signed agreements for boats {on 8 May=2024-05-08}.",
        "Norway and Denmark signed agreements for boats",
    ),
    "what only its document dates has the line of its lead": (
        LEAD,
        f"{LEAD}It rained. Kersti Ilves later held talks on the ferries of Oslo and told Ada Okoye of it.",
        "Norway could lead talks on the ferries of Oslo",
    ),
    "a line that tells the act of something it names is no title": (
        f"{SHOWN} and left.",
        "A barrage launched on Bergen struck a school {on 8 May=2024-05-08}.",
        "A barrage launched on Bergen struck a school",
    ),
    "a title that ends with the country is given the city": (
        "Kersti Ilves met Ada Okoye in Norway {on 8 May=2024-05-08}.",
        "Officials said that in Oslo she told Ada Okoye {on 8 May=2024-05-08} that this rye was dear.",
        "Kersti Ilves met Ada Okoye in Oslo, Norway",
    ),
}


@pytest.mark.parametrize(("one", "other", "title"), TITLES.values(), ids=TITLES)
def test_of_the_lines_of_two_documents(write: Writer, one: str, other: str, title: str) -> None:
    events = make_events([write(one, document_id="a"), write(other, document_id="b")])
    assert [event.title for event in events if event.publishers > 1] == [title]


def test_a_place_named_of_something_else_is_not_the_place(write: Writer) -> None:
    text = (
        "Mia Lund’s visit, which occurred with the fair in Bergen, is focused on trade and the price of rye."
    )
    (event,) = make_events([write(text)])
    assert event.title == "Mia Lund’s visit is focused on trade and the price of rye"


def test_the_date_of_a_mentioned_occasion_is_not_that_of_the_call(write: Writer) -> None:
    text = (
        "The plan was made {on 12 May=2024-05-12}, when Kersti Ilves rang Ada Okoye about her talks in Oslo "
        "{four days earlier=2024-05-08}."
    )
    events = make_events([write(VISIT, document_id="a"), write(text, document_id="b")])
    assert [(event.edtf, len(event.passages)) for event in events] == [("2024-05-08", 1), ("2024-05-12", 1)]


def test_a_whole_is_more_important_than_its_parts(write: Writer) -> None:
    documents = [
        write("Kersti Ilves was in Oslo for a visit {on 8-9 May=2024-05-08/2024-05-09}.", document_id="a"),
        *(
            write(
                f"{name}. Kersti Ilves dined with Ada Okoye in Oslo {{on 8 May=2024-05-08}}.",
                document_id=name,
            )
            for name in "bcd"
        ),
    ]
    events = {event.edtf: event for event in make_events(documents)}
    whole, part = events["2024-05-08/2024-05-09"], events["2024-05-08"]
    assert part.part_of == whole.id
    assert whole.importance > part.importance


def test_the_passage_that_tells_the_title_stands_first(write: Writer) -> None:
    planned = "Kersti Ilves was set to meet Ada Okoye in Oslo {on 8 May=2024-05-08}."
    (event,) = make_events([write(planned, document_id="a"), write(MEETING, document_id="b")])
    assert [passage.document for passage in event.passages] == ["b", "a"]
