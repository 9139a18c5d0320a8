"""Dates in figures of a line that dates a document: its own country says which number is the month."""

from __future__ import annotations

import hashlib

import pytest

from data.dating.publication.dates import publication_dates
from data.model import Document, Published, Reading

BODY = (
    "\n\nThe harbour board met in the old customs house and heard from three engineers who had walked the "
    "whole length of the pier during the storm and come back with photographs.\n"
)


def published(line: str, more: str = "", *, language: str = "en", url: str | None = None) -> Published:
    text = f"Pier saved\n{line}{BODY}{more}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    read_one = Document(
        id="a", path="story.txt", text=text, sha256=digest, title="Pier saved", language=language, url=url
    )
    return publication_dates([Reading(read_one, (), ())], {})["a"]


@pytest.mark.parametrize(
    ("line", "day", "told_by"),
    [
        ("05/04/2023 3:15 p.m. EDT", "2023-05-04", "EDT"),
        ("Updated 05/04/2023 18:20 IST", "2023-04-05", "IST"),
        ("Published: 05/04/2023, 07:00 BST", "2023-04-05", "BST"),
        ("Thursday 05/04/2023", "2023-05-04", "the weekday beside it"),
        ("Wednesday, 05/04/2023", "2023-04-05", "the weekday beside it"),
    ],
)
def test_the_line_tells(line: str, day: str, told_by: str) -> None:
    found = published(line)
    assert (found.value, found.basis) == (day, "stated")
    assert found.evidence is not None
    assert found.evidence.endswith(f"first, as {told_by} tells")


@pytest.mark.parametrize(
    ("day", "given"),
    [
        ("2023-04-05", {"more": "\nThe works cost Rs 40 crore.\n"}),
        ("2023-04-05", {"language": "en-GB"}),
        ("2023-05-04", {"language": "en-US"}),
        ("2023-04-05", {"url": "https://www.pier.co.uk/news/1"}),
        ("2023-04-05", {"more": "\nWrite to desk@pier.com.au\n"}),
        ("2023-05-04", {"url": "https://harbor.gov/news/1"}),
    ],
)
def test_the_document_tells(day: str, given: dict[str, str]) -> None:
    assert published("Published 05/04/2023", **given).value == day


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"more": "\nThe works cost 40 million rupees.\n"},
        {"language": "en-CA"},
        {"url": "https://pier.example/news/1"},
        {"more": "\nThe works cost Rs 40 crore.\n", "language": "en-US"},
        {"more": "\nSee www.pier.co.uk and www.harbor.com for both.\n"},
    ],
)
def test_without_a_sign_or_with_two_that_disagree_it_stays_a_doubt(given: dict[str, str]) -> None:
    found = published("Published 05/04/2023", **given)
    assert found.basis != "stated"
    assert found.value == "2023-04-05/2023-05-04"


def test_what_leaves_no_choice_is_read_as_it_stands() -> None:
    assert published("Published 25/04/2023 EDT").value == "2023-04-25"
