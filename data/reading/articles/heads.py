"""The head of an article: its title and its byline."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.articles.beside import IN_A_PLACE, is_person, without_role
from data.reading.articles.cues import cue_pattern
from data.reading.articles.lines import (
    LINES_AFTER_HEADLINE,
    LINES_OF_A_HEAD,
    LONGEST_HEAD,
    MOST_WORDS_OF_A_TITLE,
    OF_A_HEAD,
    is_speaker,
)
from data.reading.articles.publisher import DIVIDED, PIECES, group_of, is_masthead, names_a_house

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reading.articles.lines import Line

# A message begins below its stamp, and perhaps the name of a picture; between a headline and the date stand
# at most so many lines, too.
_LINES_OF_A_STAMP = 3
_LONGEST_TITLE = 220
_NAME = re.compile(r"[A-ZÀ-ÞА-Я][\w.'’-]+(?: (?:de|da|van|von|bin|al|el|der))?(?: [A-ZÀ-ÞА-Я][\w.'’-]*){1,3}")
_BY_NAME = re.compile(rf"(?:By|Von|Par|Por|Di|Door) ({_NAME.pattern})")
_IN_A_TOWN = re.compile(r"[^,]+, [A-ZÀ-ÞА-Я][^\W\d_A-ZÀ-ÞА-Я]+")
_SHORT_HOUSE = re.compile(r"[A-Z]{2,5}")
_BELOW_DATE = 2


def title_of(lines: Sequence[Line]) -> str | None:
    """The title of an article that begins with these lines, or None if it begins with plain prose.

    The first line, unless that is a masthead over a headline; of a message what it says to be about.
    """
    subject = _mail_field(lines, "mail_subject")
    if subject is not None:
        return subject
    head = head_of(lines) if lines[0].cue != "date_line" else lines[:_LINES_OF_A_STAMP]
    salutation = cue_pattern("salutation")
    head = [line for line in head if line.cue is None and not salutation.fullmatch(line.text)] or lines[:1]
    while len(head) > 1 and _is_letterhead(head[0]) and any(line.look == "headline" for line in head[1:]):
        head = head[1:]
    if lines[1:2] and lines[1].cue == "date_line" and names_a_house(lines[0].text):
        # "Le Courrier de la Baie" has the words of a headline.
        head = head[1:] if any(line.look == "headline" for line in head[1:]) else head
    first = next((line for line in head if _is_case(line)), None) or _filed(lines) or head[0]
    if first.look == "label" and first.words > 1 and _is_told_of(first, lines):
        return first.text
    if first.look != "headline" and first.level == 0 and first is head[0]:
        if len(head) > 1 and is_masthead(first):
            head = head[1:]
        headlines = (line for line in head if line.look == "headline" and not is_speaker(line))
        first = next(headlines, _signed(lines) or head[0])
    fits = first.words <= MOST_WORDS_OF_A_TITLE and len(first.text) <= _LONGEST_TITLE
    if not fits or (first.look == "item" and first.number is None):
        return None
    return first.text.removesuffix(" =")  # as some agencies close a headline


def _is_told_of(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the first paragraph begins with this line: whom an obituary is about."""
    body = next((one for one in lines if one.look == "prose" and one.cue is None), None)
    return body is not None and body.text.startswith(line.text)


def _is_letterhead(line: Line) -> bool:
    """Whether a line in capitals names an authority, whose paper it is, and not what that paper is."""
    return (
        line.text.isupper()
        and line.look != "prose"
        and cue_pattern("paper").match(line.text) is None
        and cue_pattern("letterhead").search(line.text) is not None
    )


def _filed(lines: Sequence[Line]) -> Line | None:
    """What a court's paper is, below the court and the parties ("AMENDED PARTICULARS OF CLAIM")."""
    if not _is_letterhead(lines[0]):
        return None
    capitals = (line for line in lines[1:LONGEST_HEAD] if line.look in ("headline", "label"))
    return next(
        (one for one in capitals if one.text.isupper() and cue_pattern("paper").match(one.text)), None
    )


def _is_case(line: Line) -> bool:
    """Whether a line names the sides of a case at law."""
    text = line.text
    if line.look == "prose" or not (" v" in text or text[:5].lower() == "in re"):
        return False
    return cue_pattern("case").fullmatch(text) is not None


def _signed(lines: Sequence[Line]) -> Line | None:
    """The line above the byline."""
    for above, line in pairwise(head_of(lines)):
        if line.cue == "byline" and above.cue is None:
            return above
    return None


