"""Dates as newsrooms write them into a sheet."""

from __future__ import annotations

import pytest

from data import days
from data.chronology.dates import read
from data.numeric_dates import is_day_first

TODAY = days.ordinal(2024, 9, 30)

READ = [
    ("2022-09-16", "2022-09-16"),
    ("2022", "2022"),
    ("1998~", "1998~"),
    ("about 1998", "1998~"),
    ("c. 1998", "1998~"),
    ("16 September 2022", "2022-09-16"),
    ("Sept 2022", "2022-09"),
    ("autumn 2022", "2022-23"),
    ("the 1990s", "199X"),
    ("25/12/2020", "2020-12-25"),
    ("12/25/2020", "2020-12-25"),
    ("25.12.2020", "2020-12-25"),
    ("03.04.2021", "2021-04-03"),
    ("2020-01-02 to 2020-02-03", "2020-01-02/2020-02-03"),
    ("1998–2001", "1998/2001"),
    ("1998-2001", "1998/2001"),
    ("before 2019", "../2018"),
    ("after May 2019", "2019-06/.."),
    ("since 2019", "2019/.."),
    ("until 2019", "../2019"),
    ("2022-09-16T10:00", "2022-09-16"),
]


@pytest.mark.parametrize(("written", "expected"), READ)
def test_what_a_cell_means(written: str, expected: str) -> None:
    assert read(written, day_first=None, today=TODAY) == expected


@pytest.mark.parametrize("written", ["03/04/2021", "soon", "2022-13", "31/31/2020", "before ../2019"])
def test_a_doubt_is_told(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(written, day_first=None, today=TODAY)


def test_the_sheet_shows_the_order_of_its_figures() -> None:
    assert is_day_first(["03/04/2021", "25/12/2020", "", "May"]) is True
    assert is_day_first(["03/04/2021", "12/25/2020"]) is False
    assert is_day_first(["03/04/2021"]) is None
    assert is_day_first(["25/12/2020", "12/25/2020"]) is None
    assert read("03/04/2021", day_first=True, today=TODAY) == "2021-04-03"
    assert read("03/04/2021", day_first=False, today=TODAY) == "2021-03-04"
