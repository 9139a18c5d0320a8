"""What a collection of many events answers, and in how much CPU time: medians, 95th and 99th percentiles.

python -m tests.benchmarks.measure_store [EVENTS [FILE]]

An existing FILE is measured as it is, so that queries can be measured again without filling it anew.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from data import days
from data.order import timeline_order
from data.query import select
from data.store.records import Selection
from data.store.sqlite import SqliteReadingStore, open_store
from tests.benchmarks.tables import write_table
from tests.store.synthetic import Synthetic

EVENTS = 1_000_000
PAGE = 50
RUNS = 101
FEW = 5
COLUMNS = (
    "question",
    "events",
    "first page",
    "p95",
    "p99",
    "count",
    "months",
    "middle page after",
    "middle page p99",
)


def main(events: int = EVENTS, path: Path | None = None) -> None:
    """Fill a collection, ask, and write ``results/measure_store.md``."""
    synthetic = Synthetic(events)
    with tempfile.TemporaryDirectory() as folder:
        place = path or Path(folder) / "measured.dateline"
        notes = _sizes(place) if place.exists() else fill(synthetic, place)
        empty = Path(folder) / "empty.dateline"
        open_store(empty, writing=True).close()
        opening = (
            f"Opening and first page: {_ms(_opening(place))}, an empty collection {_ms(_opening(empty))}."
        )
        rows = [_answers(place, text, today=days.ordinal(2024, 12, 31)) for text in queries(synthetic)]
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    write_table(
        "measure_store",
        f"A collection of {events:,} events",
        COLUMNS,
        rows,
        f"{notes}{opening} Milliseconds of CPU time, of selections new to an open store unless it "
        f"says after; pages of {PAGE}. Most memory used: {resident} MiB.",
    )


def queries(synthetic: Synthetic) -> list[str]:
    """What is asked of a store, in the language of queries."""
    words, people, places = synthetic.vocabulary.words, synthetic.people.words, synthetic.places.words
    return [
        "", words[0], words[0][0], words[0][:2], words[60], words[5_000],
        f"{words[3]} {words[7]}", f'"{words[0]} {words[1]}"', f"{words[3]} -{words[0]}", f"-{words[0]}",
        f"{words[200]} OR {words[400]}", f"who:{people[0]}", f"who:{people[500]}", f"where:{places[0]}",
        f"who:{people[0]} {words[3]}", "source:nordic", "source:417", f"-source:nordic {words[60]}",
        "on:2022-09-16", "on:2022-09", "on:2022", "after:2019", "before:1960",
        'before:"last summer"', "after:2019 before:2020-06",
        f"{words[3]} on:2022-09", f"{words[5_000]} on:2022-09", f"{words[3]} on:20XX",
        f"who:{people[0]} after:2019", "is:conflict", "is:planned", "is:inferred",
        "is:state", "is:undated", "is:single-source", "is:marked", "is:new", "status:verified",
        "tag:follow-up", "has:note", "not is:inferred", f"is:conflict who:{people[0]}",
        "is:shown", f"{words[60]} is:shown", "is:shown after:2019", "is:main", "is:hidden", "is:stated",
        "on:20XX", "on:2022 -on:2022-09-16", "is:planned OR is:stated", f"is:new -{words[60]}",
        f"{words[3]} OR is:planned", f"(who:{people[0]} OR is:state) after:2020",
    ]  # fmt: skip


def fill(synthetic: Synthetic, place: Path) -> str:
    with open_store(place, writing=True) as store:
        started = time.perf_counter()
        text = 0
        for record, readings in synthetic.files():
            text += sum(len(reading.document.text) for reading in readings)
            store.replace_file(record, readings)
        read = time.perf_counter()
        store.replace_events(sorted(synthetic.timeline(), key=timeline_order))  # a build makes them in order
        written = time.perf_counter()
    size = place.stat().st_size
    return (
        f"{synthetic.documents:,} documents in {read - started:.0f} s, {synthetic.events:,} events in "
        f"{written - read:.0f} s (making them included); {text / 1e6:.0f} MB of text, "
        f"{size / 1e6:.0f} MB on disk. "
    )


def _sizes(place: Path) -> str:
    with open_store(place) as store:
        documents = store.totals().documents
    return f"{documents:,} documents, filled before; {place.stat().st_size / 1e6:.0f} MB on disk. "


def _answers(place: Path, text: str, today: int) -> list[object]:
    selection = select(text, today=today)
    with open_store(place) as store:
        first = _times(store, lambda: store.rows(selection, 0, PAGE))
        counting = _times(store, lambda: store.count(selection), FEW)
        months = _times(store, lambda: store.periods(selection, "month"), FEW)
        events = store.count(selection)
        middle = _times(store, lambda: store.rows(selection, events // 2, PAGE), keep=True)
    return [
        f"`{text}`" if text else "everything", f"{events:,}",
        *(f"{value:.1f}" for value in (*first, counting[0], months[0], middle[0], middle[2])),
    ]  # fmt: skip


def _times(
    store: SqliteReadingStore, ask: Callable[[], object], runs: int = RUNS, *, keep: bool = False
) -> tuple[float, float, float]:
    """Median, 95th and 99th percentile of asking, each time anew or with what is kept of the selection."""
    times = []
    for _ in range(runs):
        if not keep:
            store.forget()
        started = time.process_time()
        ask()
        times.append((time.process_time() - started) * 1000)
    times.sort()
    return statistics.median(times), times[int(len(times) * 0.95)], times[int(len(times) * 0.99)]


def _opening(place: Path) -> float:
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        with open_store(place) as store:
            store.totals()
            store.rows(Selection(), 0, PAGE)
        times.append((time.process_time() - started) * 1000)
    return statistics.median(times)


def _ms(value: float) -> str:
    return f"{value:.1f} ms"


if __name__ == "__main__":
    size, place = (*sys.argv[1:3], "", "")[:2]
    main(int(size or EVENTS), Path(place) if place else None)
