"""Time that grows with the text and no faster: the one thing about time that a test may assert."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_TRIES = 3
_SLACK = 0.05


def assert_linear(work: Callable[[str], object], text: str) -> None:
    """Twice the text takes under three times the processor's time, in one of a few tries."""
    taken = []
    for _ in range(_TRIES):
        once, twice = _seconds(work, text), _seconds(work, text + text)
        if twice < 3 * once + _SLACK:
            return
        taken.append(f"{once:.2f} s, for twice the text {twice:.2f} s")
    raise AssertionError("; ".join(taken))


def _seconds(work: Callable[[str], object], text: str) -> float:
    # A collection goes through all that earlier tests have left, which may take longer than the work.
    gc.disable()
    try:
        begun = time.process_time()
        work(text)
        return time.process_time() - begun
    finally:
        gc.enable()
