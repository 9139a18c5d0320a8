"""Names of one word: surnames of known persons, firms, places, whoever has a title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

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


def settle_singles(found: Found, text: str, cues: Cues, atlas: Gazetteer) -> None:
    """Decide the lone words: surnames of known persons first, then titled persons, then the rest."""
    titled = {run.text for run in found.singles if run.titled}
    begun = {name.name.partition(" ")[0] for name in found.names if name.kind == "organisation"}
    things = cues.words["thing_words"]
    organisations = cues.words["organisation_words"]
    alone = cues.words["known_alone"]
    alike: dict[str, list[Run]] = defaultdict(list)
    for run in found.singles:
        alike[run.text].append(run)

    @cache
    def is_always_located(word: str) -> bool:
        return all(is_located(run, text, cues) for run in alike[word])

    @cache
    def is_place(word: str) -> bool:
        return any(is_inside_alone(run, text, cues) for run in alike[word]) and all(
            is_located(run, text, cues) or does_nothing(run, text, cues) for run in alike[word]
        )

    def is_short_of_body(word: str) -> bool:
        return word in begun and word.lower() not in cues.words["small_words"] and word not in atlas.peoples

    @cache
    def is_firm(word: str) -> bool:
        return any(is_called_a_firm(run, text, cues) for run in alike[word])

    crowned = {run: who for run in found.singles if (who := _crowned(run, text, cues)) is not None}
    for run, who in crowned.items():
        found.surnames.setdefault(run.text, set()).add(who.name)
    for run in found.singles:
        word = run.text
        full = None if is_firm(word) else found.surnames.get(word)
        if run in crowned:
            found.names.append(crowned[run])
        elif full is not None:
            name = next(iter(full)) if len(full) == 1 else word
            found.names.append(Name(run.start, run.end, run.chain, name, "person"))
        elif word in titled:
            found.names.append(Name(run.start, run.end, run.chain, word, "person"))
        elif is_firm(word):
            found.names.append(Name(run.start, run.end, run.chain, word, "organisation"))
        elif (
            (cues.capitalised_nouns and not word.isupper())
            or word in things
            or word.lower() in cues.words["resolves"]
            or (word in organisations and word not in alone)
            or word in atlas.places
            or (run.opens and not found.inside[word] and not word.isupper() and not is_short_of_body(word))
            or len(word) < 2
            or (word[1:] == "." and text[run.end : run.end + 2][1:].islower())
            or (word.isupper() and word.lower() in cues.words["relative_prepositions"])
        ):
            continue
        elif word.isupper() or word in organisations:
            found.names.append(Name(run.start, run.end, run.chain, word, "organisation"))
        elif ("-" in word or is_inside(run, text, cues)) and is_always_located(word):
            found.names.append(Name(run.start, run.end, run.chain, word, "place", True))
        elif is_place(word):
            found.names.append(Name(run.start, run.end, run.chain, word, "place", is_inside(run, text, cues)))
        elif "-" in word and all(part in found.surnames for part in word.split("-")):
            found.names += _persons_of_pair(run, found)
        else:
            found.names.append(Name(run.start, run.end, run.chain, word, "organisation"))


def _persons_of_pair(run: Run, found: Found) -> Iterator[Name]:
    """The two in "Ilves-Okoye"."""
    at = run.start
    for part in run.text.split("-"):
        full = found.surnames[part]
        yield Name(at, at + len(part), at, next(iter(full)) if len(full) == 1 else part, "person")
        at += len(part) + 1


def _crowned(run: Run, text: str, cues: Cues) -> Name | None:
    """Who reigns under a given name, which is nobody's surname ("King Olav"); None for anybody else."""
    title = text[run.chain : run.start].split()[-1:]
    if not run.titled or cues.words["royal_titles"].isdisjoint(title):
        return None
    start = text.rindex(title[0], run.chain, run.start)
    return Name(start, run.end, start, f"{title[0]} {run.text}", "person")
