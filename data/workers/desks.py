"""Work on reports, spread over an executor: each piece with a sheet of the reports that it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from data.garbage import uncollected
from data.workers.inside import WorkerLostError, shared
from data.workers.spreading import Piece, spread

if TYPE_CHECKING:
    from data.events.desk import Desk, Portion, Sheet
    from data.workers.executor import Executor

Value = TypeVar("Value")
Result = TypeVar("Result")
_Sent = tuple[Callable[["Desk", Any], Any], Any, "Sheet"]


class ManyHands:
    """Does work on reports with an executor; what its workers do not survive is done here.

    It is a :class:`data.events.desk.Hands`.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def __call__(
        self, work: Callable[[Desk, Value], Result], desk: Desk, portions: Iterable[Portion[Value]]
    ) -> Iterator[Result]:
        """What comes of each portion of work, in the order of the portions."""
        self._executor.share(desk.basis)
        sent = (_piece(work, desk, value, holders) for value, holders in portions)
        for piece, results in spread(self._executor, work_on, sent, lambda: False):
            if isinstance(results, WorkerLostError):
                yield work(desk, piece.known_by)
            else:
                yield from results


def work_on(pieces: Sequence[_Sent]) -> Iterator[tuple[int, Any]]:
    """What comes of each of several pieces of work, with its number among them."""
    from data.events.desk import Desk

    for at, (work, value, sheet) in enumerate(pieces):
        with uncollected():
            result = work(Desk.of(shared(), sheet), value)
        yield at, result


def _piece(
    work: Callable[[Desk, Value], Result], desk: Desk, value: Value, holders: Iterable[int]
) -> Piece[_Sent, Value]:
    sheet = desk.sheet(holders)
    return Piece((work, value, sheet), sum(map(len, sheet.packed.values())), value)
