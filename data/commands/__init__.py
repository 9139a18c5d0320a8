"""The headless commands, one module each, found by its name.

A module offers ``HELP`` (one line), ``arguments(parser)`` and ``run(options) -> int``, an exit code of those
below.
"""

from __future__ import annotations

from pathlib import Path

DONE = 0
NOTHING_FOUND = 1
WRONG_USE = 2
SOME_FAILED = 3


def names() -> list[str]:
    """The names of all commands."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.name.startswith("_"))
