"""Runs of capitalised words: where a name may stand, with the titles and demonyms before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate
from typing import NamedTuple

from data.events.cues import Cues
from data.events.gazetteer import Gazetteer
from data.events.words import has_any

# What stands before a sentence's first word, a heading's or a list item's.
_OPENERS = frozenset({": ", "“ ", ". ", "— ", "– ", "* ", "> "})
# "33.3 The council", "16:15 Sample", "2024-03-01 16:15 Sample": the number of a paragraph, when an entry was
# written, so long at most.
_LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}\.?){1,4}\)?"
    r"|\[?(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})?[T ,]*"
    r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?|Z)?"
    r"\]?(?:\s?[:,|–—-])?)\s"
)
_LONGEST_LABEL = 26
_NUMBER = re.compile(r"\.?\s?\d")


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
    times = cues.words["weekdays_and_months"]
    taken = 0
    for match in cues.run.finditer(piece):
        start, end = match.span()
        if start < taken:
            continue
        if has_any(run := match.group(), cues.lead_to_fields):
            run = _with_field(piece, start, end, cues)
            end = taken = start + len(run)
        opens = start <= 1 or piece[start - 2 : start] in _OPENERS or piece[start - 1] in '“"‘(*'
        opens = opens or (start <= _LONGEST_LABEL and _LABEL.fullmatch(piece, 0, start) is not None)
        if " " not in run and "\u00a0" not in run:
            if run in times or run in titles or run.lower() in small or (start and piece[start - 1] in "/@#"):
                continue
            if run in cues.words["currencies"] and _NUMBER.match(piece, end) is not None:
                continue
            titled = not opens and _after_small_title(piece, start, cues)
            yield Run(offset + start, offset + end, offset + start, run, opens, titled)
            continue
        words, lower = run.split(), run.lower().split()
        if _is_one(words, lower, cues, opens=opens):
            base = offset + start
            yield Run(base, base + len(run), base, " ".join(words), opens, False)
        else:
            yield from _Parting(words, lower, offset + start, cues, atlas, opens=opens).runs()


def _with_field(piece: str, start: int, end: int, cues: Cues) -> str:
    """The run with all that a body is for ("Centre for Research | on Energy and Clean Air")."""
    run = piece[start:end]
    head = run[: min(at for lead in cues.lead_to_fields if (at := run.find(lead)) >= 0)]
    if cues.sum_behind.match(piece, start + len(head)) is not None:
        return head
    more = cues.fields_behind.match(piece, end)
    if more is None or cues.words["organisation_words"].isdisjoint(head.split()):
        return run
    return piece[start : more.end()]


def _is_one(words: Sequence[str], lower: Sequence[str], cues: Cues, *, opens: bool) -> bool:
    """Whether several words are one run as they stand, as most are: nothing parts them or leads to a name."""
    known, parting = cues.words, cues.words["parting"]
    if not (known["chains"].isdisjoint(words) and parting.isdisjoint(words) and parting.isdisjoint(lower)):
        return False
    if opens and any(lower[0] in known[name] for name in ("occupations", "small_words", "verbs_of_notes")):
        return False
    return not any(word.endswith(cues.parting_ends) for word in lower)


class _Parting:
    """A run of several words, cut at weekdays and months, small words and titles taken off its head.

    Args:
        words, lower: its words, as written and in small letters.
        base: where it begins.
        cues: the language's words.
        atlas: the places there are.
        opens: whether it begins with the first word of a sentence.
    """

    def __init__(
        self,
        words: Sequence[str],
        lower: Sequence[str],
        base: int,
        cues: Cues,
        atlas: Gazetteer,
        *,
        opens: bool,
    ) -> None:
        self._words = words
        self._lower = lower
        self._starts = list(accumulate([len(word) + 1 for word in self._words], initial=base))
        self._opens = opens
        self._cues = cues
        self._atlas = atlas
        self._titles = cues.words["titles"]

    def runs(self) -> Iterator[Run]:
        """Its parts where a name may stand, in order."""
        first = 0
        while first < len(self._words):
            last = self._before_time(first)
            begin = self._behind_ends(first, last)
            verb = _first(self._lower, begin + 1, last, self._cues.words["headline_verbs"])
            if verb is not None:
                # A headline's verb parts its names.
                last = verb
            if begin == 0 and self._opens:
                begin = self._behind_opening(last)
            yield from self._of_part(begin, last)
            first = last + 1

    def _of_part(self, begin: int, last: int) -> Iterator[Run]:
        """The runs of words between which there is no time and no verb."""
        words = self._words
        name, titled = self._behind_titles(begin, last)
        office = _first(words, name + 1, last - 1, self._cues.words["person_titles"])
        if office is not None and not titled and not self._is_body(office + 1, last):
            begin = name
            if words[office] not in self._cues.words["offices_of_fields"]:
                # "Apple CEO Steve Jobs": a body, an office, a person; but "Transport Minister Ada Okoye".
                yield self._run(name, office, name, opens=self._opens and name == 0, body=True)
                begin = office
            name, titled = office + 1, True
            while name < last - 1 and words[name] in self._titles:
                name += 1
        end = last
        while end > name and words[end - 1].islower():
            end -= 1
        for behind_of in (self._place, self._body):
            of = behind_of(name, end)
            if of is not None:
                yield self._run(of, end, of)
                end = of - 1
        if name < end:
            yield self._run(name, end, begin, opens=self._opens and name == 0 == begin, titled=titled)

    def _run(
        self,
        name: int,
        end: int,
        chain: int,
        *,
        opens: bool = False,
        titled: bool = False,
        body: bool = False,
    ) -> Run:
        text = " ".join(self._words[name:end])
        starts = self._starts
        return Run(starts[name], starts[end] - 1, starts[chain], text, opens, titled, body)

    def _before_time(self, first: int) -> int:
        """The place of the next weekday or month, or the end; "PM Okoye" is an office before a name."""
        words, times = self._words, self._cues.words["weekdays_and_months"]
        for at in range(first, len(words)):
            if words[at] in times:
                is_office = words[at] in self._titles and at + 1 < len(words) and words[at + 1] not in times
                if not is_office:
                    return at
        return len(words)

    def _behind_ends(self, first: int, last: int) -> int:
        """Where the words begin behind the last one that ends a name before it."""
        begin = last
        while begin > first and not self._words[begin - 1].endswith(self._cues.joined_ends):
            begin -= 1
        return begin

    def _behind_opening(self, last: int) -> int:
        """Where the words begin behind those that are written large as a sentence's first ones alone."""
        begin = 0
        occupations, small = (self._cues.words[name] for name in ("occupations", "small_words"))
        if last > 1 and self._lower[0] in self._cues.words["verbs_of_notes"] and not self._is_body(1, 2):
            return 1
        while begin < last - 1 and self._lower[begin] in occupations and not self._begins_office(begin):
            begin += 1
        while begin < last and self._lower[begin] in small:
            if self._begins_place(begin) or self._begins_office(begin):
                break
            begin += 1
        return begin

    def _begins_office(self, begin: int) -> bool:
        """Whether a word and the next are titles, as in "Defence Minister"."""
        return {*self._words[begin : begin + 2]} <= self._titles

    def _behind_titles(self, begin: int, last: int) -> tuple[int, bool]:
        """Where the name begins behind titles and what leads to them, and whether one is a person's."""
        words, ends = self._words, self._cues.title_ends
        name, titled = begin, False
        while name < last:
            word = words[name]
            if word in self._titles:
                titled = titled or word in self._cues.words["person_titles"]
                name += 1
            elif ends and self._lower[name].endswith(ends):
                titled = True
                name += 1
            elif word in self._cues.words["chains"] and name + 1 < last and words[name + 1] in self._titles:
                # "Secretary of State"
                name += 2
            elif name + 1 < last and self._leads_to_title(name):
                name += 1
            else:
                break
        if name < last and words[name].islower():
            # "Secretary of State": the title goes on, and what follows it names no person.
            return begin, False
        return name, titled

    def _place(self, name: int, end: int) -> int | None:
        """Where the place begins in "Narendra Modi of India"; None where "of" belongs to the name."""
        words, organisation = self._words, self._cues.words["organisation_words"]
        for at in range(name + 1, end - 1):
            if words[at] in self._cues.words["chains"] and organisation.isdisjoint(words[name:at]):
                return at + 1 if " ".join(words[at + 1 : end]) in self._atlas.places else None
        return None

    def _body(self, name: int, end: int) -> int | None:
        """Where the body begins in "Ada Okoye of Bergen University"; None where "of" belongs to the name."""
        words, organisation = self._words, self._cues.words["organisation_words"]
        at = _first(words, name + 2, end - 1, self._cues.words["chains"])
        if at is None or not organisation.isdisjoint(words[name:at]):
            return None
        return None if organisation.isdisjoint(words[at + 1 : end]) else at + 1

    def _is_body(self, begin: int, last: int) -> bool:
        """Whether words name a body ("Tarvik General | Hospital")."""
        return not self._cues.words["organisation_words"].isdisjoint(self._words[begin:last])

    def _begins_place(self, at: int) -> bool:
        """Whether a small word is a place's first ("New York")."""
        words = self._words
        return at + 1 < len(words) and f"{words[at]} {words[at + 1]}" in self._atlas.places

    def _leads_to_title(self, at: int) -> bool:
        """Whether a demonym or country stands before a title ("Russian Defence Minister", "US President")."""
        word = self._words[at]
        return (word in self._atlas.peoples or word in self._atlas.places) and self._words[
            at + 1
        ] in self._titles


def _first(words: Sequence[str], start: int, end: int, wanted: Set[str]) -> int | None:
    """The place, from ``start`` and before ``end``, of the first word that is wanted."""
    for at in range(start, end):
        if words[at] in wanted:
            return at
    return None


def _after_small_title(piece: str, start: int, cues: Cues) -> bool:
    before = piece[max(0, start - 16) : start].rstrip()
    return before[before.rfind(" ") + 1 :] in cues.words["small_titles"]
