"""What rests on all documents together, made anew from what is kept: their dates, and the events.

No file is read for it: what a text says is kept, and which days that gives is worked out from it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from types import MappingProxyType

from data.building.kept_reports import KeptEvents, Reporting, Told, keep_reports
from data.dating import date_reading, own_dates, publication_dates
from data.events.desk import Hands, own_hands
from data.events.renewing.renewal import renewed
from data.garbage import seldom_collected, uncollected
from data.model import Expression, Mark, Published, Reading, Trouble
from data.passing import Passing, passed, untold
from data.store.lists import DatingRow
from data.store.protocol import Store
from data.workers import Executor, ManyHands, RowsElsewhere, reports_here, reports_in_order

_GRANTED = "granted"
"""Kind of what is kept: under no key, the ids of the wishes of which the events were made, line by line."""

Dated = tuple[str, Published, Sequence[Expression]]
"""A document by its id, with its publication date and its expressions with their days."""


def date_documents(store: Store) -> None:
    """Date the documents of a collection and their expressions, as far as what dates them may have changed.

    A document that metadata, its text or the user dates rests on nothing outside its file. Where there is
    another, all documents are looked at, since any of them may help to date it.
    """
    given = store.given_dates()
    known = {row.id: row for row in store.datings()}
    changed = {row.path for row in known.values() if _is_to_be_dated(row, given)}
    alone = {name for name, row in known.items() if row.path in changed}
    unsure = any(map(_may_be_inferred, known.values()))

    def dated(readings: Iterable[Reading], dates: Mapping[str, Published]) -> Iterator[Dated]:
        for reading in readings:
            name = reading.document.id
            if name in dates and dates[name] != known[name].published:
                found = date_reading(reading, dates[name])
                yield name, found.document.published, found.expressions

    def dated_alone() -> Iterator[Dated]:
        nonlocal unsure
        for _, group in groupby(store.readings(alone), lambda reading: reading.document.path):
            readings = list(group)
            dates = own_dates(readings, given)
            unsure = unsure or len(dates) < len(readings)
            yield from dated(readings, dates)

    store.replace_dating(dated_alone())
    if unsure:
        everything = list(store.readings())
        known = {row.id: row for row in store.datings()}
        store.replace_dating(dated(everything, publication_dates(everything, given)))


def _is_to_be_dated(row: DatingRow, given: Mapping[str, str]) -> bool:
    """Whether a document was not dated since it was read, or the user's date is not the one it has."""
    if row.published is None:
        return True
    return given.get(row.id) != (row.published.value if row.published.basis == "given" else None)


def _may_be_inferred(row: DatingRow) -> bool:
    """Whether the date of a document rests on other documents, or would if they told more."""
    known = row.published
    return row.kind == "article" and known is not None and known.basis in ("inferred", "unknown")


def refresh(
    store: Store, executor: Executor | None = None, *, spares: bool = False, passing: Passing = untold
) -> None:
    """Date all documents again and make the events anew, without reading a file.

    The work on documents is done as :func:`renew_events` says; ``passing`` is told how far it is.
    """
    with store.building():
        passing("dating documents")
        date_documents(store)
        renew_events(store, executor, spares=spares, passing=passing)


def remake(store: Store) -> None:
    """Make the events anew after the user's marks; the documents are dated again only if that is needed."""
    with store.building():
        if store.is_current():
            renew_events(store)
        else:
            refresh(store)


def is_up_to_date(store: Store) -> bool:
    """Whether the events were made of the documents as they are now, and of all that the user wishes."""
    return store.is_current() and _granted(store) == _names(store.wishes())


def _granted(store: Store) -> bytes:
    return store.kept_of(_GRANTED, [""]).get("", b"")


def _names(wishes: Iterable[Mark]) -> bytes:
    return "\n".join(wish.id for wish in wishes).encode()


def renew_events(
    store: Store,
    executor: Executor | None = None,
    told: Mapping[str, Told] = MappingProxyType({}),
    *,
    spares: bool = False,
    arriving: bool = False,
    passing: Passing = untold,
) -> list[Trouble]:
    """Make the events anew from the documents as they are dated, and from the user's merges and splits.

    With ``arriving`` documents were read since the last time: an event that was not there before is new.
    An executor works out what each document reports, of those whose reports are not kept, and makes events of
    them; with ``spares`` it does the first of long documents, which need a guard, and nothing else. Returned
    is which documents it could not work out. ``told`` is what is kept of some, by id, as far as it is in
    memory. ``passing`` is told how far it is.
    """
    wishes: Sequence[Mark] | None = None
    troubles: list[Trouble] = []
    report: Reporting = partial(reports_here, told=troubles.append)
    hands: Hands = own_hands
    if executor is not None:
        report = partial(reports_in_order, executor=executor, told=troubles.append, small_here=spares)
        hands = own_hands if spares else ManyHands(executor)
    with store.building():
        with seldom_collected():
            worked_out = {**told, **keep_reports(store, report, troubles.append, passing)}
        with uncollected():
            while wishes != (wanted := store.wishes()):  # what is decided meanwhile counts too
                wishes = wanted
                with KeptEvents(store, worked_out) as keeper:
                    passing("merging what documents tell")
                    renewal = renewed(keeper, wishes, hands)
                    come = passed(renewal.come, "making events", passing)
                    if renewal.is_whole:
                        as_rows = None
                        if executor is not None and not spares:
                            as_rows = RowsElsewhere(renewal.come, executor, passing)
                        store.replace_events(come, arriving=arriving, as_rows=as_rows)
                    else:
                        store.change_events(renewal.gone, come, arriving=arriving)
                    renewal.settle()
            if _granted(store) != (names := _names(wishes)):
                store.keep(_GRANTED, {"": names})
    return troubles
