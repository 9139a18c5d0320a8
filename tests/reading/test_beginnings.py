"""The beginnings of lines, read off the expressions that take them."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading.articles.beginnings import LONGEST, beginnings_in, beginnings_of
from data.reading.articles.cues import Cue, cue_table


@pytest.mark.parametrize(
    ("expression", "beginnings"),
    [
        ("share", {"sha"}),
        ("ad|ads", {"ad", "ads"}),
        ("(?:read|see) more", {"rea", "see"}),
        ("(?:also )?read", {"als", "rea"}),
        (r"in(?:put)? \d+", {"in ", "inp"}),
        (r"\d{1,2} years", {"0"}),
        ("404 not found", {"000"}),
        ("a[-+ ]a", {"a-a", "a+a", "a a"}),
        (r"\(?with", {"(wi", "wit"}),
        ("by .{2,60}", {"by "}),
        ("to[^.]{2,60}", {"to"}),
        (r"\w+ logo", {""}),
        ("[a-z]x", {""}),
        ("={4,}|-+ ?30", {"=", "-"}),
        (r"(?:\w++ )?icon", {"", "ico"}),
        (r"(?=.{3,50}\Z)\bshare", {"sha"}),
        ("(?:b|by?)[: ]+x", {"b:", "b ", "by:", "by "}),
    ],
)
def test_the_beginnings_of_an_expression(expression: str, beginnings: set[str]) -> None:
    assert beginnings_of(expression) == beginnings


def test_the_beginnings_in_a_line() -> None:
    assert beginnings_in("3 min read") == ["0 m", "0 ", "0", ""]
    assert beginnings_in("x") == ["x", ""]


@settings(max_examples=100)
@given(st.data())
def test_a_line_that_an_expression_takes_has_one_of_its_beginnings(data: st.DataObject) -> None:
    lists = cue_table()
    expression = data.draw(st.sampled_from([one for name in get_args(Cue) for one in lists[name]]))
    line = data.draw(st.from_regex(expression, fullmatch=True))
    assert not beginnings_of(expression).isdisjoint(beginnings_in(line[:LONGEST]))
