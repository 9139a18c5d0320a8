"""What sources beside each other agree on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data import edtf
from tui.text.comparison import compare


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [("2022-23", "2022-09-16", True), ("2022", "2022-09", True), ("2022-09-16", "2022-09-17", False)],
)
def test_dates_agree_where_a_day_can_be_both(session, one, other, agree):
    session.go_to_row(2)
    event = session.event()
    read = [edtf.parse(when) for when in (one, other)]
    passages = tuple(
        replace(
            passage,
            expression=replace(passage.expression, start=when.start, end=when.end, precision=when.precision),
        )
        for passage, when in zip(event.passages, read, strict=True)
    )
    event = replace(event, passages=passages)
    documents = [(place, session.document(passage.document)) for place, passage in enumerate(passages)]
    told = compare(event, documents)
    assert [fact.agrees for source in told for fact in source.facts if fact.about == "date"] == [agree] * 2
