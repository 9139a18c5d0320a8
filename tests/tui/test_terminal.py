"""The installed command in a real pseudo-terminal: what arrives there, and how many bytes it takes."""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from pathlib import Path

import pexpect
import pyte
import pytest

COMMAND = shutil.which("dateline", path=str(Path(sys.executable).parent))
pytestmark = pytest.mark.skipif(COMMAND is None, reason="the command is not installed beside this Python")

PATIENCE = 20.0
# Sequences with a private marker: kitty keyboard, mode queries, the pointer's shape.
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\][^\x07]*\x07")
SILENCE = 0.25


class Terminal:
    """The command with a screen behind it."""

    def __init__(self, arguments: list[str], columns: int, rows: int, home: Path) -> None:
        environment = {
            **os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "XDG_DATA_HOME": str(home),
        }  # fmt: skip
        for name in ("LC_ALL", "LC_CTYPE", "NO_COLOR", "DATELINE_COLLECTION"):
            environment.pop(name, None)
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.child = pexpect.spawn(
            str(COMMAND), arguments, dimensions=(rows, columns), env=environment, timeout=PATIENCE
        )
        self.written = b""

    def text(self) -> str:
        return "\n".join(self.screen.display)

    def _read(self, wait: float) -> bool:
        try:
            part = self.child.read_nonblocking(65536, wait)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.written += part
        # pyte does not know sequences with a private marker (kitty keyboard, mode queries).
        self.stream.feed(
            re.sub(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\][^\x07]*\x07", b"", part)
        )
        return True

    def until(self, said: str) -> None:
        end = time.monotonic() + PATIENCE
        while said not in self.text():
            if not self._read(0.1) and time.monotonic() > end:
                raise AssertionError(f"{said!r} is not on the screen:\n{self.text()}")

    def settle(self) -> None:
        """Read until nothing more comes."""
        while self._read(SILENCE):
            pass

    def send(self, keys: str) -> int:
        """Type all at once; the bytes of the answer."""
        self.settle()
        self.written = b""
        self.child.send(keys)
        self._read(PATIENCE)
        self.settle()
        return len(self.written)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_filter_open_and_quit(address, tmp_path, columns, rows):
    terminal = Terminal(["-c", str(address)], columns, rows, tmp_path)
    terminal.until("event 1 of 6")
    terminal.send("fwhere:delhi\r")
    terminal.until("where:delhi  1 of 6")
    terminal.until("2 publishers, 2 passages")
    terminal.send("\r")
    terminal.until("source 1 of 2 of this event")
    assert "│ Delhi received the visitor on 6 December 2021." in terminal.text()
    terminal.send("J")
    terminal.until("│ A second meeting in Delhi is planned for 6 December 2021")
    terminal.send("q")
    terminal.until("where:delhi  1 of 6")
    terminal.send("q")
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 0
    assert b"\x1b[?1049l" in terminal.written + (terminal.child.before or b"")


def test_the_bytes_of_a_key(many, tmp_path):
    terminal = Terminal(["-c", str(many)], 120, 40, tmp_path)
    terminal.until("event 1 of 600")
    terminal.send("j")
    assert terminal.send("j") < 1_500
    assert terminal.send(" ") < 10_000
    assert terminal.send("k") < 1_500
    terminal.written = b""
    terminal.settle()
    assert terminal.written == b""
    terminal.child.send("Q")
    terminal.child.expect(pexpect.EOF)


def test_the_bundled_samples_open_without_a_path(tmp_path):
    terminal = Terminal([], 120, 40, tmp_path)
    terminal.until("samples")
    terminal.until("files read")
    terminal.send("fvladivostok\r")
    assert "2019" in terminal.text()
    terminal.child.send("Q")
    terminal.child.expect(pexpect.EOF)
