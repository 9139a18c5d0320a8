"""The line at the head of a story that gives its place and day."""

from __future__ import annotations

import time

import pytest

from data.events.clauses.place_line import place_line

STORY = "Council sells docks"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("NEW DELHI, Dec 6 (Agency) — ", "NEW DELHI"),
        ("NORHAVEN, March 17, 2023 (Coast Wire) - ", "NORHAVEN"),
        ("NORHAVEN, 17 March 2023 (Coast Wire) - ", "NORHAVEN"),
        ("NORHAVEN, 17 March (Coast Wire) - ", "NORHAVEN"),
        ("OSLO, 17 March - ", "OSLO"),
        ("OSLO, 17th March 2023: ", "OSLO"),
        ("OSLO, March 17, 2023: ", "OSLO"),
        ("MOSS, Norway, 8 July 2024 -- ", "MOSS"),
        ("PARIS, le 17 mars 2023 - ", "PARIS"),
        ("BREST, 17 mars (Agence) - ", "BREST"),
        ("CÁDIZ, 17 de marzo de 2023 - ", "CÁDIZ"),
        ("KIEL, 17. März 2023 - ", "KIEL"),
        ("ПСКОВ, 18 марта 2023 — ", "ПСКОВ"),
        ("नई दिल्ली, 20 मार्च 2023: ", "नई दिल्ली"),
        ("القاهرة، 19 مارس 2023 - ", "القاهرة"),
        ("北京，2023年3月19日 — ", "北京"),
        ("OSLO (Coast Wire) — ", "OSLO"),
    ],
)
def test_a_place_line_is_told_however_it_writes_its_day(line: str, place: str) -> None:
    found = place_line(line + STORY, 0, len(line + STORY))

    assert found == (len(line), place)


@pytest.mark.parametrize(
    "text",
    [
        "ASEAN, 10 nations - leaders said it would wait.",
        "NATO: the allies met.",
        "NATO, 2023: the allies met.",
        "I - I never saw him.",
        "The mayor, 17 March 2023 - a letter.",
        "МВФ, 3 страны — об этом говорили.",
    ],
)
def test_what_only_begins_like_one_is_none(text: str) -> None:
    assert place_line(text, 0, len(text)) is None


@pytest.mark.parametrize("text", ["ABC, " + "A" * 20_000, "ABC, 1 " + "A" * 20_000, "AB, C. D, " * 3000])
def test_capitals_without_end_cost_no_time(text: str) -> None:
    assert place_line(text, 0, len(text)) is None


def test_blanks_without_end_cost_no_time() -> None:
    text = "A" + " \t" * 3000 + STORY
    begun = time.process_time()
    assert place_line(text, 0, len(text)) is None
    assert time.process_time() - begun < 1
