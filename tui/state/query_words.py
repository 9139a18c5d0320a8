"""The screen's door to the query language, which loads when it is first used."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from data.errors import InputError
from data.store.records import Selection
from data.words import interval_words
from tui.text.shown import shown

if TYPE_CHECKING:
    from data.query import DateReading, FieldRule
    from data.query.tree import Node
    from data.store.lists import FacetField, NameCount
_LEFT_OUT = ("inferred", "state", "undated", "hidden")
_REST = 0.4
_DATE = re.compile(r'(?:on|after|before):"?([^"]*)$')


def select(
    texts: Sequence[str],
    today: int | None,
    *,
    shown: bool = False,
    within: tuple[int, int] | None = None,
) -> Selection:
    """Compile queries that must all hold; raises QueryError.

    With ``shown`` only events of the main view, unless a query itself names a sort that this leaves out; with
    ``within`` only those that begin between two days, both included.
    """
    if not any(texts) and within is None:
        return Selection(shown=shown)
    from data import query
    from data.query.tree import And

    parsed = [query.parse(text, today=today) for text in texts]
    roots = [one.root for one in parsed if one.root is not None]
    whole = And(tuple(roots)) if len(roots) > 1 else roots[0] if roots else None
    made = query.compile_query(query.Query(" ".join(texts), whole))
    if within is not None:
        made = query.begun_within(made, *within)
    return made._replace(shown=True) if shown and not any(map(_names_left_out, roots)) else made


def chosen(event_ids: Sequence[str]) -> Selection:
    """The selection of events by their ids, unless the user has hidden them."""
    from data import query

    return query.chosen(event_ids)


def _names_left_out(node: Node) -> bool:
    """Whether a query speaks of a sort of events that the main view leaves out."""
    from data.query.tree import And, Field, Not, Or

    match node:
        case And() | Or():
            return any(map(_names_left_out, node.terms))
        case Not():
            return _names_left_out(node.term)
        case Field():
            return node.name == "is" and node.value in _LEFT_OUT
        case _:
            return False


def load() -> None:
    """Load the language before it is used."""
    import data.query  # noqa: F401 - loading it is all


def readings(text: str, today: int | None) -> str:
    """How the dates of a query were read, those that say themselves left out."""
    from data import query

    return ", ".join(
        reading_words(one) for one in query.parse(text, today=today).readings if not one.text[:1].isdigit()
    )


def read_date(text: str, today: int | None) -> DateReading:
    """What a date in words stands for; raises InputError."""
    from data.query.dates import read_date as read

    try:
        return read(text, today=today)
    except ValueError as error:
        raise InputError("No date", str(error), "Try: 2022-09, 16 September 2022, last summer.") from error


@cache
def _load_dateparser() -> None:
    """Load what reads dates in words that are not ours, which takes a second, while the user types one."""
    from threading import Thread

    from data.query import by_dateparser

    Thread(target=by_dateparser.load, daemon=True).start()


def patience(text: str) -> float:
    """How long the keys should rest before a query is tried: as with the date that is typed in it."""
    typed = text.rpartition(" ")[2].lower() if '"' not in text else text.lower()
    date = _DATE.search(typed)
    return 0.0 if date is None else patience_with_date(date[1])


def patience_with_date(text: str) -> float:
    """How long the keys should rest before a date is read.

    What only dateparser reads is not read before it is whole: what it makes of half a word is wrong.
    """
    from data.query.dates import is_ours

    if is_ours(text):
        return 0.0
    _load_dateparser()
    return _REST


def reading_words(reading: DateReading) -> str:
    """How a date was read: "last summer: summer 2025"."""
    days = interval_words(reading.start, reading.end, reading.precision, about=reading.about)
    return f"{shown(reading.text)}: {days}"


def fields() -> Sequence[FieldRule]:
    """The words of the language with their meanings."""
    from data import query

    return query.FIELDS


def advice(text: str) -> str:
    """What to try with a query that finds nothing."""
    from data import query

    return query.advice(text)


def operators() -> Sequence[tuple[str, str]]:
    """What stands between fields: an example and its meaning."""
    from data import query

    return query.OPERATORS


_NAMED: dict[str, FacetField] = {"who": "who", "where": "where", "source": "publisher", "tag": "tag"}


def ways(
    word: str, names: Callable[[FacetField, str], Sequence[NameCount]] = lambda *_: ()
) -> list[tuple[str, str]]:
    """How a word that was begun can go on, as (word, meaning): fields; after a colon choices, or names.

    ``names`` gives the values of a field that have a word beginning so, the most frequent first.
    """
    if not word:
        return []
    name, colon, begun = word.partition(":")
    if colon and name.lower() in _NAMED:
        found = ways_of_names(begun.strip('"'), _NAMED[name.lower()], names)
        return [(f'{name.lower()}:"{one}"', many) for one, many in found if '"' not in one]
    if colon:
        offered = [
            (f"{one.name}:{choice}", meaning)
            for one in fields()
            if one.name == name.lower()
            for choice, meaning in one.choices
        ]
    else:
        offered = [(f"{one.name}:", f"events {one.meaning}") for one in fields()]
    return [one for one in offered if one[0].startswith(word.lower()) and one[0] != word]


def ways_of_names(
    begun: str, field: FacetField, names: Callable[[FacetField, str], Sequence[NameCount]]
) -> list[tuple[str, str]]:
    """How a name that was begun, or is still to be, can go on, as (name, number of its events)."""
    return [(one.name, f"{one.events:,}") for one in names(field, begun) if one.name != begun]
