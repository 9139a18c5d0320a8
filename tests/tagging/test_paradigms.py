"""Whole paradigms of English time expressions, written on Friday, 22 March 2013, with every extent and value.

The lines stand in ``paradigms.txt``: a phrase, then what is to be found in it and nothing else.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.marked_lines import found_and_wanted

_LINES = Path(__file__).with_name("paradigms.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", _LINES)
def test_paradigm(line: str) -> None:
    found, wanted = found_and_wanted(line)
    assert found == wanted
