"""Facets: what the events of a filter have in common, as words that a filter can be narrowed with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from data.store.lists import FacetField
from data.store.records import Selection

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore

FIELDS: tuple[tuple[FacetField, str], ...] = (
    ("who", "who"),
    ("where", "where"),
    ("publisher", "publisher"),
    ("document", "document"),
    ("modality", "modality"),
    ("verification", "status"),
    ("tag", "tags"),
)
"""The fields with their headings."""

_WORDS: dict[FacetField, str] = {
    "who": "who", "where": "where", "modality": "is", "verification": "status", "tag": "tag",
}  # fmt: skip
"""By field the word of a query for it; publishers and documents are sources."""

MOST = 12
"""Values that are shown of a field."""

_TERM = re.compile(r'-?(?:[^\W\d_]+:)?(?:"[^"]*"|“[^”"]*[”"]|[^\s()"“”]+)|\S')
"""A word, a phrase or a field of a query with the sign that negates it; a parenthesis."""
_NEGATIONS = ("not", "-")


class Facet(NamedTuple):
    """A value of a field: how it is called, the word of a query that asks for it, how many events have it."""

    label: str
    term: str
    events: int
    exact: bool


def facets_of(store: ReadingStore, selection: Selection, field: FacetField) -> list[Facet]:
    """The most frequent values of a field among a selection's events."""
    found = store.facets(selection, field, MOST)
    made = []
    for value, count in found.counts:
        label = _title(store, value) if field == "document" else value
        if label and (field, value) != ("modality", "happened"):
            made.append(Facet(label, _term(field, label), count, found.exact))
    return made


def toggled(query: str, term: str) -> str:
    """A query with a term more, or without it if it has it already."""
    found = next(_places(query, term), None)
    if found is not None:
        return f"{query[: found[0]].rstrip()} {query[found[1] :].lstrip()}".strip()
    grouped = f"({query})" if _is_either(query) else query
    return f"{grouped} {term}".strip()


def has(query: str, term: str) -> bool:
    """Whether a query has a term as it stands: not its opposite, and not as the beginning of another."""
    return next(_places(query, term), None) is not None


def _places(query: str, term: str) -> Iterator[tuple[int, int]]:
    """Where a term stands in a query, as offsets of it."""
    before = ""
    for match in _TERM.finditer(query):
        if match[0] == term and before.lower() not in _NEGATIONS:
            yield match.span()
        before = match[0]


def _is_either(query: str) -> bool:
    """Whether the whole of a query is one of several: something more would be asked of the last alone."""
    depth = 0
    for match in _TERM.finditer(query):
        depth += (match[0] == "(") - (match[0] == ")")
        if match[0] == "OR" and not depth:
            return True
    return False


def _title(store: ReadingStore, document_id: str) -> str:
    document = store.document(document_id)
    return "" if document is None else document.title or ""


def _term(field: FacetField, value: str) -> str:
    word = _WORDS.get(field, "source")
    plain = value.replace('"', " ").strip()
    return f"{word}:{plain}" if plain.replace("-", "").isalnum() else f'{word}:"{plain}"'
