"""Files in, their documents out, each with its sentences and time expressions: pure functions.

A document can be worked out at once as far as that rests on nothing outside it: dated, if it says its date
itself, and then what it reports. It need only be written then.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from data.model import Document, Reading, Trouble
from data.reading import NOTHING_GIVEN, Given, sentences, stream_bytes, stream_file
from data.reading.opening import limits
from data.reading.opening.continued import Taken
from data.reading.texts.repetitions import without_repetitions
from data.store.document_rows import DocumentRows, rows_of
from data.tagging import tag
from data.workers.inside import Facts, mistake

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from data.events.comparing.cards import Note
    from data.events.report import Report

_IN_NUMBERS = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_TAGGED_KINDS = ("article", "snippets")
_SEALED_BYTES = 64 << 10


@dataclass(frozen=True, slots=True)
class Seal:
    """By what a file is known on another machine: its size, its time, and the digest of its two ends."""

    size: int
    modified: int
    ends: str

    @classmethod
    def of(cls, path: str) -> Seal:
        """The seal of a file; raises OSError."""
        place = Path(path)
        status = place.stat()
        with place.open("rb") as file:
            digest = hashlib.sha256(file.read(_SEALED_BYTES))
            file.seek(max(0, status.st_size - _SEALED_BYTES))
            digest.update(file.read(_SEALED_BYTES))
        return cls(status.st_size, status.st_mtime_ns, digest.hexdigest())


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A file to be read elsewhere.

    Attributes:
        path: as the user named it.
        given: what the user says of its documents.
        data: its bytes, where they are sent.
        seal: what the file must be like where it is opened by its path; None if it is surely the same.
    """

    path: str
    given: Given
    data: bytes | None = None
    seal: Seal | None = None


class WorkedOut(NamedTuple):
    """A document to be written.

    Attributes:
        rows: what is written.
        doubts: the dates in its text that leave open which number is the month.
        told: its note and what it reports, for whoever needs them at once; None from another process.
    """

    rows: DocumentRows
    doubts: tuple[str, ...]
    told: tuple[Note, Sequence[Report]] | None = None


def worked_out(reading: Reading) -> WorkedOut:
    """A document with all that rests on it alone; one that dateline stumbles over is left for later.

    When its turn comes again, what was wrong is told.
    """
    try:
        return _worked_out(reading)
    except MemoryError:
        raise
    except Exception:
        return as_read(reading)


def _worked_out(reading: Reading) -> WorkedOut:
    from data.dating import date_reading, own_date
    from data.events.comparing.cards import note
    from data.events.packed_report import pack_reports
    from data.events.timeline import report_document

    published = own_date(reading.document)
    if published is None:
        return as_read(reading)
    dated = date_reading(reading, published)
    reports = report_document(dated)
    told = note(dated, reports), reports
    return WorkedOut(rows_of(reading, dated, pack_reports(*told)), _doubts(reading), told)


def as_read(reading: Reading) -> WorkedOut:
    """A document that is to be dated, or to tell what it reports, later."""
    return WorkedOut(rows_of(reading), _doubts(reading))


def read_all(
    values: Sequence[Document | WholeFile], *, working_out: bool = False
) -> Iterator[tuple[int, Facts | Reading | WorkedOut | Trouble]]:
    """What each of several files holds, or the reading of each document, with its number among them.

    With ``working_out`` documents come worked out. Nothing comes of a file that its path does not lead to
    here.
    """
    for at, value in enumerate(values):
        if isinstance(value, Document):
            found: Iterable[Facts | Reading | Trouble] = [_read_or_told(value)]
        elif value.seal is None or _is_here(value.path, value.seal):
            found = read_one(value.path, value.given, value.data)
        else:
            continue
        for item in found:
            if working_out and isinstance(item, Reading):
                yield at, worked_out(item)._replace(told=None)
            else:
                yield at, item


def _is_here(path: str, seal: Seal) -> bool:
    try:
        return Seal.of(path) == seal
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False


def read_one(
    path: str, given: Given = NOTHING_GIVEN, data: bytes | None = None
) -> Iterator[Facts | Reading | Trouble]:
    """What a file holds, document by document; its facts come last.

    ``data`` is the content where ``path`` cannot be opened again (standard input, a pipe).
    """
    for item in found_in(path, given, data):
        yield _read_or_told(item) if isinstance(item, Document) else item


def _read_or_told(document: Document) -> Reading | Trouble:
    """The reading of a document; one that dateline stumbles over costs no other."""
    try:
        return read_document(document)
    except MemoryError:
        raise
    except Exception as error:
        return Trouble(document.path, document.line, *mistake(error))


def found_in(path: str, given: Given, data: bytes | None = None) -> Iterator[Facts | Document | Trouble]:
    """The documents of a file as they are found, its facts last: :func:`read_one` without tagging."""
    taken = Taken()
    if data is None:
        found = stream_file(path, given, taken=taken)
    else:
        found = stream_bytes(path, data, given, taken=taken)
    yield from _within_limits(path, found, taken)
    yield Facts(taken.sha256, taken.size, taken.modified)


def _within_limits(
    path: str, found: Iterable[Document | Trouble], taken: Taken
) -> Iterator[Document | Trouble]:
    """The documents of a file until they have more letters than one file may bring.

    Of a long one, a sentence that comes again and again is read so often and no more.
    """
    letters = 0
    for item in found:
        if isinstance(item, Document):
            letters += len(item.text)
            if letters > limits.FILE_LETTERS:
                reason = f"its documents have more than {limits.FILE_LETTERS // 1_000_000:,} million letters"
                told = f"{reason}; those from here on were not read"
                yield Trouble(path, item.line, told, "Split the file.")
                taken.finish()
                return
            if len(item.text) > limits.LONG_LETTERS and item.kind in _TAGGED_KINDS:
                item, again = without_repetitions(item, limits.SENTENCE_TIMES)
                if again:
                    reason = f"{again:,} sentences stand there that came {limits.SENTENCE_TIMES} times before"
                    yield Trouble(path, item.line, reason, "They are shown and tell no event.", lost=False)
        yield item


def doubtful(path: str, doubts: Sequence[str]) -> Iterator[Trouble]:
    """That dates of a file are written in numbers of which no order is beyond doubt, if there are any."""
    if doubts:
        what = "a date leaves" if len(doubts) == 1 else f"{len(doubts):,} dates leave"
        reason = f"{what} open which number is the month ({doubts[0]})"
        yield Trouble(path, None, reason, "They are kept as doubts.", lost=False)


def _doubts(reading: Reading) -> tuple[str, ...]:
    return tuple([
        text
        for one in reading.mentions
        if one.meaning.doubt
        and _IN_NUMBERS.fullmatch(text := reading.document.text[one.start_char : one.end_char])
    ])  # fmt: skip


def read_document(document: Document) -> Reading:
    """The sentences and time expressions of a document; furniture and error pages have none."""
    if document.kind not in _TAGGED_KINDS:
        return Reading(document, (), ())
    language = document.language or "en"
    return Reading(
        document,
        sentences(document.text, language, furniture=document.furniture),
        tag(document.text, language=language, furniture=document.furniture),
    )
