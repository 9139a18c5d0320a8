"""What a document reports as bytes: small, and each report quickly made again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from data.events.comparing.cards import Note
from data.events.forms import form, packed, unpacked
from data.events.report import Report
from data.model import Anchor, Expression, Passage

_ANCHOR = form(Anchor)
_EXPRESSION = form(Expression, "anchor")
_PASSAGE = form(Passage, "expression")
_REPORT = form(Report, "passage")


def pack_reports(note: Note, reports: Iterable[Report]) -> bytes:
    """A document's note and what it reports as bytes."""
    return packed((tuple(note), [*map(pack_report, reports)]))


def unpack_reports(data: bytes) -> tuple[Note, list[bytes]]:
    """The note and the packed reports of :func:`pack_reports`; raises ValueError if the bytes are of none."""
    try:
        note, reports = unpacked(data)
        return Note(*note), reports
    except TypeError as error:
        raise ValueError(str(error)) from error


def pack_report(report: Report) -> bytes:
    """A report as bytes."""
    passage, *told = _REPORT.values(report)
    expression, *place = _PASSAGE.values(passage)
    if expression is None:
        return packed((told, place))
    anchor, *said = _EXPRESSION.values(expression)
    return packed((told, place, said, _ANCHOR.values(anchor)))


def unpack_report(data: bytes) -> Report:
    """The report of :func:`pack_report`; raises ValueError if the bytes are of none."""
    try:
        told, place, *dated = unpacked(data)
        report: Report = _REPORT.of((_passage(place, dated), *told))
    except TypeError as error:
        raise ValueError(str(error)) from error
    return report


def unpack_passage(data: bytes) -> Passage:
    """The passage of that report, in two thirds of the time; raises ValueError as well."""
    try:
        _, place, *dated = unpacked(data)
        return _passage(place, dated)
    except TypeError as error:
        raise ValueError(str(error)) from error


def _passage(place: Sequence[Any], dated: Sequence[Sequence[Any]]) -> Passage:
    expression = None
    if dated:
        said, anchor = dated
        expression = _EXPRESSION.of((_ANCHOR.of(anchor), *said))
    passage: Passage = _PASSAGE.of((expression, *place))
    return passage
