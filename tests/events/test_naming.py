"""Of an event's lines the one that tells it best is its title."""

from __future__ import annotations

from collections.abc import Callable

from data.events import make_events
from data.model import DatedDocument, Event

Writer = Callable[..., DatedDocument]

VISIT = "Kersti Ilves visited Oslo {on 8 May=2024-05-08}."
MEETING = "Kersti Ilves met Ada Okoye in Oslo {on 8 May=2024-05-08}."


def merged(documents: list[DatedDocument]) -> Event:
    (event,) = [event for event in make_events(documents) if event.publishers > 1]
    return event


def test_a_line_that_points_elsewhere_is_no_title(write: Writer) -> None:
    text = "Kersti Ilves and Ada Okoye met under this organisation's flag in Oslo {on 8 May=2024-05-08}."
    event = merged([write(text, document_id="a"), write(MEETING, document_id="b")])
    assert event.title == "Kersti Ilves met Ada Okoye in Oslo"


def test_a_line_that_looks_back_is_no_title(write: Writer) -> None:
    text = "Kersti Ilves had last met Ada Okoye in Oslo {on 8 May=2024-05-08}."
    event = merged([write(text, document_id="a"), write(MEETING, document_id="b")])
    assert event.title == "Kersti Ilves met Ada Okoye in Oslo"


def test_a_line_with_the_length_of_a_visit_tells_the_whole_of_it(write: Writer) -> None:
    text = "Kersti Ilves visited Norway {on 8-9 May=2024-05-08/2024-05-09} and met Ada Okoye there."
    told = "Kersti Ilves made a two-day visit to Norway {on 8-9 May=2024-05-08/2024-05-09}."
    event = merged([write(text, document_id="a"), write(told, document_id="b")])
    assert event.title == "Kersti Ilves made a two-day visit to Norway"


def test_a_country_that_is_not_named_is_no_place(write: Writer) -> None:
    text = "Kersti Ilves visited the country {on 8 May=2024-05-08} to meet Ada Okoye and see Norway."
    told = "Kersti Ilves visited Norway {on 8 May=2024-05-08} to meet Ada Okoye."
    event = merged([write(text, document_id="a"), write(told, document_id="b")])
    assert event.title == "Kersti Ilves visited Norway to meet Ada Okoye"


def test_a_place_named_of_something_else_is_not_the_place(write: Writer) -> None:
    text = (
        "Mia Lund’s visit, which occurred with the fair in Bergen, is focused on trade and the price of rye."
    )
    (event,) = make_events([write(text)])
    assert event.title == "Mia Lund’s visit is focused on trade and the price of rye"


def test_a_line_tells_which_papers_were_signed(write: Writer) -> None:
    text = "The towns of Norway and Denmark together signed the agreements {on 8 May=2024-05-08}."
    told = "Norway and Denmark signed agreements for boats {on 8 May=2024-05-08}."
    event = merged([write(text, document_id="a"), write(told, document_id="b")])
    assert event.title == "Norway and Denmark signed agreements for boats"


def test_what_only_its_document_dates_has_the_line_of_its_lead(write: Writer) -> None:
    lead = "Norway could lead talks on the ferries of Oslo, says Kersti Ilves. "
    told = "Kersti Ilves later held talks on the ferries of Oslo and told Ada Okoye of a trip to Norway."
    event = merged([write(lead, document_id="a"), write(f"{lead}It rained. {told}", document_id="b")])
    assert event.title == "Norway could lead talks on the ferries of Oslo"


def test_a_title_that_ends_with_the_country_is_given_the_city(write: Writer) -> None:
    text = "Kersti Ilves met Ada Okoye in Norway {on 8 May=2024-05-08}."
    told = "Officials said that in Oslo she told Ada Okoye {on 8 May=2024-05-08} that this rye was dear."
    event = merged([write(text, document_id="a"), write(told, document_id="b")])
    assert event.title == "Kersti Ilves met Ada Okoye in Oslo, Norway"


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


def test_a_line_that_tells_the_act_of_something_it_names_is_no_title(write: Writer) -> None:
    shown = (
        "Kersti Ilves posted photos of a school in Bergen that was struck by a rocket {on 8 May=2024-05-08}"
    )
    told = "A barrage launched on Bergen struck a school {on 8 May=2024-05-08}."
    event = merged([write(f"{shown} and left.", document_id="a"), write(told, document_id="b")])
    assert event.title == "A barrage launched on Bergen struck a school"


def test_the_passage_that_tells_the_title_stands_first(write: Writer) -> None:
    planned = "Kersti Ilves was set to meet Ada Okoye in Oslo {on 8 May=2024-05-08}."
    event = merged([write(planned, document_id="a"), write(MEETING, document_id="b")])
    assert [passage.document for passage in event.passages] == ["b", "a"]
