"""Names of one word: surnames of known persons, firms, places, whoever has a title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from data.events.cues import Cues
from data.events.gazetteer import Gazetteer
from data.events.names.found import Found
from data.events.names.name import Name
from data.events.names.placed import (
    does_nothing,
    is_called_a_firm,
    is_inside,
    is_inside_alone,
    is_located,
)
from data.events.names.runs import Run


class Singles:
    """The lone words with a capital of one document, decided when all of it is read."""

    def __init__(self, text: str, cues: Cues, atlas: Gazetteer, found: Found) -> None:
        self._text = text
        self._cues = cues
        self._atlas = atlas
        self._found = found
        self._titled = {run.text for run in found.singles if run.titled}
        self._bodies_begin = {
            name.name.partition(" ")[0] for name in found.names if name.kind == "organisation"
        }
        self._alike: dict[str, list[Run]] = defaultdict(list)
        for run in found.singles:
            self._alike[run.text].append(run)
        self._firms = {
            word
            for word, runs in self._alike.items()
            if any(is_called_a_firm(run, text, cues) for run in runs)
        }
        self._located: dict[str, bool] = {}
        self._places: dict[str, bool] = {}

    def settle(self) -> None:
        """Take up what they name: surnames of known persons first, then titled persons, then the rest."""
        found = self._found
        crowned = {run: who for run in found.singles if (who := self._crowned(run)) is not None}
        for run, who in crowned.items():
            found.surnames.setdefault(run.text, set()).add(who.name)
        for run in found.singles:
            if run in crowned:
                found.names.append(crowned[run])
            elif (person := self._person(run)) is not None:
                found.names.append(person)
            elif run.text in self._firms or not self._names_nothing(run):
                found.names += self._body_or_place(run)

    def _crowned(self, run: Run) -> Name | None:
        """Who reigns under a given name, which is nobody's surname ("King Olav"); None for anybody else."""
        title = self._text[run.chain : run.start].split()[-1:]
        if not run.titled or self._cues.words["royal_titles"].isdisjoint(title):
            return None
        start = self._text.rindex(title[0], run.chain, run.start)
        return Name(start, run.end, start, f"{title[0]} {run.text}", "person")

    def _person(self, run: Run) -> Name | None:
        """The person whose surname a word is, or who has a title; None for anything else."""
        word = run.text
        full = None if word in self._firms else self._found.surnames.get(word)
        if full is None and word not in self._titled:
            return None
        name = next(iter(full)) if full is not None and len(full) == 1 else word
        return Name(run.start, run.end, run.chain, name, "person")

    def _names_nothing(self, run: Run) -> bool:
        """Whether a word is a thing, a place told already, or has its capital for another reason."""
        word, words = run.text, self._cues.words
        if self._cues.capitalised_nouns and not word.isupper():
            return True
        if word in words["thing_words"] or word in self._atlas.places or len(word) < 2:
            return True
        if word in words["organisation_words"] and word not in words["known_alone"]:
            return True
        small = word.lower()
        if small in words["resolves"] or (word.isupper() and small in words["relative_prepositions"]):
            return True
        if word[1:] == "." and self._text[run.end : run.end + 2][1:].islower():
            return True
        first = run.opens and not self._found.inside[word] and not word.isupper()
        return first and not self._is_short_of_body(word)

    def _body_or_place(self, run: Run) -> Sequence[Name]:
        """The body or place that a word names, or the two persons of "Ilves-Okoye"."""
        word = run.text
        body = [Name(run.start, run.end, run.chain, word, "organisation")]
        if word in self._firms or word.isupper() or word in self._cues.words["organisation_words"]:
            return body
        inside = is_inside(run, self._text, self._cues)
        if ("-" in word or inside) and self._is_always_located(word):
            return [Name(run.start, run.end, run.chain, word, "place", True)]
        if self._is_place(word):
            return [Name(run.start, run.end, run.chain, word, "place", inside)]
        if "-" in word and all(part in self._found.surnames for part in word.split("-")):
            return [*self._persons_of_pair(run)]
        return body

    def _persons_of_pair(self, run: Run) -> Iterator[Name]:
        at = run.start
        for part in run.text.split("-"):
            full = self._found.surnames[part]
            yield Name(at, at + len(part), at, next(iter(full)) if len(full) == 1 else part, "person")
            at += len(part) + 1

    def _is_short_of_body(self, word: str) -> bool:
        """Whether the name of a body begins with a word that says something by itself."""
        small = word.lower() in self._cues.words["small_words"]
        return word in self._bodies_begin and not small and word not in self._atlas.peoples

    def _is_always_located(self, word: str) -> bool:
        """Whether something is put there wherever the document names it."""
        if word not in self._located:
            runs = self._alike[word]
            self._located[word] = all(is_located(run, self._text, self._cues) for run in runs)
        return self._located[word]

    def _is_place(self, word: str) -> bool:
        """Whether it is somewhere that something is in, and never does anything."""
        if word not in self._places:
            text, cues, runs = self._text, self._cues, self._alike[word]
            self._places[word] = any(is_inside_alone(run, text, cues) for run in runs) and all(
                is_located(run, text, cues) or does_nothing(run, text, cues) for run in runs
            )
        return self._places[word]
