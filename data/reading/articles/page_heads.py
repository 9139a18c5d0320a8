"""The heads of a page's articles: what stands between a headline's date or byline and the first paragraph.

A site sets buttons, boxes and captions there whose words open a list of other stories, or what readers wrote,
anywhere else. Between an article's date and its first paragraph nothing of the kind begins: it is furniture,
whatever it says. Below the first button of a head only names and dates are still the article's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from data.reading.articles.cues import LONGEST_CUE, cue_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from data.reading.articles.cues import Cue
    from data.reading.articles.lines import Line

_SIGNS = ("byline", "date_line")
_OPENERS = ("section", "comments", "page", "error", "results")
# A head has at most so many lines from its date to its first paragraph, and from its headline to its date.
_LONGEST = 24
_TO_THE_HEADLINE = 8
_BELOW_A_DATE = 2  # the headline, or a label and the headline
# A caption ends with whose picture it is: capitalised words behind the full stop, without one of their own.
_CREDITED = re.compile(
    r".{10,}(?:\b[^\W_A-ZÀ-ÞА-Я][\w’'-]*|\w{5})[.!?][\"”’»«)]* ?(?:[|/–—-] )?\(?"
    r"(?:[«„“\"©]? ?[A-ZÀ-ÞА-Я][\w.'’&-]*[»”\"]?[,:]?(?: ?[/|] ?(?:[a-z]{2,5}\Z)?| |\)?\Z))+(?<![.!?])\Z"
)
_NO_CREDIT = (".)", "!)", "?)", ".]")  # what somebody did while speaking: "(Laughter.)"
_YEAR = re.compile(r"\d{4}")  # of a copyright
_NAME = re.compile(r"(?!(?:By|Von|Par|Por|Di|Door|BY) )[A-ZÀ-ÞА-Я][\w.'’-]+(?: [A-ZÀ-ÞА-Я][\w.'’-]+){1,2}")
_FEWEST_PARAGRAPHS = 2
_WORDS_OF_A_BOX = 8
_HOUR = re.compile(r"\d[:.]\d\d")
_OF_A_CAPTION = re.compile(r"\bcaption\b|\b(?:credit|photo|image|foto|фото)\b.{0,20}:|^©", re.IGNORECASE)
_TO_THE_CREDIT = 2


class _Head(NamedTuple):
    """Indexes of a head's headline, of the last date or byline of it, and of the first paragraph."""

    headline: int
    signed: int
    body: int


def told_by_heads(lines: Sequence[Line], names: Callable[[Line], bool]) -> Iterator[tuple[int, Cue]]:
    """What the lines of heads are, by number, where the head says more than their words.

    ``names``: whether a line is nothing but somebody's name.
    """
    for head in _heads(lines):
        within = range(head.headline + 1, head.body)
        if len(within) == 1 and lines[head.signed].cue == "date_line":
            continue  # nothing but the date
        author = None
        if not any(lines[at].cue == "byline" for at in within):
            author = next((at for at in within if lines[at].cue is None and names(lines[at])), None)
            if author is not None:
                yield author, "byline"
        furniture = [
            at
            for at in within
            if lines[at].cue in (*_OPENERS, "line", "end")
            or (lines[at].cue is None and is_credited(lines[at]))
        ]
        yield from (
            (at, "line") for at in furniture if lines[at].cue is None or not _YEAR.search(lines[at].text)
        )
        dated = lines[head.signed].cue == "date_line"
        for at in within:
            line = lines[at]
            if line.cue is not None or names(line) or _HOUR.search(line.text):
                continue
            button = line.look == "label" and dated and bool(furniture) and at < furniture[-1]
            above = lines[at + 1].cue == "byline" or at + 1 == author  # "By" alone
            button = button and not (at - 1 == author or (above and line.words == 1))
            below = bool(furniture) and furniture[0] < at and line.look != "prose"
            named = at - 1 in (head.signed, author) and line.look == "label" and not button
            told = (
                at > head.signed and not named and (button or below or _is_caption(lines, at, head.headline))
            )
            if told and not _names_a_house(line):
                yield at, "line"
        yield from ((at, "line") for at in _caption_above(lines, head))
        yield from ((at, "line") for at in _before_the_author(lines, head))
        yield from ((at, "page") for at in _author_boxes(lines, head))


def _caption_above(lines: Sequence[Line], head: _Head) -> range:
    """A short sentence right above the first paragraph and a label below it: a caption, and its source."""
    found = range(head.body - 2, head.body)
    if found[0] <= head.signed or found[0] == head.headline + 1:
        return range(0)
    caption, source = (lines[at] for at in found)
    told = caption.cue is None and caption.look == "remark"
    return found if told and source.cue is None and source.look == "label" else range(0)


def _before_the_author(lines: Sequence[Line], head: _Head) -> Iterator[int]:
    """Between a head's date and its author: captions, each perhaps below its picture's name, and counts."""
    dated = next((at for at in range(head.headline, head.body) if lines[at].cue == "date_line"), head.body)
    for at in range(dated + 1, head.body):
        line = lines[at]
        if line.cue is not None:
            continue
        if line.text.isdecimal():
            yield at
        elif at < head.signed and _is_caption(lines, at, head.headline):
            yield at
            above = lines[at - 1]
            if above.look == "label" and above.cue is None and above.text.lower() in line.text.lower():
                yield at - 1


