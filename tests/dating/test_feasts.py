"""Feasts that follow the moon: their days, in the years that the table knows."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from data.dating import resolve
from data.dating.calendar.holidays import holiday
from data.days import from_iso, iso
from data.model import Published, Sentence
from data.tagging import tag


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("diwali", 2021, "2021-11-04", "2021-11-04"), ("eid-al-fitr", 2021, "2021-05-13", "2021-05-13"),
        ("chinese-new-year", 2024, "2024-02-10", "2024-02-10"),
        ("passover", 1990, "1990-04-10", "1990-04-10"),
        ("chinese-new-year", 1968, "1968-01-30", "1968-01-30"),
        ("hanukkah", 2021, "2021-11-29", "2021-11-29"), ("ramadan", 2024, "2024-03-11", "2024-04-08"),
    ],
)  # fmt: skip
def test_feast(name: str, year: int, first: str, last: str) -> None:
    days = holiday(name, year)
    assert days is not None
    assert [iso(each) for each in days] == [first, last]


def test_a_year_beyond_the_table_has_no_day() -> None:
    assert holiday("diwali", 1950) is None


def test_feasts_in_a_text() -> None:
    text = "Shops closed for Ramadan in spring, and reopened before Diwali 2023. It began at Passover 1890."
    day = from_iso("2024-06-03")
    found = resolve(text, tag(text), [Sentence(0, len(text))], Published("2024-06-03", day, day, "given"))
    values = {each.text: each.value for each in found}
    assert values["Ramadan"] == "2024-03"
    assert values["Diwali 2023"] == "2023-11-12"
    assert values["Passover 1890"] == "1890"


def test_the_table_has_every_year_once() -> None:
    table = Path(__file__).parents[2] / "data" / "dating" / "calendar" / "feasts.toml"
    for name, days in tomllib.loads(table.read_text("utf-8")).items():
        years = [day[:4] for day in days.split()]
        assert len(set(years)) == len(years) >= 35, name
