"""Web pages: the article without its furniture, what the head says, and the date with its evidence."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from data.model import Document
from data.reading import NOTHING_GIVEN, Given, read_bytes
from data.reading.making.known_formats import format_of
from data.reading.opening import limits

STORIES = tomllib.loads(Path(__file__).with_name("captures.toml").read_text(encoding="utf-8"))["stories"]
PARAGRAPHS = STORIES["ferry"]["paragraphs"]
MENU = "<nav><ul><li><a href=/w>World</a><li>Politics</ul></nav><div>Friday, 1 November 2024</div>"
RELATED = "<aside><h3>Related</h3><a href=/x>Painter gives his house</a> <time>2024-10-30</time></aside>"


def page(head: str = "", before: str = "", html: str = '<html lang="en">') -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html>{html}<head><meta charset='utf-8'><title>Ferry returns | Post</title>{head}</head>"
        f"<body>{MENU}<article><h1>Island ferry returns</h1>{before}{body}</article>{RELATED}"
        "<footer>Copyright 2023 Coast Post</footer></body></html>"
    )


def linked(**fields: Any) -> str:
    data = json.dumps({"@graph": [{"@type": "NewsArticle", **fields}]})
    return f'<script type="application/ld+json">{data}</script>'


def document(text: str | bytes, given: Given = NOTHING_GIVEN) -> Document:
    reading = read_bytes("x.html", text.encode() if isinstance(text, str) else text, given)
    assert reading.troubles == ()
    (only,) = reading.documents
    return only


def test_the_article_without_its_furniture() -> None:
    read_one = document(page())
    assert read_one.text == "\n\n".join(("Island ferry returns", *PARAGRAPHS))
    assert (read_one.kind, read_one.span, read_one.line, read_one.language) == ("article", None, None, "en")


@pytest.mark.parametrize(
    ("behind", "publisher"),
    [
        (" | Coast Post", "Coast Post"),
        (" - Harbour - The Coast Post", "The Coast Post"),
        ("", None),
        (" - 14 dead", None),
        (" - what we know about the night on which it came back so late", None),
    ],
)
def test_the_paper_is_named_behind_the_headline_in_the_title_of_the_page(
    behind: str, publisher: str | None
) -> None:
    text = page().replace("Ferry returns | Post", f"Island ferry returns{behind}")
    assert document(text).publisher == publisher


def test_title_byline_publisher_and_address() -> None:
    head = (
        '<meta property="og:title" content="Island ferry returns"><meta name="author" content="Jonas Lind">'
        '<link rel="canonical" href="https://www.coast.example/ferry">'
    )
    read_one = document(page(head + linked(publisher={"name": "Coast Post"})))
    assert (read_one.title, read_one.byline) == ("Island ferry returns", "Jonas Lind")
    assert (read_one.publisher, read_one.url) == ("Coast Post", "https://www.coast.example/ferry")
    named_by_host = page('<link rel="canonical" href="https://www.coast.example/ferry">')
    assert document(named_by_host).publisher in ("Coast Post", "coast.example")


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ({"@type": "Person", "name": "Jonas Lind"}, "Jonas Lind"),
        ([{"name": "Jonas Lind"}, {"name": "Ida Holm"}], "Jonas Lind, Ida Holm"),
        ("Jonas Lind", "Jonas Lind"),
        ({"@type": "Organization", "name": "Coast Post"}, None),
        ("https://coast.example/jonas", None),
        ({"name": None}, None),
        (7, None),
    ],
)
def test_who_wrote_by_linked_data(author: Any, byline: str | None) -> None:
    assert document(page(linked(author=author))).byline == byline


def test_who_wrote_by_the_head_of_the_article() -> None:
    assert document(page("", '<p class="byline author">Jonas Lind</p>')).byline == "Jonas Lind"


@pytest.mark.parametrize(
    ("head", "before", "value", "evidence"),
    [
        (linked(datePublished="2024-03-04T18:20:00+01:00"), "", "2024-03-04T18:20:00+01:00", "datePublished"),
        (linked(dateModified="2024-03-09", datePublished="2024-03-04"), "", "2024-03-04", "datePublished"),
        (
            '<meta property="article:published_time" content="2024-03-04T17:20:00Z">',
            "",
            "2024-03-04T17:20:00Z",
            "article:published_time",
        ),
        ('<meta name="DC.date.issued" content="1998-03-04">', "", "1998-03-04", "DC.date.issued"),
        (
            '<link rel="canonical" href="https://c.example/2024/03/04/ferry">',
            "",
            "2024-03-04",
            "/2024/03/04/",
        ),
        ("", '<time datetime="2024-03-04T18:20">4 March</time>', "2024-03-04", "4 March"),
        ("", '<p class="byline-date">Published 4 March 2024</p>', "2024-03-04", "Published 4 March 2024"),
    ],
)
def test_the_date_a_page_states_with_its_evidence(head: str, before: str, value: str, evidence: str) -> None:
    published = document(page(head, before)).published
    assert (published.value, published.basis) == (value, "stated")
    assert evidence in (published.evidence or "")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "<p>The bridge fell on 2019-05-03, they say.</p>",
        "<aside><time>2024-10-30</time></aside>",
        "<footer><p class='date'>© 2024 Coast Media, 30 October 2024</p></footer>",
        "<nav><time datetime='2024-10-30'>Today</time></nav>",
        "<div id='wm-ipp-base'><span class='date'>Wayback Machine, 30 October 2024</span></div>",
        "<aside class='related'><li>Ferry sold <time datetime='2024-10-30'>30 October</time></li></aside>",
    ],
)
def test_days_of_capture_and_of_other_stories_are_no_publication_date(before: str) -> None:
    assert document(page(before=before)).published.basis == "unknown"


def test_what_the_user_gave_wins() -> None:
    read_one = document(page(linked(datePublished="2024-03-04")), Given.of("2020", "fr"))
    assert (read_one.published.value, read_one.published.basis) == ("2020", "given")
    assert read_one.language == "fr"


def test_a_declared_language_that_the_text_belies() -> None:
    german = "<p>Der Minister sagte am Montag, dass die Gespräche nützlich waren und nicht zu Ende sind.</p>"
    assert document(f"<html lang='en-US'><body>{german * 3}</body></html>").language == "de"
    assert document(f"<html lang='da-DK'><body>{german * 3}</body></html>").language == "da"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "utf-16"])
def test_encodings_that_the_page_declares(encoding: str) -> None:
    text = "Президент приехал в понедельник вечером и встретился с министром."
    source = f"<html><head><meta charset={encoding}></head><body><p>{text}</p></body></html>"
    assert document(source.encode(encoding)).text == text


def test_latin_1_means_the_windows_code_page() -> None:
    source = "<html><head><meta charset=iso-8859-1></head><body><p>“Voilà”</p></body></html>"
    assert document(source.encode("cp1252")).text == "“Voilà”"


def test_a_page_without_an_article_is_read_as_seen() -> None:
    read_one = document("<p>It rained.</p><ul><li>One<li>Two</ul>")
    assert read_one.text == "It rained.\n\n- One\n- Two"


def test_several_stories_on_a_page_stay_one_document() -> None:
    stories = "".join(f"<article><h2>Story {n}</h2><p>{PARAGRAPHS[n]}</p></article>" for n in range(3))
    read_one = document(f"<html><body>{stories}</body></html>")
    assert all(paragraph in read_one.text for paragraph in PARAGRAPHS[:3])
    assert read_one.published.basis == "unknown"


def test_a_page_that_asks_for_a_human_is_an_error_page() -> None:
    text = (
        "We have detected unusual activity from your network",
        "To continue, please show that you are not a robot.",
        "Please make sure your browser supports JavaScript and cookies and that you do not block them.",
    )
    source = "".join(f"<p>{line}</p>" for line in text)
    assert document(f"<html><body>{source}</body></html>").kind == "error"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<html></html>", "no text"),
        (b"<html><body><script>draw()</script></body></html>", "no text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff", "binary"),
        (b"<p " + b" ".join(b"a%d=1" % n for n in range(5000)) + b">x</p>", "attributes"),
    ],
)
def test_a_bad_page_is_one_trouble(data: bytes, reason: str) -> None:
    reading = read_bytes("x.html", data)
    assert reading.documents == ()
    (only,) = reading.troubles
    assert reason in only.reason


def test_a_truncated_page_is_read_as_far_as_it_goes() -> None:
    source = page()
    assert PARAGRAPHS[0] in document(source[: source.index(PARAGRAPHS[2])]).text


def test_entities_are_not_loaded_and_do_not_grow() -> None:
    bomb = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">'
    text = document(f"<!DOCTYPE html [{bomb}]><html><body><p>Rain &b; and &f; wind</p></body></html>").text
    assert "aaaa" not in text
    assert "root:" not in text


def test_a_page_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGE_BYTES", 500)
    assert "MB" in read_bytes("x.html", page().encode()).troubles[0].reason


def test_a_page_of_too_many_elements_is_taken_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGE_ELEMENTS", 5)
    text = document(page()).text
    assert "Politics" in text
    assert PARAGRAPHS[0] in text


@pytest.mark.parametrize(
    "source", [page(), "\ufeff  <html>x", '<?xml version="1.0"?><!-- a --><HTML>', "<!doctype HTML>"]
)
def test_a_page_without_a_name_is_recognised(source: str) -> None:
    assert vars(format_of("-", source.encode()))["__name__"].endswith("from_html")
