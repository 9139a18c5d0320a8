"""What each sentence of a document reports, with its days, its people and places, and a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from data.citation import writer_of
from data.events.clauses.clause import Clause, clauses
from data.events.clauses.dating import Dating
from data.events.clauses.focus import Focus, lead_end
from data.events.clauses.modality import (
    Judgement,
    denies_next,
    is_announced,
    judge,
    kind_on_its_days,
    on_its_days,
)
from data.events.clauses.place_line import home
from data.events.clauses.sayings import (
    LONGEST_SOURCE,
    dates_the_saying,
    is_said_denial,
    tells_another_year,
    told_from,
)
from data.events.clauses.stretch import Stretch
from data.events.clauses.untold import of_unknown_time, untold
from data.events.cues import Cues, cues
from data.events.facts import Fact, Line
from data.events.hints import PAIR, PRONOUN, SOURCE
from data.events.names.document import names
from data.events.names.holders import holders
from data.events.names.name import Name
from data.events.names.placed import is_where
from data.events.names.roles import people, places, with_meant
from data.events.report import Report
from data.events.reporting.antecedents import Antecedents
from data.events.reporting.passages import Passages
from data.events.reporting.reporting_lines import ReportingLines
from data.events.reporting.running_day import RunningDay
from data.events.titles.headlines import Headlines
from data.events.titles.meant.named_first import NamedFirst
from data.events.titles.standing_alone.dated_parts import mentions_occasion
from data.events.titles.story import Story
from data.events.titles.surroundings import noun_before
from data.events.words import content, hints_of
from data.model import DatedDocument, Document, Expression, Sentence
from data.ranges import Ranges

_WORDS = re.compile(r"\w+")
_UNKNOWN = Focus(None, None, None, "")
_SAID_BEFORE = "it only tells that this was said before"
_LOST = "the source has lost the words that told what was then"


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
        self.lead_end = lead_end(dated)
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
        self.home, self.lead = home(self.text, self.sentences)
        self.snippet = dated.document.kind == "snippets"
        self.antecedents = Antecedents(self.text, self.names, self.headlines.about, self.cues)
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
            piece = self.text[start:end]
            if self.lines.tell(piece, inside):
                pieces = self.cues.pieces.of(piece)
                hints = hints_of(pieces)
                words = frozenset[str]() if inside else content(pieces)
                parts = clauses(Stretch(self.text, start, end, self.cues, self.days.focus, hints), inside)
                yield Line(number, start, end, inside, self._names_between(start, end), words, hints, parts)

    def _facts(self, lines: Sequence[Line]) -> list[Fact]:
        """What the clauses of sentences tell; a sentence may go on with the days and people of another."""
        found: list[Fact] = []
        for line in lines:
            about = self.days.of(line)
            told = [
                self._fact(line, place, about)
                for place, clause in enumerate(line.parts)
                if not self.snippet or clause.dating is not None or self._names_holder(clause)
            ]
            found += told
            self.days.follow(line, told)
            self.antecedents.follow(line.number, line.start, line.end, line.names, line.hints)
        return found

    def _tells_of_nobody(self, piece: str, lower: str) -> bool:
        """Whether a clause is about a thing and speaks of nobody ("since the country became free")."""
        if self.cues.dated_occasion.match(piece) is None:
            return False
        return self.cues.words["pronouns"].isdisjoint(_WORDS.findall(lower))

    def _has_lost_what_it_tells(self, piece: str) -> bool:
        """Whether the source breaks off right behind the first verb of a clause ("both saw an Later")."""
        lost = self.cues.lost.search(piece)
        if lost is None:
            return False
        verb = self.cues.finite_word.search(piece)
        return verb is not None and verb.end() == lost.start()

    def _why_dates_nothing(self, piece: str, start: int, end: int, inside: Sequence[Expression]) -> str:
        """Why the date of a clause dates nothing that it tells; empty if it does."""
        if self._has_lost_what_it_tells(piece):
            return _LOST
        if self.cues.as_was_said.match(piece) is None:
            return ""
        bare = " ".join(self._without_expressions(start, end, inside).split())
        return _SAID_BEFORE if self.cues.as_was_said.fullmatch(bare.rstrip(" .,")) is not None else ""

    def _names_holder(self, clause: Clause) -> bool:
        return bool(holders(self.text[clause.start : clause.end]))

    def _names_between(self, start: int, end: int) -> list[Name]:
        first = bisect_left(self.name_starts, start)
        return self.names[first : bisect_left(self.name_starts, end)]

    def _fact(self, line: Line, place: int, focus: Focus) -> Fact:
        inside = line.expressions
        clause = line.parts[place]
        start, end, dating = clause
        named = line.names
        if len(line.parts) > 1:
            named = [name for name in line.names if start <= name.start < end]
        piece = self.text[start:end]
        lower = piece.lower()
        why_not = "" if dating is None else self._why_dates_nothing(piece, start, end, inside)
        if why_not:
            dating = None
            clause = clause._replace(dating=None)
        said = self.cues.reporting.search(piece) if line.hints & SOURCE else None
        told = told_from(said, lower, dating, start, self.cues)
        undated = self._without_expressions(start, end, inside) if inside else lower
        told_words = self._without_expressions(start + told, end, inside) if told else undated
        judgement = judge(told_words, self.cues, line.hints)
        ranges = ((name.start - start, name.end - start) for name in named)
        if judgement.modality == "happened" and is_announced(piece, ranges, self.cues):
            judgement = judgement._replace(modality="planned", kind="event")
        if judgement.modality == "denied" and is_said_denial(said, dating, start, lower, self.cues):
            # Whatever somebody denied on that day, that was said.
            judgement = judgement._replace(modality="happened")
        if place and judgement.modality in ("happened", "uncertain"):
            before = line.parts[place - 1]
            if denies_next(self._without_expressions(before.start, before.end, inside), lower, self.cues):
                judgement = judgement._replace(modality="denied")
        in_saying = judgement.foretold and self.cues.reporting.search(self.text[line.start : end]) is not None
        modality = on_its_days(
            judgement, dating, self.document.published, reported=said is not None, in_saying=in_saying
        )
        who, where = self._who_and_where(line, place, named, lower)
        pair = self.cues.small_pairs.search(lower, 0, LONGEST_SOURCE) if line.hints & PAIR else None
        meant = self.antecedents.meant(line, start, end, lower, pair)
        if pair is not None:
            who = list(dict.fromkeys([*meant.two, *who]))
        elif line.hints & (PRONOUN | PAIR) and self._begins_with_pronoun(undated.lstrip()):
            known = self.headlines
            taking_part = self.antecedents.for_pronoun(
                undated, meant, known.genders, known.about, people(named)
            )
            # Who is named only in what else the sentence tells has no part in what one told by a pronoun did.
            others = who if named or not taking_part else []
            who = [*(name for name in taking_part if name not in others), *others]
        kind = kind_on_its_days(judgement, dating)
        of_occasion = (
            kind == "state" and dating is not None and mentions_occasion(self.text, dating, end, self.cues)
        )
        if of_occasion:
            kind = "event"
        days: Dating | Focus = dating or focus
        reasons: list[str] = []
        if dating is None:
            why_untold = why_not or self._why_untold(line, place, judgement, focus)
            if why_untold:
                days = _UNKNOWN
            reasons.append(f"no date of its own: {why_untold or focus.reason}")
            if judgement.reason:
                reasons.append(judgement.reason)
        return Fact(
            line=line, clause=clause, start=days.start, end=days.end, precision=days.precision,
            basis="inferred" if dating is None else "stated", modality=modality, kind=kind,
            who=tuple(who), where=where, reasons=tuple(reasons), undated=undated,
            told_by=not dates_the_saying(said, dating, start, self.cues),
            of_another_year=tells_another_year(said, dating, start, focus, self.cues),
            antecedents=meant.antecedents, before=meant.before, is_sure=self.antecedents.is_sure,
            two=meant.two, of_occasion=of_occasion, speaker=self.antecedents.speaker,
        )  # fmt: skip

    def _who_and_where(
        self, line: Line, place: int, named: Sequence[Name], lower: str
    ) -> tuple[list[str], tuple[str, ...]]:
        """The people and places of a clause, the place-th of its sentence; ``named`` are its own names.

        One that names nobody and nowhere is told with the names of its sentence; one that follows others
        ("the visit, which ended on Tuesday, ...") with those that stand before it.
        """
        start, end, _ = line.parts[place]
        near = named or [name for name in line.names if not place or name.start < start] or line.names
        who, where = people(near), places(near)
        if not named and place and who and self._tells_of_nobody(self.text[start:end], lower):
            who = []
        before = self._place_before(start, lower, line.names)
        if before:
            where = tuple(dict.fromkeys([before, *where]))
        elif self.home and (line.number == self.lead or self.cues.here.search(lower)):
            located = any(name.located for name in named if name.kind == "place")
            where = where if located else tuple(dict.fromkeys([self.home, *where]))
        return who, where

    def _why_untold(self, line: Line, place: int, judgement: Judgement, focus: Focus) -> str:
        """Why a clause without a date is not of the days of the focus; empty if it is."""
        if line.number == self.lead or line.start < self.lead_end:
            return ""
        start, end, _ = line.parts[place]
        sentence = Stretch(self.text, line.start, line.end, self.cues, focus, line.hints)
        unknown = of_unknown_time(line.expressions, self.text, start, end, self.cues)
        return unknown or untold(sentence, line.parts, place, judgement)

    def _report(self, fact: Fact) -> Report:
        """A fact put into words."""
        line = fact.line
        title = self.headlines.of(fact)
        start, end, _ = fact.clause
        inside = [name for name in line.names if start <= name.start < end]
        words = content(self.cues.pieces.of(fact.undated)) if line.expressions else line.words
        return Report(
            passage=self.passages.of(fact.clause),
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

    def _without_expressions(self, start: int, end: int, inside: Sequence[Expression]) -> str:
        """The clause in small letters without its time expressions, which tell when, not what."""
        pieces = []
        for expression in inside:
            if start <= expression.start_char < end:
                pieces.append(self.text[start : expression.start_char])
                start = expression.end_char
        return " ".join([*pieces, self.text[start:end]]).lower()

    def _place_before(self, start: int, lower: str, mentioned: Sequence[Name]) -> str:
        """The place that a clause's "where" stands for: the last one named before it; empty without one."""
        if not is_where(lower, 0, self.cues):
            return ""
        before = [name for name in mentioned if name.start < start]
        if not before:
            return ""
        last = before[-1]
        # What stands right before it is a place, whatever it looks like.
        return last.name if last.kind == "place" or not self.text[last.end : start].strip(" ,") else ""

    def _begins_with_pronoun(self, lower: str) -> bool:
        pronouns = self.cues.words["pronouns"]
        return (
            not pronouns.isdisjoint(lower[:40].split(" ", 4))
            or self.cues.small_pairs.match(lower) is not None
        )
