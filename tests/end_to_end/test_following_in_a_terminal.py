"""``dateline --follow`` in a real terminal: what is written meanwhile comes in, marked as new."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.installed import COMMAND, needs_command
from tests.helpers.terminal import Terminal
from tui.text.glyphs import UNICODE

pytestmark = needs_command

MARKED = re.escape(UNICODE.new + UNICODE.happened)
BRIDGE = (
    "Bridge of {0} opens\n\nBRUME, 9 July 2024 - The bridge of {0} was opened on {1} by Mayor Clara Voss.\n"
)


def write(place: Path, text: str) -> None:
    """A file that is there at once, as a newsroom's tools move them in."""
    beside = place.with_suffix(".part")
    beside.write_text(text, encoding="utf-8")
    beside.rename(place)


@pytest.mark.slow
def test_new_and_changed_files_come_in_and_are_marked(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    write(folder / "holm.txt", BRIDGE.format("Holm", "6 July 2024"))
    with Terminal(
        [str(COMMAND), "--follow", "letters"],
        columns=120,
        rows=30,
        environment={"XDG_DATA_HOME": str(tmp_path / "home")},
        folder=tmp_path,
    ) as terminal:
        terminal.wait_for(r"(?s)Holm.*following")
        write(folder / "storm.txt", "Storm at sea\n\nA storm hit the port of Sal on 3 May 2020.\n")
        screen = terminal.wait_for(rf"{MARKED}.*Sal\b")
        assert not re.search(rf"{MARKED}.*Holm", screen)
        write(folder / "holm.txt", BRIDGE.format("Holm", "5 July 2024"))
        screen = terminal.wait_for(rf"{MARKED}.*Holm")
        assert not re.search(rf"{MARKED}.*Sal\b", screen)
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
