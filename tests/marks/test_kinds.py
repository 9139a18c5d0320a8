"""The table of kinds: each has a value that is one, words for it, and a refusal in one line."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, get_args

import pytest

from data.errors import InputError
from data.marks import KINDS, check, told
from data.model import Mark, MarkedPassage, MarkKind

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


LONG = [
    ("tag", "x" * 501), ("untag", "x" * 501), ("title", "x" * 2_001), ("note", "x" * 100_001),
    ("source", "x" * 100_001), ("join-names", json.dumps(["Ada", "x" * 501])),
    ("event", json.dumps({"title": "x" * 2_001})), ("event", json.dumps({"title": "a", "who": ["x" * 501]})),
    ("event", json.dumps({"title": "a", "where": ["x" * 501]})),
    ("event", json.dumps({"title": "a", "tags": ["x" * 501]})),
    ("event", json.dumps({"title": "a", "citation": "x" * 100_001})),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value"), LONG)
def test_what_is_too_long_is_refused_without_being_told_whole(kind: str, value: str) -> None:
    with pytest.raises(InputError, match=r"Too long: .* letters, more than [\d,]+\. Shorten it\.") as refused:
        check(mark(kind, value))
    assert len(str(refused.value)) < 100
    told(mark(kind, value))  # what an earlier dateline kept is told


@pytest.mark.parametrize("change", [{"id": "x" * 501}, {"by": "x" * 501}, {"turned_by": "x" * 501}])
def test_names_and_ids_have_an_end(change: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="Too long"):
        check(replace(mark("tag", "port"), **change))


@pytest.mark.parametrize("bounds", [(-1, 5), (6, 5), (0, 10**30)])
def test_a_passage_is_where_a_text_may_be(bounds: tuple[int, int]) -> None:
    passage = MarkedPassage(document="d", start_char=bounds[0], end_char=bounds[1], text="It rained.")
    with pytest.raises(InputError, match="where no text does"):
        check(replace(mark("tag", "port"), passages=(passage,)))
