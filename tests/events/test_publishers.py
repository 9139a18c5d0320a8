"""Copies of one story count once, their publishers otherwise apart."""

from __future__ import annotations

import random

import pytest

from data.events import publishers
from data.events.publishers import Source, independent, prints, publisher_of, stories, stories_again
from data.model import DatedDocument
from tests.helpers.dated_documents import Writer

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
        return [
            f"Of {number} things {sentence[:-1]} is one of {number} that nobody told." for sentence in _OWN
        ]

    documents = [paper(write, f"Paper {number:03}", [_WIRE[0], *own(number)]) for number in range(80)]
    assert independent([one.document.id for one in documents], sources_of(documents)) == 80


_TRAIN = [
    "A freight train with timber derailed near Hamar early on Tuesday, the railway said.",
    "Nobody was hurt, but eleven wagons left the rails and blocked the road, police said.",
    "“There was a noise like thunder and the windows shook,” said Kari Moen, who lives nearby.",
    "The railway expects the line to stay closed until Friday, and passengers are taken by bus.",
    "It was the third derailment on the line this year; the first two were blamed on worn switches.",
    "The union of the drivers said it had warned of the state of the track in a letter last autumn.",
]
_EDITED = [
    "HAMAR, Norway (NTB) — A train carrying timber derailed near Hamar early Tuesday, the railway said.",
    "Nobody was hurt, but eleven wagons left the rails, blocking the road, according to police.",
    '"There was a noise like thunder and the windows shook," said Kari Moen, a neighbour.',
    "The railway expects the line to stay closed till Friday, with passengers taken by bus.",
    "It was this year's third derailment there; the first two were blamed on worn switches.",
    "The drivers' union said it had warned of the state of the track in a letter last autumn.",
]
_TOLD_ANEW = [
    "Trains to the north stood still on Tuesday because a load of logs had jumped the rails.",
    "The road is closed, and a crane from Drammen was on its way to lift the wagons back.",
    "Commuters will have to change to coaches until the weekend, the company wrote at noon.",
    "A spokesman of the drivers recalled that he had written to the minister in September.",
]


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (["Timber train off the rails", "By Our Correspondent", *_TRAIN], 1),
        (_EDITED, 1),
        (_TRAIN[:2], 1),
        ([*_TRAIN[3:5], _EDITED[5]], 1),
        ([_TRAIN[4], _TRAIN[0], _EDITED[3], *_TOLD_ANEW[:2]], 1),
        ([" ".join(sentence.split()[:12]) + "." for sentence in _TRAIN], 1),
        ([_TRAIN[2], *_TOLD_ANEW], 2),
        (_TOLD_ANEW, 2),
    ],
    ids=["another head", "edited", "two", "half", "with own", "without ends", "one quotation", "told anew"],
)
def test_near_copies_count_once(write: Writer, second: list[str], count: int) -> None:
    documents = [paper(write, "Nordlys", _TRAIN), paper(write, "Havblad", second)]
    assert independent(["Nordlys-0", "Havblad-0"], sources_of(documents)) == count


@pytest.mark.parametrize("seed", range(40))
def test_stories_after_a_change_are_those_of_a_first_look(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishers, "_MOST_PAIRS", 4)
    source = random.Random(seed)
    written = [source.sample(range(100), 8) for _ in range(6)]

    def article() -> tuple[int, ...]:
        marks = {
            *source.sample(source.choice(written), source.randint(3, 8)),
            *source.sample(range(90, 110), 2),
        }
        return tuple(source.sample(sorted(marks), len(marks) - source.randint(0, 1)))

    printed = {f"d{number:02}": article() for number in range(40)}
    told = stories(printed)
    others: list[str] = []
    for _ in range(12):
        before, former = told, dict(printed)
        for name in source.sample(sorted(printed), source.randint(0, 3)):
            printed[name] = article()
        for name in source.sample(sorted(printed), source.randint(0, 2)):
            del printed[name]
        for _ in range(source.randint(0, 2)):
            printed[f"d{source.randint(0, 60):02}"] = article()
        changed = {
            name for name in printed.keys() | former.keys() if printed.get(name) != former.get(name)
        } | {*source.sample(sorted(printed), 1)}  # read again as it was
        moved = set[int]().union(*({*printed.get(one, ())} ^ {*former.get(one, ())} for one in changed))
        told = stories_again(printed, before, changed, moved)
        assert told == stories(printed)
        others += [one for one in printed.keys() - changed if told[one] != before[one]]
    assert others  # what has not changed itself has come to another story
    assert len({*told.values()}) < len(told)
