"""How fast documents become a timeline: kilobytes of text a second, whole and by stage."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from data import pipeline
from data.dating import date_readings
from data.events import make_events
from data.model import DatedDocument, Reading
from data.reading import read_file, sentences
from data.tagging import tag
from tests.benchmarks.tables import ROOT, write_table
from tests.benchmarks.timing import seconds

RUNS = 3
CORPORA = ROOT.parent / "shared" / "corpora"
NAMES = ("timebank", "aquaint", "wikiwars-train")
SAMPLES = ROOT / "data" / "documents"


def main() -> None:
    """Measure, and write ``results/throughput.md``."""
    paths = [path for name in NAMES if (path := CORPORA / f"{name}.jsonl").exists()]
    if not paths:
        print(f"no corpora in {CORPORA}: nothing measured")
        return
    write_table(
        "throughput",
        "Documents in, timeline out",
        ("corpus", "KB of text", "read", "sentences", "tag", "date", "events", "build"),
        [(path.stem, *_measure(path)) for path in paths],
        "KB of text a second of processor time, one process, medians of"
        f" {RUNS} processes that have made a timeline before, but of other texts: much of what is worked out"
        " of a text is remembered. The last is `dateline build` whole.",
    )


def _measure(path: Path) -> tuple[str, ...]:
    size = sum(len(document.text.encode()) for document in read_file(str(path)).documents) / 1000
    # A process for each: none has met the texts before.
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as processes:
        stages = [processes.submit(_stages, path).result() for _ in range(RUNS)]
        builds = [processes.submit(_build, path).result() for _ in range(RUNS)]
    taken = [*map(statistics.median, zip(*stages, strict=True)), statistics.median(builds)]
    return (f"{size:.0f}", *(f"{size / one:.0f}" for one in taken))


def _stages(path: Path) -> list[float]:
    """The seconds that each stage takes."""
    _build_of(SAMPLES)
    documents = read_file(str(path)).documents
    split = [sentences(document.text, document.language) for document in documents]
    readings: list[Reading] = []
    dated: list[DatedDocument] = []

    def find() -> None:
        readings.extend(
            Reading(document, parts, tag(document.text))
            for document, parts in zip(documents, split, strict=True)
        )

    stages: tuple[Callable[[], object], ...] = (
        lambda: read_file(str(path)),
        lambda: [sentences(document.text, document.language) for document in documents],
        find,
        lambda: dated.extend(date_readings(readings, {})),
        lambda: make_events(dated),
    )
    return [seconds(stage, 1) for stage in stages]


def _build(path: Path) -> float:
    """The seconds that a build takes."""
    _build_of(SAMPLES)
    return seconds(lambda: _build_of(path), 1)


def _build_of(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for _ in pipeline.build([str(path)], Path(folder) / "measured.dateline", jobs=1):
            pass
