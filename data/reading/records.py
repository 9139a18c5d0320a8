"""Records that are documents already: a line of JSON, a row of a table. Their text is taken as it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from data.model import Document, Published, Trouble
from data.reading.identity import sha256
from data.reading.language import guess_language
from data.reading.published import stated_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reading.formats import Source

# Half of a surrogate pair cannot be written as UTF-8; one U+FFFD in its place keeps every offset.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_TEXT_FIELDS = ("title", "publisher", "byline", "url", "language")


def record(source: Source, number: int, fields: dict[str, Any]) -> Iterator[Document | Trouble]:
    """The document of the record in line ``number``, and what was wrong with it.

    ``fields`` are as DESIGN.md's input: id, title, text, published (or dct), publisher, url, language.
    """

    def trouble(reason: str, hint: str) -> Trouble:
        return Trouble(source.path, number, reason, hint)

    text = _LONE_SURROGATE.sub("\ufffd", fields["text"])
    if text != fields["text"]:
        yield trouble("the text holds half a character", "It is shown as \ufffd; write the text as UTF-8.")
    named = fields.get("id")
    if named is None:
        own_id, digest = source.identities.of(text)
    else:
        if not isinstance(named, str | int) or isinstance(named, bool) or named == "":
            yield trouble('the "id" is no string', 'Write it in quotes: {"id": "a-1"}.')
            return
        own_id, digest = _LONE_SURROGATE.sub("\ufffd", str(named)), sha256(text)
        earlier = source.identities.named(own_id, digest, source.path, number)
        if earlier is not None:
            place = f"line {earlier.line}" + ("" if earlier.path == source.path else f" of {earlier.path}")
            if not earlier.same_text:
                reason = f'the id "{own_id}" was used for another text in {place}'
                yield Trouble(source.path, number, reason, "Give each document an id of its own.")
            elif earlier.path != source.path:
                yield Trouble(source.path, number, f"the same is in {place}", "It counts once.", lost=False)
            return
    texts: dict[str, str | None] = {}
    for name in _TEXT_FIELDS:
        value = fields.get(name)
        if value is not None and not isinstance(value, str):
            if name != "byline":  # which is no field of the format, and may be anything
                yield trouble(f'the "{name}" is no string', "It was left out.")
            value = None
        texts[name] = _LONE_SURROGATE.sub("\ufffd", value) if value else None
    published = source.given
    if published is None:
        try:
            published = _published(number, fields)
        except ValueError as error:
            yield trouble(
                str(error),
                "Write it as 2024-07-08, 2024-07 or 2024-07-08T10:13:00+05:30; "
                "the document was read without a date.",
            )
    yield Document(
        id=own_id,
        path=source.path,
        text=text,
        sha256=digest,
        title=texts["title"],
        publisher=texts["publisher"],
        byline=texts["byline"],
        url=texts["url"],
        language=source.language or texts["language"] or guess_language(text),
        published=published or Published(),
        line=number,
    )


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
    raise ValueError(f"{json.dumps(value, ensure_ascii=False)[:40]} is no date")
