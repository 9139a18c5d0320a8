"""Clauses of undated documents that another document tells whole, with the day.

"Astrid Kvist reopened the Bergen yard over the weekend": where one sentence elsewhere has all of these words
and a day of a weekend, the text is of the days after. Whole sentences are compared first (``neighbours``); a
long one hides such a clause. Few words agree by chance, too, so they are asked only of documents that nothing
else ties, and only about the weeks after a day on which these cannot have been written yet.

The week that is found so is narrowed by its news: a text that opens with "this week" is of the latest day of
which it tells, or of the next.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from data.dating.publication.clues import Clue
from data.dating.publication.cues import publication_cues
from data.dating.publication.own_words.tellings import publication_days
from data.dating.publication.own_words.tense import sentence_tense
from data.words import interval_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data.dating.publication.clues import Days
    from data.dating.publication.own_words.evidence import Undated
    from data.dating.publication.own_words.tellings import Telling
    from data.dating.publication.told_elsewhere.statements import Statement, Statements
    from data.dating.publication.wording import Wordings

# A clause of fewer telling words, or with fewer names among them, is told of many days.
_WORDS, _NAMES = 4, 2
# Within a week that is known already, fewer will do.
_WORDS_OF_WEEK = 3
# What a text tells by its own day is news, and what it quotes is not much older, in days.
_NEAR = 92
_FEW = 3
_WEIGHT = 1.0
_LEAD_CHARACTERS = 700
_NEXT_DAY = 1
_BREAK = re.compile(r"[,;:()“”„«»\"–—]")


class _Clause(NamedTuple):
    """The telling words of a clause; without those of its time expression, if it hangs on publication."""

    document: str
    words: frozenset[str]
    telling: Telling | None = None


class ToldWhole:
    """What the documents of a collection tell whole of the clauses of others."""

    def __init__(self, wordings: Wordings, statements: Statements, names: Mapping[str, str]) -> None:
        """``statements``: the days that sentences tell; ``names``: all documents in words, by id."""
        self._wordings = wordings
        self._statements = statements
        self._names = names

    def ties(self, bounded: Mapping[str, tuple[Undated, int]]) -> dict[str, list[Clue]]:
        """Clues by document id, of documents with the first day on which each may have been published."""
        clauses = [clause for document, _ in bounded.values() for clause in self._hanging(document)]
        found: dict[str, dict[tuple[str, str, Days], Clue]] = defaultdict(dict)
        for clause, source, statement in self._told(clauses):
            undated, first = bounded[clause.document]
            start, end = statement.start, statement.end
            days = None if clause.telling is None else publication_days(clause.telling, start, end)
            if clause.telling is None or days is None or end - start > _FEW:
                continue
            if first <= start <= first + _NEAR:
                reason = f"“{undated.words(clause.telling)}” is told as {interval_words(start, end)}"
                clue = Clue((days,), _WEIGHT, reason, "anchor", self._names[source])
                found[clause.document][reason, source, days] = clue
        return {document: [clues[key] for key in sorted(clues, key=str)] for document, clues in found.items()}

    def latest(self, dated: Mapping[str, tuple[Undated, int, int]]) -> dict[str, list[Clue]]:
        """Clues by document id from the news of the days between which each was published, both included."""
        clauses = [clause for document, _, _ in dated.values() for clause in self._news(document)]
        told: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for clause, source, statement in self._told(clauses):
            _, first, last = dated[clause.document]
            if first <= statement.start == statement.end <= last and not statement.planned:
                told[clause.document][statement.end].add(self._names[source])
        found = {}
        for document, sources in told.items():
            day = max(sources)
            reason = f"{interval_words(day, day)} is the latest day of which it tells"
            days = ((day, day + _NEXT_DAY),)
            found[document] = [Clue(days, _WEIGHT, reason, "support", name) for name in sorted(sources[day])]
        return found

    def _told(self, clauses: Iterable[_Clause]) -> Iterator[tuple[_Clause, str, Statement]]:
        """Clauses with the documents that tell them whole, and the days of which these do."""
        rarity = self._wordings.rarity
        by_word: dict[str, list[_Clause]] = defaultdict(list)
        for clause in clauses:
            by_word[max(clause.words, key=lambda word: (rarity[word], word))].append(clause)
        for source in self._names if by_word else ():
            for at in self._statements.sentences(source):
                words = self._wordings.told_at(source, at)
                for clause in (clause for word in words for clause in by_word.get(word, ())):
                    if clause.document != source and clause.words <= words:
                        for statement in self._statements.at((source, at)):
                            yield clause, source, statement

    def _hanging(self, document: Undated) -> Iterator[_Clause]:
        """The clauses with an expression that hangs on publication, if they have words to tell them by."""
        text, sentences = document.reading.document.text, document.reading.sentences
        for telling in document.own.tellings:
            mention, sentence = telling.mention, sentences[telling.sentence]
            before = [found.end() for found in _BREAK.finditer(text, sentence.start_char, mention.start_char)]
            after = _BREAK.search(text, mention.end_char, sentence.end_char)
            start = before[-1] if before else sentence.start_char
            end = after.start() if after is not None else sentence.end_char
            rest = f"{text[start : mention.start_char]} {text[mention.end_char : end]}"
            words = self._words(document, rest, _WORDS)
            if words and not telling.said:
                yield _Clause(document.reading.document.id, words, telling)

    def _news(self, document: Undated) -> Iterator[_Clause]:
        """The clauses that tell of the past, in a text that opens with this week or today."""
        if not any(
            telling.mention.meaning.relation == "current"
            and telling.mention.meaning.unit in ("week", "day")
            and telling.mention.start_char < _LEAD_CHARACTERS
            for telling in document.own.tellings
        ):
            return
        own = document.reading.document
        cues = publication_cues(own.language)
        for sentence in document.reading.sentences:
            if sentence_tense(own.text, sentence, cues) == "past":
                for part in _BREAK.split(own.text[sentence.start_char : sentence.end_char]):
                    words = self._words(document, part, _WORDS_OF_WEEK)
                    if words:
                        yield _Clause(own.id, words)

    def _words(self, document: Undated, text: str, least: int) -> frozenset[str] | None:
        """The telling words of a clause, if there are so many and names among them."""
        own = document.reading.document
        words = publication_cues(own.language).stems(text)
        named = words & self._wordings.names(own.id)
        return words if len(words) >= least and len(named) >= _NAMES else None
