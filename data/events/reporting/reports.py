"""What each sentence of a document reports, with its days, its people and places, and a title."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from data.citation import writer_of
from data.events.clauses.clause import Clause, clauses
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues, cues
from data.events.facts import Fact, Line
from data.events.names.document import names
from data.events.names.holders import holders
from data.events.names.name import Name
from data.events.names.roles import with_meant
from data.events.report import Report
from data.events.reporting.antecedents import Antecedents
from data.events.reporting.clause_facts import ClauseFacts
from data.events.reporting.passages import Passages
from data.events.reporting.reporting_lines import ReportingLines
from data.events.reporting.running_day import RunningDay
from data.events.titles.headlines import Headlines
from data.events.titles.meant.named_first import NamedFirst
from data.events.titles.story import Story
from data.events.titles.surroundings import noun_before
from data.events.words import content, hints_of
from data.model import DatedDocument, Document, Sentence
from data.ranges import Ranges

# Among so many first lines of a document stands who published it when.
_HEAD = 4


def reports(dated: DatedDocument) -> list[Report]:
    """The reports of an article or of search-result snippets, in the order of the text; others give none.

    The passages of a sentence together cover it. A snippet's sentence reports only what it dates itself,
    or who holds an office.
    """
    document = dated.document
    if document.kind not in ("article", "snippets"):
        return []
    return _Reader(dated).read()


class _Reader:
    """Walks one document, keeping the people that pronouns stand for."""

    def __init__(self, dated: DatedDocument) -> None:
        self.document: Document = dated.document
        self.text = dated.document.text
        self.cues: Cues = cues(dated.document.language)
        self.days = RunningDay(dated, self.cues)
        self.sentences: Sequence[Sentence] = dated.sentences
        if self.document.furniture:
            furniture = Ranges(self.document.furniture)
            self.sentences = [
                one for one in dated.sentences if not furniture.touch(one.start_char, one.end_char)
            ]
        self.expressions = dated.expressions
        self.names = names(self.text, self.sentences, self.cues)
        story = Story(
            text=self.text,
            sentences=self.sentences,
            names=self.names,
            cues=self.cues,
            expressions=self.expressions,
            writer=writer_of(self.document),
            publisher=self.document.publisher or "",
            published=self.document.published.start,
        )
        self.headlines = Headlines(story)
        self.named_first = NamedFirst(self.names, story.writer, self.headlines.short)
        self.name_starts = [name.start for name in self.names]
        self.lines = ReportingLines(self.text, self.cues)
        self.snippet = dated.document.kind == "snippets"
        self.antecedents = Antecedents(self.text, self.names, self.headlines.about, self.cues)
        self.facts = ClauseFacts(dated, self.sentences, self.headlines, self.antecedents, self.cues)
        self.passages = Passages(dated.document)

    def read(self) -> list[Report]:
        """The reports of the document.

        Each step is done for all sentences before the next one is: that is quicker than many steps by turns.
        """
        return [self._report(fact) for fact in self._facts([*self._lines()])]

    def _lines(self) -> Iterator[Line]:
        """The sentences that report something."""
        at = 0
        expressions = self.expressions
        for number, sentence in enumerate(self.sentences):
            start, end = sentence.start_char, sentence.end_char
            while at < len(expressions) and expressions[at].start_char < start:
                at += 1
            first = at
            while at < len(expressions) and expressions[at].end_char <= end:
                at += 1
            inside = expressions[first:at]
            if number + 1 in self.facts.put_right:
                # It is told with the next one.
                continue
            piece = self.text[start:end]
            if number < _HEAD and self.lines.only_dates(piece, inside, self.document.published):
                continue
            if self.lines.tell(piece, inside):
                pieces = self.cues.pieces.of(piece)
                hints = hints_of(pieces)
                words = frozenset[str]() if inside else content(pieces)
                parts = clauses(Stretch(self.text, start, end, self.cues, self.days.focus, hints), inside)
                first = self.sentences[number - 1].start_char if number in self.facts.put_right else start
                yield Line(number, start, end, inside, self._names_between(first, end), words, hints, parts)

    def _facts(self, lines: Sequence[Line]) -> list[Fact]:
        """What the clauses of sentences tell; a sentence may go on with the days and people of another."""
        found: list[Fact] = []
        for line in lines:
            about = self.days.of(line)
            told = [
                self.facts.of(line, place, about)
                for place, clause in enumerate(line.parts)
                if not self.snippet or clause.dating is not None or self._names_holder(clause)
            ]
            found += told
            self.days.follow(line, told)
            self.antecedents.follow(line.number, line.start, line.end, line.names, line.hints)
        return found

    def _names_holder(self, clause: Clause) -> bool:
        return bool(holders(self.text[clause.start : clause.end]))

    def _names_between(self, start: int, end: int) -> list[Name]:
        first = bisect_left(self.name_starts, start)
        return self.names[first : bisect_left(self.name_starts, end)]

    def _report(self, fact: Fact) -> Report:
        """A fact put into words."""
        line = fact.line
        title = self.headlines.of(fact)
        start, end, _ = fact.clause
        inside = [name for name in line.names if start <= name.start < end]
        words = content(self.cues.pieces.of(fact.undated)) if line.expressions else line.words
        clause = fact.clause
        if line.number in self.facts.put_right:
            before = self.sentences[line.number - 1]
            clause = clause._replace(start=before.start_char)
            words |= content(self.cues.pieces.of(self.text[before.start_char : before.end_char]))
        return Report(
            passage=self.passages.of(clause),
            start=fact.start,
            end=fact.end,
            precision=fact.precision,
            basis=fact.basis,
            modality=fact.modality,
            kind=fact.kind,
            who=self.headlines.roles.by_name(
                self.named_first.with_it(with_meant(fact.who, fact.antecedents, inside, title), title)
            ),
            where=fact.where,
            title=title,
            sentence=line.number,
            words=words | self._head_of_relative(fact),
            snippet=self.snippet,
            reasons=fact.reasons,
        )

    def _head_of_relative(self, fact: Fact) -> frozenset[str]:
        """The telling words of the noun that a relative clause is about ("the visit, | which ended")."""
        start = fact.clause.start
        head = self.cues.relative_head.match(self.text, start)
        about, words = "" if head is None else (head["behind"] or head["pronoun"]).lower(), self.cues.words
        if about not in words["relative_things"] and about not in words["relative_persons"]:
            return frozenset()
        noun = noun_before(self.text[fact.line.start : start], self.cues)
        return content(self.cues.pieces.of(noun))
