"""What runs on a machine of a cluster: a task in a process of its own, with the limits that hold everywhere.

A machine keeps its processes for the next tasks, and ends those that nobody has needed for a while.
"""

from __future__ import annotations

import platform
import sys
import threading
import time
from collections.abc import Callable
from functools import cache

from data.errors import DatelineError
from data.workers.inside import WorkerLostError
from data.workers.processes import Process

IDLE_SECONDS = 60.0
"""After so long without a task a process is ended: its memory is wanted by others."""

Lost = tuple[str, str, bool]
"""A task that was lost: reason, hint, and whether another try may end otherwise."""


def given(shared: bytes) -> bytes:
    """A packed value that tasks share, to lie on the machines of the cluster."""
    return shared


def goes_by(rules: Callable[[], str]) -> str:
    """On what a machine's answers rest, in words: rules, Python and Dask."""
    from importlib.metadata import version

    python = ".".join(map(str, sys.version_info[:2]))
    return f"dateline {rules()}, Python {python}, Dask {version('distributed')}"


def guarded(task: bytes, shared: bytes, rules: Callable[[], str], expected: str) -> list[bytes] | Lost | str:
    """All that a packed task yields, packed, or why it was lost.

    ``shared``: the packed value that it shares with others; empty if there is none. Told is what this machine
    goes by if whoever asks goes by something else: its answers would be others.
    """
    here = goes_by(rules)
    if here != expected:
        return f"{platform.node()} has {here}"
    process = _idle().take()
    try:
        return process.run_packed(task, shared)
    except WorkerLostError as lost:
        return lost.reason, lost.hint, lost.again
    except DatelineError as error:  # no process could be started here
        return f"{platform.node()}: {error.reason}", error.hint, True
    finally:
        _idle().give_back(process)


class _Idle:
    """Processes without a task."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._processes: list[tuple[float, Process]] = []
        self._looks = False

    def take(self) -> Process:
        with self._lock:
            return self._processes.pop()[1] if self._processes else Process()

    def give_back(self, process: Process) -> None:
        with self._lock:
            self._processes.append((time.monotonic(), process))
            self._look_later()

    def _look_later(self) -> None:
        if self._processes and not self._looks:
            self._looks = True
            timer = threading.Timer(IDLE_SECONDS, self._end_unneeded)
            timer.daemon = True
            timer.start()

    def _end_unneeded(self) -> None:
        longest = time.monotonic() - IDLE_SECONDS
        with self._lock:
            unneeded = [process for since, process in self._processes if since <= longest]
            self._processes = [(since, process) for since, process in self._processes if since > longest]
            self._looks = False
            self._look_later()
        for process in unneeded:
            process.close()


@cache
def _idle() -> _Idle:
    return _Idle()
