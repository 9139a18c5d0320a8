"""From which day on a query is searched for: what can have nothing before it is not looked for there."""

from __future__ import annotations

import pytest

from data import days
from data.query import select
from data.store.tables.selections import UNDATED


@pytest.mark.parametrize(
    ("query", "since"),
    [
        ("flood", None),
        ("is:undated", UNDATED),
        ("is:undated flood is:planned", UNDATED),
        ("not is:undated", None),
        ("is:undated OR flood", None),
        ("after:2019", days.ordinal(2020)),
        ("after:2019 after:2020 flood", days.ordinal(2021)),
        ("after:2019 is:undated", UNDATED),
        ("before:2019", None),
    ],
)
def test_a_search_begins_where_its_first_event_can_be(query: str, since: int | None) -> None:
    assert select(query).since == since
