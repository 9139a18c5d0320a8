"""Results as Markdown tables in ``results/``, each with the commit and machine that made it."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

RESULTS = Path(__file__).with_name("results")
ROOT = Path(__file__).parents[2]


@cache
def commit() -> str:
    """The commit that is measured, asked once: the tables written meanwhile are no change of it."""
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    return done.stdout.strip() or "unknown"


def _command(name: str) -> str:
    """What was run to make a table: all measurements alike, or this one with sizes of its own."""
    program = sys.modules["__main__"].__spec__
    alone = f"tests.benchmarks.{name}"
    if program is not None and program.name == alone:
        return " ".join([alone, *sys.argv[1:]])
    return f"tests.benchmarks {name}"


def table_line(cells: Sequence[object]) -> str:
    """A line of a table in Markdown."""
    return f"| {' | '.join(map(str, cells))} |"


def write_table(
    name: str, title: str, columns: Sequence[str], rows: Sequence[Sequence[object]], notes: str
) -> Path:
    """Write ``results/NAME.md`` and print it."""
    made_by = (
        f"Made by `python -m {_command(name)}` at commit {commit()}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores."
    )
    lines = [
        f"# {title}",
        "",
        notes,
        "",
        table_line(columns),
        "|" + "|".join("---" if index == 0 else "--:" for index in range(len(columns))) + "|",
        *map(table_line, rows),
        "",
        made_by,
        "",
    ]
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))
    return path
