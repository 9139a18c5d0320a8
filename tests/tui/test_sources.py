"""What is done with a source: cited, quoted, explained, compared, opened where it stands."""

from __future__ import annotations

import base64
import re
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from data.model import Link
from tests.helpers.piloted import NARROW, WIDE, lines, started, text
from tui.doing.outside import Outside
from tui.outside.clipboard import copy_sequence
from tui.outside.originals import Opening, Original, opening
from tui.screens.compare import CompareScreen
from tui.screens.quotation import QuotationScreen
from tui.screens.why import WhyScreen
from tui.text.why import why_text


def copied(app, monkeypatch) -> list[str]:
    """What the terminal is asked to put on its clipboard from now on."""
    texts: list[str] = []

    def write(sequence: str) -> None:
        found = re.findall(r"\x1b\]52;c;([^\x07]*)\x07", sequence)
        texts.extend(base64.b64decode(one).decode() for one in found)

    monkeypatch.setattr(app._driver, "write", write)
    return texts


async def test_cite_copies_the_citation_and_says_it(address, monkeypatch):
    async with started(address, NARROW) as (app, pilot):
        texts = copied(app, monkeypatch)
        await pilot.press("j", "j", "J", "y")
        assert texts == ["Harbour Gazette, 6 September 2019, line 3"]
        assert "copied: Harbour Gazette, 6 September 2019, line 3" in text(app)
        await pilot.press("k")
        assert "copied" not in text(app)


async def test_quote_copies_the_passage_and_shows_it(address, monkeypatch):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        texts = copied(app, monkeypatch)
        await pilot.press("Y")
        await pilot.pause()
        assert isinstance(app.screen, QuotationScreen)
        [quoted] = texts
        assert quoted.startswith("“Delhi received the visitor on 6 December 2021.” (Pacific Ledger, 7 Dec")
        assert "“Delhi received the visitor" in text(app)
        await pilot.press("q")
        await pilot.pause()
        assert "source 1 of 2" in text(app)


def test_a_sequence_is_wrapped_for_what_hands_it_on():
    bare = copy_sequence("date", {})
    assert bare == "\x1b]52;c;ZGF0ZQ==\x07"
    assert copy_sequence("date", {"TMUX": "/x,1,0"}) == f"{bare}\x1bPtmux;\x1b{bare}\x1b\\"
    pieces = copy_sequence("date " * 300, {"TERM": "screen.xterm-256color"})
    assert all(len(piece) <= 520 for piece in pieces.split("\x1b\\"))
    assert pieces.replace("\x1bP", "").replace("\x1b\\", "") == copy_sequence("date " * 300, {})


async def test_why_tells_phrase_anchor_rule_and_interval(address):
    async with started(address) as (app, pilot):
        await pilot.press("j", "j", "p")
        await pilot.pause()
        assert isinstance(app.screen, WhyScreen)
        shown = text(app)
        for said in (
            "6 December 2021", "phrase    “6 December 2021”", "anchor    as written", "rule      test",
            "document  7 December 2021, stated in the document", "evidence  its head",
        ):  # fmt: skip
            assert said in shown


def test_why_a_passage_without_a_phrase_has_its_date(session):
    event, passage = session.event(), session.passage()
    said = why_text(event, replace(passage, expression=None), None)
    words = ["".join(piece for piece, _ in pieces) for _, pieces in said]
    assert "phrase    none: the passage takes the day that its document is about" in words


def test_why_tells_the_time_that_a_passage_tells(session):
    event, passage = session.event(), session.passage()
    said = why_text(replace(event, clock="T10:15"), replace(passage, clock="T10:15/APPROX EDT"), None)
    words = ["".join(piece for piece, _ in pieces) for _, pieces in said]
    assert words[0].startswith("5 September 2019, 10:15  ")
    assert "time      about 10:15 EDT, as this passage tells it" in words


