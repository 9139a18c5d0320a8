"""Nothing from a document can steer the terminal."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from data.printable import in_json, printable, printable_page, shortened


def test_escape_sequences_become_visible() -> None:
    assert printable("a\x1b[31mred\x07\x9b2J") == "a␛[31mred␇�2J"


def test_line_ends_and_tabs() -> None:
    assert printable("a\r\n\tb") == "a   b"


def test_overrides_that_reorder_text_become_visible() -> None:
    assert printable("invoice\u202efdp.exe") == "invoice\ufffdfdp.exe"


def test_a_page_keeps_its_lines() -> None:
    assert printable_page("a\tb\r\nc\rd\x1be") == "a\tb\nc␍d␛e"


def test_json_is_the_same_to_who_reads_it() -> None:
    text = "a\x1b\x9b\u202e\u200f\ud800\x7fé\U0001f600"
    line = in_json({"text": text})
    assert json.loads(line)["text"] == text
    assert line == '{"text": "a\\u001b\\u009b\\u202e\\u200f\\ud800\\u007fé\U0001f600"}'


def test_of_a_long_line_both_ends_are_told() -> None:
    assert shortened("a short line") == "a short line"
    assert shortened("begin" + "x" * 1_000_000 + "end", 20) == "beginxxxxx ... xxxxxxxend"


@given(st.text(st.characters(exclude_categories=[])))
def test_no_control_character_is_left(text: str) -> None:
    out = printable(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in out)
    out.encode("utf-8")
