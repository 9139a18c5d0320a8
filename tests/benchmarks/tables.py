"""Results as Markdown tables in ``results/``, each with the commit and machine that made it."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Sequence
from pathlib import Path

RESULTS = Path(__file__).with_name("results")
ROOT = Path(__file__).parents[2]


def write_table(
    name: str, title: str, columns: Sequence[str], rows: Sequence[Sequence[object]], notes: str
) -> Path:
    """Write ``results/NAME.md`` and print it."""
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=ROOT, check=False
    ).stdout.strip()
    made_by = (
        f"Made by `python -m tests.benchmarks {name}` at commit {commit or 'unknown'}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores."
    )
    lines = [
        f"# {title}",
        "",
        notes,
        "",
        "| " + " | ".join(columns) + " |",
        "|" + "|".join("---" if index == 0 else "--:" for index in range(len(columns))) + "|",
        *("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows),
        "",
        made_by,
        "",
    ]
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))
    return path
