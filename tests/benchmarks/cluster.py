"""What more processes and more machines bring: build rate, and CPU seconds a document, of all processes."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from tests.benchmarks.generate import documents
from tests.benchmarks.tables import ROOT, write_table
from tests.benchmarks.timing import compile_program
from tests.helpers.dask_cluster import DaskCluster

DOCUMENTS = 2000
RUNS = 3
_WARM_UP = 50
_BUILD = "import sys; from data.cli import main; sys.exit(main(sys.argv[1:]))"


def main() -> None:
    """Measure, and write ``results/cluster.md``."""
    compile_program()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in (DOCUMENTS, _WARM_UP):
            lines = (json.dumps(one) + "\n" for one in islice(documents(1), count))
            (folder / f"{count}.jsonl").write_text("".join(lines), encoding="utf-8")
        measured = [
            ("one process", _measure(folder, [])),
            ("`--jobs 2`", _measure(folder, ["--jobs", "2"])),
            ("`--dask`, one worker", _on_cluster(folder, 1)),
            ("`--dask`, two workers", _on_cluster(folder, 2)),
        ]
    firsts = [measured[0][1], measured[0][1], measured[2][1], measured[2][1]]
    rows = [
        (
            what,
            f"{DOCUMENTS / wall:.0f}", f"{1000 * cpu / DOCUMENTS:.2f}", f"{1000 * here / DOCUMENTS:.2f}",
            f"{first[0] / wall:.2f}", f"{first[1] / max(here, cpu / workers):.2f}", f"{cpu / first[1]:.2f}",
        )
        for (what, (wall, cpu, here)), first, workers in zip(measured, firsts, (1, 2, 1, 2), strict=True)
    ]  # fmt: skip
    write_table(
        "cluster",
        "More processes, more machines",
        (
            "build", "documents/s", "CPU ms a document", "of them here", "times as fast", "at most",
            "times the CPU",
        ),
        rows,
        f"`dateline build` of {DOCUMENTS:,} generated documents, medians of {RUNS} runs, on one machine. "
        "CPU is that of all processes, their start included, the cluster's scheduler too; 'here' is the "
        "process that keeps the books and writes; 'at most' is how many times as fast these CPU seconds "
        "allow, spread evenly over cores of their own. `--jobs 2` is compared with one process, two workers "
        "with one. "
        f"{os.cpu_count()} cores; the load of the last minutes was {os.getloadavg()[1]:.1f}: where that is "
        "more than the cores, others had a part of the time, and only CPU tells something.",
    )  # fmt: skip


def _on_cluster(folder: Path, workers: int) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as place, DaskCluster(Path(place), workers) as cluster:
        how = ["--dask", cluster.address]
        _run(folder, _WARM_UP, how)
        return _measure(folder, how, [program.pid for program in cluster.programs])


def _measure(folder: Path, how: Sequence[str], others: Sequence[int] = ()) -> tuple[float, float, float]:
    """Seconds that a build takes, CPU seconds of all processes, and of the building one."""
    taken = []
    for _ in range(RUNS):
        begun, before, there = time.perf_counter(), _cpu_of_children(), _cpu_of(others)
        here = _run(folder, DOCUMENTS, how)
        wall = time.perf_counter() - begun
        taken.append((wall, _cpu_of_children() - before + _cpu_of(others) - there, here))
    walls, cpus, heres = zip(*taken, strict=True)
    return statistics.median(walls), statistics.median(cpus), statistics.median(heres)


def _run(folder: Path, count: int, how: Sequence[str]) -> float:
    """Build in a process of its own; the CPU seconds of that process alone."""
    collection = folder / "measured.dateline"
    for left in folder.glob("measured.dateline*"):
        left.unlink()
    told = "import atexit, time; atexit.register(lambda: print(time.process_time()));" + _BUILD
    command = [
        sys.executable,
        "-c",
        told,
        "build",
        str(folder / f"{count}.jsonl"),
        "-c",
        str(collection),
        *how,
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return float(done.stdout)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _cpu_of(pids: Sequence[int]) -> float:
    """CPU seconds so far of programs and of the processes that they keep."""
    import psutil

    found = [psutil.Process(pid) for pid in pids]
    kept = [*found, *(child for one in found for child in one.children(recursive=True))]
    return sum(sum(one.cpu_times()[:4]) for one in kept)
