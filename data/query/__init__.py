"""The query language of the filter bar, ``find`` and ``export``: parsed once, compiled for each store."""

from __future__ import annotations

from data.query.compile_sqlite import begun_within, compile_query
from data.query.fields import FIELDS, OPERATORS, FieldRule
from data.query.parse import parse
from data.query.tree import DateReading, Query
from data.store.protocol import Selection

__all__ = [
    "DEFAULT_VIEW",
    "FIELDS",
    "OPERATORS",
    "DateReading",
    "FieldRule",
    "Query",
    "begun_within",
    "compile_query",
    "default_view",
    "parse",
    "select",
]

DEFAULT_VIEW = "is:shown"
"""The query of what the timeline shows unless more is asked for."""


def default_view() -> Selection:
    """The selection of the default view; its lines, counts and months are as fast as those of everything."""
    return select(DEFAULT_VIEW)


def select(text: str, *, today: int | None = None) -> Selection:
    """The selection that a query means; raises :class:`data.errors.QueryError`.

    ``today`` is the day from which "last summer" is counted; without it the clock's.
    """
    return compile_query(parse(text, today=today))
