"""Where functions run beside this process: in processes of this machine, or on the machines of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

Item = TypeVar("Item")
Answer_co = TypeVar("Answer_co", covariant=True)


class Answer(Protocol[Answer_co]):
    """What a task will have yielded; the futures of ``concurrent.futures`` and of Dask are such."""

    def result(self, timeout: float | None = None) -> Answer_co:
        """All that the function yielded; TimeoutError if that takes more seconds.

        Raises WorkerLostError if the task was lost, DatelineError if nothing can be run any more.
        """
        ...


class Executor(Protocol):
    """Runs functions somewhere else, several at once."""

    @property
    def jobs(self) -> int:
        """How many tasks run at once."""

    @property
    def grain(self) -> int:
        """Bytes of text that are worth a task of their own; smaller things are sent together."""

    @property
    def shares_files(self) -> bool:
        """Whether a path means the same file there as here."""

    def submit(self, function: Callable[..., Iterator[Item]], /, *arguments: object) -> Answer[list[Item]]:
        """Have a function called.

        The function must be importable by its name, its items words of :mod:`data.model`.
        """
        ...

    def share(self, value: object) -> None:
        """Let tasks that are given from now on have a value, :func:`data.workers.inside.shared`.

        It is sent to each process once, however many tasks ask for it.
        """
        ...

    def close(self) -> None:
        """End all tasks; may be called twice."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
