"""How building grows with the number of documents: rate, CPU seconds, memory, size, workers, a small change.

python -m tests.benchmarks.scale [N ...]

Every build is a process of its own, of documents from ``tests.benchmarks.generate``, ten to a file.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from data.store import open_collection
from tests.benchmarks.generate import documents
from tests.benchmarks.tables import ROOT, table_line, write_table
from tests.benchmarks.timing import compile_program
from tests.helpers.running import DATELINE

SIZES = (1_000, 10_000)
PER_FILE = 10
# From so many documents on, one process is measured alone: two take as long again and tell nothing new.
_LARGE = 100_000
CHANGED = 100  # one file in so many is changed before building again
COLUMNS = (
    "documents", "MB of text", "jobs", "seconds", "documents a second", "KB of text a second",
    "CPU ms a document", "events", "MiB, largest process", "disk / text", "1 % changed, CPU s",
    "of the full CPU",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds by the clock and of all CPUs, MiB of its largest process."""

    seconds: float
    cpu: float
    memory: float


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Measure, telling each row as it is known, and write ``results/scale.md``."""
    compile_program()
    rows = []
    print(table_line(COLUMNS), flush=True)
    for row in chain.from_iterable(map(_rows, sizes)):
        print(table_line(row), flush=True)  # the next one may take half an hour
        rows.append(row)
    write_table(
        "scale",
        "Building, by the number of documents",
        COLUMNS,
        rows,
        f"Generated news (seed 1), {PER_FILE} documents a file, one build a process; of the documents of one "
        f"file in {CHANGED} every text is changed for the last two columns. CPU time bears other work on the "
        "machine, seconds do not.",
    )


def _rows(size: int) -> Iterator[tuple[object, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "sources"
        sources.mkdir()
        text = write_sources(sources, size)
        for jobs in (1, 2) if size < _LARGE else (1,):
            place = Path(folder) / f"{jobs}.dateline"
            whole = _measured("build", str(sources), "-c", str(place), "--jobs", str(jobs))
            disk = place.stat().st_size
            again: tuple[str, str] = ("", "")
            if jobs == 1:
                _change(sources)
                small = _measured("build", str(sources), "-c", str(place), "--jobs", str(jobs))
                again = f"{small.cpu:.1f}", f"{small.cpu / whole.cpu:.0%}"
            yield (
                f"{size:,}", f"{text / 1e6:.1f}", jobs, f"{whole.seconds:.1f}", f"{size / whole.seconds:.0f}",
                f"{text / 1000 / whole.seconds:.0f}", f"{whole.cpu / size * 1000:.2f}", f"{_events(place):,}",
                f"{whole.memory:.0f}", f"{disk / text:.1f}", *again,
            )  # fmt: skip


def write_sources(folder: Path, size: int) -> int:
    """Write so many documents; the bytes of their texts."""
    made = islice(documents(seed=1), size)
    written = 0
    number = 0
    while batch := list(islice(made, PER_FILE)):
        written += sum(len(str(record["text"]).encode()) for record in batch)
        lines = (json.dumps(record, ensure_ascii=False) for record in batch)
        (folder / f"{number:06}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        number += 1
    return written


def _change(folder: Path) -> None:
    for file in sorted(folder.iterdir())[::CHANGED]:
        records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for record in records:
            record["text"] += "\n\nThe mayor said on Friday that the pier would open in June."
        lines = (json.dumps(record, ensure_ascii=False) for record in records)
        file.write_text("\n".join(lines), encoding="utf-8")


def _measured(*arguments: str) -> Run:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([*DATELINE, *arguments], cwd=ROOT, stderr=told)
        _, status, own = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        if process.returncode:
            raise RuntimeError(told.read().decode())
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return Run(seconds, cpu, own.ru_maxrss / 1024)


def _events(place: Path) -> int:
    with closing(open_collection(place)) as store:
        return store.totals().events


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
