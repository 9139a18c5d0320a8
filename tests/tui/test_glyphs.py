"""Signs for every terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tui.text.glyphs import ASCII, MEANINGS, UNICODE, glyphs_for


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_signs_are_one_cell_wide_and_tell_things_apart(glyphs):
    assert all(cell_len(sign) == len(sign) for sign in glyphs)
    marks = [getattr(glyphs, name) for name, _ in MEANINGS]
    assert len(set(marks)) == len(marks)


def test_plain_signs_are_ascii():
    assert "".join(ASCII).isascii()


@pytest.mark.parametrize(
    ("locale", "glyphs"),
    [
        ({"LANG": "de_DE.UTF-8"}, UNICODE),
        ({"LANG": "en_US.utf8"}, UNICODE),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, ASCII),
        ({"LANG": "ru_RU.KOI8-R"}, ASCII),
        ({}, UNICODE),
        ({"LANG": "en_US.UTF-8", "TERM": "linux"}, ASCII),
    ],
)
def test_the_locale_decides(locale, glyphs, monkeypatch):
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert glyphs_for() is glyphs
    assert glyphs_for(ascii_only=True) is ASCII
