"""The installed command in a real pseudo-terminal: an event's sources, and the bytes a key takes."""

from __future__ import annotations

import shutil
import statistics
import subprocess
from pathlib import Path

import pytest

from tests.helpers.installed import COMMAND, needs_command
from tests.helpers.terminal import Terminal

KEY_SILENCE = 0.05
"""Seconds without a byte after which a key is answered; the detail waits longer."""

pytestmark = needs_command
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here to come back to")


def start(address: Path, home: Path, columns: int, rows: int) -> Terminal:
    return Terminal(
        [str(COMMAND), "-c", str(address)],
        columns=columns,
        rows=rows,
        environment={"XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8"},
    )


def shell(home: Path) -> Terminal:
    environment = {"XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8", "PS1": "ready> "}
    return Terminal(["bash", "--norc", "-i"], environment=environment)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_filter_open_walk_the_sources_and_come_back(address, tmp_path, columns, rows):
    with start(address, tmp_path, columns, rows) as terminal:
        terminal.wait_for("event 1 of 5")
        terminal.press("fwhere:delhi\r")
        terminal.wait_for(r"1 of 6 events.*where:delhi")
        terminal.wait_for("2 publishers, 2 passages")
        terminal.press("enter")
        terminal.wait_for("source 1 of 2 of this event")
        assert "│ Delhi received the visitor on 6 December 2021." in terminal.text()
        terminal.press("J")
        terminal.wait_for("│ A second meeting in Delhi is planned for 6 December 2021")
        terminal.press("q")
        terminal.wait_for(r"1 of 6 events.*where:delhi")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert b"\x1b[?1049l" in terminal.received


@needs_bash
def test_ctrl_z_goes_back_to_the_shell_and_fg_to_the_same_place(address, tmp_path):
    with shell(tmp_path) as terminal:
        terminal.press(f"{COMMAND} -c {address}\r")
        terminal.wait_for("event 1 of 5")
        terminal.press("j", "\x1a")
        terminal.wait_for("ready> ")
        terminal.press("echo answer$((6*7))\r")
        terminal.wait_for("answer42")
        terminal.press("fg\r")
        terminal.wait_for("event 2 of 5")
        terminal.press("j")
        terminal.wait_for("event 3 of 5")
        terminal.press("qe")  # what is typed behind the key that quits is nobody's
        terminal.wait_for("ready> ")
        terminal.settle()
        terminal.press("\x15exit\r")
        assert terminal.wait_for_exit() == 0


@needs_bash
def test_what_ctrl_z_stopped_ends_when_it_is_killed(address, tmp_path):
    with shell(tmp_path) as terminal:
        terminal.press(f"{COMMAND} -c {address}\r")
        terminal.wait_for("event 1 of 5")
        terminal.press("\x1a")
        terminal.wait_for("ready> ")
        terminal.press("kill %1; while kill -0 %1 2>/dev/null; do sleep 0.1; done; echo ended$((6*7))\r")
        terminal.wait_for("ended42")


def test_without_a_shell_to_go_back_to_ctrl_z_says_so_and_the_session_goes_on(address, tmp_path):
    with start(address, tmp_path, 80, 24) as terminal:
        terminal.wait_for("event 1 of 5")
        terminal.press("\x1a")  # the action suspend
        terminal.wait_for("No shell here would go on with it")
        terminal.press("j")
        terminal.wait_for("event 2 of 5")


def test_a_long_document_opens_at_the_passage(tmp_path):
    paragraphs = ["The ferry goes between the islands and carries post."] * 120
    article = tmp_path / "ferry.txt"
    article.write_text("\n\n".join([*paragraphs, "The bridge was opened on 4 May 2011.", *paragraphs]))
    built = subprocess.run([COMMAND, "build", article, "-c", tmp_path / "a.dateline"], capture_output=True)
    assert built.returncode == 0
    with start(tmp_path / "a.dateline", tmp_path, 80, 24) as terminal:
        terminal.wait_for("event 1 of 1")
        terminal.press("enter")
        terminal.wait_for("source 1 of 1 of this event")
        assert "│ The bridge was opened on 4 May 2011." in terminal.text()


def usual(terminal: Terminal, keys: str) -> float:
    """The bytes that most of these keys send; the detail of an earlier one may come late, beside another."""
    return statistics.median(terminal.answer(key, silence=KEY_SILENCE) for key in keys)


@pytest.mark.slow
def test_the_bytes_of_a_key(many, tmp_path):
    with start(many, tmp_path, 120, 40) as terminal:
        terminal.wait_for("event 1 of 600")
        terminal.answer("j")
        assert usual(terminal, "jkj") < 800
        assert terminal.answer("j") < 1_200  # with the detail, which follows when the keys rest
        assert terminal.answer(" ") < 10_000
        assert usual(terminal, "kjk") < 800
        assert terminal.answer("f") < 1_000  # of the screen only the last lines change
        assert terminal.answer("\r") < 1_000
        for key in "jk":
            terminal.press(*key * 36)
            assert usual(terminal, key * 4) < 1_000  # the terminal moves the lines that only move
        terminal.settle()
        quiet = len(terminal.received)
        terminal.settle()
        assert len(terminal.received) == quiet
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
