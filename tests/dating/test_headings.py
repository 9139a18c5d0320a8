"""Days alone on their line head the times of day below them."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.reading.making.published import given_date
from data.reading.texts.sentences import sentences
from data.tagging import tag

LOG = """Calls to the harbour office

Monday, May 6
9:40 a.m. A dinghy was adrift off the mole.
2:15 p.m. Its owner was found.

Tuesday, May 7
6 a.m. Fog closed the channel.
11:30 p.m. The channel was opened.
"""
TICKER = """4 May 2024
10:13 The hearing begins.
10:40 The first witness is sworn in.
"""


def values(text: str, published: str) -> list[str]:
    known = given_date(published)
    assert known is not None
    found = resolve(text, tag(text), sentences(text, "en"), known)
    return [each.value for each in found]


def test_a_clock_is_of_the_day_that_heads_it() -> None:
    assert values(LOG, "2024-05-09") == [
        "2024-05-06", "2024-05-06T09:40", "2024-05-06T14:15",
        "2024-05-07", "2024-05-07T06:00", "2024-05-07T23:30",
    ]  # fmt: skip


def test_a_ticker_is_of_the_day_above_it_though_written_later() -> None:
    assert values(TICKER, "2024-05-05") == ["2024-05-04", "2024-05-04T10:13", "2024-05-04T10:40"]


@pytest.mark.parametrize(
    "text", ["They met on 4 May 2024.\n10:13 The hearing begins.\n", "The court\n10:13 The hearing begins.\n"]
)
def test_a_day_within_a_line_heads_nothing(text: str) -> None:
    assert values(text, "2024-05-05")[-1] == "2024-05-05T10:13"
