"""Parties of a court's paper or a contract are told by name."""

from __future__ import annotations

import pytest

from data.events import reports
from data.events.cues import cues
from data.events.names.party_roles import PartyRoles
from tests.helpers.dated_documents import Writer

COURT = """IN THE COUNTY COURT AT SEAFORD

THE CROWN on the application of
FRIENDS OF THE OLD MOLE (Claimant)
and
SEAFORD TOWN COUNCIL (Defendant)
and
HALDEN HOMES LIMITED
(Interested Party)

1. {On 3 May 2024=2024-05-03} the Defendant resolved to pull down the old mole.

2. The Claimant asked the Defendant {on 5 May 2024=2024-05-05} to think again.

3. {On 12 January 2024=2024-01-12} the Interested Party applied for permission.
"""


@pytest.mark.parametrize(
    ("head", "parties"),
    [
        (
            "ADA OKOYE,\nPlaintiff,\n\nagainst\n\nNORDFISK, INC.,\nDefendant.\n",
            {"Plaintiff": "Ada Okoye", "Defendant": "Nordfisk, Inc."},
        ),
        (
            "BETWEEN HARBOUR INSPECTORATE Claimant and NORDFISK, INC. Defendant\n\nORDER dated 12 July 2024",
            {"Claimant": "Harbour Inspectorate", "Defendant": "Nordfisk, Inc."},
        ),
        (
            "This lease is made between Halden Homes Ltd (the “Landlord”) and Mia Lund (“the Tenant”).",
            {"Landlord": "Halden Homes Ltd", "Tenant": "Mia Lund"},
        ),
        (
            'Holm General Hospital ("the Hospital") is fined for what it did in Seaford ("the Decision").',
            {"Hospital": "Holm General Hospital"},
        ),
        # several, or none
        ("ADA OKOYE (Claimant) and MIA LUND (Claimant)", {}),
        ("The council (the mayor was ill) met the Claimant.", {}),
    ],
)
def test_parties(head: str, parties: dict[str, str]) -> None:
    assert PartyRoles(head, cues("en")).parties == parties


def test_what_a_party_did_is_told_by_name(write: Writer) -> None:
    told = {report.title: report.who for report in reports(write(COURT)) if report.basis == "stated"}
    assert told == {
        "Seaford Town Council resolved to pull down the old mole": ("Seaford Town Council",),
        "Friends of the Old Mole asked Seaford Town Council to think again": (
            "Friends of the Old Mole",
            "Seaford Town Council",
        ),
        "Halden Homes Limited applied for permission": ("Halden Homes Limited",),
    }
