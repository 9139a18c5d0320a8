"""How important an event is beside others."""

from __future__ import annotations

from collections.abc import Callable

from data.events import make_events
from data.model import DatedDocument


def test_a_line_that_names_nothing_is_less_important(write: Callable[..., DatedDocument]) -> None:
    def important(sentence: str) -> float:
        (event,) = make_events([write(sentence)])
        return event.importance

    named = important("The ferry was the third new ship of the harbour {on Monday=2024-07-08}.")
    assert important("This was the third new ship of the harbour {on Monday=2024-07-08}.") < named
