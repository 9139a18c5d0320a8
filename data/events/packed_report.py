"""What a document reports as bytes: small, and each report quickly made again."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import fields
from io import BytesIO
from operator import attrgetter
from typing import Any, NamedTuple, NoReturn

from data.events.comparing.cards import Note
from data.events.report import Report
from data.model import Anchor, Expression, Passage


class _Form(NamedTuple):
    """How the words of a kind are taken apart, and put together without asking their constructor."""

    kind: type
    values: Callable[[object], tuple[Any, ...]]
    givers: tuple[Callable[[object, object], None], ...]

    def of(self, values: Iterable[object]) -> Any:
        word: Any = object.__new__(self.kind)
        for give, value in zip(self.givers, values):  # noqa: B905 - checking costs a tenth of the time
            give(word, value)
        return word


def _form(kind: type, inner: str | None = None) -> _Form:
    """The form of a dataclass with slots; the field that holds another of them comes first."""
    names = sorted((one.name for one in fields(kind)), key=lambda name: name != inner)
    # The descriptors of the slots: a frozen word refuses setattr.
    return _Form(kind, attrgetter(*names), tuple(vars(kind)[name].__set__ for name in names))


_ANCHOR = _form(Anchor)
_EXPRESSION = _form(Expression, "anchor")
_PASSAGE = _form(Passage, "expression")
_REPORT = _form(Report, "passage")


def pack_reports(note: Note, reports: Iterable[Report]) -> bytes:
    """A document's note and what it reports as bytes."""
    plain = tuple(note), [*map(pack_report, reports)]
    return pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)


def unpack_reports(packed: bytes) -> tuple[Note, list[bytes]]:
    """The note and the packed reports of :func:`pack_reports`; raises ValueError if the bytes are of none."""
    try:
        note, reports = _Plain(BytesIO(packed)).load()
        return Note(*note), reports
    except (pickle.UnpicklingError, TypeError, EOFError) as error:
        raise ValueError(str(error)) from error


def pack_report(report: Report) -> bytes:
    """A report as bytes."""
    passage, *told = _REPORT.values(report)
    expression, *place = _PASSAGE.values(passage)
    if expression is None:
        plain: tuple[object, ...] = (told, place)
    else:
        anchor, *said = _EXPRESSION.values(expression)
        plain = (told, place, said, _ANCHOR.values(anchor))
    return pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)


def unpack_report(packed: bytes) -> Report:
    """The report of :func:`pack_report`; raises ValueError if the bytes are of none."""
    try:
        told, place, *dated = _Plain(BytesIO(packed)).load()
        expression = None
        if dated:
            said, anchor = dated
            expression = _EXPRESSION.of((_ANCHOR.of(anchor), *said))
        report: Report = _REPORT.of((_PASSAGE.of((expression, *place)), *told))
    except (pickle.UnpicklingError, TypeError, EOFError) as error:
        raise ValueError(str(error)) from error
    return report


class _Plain(pickle.Unpickler):
    """Takes plain words and nothing else: what lies in a collection must not run anything."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name} in a report")
