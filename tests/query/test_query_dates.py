"""Dates as users type them, each with the days it stands for."""

from __future__ import annotations

import pytest

from data import days, edtf
from data.query.dates import is_ours, read_date
from data.words import interval_words, short_words

# Today, the date, its first day, its last day (the same if left out).
READ = [
    ("2024-09-05", "2022", "2022-01-01", "2022-12-31"),
    ("2024-09-05", "2022-09", "2022-09-01", "2022-09-30"),
    ("2024-09-05", "2022-09-16", "2022-09-16"),
    ("2024-09-05", "2022-09-16T10:30Z", "2022-09-16"),
    ("2024-09-05", "2023-24", "2023-12-01", "2024-02-29"),
    ("2024-09-05", "198X", "1980-01-01", "1989-12-31"),
    ("2024-09-05", "2019/2021-03", "2019-01-01", "2021-03-31"),
    ("2024-09-05", "-0479", "-0479-01-01", "-0479-12-31"),
    ("2024-09-05", "today", "2024-09-05"),
    ("2024-09-05", "the day before yesterday", "2024-09-03"),
    ("2024-09-05", "480 BC", "-0479-01-01", "-0479-12-31"),
    ("2024-09-05", "55 B.C.", "-0054-01-01", "-0054-12-31"),
    ("2024-09-05", "15 March 44 BCE", "-0043-03-15"),
    ("2024-09-05", "late 44 BC", "-0043-09-01", "-0043-12-31"),
    ("2024-09-05", "fifth century BC", "-0499-01-01", "-0400-12-31"),
    ("2024-09-05", "79 AD", "0079-01-01", "0079-12-31"),
    ("2024-09-05", "24 August AD 79", "0079-08-24"),
    ("2024-09-05", "December 30 to January 2, 2024", "2023-12-30", "2024-01-02"),
    ("2024-09-05", "about 1100", "1100-01-01", "1100-12-31"),
    ("2024-09-05", "c. May 2022", "2022-05-01", "2022-05-31"),
    ("2024-09-05", "Yesterday", "2024-09-04"),
    ("2024-12-31", "tomorrow", "2025-01-01"),
    ("2024-09-05", "3 days ago", "2024-09-02"),
    ("2024-09-05", "a week ago", "2024-08-29"),
    ("2024-09-05", "last summer", "2024-06-01", "2024-08-31"),
    ("2024-07-15", "last summer", "2023-06-01", "2023-08-31"),
    ("2024-03-15", "last summer", "2023-06-01", "2023-08-31"),
    ("2024-09-05", "the last winter", "2023-12-01", "2024-02-29"),
    ("2024-02-05", "last winter", "2022-12-01", "2023-02-28"),
    ("2024-02-05", "this winter", "2023-12-01", "2024-02-29"),
    ("2024-09-05", "this spring", "2024-03-01", "2024-05-31"),
    ("2024-09-05", "next fall", "2025-09-01", "2025-11-30"),
    ("2024-09-05", "next summer", "2025-06-01", "2025-08-31"),
    ("2024-09-05", "summer", "2024-06-01", "2024-08-31"),
    ("2024-03-05", "autumn", "2023-09-01", "2023-11-30"),
    ("2024-09-05", "summer 2022", "2022-06-01", "2022-08-31"),
    ("2024-09-05", "the winter of 2022", "2022-12-01", "2023-02-28"),
    ("2024-09-05", "September", "2024-09-01", "2024-09-30"),
    ("2024-08-31", "September", "2023-09-01", "2023-09-30"),
    ("2024-09-05", "last september", "2023-09-01", "2023-09-30"),
    ("2024-10-05", "last september", "2024-09-01", "2024-09-30"),
    ("2024-09-05", "Sept. 2022", "2022-09-01", "2022-09-30"),
    ("2024-09-05", "May 2022", "2022-05-01", "2022-05-31"),
    ("2024-09-05", "last week", "2024-08-26", "2024-09-01"),
    ("2024-09-05", "2024-W28", "2024-07-08", "2024-07-14"),
    ("2024-09-05", "week 1 of 2021", "2021-01-04", "2021-01-10"),
    ("2024-09-05", "Week 53, 2020", "2020-12-28", "2021-01-03"),
    ("2024-09-05", "calendar week 28", "2024-07-08", "2024-07-14"),
    ("2024-09-05", "this week", "2024-09-02", "2024-09-08"),
    ("2024-09-05", "last weekend", "2024-08-31", "2024-09-01"),
    ("2024-01-05", "last month", "2023-12-01", "2023-12-31"),
    ("2024-12-05", "next month", "2025-01-01", "2025-01-31"),
    ("2024-02-05", "last quarter", "2023-10-01", "2023-12-31"),
    ("2024-09-05", "last year", "2023-01-01", "2023-12-31"),
    ("2024-09-05", "last decade", "2010-01-01", "2019-12-31"),
    ("2024-09-05", "last century", "1900-01-01", "1999-12-31"),
    ("2024-09-05", "the 1990s", "1990-01-01", "1999-12-31"),
    ("2024-09-05", "Monday", "2024-09-02"),
    ("2024-09-05", "thursday", "2024-09-05"),
    ("2024-09-05", "last Thursday", "2024-08-29"),
    ("2024-09-05", "last monday", "2024-09-02"),
    ("2024-09-05", "next monday", "2024-09-09"),
    ("2024-09-05", "16.9.2022", "2022-09-16"),
    ("2024-09-05", "3.4.2021", "2021-04-03"),
    ("2024-09-05", "16/09/2022", "2022-09-16"),
    ("2024-09-05", "09/16/2022", "2022-09-16"),
    ("2024-09-05", "04/04/2021", "2021-04-04"),
    ("2024-09-05", "early 2022", "2022-01-01", "2022-04-30"),
    ("2024-09-05", "the beginning of 2022", "2022-01-01", "2022-04-30"),
    ("2024-09-05", "mid-2022", "2022-05-01", "2022-08-31"),
    ("2024-09-05", "late 2021", "2021-09-01", "2021-12-31"),
    ("2024-09-05", "first half of 2023", "2023-01-01", "2023-06-30"),
    ("2024-09-05", "mid-July 2024", "2024-07-11", "2024-07-20"),
    ("2024-09-05", "the end of February 2024", "2024-02-21", "2024-02-29"),
    ("2024-09-05", "second half of July 2024", "2024-07-16", "2024-07-31"),
    ("2024-09-05", "the late 1990s", "1996-09-01", "1999-12-31"),
    ("2024-09-05", "early yesterday", "2024-09-04"),
    ("2024-09-05", "from early 2022 to late 2023", "2022-01-01", "2023-12-31"),
    ("2024-09-05", "Q3 2022", "2022-07-01", "2022-09-30"),
    ("2024-09-05", "Q4", "2023-10-01", "2023-12-31"),
    ("2024-09-05", "the first quarter of 2022", "2022-01-01", "2022-03-31"),
    ("2024-09-05", "the 90s", "1990-01-01", "1999-12-31"),
    ("2024-09-05", "’20s", "2020-01-01", "2029-12-31"),
    ("2024-09-05", "19th century", "1800-01-01", "1899-12-31"),
    ("2024-09-05", "2019-2021", "2019-01-01", "2021-12-31"),
    ("2024-09-05", "from 2019 to March 2021", "2019-01-01", "2021-03-31"),
    ("2024-09-05", "between May 2022 and September 2022", "2022-05-01", "2022-09-30"),
    ("2024-09-05", "8–9 July 2024", "2024-07-08", "2024-07-09"),
    ("2024-09-05", "16 September 2022", "2022-09-16"),
    ("2024-09-05", "September 16, 2022", "2022-09-16"),
    ("2024-09-05", "Friday, 16th of September 2022", "2022-09-16"),
    ("2024-09-05", "Sept. 16th 2022", "2022-09-16"),
    ("2024-09-05", "16-Sep-2022", "2022-09-16"),
    ("2024-09-05", "16. September 2022", "2022-09-16"),
    ("2024-09-05", "16 Sep ’22", "2022-09-16"),
    ("2024-09-05", "1 May 85", "1985-05-01"),
    ("2024-09-05", "16 September", "2023-09-16"),
    ("2024-09-05", "4 September", "2024-09-04"),
    ("2023-09-05", "29 February", "2020-02-29"),
    ("2024-09-05", "16 September 2022 10:30", "2022-09-16"),
    ("2024-09-05", "2022-09-16 10:30:00+02:00", "2022-09-16"),
    ("2024-09-05", "2022/9/16", "2022-09-16"),
    ("2024-09-05", "2022/09", "2022-09-01", "2022-09-30"),
    ("2024-09-05", "9/2022", "2022-09-01", "2022-09-30"),
    ("2024-09-05", "2 months ago", "2024-07-01", "2024-07-31"),
    ("2024-09-05", "a year ago", "2023-01-01", "2023-12-31"),
]

