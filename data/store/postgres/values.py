"""How Python's values are written for the server and read from it."""

from __future__ import annotations

import re
from typing import Any

import psycopg
from psycopg.abc import Buffer
from psycopg.adapt import Dumper, Loader

_ESCAPE = "\U0010fffd"  # the last private character: hardly ever in a text, and then doubled as e
_NUL = "\0"
_ESCAPED = re.compile(f"{_ESCAPE}(.)")
_MEANT = {"0": _NUL, "e": _ESCAPE}


class _Text(Dumper):
    """A text; a NUL, which the server refuses, is escaped."""

    def dump(self, obj: str) -> Buffer:
        if _NUL in obj or _ESCAPE in obj:
            obj = obj.replace(_ESCAPE, f"{_ESCAPE}e").replace(_NUL, f"{_ESCAPE}0")
        return obj.encode()


class _TextAgain(Loader):
    """The text of :class:`_Text`."""

    def load(self, data: Buffer) -> str:
        text = bytes(data).decode()
        return _ESCAPED.sub(lambda found: _MEANT[found[1]], text) if _ESCAPE in text else text


class _YesOrNo(Dumper):
    """Yes and no are 1 and 0, as in every engine."""

    oid = psycopg.adapters.types["int2"].oid

    def dump(self, obj: bool) -> Buffer:  # noqa: FBT001 - so it is called
        return b"1" if obj else b"0"


def adapt(connection: psycopg.Connection[Any]) -> None:
    """Let a connection write and read values so."""
    connection.adapters.register_dumper(str, _Text)
    connection.adapters.register_dumper(bool, _YesOrNo)
    connection.adapters.register_loader("text", _TextAgain)