def head_of(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of an article before its first paragraph; the first line is always one of them."""
    for at, line in enumerate(lines[:LINES_OF_A_HEAD]):
        if not at or line.cue is not None or line.look not in ("prose", "item"):
            continue
        below = lines[at + 1 : at + 1 + _LINES_OF_A_STAMP]
        if not any(one.cue in OF_A_HEAD for one in below):  # no standfirst
            return lines[:at]
    return lines[:LINES_OF_A_HEAD]


def _mail_field(lines: Sequence[Line], name: str) -> str | None:
    """What the head of a message says in a field, if it has both who wrote and what it is about."""
    if not (lines[0].text[:12].count(":") or name == "mail_from"):
        return None
    head = lines[:LINES_OF_A_HEAD]
    found = {
        field: next((match for line in head if (match := cue_pattern(field).fullmatch(line.text))), None)
        for field in ("mail_from", "mail_subject")
    }
    if any(match is None for match in found.values()):
        return None
    match = found[name]
    return None if match is None else match[1].strip()


def byline_of(lines: Sequence[Line]) -> str | None:
    """Who wrote the article that begins so: a line "By ...", or a name alone under the headline."""
    if ":" in lines[0].text[:12] and (sender := _mail_field(lines, "mail_from")) is not None:
        return sender
    lines = [line for line in lines[:LONGEST_HEAD] if line.cue not in ("line", "comments")]
    if lines and lines[0].cue == "date_line" and (beside := _beside_a_house(lines[0])) is not None:
        return beside
    for at, line in enumerate(lines[1 : 2 * LINES_AFTER_HEADLINE], start=1):
        if line.look == "prose" and line.cue is None:
            continue
        if line.cue == "byline" or (line.cue is None and " in " in line.text):
            placed = cue_pattern("person_in_place").fullmatch(line.text)
            if placed is not None and line.look in ("label", "headline"):
                return placed[1]
        if line.cue == "byline":
            in_place = IN_A_PLACE.fullmatch(line.text) and not cue_pattern("byline").fullmatch(line.text)
            return line.text.partition(", ")[0] if in_place else _first_group("byline", line)
        beside = (_beside_a_date(line) if line.cue == "date_line" else None) or _beside_a_house(line)
        if beside is not None:
            return beside
        if _is_a_name(line) and (_is_first(lines, at) or lines[at - 1].text == line.text):
            return line.text
    return None


def _beside_a_date(line: Line) -> str | None:
    """Who wrote it by the line with its date ("Ida Holm / 3 May 2022", "3 May 2022, by Ida Holm")."""
    placed = cue_pattern("person_in_place").fullmatch(line.text) if " in " in line.text else None
    if placed is not None:
        return placed[1]
    before, slash, _ = line.text.partition(" / ")
    if slash and is_person(before):
        return before
    ahead = cue_pattern("byline_before_date").match(line.text)
    if ahead is not None and is_person(ahead[1]):
        return ahead[1]
    behind = cue_pattern("byline_behind_date").search(line.text)
    return None if behind is None else group_of(behind)


def _is_a_name(line: Line) -> bool:
    """Whether a line is the name of a person and nothing else."""
    if line.look not in ("label", "picture") or line.cue is not None or _NAME.fullmatch(line.text) is None:
        return False
    return is_person(line.text) and not is_masthead(line)


def _is_first(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands right below the headline, over which the date may stand."""
    return at == 1 or (at == _BELOW_DATE and lines[0].cue == "date_line" and lines[1].look == "headline")


def _beside_a_house(line: Line) -> str | None:
    """The one name in a divided line that names a house, too: "Harbour News | Ida Holm | 3 May 2022"."""
    if not DIVIDED.search(line.text):
        return None
    pieces = PIECES.split(line.text)
    houses = [piece for piece in pieces if names_a_house(piece)]
    names = [piece for piece in pieces if piece not in houses and _NAME.fullmatch(piece)]
    names = [match[1] if (match := _BY_NAME.fullmatch(name)) is not None else name for name in names]
    return names[0] if houses and len(names) == 1 else None


def _first_group(name: str, line: Line) -> str:
    match = cue_pattern(name).fullmatch(line.text)
    name = line.text if match is None or not any(match.groups()) else group_of(match)
    name = without_role(PIECES.split(name)[0])
    if name.count(" ") > 1 and _IN_A_TOWN.fullmatch(name) and is_person(own := name.rpartition(", ")[0]):
        return own
    for between in (", ", " for ", " FOR "):
        own, found, house = name.rpartition(between)
        if found and (names_a_house(house) or _SHORT_HOUSE.fullmatch(house)):
            return own
    return name
