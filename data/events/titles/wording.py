"""A range of text as words for a line: without dates, offices before names, credits and markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from data.events.clauses.place_line import place_line
from data.events.cues import Cues
from data.events.hints import AGE, ANY, BRACKET, CREDIT, MARKUP, SIDE
from data.events.names.name import Name
from data.events.words import lowered

_PARENTHESIS = re.compile(r"\s*(?:\([^)]*\)|\[[^\]]*\])")
_CREDIT = re.compile(
    r"\s+(?:[A-Z]\w+\s){0,3}\w+/(?:AFP|Getty|AP|Reuters|Sputnik)\b.*$|\s+(?:via\s)?Getty Images.*$"
    r"|\s+hide caption$|(?:[,;]\s(?:see|see also|available at))?\s*(?:https?://|pic\.twitter\.com/|www\.)\S+|\s\|\s[^|]{1,30}$"
)
_MARKUP = re.compile(
    r"^[\s#>*_]*[A-Z][\w ]{2,30}\.\*\*\s|\*+|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w)|^[#>]+\s|(?<!`)`(?!`)"
)
_BULLET = re.compile(r"^(?:[A-Z]\w+,\s*:\s*)?[\s•*·\-–—]*(?:\d+\.\s)?(?:[^:.“”\"]{2,40}:\s+(?=[A-Z“]))?")
_LOOSE = re.compile(r" +(?=[,.;:])")
_CAPTION_SIDE = re.compile(
    r",\s(?:(?:far|second|third|front|top|bottom)\s)?(?:from\s)?(?:the\s)?(?:right|left|cent(?:er|re)|foreground|background)(?:,|(?=\s(?:and|with)\s))"
)
_AGE = re.compile(r",(?<=[a-z],)\s\d{1,2},\s(?=[a-z])")
_EMPTY = re.compile(r"\(\s*[,;]?\s*\)|\s[-–—](?=\s*(?:[,.;]|$))|(?<=\w)[-–—](?=[,.;]|$)")
_DASH_OR_BRACKET = re.compile(r"[(–—-]")
_POSSESSIVE_BEFORE = re.compile(r"\b[A-Z][\w.]*['’]s\s$")
_JOINT = re.compile(r"\s*(?:-|–|to|and|,)?\s*\Z")
_WORD_BEHIND = re.compile(r"[ -]([^\W\d_]+)")

# A person who is named at all is named by the end of the name.
_TAIL = 3


class Telling(NamedTuple):
    """A range of text that tells an event, and what its words stand for.

    Attributes:
        dates: ranges of the expressions in it, in order, to be left out.
        names: the names in it, in order.
        antecedents: the persons a pronoun at its head may stand for, the likeliest first.
        two: the two whom "the two leaders" stands for, empty where that is not sure.
        hints: those of the words of its sentence.
        speaker: who "he" of "..., he said" is, empty where that is not sure.
        told_by: whether "..., he said" is to be left out; not if the date is the saying's.
        topic: what "it" at its head stands for, empty where that is not sure.
        short: shorter forms of names, for a line that is too long.
        owner: the country or body that "its" at its head belongs to, empty where that is not sure.
        country: what "the country" stands for, empty where that is not sure.
        sides: what "the two sides" stands for, empty where that is not sure.
    """

    start: int
    end: int
    dates: Sequence[tuple[int, int]]
    names: Sequence[Name]
    antecedents: Sequence[str]
    told_by: bool
    two: Sequence[str] = ()
    speaker: str = ""
    topic: str = ""
    short: Mapping[str, str] = MappingProxyType({})
    owner: str = ""
    country: str = ""
    sides: str = ""
    hints: int = ANY


def worded(text: str, start: int, end: int, telling: Telling, cues: Cues) -> str:
    """The words of ``text[start:end]`` without what a line does not show; one space between words."""
    holes = _holes(text, start, end, telling, cues)
    line = _without(holes, text, start, end) if holes else text[start:end]
    hints = telling.hints
    if hints & MARKUP:
        line = _MARKUP.sub("", line)
    if hints & SIDE:
        line = _CAPTION_SIDE.sub("", line)
    if hints & AGE:
        line = _AGE.sub(" ", line)
    line = line.strip()
    if "  " in line or not line.isprintable():
        # Line breaks and blanks of other kinds cannot be printed.
        line = " ".join(line.split())
    if ":" in line or not line[:1].isalpha():
        line = _BULLET.sub("", line, count=1)
    head = place_line(line, 0, len(line))
    if head is not None:
        line = line[head.end :]
    if hints & CREDIT:
        line = _CREDIT.sub("", line)
    if holes and _DASH_OR_BRACKET.search(line) is not None:
        line = _EMPTY.sub("", line)
    if hints & BRACKET:
        line = _PARENTHESIS.sub("", line)
    if " ," in line or " ." in line or " ;" in line or " :" in line:
        line = _LOOSE.sub("", line)
    return line.strip(" ,;:")


def _without(holes: Iterable[tuple[int, int, str]], text: str, start: int, end: int) -> str:
    """A range of a text with what stands in the place of its holes."""
    pieces: list[str] = []
    at = start
    for first, last, instead in sorted(holes):
        if first >= at:
            pieces += (text[at:first], instead)
        at = max(at, last)
    return "".join([*pieces, text[at:end]])


def _holes(text: str, start: int, end: int, telling: Telling, cues: Cues) -> list[tuple[int, int, str]]:
    """What is left out, and what stands in its place."""
    holes = [
        _date_hole(text, start, first, last, cues)
        for first, last in _joined(text, telling.dates)
        if start <= first and last <= end
    ]
    for name in telling.names:
        chain = name.chain
        if chain < name.start and start <= chain and name.start < end and name.kind == "person":
            possessive = _POSSESSIVE_BEFORE.search(text[max(start, chain - 30) : chain])
            holes.append((chain - (len(possessive.group()) if possessive else 0), name.start, ""))
    for name in telling.names:
        if name.kind == "person" and start <= name.start < end and is_by_office(name, text):
            if name.name.rpartition(" ")[2] not in text[start:end]:
                holes.append((name.start, name.end, name.name))
            break
    return holes


def is_by_office(name: Name, text: str) -> bool:
    """Whether a person is told of by office alone ("the Norwegian president")."""
    return not text.endswith(name.name[-_TAIL:], name.start, name.end)


def _joined(text: str, dates: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Dates with only a dash or "and" between them as one ("8 and 9 July")."""
    result: list[tuple[int, int]] = []
    for first, last in dates:
        if result and first >= result[-1][1] and _JOINT.match(text[result[-1][1] : first]):
            result[-1] = (result[-1][0], last)
        else:
            result.append((first, last))
    return result


def _date_hole(text: str, start: int, first: int, last: int, cues: Cues) -> tuple[int, int, str]:
    """A date with its preposition, or only itself where it describes a noun."""
    before = text[max(start, first - 40) : first]
    if text[last : last + 2] in ("'s", "’s"):
        if text[first:last].lower() in cues.words["eras"]:
            return first, first, ""
        return first, last + 3, "" if cues.attributive.search(before) else cues.article
    behind = _WORD_BEHIND.match(text, last, last + 30)
    describes = behind is not None and behind[1].lower() not in cues.words["small_words"]
    if describes and cues.attributive.search(before) is not None:
        return first, last + 1, ""
    prepositions = cues.date_prepositions.search(lowered(before))
    return first - (len(prepositions.group()) if prepositions else 0), last, ""
