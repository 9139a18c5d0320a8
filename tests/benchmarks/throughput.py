"""How fast documents become a timeline: kilobytes of text a second, whole and by stage."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from data import pipeline
from data.dating import date_readings
from data.events import make_events
from data.model import Reading
from data.reading import read_file, sentences
from data.tagging import tag
from tests.benchmarks.tables import ROOT, write_table
from tests.benchmarks.timing import seconds

RUNS = 3
CORPORA = ROOT.parent / "shared" / "corpora"
NAMES = ("timebank", "aquaint", "wikiwars-train")


def main() -> None:
    """Measure, and write ``results/throughput.md``."""
    rows = []
    for name in NAMES:
        path = CORPORA / f"{name}.jsonl"
        if path.exists():
            rows.append((name, *_measure(path)))
    if not rows:
        print(f"no corpora in {CORPORA}: nothing measured")
        return
    write_table(
        "throughput",
        "Documents in, timeline out",
        ("corpus", "KB of text", "read", "sentences", "tag", "date", "events", "build"),
        rows,
        f"KB of text a second of processor time, one process, medians of {RUNS} runs; the last is"
        " `dateline build` whole.",
    )


def _measure(path: Path) -> tuple[str, ...]:
    documents = read_file(str(path)).documents
    size = sum(len(document.text.encode()) for document in documents) / 1000
    split = [sentences(document.text, document.language) for document in documents]
    readings = [
        Reading(document, parts, tag(document.text)) for document, parts in zip(documents, split, strict=True)
    ]
    dated = list(date_readings(readings, {}))

    stages: tuple[Callable[[], object], ...] = (
        lambda: read_file(str(path)),
        lambda: [sentences(document.text, document.language) for document in documents],
        lambda: [tag(document.text) for document in documents],
        lambda: list(date_readings(readings, {})),
        lambda: make_events(dated),
        lambda: _build(path),
    )
    return (f"{size:.0f}", *(f"{size / seconds(stage, RUNS):.0f}" for stage in stages))


def _build(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for _ in pipeline.build([str(path)], Path(folder) / "measured.dateline", jobs=1):
            pass
