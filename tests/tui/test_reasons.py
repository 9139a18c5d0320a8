"""Why a date is what it is, told in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.days import ordinal
from data.model import Anchor, Expression
from tui.text.why import expression_text, reason_words


def test_a_length_of_time_is_of_no_days() -> None:
    week = replace(said(None, "says how long"), text="a week", start=None, end=None, precision=None)
    assert reason_words(week) == "“a week”, says how long"


def said(value: str | None, reason: str | None) -> Expression:
    day = ordinal(2024, 7, 8)
    return Expression(
        start_char=0, end_char=6, text="Monday", type="DATE", value="2024-07-08", rule="weekday",
        start=day, end=day, precision="day", anchor=Anchor("published", value, reason),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "reason", "why"),
    [
        ("2024-07-10", "published 2024-07-10, past tense", "published 10 July 2024, past tense"),
        ("2024-07-09/2024-07-10", "published 2024-07-09/2024-07-10", "published 9–10 July 2024"),
        ("XXXX-WXX-1", "as in the line before", "as in the line before"),
        ("2024-07-10", None, "counted from the publication date"),
    ],
)  # fmt: skip
def test_the_day_that_a_date_is_counted_from_is_told_in_words(value, reason, why):
    assert reason_words(said(value, reason)) == f"“Monday”, {why}: 8 July 2024"
    told = ["".join(words for words, _ in pieces) for _, pieces in expression_text(said(value, reason))]
    assert f"why       {why}" in told or reason is None
    assert not any("2024-07-10" in line for line in told)
