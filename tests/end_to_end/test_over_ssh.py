"""The screen over a real SSH connection, dropped in the middle."""

from __future__ import annotations

import shlex

import pytest

from tests.helpers.installed import COMMAND, needs_command
from tests.helpers.ssh_server import WHY_NOT, ssh_server
from tests.helpers.terminal import Terminal

pytestmark = [
    needs_command,
    pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT),
]

LETTER = """Harbour Gazette
7 December 2021

The two leaders met in Delhi on 6 December 2021 and signed a treaty on ships.
The bridge at Norwick was opened by the mayor on 3 March 2019.
"""


def test_filter_open_drop_the_connection_and_come_back(tmp_path):
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    variables = {"XDG_DATA_HOME": str(tmp_path / "home"), "LC_ALL": "C.UTF-8"}
    run = shlex.join([str(COMMAND), str(tmp_path / "letter.txt")])
    with ssh_server(tmp_path, variables) as server:
        with Terminal(server.command(run), columns=100, rows=30) as terminal:
            terminal.wait_for("1 file read")
            terminal.press("f", "treaty", "enter")
            terminal.wait_for("1 of 2 events")
            terminal.press("v", "v")
            terminal.wait_for("status: verified")
            terminal.press("enter")
            terminal.wait_for("│ The two leaders met in Delhi")
        with Terminal(server.command(run), columns=80, rows=24) as terminal:
            # Where it was left: the filter, the event and its status.
            terminal.wait_for("1 of 2 events")
            terminal.wait_for("● V The two leaders met in Delhi")
            terminal.press("escape", "u")
            terminal.wait_for("taken back: status: verified")
            terminal.press("Q")
            assert terminal.wait_for_exit() == 0
