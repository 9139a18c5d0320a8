"""Queries drawn from the grammar, asked of a million events in one file: CPU time by what is in them.

python -m tests.benchmarks.queries [EVENTS [FILE [QUERIES]]]

An existing FILE is asked as it is. The five slowest of each question are told beneath the table.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from data import days
from data.query import select
from data.store.sqlite import SqliteReadingStore, open_store
from tests.benchmarks.measure_store import EVENTS, PAGE, fill
from tests.benchmarks.tables import write_table
from tests.store.asked import KINDS, Asked, asked
from tests.store.synthetic import Synthetic

QUERIES = 500
AROUND = 128
"""Events that the screen asks for from the cursor on, and before it, while the rest is counted."""
RUNS = 3
SLOWEST = 5
TODAY = days.ordinal(2024, 12, 31)
QUESTIONS = ("first page", "from the middle on", "before the middle", "count", "months")
PARTS = (0.50, 0.95, 0.99, 1.0)
COLUMNS = (
    "what is in the query", "queries",
    *chain.from_iterable((f"{question}, p50", "p95", "p99", "max") for question in QUESTIONS),
)  # fmt: skip


def main(events: int = EVENTS, path: Path | None = None, queries: int = QUERIES) -> None:
    """Fill a collection, ask, and write ``results/queries.md``."""
    synthetic = Synthetic(events)
    with tempfile.TemporaryDirectory() as folder:
        place = path or Path(folder) / "measured.dateline"
        if not place.exists():
            fill(synthetic, place)
        times = {query: times_of(place, query.text) for query in asked(synthetic, queries)}
    write_table(
        "queries",
        f"Queries drawn from the grammar, of {events:,} events",
        COLUMNS,
        [(name, len(group), *_columns(group)) for name, group in _by_class(times)],
        f"{queries} queries drawn by seed. Milliseconds of CPU time, the least of {RUNS} runs, each of a "
        f"selection new to an open store: a page of {PAGE}; {AROUND} events from the middle of the timeline "
        "on and before it, as the screen asks for them; how many; how many in each month. "
        f"{' '.join(_slowest(times))}",
    )


def times_of(place: Path, text: str) -> tuple[float, ...]:
    """Milliseconds that each question of a query takes."""
    selection = select(text, today=TODAY)
    with open_store(place) as store:
        middle = store.begins(days.ordinal(2000))
        return tuple(
            _least(store, ask)
            for ask in (
                lambda: store.rows(selection, 0, PAGE),
                lambda: store.rows_at(store.next_to(selection, middle, AROUND)),
                lambda: store.rows_at(store.next_to(selection, middle, -AROUND)),
                lambda: store.count(selection),
                lambda: store.periods(selection, "month"),
            )
        )


def _least(store: SqliteReadingStore, ask: Callable[[], object]) -> float:
    least = float("inf")
    for _ in range(RUNS):
        store.forget()
        started = time.process_time()
        ask()
        least = min(least, (time.process_time() - started) * 1000)
    return least


def _by_class(times: dict[Asked, tuple[float, ...]]) -> Iterator[tuple[str, list[tuple[float, ...]]]]:
    groups: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for query, taken in times.items():
        for name in query.classes:
            groups[name].append(taken)
    kinds = ("all", "1 term", *(f"{count} terms" for count in range(2, 9)), "not", "or", *KINDS)
    return ((name, groups[name]) for name in kinds if name in groups)


def _columns(group: Sequence[tuple[float, ...]]) -> Iterator[str]:
    for taken in zip(*group, strict=True):
        ranked = sorted(taken)
        for part in PARTS:
            yield f"{ranked[min(len(ranked) - 1, int(len(ranked) * part))]:.1f}"


def _slowest(times: dict[Asked, tuple[float, ...]]) -> Iterator[str]:
    for number, question in enumerate(QUESTIONS):
        worst = sorted(times, key=lambda query: -times[query][number])[:SLOWEST]
        told = ", ".join(f"`{query.text}` {times[query][number]:.0f}" for query in worst)
        yield f"\n\nThe slowest, {question}: {told}."


if __name__ == "__main__":
    size, place, number = (*sys.argv[1:4], "", "", "")[:3]
    main(int(size or EVENTS), Path(place) if place else None, int(number or QUERIES))
