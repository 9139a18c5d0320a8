"""``python -m tui``: the command ``dateline`` without its script."""

from __future__ import annotations

import sys

from tui.cli import main

sys.exit(main())
