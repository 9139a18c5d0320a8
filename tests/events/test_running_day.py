"""The day of what is told without one, as a document goes on from its news to what was said since."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from data import days
from data.events.reports import reports
from data.model import DatedDocument

Writer = Callable[..., DatedDocument]

# Published on Monday 8 July 2024, about the Friday before.
_NEWS = "The council of the harbour town voted to close the old ferry line {on Friday=2024-07-05}."
_FRIDAY, _SUNDAY, _MONDAY = "2024-07-05", "2024-07-07", "2024-07-08"


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (" Berg spoke of a shame.", _FRIDAY),
        # behind a later day the news goes on with that
        (" Ada Berg told the crowd {on Sunday=2024-07-07} that it was a shame. Some of them booed.", _SUNDAY),
        (" Pilots stayed at home {on Sunday=2024-07-07}. “It is a shame,” said Ada Berg.", _SUNDAY),
        (" Pilots met {on Sunday=2024-07-07} and {today=2024-07-08}. Berg called it a shame.", _SUNDAY),
        # ... past what is told of older times
        (" Pilots met {on Sunday=2024-07-07}. The line opened {in 1990=1990}. Berg says it paid.", _SUNDAY),
        # until the day of the news is told again
        (
            " Pilots met {on Sunday=2024-07-07}. The vote was close {on Friday=2024-07-05}. Berg was sad.",
            _FRIDAY,
        ),
        # a day that only describes a noun, one to come, what a market did, a month
        (" Berg heard of {Sunday=2024-07-07}'s march. She calls it a shame.", _FRIDAY),
        (" Pilots will meet {on Sunday=2024-07-14}. Berg called it a shame.", _FRIDAY),
        (" Shares of the line fell {on Monday=2024-07-08}. Berg calls it a shame.", _FRIDAY),
        (" Pilots meet {in July=2024-07}. Berg called it a shame.", _FRIDAY),
    ],
)
def test_what_is_told_behind_a_later_day(write: Writer, behind: str, day: str) -> None:
    last = reports(write(f"{_NEWS}{behind}"))[-1]
    assert (last.start and days.iso(last.start), last.basis) == (day, "inferred")


def test_a_scene_of_many_days_holds_no_session(write: Writer) -> None:
    text = (
        "The ferry yard of Moss has signed a contract for two ships with the owner of the old line. "
        "{In the spring=2024-03/2024-05} it won seven orders. Its shares rose 3 percent to $9.20."
    )
    last = reports(write(text))[-1]
    assert last.start is not None
    assert days.iso(last.start) == _MONDAY


def test_what_was_done_on_a_sunday_meets_the_market_on_monday(write: Writer) -> None:
    text = (
        "The old bank of the harbour town was sold to its rival for two dollars {on Sunday=2024-07-07}. "
        "Its owner wept. Shares in the bank opened at $2.10."
    )
    owner, shares = reports(write(text))[-2:]
    assert owner.start is not None
    assert shares.start is not None
    assert (days.iso(owner.start), days.iso(shares.start)) == (_SUNDAY, _MONDAY)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # what is to come in a month or a year is told on a day of it; what is so is of it all
        ("Berg said the mill would close {this year=2024}.", ["2024-07-05", "2024-01-01"]),
        ("Berg said the mill could lose money {this month=2024-07}.", ["2024-07-05", "2024-07-01"]),
        ("Berg said the mill was full {this year=2024}.", ["2024-01-01"]),
    ],
)
def test_who_tells_what_is_to_come_in_a_period(write: Writer, sentence: str, told: list[str]) -> None:
    found = [one for one in reports(write(f"{_NEWS} {sentence}")) if one.sentence == 1]
    assert [one.start and days.iso(one.start) for one in found] == told
