"""What a screen asks at its foot: for words, or for one of a few choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


def _at_once(_text: str) -> float:
    return 0.0


def _nothing() -> None:
    return None


class Question(NamedTuple):
    """What a prompt asks, and what is done with the answer.

    Attributes:
        label: what stands before the typed text.
        hint: what is said while there is nothing better to say.
        accept: called with the text on Enter; raises DatelineError to be told and to stay open.
        change: called with the text while it is typed; says something, or raises DatelineError to be told.
        abandon: called on Escape.
        complete: gives the ways a word that was begun can go on, as (word, meaning).
        patience: for how many seconds the keys must rest before ``change`` is called.
        between: the characters that stand between such words.
    """

    label: str
    hint: str
    accept: Callable[[str], None]
    change: Callable[[str], str] | None = None
    abandon: Callable[[], None] = _nothing
    complete: Callable[[str], Sequence[tuple[str, str]]] | None = None
    patience: Callable[[str], float] = _at_once
    between: str = " (-"


class Choice(NamedTuple):
    """A key, what it chooses, and whether that is so already."""

    key: str
    label: str
    is_so: bool
    choose: Callable[[], None]


Choices = Sequence[tuple[str, Sequence[Choice]]]
"""Rows of choices, each under a label."""
