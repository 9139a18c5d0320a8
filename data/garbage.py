"""Looking for cyclic garbage less often than Python does by itself, or not at all."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many objects more than there were are looked at together; by itself Python looks at every 700.
_TOGETHER = 100_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """With a seldom look for cyclic garbage.

    Building makes very many objects, nearly none of them in cycles: looking at each few takes a tenth of its
    time.
    """
    before = gc.get_threshold()
    gc.set_threshold(_TOGETHER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without a look for cyclic garbage, for work that makes none of it and keeps most of what it makes.

    Of eight million objects that the events of 10,000 documents take, 400 were found to be garbage, and
    looking for them took a sixteenth of the time. What is left of them when the work is done counts as old:
    else all of it would be looked at as soon as anything else is made.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            _grow_old()
            gc.enable()


def given_back_at_the_end() -> None:
    """Let the end of the process give all memory back at once.

    Python looks once more for garbage before it ends: of a collection of 10,000 documents, of which a hundred
    were built anew, that takes a tenth of the time.
    """
    atexit.register(gc.freeze)


def _grow_old() -> None:
    """Let all objects count as old, without looking at them."""
    was_frozen = gc.get_freeze_count() > 0
    gc.freeze()
    if not was_frozen:
        gc.unfreeze()
