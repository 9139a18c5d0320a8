"""What lines of a page are by the lines beside them: captions, names of authors, running heads, buttons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.reading.articles.cues import cue_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reading.articles.cues import Cue
    from data.reading.articles.lines import Line

_PERSON = re.compile(
    r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]+(?: (?:de|da|van|von|bin|al|el|der|la|le))?(?: [A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]*){1,2}"
)
_ABOVE = ("headline", "prose", "remark")
# Between a head and the first paragraph stand at most so many buttons.
_BUTTONS = 8
# From the number of a page to the name of the paper that heads the next.
_TO_THE_EDGE = 2
_LONGEST_BOX = 40
_LONGEST_NAME = 90  # with what that person does
_LABELS_OF_A_LIST = 6
_HOUR = re.compile(r"\d{1,2}[:.]\d\d")
_WORDS_OF_A_LABEL = 3


def told_by_neighbours(lines: list[Line]) -> list[Line]:
    """The lines of a text, what neighbours say of them told as their cues."""
    cues = {line.cue for line in lines}
    if cues <= {None}:
        return lines
    found: dict[int, Cue] = {}
    if "date_line" in cues:
        found |= dict.fromkeys(_persons(lines), "byline")
    if "line" in cues:
        found |= dict.fromkeys((*_captions(lines), *_running_heads(lines), *_listed(lines)), "line")
        found |= dict.fromkeys(_addresses(lines), "page")
    if "date_line" in cues and not cues.isdisjoint(("comments", "section")):
        found |= dict.fromkeys(_above_posts(lines), "line")
    if "comments" in cues:
        found |= dict.fromkeys(_buttons(lines), "line")
    for at, cue in found.items():
        lines[at] = lines[at]._replace(cue=cue)
    return lines


def is_person(text: str) -> bool:
    """Whether a line is two or three words with capitals that may name a person."""
    text = without_role(text)
    return _PERSON.fullmatch(text) is not None and cue_pattern("no_person").search(text) is None


def without_role(text: str) -> str:
    """A name without what that person does ("Ida Holm, staff writer")."""
    return cue_pattern("role").sub("", text) if "," in text or "(" in text else text


def _persons(lines: Sequence[Line]) -> Iterator[int]:
    """Names alone on a line of a head, beside its date."""
    for at, line in enumerate(lines):
        if line.cue != "date_line":
            continue
        below = at + 1
        if at and below < len(lines) and lines[below].cue is None and _names(lines[below]):
            yield below
        above = at - 1
        if above > 0 and lines[above].cue is None and _names(lines[above]) and _is_title(lines[above - 1]):
            yield above


def _names(line: Line) -> bool:
    text = line.text
    if line.look not in ("label", "picture", "headline") or len(text) > _LONGEST_NAME:
        return False
    if cue_pattern("masthead_word").search(text) is not None:
        return False
    return is_person(text) or cue_pattern("person_in_place").fullmatch(text) is not None


def _is_title(line: Line) -> bool:
    return line.cue is None and line.look in _ABOVE


def is_post(lines: Sequence[Line], at: int) -> bool:
    """Whether a post of a page that is written while things happen begins here: an hour, and a headline."""
    return (
        lines[at].cue == "date_line"
        and _HOUR.match(lines[at].text) is not None
        and at + 1 < len(lines)
        and lines[at + 1].cue is None
        and lines[at + 1].look in ("headline", "label")
    )


def _above_posts(lines: Sequence[Line]) -> Iterator[int]:
    """What stands above the first of such posts: in which order they come."""
    for at in range(len(lines)):
        if is_post(lines, at):
            for above in range(max(at - _BUTTONS, 0), at):
                if lines[above].cue in ("section", "comments"):
                    yield above


def _captions(lines: Sequence[Line]) -> Iterator[int]:
    for at, line in enumerate(lines):
        if line.cue != "line":
            continue
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is None:
            continue
        if cue_pattern("caption").fullmatch(line.text) and below.cue is None:
            yield at + 1
        elif line.text == "/" and at and below.look == lines[at - 1].look == "label":
            yield from (at - 1, at + 1)  # whose picture, for which house
        elif line.text.endswith(":") and below.text.startswith(">"):
            yield from _quoted(lines, at + 1)
        elif cue_pattern("picture").fullmatch(line.text) and at + 2 < len(lines):
            credit = lines[at + 2]
            if cue_pattern("credit", "picture_end").fullmatch(credit.text):
                yield at + 1
        elif cue_pattern("list_begins").fullmatch(line.text):
            within = range(at, min(at + _LONGEST_BOX, len(lines)))
            end = next((to for to in within if lines[to].text.lower() == "end of list"), at)
            yield from range(at - (at > 0 and lines[at - 1].cue == "section"), end)


def _quoted(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The lines of an older message below an answer to it."""
    while at < len(lines) and lines[at].text.startswith(">"):
        yield at
        at += 1


def _running_heads(lines: Sequence[Line]) -> Iterator[int]:
    """Lines at the edge of a page that the text has elsewhere, too: but for the first, the paper's name."""
    numbers = [
        at
        for at, line in enumerate(lines)
        if line.cue == "line" and cue_pattern("page_number").fullmatch(line.text)
    ]
    first: dict[str, int] = {}
    for at, line in enumerate(lines) if numbers else ():
        first.setdefault(line.text, at)
    for number in numbers:
        for at in range(max(number - _TO_THE_EDGE, 1), min(number + _TO_THE_EDGE + 1, len(lines))):
            line = lines[at]
            if line.cue is None and line.look != "prose" and first[line.text] < at:
                yield at


def _listed(lines: Sequence[Line]) -> Iterator[int]:
    """The few labels below a line that announces no more than "Tags"."""
    for at, line in enumerate(lines):
        if line.cue != "line" or not cue_pattern("tagged").fullmatch(line.text):
            continue
        for below in range(at + 1, min(at + 1 + _LABELS_OF_A_LIST, len(lines))):
            label = lines[below]
            if label.cue is not None or label.look != "label" or label.words > _WORDS_OF_A_LABEL:
                break
            yield below


def _addresses(lines: Sequence[Line]) -> Iterator[int]:
    """Addresses of pages that stand above a headline: what follows was copied from there."""
    for at, line in enumerate(lines[:-1]):
        if line.cue == "line" and address_of(line) and lines[at + 1].look in ("headline", "label"):
            yield at


def address_of(line: Line) -> str | None:
    """The address of a page, if the line is nothing else."""
    text = line.text
    return text if text.startswith(("http://", "https://")) and " " not in text else None


def _buttons(lines: Sequence[Line]) -> Iterator[int]:
    """Lines "Comment" or "View comments" between the head of an article and its first paragraph."""
    for at, line in enumerate(lines):
        if line.cue != "comments":
            continue
        above = next(
            (
                one
                for one in reversed(lines[max(at - _BUTTONS, 0) : at])
                if one.cue not in ("line", "comments")
            ),
            None,
        )
        below = next((one for one in lines[at + 1 : at + 1 + _BUTTONS] if one.cue is None), None)
        if above is None or above.cue not in ("byline", "date_line") or below is None:
            continue
        if below.look == "prose":
            yield at
