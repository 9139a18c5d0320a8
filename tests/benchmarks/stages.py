"""Where the CPU time of building goes: each stage of one process by itself, on generated news.

python -m tests.benchmarks.stages [N]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from data.building.edition import edition
from data.building.kept_reports import KeptEvents
from data.dating import date_reading, own_date
from data.events.comparing.cards import note
from data.events.packed_report import pack_reports
from data.events.renewing.renewal import renewed
from data.events.timeline import report_document
from data.garbage import seldom_collected, uncollected
from data.model import Document, Event
from data.reading import stream_file
from data.store import open_collection
from data.store.document_rows import DocumentRows, rows_of
from data.store.lists import FileRecord
from data.store.protocol import Store
from data.workers import read_document
from tests.benchmarks.scale import PER_FILE, write_sources
from tests.benchmarks.tables import write_table

SIZE = 2_000
WARMING = 50  # documents, whose work compiles the patterns and is not counted
READING, DATING, REPORTING, PACKING = (
    "sentences, time expressions", "publication dates and days", "what each document reports",
    "packing it for the store",
)  # fmt: skip
KEEPING, MERGING, MAKING, WRITING = (
    "writing documents", "names, comparing, merging, titles, conflicts", "putting events together",
    "writing events and their indexes",
)  # fmt: skip
STAGES = (READING, DATING, REPORTING, PACKING, KEEPING, MERGING, MAKING, WRITING)

Result = TypeVar("Result")


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def of(self, stage: str, work: Callable[[], Result]) -> Result:
        """What some work gives, its time added to a stage."""
        started = time.process_time()
        try:
            return work()
        finally:
            self.seconds[stage] += time.process_time() - started


def main(size: int = SIZE) -> None:
    """Measure, and write ``results/stages.md``."""
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "sources"
        sources.mkdir()
        text = write_sources(sources, size)
        files = sorted(sources.iterdir())
        clock = Clock()
        with seldom_collected():
            for document in _documents(files[: WARMING // PER_FILE]):
                _worked_out(document, Clock())
            with closing(open_collection(Path(folder) / "measured.dateline", writing=True)) as store:
                for file in files:
                    rows = [_worked_out(document, clock) for document in _documents([file])]
                    clock.of(KEEPING, lambda file=file, rows=rows: _keep(store, file, rows))  # type: ignore[misc]
                _make(store, clock)
    whole = sum(clock.seconds.values())
    rows_of_table = [
        (stage, f"{clock.seconds[stage] / size * 1000:.2f}", f"{clock.seconds[stage] / whole:.0%}")
        for stage in STAGES
    ]
    write_table(
        "stages",
        "Where the time of building goes",
        ("stage", "CPU ms a document", "part"),
        [*rows_of_table, ("all", f"{whole / size * 1000:.2f}", "")],
        f"Generated news (seed 1), {size:,} documents of {text / size / 1000:.2f} KB each, one process, its "
        "start and the compiling of patterns left out.",
    )


def _documents(files: list[Path]) -> Iterator[Document]:
    for file in files:
        for item in stream_file(str(file)):
            assert isinstance(item, Document)
            yield item


def _worked_out(document: Document, clock: Clock) -> DocumentRows:
    reading = clock.of(READING, lambda: read_document(document))
    published = own_date(document)
    assert published is not None
    dated = clock.of(DATING, lambda: date_reading(reading, published))
    reports = clock.of(REPORTING, lambda: report_document(dated))
    return clock.of(PACKING, lambda: rows_of(reading, dated, pack_reports(note(dated, reports), reports)))


def _keep(store: Store, file: Path, rows: list[DocumentRows]) -> None:
    record = FileRecord(
        path=str(file), location=str(file), size=0, modified=0, sha256="", state="read", settings="",
        troubles=(),
    )  # fmt: skip
    store.replace_file(record, rows, edition())


def _make(store: Store, clock: Clock) -> None:
    """Make the events, each while it is written, as a build does."""
    with uncollected(), KeptEvents(store, {}) as keeper:
        renewal = clock.of(MERGING, lambda: renewed(keeper, ()))
        made = iter(renewal.come)

        def come() -> Iterator[Event]:
            while (event := clock.of(MAKING, lambda: next(made, None))) is not None:
                yield event

        clock.of(WRITING, lambda: store.replace_events(come()))
        clock.seconds[WRITING] -= clock.seconds[MAKING]
        clock.of(MERGING, renewal.settle)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
