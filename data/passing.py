"""How far a long work is, told to whoever watches: words that the next ones take the place of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Passing = Callable[[str], None]
"""Is told in a few words what is done now, and how far that is."""

_EVERY = 50  # items; to tell of each would take as long as the work on it

Item = TypeVar("Item")


def untold(words: str) -> None:
    """Where nobody watches."""


def passed(items: Iterable[Item], what: str, passing: Passing, total: int | None = None) -> Iterator[Item]:
    """The items as they are, while it is told how many of them have gone by: "documents 1,200/40,000"."""
    of_all = "" if total is None else f"/{total:,}"
    passing(what)
    for at, item in enumerate(items, 1):
        yield item
        if at % _EVERY == 0:
            passing(f"{what} {at:,}{of_all}")
