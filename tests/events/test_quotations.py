"""What is quoted again has the day of the saying."""

from __future__ import annotations

from data.edtf import parse
from data.events import make_events
from data.events.told_again.quotations import quotations
from tests.helpers.dated_documents import Writer

_SAYING = "“The old harbour of Bergen belongs to all of its people,”"


def test_quotations_end_at_their_marks() -> None:
    assert [one.text for one in quotations('“Fish don’t vote,” she said, "but they count."')] == [
        "Fish don’t vote",
        "but they count",
    ]


def test_a_saying_quoted_again_takes_its_day(write: Writer) -> None:
    first = write(f"{_SAYING} Jonas Berg said in Bergen {{on Monday=2024-07-08}}.", document_id="a")
    again = write(f"Much was said. Storms came. Nets tore. {_SAYING} Jonas Berg had said.", document_id="b",
                  published="2024-09-20")  # fmt: skip
    told = [event for event in make_events([first, again]) if len(event.passages) > 1]
    assert [(event.start, event.basis) for event in told] == [(parse("2024-07-08").start, "stated")]


def test_a_saying_is_not_of_a_day_after_its_document(write: Writer) -> None:
    late = write(f"{_SAYING} Jonas Berg said in Bergen {{on Friday=2024-09-20}}.", published="2024-09-21")
    early = write(f"Storms came. Nets tore. {_SAYING} Berg said.", document_id="b", published="2024-07-08")
    events = make_events([late, early])
    assert [len(event.passages) for event in events] == [1] * 4
