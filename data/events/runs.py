"""Runs of capitalised words: where a name may stand, with the titles and demonyms before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from data.events.cues import Cues
from data.events.gazetteer import Gazetteer

_PART = re.compile(r"\S+")
# What stands before a sentence's first word, a heading's or a list item's.
_OPENERS = frozenset({": ", "“ ", ". ", "— ", "– ", "* ", "> "})


class Run(NamedTuple):
    """Capitalised words not yet decided.

    ``opens`` tells a sentence's first word, ``titled`` a title before a person, ``body`` an office behind.
    """

    start: int
    end: int
    chain: int
    text: str
    opens: bool
    titled: bool
    body: bool = False


def runs(piece: str, offset: int, cues: Cues, atlas: Gazetteer) -> Iterator[Run]:
    """The runs of a sentence that begins at ``offset`` of its document, in order."""
    titles, small = cues.words["titles"], cues.words["small_words"]
    person_titles = cues.words["person_titles"]
    times = cues.words["weekdays_and_months"]
    for match in cues.run.finditer(piece):
        run = match.group()
        start = match.start()
        opens = start <= 1 or piece[start - 2 : start] in _OPENERS or piece[start - 1] in '“"‘(*'
        if " " not in run and "\u00a0" not in run:
            if run in times or run in titles or run.lower() in small or (start and piece[start - 1] in "/@#"):
                continue
            titled = not opens and _after_small_title(piece, start, cues)
            yield Run(offset + start, offset + match.end(), offset + start, run, opens, titled)
            continue
        parts = [(part.start(), part.end(), part.group()) for part in _PART.finditer(run)]
        yield from _split(parts, offset + start, opens, cues, titles, person_titles, times, small, atlas)


def _split(
    parts: list[tuple[int, int, str]],
    base: int,
    opens: bool,
    cues: Cues,
    titles: frozenset[str],
    person_titles: frozenset[str],
    times: frozenset[str],
    small: frozenset[str],
    atlas: Gazetteer,
) -> Iterator[Run]:
    """Cut a run of several words at weekdays and months, and take small words and titles off its head."""
    ends = tuple(cues.words["joined_ends"]) or ("-based",)
    verbs = cues.words["headline_verbs"]
    occupations = cues.words["occupations"]
    first = 0
    count = len(parts)
    while first < count:
        last = first
        while last < count and (parts[last][2] not in times or _is_title(parts, last, titles, times)):
            last += 1
        begin = first
        joined = next((at for at in range(last - 1, first - 1, -1) if parts[at][2].endswith(ends)), None)
        if joined is not None:
            begin = joined + 1
        verb = next((at for at in range(begin + 1, last) if parts[at][2].lower() in verbs), None)
        resume = last
        if verb is not None:
            # A headline's verb parts its names.
            last, resume = verb, verb
        if begin == 0 and opens:
            while begin < last - 1 and parts[begin][2].lower() in occupations:
                begin += 1
            while (
                begin < last and parts[begin][2].lower() in small and not _begins_place(parts, begin, atlas)
            ):
                begin += 1
        name = begin
        titled = False
        while name < last:
            word = parts[name][2]
            if word in titles:
                titled = titled or word in person_titles
                name += 1
            elif word == "of" and name + 1 < last and parts[name + 1][2] in titles:
                # "Secretary of State"
                name += 2
            elif name + 1 < last and _leads_to_title(parts, name, titles, atlas):
                name += 1
            else:
                break
        if name < last and parts[name][2][0].islower():
            # "Secretary of State": the title goes on, and what follows it names no person.
            name, titled = begin, False
        end = last
        office = next((at for at in range(name + 1, last - 1) if parts[at][2] in person_titles), None)
        if office is not None and not titled:
            # "Apple CEO Steve Jobs": a body, an office, a person.
            yield Run(
                base + parts[name][0], base + parts[office - 1][1], base + parts[name][0],
                " ".join(part[2] for part in parts[name:office]), opens and name == 0, False, True,
            )  # fmt: skip
            begin, name, titled = office, office + 1, True
            while name < last - 1 and parts[name][2] in titles:
                name += 1
        while end > name and parts[end - 1][2][0].islower():
            end -= 1
        of = _of_a_place(parts, name, end, atlas, cues)
        if of is not None:
            yield Run(
                base + parts[of][0], base + parts[end - 1][1], base + parts[of][0],
                " ".join(part[2] for part in parts[of:end]), False, False,
            )  # fmt: skip
            end = of - 1
        of = _of_a_body(parts, name, end, cues)
        if of is not None:
            yield Run(
                base + parts[of][0], base + parts[end - 1][1], base + parts[of][0],
                " ".join(part[2] for part in parts[of:end]), False, False,
            )  # fmt: skip
            end = of - 1
        if name < end:
            yield Run(
                base + parts[name][0], base + parts[end - 1][1], base + parts[begin][0],
                " ".join(part[2] for part in parts[name:end]), opens and name == 0 == begin, titled,
            )  # fmt: skip
        first = resume + 1


def _is_title(
    parts: list[tuple[int, int, str]], at: int, titles: frozenset[str], times: frozenset[str]
) -> bool:
    """Whether a word for a time of day is an office before a name ("PM Okoye")."""
    return parts[at][2] in titles and at + 1 < len(parts) and parts[at + 1][2] not in times


def _of_a_place(
    parts: list[tuple[int, int, str]], name: int, end: int, atlas: Gazetteer, cues: Cues
) -> int | None:
    """Where the place begins in "Narendra Modi of India"; None where "of" belongs to the name."""
    organisation = cues.words["organisation_words"]
    for at in range(name + 1, end - 1):
        if parts[at][2] == "of" and organisation.isdisjoint(part[2] for part in parts[name:at]):
            place = " ".join(part[2] for part in parts[at + 1 : end])
            return at + 1 if place in atlas.places else None
    return None


def _of_a_body(parts: list[tuple[int, int, str]], name: int, end: int, cues: Cues) -> int | None:
    """Where the body begins in "Ada Okoye of Bergen University"; None where "of" belongs to the name."""
    organisation = cues.words["organisation_words"]
    for at in range(name + 2, end - 1):
        if parts[at][2] == "of":
            before = {part[2] for part in parts[name:at]}
            behind = {part[2] for part in parts[at + 1 : end]}
            return at + 1 if organisation.isdisjoint(before) and organisation & behind else None
    return None


def _begins_place(parts: list[tuple[int, int, str]], at: int, atlas: Gazetteer) -> bool:
    """Whether a small word is a place's first ("New York")."""
    return at + 1 < len(parts) and f"{parts[at][2]} {parts[at + 1][2]}" in atlas.places


def _leads_to_title(
    parts: list[tuple[int, int, str]], at: int, titles: frozenset[str], atlas: Gazetteer
) -> bool:
    """Whether a demonym or country stands before a title ("Russian Defence Minister", "US President")."""
    word = parts[at][2]
    if word not in atlas.peoples and word not in atlas.places:
        return False
    return parts[at + 1][2] in titles


def _after_small_title(piece: str, start: int, cues: Cues) -> bool:
    before = piece[max(0, start - 16) : start].rstrip()
    return before[before.rfind(" ") + 1 :] in cues.words["small_titles"]
