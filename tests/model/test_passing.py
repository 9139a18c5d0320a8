"""How far a long work is, told to whoever watches."""

from __future__ import annotations

from data import passing
from data.passing import passed, untold


def test_items_go_by_as_they_are_and_now_and_then_it_is_told_how_many() -> None:
    said = list[str]()
    assert list(passed(range(120), "documents", said.append, 4000)) == list(range(120))
    assert said == ["documents", "documents 50/4,000", "documents 100/4,000"]


def test_where_nobody_knows_how_many_there_are_it_is_told_how_many_have_gone_by() -> None:
    said = list[str]()
    for _ in passed(range(2 * passing._EVERY), "events", said.append):
        pass
    assert said[-1] == "events 100"
    assert list(passed("ab", "events", untold)) == ["a", "b"]
