"""The lines of a plain text and what each looks like: prose, a headline, a label, a list item, a cue.

Lines that were wrapped by hand are joined first.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from data.reading.articles.cues import Cue, cues_of
from data.reading.texts.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Look = Literal["prose", "remark", "headline", "label", "item", "picture"]

# A run of white space is tried once, from its beginning: a line may have ten million spaces.
_BREAK = re.compile(r"(?<!\s)\s*[\n\r]\s*")
_MARK = re.compile(r"\A(?:[•·▪●◦‣*–—-]|[0-9]{1,3}[.)]|#{1,6})\s+(?=\S)")
_STOPS = ".!…।॥。！"
_CLOSED = re.compile(r"(?:[.!?…]\s?[\"'”’»)\]]+|[.,][\"”’»]|[.!?…][\"”’»]? \([^()]{2,60}\))\Z")
_STOP_INSIDE = re.compile(r"[a-zß-ÿа-я0-9%\"”’)][.!?][\"”’)]* [\"“‘(]*[A-ZÀ-ÞА-Я]")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")

# Prose has eight words and an end, or twenty words: a headline seldom has either.
_WORDS_OF_PROSE = 8
_WORDS_OF_UNENDED_PROSE = 20
_WORDS_OF_HEADLINE = 5
# The same short line so often in one file is the name of a picture or a button.
_REPEATED = 3


class Line(NamedTuple):
    """One line that is not blank, or several that were wrapped by hand.

    Attributes:
        start, end: its range in the file, without the white space around it.
        text: the line without its list or heading mark.
        look: "prose", a paragraph; "remark", a short complete sentence; "headline", at least five words
            without an end; "label", fewer; "item", of a list; "picture", a short line that the file repeats
            often, or that stands twice in a row as a teaser's picture and link do.
        cue: what its words give away, or None.
        words: how many it has.
        number: of a numbered item, or None.
        level: of a Markdown heading, 1 to 6; 0 if it is none.
    """

    start: int
    end: int
    text: str
    look: Look
    cue: Cue | None
    words: int
    number: int | None
    level: int


def lines_of(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, in order."""
    marked = list(_marked(text))
    bodies = [body for _, _, _, body in marked]
    counts = [body.count(" ") + 1 for body in bodies]
    short = [
        body
        for (_, _, mark, body), words in zip(marked, counts, strict=True)
        if not mark and words < _WORDS_OF_UNENDED_PROSE
    ]
    times = Counter(short) if len(set(short)) < len(short) else Counter()
    found: list[Line] = []
    for at, cue in enumerate(cues_of(bodies)):
        start, end, mark, body = marked[at]
        words, number, level = counts[at], None, 0
        look: Look = "prose"
        if mark.startswith("#"):
            level = len(mark)
        elif mark:
            look, digits = "item", mark[:-1]
            number = int(digits) if digits.isdigit() else None
        if look == "prose" and words < _WORDS_OF_UNENDED_PROSE:
            beside = (*bodies[at - 1 : at], *bodies[at + 1 : at + 2]) if times else ()
            look = _short_look(body, words, times[body], beside)
        found.append(Line(start, end, body, look, cue, words, number, level))
    return found


def _marked(text: str) -> Iterator[tuple[int, int, str, str]]:
    """The lines with their ranges, each divided into its list or heading mark and the rest."""
    for start, end in paragraphs(text, 0, len(text)):
        whole = text[start:end]
        if whole[0].isalpha() and whole[-1] == ".":
            yield start, end, "", _joined(whole)
            continue
        raw = whole.strip().strip("\ufeff").strip()
        if not raw:
            continue
        start += whole.index(raw)
        end = start + len(raw)
        raw = _joined(raw)
        mark = _MARK.match(raw)
        if mark is None:
            yield start, end, "", raw
        else:
            yield start, end, mark[0].rstrip(), raw[mark.end() :]


def _joined(raw: str) -> str:
    return _BREAK.sub(" ", raw) if "\n" in raw or "\r" in raw else raw


def _short_look(body: str, words: int, times: int, beside: Sequence[str]) -> Look:
    """What a line without a mark looks like that is not long and stands so often in its text."""
    closed = is_closed(body)
    if closed and words >= _WORDS_OF_PROSE:
        return "prose"
    if times >= _REPEATED or (times > 1 and body in beside):
        return "picture"
    if closed:
        return "remark"
    return "headline" if words >= _WORDS_OF_HEADLINE else "label"


def is_closed(body: str) -> bool:
    """Whether a line ends as a sentence does; one question alone may be a headline."""
    last = body[-1]
    if last.isalnum():
        return False
    if last == "?":
        return _STOP_INSIDE.search(body) is not None
    return last in _STOPS or _CLOSED.search(body) is not None


def content_words(lines: Sequence[Line], *, but: re.Pattern[str] | None = None) -> set[str]:
    """The longer words of lines, cut to six letters so that "Kenyan" meets "Kenya's".

    Words that ``but`` matches whole are left out.
    """
    return {
        word.lower()[:6]
        for line in lines
        for word in _CONTENT_WORD.findall(line.text)
        if but is None or not but.fullmatch(word)
    }
