"""The query language: what is read as what, and every mistake told with its place."""

from __future__ import annotations

from typing import get_args

import pytest

from data import days
from data.errors import QueryError
from data.model import Verification
from data.query import FIELDS, OPERATORS, parse
from data.query.compile_sqlite import CONDITIONS, compile_query
from data.query.parse import MOST_DEPTH, MOST_TERMS
from data.query.terms import sort_of
from data.query.tree import And, Field, Node, Not, Or, When, Words

TODAY = days.ordinal(2024, 9, 5)
A, B, C = Words("a"), Words("b"), Words("c")
YEAR_2019 = days.year_span(2019)

READ: list[tuple[str, Node | None]] = [
    ("", None),
    ("  \t\n", None),
    ("a", A),
    ("a b", And((A, B))),
    ("a AND b", And((A, B))),
    ("a OR b", Or((A, B))),
    ("a b OR c", Or((And((A, B)), C))),
    ("a OR b c OR c", Or((A, And((B, C)), C))),
    ("(a OR b) c", And((Or((A, B)), C))),
    ("(((a)))", A),
    ("not a", Not(A)),
    ("NOT a", Not(A)),
    ("-a", Not(A)),
    ("- a", Not(A)),
    ("not not a", Not(Not(A))),
    ("--a", Not(Not(A))),
    ("not a b", And((Not(A), B))),
    ("-(a OR b)", Not(Or((A, B)))),
    ("or", Words("or")),
    ("and", Words("and")),
    ("notable ORAN", And((Words("notable"), Words("ORAN")))),
    ("Not", Words("Not")),
    ('"OR"', Words("OR", exact=True)),
    ('"a b"', Words("a b", exact=True)),
    ("“a b”", Words("a b", exact=True)),
    ('-"a b"', Not(Words("a b", exact=True))),
    ('a"b"c', And((A, Words("b", exact=True), C))),
    ("post-9/11", Words("post-9/11")),
    ("10:30", Words("10:30")),
    ("(a)b", And((A, B))),
    ("who:modi", Field("who", "modi")),
    ("WHO:modi", Field("who", "modi")),
    ('where:"New Delhi"', Field("where", "New Delhi", exact=True)),
    ("-who:modi", Not(Field("who", "modi"))),
    ("not who:modi", Not(Field("who", "modi"))),
    ("source:dw.com", Field("source", "dw.com")),
    ("tag:follow-up", Field("tag", "follow-up", exact=False)),
    ('tag:"two words"', Field("tag", "two words", exact=True)),
    ("is:conflict", Field("is", "conflict")),
    ("is:Single-Source", Field("is", "single-source")),
    ("status:verified", Field("status", "verified")),
    ("has:note", Field("has", "note")),
    ("on:2019", When("on", *YEAR_2019)),
    ("after:2019", When("after", *YEAR_2019)),
    ("before:2019", When("before", *YEAR_2019)),
    ("on:../2019", When("on", None, YEAR_2019[1])),
    ('before:"last summer"', When("before", days.ordinal(2024, 6), days.ordinal(2024, 8, 31))),
]

MISTAKES = [
    # query, position of the mark, a part of the reason, a part of the hint
    ("whom:x", 0, "no field “whom”", "who?"),
    ("a surce:x", 2, "no field “surce”", "source?"),
    ("http://x.org", 0, "no field “http”", "quote"),
    ("zzz:x", 0, "no field “zzz”", "who, where, source"),
    ("who:", 4, "nothing after it", "who:modi"),
    ("who: modi", 4, "nothing after it", "who:modi"),
    ("(who:)", 5, "nothing after it", "who:modi"),
    ('who:""', 4, "nothing between the quotes", "Put words in"),
    ('"', 0, "not closed", 'Put a "'),
    ('a "b c', 2, "not closed", 'Put a "'),
    ('who:"b c', 4, "not closed", 'Put a "'),
    ("is:conflct", 3, "knows no “conflct”", "is:conflict?"),
    ("a is:zzz", 5, "knows no “zzz”", "planned"),
    ("status:true", 7, "knows no “true”", "verified"),
    ("has:passage", 4, "knows no “passage”", "note"),
    ("on:blub", 3, "“blub” is no date", "2022-09-16"),
    ("a on:2022-13", 5, "no month 13", "2022-09"),
    ("on:2022-02-30", 3, "February 2022 has no day 30", "2022-09"),
    ("on:2022/2019", 3, "ends before it begins", "2022"),
    ("on:03/04/2021", 3, "3 April or 4 March 2021", "2022-09-16"),
    ("after:2019/..", 6, "no last day", "on:"),
    ("before:../2019", 7, "no first day", "on:"),
    ("a OR", 4, "missing here", "Put one in."),
    ("OR a", 0, "missing here", "OR"),
    ("a OR OR b", 5, "missing here", "OR"),
    ("a AND", 5, "missing here", "Put one in."),
    ("AND a", 0, "missing here", 'quote the word: "AND"'),
    ("not", 3, "missing here", "Put one in"),
    ("a -", 3, "missing here", "Put one in"),
    ("a (b", 2, "not closed", "Put a )"),
    ("a)", 1, "never opened", "Take it out"),
    ("()", 1, "missing here", "Put one in"),
    ("a & b", 2, "no letter or digit", "Take it out"),
    ("who:!", 4, "no letter or digit", "Take it out"),
    ('"..."', 0, "no letter or digit", "Take it out"),
]


