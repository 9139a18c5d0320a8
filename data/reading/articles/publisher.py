"""The publisher of an article, where the text says so plainly."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from data.reading.articles.cues import cue_pattern, holds_needle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reading.articles.lines import Line

_LONGEST_MASTHEAD = 50
# "Read the original article on ...", "... / Source: ..." behind a short sentence.
_MOST_WORDS_OF_A_SOURCE = 20
_LONGEST_SOURCE = 200
_FEWEST_ENTRIES = 4  # of a menu
_CUES_OF_ENTRIES = (None, "line", "section")
# A name of one word ("Isarkurier"); a headline has more.
_ONE_WORD = re.compile(r"\w{3,}(?:zeitung|kurier|anzeiger|tagblatt|volksblatt|rundschau)\Z")
_REMEMBERED = 1000  # lines
# What divides a line of a head: "*Harbour News* | Porto".
DIVIDED = re.compile(r"[|·•*_]")
PIECES = re.compile(r"(?<![\s*_])[\s*_]*[|·•][\s*_]*|^[*_]+|(?<![*_])[*_]+$")


def publisher_of(
    lines: Sequence[Line], head: Sequence[Line], above: Sequence[Line], below: Sequence[Line]
) -> str | None:
    """The publisher that an article with this head names plainly, or the furniture around it; else None.

    Plain is a source line, then a masthead, then the agency in the place line, then whose page it is by the
    line at its foot, then the one house to which people in the article told things.
    """
    tagged = next((line.text for line in lines if line.mark == "SN"), None)
    return (
        tagged
        or _of_a_source_line((*lines, *above, *below))
        or _of_a_masthead((*head, *reversed(_but_menus(above))))
        or _of_an_agency(lines)
        or _of_a_foot(below)
        or _told(lines)
    )


def _of_a_source_line(lines: Sequence[Line]) -> str | None:
    """The house that a line names as the source ("Published by: Harbour News")."""
    beside = [text for line in lines if len(text := line.text) <= _LONGEST_SOURCE]
    for text in beside if holds_needle("publisher", "\n".join(beside).lower()) else ():
        if text.count(" ") >= _MOST_WORDS_OF_A_SOURCE:
            continue
        match = cue_pattern("publisher").search(text)
        if match is not None:
            return group_of(match)
    return None


def _of_a_masthead(lines: Sequence[Line]) -> str | None:
    """The house whose name is a line, or a piece of one."""
    for line in lines:
        if line.look in ("label", "picture", "headline"):
            for piece in _pieces(line):
                if names_a_house(piece):
                    return piece
    return None


def _of_an_agency(lines: Sequence[Line]) -> str | None:
    """The agency that the first paragraph names in its place line."""
    first = next((line for line in lines if line.look == "prose" and line.cue is None), None)
    agency = cue_pattern("agency").match(first.text) if first is not None else None
    return None if agency is None else group_of(agency)


def _of_a_foot(below: Sequence[Line]) -> str | None:
    """The house whose page it is, by the line at its foot."""
    for line in below:
        owner = cue_pattern("copyright").fullmatch(line.text) if line.cue == "page" else None
        if owner is not None:
            return group_of(owner)
    return None


def _but_menus(above: Sequence[Line]) -> list[Line]:
    """The lines above an article without the entries of a menu, which name sections."""
    found: list[Line] = []
    menu = 0
    for line in (*above, None):
        if line is not None and line.look in ("label", "picture") and line.cue in _CUES_OF_ENTRIES:
            menu += 1
            found.append(line)
            continue
        if menu >= _FEWEST_ENTRIES:
            del found[-menu:]
        menu = 0
        if line is not None:
            found.append(line)
    return found


def _pieces(line: Line) -> Iterator[str]:
    """What of a line of a head may name a house: beside a date or a writer behind a bar or comma."""
    named = line.text
    if line.cue == "date_line" and "," in named:
        yield named.partition(",")[0]
    if DIVIDED.search(named):
        yield from PIECES.split(named)
    elif line.cue == "byline" and ", " in named:
        yield named.rpartition(", ")[2]
    elif line.cue != "date_line":
        yield named


def is_masthead(line: Line) -> bool:
    """Whether a line is nothing but the name of a newspaper or a station."""
    return line.look in ("label", "picture") and names_a_house(line.text)


def names_a_house(text: str) -> bool:
    """Whether a short line is a newspaper's or a station's name."""
    return len(text) <= _LONGEST_MASTHEAD and _is_a_house(text)


@lru_cache(_REMEMBERED)
def _is_a_house(text: str) -> bool:
    # Most lines of a head come again from page to page.
    return (
        (" " in text or _ONE_WORD.search(text) is not None)
        and cue_pattern("masthead").fullmatch(text) is not None
        and cue_pattern("masthead_word").search(text) is not None
        and cue_pattern("site_section").fullmatch(text) is None
    )


def _told(lines: Sequence[Line]) -> str | None:
    """A name in capitals counts only if the article has it nowhere else: it may be any organisation's."""
    text = "\n".join([line.text for line in lines])
    if "told" not in text:
        return None
    names = {group_of(match) for match in cue_pattern("publisher_told").finditer(text)}
    names = {name for name in names if name.startswith("The ") or name.isupper() or names_a_house(name)}
    if len(names) != 1:
        return None
    name = names.pop()
    if name.isupper():
        return name if text.count(name) == text.count(f"told {name}") else None
    return name


def group_of(match: re.Match[str]) -> str:
    """What the first group that took anything took."""
    return next(group for group in match.groups() if group).rstrip(".")
