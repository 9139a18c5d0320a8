"""Worker processes: started when a task needs them, started anew after one is lost, never left behind.

They are programs of their own, started afresh and not forked: the reader may have threads (the screen has),
and a fork of a process with threads can stand still for ever. ``multiprocessing`` starts them afresh too, but
needs the standard error stream, which a screen takes away, and imports the main module a second time.
"""

from __future__ import annotations

import atexit
import os
import queue
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future
from contextlib import closing
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from data.closing import Closing
from data.errors import DatelineError
from data.workers.inside import END, MISTAKE, OUT_OF_MEMORY, READY, SHARED, Task, WorkerLostError
from data.workers.packing import pack, unpack

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")

SECONDS = 180.0
"""Until the next document of a file must be read. The slowest honest one, a PDF of thousands of pages, is
given 120 seconds by its own format."""

MEMORY = 2048 << 20
"""Bytes of address space of a worker. Python with all formats loaded takes about 300 MB of them."""

_MOST_JOBS = 4  # unless more are asked for: a worker may take much memory, and others use the machine
_LEAVE_OUT = "Leave it out, or split it into smaller files."
_AGAIN = "To try it once more: dateline build --verify"
_CRASHES = (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGTRAP)
_STARTED = "import sys; sys.path[:] = {path!r}; from data.workers.inside import main; main({arguments})"


def cores() -> int:
    """How many processes work at once if nobody says how many: one for each core, at most four."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST_JOBS)


class Processes(Closing):
    """Runs functions in worker processes: an :class:`data.workers.executor.Executor` of this machine.

    Args:
        jobs: how many processes at most; each is started when a task finds no other one free.
        seconds: until a task's next item must come, or its worker is killed.
        memory: bytes of address space that a worker may take.
    """

    grain = 16 << 10
    shares_files = True

    def __init__(self, jobs: int = 1, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.jobs = jobs
        self._seconds = seconds
        self._memory = memory
        self._tasks: queue.SimpleQueue[tuple[Task, bytes, Future[list[object]]] | None] = queue.SimpleQueue()
        self._shared = b""
        self._lock = Lock()
        self._threads = 0
        self._closed = False
        self._workers: set[_Worker] = set()
        _OPEN.add(self)

    def submit(self, function: Callable[..., Iterator[Item]], /, *arguments: object) -> Future[list[Item]]:
        """Have a worker call a function; the future holds all that it yields.

        The function must be importable by its name, its items words of :mod:`data.model`. The future raises
        WorkerLostError if the worker hangs, dies or takes too much, DatelineError if none can be started.
        """
        future: Future[list[Item]] = Future()
        self._tasks.put(((function, arguments), self._shared, future))  # type: ignore[arg-type]  # of items of any kind
        if self._threads < self.jobs:
            self._threads += 1
            # A daemon: the program may leave while a worker still reads; its worker is then killed.
            Thread(target=self._serve, name="worker", daemon=True).start()
        return future

    def share(self, value: object) -> None:
        """Let tasks that are given from now on have a value, which each worker is sent once."""
        self._shared = pack(value)

    @property
    def processes(self) -> list[int]:
        """The ids of the processes that run now."""
        with self._lock:
            return [worker.process.pid for worker in self._workers]

    def close(self) -> None:
        """Kill all workers, whatever they do; may be called twice."""
        with self._lock:
            self._closed = True
            workers, self._workers = self._workers, set()
        for worker in workers:
            worker.kill()
        for _ in range(self._threads):
            self._tasks.put(None)

    def _serve(self) -> None:
        """A thread with a worker of its own."""
        worker: _Worker | None = None
        while (given := self._tasks.get()) is not None and not self._closed:
            task, shared, future = given
            try:
                worker = worker or self._start()
                result = list(worker.run(task, shared))
            except BaseException as error:
                if worker is not None and not worker.is_alive:
                    self._forget(worker)
                    worker = None
                future.set_exception(error)
            else:
                future.set_result(result)
        if worker is not None:
            self._forget(worker)
            worker.end()

    def _start(self) -> _Worker:
        worker = _Worker(self._seconds, self._memory)
        with self._lock:
            if not self._closed:
                self._workers.add(worker)
                return worker
        worker.end()
        raise WorkerLostError("reading was stopped", _AGAIN)

    def _forget(self, worker: _Worker) -> None:
        with self._lock:
            self._workers.discard(worker)


class Process(Closing):
    """Runs functions one after another in a worker process, started for the first, anew after it is lost.

    ``seconds`` and ``memory`` are as for :class:`Processes`.
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._worker: _Worker | None = None
        _OPEN.add(self)

    def run(
        self, function: Callable[..., Iterator[Item]], /, *arguments: object
    ) -> Generator[Item, None, None]:
        """What a function yields, each item as the worker makes it, which goes no more than a few ahead.

        The function and its items are as for :meth:`Processes.submit`. Raises WorkerLostError if the worker
        hangs, dies or takes too much, DatelineError if none can be started.
        """
        yield from self._ready().run((function, arguments))

    def run_packed(self, task: bytes, shared: bytes) -> list[bytes]:
        """All that a packed task yields, each item as the worker packed it, for whoever asked for it.

        ``shared``: the packed value that it shares with others; empty if there is none.
        """
        return list(self._ready().run_packed(task, shared))

    def _ready(self) -> _Worker:
        if self._worker is None or not self._worker.is_alive:
            self._worker = _Worker(self._seconds, self._memory)
        return self._worker

    def close(self) -> None:
        """Kill the worker, whatever it does; may be called twice."""
        if self._worker is not None:
            self._worker.end()


