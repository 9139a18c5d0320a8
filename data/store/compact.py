"""Dataclasses of the model as compact JSON, and back exactly.

A field equal to its default is left out, a tuple is a list, a nested dataclass is an object. What a field
holds is read from its type, once for each class, so a new field of the model needs nothing here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, partial
from json.encoder import encode_basestring_ascii
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

Model = TypeVar("Model")
_Change = Callable[[Any], Any]
_UNSET = object()

# Escaped, so that half a surrogate pair from a file's name or a text can be stored as well.
_encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=True).encode


class _Field(NamedTuple):
    name: str
    default: object
    pack: _Change | None
    restore: _Change | None


def dump(value: object) -> str:
    """One dataclass as JSON."""
    return _encode(_pack(type(value), value))


def dump_all(values: Iterable[object]) -> str:
    """Several dataclasses as a JSON list."""
    packed = [_pack(type(value), value) for value in values]
    return _encode(packed) if packed else "[]"


def values_in(value: Any) -> Any:
    """What a dataclass, or each of a tuple of them, holds: lists of the values of all fields, in order."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return [*map(values_in, value)]
    kind: type = type(value)
    held = [*_values(kind)(value)]
    for at in _nesting(kind):
        held[at] = values_in(held[at])
    return held


def dump_texts(texts: Sequence[str]) -> str:
    """Several texts as a JSON list."""
    return f"[{', '.join(map(encode_basestring_ascii, texts))}]" if texts else "[]"


def load(kind: type[Model], text: str) -> Model:
    """The dataclass of :func:`dump`."""
    restored: Model = _restore(kind, json.loads(text))
    return restored


def load_all(kind: type[Model], text: str) -> tuple[Model, ...]:
    """The dataclasses of :func:`dump_all`."""
    return tuple(_restore(kind, value) for value in json.loads(text))


def _pack(kind: type, value: Any) -> dict[str, object]:
    packed = {}
    for (name, default, pack, _), held in zip(_plan(kind), _values(kind)(value), strict=True):
        if held is not default and held != default:
            packed[name] = held if pack is None or held is None else pack(held)
    return packed


def _restore(kind: type, packed: dict[str, Any]) -> Any:
    for name, _, _, restore in _plan(kind):
        if restore is not None and packed.get(name) is not None:
            packed[name] = restore(packed[name])
    return kind(**packed)


@cache
def _values(kind: type) -> Callable[[object], tuple[Any, ...]]:
    """What gives the values of all fields of a dataclass at once."""
    names = [field.name for field in fields(kind)]
    given = attrgetter(*names)
    return given if len(names) > 1 else lambda value: (given(value),)


@cache
def _nesting(kind: type) -> tuple[int, ...]:
    """The places of the fields that hold dataclasses."""
    hints = get_type_hints(kind)
    return tuple(at for at, field in enumerate(fields(kind)) if _holds_dataclass(hints[field.name]))


def _holds_dataclass(hint: Any) -> bool:
    return is_dataclass(hint) or any(map(_holds_dataclass, get_args(hint)))


@cache
def _plan(kind: type) -> tuple[_Field, ...]:
    hints = get_type_hints(kind)
    plan = []
    for field in fields(kind):
        default = field.default
        if default is MISSING:
            default = _UNSET if field.default_factory is MISSING else field.default_factory()
        plan.append(_Field(field.name, default, *_changes(hints[field.name])))
    return tuple(plan)


def _changes(hint: Any) -> tuple[_Change | None, _Change | None]:
    """How a value of a type becomes JSON and comes back; None where it is JSON already."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (hint,) = [argument for argument in arguments if argument is not NoneType][:1]
        return _changes(hint)
    if origin is tuple:
        pack, restore = _changes(arguments[0])
        if len(arguments) == 2 and arguments[1] is Ellipsis and pack is not None and restore is not None:
            return _each(list, pack), _each(tuple, restore)
        return list, tuple
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(_pack, hint), partial(_restore, hint)
    return None, None


def _each(gather: Callable[[Iterable[Any]], Any], change: _Change) -> _Change:
    return lambda values: gather(change(value) for value in values)
