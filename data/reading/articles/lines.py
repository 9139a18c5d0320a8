"""The lines of a plain text and what each looks like: prose, a headline, a label, a list item, a cue.

Lines that were wrapped by hand are joined first.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from data.reading.articles.cues import LONGEST_CUE, Cue, cue_pattern, cues_of
from data.reading.texts.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

Look = Literal["prose", "remark", "headline", "label", "item", "picture"]

#: A head has so many lines, or so many with the lines of furniture in it; so many may follow its headline.
LINES_OF_A_HEAD, LONGEST_HEAD, LINES_AFTER_HEADLINE = 10, 24, 4
MOST_WORDS_OF_A_TITLE = 35
#: The cues of what stands in a head beside its headline.
OF_A_HEAD: tuple[Cue, ...] = ("byline", "date_line")

# A run of white space is tried once, from its beginning: a line may have ten million spaces.
_BREAK = re.compile(r"(?<!\s)\s*[\n\r]\s*")
# "21. Oktober 2024" is a date, and no item of a list.
_MARK = re.compile(
    r"\A(?:[•·▪●◦‣*–—-]|[0-9]{1,3}(?:\.(?![^\S\n][^\W\d_]{3,10}\.?[^\S\n](?:19|20)\d\d\b)|\))|#{1,6})\s+(?=\S)"
)
_STOPS = ".!…।॥。！"
_CLOSED = re.compile(r"(?:[.!?…।]\s?[\"'”’»)\]]+|[.,][\"”’»]|[.!?…][\"”’»]? \([^()]{2,60}\))\Z")
_STOP_INSIDE = re.compile(r"[a-zß-ÿа-я0-9%\"”’)][.!?][\"”’)]* [\"“‘(]*[A-ZÀ-ÞА-Я]")
# Behind a full stop a sentence that ends with a small word, or initials.
_BROKEN_OFF = re.compile(_STOP_INSIDE.pattern + r"(?:[^.!?]* [^\W\d_A-ZÀ-ÞА-Я][^.!?\s]*|[A-ZÀ-ÞА-Я]{0,3})\Z")
# Letters, and the signs that join those of an Indian script.
_CONTENT_WORD = re.compile(r"[^\x00-@\[-`{-\xbf\u0964-\u096f\u2000-\u206f]{4,}")

# Prose has eight words and an end, or twenty words: a headline seldom has either.
_WORDS_OF_PROSE = 8
_WORDS_OF_UNENDED_PROSE = 20
_WORDS_OF_HEADLINE = 5
# Most lines of so many words have them in so many letters, and are counted no farther.
_ENOUGH_FOR_PROSE = 150
# The same short line so often in one file is the name of a picture or a button.
_REPEATED = 3
_OF_PICTURES = ("remark", "headline", "label")


class Line(NamedTuple):
    """One line that is not blank, or several that were wrapped by hand.

    Attributes:
        start, end: its range in the file, without the white space around it.
        mark: of a list or a heading ("-", "3.", "##"); empty if it has none.
        text: the line without its mark.
        look: "prose", a paragraph; "remark", a short complete sentence; "headline", at least five words
            without an end; "label", fewer; "item", of a list; "picture", a short line that the file repeats
            often, or that stands twice in a row as a teaser's picture and link do.
        cue: what its words give away, or None.
    """

    start: int
    end: int
    mark: str
    text: str
    look: Look
    cue: Cue | None

    @property
    def words(self) -> int:
        """How many it has."""
        return self.text.count(" ") + 1

    @property
    def number(self) -> int | None:
        """Of a numbered item, or None."""
        digits = self.mark[:-1]
        return int(digits) if digits.isdigit() else None

    @property
    def level(self) -> int:
        """Of a Markdown heading, 1 to 6; 0 if it is none."""
        return self.mark.count("#")


# Several times faster than to call the class, which a text does for every line.
_LINE = partial(tuple.__new__, Line)


def lines_of(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, in order."""
    lines: list[Line] = []
    brief: list[tuple[int, str, bool]] = []
    for start, end in paragraphs(text, 0, len(text)):
        raw, mark = text[start:end], ""
        wrapped = "\n" in raw or "\r" in raw
        # Most lines stand there bare, without a mark before them or white space around.
        if not (raw[0].isalpha() and (raw[-1] == "." or raw[-1].isalnum())):
            raw = raw.strip().strip("\ufeff").strip()
            if not raw:
                continue
            start = text.index(raw, start)
            end = start + len(raw)
            marked = _MARK.match(raw)
            if marked is not None:
                mark, raw = marked[0].rstrip(), raw[marked.end() :]
        body = _BREAK.sub(" ", raw) if wrapped else raw
        look = _look(mark, body)
        if len(body) <= LONGEST_CUE:
            brief.append((len(lines), body, look == "prose"))
        lines.append(_LINE((start, end, mark, body, look, None)))
    for at, cue in cues_of(brief).items():
        lines[at] = lines[at]._replace(cue=cue)
    return _with_pictures(lines)


def _with_pictures(lines: list[Line]) -> list[Line]:
    """The lines, those that are pictures by how often the text has them told as such."""
    short = [line.text for line in lines if line.look in _OF_PICTURES and not line.mark]
    if len(set(short)) == len(short):
        return lines
    times = Counter(short)
    bodies = [line.text for line in lines]

    def is_picture(at: int, line: Line) -> bool:
        beside = (*bodies[max(at - 1, 0) : at], *bodies[at + 1 : at + 2])
        often = times[line.text] >= _REPEATED or (times[line.text] > 1 and line.text in beside)
        return often and line.look in _OF_PICTURES

    return [line._replace(look="picture") if is_picture(at, line) else line for at, line in enumerate(lines)]


def _look(mark: str, body: str) -> Look:
    return "item" if mark and mark[0] != "#" else look_of(body)


def look_of(body: str) -> Look:
    """What a line without a mark looks like by itself."""
    spaces = body.count(" ", 0, _ENOUGH_FOR_PROSE)
    if spaces < _WORDS_OF_UNENDED_PROSE - 1 and len(body) > _ENOUGH_FOR_PROSE:
        spaces = body.count(" ")
    if spaces >= _WORDS_OF_UNENDED_PROSE - 1:
        return "prose"
    if is_closed(body):
        return "prose" if spaces >= _WORDS_OF_PROSE - 1 else "remark"
    return "headline" if spaces >= _WORDS_OF_HEADLINE - 1 else "label"


def is_closed(body: str) -> bool:
    """Whether a line ends as a sentence does; one question alone may be a headline."""
    last = body[-1]
    if last.isalnum():
        return False
    if last == "?":
        return _STOP_INSIDE.search(body) is not None
    return last in _STOPS or _CLOSED.search(body) is not None


def breaks_off(line: Line) -> bool:
    """Whether a line is no headline but a paragraph that breaks off, or has who wrote behind its end."""
    if line.look != "headline" or line.words < _WORDS_OF_PROSE:
        return False
    return _BROKEN_OFF.search(line.text) is not None


def is_speaker(line: Line) -> bool:
    """Whether a line names who says what stands below it, as in the report of a parliament."""
    return line.look in ("headline", "label") and cue_pattern("speaker").fullmatch(line.text) is not None


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
