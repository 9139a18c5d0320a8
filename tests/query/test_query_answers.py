"""What queries select in a small collection, and that no text a user types breaks the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data import days
from data.errors import QueryError
from data.query import FIELDS, parse, select
from data.store import open_collection
from data.store.protocol import ReadingStore, Store
from data.store.records import Selection
from tests.store.brute_force import Oracle
from tests.store.made import document, event, passage, put

TODAY = days.ordinal(2024, 9, 5)
NPR = document(
    "npr", "Modi met Putin in Samarkand.", "This is not an era of war.", "Café owners rejoiced.",
    publisher="NPR News", title="A regional summit", path="wires/npr_0422.txt",
)  # fmt: skip
HINDU = document("hindu", "मोदी ने पुतिन से कहा.", "Trade grew.", publisher="The Hindu", title="Trade", path="-")
EVENTS = [
    event("old", "../2015", [passage(HINDU, "Trade grew.")], title="Trade before", kind="state"),
    event(
        "samarkand", "2022-09-16",
        [passage(NPR, "Modi met Putin in Samarkand."), passage(NPR, "This is not an era of war.")],
        title="Modi and Putin meet", who=("Narendra Modi", "Vladimir Putin"), where=("Samarkand",),
        tags=("Summit",), publishers=2,
    ),
    event(
        "cafe", "2023", [passage(NPR, "Café owners rejoiced.")],
        title="Don't \"quote\" me", note="", who=("Ødegård",),
    ),
    event("hindi", "2024-01", [passage(HINDU, "मोदी ने पुतिन से कहा.")], title="मोदी", modality="planned"),
    event("open", "2024-01-01/..", [passage(HINDU, "Trade grew.")], title="C++ & trade"),
    event("undated", None, [passage(NPR, "Café owners rejoiced.")], title="Undated", verification="verified"),
]  # fmt: skip
ALL = [each.id for each in EVENTS]

SELECTED = [
    ("", ALL),
    ("modi", ["samarkand"]),
    ("MODI pUtIn", ["samarkand"]),
    ("mod", ["samarkand"]),
    ('"mod"', []),
    ('"modi"', ["samarkand"]),
    ('"an era of war"', ["samarkand"]),
    ('"war an era"', []),
    ('"samarkand this"', []),  # from one passage into the next
    ('"meet modi"', []),  # from the title into a passage
    ("summit", []),  # the title of a document and a tag, not of an event
    ("cafe", ["cafe", "undated"]),
    ("café", ["cafe", "undated"]),
    ("CAFÉ", ["cafe", "undated"]),
    ("मोदी", ["hindi"]),
    ("मो", ["hindi"]),
    ("don't", ["cafe"]),
    ("C++", ["cafe", "open", "undated"]),  # the beginning of a word, here c
    ("trade -before", ["open"]),
    ("-trade", ["samarkand", "cafe", "hindi", "undated"]),
    ("not (modi OR trade)", ["cafe", "hindi", "undated"]),
    ("modi OR before", ["old", "samarkand"]),
    ("who:modi", ["samarkand"]),
    ("who:narendra", ["samarkand"]),
    ('who:"Narendra Modi"', ["samarkand"]),
    ('who:"Modi Vladimir"', []),
    ("who:samarkand", []),
    ("where:sam", ["samarkand"]),
    ("source:npr", ["samarkand", "cafe", "undated"]),
    ("source:hindu", ["old", "hindi", "open"]),
    ("source:summit", ["samarkand", "cafe", "undated"]),
    ("source:0422", ["samarkand", "cafe", "undated"]),
    ('source:"wires/npr_0422.txt"', ["samarkand", "cafe", "undated"]),
    ("-source:npr", ["old", "hindi", "open"]),
    ("tag:summit", ["samarkand"]),
    ("-tag:summit -is:undated", ["old", "cafe", "hindi", "open"]),
    ("has:note", ["cafe"]),
    ("status:verified", ["undated"]),
    ("-status:verified", ALL[:-1]),
    ("is:marked", ["samarkand", "cafe", "undated"]),
    ("is:state", ["old"]),
    ("is:planned", ["hindi"]),
    ("is:undated", ["undated"]),
    ("is:single-source", ["old", "cafe", "hindi", "open", "undated"]),
    ("is:new", []),
    ("on:2015", ["old"]),
    ("on:1900", ["old"]),
    ("on:2016", []),
    ("on:2022-09", ["samarkand"]),
    ("on:2024", ["hindi", "open"]),
    ("on:2099", ["open"]),
    ("on:2023-06/..", ["cafe", "hindi", "open"]),
    ("after:2022", ["cafe", "hindi", "open"]),
    ("after:2022-09-15", ["samarkand", "cafe", "hindi", "open"]),
    ("after:2022-09-16", ["cafe", "hindi", "open"]),
    ("before:2016", ["old"]),
    ("before:2015", []),
    ("before:2023", ["old", "samarkand"]),
    ('before:"last summer"', ["old", "samarkand", "cafe", "hindi"]),
    ("-before:2023 -after:2022", ["undated"]),
    ("modi after:2020", ["samarkand"]),
    ("trade OR on:2023", ["old", "cafe", "open"]),
    ("(who:modi OR is:planned) after:2022-09-16", ["hindi"]),
]


@pytest.fixture(scope="module")
def store(new_address: Callable[[], str]) -> Iterator[ReadingStore]:
    address = new_address()
    with closing(open_collection(address, writing=True)) as writer:
        put(writer, NPR, HINDU)
        writer.replace_events(EVENTS)
    with closing(open_collection(address)) as reader:
        yield reader


def ids(store: ReadingStore, selection: Selection) -> list[str]:
    return [row.id for row in store.rows(selection, 0, 99)]


@pytest.mark.parametrize(("text", "expected"), SELECTED, ids=[text for text, _ in SELECTED])
def test_what_is_selected(store: ReadingStore, text: str, expected: list[str]) -> None:
    selection = select(text, today=TODAY)
    assert ids(store, selection) == expected
    assert store.count(selection) == len(expected)
    assert [each.id for each in store.events(selection)] == expected


def ask(store: Any, text: str) -> None:
    """Any text is either told as a mistake or answered."""
    try:
        selection = select(text, today=TODAY)
    except QueryError:
        return
    store.forget()
    found = ids(store, selection)
    store.forget()
    assert store.count(selection) == len(found)
    assert sum(period.events for period in store.periods(selection, "year")) <= len(found)
    store.rank(selection, TODAY)


typed = st.text(
    st.sampled_from("ab é\"'*^+-:(){}[]|&~.,;\\/<>=?%_\0\n\ud800\ue000“”९") | st.characters(), max_size=14
)
operators = ("AND", "OR", "NOT", "NEAR", "not", "-", "(", ")", "NEAR(", "{title}", "title", "passage")
fields = tuple(f"{rule.name}:" for rule in FIELDS if rule.kind != "date")
pieces = st.lists(typed | st.sampled_from(operators + fields), max_size=7)


@settings(max_examples=300, deadline=None)
@given(typed)
@example('"')
@example("a*")
@example("^a")
@example("{title} : a")
@example("a NEAR(b)")
@example("\0")
@example("a\0b")
@example("\ud800")
@example("who:\ud800a")
@example("\ue000")
@example("\u0301")
@example("🙂")
@example("𐑀")
def test_any_text_is_told_or_answered(store: Store, text: str) -> None:
    ask(store, text)


@settings(max_examples=200, deadline=None)
@given(pieces)
def test_any_mixture_is_told_or_answered(store: Store, parts: list[str]) -> None:
    ask(store, " ".join(parts))
    ask(store, "".join(parts))


terms = st.sampled_from([
    "modi", "trade", "zzz", '"era of"', "who:putin", "where:samarkand", "source:npr", "on:2022", "on:2024/..",
    "after:2020", "before:2023", "is:undated", "is:state", "tag:summit", "has:note", "status:verified",
])  # fmt: skip
trees = st.recursive(
    terms,
    lambda inner: (
        st.builds("-({})".format, inner)
        | st.builds("({} {})".format, inner, inner)
        | st.builds("({} OR {})".format, inner, inner)
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(trees)
def test_any_combination_selects_what_its_tree_says(store: Store, text: str) -> None:
    root = parse(text, today=TODAY).root
    oracle = Oracle({"npr": NPR, "hindu": HINDU}, frozenset(ALL))
    expected = [each.id for each in EVENTS if oracle.selects(root, each)]
    selection = select(text, today=TODAY)
    assert ids(store, selection) == expected
    assert store.count(selection) == len(expected)


def test_the_most_terms_are_answered(store: Store) -> None:
    for text in (
        " ".join(["modi"] * 200),
        " OR ".join(["modi"] * 200),
        " OR ".join(["modi", "is:state"] * 100),
        " ".join(f"-zzz{year} after:{year}" for year in range(1922, 2022)),
        " ".join(["modi", *(f"--after:{year}" for year in range(1922, 2022))]),
        " ".join(["modi", *(f"before:{year}" for year in range(2023, 2099))]),
        "(" * 40 + "modi" + ")" * 40,
        "-(" * 20 + "modi" + ")" * 20,
        "(modi OR (" * 20 + "modi" + "))" * 20,
    ):
        assert "samarkand" in ids(store, select(text))
