"""The file of a collection while others read it, write it and are killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from data.passing import untold
from data.query import select
from data.store.records import Selection
from data.store.sqlite import open_store
from data.store.sqlite.checking_frequent import faults_of_frequent
from tests.store.made import event, put
from tests.store.port import EVENT, PORT

ROOT = Path(__file__).resolve().parents[2]


class TestSideBySide:
    def test_a_reader_in_another_thread_sees_whole_builds(self, path: Path) -> None:
        """While the events are replaced over and over, a reader never sees half of them."""
        many = [event(f"e{n}", "2024-07-08", EVENT.passages) for n in range(40)]
        stop, seen, troubles = threading.Event(), set[tuple[int, int]](), list[BaseException]()

        def read() -> None:
            try:
                with open_store(path) as store:
                    while not stop.is_set():
                        seen.add((store.count(select("twelve")), len(list(store.events(select("twelve"))))))
            except BaseException as error:  # told by the assertion below
                troubles.append(error)

        thread = threading.Thread(target=read)
        with open_store(path, writing=True) as writer:
            writer.replace_events(many)
            thread.start()
            for _ in range(10):
                writer.replace_events(many[:20])
                writer.replace_events(many)
            stop.set()
            thread.join()
        assert troubles == []
        assert {count for pair in seen for count in pair} <= {20, 40}

    def test_a_moved_copy_is_the_collection(self, path: Path, tmp_path: Path) -> None:
        copy = shutil.copy(path, tmp_path / "copy.dateline")
        with open_store(copy) as store:
            assert store.event("e") == EVENT


_BUILDER = """
import sys
from data.store.sqlite import frequent_words, open_store
from tests.store.made import document, event, passage, put

frequent_words.MANY = 20  # what frequent words find is ready, too
with open_store(sys.argv[1], writing=True) as store:
    for turn in range(10_000):
        parts = [document(f"d{n}", f"Turn {turn}.", "Twelve died.", sha256=f"{turn}") for n in range(5)]
        put(store, *parts)
        told = [passage(part, f"Turn {turn}.") for part in parts]
        store.replace_events(event(f"e{n}", "2024", [told[n % 5]]) for n in range(60))
        print(turn, flush=True)
"""


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.95])
def test_killed_at_any_instant_it_holds_whole_steps(tmp_path: Path, share: float) -> None:
    place = tmp_path / "killed.dateline"
    builder = subprocess.Popen(
        [sys.executable, "-c", _BUILDER, str(place)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert builder.stdout is not None
    started = [time.perf_counter() for _ in zip(range(3), builder.stdout, strict=False)]
    turn = (started[-1] - started[0]) / 2
    time.sleep(turn * share)  # into the midst of a turn, wherever that is
    os.kill(builder.pid, signal.SIGKILL)
    builder.wait()
    builder.stdout.close()
    with open_store(place) as store:
        events = list(store.events(Selection()))
        assert len(events) == 60
        shown = {p.text for e in events for p in e.passages}
        assert len(shown) == 1 or not store.is_current()
        assert len(list(store.readings())) == len(store.documents()) == 5
        assert store._query("SELECT search FROM frequent")
        assert list(faults_of_frequent(store, untold)) == []
    with open_store(place, writing=True) as store:
        assert store._query("PRAGMA integrity_check") == [("ok",)]
        put(store, PORT)
        store.replace_events([EVENT])
        assert store.event("e") == EVENT
