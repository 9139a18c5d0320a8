"""Worker processes on many machines: an existing cluster of dask.distributed, as an executor.

On each machine a task runs in a process of its own, with the same limits as on this one. A machine
that is lost costs nothing: the cluster gives its tasks to another one. A task that takes its machines with it
is given up by the cluster, and told like any other lost task.
"""

from __future__ import annotations

import logging
import re
import time
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import uuid4

from data.closing import Closing
from data.errors import DatelineError
from data.workers.guarding import given, goes_by, guarded
from data.workers.inside import WorkerLostError
from data.workers.packing import pack, unpack

if TYPE_CHECKING:
    from distributed import Client, Future

Item = TypeVar("Item")

CONNECTING_SECONDS = 5.0
"""For the scheduler to answer, and for a cluster without workers to get one."""

ABANDONED_SECONDS = 60.0
"""A cluster that had workers may be without for so long: they are started anew after a fall."""

_ADDRESS = re.compile(r"(?:tcp|tls|ws|wss)://(?:\[[0-9a-fA-F:.%]+\]|[^\s:/]+):\d{1,5}")
_LOOK_SECONDS = 2.0  # between questions how many workers there are
_LOGGERS = (
    "distributed",
    "distributed.client",
    "distributed.core",
    "distributed.comm",
    "distributed.scheduler",
)


class Cluster(Closing):
    """Runs functions on a cluster: an :class:`data.workers.executor.Executor`.

    Args:
        address: of the scheduler, such as ``tcp://192.168.0.10:8786``.
        rules: a function that must tell the same on every machine as here: which rules it goes by.

    Attributes:
        client: the connection to the scheduler.
        rules: as they were given.

    Raises DatelineError if there is no such cluster, or it has no workers.
    """

    grain = 64 << 10
    shares_files = False

    def __init__(self, address: str, rules: Callable[[], str]) -> None:
        self._address = address
        self.rules = rules
        self.client = _connected(address)
        self._name = f"dateline-{uuid4().hex[:12]}"
        self._tasks = 0
        self._shared: Future[bytes] | bytes = b""
        self._looked = self._last_seen = time.monotonic()
        self._jobs = 0
        try:
            self._await_workers()
        except DatelineError:
            self.close()
            raise

    @property
    def jobs(self) -> int:
        """How many tasks run at once: the threads of all workers that are there now."""
        if time.monotonic() - self._looked > _LOOK_SECONDS:
            self._look()
        return max(1, self._jobs)

    def submit(self, function: Callable[..., Iterator[Item]], /, *arguments: object) -> Answer[list[Item]]:
        """Have a machine of the cluster call a function; it must be importable there by its name.

        Raises DatelineError if the cluster is lost.
        """
        self._tasks += 1
        task = pack((function, arguments))
        try:
            future = self.client.submit(
                guarded, task, self._shared, self.rules, goes_by(self.rules),
                key=f"{self._name}-{self._tasks}", pure=False,
            )  # fmt: skip
        except Exception as error:
            raise self.lost(error) from error
        return Answer(self, future)

    def share(self, value: object) -> None:
        """Let tasks that are given from now on have a value, which goes from machine to machine.

        It is a task of its own, so that the cluster makes it again where a machine that has it is lost.
        Raises DatelineError if the cluster is.
        """
        self._tasks += 1
        try:
            self._shared = self.client.submit(
                given, pack(value), key=f"{self._name}-{self._tasks}", pure=False
            )
        except Exception as error:
            raise self.lost(error) from error

    def close(self) -> None:
        """Leave the cluster, which forgets what was asked of it; may be called twice."""
        try:
            self.client.close(timeout=CONNECTING_SECONDS)  # type: ignore[no-untyped-call]
        except Exception as error:  # nothing is wanted of it any more
            logging.getLogger(__name__).debug("leaving the cluster: %s", error)

    def check(self) -> None:
        """Raises DatelineError if the cluster has had no worker for long, or is gone."""
        if time.monotonic() - self._looked > _LOOK_SECONDS:
            self._look()
        if time.monotonic() - self._last_seen > ABANDONED_SECONDS:
            raise DatelineError(
                "The cluster has no workers any more", self._address,
                "What was read is kept. Start workers, and build again.",
            )  # fmt: skip

    def lost(self, error: Exception) -> DatelineError:
        """What an error of the cluster itself means."""
        from concurrent.futures import CancelledError

        # What Dask says of what went with its scheduler is for whoever programs with it.
        said = "" if isinstance(error, CancelledError | OSError) else " ".join(str(error).split())[:150]
        if "deserializ" in said:
            return _other_version(f"{self._address}: {self._differing()}")
        said = said or "its scheduler went away, or was started anew"
        return DatelineError(
            "The cluster was lost",
            f"{self._address}: {said}",
            "What was read is kept. See that its scheduler runs, and build again.",
        )

    def _differing(self) -> str:
        """Which machine has not what is here."""
        try:
            told: Any = self.client.get_versions()
        except Exception as error:
            logging.getLogger(__name__).debug("asking for versions: %s", error)
            told = {}
        here = _versions(told.get("client"))
        there = {"its scheduler": told.get("scheduler"), **(told.get("workers") or {})}
        for machine, versions in there.items():
            if versions and _versions(versions) != here:
                return f"{machine} has {_versions(versions)}; here is {here}"
        return "dateline is missing on its scheduler, or on a worker"

    def _await_workers(self) -> None:
        deadline = time.monotonic() + CONNECTING_SECONDS
        while True:
            self._look()
            if self._jobs:
                return
            if time.monotonic() > deadline:
                raise DatelineError(
                    "The cluster has no workers", self._address, f"Start some: dask worker {self._address}"
                )
            time.sleep(0.1)

    def _look(self) -> None:
        try:
            self._jobs = sum(self.client.nthreads(callback_timeout=ABANDONED_SECONDS).values())  # type: ignore[no-untyped-call]
        except Exception as error:
            raise self.lost(error) from error
        self._looked = time.monotonic()
        if self._jobs:
            self._last_seen = self._looked


