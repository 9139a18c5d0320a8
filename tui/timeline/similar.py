"""Events like one: those that share two of its people and places."""

from __future__ import annotations

from itertools import combinations

from data.model import Event

_PEOPLE, _PLACES = 3, 1


def similar_query(event: Event) -> str:
    """A query for events with the same people at the same place; "" if the event names nobody and nothing."""
    terms = [_term("who", name) for name in event.who[:_PEOPLE]]
    terms += [_term("where", name) for name in event.where[:_PLACES]]
    if len(terms) < 2:
        return "".join(terms)
    pairs = [f"({one} {other})" for one, other in combinations(terms, 2)]
    return " OR ".join(pairs)


def _term(field: str, name: str) -> str:
    plain = name.replace('"', " ").strip()
    return f'{field}:"{plain}"'
