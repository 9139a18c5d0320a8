"""One line of progress on standard error, only where somebody watches."""

from __future__ import annotations

import sys

from data.printable import hushed, printable

_WIDTH = 76  # columns; a line that goes on in the next one could not be overwritten
_CLEARED = "\r\x1b[K"


def show_passing(words: str) -> None:
    """Put words in the place of those shown before."""
    if sys.stderr.isatty():
        print(f"{_CLEARED}{printable(hushed(words))[:_WIDTH]}", end="", file=sys.stderr, flush=True)


def clear_passing() -> None:
    """Leave the line empty, for words that stay."""
    if sys.stderr.isatty():
        print(_CLEARED, end="", file=sys.stderr, flush=True)
