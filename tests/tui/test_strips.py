"""Text in cells: cut, padded, wrapped; hostile text stays aligned and harmless."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.text.marked import Layer, disjoint, marked
from tui.text.shown import shown
from tui.widgets.strips import fit, line, wrap, wrapped

PLAIN = Style()
HARD = st.text(
    alphabet=st.sampled_from("ab \n日本e\u0301\u0915\u094d👩\u200d💻\u05d0\u05d1[bold]\x1b\x07\t…"),
    max_size=60,
)


@given(HARD, st.integers(1, 30))
def test_fit_is_as_wide_as_asked(text, width):
    assert cell_len(fit(shown(text), width)) == width


@given(st.lists(HARD, max_size=4), st.integers(1, 40))
def test_a_line_is_as_wide_as_asked(texts, width):
    strip = line([(shown(text), PLAIN) for text in texts], width, PLAIN)
    assert sum(cell_len(segment.text) for segment in strip) == width
    assert not any(control in strip.text for control in "\x1b\x07\n\t")


@given(HARD, st.integers(2, 30))
def test_wrapping_loses_no_character_but_white_space(text, width):
    ranges = wrap(text, width)
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    assert all(cell_len(shown(text[start:end])) <= width for start, end in ranges)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one\n\ntwo", 7, ["one", "", "two"]),
        ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),
        ("ends here   \nnext", 9, ["ends here", "next"]),
        ("日本語日本語", 4, ["日本", "語日", "本語"]),
    ],
)
def test_wrapping(text, width, lines):
    assert [text[start:end] for start, end in wrap(text, width)] == lines


def test_wrapped_pieces_keep_their_styles_and_indent():
    bold = Style(bold=True)
    first, second = wrapped([("one ", PLAIN), ("two three", bold)], 9, PLAIN, indent="..")
    assert [(one.text, one.style) for one in first] == [("one ", PLAIN), ("two", bold), ("  ", PLAIN)]
    assert second.text == "..three  "


@pytest.mark.parametrize(
    ("layers", "parts"),
    [
        ([], [(0, 10, "text")]),
        ([Layer("a", [(2, 4)])], [(0, 2, "text"), (2, 4, "a"), (4, 10, "text")]),
        ([Layer("a", [(0, 8)]), Layer("b", [(6, 20)])], [(0, 6, "a"), (6, 10, "b")]),
        ([Layer("a", [(20, 30)])], [(0, 10, "text")]),
    ],
)
def test_marked(layers, parts):
    assert marked(0, 10, layers) == parts


def test_disjoint():
    assert disjoint([(5, 9), (0, 2), (1, 3), (9, 9), (9, 11)]) == [(0, 3), (5, 11)]
