"""What the sources of one event have in common and where they differ: plain text, no screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.citation import cite_document
from data.model import Document, Event, Expression, Passage
from data.words import expression_days
from tui.text.shown import shown

_WORD = re.compile(r"\w[\w'’.,-]*\w|\w")
# Shorter words without a digit or a capital are articles and the like: who has them says nothing.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Fact:
    """What one source says of an attribute, "" for nothing.

    ``agrees`` is False if another source shown says otherwise.
    """

    about: str
    said: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A source beside others.

    Attributes:
        number: which of the event's passages it is.
        citation: where it stands.
        facts: its date, and its value of every attribute on which the event's sources disagree.
        words: its passage in pieces with their looks: "faint" what all sources have, "found" what it alone
            has.
    """

    number: int
    citation: str
    facts: tuple[Fact, ...]
    words: tuple[tuple[str, str], ...]


def sources_beside(event: Event, number: int) -> list[int]:
    """One passage a document, in the event's order: the given one for its own, the first of the others."""
    chosen = {passage.document: place for place, passage in reversed(list(enumerate(event.passages)))}
    chosen[event.passages[number].document] = number
    return sorted(chosen.values())


def compare(event: Event, sources: Sequence[tuple[int, Document]]) -> list[Compared]:
    """Passages of an event, given by number with their documents, told apart from one another."""
    passages = [event.passages[number] for number, _ in sources]
    bags = [set(map(str.casefold, _WORD.findall(passage.text))) for passage in passages]
    common = set.intersection(*bags)
    facts = _facts(event, [number for number, _ in sources])
    made = []
    for place, ((number, document), passage) in enumerate(zip(sources, passages, strict=True)):
        others = set().union(*(bag for other, bag in enumerate(bags) if other != place))
        words = _looks(passage.text, common if len(bags) > 1 else set(), others)
        made.append(Compared(number, cite_document(document, passage), facts[place], words))
    return made


def _facts(event: Event, numbers: Sequence[int]) -> list[tuple[Fact, ...]]:
    columns: list[dict[str, str]] = [{"date": _date(event.passages[number])} for number in numbers]
    for conflict in event.conflicts:
        for claim in conflict.claims:
            for column, number in zip(columns, numbers, strict=True):
                if number in claim.passages:
                    column[conflict.about] = shown(claim.value)
    abouts = dict.fromkeys(about for column in columns for about in column)
    said = {about: {column[about] for column in columns if column.get(about)} for about in abouts}
    agrees = {about: len(said[about]) < 2 for about in abouts}
    if "date" in abouts and not any(conflict.about == "date" for conflict in event.conflicts):
        agrees["date"] = _overlap([event.passages[number].expression for number in numbers])
    return [
        tuple(Fact(about, column.get(about) or "", agrees[about]) for about in abouts) for column in columns
    ]


def _overlap(said: Sequence[Expression | None]) -> bool:
    """Whether some day is one of what each says: autumn 2022 and 16 September 2022 agree."""
    told = [one for one in said if one is not None]
    starts = [one.start for one in told if one.start is not None]
    ends = [one.end for one in told if one.end is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _date(passage: Passage) -> str:
    said = passage.expression
    if said is None or (said.start is None and said.end is None):
        return ""
    return expression_days(said)


def _looks(text: str, common: set[str], others: set[str]) -> tuple[tuple[str, str], ...]:
    pieces: list[tuple[str, str]] = []
    done = 0
    for match in _WORD.finditer(text):
        word = match[0]
        folded = word.casefold()
        if folded in common:
            look = "faint"
        elif folded not in others and (len(word) >= _SHORTEST or word != word.lower() or word.isdigit()):
            look = "found"
        else:
            continue
        pieces += [(shown(text[done : match.start()]), "text"), (shown(word), look)]
        done = match.end()
    pieces.append((shown(text[done:]), "text"))
    return tuple(piece for piece in pieces if piece[0])
