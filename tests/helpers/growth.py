"""Time that grows with the text and no faster: the one thing about time that a test may assert."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_TRIES = 7
_SLACK = 0.05


def assert_linear(work: Callable[[str], object], text: str) -> None:
    """Twice the text takes under three times the processor's time, by the quickest of a few tries of each.

    What else the machine does makes a try slower, never quicker.
    """
    once, twice = [], []
    for _ in range(_TRIES):
        once.append(_seconds(work, text))
        twice.append(_seconds(work, text + text))
        if min(twice) < 3 * min(once) + _SLACK:
            return
    raise AssertionError(f"{min(once):.2f} s, for twice the text {min(twice):.2f} s")


def _seconds(work: Callable[[str], object], text: str) -> float:
    # A collection goes through all that earlier tests have left, which may take longer than the work.
    gc.disable()
    try:
        begun = time.process_time()
        work(text)
        return time.process_time() - begun
    finally:
        gc.enable()
