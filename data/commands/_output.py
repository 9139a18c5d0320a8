"""Where a command writes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOBase
from pathlib import Path
from typing import TextIO, cast

from data.errors import InputError, cannot_write
from data.printable import printable_page


@contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when it is whole; raises InputError."""
    if path is None:
        yield standard()
        return
    target = Path(path)
    try:
        # What is no file, such as /dev/stdout or a pipe with a name, is written as it is.
        mode = _mode(target)
        is_file = mode is None or stat.S_ISREG(mode)
        if mode is not None and is_file:
            _refuse_collection(target)
        with _whole_file(target.resolve()) if is_file else _opened(target) as out:
            yield out
    except OSError as error:
        raise cannot_write(path, error, "a file in a folder") from error


def standard() -> TextIO:
    """Standard output; what would steer a terminal does not reach one, a file or a program gets all of it."""
    return cast("TextIO", _OnTerminal()) if is_terminal() else sys.stdout


def is_terminal() -> bool:
    """Whether somebody looks at what is written."""
    return sys.stdout.isatty()


class _OnTerminal(TextIOBase):
    """Standard output, of texts that are safe to print."""

    def write(self, text: str) -> int:
        sys.stdout.write(printable_page(text))
        return len(text)


def _mode(path: Path) -> int | None:
    """What a path leads to; None if there is nothing yet. Raises OSError if it leads round in a loop."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _refuse_collection(path: Path) -> None:
    from data.store.sqlite.schema import is_collection

    if is_collection(path):
        raise InputError("Not overwritten", f"{path} is a collection", "Name another file.")


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


@contextmanager
def _whole_file(target: Path) -> Iterator[TextIO]:
    partial = target.with_name(f".{target.name}.partial")
    try:
        with _opened(partial) as out:
            yield out
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
