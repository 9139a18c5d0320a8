"""The headline of an article: which line above a body heads it, and which may head another one inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.reading.articles.cues import cue_pattern
from data.reading.articles.lines import (
    LINES_AFTER_HEADLINE,
    LINES_OF_A_HEAD,
    LONGEST_HEAD,
    MOST_WORDS_OF_A_TITLE,
    OF_A_HEAD,
    content_words,
    is_speaker,
)
from data.reading.articles.publisher import DIVIDED, names_a_house

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from data.reading.articles.lines import Line

_PARAGRAPHS_TO_COMPARE = 6
_SHARED_WORDS = 2
_FIELD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ?: (?=\S)(?!.*[.!?])(?=.{2,40}\Z)")
_FEWEST_WORDS = 3  # of a headline above another one
_UNDER_HEADLINE = ("byline", "date_line", "line")
_STOPS = ("section", "comments", "page", "results", "error", "end")


def find_headline(lines: Sequence[Line], body: int, floor: int) -> int | None:
    """The index of the headline of the body that begins at ``body``; lines before ``floor`` are taken.

    The farthest headline before the body, without a menu or another list between, that shares words with it.
    A body may begin with its headline, if that ends with a full stop.
    """
    paragraphs = [line for line in lines[body : body + 3 * _PARAGRAPHS_TO_COMPARE] if line.look == "prose"]
    words = content_words(paragraphs[:_PARAGRAPHS_TO_COMPARE])
    sharing = _sharing_words(lines, body, floor, words)
    if sharing is not None:
        return sharing
    for above in range(body - 1, floor - 1, -1):
        if _heads_body(lines, above, words, body):
            return _above_standfirst(lines, above, floor)
        if lines[above].cue not in _UNDER_HEADLINE:
            break
    signed = _signed_above(lines, body, floor)
    if signed is not None:
        return signed
    if body > floor and _leads_in(lines[body - 1], words):
        return body - 1
    first = lines[body]
    return body if first.words <= MOST_WORDS_OF_A_TITLE // 2 and "." in first.text else None


def _sharing_words(lines: Sequence[Line], body: int, floor: int, words: Set[str]) -> int | None:
    """The farthest headline above a body that has its ``words``, or the name that an obituary begins with."""
    best: int | None = None
    read = 0
    for at in range(body - 1, max(floor, body - LONGEST_HEAD) - 1, -1):
        line = lines[at]
        read += line.cue is None
        if read > LINES_OF_A_HEAD:
            break
        heads_nothing = line.cue == "section" and at == body - 1
        if (line.cue in _STOPS and not heads_nothing) or (line.look == "item" and line.cue is None):
            break
        if line.cue is not None or line.look not in ("headline", "label", "prose") or is_speaker(line):
            continue
        own = content_words((line,))
        if line.look == "label" and line.words > 1 and lines[body].text.startswith(line.text):
            return at  # whom an obituary is about
        if line.look == "headline" and (len(own & words) >= _SHARED_WORDS or own & words == own != set()):
            best = at
        elif best is not None and line.look == "headline":
            break
    return None if best is None else _above_standfirst(lines, best, floor)


def _signed_above(lines: Sequence[Line], body: int, floor: int) -> int | None:
    """The line right above the date or byline of a body from which nothing but short lines divide it."""
    signed = None
    for at in range(body - 1, max(floor, body - LINES_OF_A_HEAD) - 1, -1):
        line = lines[at]
        if line.cue in OF_A_HEAD:
            signed = at
        elif line.cue == "line":
            continue
        elif line.cue is not None or line.look not in ("headline", "label", "picture"):
            return None
        elif signed == at + 1 and _FIELD.match(line.text) and _FIELD.match(lines[at + 1].text):
            signed = at  # "Decision: Upheld" above "Decision date: ..." is no headline
        elif signed == at + 1:
            heads = line.look == "headline" or (line.look == "label" and line.words > 1)
            return at if heads and not names_a_house(line.text) else None
    return None


def _leads_in(line: Line, words: set[str]) -> bool:
    """Whether a line right above a body shares a telling word with it."""
    heads = line.look == "headline" and not is_speaker(line)
    own = content_words((line,), but=cue_pattern("common")) if heads else set()
    return line.cue is None and not own.isdisjoint(words)


def _above_standfirst(lines: Sequence[Line], found: int, floor: int) -> int:
    """The headline right above what is its second one: the byline stands below that."""
    signed = found + 1 < len(lines) and lines[found + 1].cue in OF_A_HEAD
    if not signed or found - 1 < floor or lines[found].level:
        return found
    above, before = lines[found - 1], lines[found - 2] if found - 2 >= floor else None
    heads = (
        above.cue is None
        and above.look in ("headline", "label")
        and above.words >= _FEWEST_WORDS
        and not DIVIDED.search(above.text)
        and not names_a_house(above.text)
    )
    listed = before is not None and (
        before.cue == "section" or (before.cue is None and before.look == "headline")
    )
    return found - 1 if heads and not listed else found


def _heads_body(lines: Sequence[Line], at: int, words: set[str], body: int) -> bool:
    """Whether a line right above a body, but for byline and date, is its headline, short as it may be."""
    line = lines[at]
    below_body = lines[body + 1 : body + 2]
    standfirst = any(below.cue in OF_A_HEAD for below in below_body)
    signed = standfirst or any(below.cue in OF_A_HEAD for below in lines[at + 1 : body])
    own = content_words((line,))
    if line.look == "headline" and line.cue in (None, "line"):
        return signed
    return (
        line.look == "label" and line.cue is None and line.words > 1 and len(own & words) * 2 >= len(own) > 0
    )


def may_be_headline(lines: Sequence[Line], at: int, *, captured: bool) -> bool:
    """Whether a line inside a body could be the headline of another article.

    In a capture a short one can too, if the paragraph below it takes up its words.
    """
    line = lines[at]
    if line.cue is not None or line.level > 1 or is_speaker(line):
        return False
    if line.look == "headline":
        return True
    if not captured or line.look != "label" or line.words == 1 or at + 1 == len(lines):
        return False
    own, below = content_words((line,)), lines[at + 1]
    return below.look == "prose" and own != set() and len(own & content_words((below,))) * 2 >= len(own)


def begins_at_a_place(lines: Sequence[Line], headline: int) -> bool:
    """Whether the paragraph under a headline begins with its place: "KYIV (AP) —"."""
    below = lines[headline + 1 : headline + 2]
    return any(
        line.look == "prose" and cue_pattern("dateline").match(line.text) is not None for line in below
    )


def begins_story(lines: Sequence[Line], headline: int) -> bool:
    """Whether a byline, a date of its own or a place ("KYIV (AP) —") follows the headline at once."""
    for line in lines[headline + 1 : headline + 1 + LINES_AFTER_HEADLINE]:
        if line.cue in ("byline", "date_line"):
            return True
        if line.look == "prose":
            return cue_pattern("dateline").match(line.text) is not None
        if line.look == "item":
            return False
    return False
