"""Events of a collection: reports of all documents, named alike, merged, titled and put in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from data.events.clauses.stays import with_stay
from data.events.comparing.cards import note
from data.events.comparing.contested_names import with_other_names
from data.events.keeping import Memory
from data.events.renewing.renewal import renewed
from data.events.report import Report
from data.events.reporting.reports import reports
from data.events.told_again.recalled import with_things
from data.events.told_again.tellers import with_tellers
from data.garbage import uncollected
from data.model import DatedDocument, Event, Mark
from data.order import timeline_order


def report_each(documents: Iterable[DatedDocument]) -> Iterator[list[Report]]:
    """The reports of each document, in the order of the documents."""
    return map(report_document, documents)


def report_document(document: DatedDocument) -> list[Report]:
    """All that a document reports, worked out of it alone."""
    return with_other_names(with_tellers(with_things([*map(with_stay, reports(document))])))


def make_events(
    documents: Iterable[DatedDocument],
    wishes: Sequence[Mark] = (),
    report: Callable[[Sequence[DatedDocument]], Iterable[list[Report]]] = report_each,
) -> list[Event]:
    """The events of a collection in the order of the timeline: by first day, last day, id; undated ones last.

    ``wishes`` are the user's merges, splits and names, in order. The order of the documents does not matter.
    Search-result snippets support events of articles, and make none. ``report`` gives the reports of each
    document, in the order of the documents: each document tells for itself, so that may be done anywhere.
    """
    with uncollected():
        dated = sorted(documents, key=lambda one: one.document.id)
        told = {
            one.document.id: (note(one, found), found)
            for one, found in zip(dated, report(dated), strict=True)
        }
        return sorted(renewed(Memory(told), wishes).come, key=timeline_order)
