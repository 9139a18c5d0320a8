"""Queries drawn from the grammar of the query language, of what a timeline made from a seed holds.

Words and names are drawn along their ranks, so that those of most events and those of a few stand together;
phrases are words that do stand beside one another.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from data import days
from data.query.fields import FIELDS
from tests.store.synthetic import FIRST, LAST, PUBLISHERS, SENTENCES, WORDS, Synthetic, Words

_NEGATED, _EITHER, _GROUPED = 0.2, 0.25, 0.15
_CHOICES = {rule.name: [value for value, _ in rule.choices] for rule in FIELDS if rule.kind == "choice"}
_SPOKEN = ("last summer", "mid-July 2024", "the 1990s", "last year", "autumn 2022", "about 1970")
_TERMS = (1, 2, 2, 3, 3, 3, 4, 4, 5)
ANYTHING = "all"


class Asked(NamedTuple):
    """A query as it is typed, and what is in it: names of :data:`KINDS`, "or", "not", a number of terms."""

    text: str
    classes: frozenset[str]


def asked(synthetic: Synthetic, count: int, seed: int = 1) -> list[Asked]:
    """So many queries, all different; the same seed gives the same ones."""
    return drawn(Drawing(synthetic, random.Random(seed)), count)


def drawn(drawing: Drawing, count: int) -> list[Asked]:
    """So many queries, all different."""
    found: dict[str, Asked] = {}
    while len(found) < count:
        query = drawing.query()
        found.setdefault(query.text, query)
    return list(found.values())


class Drawing:
    """Draws the terms of queries, and puts them together."""

    def __init__(self, synthetic: Synthetic, source: random.Random) -> None:
        self.synthetic = synthetic
        self.source = source
        self.classes: set[str] = set()

    def query(self) -> Asked:
        source = self.source
        self.classes = {ANYTHING}
        count = source.choice(_TERMS)
        self.classes.add(f"{count} terms" if count > 1 else "1 term")
        return Asked(" ".join(self._parts(count)), frozenset(self.classes))

    def _parts(self, count: int) -> Iterator[str]:
        """Terms side by side, some with OR between them, some of these in parentheses."""
        source = self.source
        while count:
            taken = source.randint(2, count) if count > 1 and source.random() < _GROUPED else 0
            if taken:
                self.classes.add("or")
                inside = " OR ".join(self._term() for _ in range(taken))
                yield self._perhaps_not(f"({inside})")
            else:
                taken = 1
                yield self._term()
            count -= taken
            if count and source.random() < _EITHER / 2:
                self.classes.add("or")
                yield "OR"

    def _term(self) -> str:
        kind = self.source.choices(list(KINDS), [weight for weight, _ in KINDS.values()])[0]
        self.classes.add(kind)
        return self._perhaps_not(KINDS[kind][1](self))

    def _perhaps_not(self, term: str) -> str:
        if self.source.random() >= _NEGATED:
            return term
        self.classes.add("not")
        return self.source.choice(("-", "not ")) + term

    def ranked(self, words: Words) -> str:
        """A word of any rank: as often one of the first ten as one of the next hundred."""
        return words.words[int(len(words.words) ** self.source.random()) - 1]

    def beginning(self) -> str:
        return self.ranked(self.synthetic.vocabulary)[: self.source.randint(1, 3)]

    def phrase(self) -> str:
        """Two or three words of a sentence that is told."""
        text = self.synthetic.reading(self.source.randrange(self.synthetic.documents)).document.text
        told = text.split("\n")[self.source.randrange(SENTENCES)].strip(".").split()
        first = self.source.randrange(WORDS - 3)
        return '"' + " ".join(told[first : first + self.source.randint(2, 3)]) + '"'

    def word_of_name(self, field: str) -> str:
        words = self.synthetic.people if field == "who" else self.synthetic.places
        return f"{field}:{self.ranked(words)}"

    def full_name(self) -> str:
        field = self.source.choice(("who", "where"))
        words = self.synthetic.people if field == "who" else self.synthetic.places
        return f'{field}:"{self.ranked(words)} {self.ranked(words)}"'

    def told_by(self) -> str:
        source = self.source
        return source.choice((
            f"source:{source.choice(PUBLISHERS).split()[-1].lower()}",
            f"source:{source.randrange(self.synthetic.documents // 1000 + 1)}",
            f"source:{source.randrange(self.synthetic.documents)}.txt",
            f"source:{self.ranked(self.synthetic.vocabulary)}",
        ))  # fmt: skip

    def date(self) -> str:
        source = self.source
        day = FIRST + int((LAST - FIRST) * source.random() ** 0.5)
        year, month, _ = days.civil(day)
        field = source.choice(("on", "on", "after", "before"))
        closed = [
            f"{year}-{month:02}-15", f"{year}-{month:02}", str(year), f"{year // 10}X", f"{year // 100}XX",
            f"{year}/{min(year + source.randint(1, 30), 2024)}", f'"{source.choice(_SPOKEN)}"',
        ]  # fmt: skip
        opened = [f"../{year}", f"{year}-{month:02}/.."] if field == "on" else []
        return f"{field}:{source.choice(closed + opened)}"

    def of_a_sort(self) -> str:
        return f"is:{self.source.choice(_CHOICES['is'])}"

    def own(self) -> str:
        status = self.source.choice(_CHOICES["status"])
        return self.source.choice(("tag:follow-up", "tag:nothing", "has:note", f"status:{status}"))


KINDS: dict[str, tuple[float, Callable[[Drawing], str]]] = {
    "a word": (4, lambda drawing: drawing.ranked(drawing.synthetic.vocabulary)),
    "the beginning of a word": (1, lambda drawing: drawing.beginning()),
    "a phrase": (1, lambda drawing: drawing.phrase()),
    "who: or where:": (2, lambda drawing: drawing.word_of_name(drawing.source.choice(("who", "where")))),
    "a full name": (0.5, lambda drawing: drawing.full_name()),
    "source:": (1.5, lambda drawing: drawing.told_by()),
    "on:, after:, before:": (3, lambda drawing: drawing.date()),
    "is:": (3, lambda drawing: drawing.of_a_sort()),
    "tag:, status:, has:": (1, lambda drawing: drawing.own()),
}
"""By kind of term its weight and how one is drawn."""
