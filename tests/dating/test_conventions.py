"""What is taken for granted is told; dates of digits are read like others of the text."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.days import from_iso, iso
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag

DAY = from_iso("2024-07-10")
PUBLISHED = Published("2024-07-10", DAY, DAY, "given")


@pytest.mark.parametrize(
    ("text", "language", "extent", "day", "other"),
    [
        ("It is of 03/04/2021.", "en", "03/04/2021", "2021-03-04", "2021-04-03"),
        ("It is of 25/12/2020 and 03/04/2021.", "en", "03/04/2021", "2021-04-03", "2021-03-04"),
        ("It is of 12/25/2020 and 03/04/2021.", "en", "03/04/2021", "2021-03-04", "2021-04-03"),
        ("Am 03/04/2021 kam er.", "de", "03/04/2021", "2021-04-03", "2021-03-04"),
    ],
)
def test_order_of_day_and_month(text: str, language: str, extent: str, day: str, other: str) -> None:
    found = {each.text: each for each in resolve(text, tag(text, language=language), [], PUBLISHED,
                                                 language=language)}[extent]  # fmt: skip
    assert (iso(found.start), [iso(start) for start, _ in found.readings]) == (day, [other])
    assert "in doubt" in (found.anchor.reason or "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In autumn he came.", "of the northern hemisphere"),
        ("In autumn he came to Chile.", "southern hemisphere, where 'Chile' lies"),
        ("Over the weekend he came.", "Saturday and Sunday"),
        ("In Q3 it fell.", "a quarter is one of the calendar year"),
        ("In fiscal 2023 it fell.", "taken as the calendar year"),
        ("In the 2023-24 financial year it fell.", "April to March"),
        ("At 5 p.m. EST he came.", "the time is that of EST, 22:00 UTC"),
        ("At 3:13 AM IST he came.", "the time is that of IST, 21:43 UTC of the day before"),
        ("At 5 p.m. ET he came.", "the time is that of ET, not converted"),
        ("It came at 2024-07-08T22:13:00-05:30 to us.", "-05:30, 03:43 UTC of the next day"),
        ("On Independence Day he came.", "several countries"),
        ("At Diwali 1950 he came.", "not known here"),
        ("In the 2000s it fell.", "not as the century"),
    ],
)
def test_a_convention_is_told(text: str, told: str) -> None:
    (found,) = resolve(text, tag(text), [], PUBLISHED)
    assert told in (found.anchor.reason or "")


def test_a_southern_season_keeps_its_name_and_the_other_reading() -> None:
    text = "The summer of 2019 burnt Australia."
    (found,) = resolve(text, tag(text), [], PUBLISHED)
    assert (found.value, iso(found.start), iso(found.end)) == ("2019-SU", "2019-12-01", "2020-02-29")
    assert [iso(start) for start, _ in found.readings] == ["2019-06-01"]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour of Sydney, Australia, was closed last summer.",
        '"We open on Friday," he told reporters on Monday. "Tomorrow we rest," he said.',
        "In the 12 days ending on Monday nobody came.",
        "It was the worst fire in 41 years.",
    ],
)
@pytest.mark.parametrize("language", ["en-GB", "EN"])
def test_a_language_is_the_same_in_every_country(text: str, language: str) -> None:
    plain, regional = (
        resolve(text, tag(text, language=code), sentences(text, "en"), PUBLISHED, language=code)
        for code in ("en", language)
    )
    assert regional == plain