@pytest.mark.parametrize(("text", "root"), READ, ids=[text for text, _ in READ])
def test_what_is_read_as_what(text: str, root: Node | None) -> None:
    query = parse(text, today=TODAY)
    assert query.root == root
    assert query.text == text


@pytest.mark.parametrize(("text", "position", "reason", "hint"), MISTAKES, ids=[m[0] for m in MISTAKES])
def test_mistakes_are_told_with_their_place(text: str, position: int, reason: str, hint: str) -> None:
    with pytest.raises(QueryError) as mistake:
        parse(text, today=TODAY)
    assert mistake.value.position == position
    assert reason in mistake.value.reason
    assert hint in mistake.value.hint
    assert mistake.value.query == text
    assert "\n" not in str(mistake.value)


def test_too_much_is_refused() -> None:
    parse(" ".join(["a"] * MOST_TERMS))
    with pytest.raises(QueryError, match="more than"):
        parse(" ".join(["a"] * (MOST_TERMS + 1)))
    parse("(" * MOST_DEPTH + "a" + ")" * MOST_DEPTH)
    for deep in ("(" * 5_000, "-" * 5_000, "not " * 5_000):
        with pytest.raises(QueryError, match="inside one another"):
            parse(deep)


def test_dates_are_told_as_they_were_read() -> None:
    query = parse('after:2023-24 OR before:"last summer" OR on:../2019', today=TODAY)
    winter, summer, past = query.readings
    assert (winter.text, winter.precision) == ("2023-24", "season")
    assert (winter.start, winter.end) == (days.ordinal(2023, 12), days.ordinal(2024, 2, 29))
    assert winter.how == "EDTF, season"
    assert (summer.text, summer.precision) == ("last summer", "season")
    assert summer.how == "a season of the northern hemisphere, counted from 2024-09-05"
    assert (past.start, past.end) == (None, days.ordinal(2019, 12, 31))


class TestTable:
    @pytest.mark.parametrize("rule", FIELDS, ids=[rule.name for rule in FIELDS])
    def test_examples_are_queries(self, rule: object) -> None:
        assert isinstance(rule, type(FIELDS[0]))
        assert rule.example.startswith(f"{rule.name}:")
        assert compile_query(parse(rule.example, today=TODAY)).text == rule.example
        for choice, meaning in rule.choices:
            assert meaning
            assert parse(f"{rule.name}:{choice}").root == Field(rule.name, choice)

    @pytest.mark.parametrize("example", [example for example, _ in OPERATORS])
    def test_operators_are_queries(self, example: str) -> None:
        assert not compile_query(parse(example)).is_everything

    def test_every_word_of_is_is_compiled(self) -> None:
        (rule,) = [rule for rule in FIELDS if rule.name == "is"]
        assert {choice for choice, _ in rule.choices if sort_of(Field("is", choice)) is None} == set(
            CONDITIONS
        )

    def test_every_verification_is_a_status(self) -> None:
        (rule,) = [rule for rule in FIELDS if rule.name == "status"]
        assert tuple(choice for choice, _ in rule.choices) == get_args(Verification)
