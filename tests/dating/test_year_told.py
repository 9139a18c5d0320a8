"""Of which year "the end of the year" is, and a month behind "two years ago"."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.days import from_iso
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag


def _values(text: str, published: str, language: str = "en") -> list[str]:
    day = from_iso(published)
    mentions = tag(text, language=language)
    found = resolve(
        text,
        mentions,
        sentences(text, language),
        Published(published, day, day, "given"),
        language=language,
    )
    return [each.value for each in found]


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        pytest.param(
            "The firm had 400 ships at the end of the year.", "1998-02-03", ["1997"], id="told in spring"
        ),
        pytest.param("The firm had 400 ships at year's end.", "1998-12-30", ["1998"], id="told at the end"),
        pytest.param(
            "It plans to have 400 ships at the end of the year.", "1998-02-03", ["1998"], id="to come"
        ),
        pytest.param(
            "He promised 400 ships before the end of the year.",
            "1998-02-03",
            ["1998"],
            id="a limit is to come",
        ),
        pytest.param(
            "It won the league in 1994. By the end of the year it had no coach.",
            "1998-11-05",
            ["1994", "1994"],
            id="of the year just told",
        ),
        pytest.param(
            "Sales fell in 1994. For the year, it expects a loss.",
            "1998-11-05",
            ["1994", "1998"],
            id="of a report",
        ),
    ],
)
def test_the_end_of_the_year_is_that_of_the_year_told(text: str, published: str, values: list[str]) -> None:
    assert _values(text, published) == values


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        pytest.param(
            "For the quarter ended Aug. 31, earnings fell 12% from the year-earlier quarter.",
            "1998-10-30",
            ["1998-Q3", "1998-08-31", "1997-Q3"],
            id="a quarter that is not the calendar's, a year back",
        ),
        pytest.param(
            "The bank, which has not met since March 1997, meets on March 31.",
            "1998-02-27",
            ["1997-03", "1998-03-31"],
            id="what has not been since tells no story of that year",
        ),
        pytest.param(
            "Sales rose in December, though shoppers stayed home early in the month.",
            "1999-01-07",
            ["1998-12", "1998-12"],
            id="a part of the month just named",
        ),
    ],
)
def test_what_is_counted_from_what_was_told(text: str, published: str, values: list[str]) -> None:
    assert _values(text, published) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "The plane crashed five years ago in March.", ["1993", "1993-03"]),
        ("en", "The firm was sold last year on Jan. 3 to a rival.", ["1997", "1997-01-03"]),
        ("en", "It was sold last year and in March it closed.", ["1997", "1998-03"]),
        ("de", "Die Mühle brannte vor zwei Jahren im Mai ab.", ["1996", "1996-05"]),
        ("fr", "L'usine a brûlé il y a deux ans en mai.", ["1996", "1996-05"]),
        ("es", "La fábrica ardió hace dos años en mayo.", ["1996", "1996-05"]),
        ("ru", "Завод сгорел два года назад в мае.", ["1996", "1996-05"]),
    ],
)
def test_a_month_behind_years_ago_is_of_that_year(language: str, text: str, values: list[str]) -> None:
    assert _values(text, "1998-11-05", language) == values
