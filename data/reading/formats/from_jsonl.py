"""JSON Lines: one document a line, its text taken as it is; read line by line, however long the file is."""

from __future__ import annotations

import codecs
import io
import json
from typing import TYPE_CHECKING, Any

from data.model import Document, Trouble
from data.reading.opening import limits
from data.reading.opening.continued import Continued, lines_of
from data.reading.opening.encoding import Decoded, decode
from data.reading.records.dates import in_iso
from data.reading.records.names import fields_among
from data.reading.records.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reading.making.source import Source
    from data.reading.opening.continued import Readable

SUFFIXES = (".jsonl", ".ndjson")
OURS = True

_SAMPLE = 1 << 16
_LOOK_HINT = "If letters look wrong, save the file as UTF-8."


def recognises(data: bytes) -> bool:
    """Whether input without a name is JSON Lines: its first line that is not blank is a JSON object."""
    first = data.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0].strip()
    if not (first.startswith(b"{") and first.endswith(b"}")):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except ValueError:
        return False


def read(source: Source) -> Iterator[Document | Trouble]:
    """One document for every line that is one; a trouble with its line's number for every other."""
    yield from stream(source, io.BytesIO(source.data))


def stream(source: Source, file: Readable) -> Iterator[Document | Trouble]:
    """As ``read``, from an open file, of which one line at a time is held; ``source`` needs no data.

    The encoding is told by the file's beginning. Where UTF-8 breaks off further on, that line is read as can
    be guessed, and told.
    """
    sample = b""
    while len(sample) < _SAMPLE and (piece := file.read(_SAMPLE - len(sample))):
        sample += piece
    head = _decode_head(sample)
    if head is None:
        yield Trouble(source.path, None, "this is no text but a binary file", "Give JSON Lines in UTF-8.")
        return
    if head.guess is not None:
        yield Trouble(source.path, None, head.guess, _LOOK_HINT, lost=False)
    # Only \n ends a line of JSON Lines: other line ends may stand inside a string.
    end = "\n".encode(head.encoding)
    for number, line in enumerate(lines_of(Continued(sample, file), end), start=1):
        if line is None:
            reason = f"this line has more than {limits.LINE_BYTES // limits.MEGABYTE} MB"
            yield Trouble(source.path, number, reason, "Divide its text; the other lines were read.")
            continue
        text, trouble = _text(source, number, line, head)
        if trouble is not None:
            yield trouble
        if text and not text.isspace():
            yield from _line(source, number, text)


def _decode_head(sample: bytes) -> Decoded | None:
    """The encoding of a file, by its beginning, which may end within a letter."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return decode(sample)
    # Whatever is incomplete at the end is left to the line in which it stands.
    return decode(sample.decode("utf-8", "ignore").encode())


def _text(source: Source, number: int, line: bytes, head: Decoded) -> tuple[str, Trouble | None]:
    if head.encoding != "utf-8":
        return line.decode(head.encoding, "replace").removeprefix("\ufeff"), None
    try:
        return line.decode("utf-8").removeprefix("\ufeff"), None
    except UnicodeDecodeError:
        if head.guess is not None:  # broken in places, which was told
            return line.decode("utf-8", "replace").removeprefix("\ufeff"), None
    guessed = decode(line)
    if guessed is None:
        reason, hint = "this line is no text", "Mend the line; the others were read."
        return "", Trouble(source.path, number, reason, hint)
    return guessed.text, Trouble(source.path, number, guessed.guess or "", _LOOK_HINT, lost=False)


def _line(source: Source, number: int, line: str) -> Iterator[Document | Trouble]:
    """The document of a line, if it is one, and what was wrong with it."""
    hint = "Mend the line; the others were read."
    try:
        fields = json.loads(line)
    except ValueError as error:
        place = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        yield Trouble(source.path, number, f"this line is no JSON{place}", hint)
        return
    except RecursionError:
        yield Trouble(source.path, number, "this line is nested too deeply", hint)
        return
    if isinstance(fields, dict) and "text" not in fields:
        fields |= _of_others(fields)
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        hint = 'Each line is an object with a string "text": {"text": "..."}.'
        yield Trouble(source.path, number, "this line has no text", hint)
        return
    yield from record(source, number, fields)


def _of_others(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a document in an export that has other names for them and other ways to write a date."""
    named = {field: fields[name] for field, name in fields_among(fields).items()}
    if isinstance(named.get("published"), str):
        named["published"] = in_iso(named["published"])
    return named
