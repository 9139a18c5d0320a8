"""The command as pip installs it, beside the interpreter that runs the tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("dateline")
needs_command = pytest.mark.skipif(not COMMAND.exists(), reason="the dateline command is not installed here")
