"""JSON Lines: one document a line, its text taken as it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from data.model import Document, Published, Trouble
from data.reading.encoding import decode
from data.reading.identity import Identities
from data.reading.language import guess_language
from data.reading.published import stated_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reading.formats import Source

SUFFIXES = (".jsonl", ".ndjson")

# Half of a surrogate pair cannot be written as UTF-8; one U+FFFD in its place keeps every offset.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_TEXT_FIELDS = ("title", "publisher", "url", "language")


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
    decoded = decode(source.data)
    if decoded is None:
        yield Trouble(source.path, None, "this is no text but a binary file", "Give JSON Lines in UTF-8.")
        return
    if decoded.guess is not None:
        yield Trouble(
            source.path, None, decoded.guess, "If letters look wrong, save the file as UTF-8.", lost=False
        )
    lines = _Lines(source)
    # Only \n ends a line of JSON Lines: other line ends may stand inside a string.
    for number, line in enumerate(decoded.text.removeprefix("\ufeff").split("\n"), start=1):
        if line and not line.isspace():
            yield from lines.read(number, line)


class _Lines:
    """Reads the lines of one file; knows which ids it has seen."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._identities = Identities()
        self._seen: dict[str, tuple[str, int]] = {}

    def read(self, number: int, line: str) -> Iterator[Document | Trouble]:
        """The document of a line, if it is one, and what was wrong with it."""
        try:
            fields = json.loads(line)
        except ValueError as error:
            place = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
            yield self._trouble(
                number, f"this line is no JSON{place}", "Mend the line; the others were read."
            )
            return
        except RecursionError:
            yield self._trouble(
                number, "this line is nested too deeply", "Mend the line; the others were read."
            )
            return
        if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
            yield self._trouble(
                number,
                "this line has no text",
                'Each line is an object with a string "text": {"text": "..."}.',
            )
            return
        text = _LONE_SURROGATE.sub("\ufffd", fields["text"])
        if text != fields["text"]:
            yield self._trouble(
                number, "the text holds half a character", "It is shown as \ufffd; write the text as UTF-8."
            )
        named = fields.get("id")
        own_id, digest = self._identities.of(text)
        if named is not None:
            if not isinstance(named, str | int) or isinstance(named, bool) or named == "":
                yield self._trouble(number, 'the "id" is no string', 'Write it in quotes: {"id": "a-1"}.')
                return
            own_id = _LONE_SURROGATE.sub("\ufffd", str(named))
            earlier, line_of_earlier = self._seen.setdefault(own_id, (digest, number))
            if earlier != digest:
                yield self._trouble(
                    number,
                    f'the id "{own_id}" was used for another text in line {line_of_earlier}',
                    "Give each document an id of its own.",
                )
                return
            if line_of_earlier != number:
                return  # the same document once more
        texts: dict[str, str | None] = {}
        for name in _TEXT_FIELDS:
            value = fields.get(name)
            if value is not None and not isinstance(value, str):
                yield self._trouble(number, f'the "{name}" is no string', "It was left out.")
                value = None
            texts[name] = _LONE_SURROGATE.sub("\ufffd", value) if value else None
        published = self._source.given
        if published is None:
            published, trouble = self._published(number, fields)
            if trouble is not None:
                yield trouble
        yield Document(
            id=own_id,
            path=self._source.path,
            text=text,
            sha256=digest,
            title=texts["title"],
            publisher=texts["publisher"],
            url=texts["url"],
            language=self._source.language or texts["language"] or guess_language(text),
            published=published,
            line=number,
        )

    def _published(self, number: int, fields: dict[str, Any]) -> tuple[Published, Trouble | None]:
        name = "published" if fields.get("published") is not None else "dct"
        value = fields.get(name)
        if value is None or value == "":
            return Published(), None
        try:
            if not isinstance(value, str):
                raise ValueError
            return stated_date(value, f'"{name}" of line {number}'), None
        except ValueError:
            return Published(), self._trouble(
                number,
                f"{json.dumps(value, ensure_ascii=False)[:40]} is no date",
                f'Write "{name}" as 2024-07-08, 2024-07 or 2024-07-08T10:13:00+05:30; '
                "the document was read without a date.",
            )

    def _trouble(self, number: int, reason: str, hint: str) -> Trouble:
        return Trouble(self._source.path, number, reason, hint)
