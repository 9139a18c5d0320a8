"""The groups of RTF code that its converter would lose: footnotes, and where links lead.

Source: Rich Text Format (RTF) Specification 1.9.1, "Footnotes" and "Fields".
"""

from __future__ import annotations

import re

from data.reading.texts.links import Linked, address_in_field, links_of

# Signs of the private use area, written into the code around what is linked; no font means anything by them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_OPEN_CODE, _CLOSE_CODE = r"{\uc1\u-8192?}", r"{\uc1\u-8191?}"
_BRACE = re.compile(r"\\[\s\S]|[{}]")
_FOOTNOTE = re.compile(r"\{(?:\\\*)?\\footnote(?![a-z])(?:\\ftnalt(?![a-z]))?")
_FIELD = re.compile(r"\{\\\*\\fldinst(?![a-z])")
_RESULT = re.compile(r"\s*\{\\fldrslt(?![a-z])[ ]?")
_CONTROL = re.compile(r"\\[a-z]+-?\d*[ ]?|[{}\r\n]")


def with_notes_last(code: str) -> str:
    """The code with its footnotes and endnotes behind the text, a paragraph each."""
    pieces: list[str] = []
    notes: list[str] = []
    at = 0
    for note in _FOOTNOTE.finditer(code):
        if note.start() < at:
            continue
        end = _end_of_group(code, note.start())
        pieces.append(code[at : note.start()])
        notes.append(f"\\par{{{code[note.end() : end]}")
        at = end
    last = code.rfind("}")
    if not notes or last < at:
        return code
    return "".join((*pieces, code[at:last], *notes, code[last:]))


def with_marked_links(code: str) -> tuple[str, list[str]]:
    """The code with signs around the words of each link that is kept, and where these lead, in order."""
    if "HYPERLINK" not in code:
        return code, []
    pieces: list[str] = []
    addresses: list[str] = []
    at = seen = 0
    for field in _FIELD.finditer(code):
        if field.start() < seen:
            continue
        seen = _end_of_group(code, field.start())
        result = _RESULT.match(code, seen)
        address = address_in_field(_CONTROL.sub("", code[field.end() : seen - 1]))
        if result is not None and address is not None:
            # The converter itself would write some addresses into the text: it is not shown the field's code.
            pieces += (code[at : field.start()], result[0], _OPEN_CODE)
            addresses.append(address)
            at, seen = result.end(), _end_of_group(code, code.index("{", result.start()))
            pieces += (code[at : seen - 1], _CLOSE_CODE)
            at = seen - 1
    return "".join((*pieces, code[at:])), addresses


def linked(marked: str, addresses: list[str]) -> Linked:
    """A text without the signs that stand in it, and the links between these."""
    found: list[tuple[int, int, str]] = []
    pieces = re.split(f"([{_OPEN}{_CLOSE}])", marked)
    begun: list[int] = []
    length = 0
    left = iter(addresses)
    for piece in pieces:
        if piece == _OPEN:
            begun.append(length)
        elif piece == _CLOSE:
            address = next(left, None)
            if begun and address is not None:
                found.append((begun.pop(), length, address))
        else:
            length += len(piece)
    text = "".join(piece for piece in pieces if piece not in (_OPEN, _CLOSE))
    return Linked(text, links_of(text, found))


def _end_of_group(code: str, start: int) -> int:
    """Where the group that begins at ``start`` ends; the end of the code if it never does."""
    depth = 0
    for brace in _BRACE.finditer(code, start):
        if brace[0] == "{":
            depth += 1
        elif brace[0] == "}":
            depth -= 1
            if depth == 0:
                return brace.end()
    return len(code)
