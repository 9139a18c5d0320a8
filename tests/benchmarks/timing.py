"""How long something takes, as a median of processor time: other programs of the machine do not count."""

from __future__ import annotations

import compileall
import statistics
import time
from collections.abc import Callable

from tests.benchmarks.tables import ROOT


def seconds(stage: Callable[[], object], runs: int) -> float:
    """The median of so many runs."""
    taken = []
    for _ in range(runs):
        started = time.process_time()
        stage()
        taken.append(time.process_time() - started)
    return statistics.median(taken)


def compile_program() -> None:
    """Compile the program's modules, as installing does: else every process that is measured does it anew."""
    for package in ("data", "tui"):
        compileall.compile_dir(ROOT / package, quiet=1)
