"""Sentences as news agencies, business pages, histories and court files write, with all that is in them.

A line of ``sentences_en.txt`` is the publication date (or -), a text, and every expression with its value.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from data.dating import resolve
from data.days import from_iso
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag

_LINES = Path(__file__).with_name("sentences_en.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", _LINES)
def test_sentence(line: str) -> None:
    said, text, wanted = (part.strip() for part in f"{line} ".split(" |"))
    day = from_iso(said) if said != "-" else None
    published = Published(said, day, day, "given") if day else Published()
    found = resolve(text, tag(text), sentences(text, "en"), published)
    assert "; ".join(f"{each.text}={each.value}" for each in found) == wanted
