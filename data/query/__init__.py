"""The query language of the filter bar, ``find`` and ``export``: parsed once, compiled for each store."""

from __future__ import annotations

from collections.abc import Sequence

from data.query import compile_postgres, compile_sqlite, compile_sqlite_sets
from data.query.fields import FIELDS, OPERATORS, FieldRule
from data.query.parse import advice, parse
from data.query.tree import DateReading, Query
from data.store.records import Condition, Selection

__all__ = [
    "FIELDS",
    "OPERATORS",
    "DateReading",
    "FieldRule",
    "Query",
    "advice",
    "begun_within",
    "chosen",
    "compile_query",
    "parse",
    "select",
]


def compile_query(query: Query) -> Selection:
    """The selection of a query, compiled for every engine: whoever asks need not know which one answers."""
    selection = compile_sqlite.compile_query(query)
    if query.root is None or selection.is_plain:
        return selection
    return selection._replace(
        postgres=compile_postgres.compile_tree(query.root),
        counted=compile_sqlite_sets.compile_tree(query.root),
    )


def begun_within(selection: Selection, start: int, end: int) -> Selection:
    """The events of a selection that stand between two days of the timeline, both included.

    Unlike those that overlap them, what began before and went on is not among them.
    """
    condition = compile_postgres.begun_within(selection.postgres or Condition(), start, end)
    counted = selection.counted
    if counted is not None or selection.is_plain:
        counted = compile_sqlite_sets.begun_within(counted, start, end)
    return compile_sqlite.begun_within(selection, start, end)._replace(postgres=condition, counted=counted)


def chosen(event_ids: Sequence[str]) -> Selection:
    """These events, unless the user has hidden them."""
    return Selection(f"e.id IN ({', '.join('?' * len(event_ids))})", tuple(event_ids))


def select(text: str, *, today: int | None = None) -> Selection:
    """The selection that a query means; raises :class:`data.errors.QueryError`.

    ``today`` is the day from which "last summer" is counted; without it the clock's.
    """
    return compile_query(parse(text, today=today))
