"""The program as a process of its own: how it is started, and whether it still runs."""

from __future__ import annotations

import sys
from pathlib import Path

DATELINE = [sys.executable, "-c", "import sys; from tui.cli import main; sys.exit(main())"]
"""The command, whether it is installed or not."""


def lives(process: int) -> bool:
    """Whether a process is still running; what ended and was not waited for is not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
