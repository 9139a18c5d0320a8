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
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from data.model import Sentence
from data.reading.texts.paragraphs import LIST_MARK, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_Range = tuple[int, int]
# Several times faster than to call the class, which a text does for every sentence.
_SENTENCE = partial(tuple.__new__, Sentence)

_TERMINATORS = ".!?…।॥"
_OPENING = "\"'`“‘«„‚‹([{¿¡—–-*"
_CLOSING = "\"'”’»“›)]}"
# So ends a heading in Markdown ("**Ferry.** It sank."), but not before a number ("**Next meeting.** 3 May").
_STARS = r"\*{1,2}(?=\s+[^\W\d])"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_ELISION = re.compile(r"\A\w{1,4}['’](?=\w)")
_LONGEST_ABBREVIATION = 30
_TAIL = 3  # letters
# An initial begins no sentence: "A." is no "A".
_FIRST_WORD = re.compile(r"\w\.|\w+")
_ORDINAL = re.compile(r"\d{1,2}\Z")
# A clock at the head of a line opens an entry ("8:15 a.m. A bus ran off the road").
_ENTRY_CLOCK = re.compile(r"\s*\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\Z", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[a-zA-Z])\Z")


def _candidate(terminator: str) -> re.Pattern[str]:
    """What may end a sentence: terminators, closing marks, footnote numbers.

    Behind it come white space, and where the next sentence would begin; opening marks, its first letter. What
    stands before is looked at behind the first terminator, so that the search runs from one to the next.
    A bare footnote number stands behind an ordinary word ("for 14 million dollars.1 The seller"). Before an
    empty line every sentence ends, and none is looked for. French quotation marks have a space inside.
    """
    marks = (
        rf"(?<!{terminator}.){terminator}*(?:[{re.escape(_CLOSING)}]|{_STARS})*(?:[^\S\n][»›])?"
        r"(?:\[\w{1,4}\]|(?<=[^\W\d_A-Z]{4}\.)\d{1,2})*"
    )
    return re.compile(
        rf"{terminator}(?!\n\n)(?:(?=\s)|{marks})(?=\s+()(?:[{re.escape(_OPENING)}]*|[«‹][^\S\n])(\w))"
    )


_CANDIDATE = _candidate(f"[{_TERMINATORS}]")
# For texts without any other terminator: a single character is searched for several times faster.
_CANDIDATE_STOP = _candidate(r"\.")
_OTHER_TERMINATORS = _TERMINATORS.replace(".", "")


@dataclass(frozen=True, slots=True)
class _Ends:
    """What one language's file says; every word without its last full stop.

    Attributes:
        names: abbreviations that a name or noun follows: never the end of a sentence ("Mr").
        numbers: abbreviations that are none unless a number follows ("No").
        either: abbreviations that may end a sentence; they do so before a starter ("U.S").
        starters: capitalised words that begin sentences ("The").
        ordinals: whether a small number with a full stop is an ordinal ("3. März").
        abbreviations: all of them.
        tails: the last letters of those that have so many.
    """

    names: frozenset[str]
    numbers: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]
    ordinals: bool
    abbreviations: frozenset[str]
    tails: frozenset[str]


@cache
def _ends(language: str) -> _Ends | None:
    file = files("data.reading.texts").joinpath("sentence_ends", f"{language}.toml")
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    words = {key: frozenset(table[key].split()) for key in ("names", "numbers", "either", "starters")}
    abbreviations = words["names"] | words["numbers"] | words["either"]
    tails = frozenset(word[-_TAIL:] for word in abbreviations if len(word) >= _TAIL)
    return _Ends(**words, ordinals=table["ordinals"], abbreviations=abbreviations, tails=tails)


def sentences(
    text: str, language: str | None = "en", *, furniture: Sequence[tuple[int, int]] = ()
) -> tuple[Sentence, ...]:
    """The sentences of a text, in order, without the white space and list marks around them.

    They never overlap, never cross a paragraph break, and never touch ``furniture``; a headline's line is a
    sentence of its own. ``language`` is an ISO 639-1 code; None counts as English.
    """
    code = (language or "en").lower().split("-")[0]
    ends = _ends(code) if code.isascii() and code.isalpha() else _ends("en")
    others = any(map(text.__contains__, _OTHER_TERMINATORS))
    candidate = _CANDIDATE if others else _CANDIDATE_STOP
    found: list[_Range] = []
    for start, end in _between(len(text), furniture):
        ranges = paragraphs(text, start, end)
        if ends is None:
            for begin, last in ranges:
                found += _foreign_sentences(text, begin, last, code)
        else:
            found += _sentences(text, ranges, ends, candidate.finditer(text, start, end))
    return tuple(map(_SENTENCE, found))


