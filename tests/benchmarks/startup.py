"""Start to first paint of the program against a bare Textual app, alternating in one run."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.tables import write_table
from tests.helpers.terminal import Terminal

RUNS = 11
DATELINE = str(Path(sys.executable).with_name("dateline"))
EVENTS_SHOWN = r"[1-9][\d,]* of [\d,]+ events"
"""What the head of the timeline says once events are shown."""
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("bare ready")

Bare().run()
"""


def main() -> None:
    """Measure, and write ``results/startup.md``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Bytecode is kept, as it is where the program is installed.
        environment = {"XDG_DATA_HOME": name, "TEXTUAL_ANIMATIONS": "none", "PYTHONDONTWRITEBYTECODE": ""}
        bare = folder / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        times = painted(
            {
                "bare Textual app": ([sys.executable, str(bare)], r"bare ready"),
                "dateline, first paint": ([DATELINE], r"dateline"),
                "dateline, events on the screen": ([DATELINE], EVENTS_SHOWN),
            },
            environment,
        )
    base = statistics.median(times["bare Textual app"])
    rows = [
        (
            label,
            f"{statistics.median(taken):.0f}",
            f"{min(taken):.0f}",
            f"{statistics.median(taken) / base:.2f}",
        )
        for label, taken in times.items()
    ]
    write_table(
        "startup",
        "Start to first paint",
        ("program", "median ms", "best ms", "ratio"),
        rows,
        f"{RUNS} runs each, in turn, 120x40; the collection of samples was built before.",
    )


def painted(
    commands: Mapping[str, tuple[list[str], str]], environment: Mapping[str, str]
) -> dict[str, list[float]]:
    """Milliseconds from start to what is waited for, of commands that are run in turn, by their names.

    A busy machine makes all of them slower alike: what counts is how they compare.
    """
    for command, ready in commands.values():  # warm: bytecode, and the samples' collection
        _paint(command, ready, environment)
    times: dict[str, list[float]] = {label: [] for label in commands}
    for _ in range(RUNS):
        for label, (command, ready) in commands.items():
            times[label].append(_paint(command, ready, environment))
    return times


def _paint(command: list[str], ready: str, environment: Mapping[str, str]) -> float:
    started = time.perf_counter()
    with Terminal(command, columns=120, rows=40, environment=environment) as terminal:
        terminal.wait_for(ready)
        return (time.perf_counter() - started) * 1000
