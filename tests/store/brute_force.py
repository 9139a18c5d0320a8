"""What a query selects, worked out event by event from the query's tree: slow, plain, without an engine."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from data.model import Document, Event
from data.query.tree import BEYOND, And, Extent, Field, Node, Not, When, Words
from data.store.default_view import is_shown


@dataclass(frozen=True)
class Oracle:
    """Knows the documents, for ``source:``, and which events are new."""

    documents: dict[str, Document]
    new: frozenset[str] = frozenset()

    def answers(self, root: Node | None, event: Event) -> bool:
        """Whether a query finds an event: a hidden one only if hidden ones are asked for."""
        return self.selects(root, event) and (not event.hidden or "value='hidden'" in repr(root))

    def selects(self, node: Node | None, event: Event) -> bool:
        match node:
            case None:
                return True
            case Words():
                texts = [event.title, *(passage.text for passage in event.passages)]
                return _any_has(texts, node.text, exact=node.exact)
            case Field():
                return self._field(node, event)
            case When():
                return _when(node, event)
            case Extent():
                return _is_within(node, event)
            case Not():
                return not self.selects(node.term, event)
            case And():
                return all(self.selects(term, event) for term in node.terms)
        return any(self.selects(term, event) for term in node.terms)

    def _field(self, field: Field, event: Event) -> bool:
        match field.name:
            case "who":
                return _any_has(event.who, field.value, exact=field.exact)
            case "where":
                return _any_has(event.where, field.value, exact=field.exact)
            case "source":
                told = [self.documents[passage.document] for passage in event.passages]
                texts = [text for d in told for text in (d.publisher, d.title, d.path) if text]
                return _any_has(texts, field.value, exact=field.exact)
            case "tag":
                return field.value.lower() in [tag.lower() for tag in event.tags]
            case "status":
                return event.verification == field.value
            case "has":
                return event.note is not None
        return {
            "shown": is_shown(event),
            "hidden": event.hidden,
            "main": event.main,
            "stated": event.basis == "stated",
            "conflict": bool(event.conflicts),
            "planned": event.modality == "planned",
            "denied": event.modality == "denied",
            "conditional": event.modality == "conditional",
            "uncertain": event.modality == "uncertain",
            "doubtful": any(one.expression and one.expression.readings for one in event.passages),
            "inferred": event.basis == "inferred",
            "state": event.kind == "state",
            "undated": event.start is None and event.end is None,
            "single-source": event.publishers == 1,
            "marked": bool(event.verification or event.tags or event.note is not None),
            "new": event.id in self.new,
        }[field.value]


def _when(when: When, event: Event) -> bool:
    if event.start is None and event.end is None:
        return False
    if when.relation == "after":
        return when.end is not None and event.start is not None and event.start > when.end
    if when.relation == "before":
        return when.start is not None and event.end is not None and event.end < when.start
    begins_in_time = event.start is None or when.end is None or event.start <= when.end
    return begins_in_time and (event.end is None or when.start is None or event.end >= when.start)


def _is_within(extent: Extent, event: Event) -> bool:
    if event.start is None and event.end is None:
        return False
    first = -BEYOND if event.start is None else event.start
    last = BEYOND if event.end is None else event.end
    return extent.first[0] <= first <= extent.first[1] and extent.last[0] <= last <= extent.last[1]


def _any_has(texts: Sequence[str], wanted: str, *, exact: bool) -> bool:
    phrase = _tokens(wanted)
    return any(_has(_tokens(text), phrase, exact=exact) for text in texts)


def _has(tokens: Sequence[str], phrase: Sequence[str], *, exact: bool) -> bool:
    for place in range(len(tokens) - len(phrase) + 1):
        part = tokens[place : place + len(phrase)]
        if part == phrase or (not exact and part[:-1] == phrase[:-1] and part[-1].startswith(phrase[-1])):
            return True
    return False


@cache
def _tokens(text: str) -> list[str]:
    """Words without case and diacritics, as letters and digits stand together."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in plain).split()
