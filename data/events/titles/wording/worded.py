"""A range of text as words for a line: without dates, offices before names, credits and markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from data.events.clauses.place_line import place_line
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues
from data.events.hints import AGE, ANY, BRACKET, CREDIT, MARKUP, SIDE
from data.events.names.name import Name
from data.events.titles.wording.holes import holes
from data.events.titles.wording.left_out_dates import Hole
from data.events.titles.wording.quoted import with_who_says_it
from data.events.words import has_any

_PARENTHESIS = re.compile(r"\s*(?:\([^)]*\)|\[[^\]]*\])")
_MARKUP = re.compile(
    r"^[\s#>*_]*[A-Z][\w ]{2,30}\.\*\*\s|\*+|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w)|^[#>]+\s|(?<!`)`(?!`)"
)
_BULLET = re.compile(
    r"^(?:[A-Z]\w+,\s*:\s*)?[\s•*·\-–—]*(?:\d+\.\s|(?:\d{1,3}\.){1,3}\d{1,2}\.?\s(?=[A-Z]))?(?:[^:.“”\"]{2,40}:\s+(?=[A-Z“]))?"
)
# Agencies type a dash as "_" or "--", and quote inside a quotation as `so'.
_TYPED_DASH = re.compile(r"\s+(?:_|-{2,})\s+|(?<=\w)--+(?=\w)")
_TYPED_QUOTE = re.compile(r"(?<!`)`([^`'\n]{1,80})'")
_LOOSE = re.compile(r" +(?=[,.;:])")
_AGE = re.compile(r",(?<=[a-z],)\s\d{1,2},\s(?=[a-z])")
_ADVERB = re.compile(r"[a-z]+ly\s")
_EMPTY = re.compile(r"\(\s*[,;]?\s*\)|\s[-–—](?=\s*(?:[,.;]|$))|(?<=\w)[-–—](?=[,.;]|$)")
# "Lisbon, 6 May 2017 - ": what is left of the line that gives a story's place.
_PLACE_AND_DASH = re.compile(r"^[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2},\s[-–—]+\s+(?=[A-Z])")
_COMMA_AND_DASH = (", -", ", –", ", —")
_DASH_OR_BRACKET = re.compile(r"[(–—-]")


class Telling(NamedTuple):
    """A range of text that tells an event, and what its words stand for.

    Attributes:
        dates: ranges of the expressions in it, in order, to be left out.
        names: the names in it, in order.
        antecedents: the persons a pronoun at its head may stand for, the likeliest first.
        is_sure: whether the first of them is likelier than the others.
        two: the two whom "the two leaders" stands for, empty where that is not sure.
        hints: those of the words of its sentence.
        speaker: who "he" of "..., he said" is, empty where that is not sure.
        told_by: whether "..., he said" is to be left out; not if the date is the saying's.
        of_another_year: whether its date is of an earlier year than the saying, which "He said that trade
            fell" would put there.
        topic: what "it" at its head stands for, empty where that is not sure.
        officer: who "he" at its head is by office alone, where nobody is named; empty where that is not sure.
        about: the person whom the document is about, empty if that is nobody.
        short: shorter forms of names, for a line that is too long.
        genders: of persons by name, where it is known.
        owner: the country or body that "its" at its head belongs to, empty where that is not sure.
        country: what "the country" stands for, empty where that is not sure.
        company: what "the company" stands for, empty where that is not sure.
        sides: what "the two sides" stands for, empty where that is not sure.
    """

    start: int
    end: int
    dates: Sequence[tuple[int, int]]
    names: Sequence[Name]
    antecedents: Sequence[str]
    told_by: bool
    is_sure: bool = True
    two: Sequence[str] = ()
    speaker: str = ""
    topic: str = ""
    about: str = ""
    short: Mapping[str, str] = MappingProxyType({})
    genders: Mapping[str, str] = MappingProxyType({})
    owner: str = ""
    country: str = ""
    company: str = ""
    sides: str = ""
    officer: str = ""
    of_another_year: bool = False
    hints: int = ANY


def worded(text: str, start: int, end: int, telling: Telling, cues: Cues) -> str:
    """The words of ``text[start:end]`` without what a line does not show; one space between words."""
    left_out = holes(Stretch(text, start, end, cues), telling.dates, telling.names)
    line = _without(left_out, text, start, end) if left_out else text[start:end]
    line = _without_asides(line, telling.hints, cues).strip()
    line = _on_one_line(line)
    if left_out and line[:1].isupper() and has_any(line, _COMMA_AND_DASH):
        line = _PLACE_AND_DASH.sub("", line)
    head = place_line(line, 0, len(line))
    if head is not None:
        line = line[head.end :]
    if telling.hints & CREDIT:
        line = cues.credit.sub("", line)
    line = _without_loose_marks(line, telling.hints, cut=bool(left_out)).strip(" ,;:")
    if cues.bounding.match(text, end) is not None:
        line = cues.length_at_end.sub("", line)
    return with_who_says_it(line, cues)


def _without_asides(line: str, hints: int, cues: Cues) -> str:
    """A line without markup, which side a picture shows, and an age."""
    if hints & MARKUP:
        line = _TYPED_QUOTE.sub(r"\1", line)
        line = _MARKUP.sub("", line)
    if hints & SIDE:
        line = cues.caption_side.sub("", line)
    if hints & AGE:
        line = _AGE.sub(lambda age: " " if _goes_on(line, age.end(), cues) else ", ", line)
    return line


def _goes_on(line: str, at: int, cues: Cues) -> bool:
    """Whether a verb or another name follows an age ("Berg, 58, | was", "Berg, 58, | and Lund")."""
    return line[at:].partition(" ")[0] in cues.words["conjunctions"] or _acts(line, at, cues)


def _on_one_line(line: str) -> str:
    """A line with blanks and dashes as they are printed, and without a bullet at its head."""
    if "  " in line or not line.isprintable():
        # Line breaks and blanks of other kinds cannot be printed.
        line = " ".join(line.split())
    if " _ " in line or "--" in line:
        line = _TYPED_DASH.sub(" – ", line)
    if ":" in line or not line[:1].isalpha():
        line = _BULLET.sub("", line, count=1)
    return line


def _without_loose_marks(line: str, hints: int, *, cut: bool) -> str:
    """A line without brackets and marks that what was left out leaves behind; ``cut`` if something was."""
    if " )" in line and "(" not in line:
        # "at 7 a.m. (0500 GMT)" is one expression but for its last mark.
        line = line.replace(" )", "")
    if cut and _DASH_OR_BRACKET.search(line) is not None:
        line = _EMPTY.sub("", line)
    if hints & BRACKET:
        # A line that is all in brackets is told without them.
        line = _PARENTHESIS.sub("", line) or line.strip("()[]")
    if " ," in line or " ." in line or " ;" in line or " :" in line:
        line = _LOOSE.sub("", line)
    return line


def _acts(line: str, at: int, cues: Cues) -> bool:
    """Whether a verb stands there, or behind an adverb there ("Berg, 39, allegedly told him")."""
    adverb = _ADVERB.match(line, at)
    return cues.finite_word.match(line, at if adverb is None else adverb.end()) is not None


def _without(left_out: Iterable[Hole], text: str, start: int, end: int) -> str:
    """A range of a text with what stands in the place of its holes."""
    pieces: list[str] = []
    at = start
    for first, last, instead in sorted(left_out):
        if first >= at:
            pieces += (text[at:first], instead)
        at = max(at, last)
    return "".join([*pieces, text[at:end]])
