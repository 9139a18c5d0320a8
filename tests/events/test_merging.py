"""Which reports are of one event, and what that event has of each."""

from __future__ import annotations

import pytest

from data.events import make_events
from tests.helpers.dated_documents import FILLER, Writer, events_with


def test_the_finest_stated_date_wins(write: Writer) -> None:
    documents = [
        write(
            "Kersti Ilves met Ada Okoye at a summit in Bergen {on Sept 16, 2022=2022-09-16}.", document_id="a"
        ),
        write(
            "Kersti Ilves and Ada Okoye met at the summit in Norway {in September 2022=2022-09}.",
            document_id="b",
        ),
        write(
            "Kersti Ilves last met Ada Okoye at a summit in Bergen {in the fall of 2022=2022-23}.",
            document_id="c",
        ),
    ]
    (event,) = events_with(make_events(documents), "summit")
    assert event.edtf == "2022-09-16"
    assert event.precision == "day"
    assert event.publishers == 3
    assert len(event.passages) == 3
    assert event.where[0] == "Bergen"
    assert all(reason.startswith("merged: ") for reason in event.reasons)


def test_a_building_either_acts_or_is_the_scene(write: Writer) -> None:
    documents = [
        write(
            "The Kremlin said Kersti Ilves met Ada Okoye for talks {on Monday=2024-07-08}.", document_id="a"
        ),
        write("Kersti Ilves met Ada Okoye for talks at the Kremlin {on Monday=2024-07-08}.", document_id="b"),
    ]
    (event,) = make_events(documents)
    assert "Kremlin" in event.where
    assert "Kremlin" not in event.who


def test_a_clash_of_a_year_is_that_of_its_month(write: Writer) -> None:
    documents = [
        write(
            "Soldiers of Norway and Sweden clashed over the disputed border {in June 2020=2020-06}.",
            document_id="a",
        ),
        write(
            "Oslo worries, with a border dispute erupting into clashes that left 24 soldiers dead"
            " {in 2020=2020}.",
            document_id="b",
        ),
    ]
    (event,) = events_with(make_events(documents), "border")
    assert (event.edtf, len(event.passages)) == ("2020-06", 2)


def test_a_warrant_for_him_is_the_warrant_for_berg(write: Writer) -> None:
    told = (
        "In {May 2023=2023-05} the Holm Court accused him of war crimes and issued a warrant for his arrest."
    )
    documents = [
        write(f"Jonas Berg runs the ferry. {told}", document_id="a"),
        write(
            "The Holm Court issued a warrant for the arrest of Jonas Berg {in 2023=2023}.", document_id="b"
        ),
    ]
    (event,) = events_with(make_events(documents), "warrant")
    assert (event.edtf, event.who[0]) == ("2023-05", "Jonas Berg")


def test_a_clash_that_is_only_mentioned_is_the_one_told_of_its_year(write: Writer) -> None:
    told = "A clash along the disputed border of Norway {in June 2020=2020-06} killed nine guards of both."
    documents = [
        write(told, document_id="a"),
        write("Trade has shrunk since the {2020=2020} border clash in the Alps.", document_id="b"),
    ]
    (event,) = events_with(make_events(documents), "clash")
    assert (event.edtf, event.publishers) == ("2020-06", 2)


def test_a_sum_of_two_countries_is_told_of_either(write: Writer) -> None:
    documents = [
        write(
            "Norway’s trade with Kenya was worth nearly $65 billion {in 2023=2023}, due to fish.",
            document_id="a",
        ),
        write(
            "Trade with Norway of some Kenyan firms was worth $65.7 billion {in 2023=2023}, due to fish.",
            document_id="b",
        ),
    ]
    (event,) = events_with(make_events(documents), "rade")
    assert len(event.passages) == 2


def test_two_denials_of_one_meeting_are_one_event(write: Writer) -> None:
    documents = [
        write("Kersti Ilves did not attend the summit held by Oslo {in 2023=2023}.", document_id="a"),
        write("Ilves did not attend the summit in Oslo {in 2023=2023}, which ended early.", document_id="b"),
    ]
    (event,) = events_with(make_events(documents), "summit")
    assert (event.modality, len(event.passages)) == ("denied", 2)


def test_snippets_support_and_never_make_an_event(write: Writer) -> None:
    told = "Kersti Ilves opened the new bridge in Bergen {on Monday=2024-07-08}."
    alone = make_events([write(told, document_id="s", kind="snippets")])
    assert alone == []
    (event,) = make_events([write(told, document_id="a"), write(told, document_id="s", kind="snippets")])
    assert len(event.passages) == 2
    assert event.publishers == 1


@pytest.mark.parametrize("kind", ["furniture", "error"])
def test_furniture_and_errors_make_no_event(write: Writer, kind: str) -> None:
    assert make_events([write("Kersti Ilves opened the bridge.", kind=kind)]) == []


def test_a_range_of_furniture_makes_no_event(write: Writer) -> None:
    text = "Ten things you never knew about ferries. Kersti Ilves opened the bridge."
    (event,) = make_events([write(text, furniture=((0, 40),))])
    assert event.passages[0].text == "Kersti Ilves opened the bridge."


def test_a_coarse_date_means_the_only_meeting_it_can(write: Writer) -> None:
    fine = [
        "Kersti Ilves met Ada Okoye in Bergen {on May 3, 2022=2022-05-03}.",
        "Kersti Ilves met Ada Okoye in Bergen {on October 9, 2022=2022-10-09}.",
    ]
    coarse = "Ada Okoye and Kersti Ilves saw each other in Bergen {in 2022=2022}."
    alone = make_events([write(fine[0], document_id="a"), write(coarse, document_id="c")])
    assert [event.edtf for event in alone] == ["2022-05-03"]
    doubtful = make_events([write(text, document_id=str(at)) for at, text in enumerate([*fine, coarse])])
    assert sorted(event.edtf or "" for event in doubtful) == ["2022", "2022-05-03", "2022-10-09"]


