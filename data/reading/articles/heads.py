"""The head of an article: its headline, its byline, and the publisher where the text says so plainly."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.articles.cues import cue_pattern, holds_needle
from data.reading.articles.lines import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reading.articles.lines import Line

_LINES_OF_A_HEAD = 10
_LINES_AFTER_HEADLINE = 4
# A message begins below its stamp, and perhaps the name of a picture.
_LINES_OF_A_STAMP = 3
_MOST_WORDS_OF_A_TITLE = 35
_LONGEST_TITLE = 220
_LONGEST_MASTHEAD = 50
# "Read the original article on ...", "... / Source: ..." behind a short sentence.
_MOST_WORDS_OF_A_SOURCE = 20
_LONGEST_SOURCE = 200
_PARAGRAPHS_TO_COMPARE = 6
_SHARED_WORDS = 2
_REMEMBERED = 1000  # lines
_NAME = re.compile(r"[A-ZÀ-ÞА-Я][\w.'’-]+(?: (?:de|da|van|von|bin|al|el|der))?(?: [A-ZÀ-ÞА-Я][\w.'’-]*){1,3}")
# What divides a line of a head: "*Harbour News* | Porto".
_DIVIDED = re.compile(r"[|·•*_]")
_PIECES = re.compile(r"(?<![\s*_])[\s*_]*[|·•][\s*_]*|^[*_]+|(?<![*_])[*_]+$")
_UNDER_HEADLINE = ("byline", "date_line", "line")
_STOPS = ("section", "comments", "page", "results", "error", "end")


def find_headline(lines: Sequence[Line], body: int, floor: int) -> int | None:
    """The index of the headline of the body that begins at ``body``; lines before ``floor`` are taken.

    The farthest headline before the body, without a menu or another list between, that shares words with it.
    A body may begin with its headline, if that ends with a full stop.
    """
    paragraphs = [line for line in lines[body : body + 3 * _PARAGRAPHS_TO_COMPARE] if line.look == "prose"]
    words = content_words(paragraphs[:_PARAGRAPHS_TO_COMPARE])
    best: int | None = None
    for at in range(body - 1, max(floor, body - _LINES_OF_A_HEAD) - 1, -1):
        line = lines[at]
        heads_nothing = line.cue == "section" and at == body - 1
        if (line.cue in _STOPS and not heads_nothing) or (line.look == "item" and line.cue is None):
            break
        if line.cue is not None or line.look not in ("headline", "label", "prose"):
            continue
        own = content_words((line,))
        if line.look == "headline" and (len(own & words) >= _SHARED_WORDS or own & words == own != set()):
            best = at
        elif best is not None and line.look == "headline":
            break
    if best is not None:
        return best
    first = lines[body]
    for above in range(body - 1, floor - 1, -1):
        if _heads_body(lines, above, words, body):
            return above
        if lines[above].cue not in _UNDER_HEADLINE:
            break
    return body if first.words <= _MOST_WORDS_OF_A_TITLE // 2 and "." in first.text else None


def _heads_body(lines: Sequence[Line], at: int, words: set[str], body: int) -> bool:
    """Whether a line right above a body, but for byline and date, is its headline, short as it may be."""
    line = lines[at]
    signed = any(below.cue in ("byline", "date_line") for below in lines[at + 1 : body])
    if line.look == "headline" and line.cue in (None, "line"):
        return signed
    own = content_words((line,))
    return (
        line.look == "label" and line.cue is None and line.words > 1 and len(own & words) * 2 >= len(own) > 0
    )


def may_be_headline(lines: Sequence[Line], at: int, *, captured: bool) -> bool:
    """Whether a line inside a body could be the headline of another article.

    In a capture a short one can too, if the paragraph below it takes up its words.
    """
    line = lines[at]
    if line.cue is not None or line.level > 1:
        return False
    if line.look == "headline":
        return True
    if not captured or line.look != "label" or line.words == 1 or at + 1 == len(lines):
        return False
    own, below = content_words((line,)), lines[at + 1]
    return below.look == "prose" and own != set() and len(own & content_words((below,))) * 2 >= len(own)


def title_of(lines: Sequence[Line]) -> str | None:
    """The title of an article that begins with these lines, or None if it begins with plain prose.

    The first line, unless that is a masthead over a headline.
    """
    head = head_of(lines) if lines[0].cue != "date_line" else lines[:_LINES_OF_A_STAMP]
    salutation = cue_pattern("salutation")
    head = [line for line in head if line.cue is None and not salutation.fullmatch(line.text)] or lines[:1]
    first = head[0]
    if first.look != "headline" and first.level == 0:
        if len(head) > 1 and _is_masthead(first):
            head = head[1:]
        first = next((line for line in head if line.look == "headline"), _signed(lines) or head[0])
    fits = first.words <= _MOST_WORDS_OF_A_TITLE and len(first.text) <= _LONGEST_TITLE
    return first.text if fits and (first.look != "item" or first.number is not None) else None


def _signed(lines: Sequence[Line]) -> Line | None:
    """The line above the byline."""
    for above, line in pairwise(head_of(lines)):
        if line.cue == "byline" and above.cue is None:
            return above
    return None


def head_of(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of an article before its first paragraph; the first line is always one of them."""
    for at, line in enumerate(lines[:_LINES_OF_A_HEAD]):
        if at and line.cue is None and line.look in ("prose", "item"):
            return lines[:at]
    return lines[:_LINES_OF_A_HEAD]


