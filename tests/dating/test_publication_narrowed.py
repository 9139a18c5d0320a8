"""A year or month that is given for many stories: each tells its day itself."""

from __future__ import annotations

import pytest

from data.dating import publication_dates
from data.dating.publication.dates import own_date
from data.model import Published
from data.reading import Given, read_bytes
from data.workers import read_document

TOLD = "{} The ferry to Holm came back on Saturday after a winter in the yard, the harbour office said.\n"


def dated(head: str, given: str | None) -> Published:
    (document,) = read_bytes("story.txt", TOLD.format(head).encode(), Given.of(given)).documents
    (date,) = publication_dates([read_document(document)], {}).values()
    assert own_date(document) == date
    return date


@pytest.mark.parametrize(
    ("head", "given", "value"),
    [
        ("OSLO, March 2 (Coast Wire) -", "2024", "2024-03-02"),
        ("OSLO, March 2 (Coast Wire) -", "2024-03", "2024-03-02"),
        ("OSLO, 29 Dec (Coast Wire) -", "2023-12/2024-01", "2023-12-29"),
        # what is given is a day, another month, or of no day in the head
        ("OSLO, March 2 (Coast Wire) -", "2024-03-05", "2024-03-05"),
        ("OSLO, March 2 (Coast Wire) -", "2024-04", "2024-04"),
        ("OSLO, March 2, 2021 (Coast Wire) -", "2024", "2024"),
        ("OSLO (Coast Wire) -", "2024", "2024"),
        # the day may be of either year
        ("OSLO, March 2 (Coast Wire) -", "2023-03/2024-03", "2023-03/2024-03"),
    ],
)
def test_the_head_of_a_story_tells_the_day_of_a_year_that_is_given(head: str, given: str, value: str) -> None:
    date = dated(head, given)
    assert (date.value, date.basis) == (value, "given")
    assert ("the text says" in (date.evidence or "")) == (value != given)


def test_a_story_of_one_short_line_has_its_place_line_too() -> None:
    text = "OSLO, March 2 (Agency) - The ferry came back on Saturday, the harbour office said.\n"
    (document,) = read_bytes("story.txt", text.encode(), Given.of("2024")).documents
    assert publication_dates([read_document(document)], {})[document.id].value == "2024-03-02"
