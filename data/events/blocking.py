"""Which reports are worth comparing: those that share days and a name, an act or a rare word.

The work grows with the number of reports, not with its square: a block that is too large is compared only
along an order in which likely pairs are near each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from data import days
from data.events.acts import ENCOUNTER
from data.events.intervals import length
from data.events.occasions import OF_A_PLACE
from data.events.recalled import OF_PERSONS, OF_WORDS
from data.events.signs import Signs

_LARGEST_BLOCK = 40
_NEIGHBOURS = 8
_RARE_WORDS = 8
_RARE_WORDS_OF_YEAR = 3
_NAMES = 6
_DAYS_OF_FINE = 10

Key = tuple[object, ...]


def candidates(signs: Sequence[Signs], rarity: dict[str, float]) -> set[tuple[int, int]]:
    """Pairs of indexes, the smaller first."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    by_rarity = sorted(rarity, key=lambda word: (-rarity[word], word))
    rank = {word: place for place, word in enumerate(by_rarity)}
    rare = [sorted(sign.words, key=rank.__getitem__) for sign in signs]
    counts = Counter(word for sign in signs for word in sign.words)
    for index, sign in enumerate(signs):
        # A word that one report alone has brings nobody together.
        shared = [word for word in rare[index][:_RARE_WORDS] if counts[word] > 1]
        usual = [word for word in shared if counts[word] > _LARGEST_BLOCK]
        for key in set(_keys(sign, shared, usual)):
            blocks[key].append(index)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > _LARGEST_BLOCK:
            found.update(_neighbours(block, rare))
        elif len(block) > 1:
            found.update(combinations(block, 2))
    return found


def _neighbours(block: list[int], rare: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    ordered = sorted(block, key=lambda index: (rare[index][:3], index))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + _NEIGHBOURS]:
            yield min(one, other), max(one, other)


def _keys(sign: Signs, rare: Sequence[str], usual: Sequence[str]) -> Iterator[Key]:
    """The blocks of a report; the block of a day and a word is too large only for ``usual`` ones."""
    report = sign.report
    start, end = report.start, report.end
    names = sorted(sign.who | sign.where)
    if start is not None:
        for kind in sign.act.kinds & (OF_PERSONS | OF_WORDS):
            yield (start, end, "recalled", kind)
    if start is None or end is None:
        yield ("open", start, end, *rare[:2])
        if start is not None:
            # "Since 2004" may tell the beginning of what happened in 2004.
            year = days.civil(start).year
            yield from ((year, "name", name, word) for name in names for word in rare[:_RARE_WORDS_OF_YEAR])
        return
    kinds = {"encounter" if kind in ENCOUNTER else kind for kind in sign.act.main}
    if length((start, end)) <= _DAYS_OF_FINE:
        for day in range(start, end + 1):
            for name in names:
                for kind in kinds:
                    yield (day, "act", kind, name)
                for word in usual:
                    yield (day, name, word)
            for word in rare:
                yield (day, "word", word)
    if report.basis == "inferred" and not report.recalled:
        return
    for word in rare if length((start, end)) > _DAYS_OF_FINE else usual:
        yield (start, end, word)
    first, last = days.civil(start).year, days.civil(end).year
    if last - first > 1:
        yield (start, end, *rare[:1])
        return
    for year in range(first, last + 1):
        for one, other in combinations(sorted(rare[:_RARE_WORDS_OF_YEAR]), 2):
            yield (year, "words", one, other)
        for city in sign.cities:
            yield (year, "city", city)
        for kind in sign.act.main & OF_A_PLACE:
            yield from ((year, "act", kind, word) for word in rare[:_RARE_WORDS])
        for toll in sign.tolls:
            yield (year, "toll", *toll)
        for what, _ in sign.measures:
            yield (year, "measure", what)
        for thing in report.things:
            yield (year, "thing", thing)
        for name in names[:_NAMES]:
            for kind in kinds:
                yield (year, "act", kind, name)
            for word in rare[:_RARE_WORDS_OF_YEAR]:
                yield (year, "name", name, word)
        for one, other in combinations(names[:_NAMES], 2):
            yield (year, "names", one, other)
