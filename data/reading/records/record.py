"""Records that are documents already: a line of JSON, a row of a table. Their text is taken as it is."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from data import lengths
from data.model import Document, Published, Trouble
from data.numeric_dates import in_figures
from data.printable import shortened
from data.reading.making.published import stated_date
from data.reading.texts.identity import sha256
from data.reading.texts.language import guess_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reading.making.source import Source
    from data.reading.records.fields import RecordFields
    from data.reading.texts.identity import Use

# Half of a surrogate pair cannot be written as UTF-8; one U+FFFD in its place keeps every offset.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# The byline is no field of the format: of another type it is somebody else's, and no mistake.
_TEXT_FIELDS = ("title", "publisher", "url", "language")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_CUT = {"title": lengths.TITLE, "publisher": lengths.NAME, "byline": lengths.NAME}
# What to do about a date that is none.
_UNDATED = (
    "Write it as 2024-07-08, 2024-07 or 2024-07-08T10:13:00+05:30; the document was read without a date."
)


def record(source: Source, number: int, fields: dict[str, Any]) -> Iterator[Document | Trouble]:
    """The document of the record in line ``number``, and what was wrong with it.

    ``fields`` are those of the input as JSON Lines: id, title, text, published (or dct), publisher, url and
    language.
    """

    def trouble(reason: str, hint: str) -> Trouble:
        return Trouble(source.path, number, reason, hint)

    from data.reading.records.fields import NAMES, checked

    whole = {name: _whole(fields[name]) for name in NAMES if fields.get(name) is not None}
    if whole["text"] != fields["text"]:
        yield trouble("the text holds half a character", "It is shown as \ufffd; write the text as UTF-8.")
    try:
        found, wrong = checked(whole)
    except ValueError:
        yield trouble('the "id" is no string', 'Write it in quotes: {"id": "a-1"}.')
        return
    text = found.text
    if refused := _refused(found.id):
        yield trouble(*refused)
        return
    if found.id is None:
        own_id, digest = source.identities.of(text)
    else:
        own_id, digest = str(found.id), sha256(text)
        if (earlier := source.identities.named(own_id, digest, source.path, number)) is not None:
            yield from _used_before(source.path, number, own_id, earlier)
            return
    for name in _TEXT_FIELDS:
        if name in wrong:
            yield trouble(f'the "{name}" is no string', "It was left out.")
    found, told = _fitted(found)
    for reason, hint in told:
        yield replace(trouble(reason, hint), lost=False)
    published = source.given.published
    try:
        published = published or _published(number, fields)
    except ValueError as error:
        yield trouble(str(error), _UNDATED)
    yield Document(
        id=own_id,
        path=source.path,
        text=text,
        sha256=digest,
        title=found.title or None,
        publisher=found.publisher or None,
        byline=found.byline or None,
        url=found.url or None,
        language=source.given.language or found.language or guess_language(text),
        published=published or Published(),
        line=number,
    )


def _refused(own_id: str | int | None) -> tuple[str, str] | None:
    """Why a document cannot be called so, and what to do; None if it can, or has no name."""
    if own_id == "":
        return 'the "id" is empty', "Leave it out, or give the document a name."
    if "\0" in str(own_id):  # engines look up what stands before it
        return 'the "id" has a NUL in it', "Take it out; the other lines were read."
    if excess := lengths.excess('the "id"', str(own_id or ""), lengths.NAME):
        return excess, "Shorten it, or leave it out; the other lines were read."
    return None


def _fitted(found: RecordFields) -> tuple[RecordFields, list[tuple[str, str]]]:
    """The fields as a collection takes them, and what had to be cut or left out, with what was done."""
    told = []
    changed: dict[str, str | None] = {}
    for name, most in _CUT.items():
        text = getattr(found, name) or ""
        if excess := lengths.excess(f'the "{name}"', text, most):
            told.append((excess, "Its beginning was taken."))
            changed[name] = text[:most]
    if excess := lengths.excess('the "url"', found.url or "", lengths.ADDRESS):
        told.append((excess, "It was left out."))
        changed["url"] = None
    if found.language and not _LANGUAGE.fullmatch(found.language):
        written = json.dumps(shortened(found.language, 40), ensure_ascii=False)
        told.append((f'the "language" {written} is no code such as en or de', "The text tells its language."))
        changed["language"] = None
    return (found.model_copy(update=changed) if changed else found), told


def _used_before(path: str, number: int, own_id: str, earlier: Use) -> Iterator[Trouble]:
    """What is wrong with an id that was given before; the same text again in one file is no matter."""
    place = f"line {earlier.line}" + ("" if earlier.path == path else f" of {earlier.path}")
    if not earlier.same_text:
        reason = f'the id "{own_id}" was used for another text in {place}'
        yield Trouble(path, number, reason, "Give each document an id of its own.")
    elif earlier.path != path:
        yield Trouble(path, number, f"the same is in {place}", "It counts once.", lost=False)


def _whole(value: object) -> object:
    return _LONE_SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def _published(number: int, fields: dict[str, Any]) -> Published | None:
    name = "published" if fields.get("published") is not None else "dct"
    value = fields.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            return stated_date(value, f'"{name}" of line {number}')
        except ValueError:
            pass
    written = json.dumps(value, ensure_ascii=False)[:40]
    if isinstance(value, str) and len(days := _days_in_figures(value)) == 2:
        raise ValueError(f"{written} may be {' or '.join(days)}")
    raise ValueError(f"{written} is no date")


def _days_in_figures(value: str) -> list[str]:
    """The days that a date in figures may be, by whether it begins with its day or its month."""
    found: list[str] = []
    for day_first in (True, False):
        with suppress(ValueError):
            found.append(in_figures(value, day_first=day_first) or "")
    return sorted(filter(None, set(found)))
