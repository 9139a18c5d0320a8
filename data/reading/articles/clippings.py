"""Stories as newspaper databases print them, wires send them and messengers save them.

Lines open and close each story, and fields stand around it; a stamp says who wrote a message and when. Each
story of a wire stands below the time at which it was sent.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.articles.cues import cue_pattern
from data.reading.articles.lines import look_of
from data.reading.articles.publisher import DIVIDED, names_a_house

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.reading.articles.cues import Cue
    from data.reading.articles.lines import Line

_PRINTED = ("opening", "closing", "field")
_FEWEST_MESSAGES = 2
_LOOKS_BELOW_A_DATE = ("headline", "prose")
_FEWEST_TAGS = 4
_SHORT = ("label", "picture")
# What a tagged field of a head is, and which ones hold the text itself.
_TAGS_OF_A_HEAD: Mapping[str, Cue | None] = {"HD": None, "BY": "byline", "PD": "date_line", "SN": None}
_TAGS_OF_A_BODY = ("LP", "TD")


def clippings(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The stories of a database's print: indexes of each one's first line and of the line after its last.

    Empty for any other text. A line that opens a story counts only if prose follows before the next one;
    a message may be a word.
    """
    sent = _sent(lines)
    if sent:
        return sent
    if lines[0].mark != "HD" and not _matching(lines, "stamp", "opening", "closing", "last_field"):
        return []
    stamps = _matching(lines, "stamp")
    if len(stamps) >= _FEWEST_MESSAGES:
        return [(first, after) for first, after in pairwise((*stamps, len(lines))) if after - first > 1]
    starts = _matching(lines, "opening") or [at for at, line in enumerate(lines) if line.mark == "HD"]
    ends = _matching(lines, "closing")
    fields = _matching(lines, "last_field")
    if not starts and len(fields) > max(len(ends), 1):
        ends = fields
    if starts:
        bounds = [*starts, (ends[-1] + 1 if ends and ends[-1] > starts[-1] else len(lines))]
    elif ends:
        bounds = [0, *(end + 1 for end in ends)]
    else:
        return []
    return [
        (first, after)
        for first, after in pairwise(bounds)
        if any(line.look == "prose" for line in lines[first:after])
    ]


def _sent(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The stories of a wire's dump, each below its date; the first line is one."""
    if lines[0].cue != "date_line":
        return []
    starts = [
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if line.cue == "date_line" and below.cue is None and below.look in _LOOKS_BELOW_A_DATE
    ]
    if len(starts) < _FEWEST_MESSAGES or starts[0]:
        return []
    if not any(_is_sent(lines[at]) for at in starts) and not _of_a_house([lines[at] for at in starts]):
        return []
    return list(pairwise((*starts, len(lines))))


def _of_a_house(lines: Sequence[Line]) -> bool:
    """Whether all these lines begin with the name of one paper."""
    named = {DIVIDED.split(line.text)[0].strip() for line in lines if DIVIDED.search(line.text)}
    return (
        len(named) == 1
        and all(map(names_a_house, named))
        and all(DIVIDED.search(line.text) for line in lines)
    )


def _is_sent(line: Line) -> bool:
    return cue_pattern("sent").fullmatch(line.text) is not None


def tagged_fields(lines: Sequence[Line]) -> list[Line] | None:
    """The lines of a print whose fields have tags ("HD", "PD"), without these; None for any other text."""
    pattern = cue_pattern("field_tag")
    tags = [match for line in lines if line.text[:2].isupper() and (match := pattern.fullmatch(line.text))]
    if len({match[1] for match in tags}) < _FEWEST_TAGS or all(match[1] != "HD" for match in tags):
        return None
    return [_field(line) for line in lines]


def _field(line: Line) -> Line:
    match = cue_pattern("field_tag").fullmatch(line.text)
    if match is None:
        return line
    tag, value = match[1], (match[2] or "").strip()
    if not value or tag not in _TAGS_OF_A_HEAD:
        text = value if tag in _TAGS_OF_A_BODY and value else line.text
        cue: Cue | None = None if tag in _TAGS_OF_A_BODY and value else "line"
        return line._replace(mark=tag, text=text, look=look_of(text), cue=cue)
    return line._replace(mark=tag, text=value, look=look_of(value), cue=_TAGS_OF_A_HEAD[tag])


def with_fields(lines: Sequence[Line], found: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines of the stories found, what the database added told as furniture."""
    told = [_told(line) if line.cue is None else line for line in lines]
    if not _matching(lines, "opening", "closing"):
        return told
    for first, after in found:
        body = next(
            (at for at in range(first, after) if told[at].look == "prose" and told[at].cue is None), first
        )
        owners = [line.text for line in told[first:body] if line.cue == "page"]
        graphic = False
        for at in range(first + 1, after):
            line = told[at]
            if line.cue is not None:
                graphic = line.text.lower().rstrip(":") == "graphic" or (graphic and line.text == "")
            elif (
                (at < body and cue_pattern("bare_field").fullmatch(line.text))
                or (at > body and graphic)
                or (at > body and line.look in _SHORT and any(line.text in owner for owner in owners))
            ):
                told[at] = line._replace(cue="line")
    return told


def _told(line: Line) -> Line:
    if cue_pattern("stamp").fullmatch(line.text):
        return line._replace(cue="date_line")
    return line._replace(cue="line") if cue_pattern(*_PRINTED).fullmatch(line.text) else line


def _matching(lines: Sequence[Line], *names: str) -> list[int]:
    pattern = cue_pattern(*names)
    return [
        at
        for at, line in enumerate(lines)
        if line.look != "prose" and pattern.fullmatch(line.text) is not None
    ]
