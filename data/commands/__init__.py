"""The headless commands, one module each, found by its name.

A module offers ``HELP`` (one line), ``arguments(parser)`` and ``run(options) -> int``, an exit code of those
below.
"""

from __future__ import annotations

import pkgutil

DONE = 0
NOTHING_FOUND = 1
WRONG_USE = 2
SOME_FAILED = 3


def names() -> list[str]:
    """The names of all commands."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
