"""Dates of tables and exports, in the ways that programs write them."""

from __future__ import annotations

import pytest

from data.reading.records.dates import WORDED, in_iso


@pytest.mark.parametrize("written", WORDED.values())
def test_every_form(written: str) -> None:
    assert in_iso(written)[:10] == "2024-09-12"


def test_the_time_and_its_zone_stay() -> None:
    assert in_iso("Thu Sep 12 03:10:44 +0000 2024") == "2024-09-12T03:10:44+00:00"


@pytest.mark.parametrize("written", ["12.09.2024", "12.9.2024, 18:20", "12/09/2024 18:20"])
def test_figures(written: str) -> None:
    assert in_iso(written, day_first=True) == "2024-09-12"


@pytest.mark.parametrize("written", ["2024-09-12", "03/04/2024", "31/02/2024", "soon", ""])
def test_what_is_no_such_date_stays(written: str) -> None:
    assert in_iso(written) == written
