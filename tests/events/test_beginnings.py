"""What began on a day and is told as known ("the trial opened"): one, where documents know the same names."""

from __future__ import annotations

import pytest

from data.events import make_events
from data.events.merging.undertakings import bare_beginnings
from tests.helpers.dated_documents import Writer, events_with

OPENED = (
    "The trial opened {on Monday=2024-07-08} before a full courtroom in Sandvor. Jonas Berg said he was ill."
)


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("The trial opened on Monday.", {"trial"}),
        ("Three workers of a mill went on trial on Monday over a leak.", {"trial"}),
        ("The trial of Mr Lund and Jonas Berg, which began on Monday, goes on.", {"trial"}),
        ("The trial heard on Monday that the fire began in May.", set()),
        ("A trial of the engine began on Monday.", set()),
        ("The trial was put off. The rain began on Monday.", set()),
    ],
)
def test_what_began(text: str, begun: set[str]) -> None:
    assert bare_beginnings(text) == begun


@pytest.mark.parametrize(
    ("told", "one"),
    [
        (
            "The trial of Mia Lund and Jonas Berg, which began {on Monday=2024-07-08} in Sandvor, goes on.",
            True,
        ),
        ("The trial of Ada Okoye, which began {on Monday=2024-07-08} in Bergen, is to last.", False),
        (
            "The trial of Mia Lund and Jonas Berg, which began {on Tuesday=2024-07-09} in Sandvor, goes on.",
            False,
        ),
    ],
    ids=["one trial", "another trial", "another day"],
)
def test_a_trial_that_began(write: Writer, told: str, *, one: bool) -> None:
    documents = [
        write(f"Jonas Berg in court\n{OPENED}", document_id="a"),
        write(told, document_id="b"),
    ]
    events = [*events_with(make_events(documents), "trial")]
    assert (len({event.id for event in events if len(event.passages) > 1}) == 1) is one


def test_three_counts_of_one_accident_are_one_event(write: Writer) -> None:
    documents = [
        write(
            "Cable car falls in Sandvor: five dead\nA cabin of the Ulriken lift fell {on Sunday=2024-07-07}. "
            "Five people died and 19 were injured, police said.",
            document_id="a",
        ),
        write(
            "Six killed by Ulriken lift\nSix people were killed and 23 hurt when a cabin of the Ulriken lift "
            "came down {on Sunday=2024-07-07}.",
            document_id="b",
        ),
    ]
    told = {
        claim.value
        for event in make_events(documents)
        for conflict in event.conflicts
        if conflict.about == "figure"
        for claim in conflict.claims
    }
    assert {"23 injured", "19 injured", "six killed", "five killed"} <= told
