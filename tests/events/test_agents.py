"""Who did what only one can have done: two papers name two."""

from __future__ import annotations

import pytest

from data.events.conflicts.agents import agent_conflicts
from tests.helpers.made_reports import made_report


@pytest.mark.parametrize(
    ("one", "other", "claims"),
    [
        ("Ghana brokered the truce of Mopti.", "Togo brokered Monday's truce at Mopti.", ["Ghana", "Togo"]),
        ("Ghana brokered the truce of Mopti.", "Accra brokered Monday's truce at Mopti.", []),
        ("Ghana brokered the truce of Mopti.", "Niger, Togo brokered the truce of Mopti.", []),
        ("Ghana brokered the truce of Mopti.", "Togo brokered the sale of a port.", []),
        ("Lind piloted the jet Swift.", "Okoye piloted the jet Heron.", []),
        ("Ada Lind piloted the jet Swift.", "Lind piloted the jet Swift.", []),
    ],
    ids=["two", "a country and its capital", "one of several", "two things", "two names", "one person"],
)
def test_two_who_did_it(one: str, other: str, claims: list[str]) -> None:
    members = [made_report(one, document="a"), made_report(other, document="b")]
    found = agent_conflicts(members)
    assert [claim.value for conflict in found for claim in conflict.claims] == claims


def test_one_document_that_names_both_knows_of_both() -> None:
    told = ["Ghana brokered the truce of Mopti.", "Togo brokered the truce of Mopti."]
    assert not agent_conflicts([made_report(text, document="a") for text in told])
