"""Looking for cyclic garbage less often than Python does by itself."""

from __future__ import annotations

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