IN_OTHER_WORDS = [
    ("2024-09-05", "16 septembre 2022", "2022-09-16"),
    ("2024-09-05", "septiembre de 2022", "2022-09-01", "2022-09-30"),
    ("2024-09-05", "from septiembre de 2022 to 2023", "2022-09-01", "2023-12-31"),
]

UNREADABLE = [
    "",
    " ",
    "blub",
    "03/04/2021",
    "3-4-2021",
    "30.2.2021",
    "31 September 2022",
    "30 February",
    "13/13/2021",
    "winter of discontent",
    "2022-13",
    "2023-W53",
    "week 60 of 2023",
    "early blub",
    "early " * 5000 + "2022",
    "2021 to 2019",
    "2019 to 2022/..",
]


@pytest.mark.parametrize(
    ("today", "text", "start", "end"), [(*row, row[2])[:4] for row in READ + IN_OTHER_WORDS]
)
def test_days_of_a_date(today: str, text: str, start: str, end: str) -> None:
    reading = read_date(text, today=days.from_iso(today))
    assert (days.iso(reading.start), days.iso(reading.end)) == (start, end)
    assert reading.text == text
    assert reading.how


@pytest.mark.parametrize("text", UNREADABLE)
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_date(text, today=days.ordinal(2024, 9, 5))


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("2024-07-08T10:15", "2024-07-08", "T10:15"),
        ("2024-07-08T10:15:30Z", "2024-07-08", "T10:15:30 UTC"),
        ("2024-07-08 10:15", "2024-07-08", "T10:15"),
        ("8 July 2024, 10:15 pm", "2024-07-08", "T22:15"),
        ("8 July 2024 at 5 p.m.", "2024-07-08", "T17:00"),
        ("July 8, 2024, 12:05 am GMT", "2024-07-08", "T00:05 UTC"),
        ("8 July 2024 10:15 +05:30", "2024-07-08", "T10:15 +05:30"),
        ("yesterday at 12 pm", "2024-09-04", "T12:00"),
        ("8 July 2024", "2024-07-08", None),
        ("July 2024 10:15", "2024-07-01", None),
    ],
)
def test_a_time_is_read_with_its_day_and_changes_no_day(text: str, day: str, clock: str | None) -> None:
    reading = read_date(text, today=days.ordinal(2024, 9, 5))
    assert (days.iso(reading.start), reading.clock) == (day, clock)
    assert is_ours(text)