class Answer(Generic[Item]):
    """What a task on the cluster will have yielded."""

    def __init__(self, cluster: Cluster, future: Future[Any]) -> None:
        self._cluster = cluster
        self._future = future

    def result(self, timeout: float | None = None) -> Any:
        """All that the function yielded, as :class:`data.workers.executor.Answer` says."""
        from distributed import KilledWorker, wait

        try:
            # Waiting for the result itself would break off its journey when the time is over, and with it
            # those of all results that travel together.
            with self._cluster.client.as_current():
                wait(self._future, timeout=timeout)  # type: ignore[no-untyped-call]
        except TimeoutError:
            self._cluster.check()
            raise
        except Exception as error:
            raise self._cluster.lost(error) from error
        try:
            told = self._future.result(timeout=ABANDONED_SECONDS)
        except KilledWorker as error:
            raise WorkerLostError(
                "reading it ended every machine of the cluster that tried",
                "Leave it out, or split it into smaller files.",
                again=True,  # what waited on a machine beside the one that ended it is blamed too
            ) from error
        except ImportError as error:
            raise _other_version(str(error)) from error
        except Exception as error:
            raise self._cluster.lost(error) from error
        self._future.release()  # type: ignore[no-untyped-call]
        match told:
            case str():
                raise _other_version(f"{told}; here is {goes_by(self._cluster.rules)}")
            case (str(reason), str(hint), bool(again)):
                raise WorkerLostError(reason, hint, again=again)
        return [unpack(item) for item in told]


def _versions(told: Any) -> str:
    """What Dask knows of a machine, in words."""
    host, packages = (told or {}).get("host") or {}, (told or {}).get("packages") or {}
    return f"Python {host.get('python', '?')}, Dask {packages.get('distributed', '?')}"


def _other_version(reason: str) -> DatelineError:
    return DatelineError(
        "The cluster has another version of dateline, Python or Dask", reason,
        "Install the same ones on the scheduler, on every worker and here.",
    )  # fmt: skip


def _connected(address: str) -> Client:
    if _ADDRESS.fullmatch(address) is None:
        raise DatelineError(
            "This is no address of a cluster", repr(address), "It looks like tcp://192.168.0.10:8786"
        )
    try:
        from distributed import Client
    except ImportError as error:
        raise DatelineError(
            "Dask is not installed", str(error), "Install it: python -m pip install 'dateline[dask]'"
        ) from error
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is told in one line
    try:
        with warnings.catch_warnings(action="ignore"):  # of other versions of Dask; rules are compared
            return Client(address, timeout=CONNECTING_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except Exception as error:
        told = " ".join(str(error).split())[:200] or type(error).__name__
        raise DatelineError(
            "The cluster does not answer", f"{address}: {told}",
            "See that its scheduler runs (dask scheduler), and that a firewall lets you reach it.",
        ) from error  # fmt: skip
