"""Runs of capitalised words: where a name may stand, with the titles and demonyms before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import accumulate
from typing import NamedTuple

from data.events.cues import Cues
from data.events.gazetteer import Gazetteer

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
        yield from _split(run, offset + start, opens, cues, titles, person_titles, times, small, atlas)


def _first(words: Sequence[str], start: int, end: int, wanted: Set[str]) -> int | None:
    """The place, from ``start`` and before ``end``, of the first word that is wanted."""
    for at in range(start, end):
        if words[at] in wanted:
            return at
    return None


def _split(
    run: str,
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
    ends = cues.joined_ends
    verbs = cues.words["headline_verbs"]
    occupations = cues.words["occupations"]
    words = run.split()  # with one blank between them
    starts = list(accumulate([len(word) + 1 for word in words], initial=base))
    lower = run.lower().split()

    def between(name: int, end: int, chain: int, opens: bool, titled: bool, body: bool = False) -> Run:
        return Run(
            starts[name], starts[end] - 1, starts[chain], " ".join(words[name:end]), opens, titled, body
        )

    first = 0
    count = len(words)
    while first < count:
        last = first
        while last < count and (words[last] not in times or _is_title(words, last, titles, times)):
            last += 1
        begin = last
        while begin > first and not words[begin - 1].endswith(ends):
            begin -= 1
        verb = _first(lower, begin + 1, last, verbs)
        resume = last
        if verb is not None:
            # A headline's verb parts its names.
            last, resume = verb, verb
        if begin == 0 and opens:
            while begin < last - 1 and lower[begin] in occupations:
                begin += 1
            while begin < last and lower[begin] in small and not _begins_place(words, begin, atlas):
                begin += 1
        name = begin
        titled = False
        while name < last:
            word = words[name]
            if word in titles:
                titled = titled or word in person_titles
                name += 1
            elif cues.title_ends and lower[name].endswith(cues.title_ends):
                titled = True
                name += 1
            elif word == "of" and name + 1 < last and words[name + 1] in titles:
                # "Secretary of State"
                name += 2
            elif name + 1 < last and _leads_to_title(words, name, titles, atlas):
                name += 1
            else:
                break
        if name < last and words[name][0].islower():
            # "Secretary of State": the title goes on, and what follows it names no person.
            name, titled = begin, False
        end = last
        office = _first(words, name + 1, last - 1, person_titles)
        if office is not None and not titled:
            # "Apple CEO Steve Jobs": a body, an office, a person.
            yield between(name, office, name, opens and name == 0, False, True)
            begin, name, titled = office, office + 1, True
            while name < last - 1 and words[name] in titles:
                name += 1
        while end > name and words[end - 1][0].islower():
            end -= 1
        of = _of_a_place(words, name, end, atlas, cues)
        if of is not None:
            yield between(of, end, of, False, False)
            end = of - 1
        of = _of_a_body(words, name, end, cues)
        if of is not None:
            yield between(of, end, of, False, False)
            end = of - 1
        if name < end:
            yield between(name, end, begin, opens and name == 0 == begin, titled)
        first = resume + 1


def _is_title(words: Sequence[str], at: int, titles: frozenset[str], times: frozenset[str]) -> bool:
    """Whether a word for a time of day is an office before a name ("PM Okoye")."""
    return words[at] in titles and at + 1 < len(words) and words[at + 1] not in times


def _of_a_place(words: Sequence[str], name: int, end: int, atlas: Gazetteer, cues: Cues) -> int | None:
    """Where the place begins in "Narendra Modi of India"; None where "of" belongs to the name."""
    organisation = cues.words["organisation_words"]
    for at in range(name + 1, end - 1):
        if words[at] == "of" and organisation.isdisjoint(words[name:at]):
            place = " ".join(words[at + 1 : end])
            return at + 1 if place in atlas.places else None
    return None


def _of_a_body(words: Sequence[str], name: int, end: int, cues: Cues) -> int | None:
    """Where the body begins in "Ada Okoye of Bergen University"; None where "of" belongs to the name."""
    organisation = cues.words["organisation_words"]
    for at in range(name + 2, end - 1):
        if words[at] == "of":
            before = words[name:at]
            behind = words[at + 1 : end]
            return at + 1 if organisation.isdisjoint(before) and not organisation.isdisjoint(behind) else None
    return None


def _begins_place(words: Sequence[str], at: int, atlas: Gazetteer) -> bool:
    """Whether a small word is a place's first ("New York")."""
    return at + 1 < len(words) and f"{words[at]} {words[at + 1]}" in atlas.places


def _leads_to_title(words: Sequence[str], at: int, titles: frozenset[str], atlas: Gazetteer) -> bool:
    """Whether a demonym or country stands before a title ("Russian Defence Minister", "US President")."""
    word = words[at]
    if word not in atlas.peoples and word not in atlas.places:
        return False
    return words[at + 1] in titles


def _after_small_title(piece: str, start: int, cues: Cues) -> bool:
    before = piece[max(0, start - 16) : start].rstrip()
    return before[before.rfind(" ") + 1 :] in cues.words["small_titles"]
