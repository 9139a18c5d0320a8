"""Many small pieces of work, spread over an executor, their results in the order of the pieces.

Pieces are sent together until they are worth a task. If a task is lost its pieces are tried once more, one by
one, so that one piece costs only itself, and is known. What is on its way is bounded in number and in bytes,
whatever the speed of either side.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from data.workers.executor import Answer, Executor
from data.workers.inside import WorkerLostError

Value = TypeVar("Value")
Item = TypeVar("Item")
Known = TypeVar("Known")

BYTES_ON_THEIR_WAY = 64 << 20
_TASKS_A_JOB = 2  # one at work, one waiting there
_TASKS_AHEAD = 2
_PIECES_AHEAD = 4096
_GLANCE = 0.1  # seconds between looks at whether the user has stopped the work


@dataclass(frozen=True, slots=True)
class Piece(Generic[Value, Known]):
    """A piece of work: what it is done on, its weight in bytes, and what the asker knows it by.

    With ``here`` it is not sent anywhere: this makes its results when its turn comes, one by one as they are
    taken.
    """

    value: Value | None
    weight: int
    known_by: Known
    here: Callable[[], Iterable[Any]] | None = None


def spread(
    executor: Executor,
    function: Callable[[Sequence[Value]], Iterator[tuple[int, Item]]],
    pieces: Iterable[Piece[Value, Known]],
    cancelled: Callable[[], bool],
) -> Iterator[tuple[Piece[Value, Known], Iterable[Item] | WorkerLostError]]:
    """Each piece with its results, or with why they were lost; ends early if cancelled.

    The function is given the values of several pieces, and yields its results with the number of the piece
    among them.
    """
    return _Spreading(executor, function, iter(pieces), cancelled).run()


@dataclass(slots=True)
class _Batch(Generic[Value, Item, Known]):
    """Pieces that are sent together."""

    pieces: list[Piece[Value, Known]] = field(default_factory=list)
    weight: int = 0
    answer: Answer[list[tuple[int, Item]]] | None = None
    results: list[list[Item] | WorkerLostError] | None = None


class _StoppedError(Exception):
    """The user has stopped the work."""


class _Spreading(Generic[Value, Item, Known]):
    def __init__(
        self,
        executor: Executor,
        function: Callable[[Sequence[Value]], Iterator[tuple[int, Item]]],
        pieces: Iterator[Piece[Value, Known]],
        cancelled: Callable[[], bool],
    ) -> None:
        self.executor = executor
        self.function = function
        self.pieces = pieces
        self.cancelled = cancelled
        self.waiting: deque[tuple[Piece[Value, Known], _Batch[Value, Item, Known], int]] = deque()
        self.open: _Batch[Value, Item, Known] = _Batch()
        self.tasks = self.weight = 0
        self.finished = False

    def run(self) -> Iterator[tuple[Piece[Value, Known], Iterable[Item] | WorkerLostError]]:
        try:
            while not self.cancelled():
                self._fill()
                if not self.waiting:
                    return
                piece, batch, at = self.waiting.popleft()
                if piece.here is not None:
                    yield piece, piece.here()
                else:
                    yield piece, self._results(batch)[at]
        except _StoppedError:
            return

    def _fill(self) -> None:
        """Take pieces until enough is on its way."""
        most = _TASKS_A_JOB * self.executor.jobs + _TASKS_AHEAD
        while (
            not self.finished
            and self.tasks < most
            and self.weight < BYTES_ON_THEIR_WAY
            and len(self.waiting) < _PIECES_AHEAD
        ):
            piece = next(self.pieces, None)
            if piece is None:
                self.finished = True
            elif piece.here is not None:
                self.waiting.append((piece, self.open, 0))
            else:
                self._add(piece)
        if self.finished and self.open.pieces:
            self._send(self.open)

    def _add(self, piece: Piece[Value, Known]) -> None:
        if self.open.pieces and self.open.weight + piece.weight > self.executor.grain:
            self._send(self.open)
        batch = self.open
        self.waiting.append((piece, batch, len(batch.pieces)))
        batch.pieces.append(piece)
        batch.weight += piece.weight
        self.weight += piece.weight
        if batch.weight >= self.executor.grain:
            self._send(batch)

    def _send(self, batch: _Batch[Value, Item, Known]) -> Answer[list[tuple[int, Item]]]:
        """What comes of a batch, which is sent unless it was; nothing is added to it any more."""
        if batch.answer is None:
            batch.answer = self.executor.submit(self.function, [piece.value for piece in batch.pieces])
            self.tasks += 1
            self.open = _Batch()
        return batch.answer

    def _results(self, batch: _Batch[Value, Item, Known]) -> list[list[Item] | WorkerLostError]:
        if batch.results is None:
            answer = self._send(batch)
            try:
                batch.results = [*self._await(answer, len(batch.pieces))]
            except WorkerLostError as lost:
                if len(batch.pieces) == 1 and not lost.again:
                    batch.results = [lost]
                else:
                    batch.results = [self._alone(piece) for piece in batch.pieces]
            batch.answer = None
            self.tasks -= 1
            self.weight -= batch.weight
        return batch.results

    def _alone(self, piece: Piece[Value, Known]) -> list[Item] | WorkerLostError:
        try:
            return self._await(self.executor.submit(self.function, [piece.value]), 1)[0]
        except WorkerLostError as lost:
            return lost

    def _await(self, answer: Answer[list[tuple[int, Item]]], count: int) -> list[list[Item]]:
        """The results of so many pieces; WorkerLostError if the task was lost."""
        while not self.cancelled():
            try:
                found = answer.result(timeout=_GLANCE)
            except TimeoutError:
                continue
            results: list[list[Item]] = [[] for _ in range(count)]
            for at, item in found:
                results[at].append(item)
            return results
        raise _StoppedError
