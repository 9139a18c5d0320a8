"""Bounds of publication dates by words that others tell with a day."""

from __future__ import annotations

import pytest

from data.dating import publication_dates
from data.days import ordinal
from data.model import Published
from tests.helpers.read_texts import read_text

DAY = ordinal(2021, 6, 9)
SAID = "a harbour without a crane is a bath, and whoever pays for a crane has bought himself a harbour"
BARE = f"Cranes are dear. “{SAID.capitalize()},” the harbour master used to say."


def bounded(told: str, text: str = BARE) -> Published:
    day = Published("2021-06-09", DAY, DAY, "stated", "the file says so")
    readings = [read_text(told, "told", published=day), read_text(text, "undated")]
    return publication_dates(readings, {})["undated"]


def test_what_is_quoted_was_said_before() -> None:
    found = bounded(f"“{SAID.capitalize()},” the harbour master said on Monday.")
    assert (found.value, found.basis) == ("2021-06-07/..", "unknown")
    assert found.evidence is not None
    assert "it quotes words of 7 June 2021 (told.txt)" in found.evidence


@pytest.mark.parametrize(
    "text",
    [
        f'"{SAID.capitalize()}," the harbour master used to say.',
        f"He called it “{SAID.replace('a harbour without', 'no harbour but')}” and left.",
        f"«{SAID.upper()}», it says above the door.",
    ],
)
def test_marks_capitals_and_what_is_cut_off_make_no_difference(text: str) -> None:
    assert bounded(f"“{SAID},” the harbour master said on Monday.", text).value == "2021-06-07/.."


@pytest.mark.parametrize(
    "told",
    [
        f"“{SAID},” the harbour master said.",  # no day
        f"{SAID}, as the harbour master said on Monday.",  # no quotation
        f"“{SAID}” stood on the wall that was painted on Monday.",  # nobody says it
        f"“{SAID},” the harbour master will say on Monday.",  # still to come
        "“A harbour without a crane is small,” the harbour master said on Monday.",  # too short
    ],
)
def test_what_bounds_nothing(told: str) -> None:
    assert bounded(told).value is None


def test_the_earliest_day_counts_that_a_sentence_or_a_document_tells() -> None:
    told = f"“{SAID},” the harbour master said on 3 May 2019, and on Monday he said it again."
    assert bounded(told).value == "2019-05-03/.."
