"""Occasions of some days, told by their first day and their length."""

from __future__ import annotations

import pytest

from data import edtf
from data.events.reporting.reports import reports
from tests.helpers.dated_documents import Writer

_LEAD = "The dockers of Moss gathered in the old town hall to talk about the harbour and its bridge. "


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The dockers struck for {three days=P3D} from {Monday=2024-07-01}.", "2024-07-01/2024-07-03"),
        ("Ilves paid a {two-day=P2D} visit beginning on {Monday=2024-07-01}.", "2024-07-01/2024-07-02"),
        ("Ilves began {on Monday=2024-07-01} a {four-day=P4D} tour of the fjords.", "2024-07-01/2024-07-04"),
        # the length is of something else, says no days, or is told with an end of its own
        ("Ilves came {on Monday=2024-07-01} with food for {three days=P3D}.", "2024-07-01"),
        ("The dockers struck for {three months=P3M} from {Monday=2024-07-01}.", "2024-07-01"),
        ("The dockers struck for {30 days=P30D} from {Monday=2024-07-01}.", "2024-07-01"),
    ],
)  # fmt: skip
def test_a_length_from_its_first_day(write: Writer, sentence: str, told: str) -> None:
    found = [one for one in reports(write(_LEAD + sentence)) if one.sentence == 1]
    assert [edtf.write(one.start, one.end, one.precision) for one in found] == [told]
