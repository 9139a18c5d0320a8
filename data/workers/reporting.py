"""What documents report, each for itself: worked out with an executor, in the order of the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from data.model import DatedDocument, Document, Trouble
from data.workers.inside import WorkerLostError, mistake
from data.workers.spreading import Piece, spread

if TYPE_CHECKING:
    from data.events.report import Report
    from data.workers.executor import Executor

# What has more letters needs a guard wherever it is worked out: it takes seconds, and memory.
_SMALL = 500_000


def report_all(documents: Sequence[DatedDocument]) -> Iterator[tuple[int, list[Report]]]:
    """The reports of each of several documents, with its number among them."""
    from data.events.timeline import report_document  # only the workers that report load it

    for at, dated in enumerate(documents):
        yield at, report_document(dated)


def reports_here(
    documents: Iterable[DatedDocument], told: Callable[[Trouble], None]
) -> Iterator[list[Report] | None]:
    """The reports of each document, worked out in this process; None for one that dateline stumbles over."""
    from data.events.timeline import report_document

    for dated in documents:
        try:
            reports = report_document(dated)
        except MemoryError:
            raise
        except Exception as error:
            told(stumbled(dated.document, error))
            yield None
        else:
            yield reports


def stumbled(document: Document, error: Exception) -> Trouble:
    """That dateline made a mistake with one document, of which no event is told."""
    return Trouble(document.path, document.line, *mistake(error))


def reports_in_order(
    documents: Iterable[DatedDocument],
    executor: Executor,
    told: Callable[[Trouble], None],
    *,
    small_here: bool = False,
) -> Iterator[list[Report] | None]:
    """The reports of each document; None for a document that workers do not survive, which is told.

    With ``small_here`` documents of no great length are worked out in this process. Raises DatelineError if
    nothing can be run.
    """
    if small_here:
        for dated in documents:
            if len(dated.document.text) <= _SMALL:
                yield from reports_here([dated], told)
            else:
                yield from reports_in_order([dated], executor, told)
        return
    pieces = (Piece(dated, len(dated.document.text), dated.document) for dated in documents)
    for piece, results in spread(executor, report_all, pieces, lambda: False):
        if isinstance(results, WorkerLostError):
            document = piece.known_by
            told(Trouble(document.path, document.line, results.reason, results.hint))
            yield None
        else:
            yield from results
