"""Claims about one event that cannot both be right, and what only looks like it."""

from __future__ import annotations

import pytest

from data.events import make_events
from data.model import Conflict, Event
from tests.helpers.dated_documents import Writer


def conflicts(events: list[Event]) -> list[Conflict]:
    return [conflict for event in events for conflict in event.conflicts]


def told(write: Writer, *texts: str, published: tuple[str, ...] = ()) -> list[Event]:
    days = published or ("2024-07-20",) * len(texts)
    return make_events(
        [write(text, document_id=f"d{at}", published=days[at]) for at, text in enumerate(texts)]
    )


def test_a_clash_told_of_two_days(write: Writer) -> None:
    (conflict,) = conflicts(
        told(
            write,
            "Soldiers clashed in the Holm valley {on 15 June 2024=2024-06-15}. The Holm is quiet now.",
            "The fighting in the Holm valley came {on 16 June 2024=2024-06-16}. The Holm is quiet now.",
            "Soldiers clashed in the Holm valley {on 15 June 2024=2024-06-15}. Holm was calm before.",
        )
    )
    assert (conflict.about, conflict.severity) == ("date", "hard")
    assert {claim.value for claim in conflict.claims} == {"15 June 2024", "16 June 2024"}


def test_meetings_of_neighbouring_days_are_two(write: Writer) -> None:
    events = told(
        write,
        "Kersti Ilves met Ada Okoye in Bergen {on Monday=2024-07-08}.",
        "Kersti Ilves met Ada Okoye in Bergen {on Tuesday=2024-07-09}.",
    )
    assert len(events) == 2
    assert conflicts(events) == []


def test_an_outbreak_told_of_two_months(write: Writer) -> None:
    (conflict,) = conflicts(
        told(
            write,
            "Much changed after troops were sent and the war in Ukraine began {in February 2022=2022-02}.",
            "The war in Ukraine erupted {on September 24, 2022=2022-09-24}.",
        )
    )
    assert conflict.about == "date"


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [("2024-07-08", "2024-07-09", "apparent"), ("2024-07-09", "2024-07-08", "hard")],
)
def test_tolls_rise_with_the_days(write: Writer, first: str, second: str, severity: str) -> None:
    texts = [
        f"The fire in Bergen killed {count} people in the old hotel {{on Monday=2024-07-08}}."
        for count in (29, 41)
    ]
    (conflict,) = conflicts(told(write, *texts, published=(first, second)))
    assert conflict.severity == severity


def test_what_search_results_quote_contradicts_nothing(write: Writer) -> None:
    text = "The fire in Bergen killed {} people in the old hotel {{on Monday=2024-07-08}}."
    documents = [
        write(text.format(29), document_id="a"),
        write(text.format(41), document_id="b", kind="snippets"),
    ]
    assert conflicts(make_events(documents)) == []


def test_a_correction_is_read_as_one(write: Writer) -> None:
    (conflict,) = conflicts(
        told(write, "The bridge was opened then. It was {2022=2022}, not 2019 as we wrote.")
    )
    assert (conflict.about, conflict.severity) == ("date", "apparent")
    assert [claim.value for claim in conflict.claims] == ["2019 (withdrawn)", "2022 (corrected)"]


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [("at least 29", "41", "apparent"), ("29", "41", "hard"), ("29", "29", None), ("two dozen", "24", None)],
)
def test_tolls(write: Writer, one: str, other: str, severity: str | None) -> None:
    documents = [
        write(
            f"The fire in Bergen killed {one} people in the old hotel {{on Monday=2024-07-08}}.",
            document_id="a",
        ),
        write(
            f"The fire in Bergen killed {other} people in the old hotel {{on Monday=2024-07-08}}.",
            document_id="b",
        ),
    ]
    (event,) = make_events(documents)
    assert [conflict.severity for conflict in event.conflicts] == ([severity] if severity else [])


def test_a_vague_figure_is_no_claim_beside_the_exact_one_it_agrees_with(write: Writer) -> None:
    told = ("over 500", "over 600", "621")
    documents = [
        write(
            f"Kersti Ilves signed the order for {number} rifles in Bergen {{on Monday=2024-07-08}}.",
            document_id=f"d{place}",
        )
        for place, number in enumerate(told)
    ]
    (event,) = make_events(documents)
    (conflict,) = event.conflicts
    assert conflict.severity == "hard"
    assert [(claim.value, claim.passages) for claim in conflict.claims] == [
        ("over 500 rifles", (0,)),
        ("621 rifles", (1, 2)),
    ]


def test_denied_and_happened_contradict_each_other(write: Writer) -> None:
    documents = [
        write("Kersti Ilves visited the harbour of Bergen {on Monday=2024-07-08}.", document_id="a"),
        write("Kersti Ilves did not visit the harbour of Bergen {on Monday=2024-07-08}.", document_id="b"),
    ]
    (event,) = make_events(documents)
    assert event.modality == "happened"
    (conflict,) = event.conflicts
    assert (conflict.about, conflict.severity) == ("occurrence", "hard")