def byline_of(lines: Sequence[Line]) -> str | None:
    """Who wrote the article that begins so: a line "By ...", or a name alone under the headline."""
    for at, line in enumerate(lines[1 : 2 * _LINES_AFTER_HEADLINE], start=1):
        if line.look == "prose" and line.cue is None:
            continue
        if line.cue == "byline":
            return _first_group("byline", line)
        if line.cue == "date_line":
            behind = cue_pattern("byline_behind_date").search(line.text)
            if behind is not None:
                return _name(behind)
        beside = _beside_a_house(line)
        if beside is not None:
            return beside
        named = line.look in ("label", "picture") and line.cue is None and _NAME.fullmatch(line.text)
        if named and not _is_masthead(line) and (at == 1 or lines[at - 1].text == line.text):
            return line.text
    return None


def _beside_a_house(line: Line) -> str | None:
    """The one name in a divided line that names a house, too: "Harbour News | Ida Holm | 3 May 2022"."""
    if not _DIVIDED.search(line.text):
        return None
    pieces = _PIECES.split(line.text)
    houses = [piece for piece in pieces if _names_a_house(piece)]
    names = [piece for piece in pieces if piece not in houses and _NAME.fullmatch(piece)]
    return names[0] if houses and len(names) == 1 else None


def _first_group(name: str, line: Line) -> str:
    match = cue_pattern(name).fullmatch(line.text)
    name = line.text if match is None or not any(match.groups()) else _name(match)
    return _PIECES.split(name)[0]


def begins_at_a_place(lines: Sequence[Line], headline: int) -> bool:
    """Whether the paragraph under a headline begins with its place: "KYIV (AP) —"."""
    below = lines[headline + 1 : headline + 2]
    return any(
        line.look == "prose" and cue_pattern("dateline").match(line.text) is not None for line in below
    )


def begins_story(lines: Sequence[Line], headline: int) -> bool:
    """Whether a byline, a date of its own or a place ("KYIV (AP) —") follows the headline at once."""
    for line in lines[headline + 1 : headline + 1 + _LINES_AFTER_HEADLINE]:
        if line.cue in ("byline", "date_line"):
            return True
        if line.look == "prose":
            return cue_pattern("dateline").match(line.text) is not None
        if line.look == "item":
            return False
    return False


def publisher_of(lines: Sequence[Line], above: Sequence[Line], below: Sequence[Line]) -> str | None:
    """The publisher that an article, or the furniture ``above`` or ``below`` it, names plainly; else None.

    Plain is a source line, then a masthead, then the agency in the place line, then whose page it is by the
    line at its foot, then the one house to which people in the article told things.
    """
    beside = [text for line in (*lines, *above, *below) if len(text := line.text) <= _LONGEST_SOURCE]
    for text in beside if holds_needle("publisher", "\n".join(beside).lower()) else ():
        if text.count(" ") >= _MOST_WORDS_OF_A_SOURCE:
            continue
        match = cue_pattern("publisher").search(text)
        if match is not None:
            return _name(match)
    for line in (*head_of(lines), *reversed(above)):
        if line.look in ("label", "picture", "headline"):
            # A date line may name the house before its first comma.
            named = line.text.partition(",")[0] if line.cue == "date_line" else line.text
            for piece in _PIECES.split(named) if _DIVIDED.search(named) else (named,):
                if _names_a_house(piece):
                    return piece
    first = next((line for line in lines if line.look == "prose"), None)
    agency = cue_pattern("agency").match(first.text) if first is not None else None
    if agency is not None:
        return _name(agency)
    for line in below:
        owner = cue_pattern("copyright").fullmatch(line.text) if line.cue == "page" else None
        if owner is not None:
            return _name(owner)
    return _told(lines)


def _is_masthead(line: Line) -> bool:
    return line.look in ("label", "picture") and _names_a_house(line.text)


@lru_cache(_REMEMBERED)
def _names_a_house(text: str) -> bool:
    """Whether a short line is a newspaper's or a station's name. Most come again from page to page."""
    return (
        " " in text
        and len(text) <= _LONGEST_MASTHEAD
        and cue_pattern("masthead").fullmatch(text) is not None
        and cue_pattern("masthead_word").search(text) is not None
    )


def _told(lines: Sequence[Line]) -> str | None:
    """A name in capitals counts only if the article has it nowhere else: it may be any organisation's."""
    text = "\n".join([line.text for line in lines])
    if "told" not in text:
        return None
    names = {_name(match) for match in cue_pattern("publisher_told").finditer(text)}
    names = {name for name in names if name.startswith("The ") or name.isupper() or _names_a_house(name)}
    if len(names) != 1:
        return None
    name = names.pop()
    if name.isupper():
        return name if text.count(name) == text.count(f"told {name}") else None
    return name


def _name(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group).rstrip(".")
