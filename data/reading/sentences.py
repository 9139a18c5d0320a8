"""Sentences with exact offsets.

Lines are joined to paragraphs first (a text may be wrapped by hand or have one paragraph a line), then
paragraphs are cut at sentence ends. What ends a sentence is the same in most languages; abbreviations are
not: they are data, one file a language in ``sentence_ends``. A language without a file is cut by sentencex,
which knows some 300 languages but keeps a quotation of several sentences in one piece.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from data.model import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPENING = "\"'“‘«„‚‹([{¿¡—–-"
_CLOSING = "\"'”’»“›)]}"
# A candidate: terminators, closing marks, footnote numbers, white space, opening marks, the next word.
_CANDIDATE = re.compile(
    rf"[.!?…।॥]+[{re.escape(_CLOSING)}]*(?:\[\w{{1,4}}\])*(?=\s+[{re.escape(_OPENING)}]*(\w+))"
)
_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_ELISION = re.compile(r"\A\w{1,4}['’](?=\w)")
_ORDINAL = re.compile(r"\d{1,2}\Z")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[a-zA-Z])\Z")
_LIST_MARK = re.compile(r"(?:[•·▪●◦‣*–—-]|#{1,6})\s+")
_TERMINATORS = ".!?…:;।॥"

# A hand-wrapped text has lines of about equal length; these are the lengths that editors and mail use.
_NARROWEST_WRAP = 45
_WIDEST_WRAP = 120


@dataclass(frozen=True, slots=True)
class _Ends:
    """What one language's file says; every word without its last full stop.

    Attributes:
        names: abbreviations that a name or noun follows: never the end of a sentence ("Mr").
        numbers: abbreviations that are none unless a number follows ("No").
        either: abbreviations that may end a sentence; they do so before a starter ("U.S").
        starters: capitalised words that begin sentences ("The").
        ordinals: whether a small number with a full stop is an ordinal ("3. März").
    """

    names: frozenset[str]
    numbers: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]
    ordinals: bool


@cache
def _ends(language: str) -> _Ends | None:
    file = files("data.reading").joinpath("sentence_ends", f"{language}.toml")
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    words = {key: frozenset(table[key].split()) for key in ("names", "numbers", "either", "starters")}
    return _Ends(**words, ordinals=table["ordinals"])


def sentences(
    text: str, language: str | None = "en", *, furniture: Sequence[tuple[int, int]] = ()
) -> tuple[Sentence, ...]:
    """The sentences of a text, in order, without the white space and list marks around them.

    They never overlap, never cross a paragraph break, and never touch ``furniture``; a headline's line is a
    sentence of its own. ``language`` is an ISO 639-1 code; None counts as English.
    """
    code = (language or "en").lower().split("-")[0]
    ends = _ends(code) if code.isascii() and code.isalpha() else _ends("en")
    found: list[Sentence] = []
    for start, end in _between(len(text), furniture):
        for paragraph in _paragraphs(text, start, end):
            cuts = _foreign_cuts(text, *paragraph, code) if ends is None else _cuts(text, *paragraph, ends)
            begin = paragraph[0]
            for cut in (*cuts, paragraph[1]):
                sentence = _trimmed(text, begin, cut)
                if sentence is not None:
                    found.append(sentence)
                begin = cut
    return tuple(found)


def _between(length: int, furniture: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in sorted(furniture):
        if at < start:
            yield at, min(start, length)
        at = max(at, end)
    if at < length:
        yield at, length


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of paragraphs: lines, or runs of lines where a line was wrapped by hand."""
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    width = _wrap_width(lines)
    at = 0
    while at < len(lines):
        begin, last = lines[at]
        at += 1
        while at < len(lines) and _wrapped(text, lines[at - 1], lines[at], width):
            last = lines[at][1]
            at += 1
        yield begin, last


def _wrap_width(lines: list[tuple[int, int]]) -> int | None:
    """The width at which the lines were wrapped by hand, or None if each line is a paragraph."""
    lengths = [
        end - start
        for (start, end), (following, _) in pairwise(lines)
        if following - end <= 2 and end - start > 1
    ]
    if not lengths:
        return None
    width = max(lengths)
    full = sum(1 for length in lengths if length * 4 >= width * 3)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP or full * 2 < len(lengths):
        return None
    return width


def _wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int | None) -> bool:
    start, end = line
    gap = text[end : following[0]]
    if len(gap) > 2 or gap.count("\n") > 1:
        return False
    head = text[following[0] : following[1]].lstrip()
    if not head or not text[start:end].strip() or _LIST_MARK.match(head):
        return False
    if width is not None and end - start + 1 + len(head.split(None, 1)[0]) > width * 3 // 4:
        return True
    return head[0].islower() and text[start:end].rstrip()[-1] not in _TERMINATORS


def _cuts(text: str, start: int, end: int, ends: _Ends) -> Iterator[int]:
    for match in _CANDIDATE.finditer(text, start, end):
        following = match[1]
        if following[0].islower():
            continue
        if len(following) == 1 and text.startswith(".", match.end(1)):
            following += "."  # an initial: "A." begins no sentence as "A" does
        at = match.start()
        if text[at] == "." and not _ends_here(text, start, at, following, ends):
            continue
        yield match.end()


def _ends_here(text: str, start: int, at: int, following: str, ends: _Ends) -> bool:
    """Whether the full stop at ``at`` ends its sentence; ``following`` is the next word."""
    if text.startswith("..", at):
        return True
    before = max(
        text.rfind(" ", start, at), text.rfind("\n", start, at), text.rfind("\u00a0", start, at), start - 1
    )
    word = _ELISION.sub("", text[before + 1 : at].lstrip(_OPENING))
    if not word:
        return True
    if before < start and _LIST_NUMBER.match(word):
        return False
    if word in ends.names:
        return False
    if word in ends.numbers:
        return not following[0].isdigit()
    if ends.ordinals and _ORDINAL.match(word):
        return following in ends.starters
    if word in ends.either or (_INITIALS.match(word) and word != "I"):
        return following in ends.starters
    return True


def _foreign_cuts(text: str, start: int, end: int, language: str) -> Iterator[int]:
    from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

    for boundary in get_sentence_boundaries(language, text[start:end]):
        yield start + boundary["end_index"]


def _trimmed(text: str, start: int, end: int) -> Sentence | None:
    piece = text[start:end]
    body = piece.strip().strip("\ufeff").strip()
    mark = _LIST_MARK.match(body)
    if mark is not None:
        body = body[mark.end() :]
    if not body:
        return None
    begin = start + piece.index(body)
    return Sentence(begin, begin + len(body))