class _Worker:
    """One process and the connection to it. Raises DatelineError if it does not start."""

    def __init__(self, seconds: float, memory: int) -> None:
        from multiprocessing.connection import Pipe

        self._seconds, self._memory = seconds, memory
        self._shared = b""
        self._connection: Connection
        self._connection, there = Pipe()
        self.is_alive = True
        arguments = f"{there.fileno()}, {seconds!r}, {memory!r}"
        try:
            self.process = subprocess.Popen(  # noqa: S603 - this program itself
                [sys.executable, "-c", _STARTED.format(path=sys.path, arguments=arguments)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[there.fileno()],
                process_group=0,  # the terminal's Ctrl-C is for the reader alone
            )
        except OSError as error:
            self._connection.close()
            raise _not_started(error.strerror or str(error)) from error
        finally:
            there.close()
        try:
            ready = self._connection.recv_bytes() == READY
        except (EOFError, OSError):
            ready = False
        if not ready:
            self.end()
            raise _not_started(f"it ended with code {self.process.returncode}")

    def run(self, task: Task, shared: bytes = b"") -> Generator[Any, None, None]:
        """The items that a task yields, as they come; WorkerLostError if they do not come whole.

        ``shared``: the packed value that it shares with others; empty if there is none. Whoever does not take
        them all has ended the process.
        """
        with closing(self.run_packed(pack(task), shared)) as items:
            for item in items:
                yield unpack(item)

    def run_packed(self, task: bytes, shared: bytes) -> Generator[bytes, None, None]:
        """The items as :meth:`run` gives them, each as it was sent, of a packed task."""
        whole = False
        try:
            if shared and shared != self._shared:
                self._connection.send_bytes(SHARED + shared)
                self._shared = shared
            self._connection.send_bytes(task)
            while (item := self._connection.recv_bytes()) != END:
                if item.startswith(MISTAKE):
                    raise WorkerLostError(item.removeprefix(MISTAKE).decode(), "Please report this.")
                yield item
            whole = True
        except (EOFError, OSError) as error:
            self.end()
            raise self._lost() from error
        except MemoryError as error:
            raise WorkerLostError("what it holds does not fit into memory", _LEAVE_OUT) from error
        finally:
            if not whole:
                self.end()

    def kill(self) -> None:
        """End the process; whoever waits for its answer learns of it."""
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        """Kill the process, unless it has ended by itself, and close the connection."""
        self.is_alive = False
        self.kill()
        self._connection.close()

    def _lost(self) -> WorkerLostError:
        code = self.process.returncode
        if code == OUT_OF_MEMORY:
            return WorkerLostError(
                f"it takes more than {self._memory >> 20:,} MB of memory to read", _LEAVE_OUT
            )
        if code == -signal.SIGALRM:
            return WorkerLostError(f"it takes more than {self._seconds:,.0f} seconds to read", _LEAVE_OUT)
        if -code in _CRASHES:
            return WorkerLostError(
                f"reading it crashes ({signal.Signals(-code).name})",
                "It may be damaged: open it in its own program and save it again.",
            )
        told = signal.Signals(-code).name if code < 0 else f"code {code}"
        return WorkerLostError(
            f"the process that read it was ended from outside ({told})", _AGAIN, again=True
        )


def _not_started(reason: str) -> DatelineError:
    return DatelineError(
        "No process to read files in",
        reason,
        "The system may have too many processes or too little memory; try again.",
    )


_OPEN: weakref.WeakSet[Processes | Process] = weakref.WeakSet()


@atexit.register
def _leave_nothing_behind() -> None:
    for processes in list(_OPEN):
        processes.close()
