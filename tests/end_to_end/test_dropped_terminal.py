"""A terminal that goes away: the program ends, it does not wait for keys that nobody can press."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.helpers.installed import COMMAND, needs_command
from tests.helpers.running import lives
from tests.helpers.terminal import Terminal

PATIENCE = 15.0

pytestmark = [
    needs_command,
    pytest.mark.skipif(not Path("/proc/self").exists(), reason="the system does not tell its processes"),
]


def test_a_program_without_its_terminal_ends_whenever_it_is_told_to_go_on(tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text("The bridge was opened on 4 May 2011.", encoding="utf-8")
    terminal = Terminal([str(COMMAND), str(article)], environment={"XDG_DATA_HOME": str(tmp_path)})
    terminal.wait_for("1 file read")
    terminal.settle()
    program = terminal._child.pid
    os.close(terminal._child.child_fd)
    deadline = time.monotonic() + PATIENCE
    while lives(program) and time.monotonic() < deadline:
        # With the word to end the kernel gives the word to go on, at once or later.
        with suppress(ProcessLookupError):
            os.kill(program, signal.SIGCONT)
        time.sleep(0.01)
    left = lives(program)
    with suppress(ProcessLookupError):
        os.kill(program, signal.SIGKILL)
    os.waitpid(program, 0)
    assert not left
