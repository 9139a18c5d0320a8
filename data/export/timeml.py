"""A document as TimeML with inline TIMEX3, its text unchanged.

Source of elements and attributes: TimeML 1.2.1 annotation guidelines, section 2.2 (TIMEX3).
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from data.model import DatedDocument, Expression, Published

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"
# What XML 1.0 cannot hold at all; everything else is kept, CR as a reference so that parsers keep it too.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CREATION = "t0"


def timeml(dated: DatedDocument) -> str:
    """The TimeML of one document; characters that XML cannot hold become U+FFFD."""
    document = dated.document
    pieces = []
    position = 0
    # What a value was first named by; an anchor is mostly named before what counts from it.
    first: dict[str, int] = {}
    for number, expression in enumerate(dated.expressions, start=1):
        first.setdefault(expression.value, number)
    latest: dict[str, int] = {}
    for number, expression in enumerate(dated.expressions, start=1):
        anchor = expression.anchor.value or ""
        named = latest.get(anchor, first.get(anchor))
        pieces.append(_text(document.text[position : expression.start_char]))
        content = _text(document.text[expression.start_char : expression.end_char])
        pieces.append(f"<TIMEX3 {_attributes(expression, number, named)}>{content}</TIMEX3>")
        position = expression.end_char
        latest[expression.value] = number
    pieces.append(_text(document.text[position:]))
    title = f"<TITLE>{_text(document.title)}</TITLE>\n" if document.title else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TimeML xmlns:xsi="{_XSI}" xsi:noNamespaceSchemaLocation="{_SCHEMA}">\n'
        f"<DOCID>{_text(document.id)}</DOCID>\n{_creation(document.published)}{title}"
        f"<TEXT>{''.join(pieces)}</TEXT>\n</TimeML>\n"
    )


def _creation(published: Published) -> str:
    if published.value is None:
        return ""
    value = _text(published.value)
    return (
        f'<DCT><TIMEX3 tid="{_CREATION}" type="DATE" value={_quoted(published.value)} '
        f'temporalFunction="false" functionInDocument="CREATION_TIME">{value}</TIMEX3></DCT>\n'
    )


def _attributes(expression: Expression, number: int, anchor: int | None) -> str:
    """The attributes of the number-th expression; ``anchor`` is the number of the one it is counted from."""
    attributes = {"tid": f"t{number}", "type": expression.type, "value": expression.value}
    for name in ("mod", "quant", "freq"):
        value = getattr(expression, name)
        if value is not None:
            attributes[name] = value
    relative = expression.anchor.kind != "explicit"
    attributes["temporalFunction"] = "true" if relative else "false"
    attributes["functionInDocument"] = "NONE"
    if expression.anchor.kind == "published":
        attributes["anchorTimeID"] = _CREATION
    elif relative and anchor not in (None, number):
        attributes["anchorTimeID"] = f"t{anchor}"
    return " ".join(f"{name}={_quoted(value)}" for name, value in attributes.items())


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
