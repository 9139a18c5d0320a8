"""The installed command in a real pseudo-terminal: start, filter, open a passage, quit."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.helpers.installed import COMMAND, needs_command
from tests.helpers.terminal import Terminal

SIZES = [(80, 24), (120, 40)]
ENTER_ALTERNATE_SCREEN, LEAVE_ALTERNATE_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"

pytestmark = needs_command


def start(folder: Path, columns: int, rows: int, *arguments: str, **environment: str) -> Terminal:
    return Terminal(
        [str(COMMAND), *arguments],
        columns=columns,
        rows=rows,
        environment={"XDG_DATA_HOME": str(folder), **environment},
        folder=folder,
    )


@pytest.fixture
def data_folder(samples_built: Path, tmp_path: Path) -> Path:
    """A user's data folder after the first start."""
    collections = tmp_path / "dateline" / "collections"
    collections.mkdir(parents=True)
    shutil.copy(samples_built, collections / "samples.dateline")
    return tmp_path


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_samples_filter_passage_quit(data_folder: Path, columns: int, rows: int) -> None:
    with start(data_folder, columns, rows) as terminal:
        terminal.wait_for(r"samples\b.*\d+ events")
        terminal.press("f")
        for letter in "vladivostok on:2019":
            terminal.press(letter)
        screen = terminal.wait_for(r"(?s)2019.*Vladivostok")
        assert "\ufffd" not in screen
        terminal.press("enter", "enter")
        screen = terminal.wait_for(r"line \d+")
        assert "Vladivostok" in screen
        terminal.press("escape")
        terminal.wait_for(r"\? help")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
        assert ENTER_ALTERNATE_SCREEN in terminal.received
        assert LEAVE_ALTERNATE_SCREEN in terminal.received


def test_a_filter_pasted_in_one_write_keeps_its_letters_at_the_first_start(tmp_path: Path) -> None:
    with start(tmp_path, 120, 40) as terminal:
        terminal.wait_for(r"samples\b.*\d+ events")
        terminal.press("fsamarkand")
        terminal.wait_for(r"f?samarkand")
        terminal.wait_for(r"(?s)2022.*Samarkand")
        terminal.press("enter", "Q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "xterm-16color"}, {"TERM": "xterm"}])
def test_terminals_with_fewer_colours(tmp_path: Path, environment: dict[str, str]) -> None:
    with start(tmp_path, 80, 24, **environment) as terminal:
        terminal.wait_for(r"samples\b.*\d+ events")
        if "NO_COLOR" in environment:
            assert b"38;2;" not in terminal.received
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0


def test_a_hostile_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    hostile = "Mayor \x1b[2J\x1b]0;owned\x07\x9b31mVoss opened [bold]the[/bold] bridge on 3 May 2020.\n"
    (tmp_path / "hostile.txt").write_text(f"Bridge opens\n\n{hostile}", encoding="utf-8")
    with start(tmp_path, 120, 40, "hostile.txt") as terminal:
        terminal.wait_for(r"\[bold\]")
        terminal.press("enter")
        terminal.wait_for(r"line \d+")
        assert b"owned\x07" not in terminal.received
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0


def test_standard_input_is_read_and_keys_still_come_from_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "The mayor resigned on 3 May 2020."}\n', encoding="utf-8")
    command = ["/bin/sh", "-c", f"cat in.jsonl | {COMMAND} -"]
    with Terminal(
        command, columns=100, rows=30, environment={"XDG_DATA_HOME": str(tmp_path)}, folder=tmp_path
    ) as terminal:
        terminal.wait_for(r"(?s)2020.*resigned")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0


def test_a_missing_path_is_told_before_the_screen_is_taken(tmp_path: Path) -> None:
    with start(tmp_path, 80, 24, "nowhere.txt") as terminal:
        assert terminal.wait_for_exit() == 2
        assert "nowhere.txt" in terminal.text()
        assert ENTER_ALTERNATE_SCREEN not in terminal.received
