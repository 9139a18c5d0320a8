"""Bounds of a publication date that nothing ties to a day, and what they still say of the text's own time."""

from __future__ import annotations

import pytest

from data.dating import publication_dates, resolve
from data.days import from_iso
from data.model import Published, Sentence
from data.tagging import tag
from tests.helpers.read_texts import read_text


def bounded(text: str, language: str = "en") -> tuple[str | None, str]:
    published = publication_dates([read_text(text, language=language)], {})["a"]
    return published.value, published.basis


BOUNDED = [
    ("The pier was rebuilt in 2020 and painted twice.", "2020-01-01/.."),
    ("The pier burned on 12 March 2020, and nobody was hurt.", "2020-03-12/.."),
    ("The lock was opened in May 2011. It was closed on 3 June 2014.", "2014-06-03/.."),
    ("The court will hear the case on 5 June 2031.", "../2031-06-05"),
    ("The pier was shut in 2020. It will open again on 5 June 2021.", "2020-01-01/2021-06-05"),
    ("The bridge burned on 2 May 2021. It will open again on 5 June 2021.", "2021-05-02/2021-06-05"),
    # What is in doubt bounds nothing.
    ("The 2030 budget was read aloud.", None),
    ("The board plans for 2030.", None),
    ("The pier was said to open on 5 June 2021, a date that the board will not confirm.", None),
    ("In 2010 the mayor promised that a bridge would be built by 2012.", None),
    ("The weather was fair.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BOUNDED)
def test_what_was_over_and_what_was_to_come_bound_a_date(text: str, expected: str | None) -> None:
    assert bounded(text)[0] == expected


def test_close_bounds_are_a_date_and_open_ones_are_none() -> None:
    assert bounded(BOUNDED[5][0])[1] == "inferred"
    assert bounded(BOUNDED[1][0])[1] == "unknown"


def values(text: str, published: Published) -> dict[str, tuple[str, int | None]]:
    found = resolve(text, tag(text), [Sentence(0, len(text))], published)
    return {one.text: (one.value, one.start) for one in found}


def unknown(value: str, start: str | None, end: str | None) -> Published:
    return Published(value, from_iso(start), from_iso(end), "unknown", "")


def test_what_counts_from_an_open_bound_stays_open() -> None:
    found = values("He left last year, on Monday.", unknown("2020-03-12/..", "2020-03-12", None))
    assert found == {"last year": ("XXXX", None), "Monday": ("XXXX-WXX-1", None)}


def test_bounds_that_leave_one_reading_give_it() -> None:
    bounds = unknown("2020-03-12/2020-09-30", "2020-03-12", "2020-09-30")
    found = values("He left last year and came back last month.", bounds)
    assert found["last year"][0] == "2019"
    assert found["last month"] == ("XXXX-XX", None)


def test_bounds_do_not_unsettle_what_the_text_dates() -> None:
    bounds = unknown("2024-07-08/2031-01-01", "2024-07-08", "2031-01-01")
    found = values("The pact was signed on 8 July 2024. On 10 July the envoy left.", bounds)
    assert found["10 July"][0] == "2024-07-10"
