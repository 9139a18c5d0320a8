"""Notices of sites, written in sentences under a neutral headline, are no articles; reports on them are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from data.reading import read_bytes

_TEXTS = tomllib.loads(Path(__file__).with_name("notices.toml").read_text(encoding="utf-8"))
_NOTICES = {one["name"]: one["text"] for one in _TEXTS["notice"]}
_ARTICLES = {one["name"]: one["text"] for one in _TEXTS["article"]}

_BRIDGE = """Bridge at Brume opens after nine years

By Ida Holm

The bridge at Brume was opened on Monday, 6 May 2024, nine years after the old one fell during a flood.

Clara Voss, the mayor, cut the ribbon at noon. The bridge cost 40 million, twice as much as was planned.
"""
_PAYWALL = "To continue reading this article, subscribe or log in. Our offer ends on 31 December 2024."


def _kinds(text: str) -> list[str]:
    return [document.kind for document in read_bytes("page.txt", text.encode()).documents]


@pytest.mark.parametrize("name", _NOTICES)
def test_a_notice_is_no_article(name: str) -> None:
    assert set(_kinds(_NOTICES[name])) <= {"error", "furniture"}


@pytest.mark.parametrize("name", _ARTICLES)
def test_a_report_is_an_article(name: str) -> None:
    assert _kinds(_ARTICLES[name]) == ["article"]


@pytest.mark.parametrize("name", _ARTICLES)
def test_no_paragraph_of_a_report_is_furniture(name: str) -> None:
    (document,) = read_bytes("page.txt", _ARTICLES[name].encode()).documents
    assert document.furniture == ()


def test_a_notice_before_an_article_is_none_of_it() -> None:
    menu = "\n".join(("Home", "World", "Business", "Sport"))
    found = read_bytes("page.txt", f"{_NOTICES['gdpr']}\n{menu}\n\n{_BRIDGE}".encode()).documents
    (article,) = (document for document in found if document.kind == "article")
    assert article.text.startswith("Bridge at Brume")


def test_an_invitation_to_subscribe_is_furniture() -> None:
    (document,) = read_bytes("page.txt", f"{_BRIDGE}\n{_PAYWALL}\n".encode()).documents
    assert [document.text[start:end] for start, end in document.furniture] == [_PAYWALL]


@pytest.mark.parametrize(
    "text",
    [
        "404",
        "Error 404",
        "404 - That's an error.",
        "503 Service Unavailable",
        "Access denied.",
        "Request blocked.",
        "This page can't be reached because coastpost.example took too long to respond.",
        "Please verify you are a human by completing the action below.",
    ],
)
def test_one_line_of_an_error_page(text: str) -> None:
    assert _kinds(text) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "404 people were stranded in Brume",
        "500 people marched through Brume on Monday against the closure of the ferry line to Kesta.",
        "Ferry page can't be reached since Monday, service unavailable for thousands who wait in Brume.",
        "Access denied to the harbour of Brume for all ships from the south until Friday.",
        "You can't have the bridge, the page could not be found, said the office of the mayor on Monday.",
    ],
)
def test_one_line_that_reports(text: str) -> None:
    assert _kinds(text) == ["article"]
