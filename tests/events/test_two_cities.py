"""One meeting that is put in two cities: joined, so that the contradiction is shown."""

from __future__ import annotations

from typing import Any

from data.events import make_events
from data.events.merging.two_cities import put_in_two_cities
from tests.helpers.dated_documents import Writer
from tests.helpers.made_reports import made_report


def test_two_cities_for_one_meeting_contradict(write: Writer) -> None:
    documents = [
        write("Kersti Ilves met Ada Okoye in Moscow for talks {on Monday=2024-07-08}.", document_id="a"),
        write("Kersti Ilves met Ada Okoye in Vladivostok for talks {on Monday=2024-07-08}.", document_id="b"),
    ]
    (event,) = make_events(documents)
    (conflict,) = event.conflicts
    assert (conflict.about, conflict.severity) == ("place", "hard")
    told = {claim.value: event.passages[claim.passages[0]].document for claim in conflict.claims}
    assert told == {"Moscow": "a", "Vladivostok": "b"}


def joined(**facts: Any) -> list[tuple[int, int]]:
    """Which of two reports of a meeting in two cities are joined; ``facts`` are of the second."""
    met = "Kersti Ilves met Ada Okoye in {}."
    known: dict[str, Any] = {"start": 5, "end": 5, "precision": "day", "who": ("Kersti Ilves", "Ada Okoye")}
    first = made_report(met.format("Moscow"), where=("Moscow",), **known)
    second = made_report(
        met.format("Vladivostok"), **{"document": "b", "where": ("Vladivostok",)} | known | facts
    )
    return [*put_in_two_cities({1: first, 2: second})]


def test_a_date_is_believed_wherever_it_stands_and_the_day_of_publication_only_in_the_lead() -> None:
    assert joined(sentence=20) == [(1, 2)]
    assert joined(basis="inferred") == [(1, 2)]
    assert joined(basis="inferred", sentence=20) == []


def test_what_is_denied_or_told_by_one_document_of_both_is_left_apart() -> None:
    assert joined(modality="denied") == []
    assert joined(document="a") == []
