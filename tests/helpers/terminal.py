"""A program in a real pseudo-terminal: what was typed goes in, the screen as a user sees it comes out."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

KEYS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "down": "\x1b[B", "up": "\x1b[A", "pagedown": "\x1b[6~"}
_CHUNK = 65_536
_PATIENCE = 30.0
_SILENCE = 0.25


class Terminal:
    """A command in a pseudo-terminal of a given size, read through a terminal emulator."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.received = b""
        self.started = time.perf_counter()
        self._child = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            # Programs believe COLUMNS and LINES before they ask the terminal.
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), "LINES": str(rows)}
            | dict(environment or {}),
            cwd=None if folder is None else str(folder),
            timeout=_PATIENCE,
        )
        # pexpect waits 50 ms before every write unless told not to.
        self._child.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)

    @property
    def pid(self) -> int:
        """The number of the command's process."""
        return int(self._child.pid)

    def text(self) -> str:
        """The screen's lines, without the blanks at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def cells(self) -> list[list[tuple[object, ...]]]:
        """Every cell of the screen: its character, its colours and its attributes."""
        columns, rows = range(self.screen.columns), range(self.screen.lines)
        return [[tuple(self.screen.buffer[row][column]) for column in columns] for row in rows]

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; a program that believes COLUMNS does not hear of it."""
        self.screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def press(self, *keys: str) -> None:
        """Send keys: names of KEYS, or the characters themselves, each in a write of its own."""
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def answer(self, keys: str, silence: float = _SILENCE) -> int:
        """Type keys in one write once the program is silent; the number of bytes it answers with."""
        self.settle()
        before = len(self.received)
        self._child.send(keys)
        deadline = time.monotonic() + _PATIENCE
        while len(self.received) == before:
            assert time.monotonic() < deadline, f"no answer to {keys!r}\n{self.text()}"
            if not self._read(0.1):
                break
        self.settle(silence)
        return len(self.received) - before

    def settle(self, silence: float = _SILENCE) -> None:
        """Read until nothing has come for so many seconds."""
        size = -1
        while size != len(self.received):
            size = len(self.received)
            self._read(silence)

    def wait_for(self, pattern: str, *, gone: bool = False) -> str:
        """Read until the screen matches, or with ``gone`` no longer matches; fails with the screen shown."""
        wanted = re.compile(pattern)
        return self._read_until(
            lambda: (wanted.search(self.text()) is None) is gone, f"{pattern!r}{' gone' if gone else ''}"
        )

    def wait_for_exit(self) -> int:
        """Read until the program has ended; returns its exit code."""
        deadline = time.monotonic() + _PATIENCE
        while self._read(0.1):
            assert time.monotonic() < deadline, f"it does not end\n{self.text()}"
        self._child.wait()
        code = self._child.exitstatus
        assert code is not None, f"ended by signal {self._child.signalstatus}\n{self.text()}"
        return int(code)

    def _read_until(self, done: Callable[[], bool], what: str) -> str:
        deadline = time.monotonic() + _PATIENCE
        while not done():
            assert time.monotonic() < deadline, f"waited in vain for {what}\n{self.text()}"
            if not self._read(0.1) and not done():
                raise AssertionError(f"the program ended before {what}\n{self.text()}")
        return self.text()

    def _read(self, seconds: float) -> bool:
        """Take what the program writes within a time; False once it has closed the terminal."""
        try:
            data = self._child.read_nonblocking(_CHUNK, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.received += data
        self._stream.feed(_displayable(data))
        return True


def _displayable(data: bytes) -> bytes:
    """Without the sequences that the emulator would print: private modes with markers, and strings."""
    return re.sub(
        rb"\x1b\[[<>=][0-9;:]*[ -/]*[@-~]|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", b"", data
    )
