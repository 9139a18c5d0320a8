"""What was found for the last few selections: who pages within one is not to search again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Found = TypeVar("Found")

_MOST = 6  # selections; a million positions take 4 MB


class Recent(Generic[Found]):
    """What was found, by what was asked for; what was not asked for the longest is forgotten."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, Found] = OrderedDict()

    def of(self, asked: Hashable, begin: Callable[[], Found]) -> Found:
        """What is kept of what is asked for; where nothing is, ``begin`` gives what is kept from now on."""
        found = self._found.get(asked)
        if found is None:
            found = self._found[asked] = begin()
            if len(self._found) > _MOST:
                self._found.popitem(last=False)
        self._found.move_to_end(asked)
        return found

    def clear(self) -> None:
        """Forget all of it."""
        self._found.clear()
