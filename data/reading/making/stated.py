"""What a file says of a document apart from its text: in its properties, its head, or around an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.model import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The fields of a document as a file states them; what it does not state is None or empty."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
