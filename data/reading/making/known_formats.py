"""The known formats: modules of the room ``formats`` named ``from_*``, found by looking, not by a list.

A format module declares ``SUFFIXES`` (lower case, with the dot) and ``read``; it may declare ``recognises``
for input that has no telling name, ``stream`` to be read piece by piece, and ``OURS = True`` if bounded code
of our own reads it. Its library is imported inside ``read``.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from data.model import Document, Trouble
    from data.reading.making.source import Source
    from data.reading.opening.continued import Readable


# So many of the other formats are named.
_TOLD = 5


class Format(Protocol):
    """What a ``from_*`` module offers."""

    SUFFIXES: tuple[str, ...]

    def read(self, source: Source) -> Iterator[Document | Trouble]:
        """The documents of a file, in order, and what was wrong with it.

        Raises UnreadableError for a file of which nothing (more) can be read.
        """
        ...


@cache
def _formats() -> dict[str, Format]:
    here = importlib.import_module("data.reading.formats")
    names = sorted(found.name for found in pkgutil.iter_modules(here.__path__))
    return {
        name: cast("Format", importlib.import_module(f"data.reading.formats.{name}"))
        for name in names
        if name.startswith("from_")
    }


@cache
def _by_suffix() -> dict[str, Format]:
    return {suffix: module for module in _formats().values() for suffix in module.SUFFIXES}


@cache
def suffixes() -> tuple[str, ...]:
    """Every known suffix, in lower case, in alphabetical order."""
    return tuple(sorted(_by_suffix()))


def others_left_out(formats: Counter[str], what: str = "files") -> str | None:
    """Words for files of other formats, counted by their suffixes ("" for none); None if there are none.

    ``what`` they are called: files, attachments.
    """
    told = formats.most_common(_TOLD)
    parts = [f"{count:,} {suffix or 'no suffix'}" for suffix, count in told]
    if rest := formats.total() - sum(count for _, count in told):
        parts.append(f"{rest:,} others")
    return f"{what} of other formats were left out ({', '.join(parts)})" if parts else None


def _by_name(path: str) -> Format | None:
    """The format that the suffix of a file's name tells."""
    return _by_suffix().get(f".{path.rpartition('.')[2].lower()}")


def format_of(path: str, data: bytes) -> Format:
    """The format of a file: by its suffix, else by its first bytes, else plain text."""
    by_name = _by_name(path)
    if by_name is not None:
        return by_name
    for module in _formats().values():
        recognises = getattr(module, "recognises", None)
        if recognises is not None and recognises(data):
            return module
    return _by_suffix()[".txt"]


def is_ours(format_: object) -> bool:
    """Whether bounded code of our own reads a format: it says ``OURS = True``, and needs no guard."""
    return bool(getattr(format_, "OURS", False))


@runtime_checkable
class Streaming(Protocol):
    """What a format offers whose documents can be read one by one from an open file."""

    def stream(self, source: Source, file: Readable) -> Iterator[Document | Trouble]:
        """As ``read``, holding one document at a time; ``source`` has no data."""
        ...


def streaming_format(path: str, first_line: bytes) -> Streaming | None:
    """The format of a file if its documents can be read one by one: by its suffix, else by its first line."""
    by_name = _by_name(path)
    if by_name is not None:
        return by_name if isinstance(by_name, Streaming) else None
    for module in _formats().values():
        recognises = getattr(module, "recognises", None)
        if isinstance(module, Streaming) and recognises is not None and recognises(first_line):
            return module
    return None