async def test_next_expression_and_previous_expression_are_walked_with_their_meaning(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("enter")
        await pilot.pause()
        row = next(line for line in lines(app) if "Vladivostok on" in line)
        assert row.rstrip().endswith("5 Sep 2019")
        await pilot.press("]")
        assert "“The harbour was quiet” is DATE The harbour was quiet, no days" in text(app)
        await pilot.press("]")
        assert "“6 December 2021” is 6 December 2021, as written" in text(app)
        await pilot.press("]")
        assert "No later time expression" in text(app)
        await pilot.press("[", "[")
        assert "“5 September 2019” is 5 September 2019" in text(app)
        await pilot.press("[")
        assert "No earlier time expression" in text(app)


async def test_compare_puts_sources_side_by_side(address):
    async with started(address, WIDE) as (app, pilot):
        await pilot.press("C")
        assert "Only one document tells of this event." in text(app)
        await pilot.press("j", "j", "C")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        row = next(line for line in lines(app) if "Pacific Ledger" in line)
        assert "Harbour Gazette" in row
        assert "date    = 6 December 2021" in text(app)
        assert "sources 1–2 of 2 documents" in text(app)
        await pilot.press("J")
        assert "The last source" in text(app)
        await pilot.press("K")
        assert "The first source" in text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert all(len(line) == 80 for line in lines(app))
        await pilot.press("q")


async def test_original_is_opened_with_the_users_program(address, tmp_path, monkeypatch):
    run: list[Opening] = []
    monkeypatch.setattr(Outside, "_run", lambda _screen, found: run.append(found))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGER", "less -R")
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("o")
        assert "gazette.txt is not where it was read" in text(app)
        Path("gazette.txt").write_text("A harbour.\n", encoding="utf-8")
        await pilot.press("o")
    assert run == [Opening(("less", "-R", "+3", str(tmp_path / "gazette.txt")), in_terminal=True)]


@pytest.mark.parametrize("command", [("/no/such/viewer", "a.pdf"), ("viewer", "https://a.example/\0")])
@pytest.mark.parametrize("in_terminal", [False, True])
def test_a_program_that_cannot_be_started_is_told(command, in_terminal):
    said: list[str] = []
    screen: Any = SimpleNamespace(say=said.append, app=SimpleNamespace(suspend=nullcontext))
    Outside(screen)._run(Opening(command, in_terminal))
    assert [f"{command[0]} cannot be started: " in one for one in said] == [True]


async def test_a_document_tells_where_the_passage_links_to(address, monkeypatch):
    async with started(address, WIDE) as (app, pilot):
        here = app.session.passage()
        document = app.session.document(here.document)
        links = (
            Link(here.start_char, here.start_char + 3, "https://harbour.example/report"),
            Link(here.end_char, here.end_char + 3, "https://harbour.example/elsewhere"),
        )
        monkeypatch.setattr(type(app.session), "document", lambda *_: replace(document, links=links))
        await pilot.press("enter")
        await pilot.pause()
        assert "of this event  https://harbour.example/report" in text(app)
        assert "elsewhere" not in text(app)


async def test_links_are_listed_opened_and_copied_with_copy_address(address, monkeypatch):
    run: list[Opening] = []
    monkeypatch.setattr(Outside, "_run", lambda _screen, found: run.append(found))
    monkeypatch.setenv("BROWSER", "w3m")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with started(address, WIDE) as (app, pilot):
        here = app.session.passage()
        document = app.session.document(here.document)
        links = (
            Link(0, 4, "https://harbour.example/home"),
            Link(here.start_char, here.start_char + 15, "https://harbour.example/report"),
        )
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("l")
        assert "This document has no links." in text(app)
        monkeypatch.setattr(type(app.session), "document", lambda *_: replace(document, links=links))
        await pilot.press("l")
        await pilot.pause()
        rows = [line.strip() for line in lines(app)]
        assert rows.index("in the passage") < rows.index("elsewhere in the document")
        assert any("The two leaders" in row and "https://harbour.example/report" in row for row in rows)
        await pilot.press("enter")
        assert run == [Opening(("w3m", "https://harbour.example/report"), in_terminal=True)]
        texts = copied(app, monkeypatch)
        await pilot.press("j", "y")
        assert texts == ["https://harbour.example/home"]
        assert "copied: https://harbour.example/home" in text(app)
        await pilot.press("q")
        await pilot.pause()
        assert "Vladivostok" in text(app)


def test_a_mail_address_is_no_file():
    assert Original("mailto:desk@harbour.example").is_address
    assert opening(Original("mailto:desk@harbour.example"), {}, which=lambda _: None) is None
