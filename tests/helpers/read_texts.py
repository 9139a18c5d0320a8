"""Texts as the reading and the tagging of a file leave them, without a file."""

from __future__ import annotations

from typing import Any

from data.model import Document, Reading
from data.reading import sentences
from data.tagging import tag


def read_text(text: str, name: str = "a", language: str = "en", **facts: Any) -> Reading:
    """A document of this text, called by its name, with its sentences and what it says of time."""
    document = Document(id=name, path=f"{name}.txt", text=text, sha256="", language=language, **facts)
    return Reading(document, sentences(text, language), tag(text, language=language))