def _author_boxes(lines: Sequence[Line], head: _Head) -> Iterator[int]:
    """Where who wrote the article is told about, below it: a short line that begins with the name again."""
    names = {
        name.lower()
        for line in lines[head.headline + 1 : head.body]
        if line.cue == "byline"
        for name in _NAME.findall(line.text)
    }
    paragraphs = 0
    for at in range(head.body, len(lines) if names else 0):
        line = lines[at]
        if line.cue in _SIGNS:
            break
        if line.look == "prose":
            paragraphs += line.cue is None
            continue
        short = line.cue is None and line.look in ("label", "headline") and line.words <= _WORDS_OF_A_BOX
        if short and paragraphs >= _FEWEST_PARAGRAPHS and line.text.lower().startswith(tuple(names)):
            yield at
            break


def _names_a_house(line: Line) -> bool:
    return cue_pattern("masthead_word").search(line.text) is not None and line.look == "label"


def _is_caption(lines: Sequence[Line], at: int, headline: int) -> bool:
    """Whether the line below, or the one below that, says whose picture it is or has a caption's button."""
    if lines[at].look == "label" or at == headline + 1:
        return False
    below = lines[at + 1 : at + 1 + _TO_THE_CREDIT]
    if below and below[0].text.startswith(lines[at].text):
        return False  # it is read once
    return any(line.cue == "line" and _OF_A_CAPTION.search(line.text) is not None for line in below)


def captions_inside(lines: Sequence[Line]) -> Iterator[int]:
    """Captions between paragraphs: short lines right above whose picture it is."""
    for at, credit in enumerate(lines[:-1]):
        if at < _TO_THE_CREDIT or credit.cue != "line" or lines[at + 1].look != "prose":
            continue
        caption, above = lines[at - 1], lines[max(at - 1 - _TO_THE_CREDIT, 0) : at - 1]
        if caption.cue is not None or caption.look not in ("headline", "remark"):
            continue
        inside = any(line.look == "prose" and line.cue is None for line in above)
        if inside and _OF_A_CAPTION.match(credit.text) is not None:
            yield at - 1


def is_credited(line: Line) -> bool:
    """Whether a line is a caption by its end: whose picture it is, behind a whole sentence."""
    if line.text[-1] in ".!?…" or line.text.endswith(_NO_CREDIT) or len(line.text) > LONGEST_CUE:
        return False
    found = _CREDITED.fullmatch(line.text)
    return found is not None and line.look in ("headline", "prose", "remark")


def _heads(lines: Sequence[Line]) -> Iterator[_Head]:
    floor = 0
    for at in [at for at, line in enumerate(lines) if line.cue in _SIGNS]:
        head = _head_at(lines, at, floor) if at >= floor else None
        if head is not None:
            yield head
            floor = head.body


def _head_at(lines: Sequence[Line], sign: int, floor: int) -> _Head | None:
    """The head to which a date or byline belongs, or None; lines before ``floor`` are another article's."""
    headline = _headline_of(lines, sign, floor)
    if headline is None or _is_listed(lines, headline):
        return None
    signed = sign
    for at in range(max(sign, headline) + 1, min(sign + _LONGEST, len(lines) - 1)):
        line, below = lines[at], lines[at + 1]
        if line.cue in _SIGNS:
            signed = at
        elif headline > sign and line.cue in ("section", "comments"):
            return None  # the front of a paper
        elif line.cue is not None:
            continue
        elif line.look == "headline" and below.cue in _SIGNS:
            return None  # a list of dated headlines
        elif is_credited(line):
            continue
        elif line.look == "prose" and below.cue not in _SIGNS and not _is_caption(lines, at, headline):
            return _Head(headline, signed, at)
        elif line.look == "item":
            return None
    return None


def _is_listed(lines: Sequence[Line], headline: int) -> bool:
    """Whether a headline stands right below another one with its date, as in a list of other stories."""
    above = lines[max(headline - 2, 0) : headline]
    return (
        len(above) > 1
        and above[1].cue == "date_line"
        and above[0].cue is None
        and above[0].look == "headline"
    )


def _headline_of(lines: Sequence[Line], sign: int, floor: int) -> int | None:
    """The headline above a date or byline, with no more than a standfirst between, or right below a date."""
    paragraphs = read = 0
    for at in range(sign - 1, max(sign - _LONGEST, floor) - 1, -1):
        line = lines[at]
        if is_credited(line) or (line.cue is not None and line.cue not in _SIGNS):
            if line.cue in _OPENERS:
                break
            continue
        read += 1
        paragraphs += line.look == "prose"
        if paragraphs > 1 or read > _TO_THE_HEADLINE or line.look == "item":
            break
        if line.look == "headline" and line.cue is None:
            return at
    if lines[sign].cue != "date_line":
        return None
    below = range(sign + 1, min(sign + 1 + _BELOW_A_DATE, len(lines)))
    return next((at for at in below if lines[at].look == "headline" and lines[at].cue is None), None)
