"""Which links of a page are kept, and that they stay on their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from data.model import Link
from data.reading import read_bytes
from data.reading.markup.text import linked_text_of
from data.reading.pages.lines import running_text
from data.reading.pages.page import Page, PageLine
from data.reading.texts.links import MOST_LINKS, Linked, address_of, concatenated

REPORT = "https://harbour.example/report"
MAIL = "mailto:desk@harbour.example"


def test_a_link_stays_on_its_words_where_a_broken_word_is_made_whole() -> None:
    first = "The reopening of the har-"
    line = PageLine(first, 10, 90, 100, 10, (Link(4, 25, REPORT),))
    below = PageLine("bour, says the re\ufffeport", 10, 60, 88, 10, (Link(11, 22, MAIL),))
    text = running_text([Page((line, below), 200)])
    assert [(text.text[one.start_char : one.end_char], one.address) for one in text.links] == [
        ("reopening of the har", REPORT), ("the report", MAIL)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (f" {REPORT}\n", REPORT),
        ("HTTP://coast.example", "HTTP://coast.example"),
        ("https://küste.example/fähre", "https://küste.example/fähre"),
        ("mailto:ann@coast.example", "mailto:ann@coast.example"),
        ("/crew", None),
        ("#crew", None),
        ("", None),
        (None, None),
        ("https:", None),
        ("mailto:", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://coast.example/\x1b]8;;", None),
        ("https://coast.example/\u202egnp", None),
        ("https://coast.example/a b", None),
        ("https://[coast", None),
        (f"https://coast.example/{'x' * 2000}", None),
    ],
)
def test_which_addresses_are_kept(written: str | None, kept: str | None) -> None:
    assert address_of(written) == kept


def test_links_are_bounded_in_number() -> None:
    text = "".join(f"[a]({REPORT}) " for _ in range(MOST_LINKS + 5))
    (document,) = read_bytes("x.md", text.encode()).documents
    assert len(document.links) == MOST_LINKS


WORDS = st.text(alphabet="ab .\t\n\u00a0\u200b|-", max_size=8)
NODES = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda tag, nodes: f"<{tag} href='{REPORT}'>{''.join(nodes)}</{tag}>",
        st.sampled_from(["a", "p", "li", "b", "td", "tr", "table", "br", "script"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@given(st.lists(NODES, min_size=1, max_size=5))
def test_links_are_words_of_the_text(nodes: list[str]) -> None:
    text, links = linked_text_of(html.fromstring(f"<html><body>{''.join(nodes)}</body></html>"))
    for one in links:
        words = text[one.start_char : one.end_char]
        assert words
        assert words == words.strip()
    assert list(links) == sorted(links, key=lambda one: (one.start_char, one.end_char))


@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=6))
def test_links_keep_their_letters_when_white_space_changes(pieces: list[tuple[str, bool]]) -> None:
    parts = [
        Linked(words, (Link(0, len(words), "a"),) if is_link and words == words.strip() != "" else ())
        for words, is_link in pieces
    ]
    whole = concatenated(parts)
    spaced = whole.spaced(" ".join(whole.text.split()))
    for before, after in zip(whole.links, spaced.links, strict=True):
        words = whole.text[before.start_char : before.end_char]
        assert "".join(spaced.text[after.start_char : after.end_char].split()) == "".join(words.split())
