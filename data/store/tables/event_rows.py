"""Events as rows of their tables: worked out of them and their documents alone, wherever that is done."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from data.errors import CollectionError
from data.order import begin_day
from data.store.compact import dump, dump_all, dump_texts, values_in
from data.store.default_view import is_shown
from data.store.packed import EXPRESSION, pack_text
from data.store.sorts import sorts_of
from data.store.tables.ordering import Entry
from data.store.tables.tally import Source

if TYPE_CHECKING:
    from data.model import Event

LONG = 400
"""Days: an event longer than this, or with an open end, is in the index of long events."""

ANY_BUILD = 0
"""The build of what comes of the user's own doing: it is never new."""

Batch = Sequence[tuple[int, Entry]]
"""Events, each with the position at which it is to stand."""


class Searched(NamedTuple):
    """The texts by whose words an event at a position is found, and its sorts.

    Between texts no phrase goes on.
    """

    position: int
    title: str
    passages: Sequence[str]
    who: Sequence[str]
    where: Sequence[str]
    sources: Sequence[str]
    sorts: Sequence[str]


class EventRows(NamedTuple):
    """Events as rows.

    Attributes:
        tables: the rows by their table.
        texts: by whose words the events are found, and their sorts: what a :class:`Searched` holds.
    """

    tables: Mapping[str, Sequence[Sequence[object]]]
    texts: Sequence[Sequence[Any]]


RowsOfEvents = Callable[
    [Callable[[Collection[str]], Mapping[str, Source]], int],
    Iterable[tuple[Mapping[str, Any], Sequence[Sequence[Any]], tuple[Any, ...]]],
]
"""Gives the rows of all events, in order, many at a time, and what :meth:`Tally.plain` tells of them.

It is given what tells of documents, by their ids, what events need to know of them, and the build in which
the events arrive.
"""


def rows_of(batch: Batch, sources: Mapping[str, Source], known: Mapping[str, int], build: int) -> EventRows:
    """Events as rows.

    Args:
        batch: the events, in the order of their positions.
        sources: their documents, by id.
        known: by id the build in which an event arrived, of those that were there before.
        build: that in which the others arrive.

    Raises CollectionError if a passage is of none of the documents.
    """
    events = [(position, entry.event) for position, entry in batch]
    passages, doubtful = _passages(events, sources)
    tables: dict[str, Sequence[Sequence[object]]] = {
        "event": [
            (
                position, event.id, event.title, begin_day(event.start, event.end), event.start, event.end,
                _is_long(event), event.edtf, event.precision, event.basis, event.kind, event.modality,
                event.importance, event.publishers, len(event.passages), len(event.conflicts),
                event.verification, ANY_BUILD if event.by is not None else known.get(event.id, build),
                event.main, is_shown(event), event.hidden, digest(entry, sources), event.clock,
            )
            for position, entry in batch for event in (entry.event,)
        ],
        "event_detail": [
            (
                position, event.part_of, dump_texts(event.who), dump_texts(event.where),
                dump_texts(event.reasons), dump_all(event.conflicts), event.by, event.citation,
            )
            for position, event in events
        ],
        "event_tag": [
            (position, number, tag) for position, event in events for number, tag in enumerate(event.tags)
        ],
        "event_note": [(position, event.note) for position, event in events if event.note is not None],
        "event_made": [(position, dump(entry.made)) for position, entry in batch if entry.made is not None],
        "passage": passages,
    }  # fmt: skip
    return EventRows(tables, [*searched(batch, sources, doubtful)])


def _passages(
    events: Iterable[tuple[int, Event]], sources: Mapping[str, Source]
) -> tuple[list[tuple[object, ...]], set[int]]:
    """The passages of events, and the positions of those of which a date can be read otherwise."""
    rows: list[tuple[object, ...]] = []
    doubtful: set[int] = set()
    for position, event in events:
        for number, passage in enumerate(event.passages):
            if passage.document not in sources:
                raise CollectionError(
                    "A passage without its document",
                    passage.document,
                    "Put the document in before its events.",
                )
            said = passage.expression
            expression = None if said is None else pack_text(dump(said), EXPRESSION)
            is_doubtful = said is not None and bool(said.readings)
            if is_doubtful:
                doubtful.add(position)
            rows.append((
                position, number, sources[passage.document].key, passage.start_char, passage.end_char,
                passage.page, passage.line, expression, is_doubtful,
                passage.clock,
            ))  # fmt: skip
    return rows, doubtful


def digest(entry: Entry, sources: Mapping[str, Source]) -> int:
    """A number that changes with whatever is written of an event."""
    from hashlib import blake2b

    documents = dict.fromkeys([passage.document for passage in entry.event.passages])
    cited = [sources[document] for document in documents if document in sources]
    written = values_in(tuple(entry)), [(one.key, one.publisher, one.words) for one in cited]
    # The second version of the format writes equal values alike, wherever they come from.
    hashed = blake2b(marshal.dumps(written, 2), digest_size=8).digest()
    return int.from_bytes(hashed, "big", signed=True)


def _is_long(event: Event) -> bool:
    if event.start is None or event.end is None:
        return event.start is not event.end
    return event.end - event.start > LONG


def searched(batch: Batch, sources: Mapping[str, Source], doubtful: Collection[int]) -> Iterable[Searched]:
    """The texts by whose words events are found.

    ``doubtful`` are the positions of those of which a date can be read otherwise.
    """
    for position, entry in batch:
        event = entry.event
        told = {sources[passage.document].words: None for passage in event.passages}
        texts = dict.fromkeys(text for words in told for text in words)  # copies share a title, files a path
        cited = [] if event.citation is None else [event.citation]
        yield Searched(
            position, event.title, [passage.text for passage in event.passages], event.who, event.where,
            [*texts, *cited], [*sorts_of(event, doubtful=position in doubtful)],
        )  # fmt: skip
