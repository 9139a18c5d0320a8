"""Whole paradigms of English time expressions, written on Friday, 22 March 2013, with every extent and value.

The lines stand in ``paradigms.txt``: a phrase, then what is to be found in it and nothing else.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from data.dating import resolve
from data.days import from_iso
from data.model import Published, Sentence
from data.tagging import tag

_DAY = "2013-03-22"
_LINES = Path(__file__).with_name("paradigms.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", _LINES)
def test_paradigm(line: str) -> None:
    text, wanted = (part.strip() for part in line.split("|"))
    day = from_iso(_DAY)
    found = resolve(text, tag(text), [Sentence(0, len(text))], Published(_DAY, day, day, "given"))
    assert "; ".join(f"{each.text}={each.value}" for each in found) == wanted
