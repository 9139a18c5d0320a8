"""The screen's door to the query language, which loads when it is first used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.query.fields import FieldRule
    from data.store.protocol import Selection


def select(text: str, today: int | None) -> Selection:
    """Compile a query; raises QueryError."""
    from data import query

    return query.select(text, today=today)


def day_of(text: str, today: int | None) -> int:
    """The first day of a date in words; raises QueryError."""
    from data import query

    return query.first_day(text, today=today)


def fields() -> Sequence[FieldRule]:
    """The words of the language with their meanings."""
    from data import query

    return query.FIELDS


def ways(word: str) -> list[tuple[str, str]]:
    """How a word that was begun can go on, as (field, meaning)."""
    return [
        (one.name, one.meaning) for one in fields() if one.name.startswith(word.lower()) and one.name != word
    ]
