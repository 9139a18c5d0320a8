"""Lengths of time take their days from the words around them."""

from __future__ import annotations

import re

import pytest

from data.dating import resolve
from data.days import from_iso, iso
from data.model import Published, Sentence
from data.tagging import tag

DAY = from_iso("2024-07-11")
PUBLISHED = Published("2024-07-11", DAY, DAY, "given")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He begins a three-day visit to Russia on July 8.", "2024-07-08", "2024-07-10"),
        ("He ended a two-day visit to Austria on July 10.", "2024-07-09", "2024-07-10"),
        ("He was there from July 8 for three days.", "2024-07-08", "2024-07-10"),
        ("Three weeks starting July 1 are free.", "2024-07-01", "2024-07-21"),
        ("It grew in the six months ended March 31, 2024.", "2023-10-01", "2024-03-31"),
        ("The plan runs ten years from 2021.", "2021-01-01", "2030-12-31"),
        ("It was the first visit in 41 years.", "1983-07-12", "2024-07-11"),
        ("It was the heaviest attack on the port in two weeks.", "2024-06-28", "2024-07-11"),
        ("Two days after the vote on Monday he fled.", None, None),
        ("He waited two days. On Monday he left.", None, None),
        ("The painter, famous for fifty years, died on Monday.", None, None),
        ("It is closed for two weeks, starting July 1.", "2024-07-01", "2024-07-14"),
        ("He can be there in two days.", None, None),
    ],
)
def test_days_of_a_length(text: str, first: str | None, last: str | None) -> None:
    sentences = [Sentence(match.start(), match.end()) for match in re.finditer(r"[^.]+\.?", text)]
    lengths = [each for each in resolve(text, tag(text), sentences, PUBLISHED) if each.type == "DURATION"]
    assert [(iso(each.start), iso(each.end)) for each in lengths] == [(first, last)]