@pytest.mark.parametrize(
    "text", ["2024-07-08T25:10", "2024-07-08 24:10", "8 July 2024, 10:75", "8 July 2024 at 13 pm"]
)
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no time of day"):
        read_date(text)


def test_what_is_counted_says_from_when() -> None:
    assert "2024-09-05" in read_date("last year", today=days.ordinal(2024, 9, 5)).how


def test_without_today_it_is_the_clock() -> None:
    first = read_date("today").start
    assert first is not None
    assert first >= days.ordinal(2025)


@pytest.mark.parametrize("text", [text for _, text, *_ in READ])
def test_what_is_ours(text: str) -> None:
    assert is_ours(text)


@pytest.mark.parametrize("text", [text for _, text, *_ in IN_OTHER_WORDS])
def test_other_words(text: str) -> None:
    assert not is_ours(text)


@pytest.mark.parametrize(
    "text", ["1", "198", "16 S", "16 Septe", "16 September 2", "last", "last su", "from 2019 to", "15.5.", ""]
)
def test_what_is_only_begun_is_no_date_and_nothing_to_guess_at(text: str) -> None:
    assert is_ours(text)
    with pytest.raises(ValueError, match="no date"):
        read_date(text)


def test_words_of_ours_load_nothing_heavy() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from data.query import select; select('modi on:2022 after:\"last summer\"');"
        "from data.query.dates import is_ours;"
        f"[is_ours(text) for text in {[text for _, text, *_ in READ]!r}];"
        "sys.exit(any(name in sys.modules for name in ('dateparser', 'pydantic', 'regex')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "written",
    [
        "2022", "2022-09", "2022-09-16", "2022-23", "2022-24", "2022-35", "2022-41", "198X", "18XX", "0800",
        "2024-07-08/2024-07-09", "2024-07-30/2024-08-02", "2023-12-30/2024-01-02", "2024-04/2024-05",
        "2022-11/2023-02", "2001/2009", "0201/0209", "-0005/0004", "-0050/-0040", "0000", "0001", "0033-04",
        "0079-08-24", "-0043-03-15", "-0043-03-15/-0043-04-02", "-0479-36", "../2018", "../2018-06-30",
        "2019/..", "2019-05/..", "2024-05-03/..", "../-0500",
    ],
)  # fmt: skip
def test_what_is_shown_of_a_date_can_be_typed(written: str) -> None:
    said = edtf.parse(written)
    for about in (False, True):
        for words in (interval_words(*said, about=about), short_words(*said).removeprefix("~")):
            reading = read_date(words, today=days.ordinal(2024, 9, 5))
            assert (reading.start, reading.end) == said[:2], words
        assert read_date(interval_words(*said, about=about)).about is about


def test_a_date_in_edtf_says_that_it_is_nearly_so() -> None:
    assert read_date("2010~").about
    assert not read_date("2010").about


@pytest.mark.parametrize("text", ["x", "v", "so", "DI"])
def test_a_letter_or_two_are_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is no date that can be read"):
        read_date(text)
