"""Dates in words, as a reader sees them."""

from __future__ import annotations

import pytest

from data import edtf
from data.days import from_iso
from data.model import Precision, Published
from data.words import interval_words, published_words, short_words


def test_a_time_stands_behind_its_day() -> None:
    day = from_iso("2022-09-16")
    assert interval_words(day, day, "day", "T10:15/APPROX EDT") == "16 September 2022, about 10:15 EDT"
    assert interval_words(day, day, "day", "TEV") == "16 September 2022, evening"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2022-09-16", "16 September 2022"),
        ("2024-07-08/2024-07-09", "8–9 July 2024"),
        ("2024-06-30/2024-07-02", "30 June – 2 July 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2022-09", "September 2022"),
        ("2022-09/2023-02", "September 2022 – February 2023"),
        ("2022-02/2022-04", "February – April 2022"),
        ("2022-23", "autumn 2022"),
        ("2023-24", "winter 2023–24"),
        ("2022-34", "second quarter of 2022"),
        ("2022-41", "second half of 2022"),
        ("2022", "2022"),
        ("2001/2009", "2001–2009"),
        ("198X", "1980s"),
        ("18XX", "19th century"),
        ("-0479", "480 BC"),
        ("0079-08-24", "24 August AD 79"),
        ("0201/0300", "AD 201–300"),
        ("-0050/-0040", "51–41 BC"),
        ("-0005/0004", "6 BC – AD 4"),
        ("../2018", "before 2019"),
        ("../2019-05", "before June 2019"),
        ("../2019-05-18", "until 18 May 2019"),
        ("../2019-05-31", "until 31 May 2019"),
        ("2019-05/..", "since May 2019"),
        ("2019-05-04/..", "since 4 May 2019"),
    ],
)
def test_interval(written: str, words: str) -> None:
    assert interval_words(*edtf.parse(written)) == words


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2014-01-01", "2022-02-21", "year", "2014 – 21 February 2022"),
        ("2013-11-04", "2022-12-31", "year", "4 November 2013 – 2022"),
        ("2013-11-01", "2022-02-21", "month", "November 2013 – 21 February 2022"),
        ("2014-01-01", "2022-02-21", "day", "1 January 2014 – 21 February 2022"),
    ],
)
def test_an_interval_begins_and_ends_as_coarsely_as_it_was_said(
    first: str, last: str, precision: Precision, words: str
) -> None:
    assert interval_words(from_iso(first), from_iso(last), precision) == words


def test_fiscal_year() -> None:
    start, end, _ = edtf.parse("2023-04-01/2024-03-31")
    assert interval_words(start, end, "fiscal-year") == "fiscal year 2023–24"


@pytest.mark.parametrize(
    ("written", "words"),
    [("0201/0300", "3rd century"), ("1701/1800", "18th century"), ("-0499/-0400", "5th century BC")],
)
def test_a_century_that_begins_with_its_year_one(written: str, words: str) -> None:
    start, end, _ = edtf.parse(written)
    assert interval_words(start, end, "century") == words


def test_undated() -> None:
    assert interval_words(None, None) == "undated"


def test_short() -> None:
    assert short_words(*edtf.parse("2022-09-16")) == "16 Sep 2022"
    assert short_words(*edtf.parse("2022-35")) == "Q3 2022"


def test_nearly() -> None:
    assert interval_words(*edtf.parse("2010~"), about=True) == "about 2010"
    assert short_words(*edtf.parse("2010~"), about=True) == "~2010"


def test_publication_dates_say_what_they_rest_on() -> None:
    start, end, _ = edtf.parse("2024-07-08/2024-07-09")
    assert published_words(Published()) == "date unknown"
    bound = from_iso("2020-03-12")
    assert published_words(Published("x", bound, None)) == "date unknown, 12 March 2020 or later"
    assert published_words(Published("x", from_iso("2020-01-01"), None)) == "date unknown, 2020 or later"
    assert published_words(Published("x", None, bound)) == "date unknown, 12 March 2020 or earlier"
    assert published_words(Published("x", start, end, "inferred", "")) == "8–9 July 2024 (inferred)"
    assert published_words(Published("x", start, start, "stated", "")) == "8 July 2024"
