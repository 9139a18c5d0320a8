"""Clauses of undated documents that another document tells whole, with the day.

"Astrid Kvist reopened the Bergen yard over the weekend": where one sentence elsewhere has all of these words
and a day of a weekend, the text is of the days after. Whole sentences are compared first
(:mod:`data.dating.publication.neighbours`); a long one hides such a clause. Few words agree by chance,
too, so they are asked only of documents that nothing else ties, and only about the weeks after a day on which
these cannot have been written yet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from data.dating.publication.clues import Clue
from data.dating.publication.cues import publication_cues
from data.dating.publication.tellings import publication_days
from data.words import interval_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from data.dating.publication.clues import Days
    from data.dating.publication.evidence import Undated
    from data.dating.publication.statements import Statements
    from data.dating.publication.tellings import Telling
    from data.dating.publication.wording import Wordings

# A clause of fewer telling words, or with fewer names among them, is told of many days.
_WORDS, _NAMES = 4, 2
# What a text tells by its own day is news, and what it quotes is not much older, in days.
_NEAR = 92
_FEW = 3
_WEIGHT = 1.0
_BREAK = re.compile(r"[,;:()“”„«»\"–—]")


class _Clause(NamedTuple):
    """The telling words of a clause without those of its time expression, which hangs on publication."""

    document: str
    telling: Telling
    words: frozenset[str]


def clues_told_whole(
    bounded: Mapping[str, tuple[Undated, int]],
    wordings: Wordings,
    statements: Statements,
    names: Mapping[str, str],
) -> dict[str, list[Clue]]:
    """Clues by what other documents tell whole, by document id.

    Args:
        bounded: the documents that nothing ties, by id, each with the first day on which it may have been
            published.
        wordings: the telling words of all documents.
        statements: the days that their sentences tell.
        names: all documents in words, by id.
    """
    by_word: dict[str, list[_Clause]] = defaultdict(list)
    for document, _ in bounded.values():
        for clause in _clauses(document, wordings):
            by_word[max(clause.words, key=lambda word: (wordings.rarity[word], word))].append(clause)
    found: dict[str, dict[tuple[str, str, Days], Clue]] = defaultdict(dict)
    for source in names if by_word else ():
        for at in statements.sentences(source):
            words = wordings.told_at(source, at)
            for own, telling, wanted in (clause for word in words for clause in by_word.get(word, ())):
                if own == source or not wanted <= words:
                    continue
                undated, first = bounded[own]
                for statement in statements.at((source, at)):
                    start, end = statement.start, statement.end
                    days = publication_days(telling, start, end)
                    if days is None or end - start > _FEW or not first <= start <= first + _NEAR:
                        continue
                    reason = f"“{undated.words(telling)}” is told as {interval_words(start, end)}"
                    found[own][reason, source, days] = Clue((days,), _WEIGHT, reason, "anchor", names[source])
    return {document: [clues[key] for key in sorted(clues, key=str)] for document, clues in found.items()}


def _clauses(document: Undated, wordings: Wordings) -> Iterator[_Clause]:
    """The clauses with an expression that hangs on publication, if they have words enough to tell them by."""
    text, sentences = document.reading.document.text, document.reading.sentences
    stems = publication_cues(document.reading.document.language).stems
    own = document.reading.document.id
    for telling in document.own.tellings:
        mention, sentence = telling.mention, sentences[telling.sentence]
        before = [found.end() for found in _BREAK.finditer(text, sentence.start_char, mention.start_char)]
        after = _BREAK.search(text, mention.end_char, sentence.end_char)
        start = before[-1] if before else sentence.start_char
        end = after.start() if after is not None else sentence.end_char
        words = stems(f"{text[start : mention.start_char]} {text[mention.end_char : end]}")
        if not telling.said and len(words) >= _WORDS and len(words & wordings.names(own)) >= _NAMES:
            yield _Clause(own, telling, words)