def _between(length: int, furniture: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in sorted(furniture):
        if at < start:
            yield at, min(start, length)
        at = max(at, end)
    if at < length:
        yield at, length


def _sentences(
    text: str, ranges: Sequence[_Range], ends: _Ends, candidates: Iterator[re.Match[str]]
) -> list[_Range]:
    """The sentences of paragraphs, cut at those of the candidates that end one.

    The text is searched for candidates once: to begin anew in every paragraph takes twice the time.
    """
    found: list[_Range] = []
    tails = ends.tails
    following = iter(ranges)
    start, end = next(following, (0, 0))
    begin, is_bare = start, False
    for match in candidates:
        next_word = match.start(2)
        if next_word >= end:  # the last one of a paragraph stands before the first word of another
            at = match.start()
            while at >= end:
                if is_bare and not text[end - 1].isspace():
                    found.append((begin, end))
                else:
                    found += _trimmed(text, begin, end)
                start, end = next(following)
                begin, is_bare = start, text[start].isalnum()
            if next_word >= end:
                continue
        if text[next_word].islower():
            continue
        at, cut = match.span()
        # The end of an ordinary word ends a sentence; all else takes a closer look.
        tail = text[at - _TAIL : at]
        if (tail.isalpha() and tail not in tails) or _ends_here(text, start, at, next_word, ends):
            # Most sentences stand there bare, without a mark before them.
            if is_bare:
                found.append((begin, cut))
            else:
                found += _trimmed(text, begin, cut)
            begin = match.start(1)
            is_bare = begin == next_word
    while end:
        found += _trimmed(text, begin, end)
        begin, end = next(following, (0, 0))
    return found


def _ends_here(text: str, start: int, at: int, next_word: int, ends: _Ends) -> bool:
    """Whether the terminator at ``at`` ends its sentence; ``start`` is the paragraph's."""
    near = max(start, at - _LONGEST_ABBREVIATION)
    word = text[text.rfind(" ", near, at) + 1 or near : at]
    if text[at] != "." or (len(word) > 1 and word.isalpha() and word not in ends.abbreviations):
        return True
    if at == start or text[at - 1].isspace() or text.startswith("..", at):
        return True
    if word in ends.names:
        return False
    first = _FIRST_WORD.match(text, next_word)
    following = first[0] if first is not None else ""
    word = word.split()[-1].lstrip(_OPENING)
    if "'" in word or "’" in word:
        word = _ELISION.sub("", word)
    if not word:
        return True
    near_start = at - start <= _LONGEST_ABBREVIATION
    if near_start and _LIST_NUMBER.match(word) and len(text[start:at].split()) == 1:
        return False
    if _ENTRY_CLOCK.match(text[text.rfind("\n", near, at) + 1 or near : at]):
        return False
    return _ends_behind(word, following, ends)


def _ends_behind(word: str, following: str, ends: _Ends) -> bool:
    """Whether a sentence ends with the dot of a word, given the word that follows."""
    if word in ends.names:
        return False
    if word in ends.numbers:
        return not following[0].isdigit()
    if ends.ordinals and _ORDINAL.match(word):
        return following in ends.starters
    if word in ends.either or (_INITIALS.match(word) and word != "I"):
        return following in ends.starters
    return True


def _foreign_sentences(text: str, start: int, end: int, language: str) -> Iterator[_Range]:
    from sentencex import get_sentence_boundaries

    boundaries = get_sentence_boundaries(language, text[start:end])
    cuts = [start + boundary["end_index"] for boundary in boundaries]
    for cut in (*(cut for cut in cuts if cut < end), end):
        yield from _trimmed(text, start, cut)
        start = cut


def _trimmed(text: str, start: int, end: int) -> tuple[_Range, ...]:
    """A piece of text without the white space and the list mark around it; nothing if that is all of it."""
    if start < end and text[start].isalnum() and not text[end - 1].isspace():
        return ((start, end),)
    piece = text[start:end]
    body = piece.strip()
    if not body[:1].isalnum():
        body = body.strip("\ufeff").strip()
        mark = LIST_MARK.match(body)
        if mark is not None:
            body = body[mark.end() :]
        if not body:
            return ()
    begin = start + piece.index(body)
    return ((begin, begin + len(body)),)
