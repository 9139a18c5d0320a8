"""The table of kinds: each has a value that is one, words for it, and a refusal in one line."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from data.errors import InputError
from data.marks import KINDS, check, told
from data.model import Mark, MarkKind

AT = "2024-09-30T08:00:00.000000Z"


def mark(kind: Any, value: str) -> Mark:
    return Mark(id="0" * 32, at=AT, by="Ada", kind=kind, value=value)


def test_every_kind_is_in_the_table() -> None:
    assert set(KINDS) == set(get_args(MarkKind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_is_a_value_and_is_told(kind: MarkKind) -> None:
    line = told(mark(kind, KINDS[kind].example))
    assert line.endswith(", by Ada on 30 September 2024")
    assert "{" not in line
    assert line[:1] not in (" ", ",")


WRONG = [
    ("verification", "sure"), ("tag", ""), ("tag", " "), ("untag", ""), ("note", " "), ("title", "\n"),
    ("date", "16 September"), ("date", "../.."), ("hide", "x"), ("show", "x"), ("source", " "),
    ("merge", "[1]"), ("merge", "x"),
    ("merge", "[1, 0]"), ("merge", ""), ("split", "x"), ("join-names", '["a"]'), ("join-names", '["a", "a"]'),
    ("join-names", '["a", ""]'), ("part-names", "{}"), ("part-names", "[1, 2]"), ("event", "{}"),
    ("event", '{"title": ""}'), ("event", '{"title": "a", "date": "soon"}'),
    ("event", '{"title": "a", "who": "b"}'),
    ("event", '{"title": "a", "modality": "maybe"}'), ("event", "[]"),
    ("event", '{"title": "a", "kind": "x"}'), ("event", '{"title": "a", "verification": "sure"}'),
    ("event", '{"title": "a", "note": 1}'), ("event", '{"title": "a", "citation": []}'),
    ("applause", ""),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value"), WRONG)
def test_what_is_no_value_is_refused_in_one_line(kind: str, value: str) -> None:
    with pytest.raises(InputError) as refused:
        check(mark(kind, value))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("verification", "status taken back"),
        ("note", "note taken away"),
        ("title", "title as documents give it"),
    ],
)
def test_an_empty_value_takes_back(kind: str, said: str) -> None:
    assert told(mark(kind, "")) == f"{said}, by Ada on 30 September 2024"


def test_what_was_undone_says_by_whom() -> None:
    undone = Mark(
        id="0" * 32, at=AT, by="Ada", kind="tag", value="sea", undone=True, turned_by="Ben",
        turned_at="2024-10-01T00:00:00.000000Z",
    )  # fmt: skip
    assert told(undone) == "tagged “sea”, by Ada on 30 September 2024, taken back by Ben on 1 October 2024"
