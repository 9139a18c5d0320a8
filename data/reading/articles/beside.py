"""What lines of a page are by the lines beside them: captions, names of authors, running heads, buttons."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.articles.cues import cue_pattern
from data.reading.articles.lines import is_closed
from data.reading.articles.page_heads import captions_inside, told_by_heads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.reading.articles.cues import Cue
    from data.reading.articles.lines import Line

_PERSON = re.compile(
    r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]+(?: (?:de|da|van|von|bin|al|el|der|la|le))?(?: [A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]*){1,2}"
)
IN_A_PLACE = re.compile(rf"{_PERSON.pattern}, [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){{0,2}}")
_BETWEEN_NAMES = re.compile(r", (?=[A-ZÀ-ÞА-Я][\w.'’-]+ [A-ZÀ-ÞА-Я])| (?:and|und|et|y|e|en|и|&) ")
_ABOVE = ("headline", "prose", "remark")
# Between a head and the first paragraph stand at most so many buttons.
_BUTTONS = 8
# From the number of a page to the name of the paper that heads the next.
_TO_THE_EDGE = 2
_LONGEST_BOX = 40
_LONGEST_NAME = 90  # with what that person does
_LABELS_OF_A_LIST = 6
_FOOT = re.compile(r"(.*?\S)(?:\s{3,}|\t)(\d{1,4})", re.DOTALL)
_ANSWER = re.compile(r"(?:(?:re|fwd?|aw|wg|antw|sv|r|tr|rv|odp|на|отв)\s?(?:\[\d+\])?: ?)+", re.IGNORECASE)
_ANSWERED, _LINES_OF_A_MAIL = 2, 8
_PATH = re.compile(r" [/>›»|] ")
_HOUR = re.compile(r"\d{1,2}[:.]\d\d")
_WORDS_OF_A_LABEL = 3


def told_by_neighbours(lines: list[Line]) -> list[Line]:
    """The lines of a text, what neighbours say of them told as their cues."""
    found: dict[int, Cue] = dict.fromkeys((*_copies_of_captions(lines), *_numbered_feet(lines)), "line")
    _tell(lines, found | dict.fromkeys(_answered(lines), "line"))
    cues = {line.cue for line in lines}
    if cues <= {None}:
        return lines
    found = {}
    if "date_line" in cues:
        found |= dict.fromkeys(_persons(lines), "byline")
    if "line" in cues:
        found |= dict.fromkeys(
            (*_captions(lines), *captions_inside(lines), *_running_heads(lines), *_listed(lines)), "line"
        )
        found |= dict.fromkeys(_addresses(lines), "page")
    if "date_line" in cues and not cues.isdisjoint(("comments", "section")):
        found |= dict.fromkeys(_above_posts(lines), "line")
    if "comments" in cues:
        found |= dict.fromkeys(_buttons(lines), "line")
    _tell(lines, found)
    if "date_line" in cues or "byline" in cues:
        _tell(lines, dict(told_by_heads(lines, _names)))
    return lines


def _tell(lines: list[Line], found: Mapping[int, Cue]) -> None:
    for at, cue in found.items():
        lines[at] = lines[at]._replace(cue=cue)


def is_person(text: str) -> bool:
    """Whether a line is two or three words with capitals that may name a person."""
    text = without_role(text)
    if text.startswith("The "):
        return False
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
        if above > 0 and lines[above].cue is None and _signs(lines, above):
            yield above


def _names(line: Line) -> bool:
    text = line.text
    if line.look not in ("label", "picture", "headline") or len(text) > _LONGEST_NAME:
        return False
    if cue_pattern("masthead_word").search(text) is not None:
        return False
    named = _BETWEEN_NAMES.split(text)
    return all(map(is_person, named)) or cue_pattern("person_in_place").fullmatch(text) is not None


def _signs(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is who wrote, right below a headline perhaps with the place: "Ida Holm, Porto"."""
    if _names(lines[at]) and _is_title(lines[at - 1]):
        return True
    text, headline = lines[at].text, lines[at - 1]
    if lines[at].look != "label" or headline.look != "headline" or headline.cue is not None:
        return False
    return IN_A_PLACE.fullmatch(text) is not None and is_person(text.partition(", ")[0])


def _is_title(line: Line) -> bool:
    """Whether below a line the author may stand: a headline, a standfirst, or "Reporter:" alone."""
    return (line.cue is None and line.look in _ABOVE) or line.text.endswith(":")


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


def _copies_of_captions(lines: Sequence[Line]) -> Iterator[int]:
    """What a picture shows, told again with whose picture it is: it is read once."""
    for at, (line, below) in enumerate(pairwise(lines)):
        if below.look == "headline" and line.text.endswith(f" {below.text}") and _PATH.search(line.text):
            yield at  # the path of a page ends with its headline
        if not below.text.startswith(line.text):
            continue
        if line.look == below.look == "headline" and below.text.startswith(f"{line.text}, "):
            yield at  # and here, cut off
        if len(below.text) > len(line.text) and " " in line.text:
            behind = below.text[len(line.text) :]
            if line.look != "label" and line.cue is None and is_closed(line.text) and not is_closed(behind):
                yield at + 1


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


def _answered(lines: Sequence[Line]) -> Iterator[int]:
    """The message that is quoted below an answer to it: its head has the subject of the answer's."""
    if not lines or ":" not in lines[0].text[:12]:
        return
    subjects = [
        (at, _ANSWER.sub("", match[1]).strip().casefold())
        for at, line in enumerate(lines)
        if ":" in line.text[:12] and (match := cue_pattern("mail_subject").fullmatch(line.text)) is not None
    ]
    if len(subjects) < _ANSWERED or subjects[0][0] > _LINES_OF_A_MAIL or subjects[0][1] != subjects[1][1]:
        return
    floor = subjects[1][0]
    for at in range(floor - 1, max(floor - _LINES_OF_A_MAIL, subjects[0][0]), -1):
        if ":" not in lines[at].text[:12]:
            return
        if cue_pattern("mail_from").fullmatch(lines[at].text) is not None:
            yield from range(at, len(lines))
            return


def _numbered_feet(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that a text has again and again, each with the next number set apart behind it."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        foot = _FOOT.fullmatch(line.text) if line.text[-1].isdecimal() and line.cue is None else None
        if foot is not None:
            found.setdefault(foot[1], []).append((at, int(foot[2])))
    for feet in found.values():
        if len(feet) > 1 and all(below[1] == above[1] + 1 for above, below in pairwise(feet)):
            yield from (at for at, _ in feet)


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
    """Lines "Comment" or "View comments" between the head of an article and its first paragraph.

    What readers wrote comes below an article: before the first paragraph of a page there is none of it.
    """
    told = False
    for at, line in enumerate(lines):
        if line.cue == "page":
            told = False
        told = told or (line.look == "prose" and line.cue is None)
        if line.cue != "comments":
            continue
        if not told:
            yield at
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
