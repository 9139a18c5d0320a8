"""The formats: modules of this folder named ``from_*``, found by looking, not by a list.

A format module declares ``SUFFIXES`` (lower case, with the dot) and ``read``; it may declare ``recognises``
for input that has no telling name, ``stream`` to be read piece by piece, and ``OURS = True`` if bounded code
of our own reads it. Its library is imported inside ``read``.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from data.reading.identity import Identities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Published, Trouble
    from data.reading.continued import Readable


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file or of one member of an archive, with what the user said of it.

    Attributes:
        path: as the user named it; a member has the archive's path before it: ``letters.zip!/march/1.txt``.
        data: all of it.
        given: the publication date the user gave; it wins over what the file says. None if none was given.
        language: the language code the user gave, or None.
        name: whose suffix tells the format, where that is not the path; empty where it is.
        url: where the bytes came from, where an archive says so.
        charset: the encoding that an archive names for them.
        depth: in how many archives they are.
        identities: gives ids that are unique among all documents of the file.
    """

    path: str
    data: bytes = field(repr=False)
    given: Published | None = None
    language: str | None = None
    name: str = ""
    url: str | None = None
    charset: str | None = None
    depth: int = 0
    identities: Identities = field(default_factory=Identities, repr=False, compare=False)

    def with_data(
        self, data: bytes, *, name: str = "", url: str | None = None, charset: str | None = None
    ) -> Source:
        """What this file is the wrapping of; it keeps the file's path."""
        return replace(self, data=data, name=name, url=url, charset=charset, depth=self.depth + 1)

    def member(
        self, place: str, data: bytes, *, name: str = "", url: str | None = None, charset: str | None = None
    ) -> Source:
        """What stands at ``place`` inside this archive; ``name`` tells its format if ``place`` does not."""
        return replace(
            self, path=f"{self.path}!/{place}", data=data, name=name or place, url=url, charset=charset,
            depth=self.depth + 1,
        )  # fmt: skip


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
    here = importlib.import_module("data.reading")
    names = sorted(found.name for found in pkgutil.iter_modules(here.__path__))
    return {
        name: cast("Format", importlib.import_module(f"data.reading.{name}"))
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


def format_of(path: str, data: bytes) -> Format:
    """The format of a file: by its suffix, else by its first bytes, else plain text."""
    by_name = _by_suffix().get(PurePath(path).suffix.lower())
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
    by_name = _by_suffix().get(PurePath(path).suffix.lower())
    if by_name is not None:
        return by_name if isinstance(by_name, Streaming) else None
    for module in _formats().values():
        recognises = getattr(module, "recognises", None)
        if isinstance(module, Streaming) and recognises is not None and recognises(first_line):
            return module
    return None
