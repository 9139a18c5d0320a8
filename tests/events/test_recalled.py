"""What is told again without its day takes the day that another passage gives."""

from __future__ import annotations

import pytest

from data import days
from data.events import make_events
from tests.helpers.dated_documents import Writer

_LEAD = "Havet AS opened a shop in Bergen. Buyers came early. "


def day_of(write: Writer, dated: str, later: str, published: str = "2024-08-20") -> str | None:
    """The first day of the event that holds the last sentence of the later document."""
    documents = [
        write(dated, document_id="a", published="2024-06-08", publisher="A"),
        write(_LEAD + later, document_id="b", published=published, publisher="B"),
    ]
    for event in make_events(documents):
        if any(passage.text in later and passage.document == "b" for passage in event.passages):
            return days.iso(event.start)
    return None


@pytest.mark.parametrize(
    ("dated", "later"),
    [
        (
            "Havet AS unveiled the Brim 4 in Bergen {on Friday=2024-06-07}.",
            "When Havet AS first introduced the Brim 4, it praised the screen.",
        ),
        (
            "Jonas Berg resigned as head of Havet AS {on Friday=2024-06-07}.",
            "Jonas Berg resigned in a letter to the board.",
        ),
        (
            "Jonas Berg underwent a liver transplant in Bergen {on Friday=2024-06-07}.",
            "She stood in while Jonas Berg underwent liver transplant surgery.",
        ),
    ],
)
def test_it_takes_the_day(write: Writer, dated: str, later: str) -> None:
    assert day_of(write, dated, later) == "2024-06-07"


@pytest.mark.parametrize(
    ("dated", "later"),
    [
        # Another thing, another number, another person, a showing and a release
        (
            "Havet AS unveiled the Brim 4 in Bergen {on Friday=2024-06-07}.",
            "Havet AS introduced the Skum with a song.",
        ),
        (
            "Havet AS unveiled the Brim 4 in Bergen {on Friday=2024-06-07}.",
            "Havet AS introduced the Brim 5 with a song.",
        ),
        (
            "Jonas Berg resigned as head of Havet AS {on Friday=2024-06-07}.",
            "Maria Lind resigned in a letter to the board.",
        ),
        (
            "Havet AS unveiled the Brim 4 in Bergen {on Friday=2024-06-07}.",
            "Havet AS released the Brim 4 with a song.",
        ),
    ],
)
def test_it_keeps_its_own_day(write: Writer, dated: str, later: str) -> None:
    assert day_of(write, dated, later) == "2024-08-20"


def test_a_clause_that_points_at_a_launch_has_the_thing_from_its_sentence(write: Writer) -> None:
    documents = [
        write(
            "Jonas Berg founded Havet AS and launched the Brim Music Store {in 2003=2003}.", document_id="a"
        ),
        write(
            "Four million songs were bought from the Brim store since its launch {in 2003=2003}.",
            document_id="b",
        ),
    ]
    assert any({one.document for one in event.passages} == {"a", "b"} for event in make_events(documents))
