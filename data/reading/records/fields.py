"""The fields of a record from outside, checked: those of the input as JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class RecordFields:
    """A record's fields with their types; a field of another name is none of ours."""

    text: str
    id: str | int | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    dct: str | None = None


NAMES = tuple(one.name for one in fields(RecordFields))
_NEEDED = ("text", "id")


def checked(given: Mapping[str, object]) -> tuple[RecordFields, tuple[str, ...]]:
    """The fields that have their type, and the names of those that have not and were left out.

    Raises ValueError if the text is missing, or the text or the id is one of them: without these there is no
    document.
    """
    known: dict[str, Any] = {name: given[name] for name in NAMES if name in given}
    wrong = tuple(name for name, value in known.items() if not _has_its_type(name, value))
    if "text" not in known or any(name in wrong for name in _NEEDED):
        raise ValueError("a record without its text, or with an id that is no name")
    return RecordFields(**{name: value for name, value in known.items() if name not in wrong}), wrong


def _has_its_type(name: str, value: object) -> bool:
    if value is None:
        return name != "text"
    # A name may be a number; true and false, which count as numbers, are none.
    return isinstance(value, str) or (name == "id" and isinstance(value, int) and not isinstance(value, bool))
