"""What is kept by numbers, many values to a row: the last word on each counts, and rows do not pile up."""

from __future__ import annotations

import random

import pytest

from data.events import keeping
from data.events.keeping import Ledger, Memory


@pytest.fixture(autouse=True)
def _small_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_KEPT_TOGETHER", 3)


def rows(keeper: Memory) -> list[str]:
    return [key for key, _ in keeper.kept("told")]


def test_the_last_that_was_put_under_a_number_is_kept() -> None:
    keeper = Memory({})
    ledger = Ledger(keeper, "told", is_new=True)
    for number, value in ((1, "a"), (2, "b"), (3, "c"), (2, "d"), (4, None), (3, None), (5, "e"), (5, "f")):
        ledger.put(number, value)
    assert ledger.all() == {1: "a", 2: "d", 5: "f"}
    assert ledger.all() == Ledger(keeper, "told").all() == {1: "a", 2: "d", 5: "f"}


def test_a_later_build_changes_what_an_earlier_one_has_kept() -> None:
    keeper = Memory({})
    first = Ledger(keeper, "told", is_new=True)
    for number in range(7):
        first.put(number, f"first {number}")
    first.all()
    second = Ledger(keeper, "told")
    second.drop([0, 1])
    second.put(1, "second 1")
    for number in range(5, 9):
        second.put(number, f"second {number}")
    wanted = {2: "first 2", 3: "first 3", 4: "first 4"}
    wanted |= {number: f"second {number}" for number in (1, *range(5, 9))}
    assert second.all() == wanted
    assert Ledger(keeper, "told").all() == wanted


def test_nothing_is_written_where_nothing_changes() -> None:
    keeper = Memory({})
    Ledger(keeper, "told").all()
    assert rows(keeper) == []
    Ledger(keeper, "told", is_new=True).put(1, "never closed")
    assert rows(keeper) == []


def test_rows_of_what_was_replaced_are_taken_away() -> None:
    keeper = Memory({})
    source = random.Random(5)
    wanted: dict[int, int] = {}
    for build in range(60):
        ledger = Ledger(keeper, "told", is_new=build == 0)
        for _ in range(source.randrange(9)):
            number, value = source.randrange(12), source.choice([None, build])
            ledger.put(number, value)
            if value is None:
                wanted.pop(number, None)
            else:
                wanted[number] = value
        assert ledger.all() == wanted
        assert Ledger(keeper, "told").all() == wanted
        assert sum(len(row) for _, row in keeper.kept("told")) <= 1.5 * 12 + 3 + 9
    assert rows(keeper) == sorted(rows(keeper))
