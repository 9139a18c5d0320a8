"""What documents report, kept in the collection: only of those that changed it is worked out again."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from data.edition import edition
from data.errors import CollectionError
from data.model import DatedDocument
from data.workers.packing import pack, unpack

if TYPE_CHECKING:
    from data.events.report import Report
    from data.store.protocol import Store

_KEPT_TOGETHER = 200  # documents; a building that is stopped works out no more than these again
_LEVEL = 1  # of compression: higher ones save little more

Reporting = Callable[[Iterable[DatedDocument]], Iterable["list[Report]"]]
"""Gives the reports of each document, in the order of the documents."""


def kept(store: Store, document_id: str) -> list[Report]:
    """The reports that are kept of a document; raises CollectionError if they cannot be read."""
    try:
        reports: list[Report] = unpack(zlib.decompress(store.reports(document_id)))
    except (zlib.error, pickle.UnpicklingError, ValueError, TypeError, EOFError) as error:
        raise CollectionError(
            "The collection is damaged", f"what {document_id} reports cannot be read",
            "Mend it with: dateline check",
        ) from error  # fmt: skip
    return reports


def with_kept_reports(
    store: Store, report: Reporting
) -> Callable[[Sequence[DatedDocument]], Iterator[list[Report]]]:
    """A function that gives the reports of documents: those kept, and of the others what ``report`` gives."""

    def reports(documents: Sequence[DatedDocument]) -> Iterator[list[Report]]:
        known = store.reported(edition())
        anew = iter(report(one for one in documents if one.document.id not in known))
        fresh: list[tuple[str, bytes]] = []
        for one in documents:
            if one.document.id in known:
                yield kept(store, one.document.id)
                continue
            told = next(anew)
            if told:  # nothing may also mean that it could not be worked out
                fresh.append((one.document.id, zlib.compress(pack(told), _LEVEL)))
            if len(fresh) == _KEPT_TOGETHER:
                store.keep_reports(edition(), fresh)
                fresh.clear()
            yield told
        store.keep_reports(edition(), fresh)

    return reports
