"""The public JSON shapes: documents, expressions and events as plain dictionaries.

Scripts are written against these; fields are only ever added.
"""

from __future__ import annotations

from typing import Any

from data import clock
from data.days import iso
from data.model import Conflict, Document, Event, Expression, Link, Passage, Published

VERSION = 1

Record = dict[str, Any]


def published_record(published: Published) -> Record:
    """A publication date: EDTF value, first and last day in ISO form, basis and evidence."""
    return {
        "value": published.value,
        "start": iso(published.start),
        "end": iso(published.end),
        "basis": published.basis,
        "evidence": published.evidence,
    }


def expression_record(expression: Expression) -> Record:
    """A time expression in TIMEX3 terms, with offsets in code points of its document's text."""
    return {
        "start_char": expression.start_char,
        "end_char": expression.end_char,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "mod": expression.mod,
        "quant": expression.quant,
        "freq": expression.freq,
        "start": iso(expression.start),
        "end": iso(expression.end),
        "precision": expression.precision,
        "anchor": {
            "kind": expression.anchor.kind,
            "value": expression.anchor.value,
            "reason": expression.anchor.reason,
        },
        "rule": expression.rule,
        "zone": expression.zone,
        "readings": [{"start": iso(start), "end": iso(end)} for start, end in expression.readings],
    }


def document_record(document: Document) -> Record:
    """A document without its text."""
    return {
        "id": document.id,
        "path": document.path,
        "span": None if document.span is None else list(document.span),
        "line": document.line,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        "url": document.url,
        "language": document.language,
        "sha256": document.sha256,
        "kind": document.kind,
        "published": published_record(document.published),
        "links": [link_record(link) for link in document.links],
    }


def link_record(link: Link) -> Record:
    """A link: the range of its document's text and the address."""
    return {"start_char": link.start_char, "end_char": link.end_char, "address": link.address}


def passage_record(passage: Passage) -> Record:
    """A passage: the range of its document's text, that text, and the expression that dates it."""
    return {
        "document": passage.document,
        "start_char": passage.start_char,
        "end_char": passage.end_char,
        "text": passage.text,
        "page": passage.page,
        "line": passage.line,
        "expression": None if passage.expression is None else expression_record(passage.expression),
        "time": None if passage.clock is None else time_record(passage.clock),
    }


def time_record(said: str) -> Record:
    """A time of day in TIMEX3 terms, with its zone as written, and the hour and minute at which it stands.

    A part of the day ("TEV") stands at its begin.
    """
    minutes = clock.begin(said) // 60
    return {
        "value": clock.tail(said),
        "mod": clock.mod(said),
        "zone": clock.zone(said),
        "begins": f"{minutes // 60:02d}:{minutes % 60:02d}",
    }


def conflict_record(conflict: Conflict) -> Record:
    """A conflict; the passages of a claim are indexes into its event's passages."""
    return {
        "about": conflict.about,
        "severity": conflict.severity,
        "claims": [{"value": claim.value, "passages": list(claim.passages)} for claim in conflict.claims],
    }


def event_record(event: Event) -> Record:
    """An event with its passages and conflicts."""
    return {
        "id": event.id,
        "title": event.title,
        "start": iso(event.start),
        "end": iso(event.end),
        "edtf": event.edtf,
        "time": None if event.clock is None else time_record(event.clock),
        "precision": event.precision,
        "basis": event.basis,
        "kind": event.kind,
        "modality": event.modality,
        "who": list(event.who),
        "where": list(event.where),
        "importance": event.importance,
        "publishers": event.publishers,
        "part_of": event.part_of,
        "reasons": list(event.reasons),
        "verification": event.verification,
        "tags": list(event.tags),
        "note": event.note,
        "main": event.main,
        "by": event.by,
        "citation": event.citation,
        "passages": [passage_record(passage) for passage in event.passages],
        "conflicts": [conflict_record(conflict) for conflict in event.conflicts],
    }


def tagged_record(document: Document, expressions: tuple[Expression, ...]) -> Record:
    """A document with its time expressions, as ``dateline tag`` prints it."""
    return {
        "id": document.id,
        "path": document.path,
        "span": None if document.span is None else list(document.span),
        "kind": document.kind,
        "published": published_record(document.published),
        "expressions": [expression_record(expression) for expression in expressions],
    }
