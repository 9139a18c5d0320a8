"""Words that a document quotes and another tells with a day: it was written no earlier than they were said.

A long quotation that agrees word for word was said once. It may be quoted again years later, so it is a bound
and ties nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from data.dating.publication.cues import publication_cues
from data.dating.publication.own_words.bounds import Bound
from data.words import interval_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data.dating.publication.told_elsewhere.statements import Statement, Statements
    from data.model import Reading

# So many words in a row are nobody else's. Of what is to be dated the runs are remembered that begin where
# another ends: a quotation of twice as many words has one of them, wherever it is cut off.
_WORDS = 8
# What stands between marks: straight ones are told apart by the white space outside them.
_QUOTATION = re.compile(
    r"[“„«]((?:[^“”„«»\n]|\n(?!\n)){30,1000})[”“»]|(?<!\w)\"(?=\S)((?:[^\"\n]|\n(?!\n)){30,1000})(?<=\S)\"(?!\w)"
)
_WORD = re.compile(r"[^\W_]+")


def quoted_bounds(
    undated: Iterable[Reading],
    told: Iterable[Reading],
    statements: Statements,
    names: Mapping[str, str],
) -> dict[str, list[Bound]]:
    """Bounds of documents by what they quote, by document id.

    Args:
        undated: the documents that nothing dates.
        told: all that may tell when the same was said.
        statements: the days that sentences tell.
        names: documents in words, by id.
    """
    quoting: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for reading in undated:
        for _, words in _quotations(reading):
            for at in range(0, len(words) - _WORDS + 1, _WORDS):
                quoting[tuple(words[at : at + _WORDS])].add(reading.document.id)
    earliest: dict[tuple[str, ...], tuple[Statement, str]] = {}
    for reading in told if quoting else ():
        for start, words in _quotations(reading):
            for run in zip(*(islice(words, at, None) for at in range(_WORDS)), strict=False):
                if run not in quoting or quoting[run] == {reading.document.id}:
                    continue
                said = _said(reading, start, statements)
                if said is not None and (run not in earliest or said.start < earliest[run][0].start):
                    earliest[run] = said, reading.document.id
    found: dict[str, list[Bound]] = defaultdict(list)
    for run, (said, source) in earliest.items():
        reason = f"it quotes words of {interval_words(said.start, said.end)} ({names[source]})"
        for document in quoting[run]:
            found[document].append(Bound(said.start, None, reason))
    return found


def _quotations(reading: Reading) -> Iterator[tuple[int, list[str]]]:
    """The quotations of a document: where each begins, and its words."""
    for match in _QUOTATION.finditer(reading.document.text):
        yield match.start(), _WORD.findall(match[match.lastindex or 0].casefold())


def _said(reading: Reading, at: int, statements: Statements) -> Statement | None:
    """The earliest day that a sentence tells as past in which somebody says the words that begin there."""
    sentence = bisect_right(reading.sentences, at, key=lambda one: one.start_char) - 1
    if sentence < 0:
        return None
    document, (start, end) = reading.document, reading.sentences[sentence]
    if publication_cues(document.language).said.search(document.text, start, end) is None:
        return None
    told = [one for one in statements.at((document.id, sentence)) if not one.planned and not one.ahead]
    return min(told, key=lambda one: (one.start, one.end), default=None)
