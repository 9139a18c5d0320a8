"""Words of the model as bytes, on their way from process to process.

They are pickled in a form of their own, three times as fast as dataclasses with slots are by themselves.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any

_WORDS = frozenset({
    "data.model.documents", "data.model.expressions", "data.model.events", "data.model.marks",
    "data.events.report", "data.store.document_rows", "data.workers.inside", "data.workers.reading",
})  # fmt: skip
"""The modules whose dataclasses and named tuples may come from a worker."""


def pack(item: object) -> bytes:
    """An item to send to the other side."""
    packed = BytesIO()
    _Pickler(packed, pickle.HIGHEST_PROTOCOL).dump(item)
    return packed.getvalue()


def unpack(data: bytes) -> Any:
    """An item that a worker sent: words of the model and nothing else.

    A worker that a hostile file has taken over cannot make its reader run anything.
    """
    return _Unpickler(BytesIO(data)).load()


def unpack_task(data: bytes) -> Any:
    """What a worker was sent: any function, with its arguments. Only for what its own reader sent."""
    return pickle.loads(data)  # noqa: S301 - a worker trusts who started it


def made(kind: type, *values: object) -> object:
    """The word of a kind with these values for its fields, in order."""
    if _is_row(kind):
        return kind(*values)
    word: object = object.__new__(kind)
    for give, value in zip(_givers(kind), values, strict=True):
        give(word, value)
    return word


@cache
def _givers(kind: type) -> tuple[Callable[[object, object], None], ...]:
    # The descriptors of the slots: a frozen word refuses setattr.
    return tuple(vars(kind)[field.name].__set__ for field in fields(kind))


@cache
def _values(kind: type) -> Callable[[Any], Any]:
    if _is_row(kind):
        return tuple
    names = [field.name for field in fields(kind)]
    given = attrgetter(*names)
    return given if len(names) > 1 else lambda word: (given(word),)


def _is_row(kind: type) -> bool:
    return issubclass(kind, tuple)


@cache
def _is_word(kind: type) -> bool:
    return kind.__module__ in _WORDS and (is_dataclass(kind) or _is_row(kind))


class _Pickler(pickle.Pickler):
    def reducer_override(self, item: object) -> Any:
        kind: type = type(item)
        if _is_word(kind):
            return made, (kind, *_values(kind)(item))
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, made.__name__):
            return made
        kind = getattr(sys.modules.get(module), name, None) if module in _WORDS else None
        if isinstance(kind, type) and _is_word(kind):
            return kind
        raise pickle.UnpicklingError(f"a worker sent a {module}.{name}")
