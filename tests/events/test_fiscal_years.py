"""A fiscal year whose months a text leaves open begins where another passage on the country lets it begin."""

from __future__ import annotations

from typing import Any

import pytest

from data.days import ordinal
from data.events import make_events
from data.events.told_again.fiscal_years import is_of_fiscal_year
from tests.helpers.dated_documents import Writer
from tests.helpers.made_reports import made_report

TOLD = "Norway’s exports of fish to Kenya rose to $5 million in {fiscal year 2023-24=fiscal:2023-04/2024-03}."
YEAR, BEFORE = "2023-04-01/2024-03-31", "2022-04-01/2023-03-31"


def dates_of(write: Writer, *texts: str, published: str = "2024-07-08") -> set[str | None]:
    documents = [write(text, document_id=f"d{at}", published=published) for at, text in enumerate(texts)]
    return {
        event.edtf
        for event in make_events(documents)
        if any("herring" in passage.text for passage in event.passages)
    }


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("Norway caught less herring in {the past financial year=fiscal:2023}.", "2024-07-08", YEAR),
        # In February the year that began in April 2023 still runs.
        ("Norway caught less herring in {the past financial year=fiscal:2023}.", "2024-02-08", BEFORE),
        ("Norway caught less herring in {2023=2023/2024}-24.", "2024-07-08", YEAR),
        # It may be named for its last year, of another country, or be no fiscal year.
        ("Norway caught less herring in {fiscal 2023=fiscal:2023}.", "2024-07-08", "2023"),
        ("Kenya caught less herring in {the past financial year=fiscal:2023}.", "2024-07-08", "2023"),
        ("Norway caught less herring {last year=2023}.", "2024-07-08", "2023"),
        ("Norway caught less herring in {2021=2021/2023}-23.", "2024-07-08", "2021/2023"),
    ],
)  # fmt: skip
def test_the_months_are_those_that_others_tell(write: Writer, text: str, published: str, edtf: str) -> None:
    told = TOLD.replace(" to Kenya", "")
    assert dates_of(write, text, told, published=published) == {edtf}


def test_without_another_passage_it_stays_a_calendar_year(write: Writer) -> None:
    text = "Norway caught less herring in {the past financial year=fiscal:2023}."
    assert dates_of(write, text) == {"2023"}


def test_countries_that_count_otherwise_leave_it_open(write: Writer) -> None:
    other = "Kenya sold tea for $9 million in {fiscal year 2023-24=fiscal:2023-07/2024-06}."
    text = "Norway and Kenya caught less herring in {the past financial year=fiscal:2023}."
    assert dates_of(write, text, TOLD.replace(" to Kenya", ""), other) == {"2023"}


@pytest.mark.parametrize(
    ("facts", "is_one"),
    [({}, True), ({"basis": "inferred"}, False), ({"start": None}, False), ({"precision": "day"}, False),
     ({"precision": "year"}, False)],
)  # fmt: skip
def test_what_is_of_a_fiscal_year(facts: dict[str, Any], is_one: bool) -> None:
    known: dict[str, Any] = {
        "start": ordinal(2023, 4),
        "end": ordinal(2024, 3, 31),
        "precision": "fiscal-year",
    }
    assert is_of_fiscal_year(made_report(**known | facts)) is is_one
