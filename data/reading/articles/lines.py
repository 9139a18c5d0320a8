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
    from collections.abc import Sequence

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
_LETTERS_OF_A_WORD = 10  # with the space behind it; more than most have
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
        number: of a numbered item, or None.
        level: of a Markdown heading, 1 to 6; 0 if it is none.
    """

    start: int
    end: int
    text: str
    look: Look
    cue: Cue | None
    number: int | None
    level: int

    @property
    def words(self) -> int:
        """How many it has."""
        return self.text.count(" ") + 1


def lines_of(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, in order."""
    marked = _marked(text)
    bodies = [body for _, _, _, body in marked]
    long = [has_words(body, _WORDS_OF_UNENDED_PROSE) for body in bodies]
    short = [body for (_, _, mark, body), is_long in zip(marked, long, strict=True) if not (mark or is_long)]
    times = Counter(short) if len(set(short)) < len(short) else Counter()
    found: list[Line] = []
    for (start, end, mark, body), is_long, cue in zip(marked, long, cues_of(bodies), strict=True):
        look: Look = "prose"
        number, level = None, 0
        if mark.startswith("#"):
            level = len(mark)
        elif mark:
            look, digits = "item", mark[:-1]
            number = int(digits) if digits.isdigit() else None
        if not is_long and look == "prose":
            at = len(found)
            beside = (*bodies[at - 1 : at], *bodies[at + 1 : at + 2]) if times else ()
            look = _short_look(body, times[body], beside)
        found.append(Line(start, end, body, look, cue, number, level))
    return found


def has_words(text: str, number: int) -> bool:
    """Whether a line has so many words at least; of a long one only the beginning is looked at."""
    return text.count(" ", 0, _LETTERS_OF_A_WORD * number) >= number - 1 or text.count(" ") >= number - 1


def _marked(text: str) -> list[tuple[int, int, str, str]]:
    """The lines with their ranges, each divided into its list or heading mark and the rest."""
    found = []
    for start, end in paragraphs(text, 0, len(text)):
        raw = text[start:end]
        if raw[0].isalpha() and raw[-1] == ".":
            found.append((start, end, "", _joined(raw)))
            continue
        raw = raw.strip().strip("\ufeff").strip()
        if not raw:
            continue
        start = text.index(raw, start)
        end = start + len(raw)
        raw = _joined(raw)
        mark = _MARK.match(raw)
        if mark is None:
            found.append((start, end, "", raw))
        else:
            found.append((start, end, mark[0].rstrip(), raw[mark.end() :]))
    return found


def _joined(raw: str) -> str:
    return _BREAK.sub(" ", raw) if "\n" in raw or "\r" in raw else raw


def _short_look(body: str, times: int, beside: Sequence[str]) -> Look:
    """What a line without a mark looks like that is not long and stands so often in its text."""
    words = body.count(" ") + 1
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
