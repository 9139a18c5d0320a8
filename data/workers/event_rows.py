"""Events put together and made rows with an executor, while those before them are written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from data.passing import Passing, untold
from data.workers.inside import WorkerLostError
from data.workers.spreading import Piece, spread

if TYPE_CHECKING:
    from data.events.outline import Draft
    from data.events.renewing.drafts import Block
    from data.store.tables.tally import Source
    from data.workers.executor import Executor

# So many events are sent together.
_TOGETHER = 1_000


class Drafting(Protocol):
    """Events that are to be made rows, such as :class:`data.events.renewing.drafts.Coming`."""

    def blocks(self, least: int) -> Iterable[Block]:
        """The events as drafts, those of whole days together, so many at least but for the last."""


class Drafted(NamedTuple):
    """Events that are to be made rows, and what that takes.

    Attributes:
        drafts: of some days, in the order of the days.
        sources: their documents by id.
        before: how many events stand before them.
        build: that in which they arrive.
    """

    drafts: Sequence[Draft]
    sources: Mapping[str, Source]
    before: int
    build: int


Plain = tuple[Mapping[str, Any], Sequence[Sequence[Any]], tuple[Any, ...]]
"""Rows by table, texts, and the sums over the events: see :mod:`data.store.tables.event_rows`."""


def made_rows(blocks: Sequence[Drafted]) -> Iterator[tuple[int, Plain]]:
    """The rows of each of several blocks of events, with its number among them."""
    from data.store.tables.event_rows import rows_of
    from data.store.tables.ordering import Entry, entry_order
    from data.store.tables.selections import STEP
    from data.store.tables.tally import Tally

    for at, (drafts, sources, before, build) in enumerate(blocks):
        ordered = sorted((Entry(draft.event()) for draft in drafts), key=entry_order)
        batch = [((before + number) * STEP, entry) for number, entry in enumerate(ordered, 1)]
        tables, texts = rows_of(batch, sources, {}, build)
        tally = Tally()
        for position, entry in batch:
            tally.put(entry.event, position, sources)
        yield at, (tables, [*map(tuple, texts)], tally.plain())


class RowsElsewhere:
    """Makes rows of events with an executor; what its workers do not survive is done here.

    Args:
        come: the events.
        executor: where it is done.
        passing: is told how far it is.
    """

    def __init__(self, come: Drafting, executor: Executor, passing: Passing = untold) -> None:
        self._come = come
        self._executor = executor
        self._passing = passing

    def __call__(
        self, sources_of: Callable[[Collection[str]], Mapping[str, Source]], build: int
    ) -> Iterator[Plain]:
        """The rows of all events, in the order of the timeline, many at a time."""
        for piece, results in spread(
            self._executor, made_rows, self._pieces(sources_of, build), lambda: False
        ):
            if isinstance(results, WorkerLostError):
                yield from (rows for _, rows in made_rows([piece.known_by]))
            else:
                yield from results

    def _pieces(
        self, sources_of: Callable[[Collection[str]], Mapping[str, Source]], build: int
    ) -> Iterable[Piece[Drafted, Drafted]]:
        before = 0
        for drafts, documents in self._come.blocks(_TOGETHER):
            sent = Drafted(drafts, sources_of(documents), before, build)
            before += len(drafts)
            self._passing(f"making events {before:,}")
            weight = sum(len(one) for draft in drafts for one in (draft.outline, *draft.packed))
            yield Piece(sent, weight, sent)
