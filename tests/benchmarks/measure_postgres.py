"""The same questions to a PostgreSQL server on this machine and to a SQLite file, in milliseconds.

python -m tests.benchmarks.measure_postgres [EVENTS]

That both give the same events is checked on the way.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from data import days
from data.marks import on_events
from data.order import timeline_order
from data.query import select
from data.store import open_collection
from data.store.records import Selection
from tests.benchmarks.measure_store import PAGE, queries
from tests.benchmarks.tables import write_table
from tests.helpers.postgres_server import OWNER, PASSWORD, Server, postgres_server, why_not
from tests.store.synthetic import Synthetic

EVENTS = 100_000
RUNS = 7
ENGINES = ("SQLite", "PostgreSQL")
COLUMNS = (
    "question",
    "events",
    *(f"{what}, {engine}" for what in ("first page", "months") for engine in ENGINES),
)


def main(events: int = EVENTS) -> None:
    """Fill both, ask both, and write ``results/measure_postgres.md``."""
    if why_not():
        sys.exit(why_not())
    with (
        tempfile.TemporaryDirectory() as folder,
        postgres_server() as server,
        pytest.MonkeyPatch.context() as set_,
    ):
        set_.setenv("PGPASSWORD", PASSWORD)
        addresses = (str(Path(folder) / "measured.dateline"), server.url(server.new_database(), OWNER))
        _measure(Synthetic(events), addresses, server)


def _measure(synthetic: Synthetic, addresses: tuple[str, str], server: Server) -> None:
    filling = [_fill(synthetic, address) for address in addresses]
    marking = [_marking(address) for address in addresses]
    rows = []
    today = days.ordinal(2024, 12, 31)
    with closing(open_collection(addresses[0])) as file, closing(open_collection(addresses[1])) as served:
        for text in queries(synthetic):
            selection = select(text, today=today)
            counts = {store.count(selection) for store in (file, served)}
            assert len(counts) == 1, (text, counts)
            assert file.rows(selection, 0, PAGE) == served.rows(selection, 0, PAGE), text
            pages = (_time(store, partial(store.rows, selection, 0, PAGE)) for store in (file, served))
            months = (_time(store, partial(store.periods, selection, "month")) for store in (file, served))
            rows.append([
                f"`{text}`" if text else "everything", f"{counts.pop():,}",
                *(f"{value:.1f}" for value in (*pages, *months)),
            ])  # fmt: skip
    told = "; ".join(
        f"{engine}: documents in {read:.0f} s, events in {made:.0f} s, a mark in {mark:.1f} ms"
        for engine, (read, made), mark in zip(ENGINES, filling, marking, strict=True)
    )
    write_table(
        "measure_postgres",
        f"A collection of {synthetic.events:,} events on a server and in a file",
        COLUMNS,
        rows,
        f"{server.sql('SHOW server_version')} of PostgreSQL on loopback. {told}. Medians of {RUNS} in"
        f" milliseconds, of selections new to an open store; pages of {PAGE}.",
    )


def _fill(synthetic: Synthetic, address: str) -> tuple[float, float]:
    with closing(open_collection(address, writing=True)) as store:
        started = time.perf_counter()
        for record, readings in synthetic.files():
            store.replace_file(record, readings)
        read = time.perf_counter()
        store.replace_events(sorted(synthetic.timeline(), key=timeline_order))  # a build makes them in order
        return read - started, time.perf_counter() - read


def _marking(address: str) -> float:
    times = []
    with closing(open_collection(address, writing=True)) as store:
        for row in store.rows(Selection(), 1_000, RUNS * 3):
            event = store.event(row.id)
            assert event is not None
            mark = on_events("tag", [event], "measured", by="Ada")
            started = time.perf_counter()
            store.mark(mark)
            times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def _time(store: Any, ask: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        store.forget()
        started = time.perf_counter()
        ask()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
