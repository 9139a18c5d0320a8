"""A headline is one event with the lead that tells it, in whatever words."""

from __future__ import annotations

import pytest

from data.events import make_events
from tests.helpers.dated_documents import Writer


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        (
            "Guildhall debate called off as boiler fails",
            "The debate of the two rivals at the Guildhall failed {on Monday=2024-07-08} as its boiler did.",
        ),
        (
            "Uncounted ballots turn up in school cupboard",
            "A box of uncounted ballots was found in a cupboard of a school {on Monday=2024-07-08}.",
        ),
        (
            "Okoye takes recount to court",
            "Ada Okoye asked a court {on Monday=2024-07-08} to set aside the recount in Moss.",
        ),
    ],
)
def test_a_headline_is_one_event_with_its_lead(write: Writer, headline: str, lead: str) -> None:
    (event,) = make_events([write(f"{headline}\n\n{lead}")])
    assert [passage.text for passage in event.passages if passage.expression is None] == [headline]
    assert "a headline and its story" in event.reasons[0]


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        # nothing of it is told again
        (
            "Mayor survives by a whisker",
            "Ada Okoye won re-election {on Monday=2024-07-08} with a majority of 37 votes.",
        ),
        # of another day
        (
            "Uncounted ballots turn up in school cupboard",
            "Uncounted ballots were lost in a school {on 4 May=2024-05-04}, the council said.",
        ),
        # a sentence is no headline
        (
            "Uncounted ballots turned up in a school cupboard.",
            "The school kept its brooms in the cupboard with the uncounted ballots {on Monday=2024-07-08}.",
        ),
    ],
)
def test_what_the_lead_does_not_tell_again_stands_alone(write: Writer, headline: str, lead: str) -> None:
    events = make_events([write(f"{headline}\n\n{lead}")])
    assert len(events) > 1


def test_how_sure_it_is_the_lead_tells(write: Writer) -> None:
    lead = (
        "The debate of Ada Okoye and Mia Lund did not take place {on Monday=2024-07-08} as a boiler failed."
    )
    (event,) = make_events([write(f"Debate called off as boiler fails\n\n{lead}")])
    assert (len(event.passages), event.modality) == (2, "denied")
