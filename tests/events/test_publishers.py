"""Copies of one story count once, their publishers otherwise apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from data.events.publishers import Source, independent, prints, publisher_of, stories
from data.model import DatedDocument

Writer = Callable[..., DatedDocument]

_WIRE = [
    "The harbour of Bergen was closed for repairs on Monday, the city council of the town said.",
    "Workers will replace the old cranes before the first ships of the spring season arrive there.",
    "The council has set aside two million crowns for the work, which is to last until Easter.",
    "Fishermen fear for their catch, because the nearest other harbour is forty kilometres away.",
]
_OWN = [
    "A walk along the empty quays shows how quiet a town can be without the noise of its cranes.",
    "Maria Lind has sold coffee here for thirty years and has never seen the gates chained before.",
    "She keeps her stall open all the same, since the crane drivers need their coffee even now.",
    "Her brother drives one of them and has been told to stay at home until the end of the month.",
]


def sources_of(documents: list[DatedDocument]) -> dict[str, Source]:
    found = stories({one.document.id: prints(one) for one in documents})
    return {one.document.id: Source(publisher_of(one.document), found[one.document.id]) for one in documents}


def paper(write: Writer, name: str, sentences: list[str], number: int = 0) -> DatedDocument:
    return write(" ".join(sentences), document_id=f"{name}-{number}", publisher=name)


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (_WIRE, 1),
        (_WIRE[:3] + _OWN[:1], 1),
        (_WIRE[:1] + _OWN[:3], 2),
        (_OWN, 2),
    ],
)
def test_copies_count_once(write: Writer, second: list[str], count: int) -> None:
    documents = [paper(write, "Nordlys", _WIRE), paper(write, "Havblad", second)]
    assert independent(["Nordlys-0", "Havblad-0"], sources_of(documents)) == count


def test_papers_that_share_a_wire_story_are_two_for_their_own_stories(write: Writer) -> None:
    documents = [
        paper(write, "Nordlys", _WIRE, 1),
        paper(write, "Havblad", _WIRE, 1),
        paper(write, "Nordlys", _OWN, 2),
        paper(
            write, "Havblad", ["Another day in a town of quite another country came to its end in rain."], 2
        ),
    ]
    sources = sources_of(documents)
    assert independent(["Nordlys-1", "Havblad-1"], sources) == 1
    assert independent(["Nordlys-2", "Havblad-2"], sources) == 2
    assert independent(["Nordlys-1", "Nordlys-2"], sources) == 1


def test_a_story_that_very_many_carry_counts_once(write: Writer) -> None:
    documents = [paper(write, f"Paper {number:03}", _WIRE) for number in range(80)]
    assert independent([one.document.id for one in documents], sources_of(documents)) == 1


def test_a_line_that_very_many_carry_is_layout(write: Writer) -> None:
    def own(number: int) -> list[str]:
        return [f"{sentence[:-1]} of {number} things that nobody else has told." for sentence in _OWN]

    documents = [paper(write, f"Paper {number:03}", [_WIRE[0], *own(number)]) for number in range(80)]
    assert independent([one.document.id for one in documents], sources_of(documents)) == 80
