"""Events inside a larger one."""

from __future__ import annotations

from typing import Any

import pytest

from data.events import make_events
from data.events.parts import Placed, linked
from tests.helpers.dated_documents import Writer

VISIT = Placed(
    id="visit", start=10, end=12, publishers=3, importance=0.5, who=frozenset({"Ada Okoye", "Kersti Ilves"}),
    where=frozenset({"Oslo"}), is_whole=True, may_be_part=True,
)  # fmt: skip
TALKS = VISIT._replace(id="talks", start=11, end=11, importance=0.8, is_whole=False)


def wholes(*events: Placed) -> dict[str, str | None]:
    return {name: whole for name, (whole, _) in linked(events).items() if whole is not None}


def test_what_happens_during_a_visit_is_a_part_of_it_and_makes_it_as_important() -> None:
    assert linked([VISIT, TALKS]) == {"talks": ("visit", 0.8), "visit": (None, 0.81)}


@pytest.mark.parametrize(
    "facts",
    [
        {"start": 9, "end": 9}, {"start": 12, "end": 13}, {"start": 10, "end": 12},
        {"may_be_part": False}, {"who": frozenset({"Mia Lund"})},
        {"where": frozenset({"Lagos"})}, {"who": frozenset({"Ada Okoye"}), "where": frozenset()},
    ],
    ids=["before", "longer than it", "as long", "a comment", "others", "elsewhere", "one of them somewhere"],
)  # fmt: skip
def test_what_is_no_part(facts: dict[str, Any]) -> None:
    assert wholes(VISIT, TALKS._replace(**facts)) == {}


@pytest.mark.parametrize("facts", [{"start": 12, "end": 12}, {"where": frozenset()}, {"end": 12}])
def test_what_is_a_part(facts: dict[str, Any]) -> None:
    assert wholes(VISIT, TALKS._replace(**facts)) == {"talks": "visit"}


def test_of_several_wholes_the_shortest_holds_it() -> None:
    summit = VISIT._replace(id="summit", start=8, end=20)
    assert wholes(summit, VISIT, TALKS) == {"talks": "visit", "visit": "summit"}


def test_talks_are_part_of_the_visit(write: Writer) -> None:
    documents = [
        write(
            "Kersti Ilves paid Ada Okoye a visit in Lagos {on July 8-9=2024-07-08/2024-07-09}.",
            document_id="a",
        ),
        write(
            "Ada Okoye showed Kersti Ilves the new harbour of Lagos {on Tuesday=2024-07-09}.", document_id="b"
        ),
    ]
    whole, part = make_events(documents)
    assert whole.edtf == "2024-07-08/2024-07-09"
    assert part.part_of == whole.id
    assert whole.part_of is None


def test_statements_about_a_visit_are_no_parts_of_it(write: Writer) -> None:
    documents = [
        write(
            "Kersti Ilves visited Ada Okoye in Bergen {on July 8-9=2024-07-08/2024-07-09}.", document_id="a"
        ),
        write(
            "Mia Berg called the visit of Kersti Ilves to Bergen a blow {on Monday=2024-07-08}.",
            document_id="b",
        ),
    ]
    events = make_events(documents)
    assert len(events) == 2
    assert all(event.part_of is None for event in events)
