"""The day of what is told without one, as a document goes on from its news to what was said since."""

from __future__ import annotations

import pytest

from data import days
from data.events.reporting.reports import reports
from tests.helpers.dated_documents import Writer

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


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        # who is not named again, "then" and so short a time point back to the sentence before
        (" Ada Berg spoke to the crowd {on Wednesday=2024-07-03}. “It is a shame,” she said.", "2024-07-03"),
        (" Ada Berg spoke to the crowd {on Wednesday=2024-07-03}. “A shame,” said Lars Holm.", _FRIDAY),
        (" Ada Berg told the council {in May=2024-05}. Few believed her then.", "2024-05-01"),
        (" It sank {in March=2024-03} and was raised {in May=2024-05}. Few believed it then.", "2024-05-01"),
        (" Ada Berg told the council {in May=2024-05}.\nSince then two boats sank.", _FRIDAY),
        (" Ada Berg told the council {in May=2024-05}.\nLars Holm, then the mayor, wept.", _FRIDAY),
        (" The line was stopped {on July 1=2024-07-01}. Within hours crowds gathered.", "2024-07-01"),
        # not to two dates, to one long ago, to what is to come
        (" Ada Berg spoke to the crowd {on June 3=2024-06-03}. “It is a shame,” she said.", _FRIDAY),
        (" Ada Berg will speak {on July 15=2024-07-15}. “It is a shame,” she said.", _FRIDAY),
    ],
)
def test_what_points_back_to_the_sentence_before(write: Writer, behind: str, day: str) -> None:
    last = reports(write(f"{_NEWS}{behind}"))[-1]
    assert (last.start and days.iso(last.start), last.basis) == (day, "inferred")


_RESULTS = (
    "The old ferry line of the harbour town earned more in {the second quarter=2024-04/2024-06}, it said."
)


@pytest.mark.parametrize(
    ("lead", "behind", "days_told"),
    [
        (_RESULTS + " Profit was nine million.", " Its revenue from freight rose 3 percent.", "2024-04-01"),
        (
            "Sales rose {in June=2024-06} in all towns of the coast, shops said.",
            " Sales in Moss fell.",
            "2024-06-01",
        ),
        # who says something, what no company counts, a head that tells no figures, a period long ago
        (_RESULTS, " Berg said revenue rose 3 percent.", _MONDAY),
        (_RESULTS, "\nThe tide rose 3 feet.", _MONDAY),
        (
            "The ferry line of the harbour town was sold {in June=2024-06}, it said.",
            "\nSales in Moss fell.",
            _MONDAY,
        ),
        (
            "Sales rose {in 2019=2019} in all towns of the coast, shops said.",
            "\nSales in Moss fell.",
            _MONDAY,
        ),
    ],
)
def test_figures_are_of_the_period_that_a_report_begins_with(
    write: Writer, lead: str, behind: str, days_told: str
) -> None:
    last = reports(write(lead + behind))[-1]
    assert last.start is not None
    assert days.iso(last.start) == days_told


def test_an_index_that_moves_is_a_session(write: Writer) -> None:
    text = "{In May=2024-05} the price of fish sank. In Europe, the DAX rose 2 percent."
    last = reports(write(f"{_NEWS} {text}"))[-1]
    assert last.start is not None
    assert days.iso(last.start) == _FRIDAY
