"""How much later an event was than another."""

from __future__ import annotations

import pytest

from data import edtf
from data.model import Precision
from data.store.records import EventRow
from tui.text.elapsed import elapsed, short_elapsed


def row(when: str | None, precision: Precision | None = "day") -> EventRow:
    read = edtf.Reading(None, None, None) if when is None else edtf.parse(when)
    return EventRow(
        position=0, id=str(when), title="", start=read.start, end=read.end, edtf=when, precision=precision,
        basis="stated", kind="event", modality="happened", importance=0, publishers=1, passages=1,
        conflicts=0, verification=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "said", "short"),
    [
        (row("2022-09-16"), row("2022-09-16"), "the same day", "0"),
        (row("2022-09-17"), row("2022-09-16"), "1 day later", "+1 d"),
        (row("2022-09-06"), row("2022-09-16"), "10 days earlier", "-10 d"),
        (row("2022-11-15"), row("2022-09-16"), "60 days later", "+60 d"),
        (row("2022-12-15"), row("2022-09-16"), "2 months later", "+2 mo"),
        (row("2024-11-16"), row("2021-09-16"), "3 years 2 months later", "+3 y 2 mo"),
        (row("2022-02", "month"), row("2022-02-24"), "the same month", "0"),
        (row("2022-03", "month"), row("2022-02-24"), "1 month later", "+1 mo"),
        (row("2022", "year"), row("2022-02-24"), "the same year", "0"),
        (row("2025", "year"), row("2022-02-24"), "3 years later", "+3 y"),
        (row(None, None), row("2022-02-24"), "", ""),
    ],
)
def test_it_is_said_as_coarsely_as_the_dates_are(one, other, said, short):
    assert elapsed(one, other) == said
    assert short_elapsed(one, other) == short
