"""Typing a line."""

from __future__ import annotations

import pytest

from tui.keys.line_edit import LineEdit


@pytest.mark.parametrize(
    ("keys", "text", "place"),
    [
        ([], "one two", 7),
        (["left", "left", "right"], "one two", 6),
        (["home", "delete"], "ne two", 0),
        (["ctrl+a", "ctrl+e", "backspace"], "one tw", 6),
        (["ctrl+w"], "one ", 4),
        (["ctrl+w", "ctrl+w"], "", 0),
        (["left", "ctrl+u"], "o", 0),
        (["end", "right", "home", "left", "backspace"], "one two", 0),
    ],
)
def test_editing_keys(keys, text, place):
    edit = LineEdit()
    edit.insert("one two")
    assert all(edit.key(key) for key in keys)
    assert (edit.text, edit.place) == (text, place)


def test_other_keys_are_not_taken():
    assert not LineEdit().key("f5")


def test_pasted_control_characters_are_left_out():
    edit = LineEdit()
    edit.insert("who:modi\r\n\x1b[31mnow\x00")
    assert edit.text == "who:modi  [31mnow"


@pytest.mark.parametrize(
    ("keys", "typed", "text"),
    [
        ([], "x", "x"),
        (["left"], "x", "one twxo"),
        (["end"], "x", "one twox"),
        (["backspace"], "x", "x"),
        (["ctrl+w"], "", ""),
        ([], "", "one two"),
    ],
)
def test_an_offered_text_is_replaced_unless_a_key_moves_in_it(keys, typed, text):
    edit = LineEdit()
    edit.set("one two", offered=True)
    for key in keys:
        edit.key(key)
    if typed:
        edit.insert(typed)
    assert edit.text == text