def test_a_stay_has_all_its_days(write: Writer) -> None:
    documents = [
        write(
            "Kersti Ilves arrived in Bergen {on Monday=2024-07-08} for a two-day visit to Ada Okoye.",
            document_id="a",
        ),
        write("Kersti Ilves visited Ada Okoye in Bergen {last month=2024-07}.", document_id="b"),
        write("Kersti Ilves met Ada Okoye in Bergen {on Tuesday=2024-07-09}.", document_id="c"),
    ]
    whole, part = make_events(documents)
    assert whole.edtf == "2024-07-08/2024-07-09"
    assert whole.publishers == 2
    assert part.part_of == whole.id


def test_plan_and_happening_are_one_event(write: Writer) -> None:
    documents = [
        write(
            "Kersti Ilves will meet Ada Okoye in Bergen {on Monday=2024-07-08}.",
            document_id="a",
            published="2024-07-05",
        ),
        write("Kersti Ilves met Ada Okoye in Bergen {on Monday=2024-07-08}.", document_id="b"),
    ]
    (event,) = make_events(documents)
    assert event.modality == "happened"
    assert event.reasons == ("merged: same day, Okoye and Ilves, Bergen, one meeting",)


def test_the_end_of_a_visit_is_told_once(write: Writer) -> None:
    text = (
        "As Kersti Ilves wrapped up her visit {on Tuesday=2024-07-09}, officials named their aims. "
        "For Ada Okoye, Ilves’s visit, which wrapped up {on Tuesday=2024-07-09}, is a chance."
    )
    stated = [event for event in make_events([write(text)]) if event.basis == "stated"]
    assert len(stated) == 1


def test_coming_to_an_office_is_one_event_however_it_is_told(write: Writer) -> None:
    texts = [
        "Kersti Ilves won a third term in a general election {last month=2024-06}.",
        "Kersti Ilves was returned to power {last month=2024-06}.",
        "Kersti Ilves was re-elected {in June=2024-06}.",
        "Ada Okoye was re-elected {in June=2024-06}.",
    ]
    events = make_events([write(text, document_id=f"d{at}") for at, text in enumerate(texts)])
    assert sorted(len(event.passages) for event in events) == [1, 3]


def test_copies_of_one_story_are_one_publisher(write: Writer) -> None:
    story = (
        "Kersti Ilves opened the new bridge over the sound in Bergen {on Monday=2024-07-08}. "
        "The old ferry, which had served the island for a century, made its last trip that night. "
        "Fishermen lined the quay and blew their horns until the lights of the ferry were gone. "
        "The council will decide in the autumn what is to become of the landing stage and its inn. "
    )
    documents = [
        write(story, document_id="a", publisher="Bergen Post"),
        write(story + FILLER, document_id="b", publisher="Coast Herald"),
        write(
            "Kersti Ilves opened the new bridge over the sound in Bergen {on Monday=2024-07-08}.",
            document_id="c",
            publisher="Fjord",
        ),
    ]
    (event,) = events_with(make_events(documents), "Kersti Ilves")
    assert len(event.passages) == 3
    assert event.publishers == 2


@pytest.mark.parametrize(("country", "are_one"), [("Kenya", True), ("Chile", False)])
def test_no_country_is_invaded_twice_in_a_month(write: Writer, country: str, *, are_one: bool) -> None:
    documents = [
        write(
            "Norway's full-scale invasion of Kenya {in February 2022=2022-02} led to a boycott of its tea.",
            document_id="a",
        ),
        write(
            f"Herring is dear since Norway launched its campaign in {country} {{in February 2022=2022-02}}.",
            document_id="b",
        ),
    ]
    events = make_events(documents)
    assert (events_with(events, "invasion") == events_with(events, "campaign")) is are_one


def test_a_headline_tells_what_its_lead_tells(write: Writer) -> None:
    text = (
        "Ilves, Okoye hold talks amid anger over herring\n"
        "Prime Minister Kersti Ilves was set to hold talks with Ada Okoye {on Monday=2024-07-08}.\n"
    )
    events = make_events([write(f"{text}{FILLER}")])
    assert events_with(events, "amid anger") == events_with(events, "was set to")


def test_two_people_telephone_once_in_a_day(write: Writer) -> None:
    documents = [
        write(
            "Kersti Ilves called Ada Okoye {on Monday=2024-07-08} and told her of a ferry.", document_id="a"
        ),
        write(
            f"{FILLER} {FILLER} In the wake of the trip, Kersti Ilves called Ada Okoye.",
            document_id="b",
            published="2024-07-08/2024-07-09",
        ),
    ]
    events = make_events(documents)
    assert events_with(events, "a ferry") == events_with(events, "In the wake")


def test_words_that_one_report_alone_has_do_not_keep_it_from_others(write: Writer) -> None:
    documents = [
        write(
            "A sealed, dusty, dented and rusty ballot box with uncounted papers was found behind brooms"
            " and ladders at Thornhill School in Oslo {on Wednesday=2024-07-03}.",
            document_id="a",
        ),
        write(
            "A ballot box was found at Thornhill School in Oslo {on 3 July=2024-07-03}.",
            document_id="b",
        ),
    ]
    (event,) = make_events(documents)
    assert event.publishers == 2
