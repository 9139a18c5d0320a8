"""What each clause of a document tells: its days, whether it happened, who took part and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.events.clauses.clause import Clause
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
from data.events.clauses.planned_days import came_about
from data.events.clauses.sayings import (
    LONGEST_SOURCE,
    dates_the_saying,
    is_said_denial,
    tells_another_year,
    told_from,
)
from data.events.clauses.stretch import Stretch
from data.events.clauses.untold import of_unknown_time, untold
from data.events.cues import Cues
from data.events.facts import Fact, Line
from data.events.hints import PAIR, PRONOUN, SOURCE
from data.events.names.name import Name
from data.events.names.placed import is_where
from data.events.names.roles import people, places
from data.events.reporting.antecedents import Antecedents, Meant
from data.events.reporting.put_right import put_right
from data.events.titles.headlines import Headlines
from data.events.titles.standing_alone.dated_parts import mentions_occasion
from data.model import DatedDocument, Expression, Modality, Sentence

_WORDS = re.compile(r"\w+")
_UNKNOWN = Focus(None, None, None, "")
_SAID_BEFORE = "it only tells that this was said before"
_PUT_RIGHT = "it puts right what was written"
_LOST = "the source has lost the words that told what was then"


class _Part(NamedTuple):
    """A clause in its words.

    Attributes:
        line: its sentence.
        place: which of its sentence's clauses it is, from 0.
        start, end: where it stands in the document's text.
        dating: what dates it; None without a date, or if its date dates nothing.
        why_not: why its date dates nothing that it tells; empty if it does.
        named: the names in it.
        lower: its words in small letters.
        undated: the same without its time expressions.
        said: the words that name who says it; None if nobody is said to.
    """

    line: Line
    place: int
    start: int
    end: int
    dating: Dating | None
    why_not: str
    named: Sequence[Name]
    lower: str
    undated: str
    said: re.Match[str] | None


class ClauseFacts:
    """Makes facts of the clauses of one document, which are asked for in the order of the text."""

    def __init__(
        self,
        dated: DatedDocument,
        sentences: Sequence[Sentence],
        headlines: Headlines,
        antecedents: Antecedents,
        cues: Cues,
    ) -> None:
        self.text = dated.document.text
        self.published = dated.document.published
        self.headlines = headlines
        self.antecedents = antecedents
        self.cues = cues
        self.lead_end = lead_end(dated)
        self.home, self.lead = home(self.text, sentences)
        self.put_right = put_right(self.text, sentences, cues)

    def of(self, line: Line, place: int, focus: Focus) -> Fact:
        """What a clause tells, the place-th of its sentence; the focus dates it if it has no date."""
        part = self._part(line, place)
        start, dating, said = part.start, part.dating, part.said
        judgement = self._judged(part)
        modality = self._modality(part, judgement)
        named, where = self._who_and_where(part)
        who, meant = self._with_meant(part, named)
        kind = kind_on_its_days(judgement, dating)
        of_occasion = kind == "state" and self._dates_an_occasion(part)
        why_untold = "" if dating is not None else part.why_not or self._why_untold(part, judgement, focus)
        days: Dating | Focus = dating or (_UNKNOWN if why_untold else focus)
        return Fact(
            line=line, clause=Clause(start, part.end, dating), start=days.start, end=days.end,
            precision=days.precision, basis="inferred" if dating is None else "stated", modality=modality,
            kind="event" if of_occasion else kind, who=tuple(who), where=where,
            reasons=() if dating is not None else _reasons(why_untold or focus.reason, judgement),
            undated=part.undated, told_by=not dates_the_saying(said, dating, start, self.cues),
            of_another_year=tells_another_year(said, dating, start, focus, self.cues),
            antecedents=meant.antecedents, before=meant.before, is_sure=self.antecedents.is_sure,
            two=meant.two, of_occasion=of_occasion, speaker=self.antecedents.speaker,
        )  # fmt: skip

    def _part(self, line: Line, place: int) -> _Part:
        start, end, dating = line.parts[place]
        named = line.names
        if len(line.parts) > 1:
            named = [name for name in line.names if start <= name.start < end]
        piece = self.text[start:end]
        lower = piece.lower()
        why_not = "" if dating is None else self._why_dates_nothing(piece, start, end, line.expressions)
        return _Part(
            line=line,
            place=place,
            start=start,
            end=end,
            dating=None if why_not else dating,
            why_not=why_not,
            named=named,
            lower=lower,
            undated=lower
            if not line.expressions
            else self._without_expressions(start, end, line.expressions),
            said=self.cues.reporting.search(piece) if line.hints & SOURCE else None,
        )

    def _judged(self, part: _Part) -> Judgement:
        """A clause's modality and kind by its words, by who says it and by the clause before it."""
        line, start, end, cues = part.line, part.start, part.end, self.cues
        told = told_from(part.said, part.lower, part.dating, start, cues)
        words = self._without_expressions(start + told, end, line.expressions) if told else part.undated
        judgement = judge(words, cues, line.hints)
        if part.dating is not None and came_about(self.text, start, end, part.dating, cues) is False:
            judgement = Judgement("denied", "event", None)
        ranges = ((name.start - start, name.end - start) for name in part.named)
        if judgement.modality == "happened" and is_announced(self.text[start:end], ranges, cues):
            judgement = judgement._replace(modality="planned", kind="event")
        if judgement.modality == "denied" and is_said_denial(part.said, part.dating, start, part.lower, cues):
            # Whatever somebody denied on that day, that was said.
            judgement = judgement._replace(modality="happened")
        if part.place and judgement.modality in ("happened", "uncertain"):
            before = line.parts[part.place - 1]
            denied = self._without_expressions(before.start, before.end, line.expressions)
            if denies_next(denied, part.lower, cues):
                judgement = judgement._replace(modality="denied")
        return judgement

    def _modality(self, part: _Part, judgement: Judgement) -> Modality:
        """A clause's modality on its days."""
        saying = self.text[part.line.start : part.end] if judgement.foretold else ""
        return on_its_days(
            judgement,
            part.dating,
            self.published,
            reported=part.said is not None,
            in_saying=bool(saying) and self.cues.reporting.search(saying) is not None,
        )

    def _dates_an_occasion(self, part: _Part) -> bool:
        """Whether the date of a clause is that of an occasion that it only mentions."""
        return part.dating is not None and mentions_occasion(self.text, part.dating, part.end, self.cues)

    def _with_meant(self, part: _Part, who: Sequence[str]) -> tuple[Sequence[str], Meant]:
        """Who takes part, with those whom a pronoun or a phrase for two stands for; and whom these mean."""
        line, hints = part.line, part.line.hints
        pair = self.cues.small_pairs.search(part.lower, 0, LONGEST_SOURCE) if hints & PAIR else None
        meant = self.antecedents.meant(line, part.start, part.end, part.lower, pair)
        if pair is not None:
            return list(dict.fromkeys([*meant.two, *who])), meant
        if not hints & (PRONOUN | PAIR) or not self._begins_with_pronoun(part.undated.lstrip()):
            return who, meant
        known = self.headlines
        taking_part = self.antecedents.for_pronoun(
            part.undated, meant, known.genders, known.about, people(part.named)
        )
        # Who is named only in what else the sentence tells has no part in what one told by a pronoun did.
        others = who if part.named or not taking_part else []
        return [*(name for name in taking_part if name not in others), *others], meant

    def _who_and_where(self, part: _Part) -> tuple[list[str], tuple[str, ...]]:
        """The people and places that a clause names.

        One that names nobody and nowhere is told with the names of its sentence; one that follows others
        ("the visit, which ended on Tuesday, ...") with those that stand before it.
        """
        line, named, lower, start = part.line, part.named, part.lower, part.start
        near = named or [name for name in line.names if not part.place or name.start < start] or line.names
        who, where = people(near), places(near)
        if not named and part.place and who and self._tells_of_nobody(self.text[start : part.end], lower):
            who = []
        before = self._place_before(start, lower, line.names)
        if before:
            where = tuple(dict.fromkeys([before, *where]))
        elif self.home and (line.number == self.lead or self.cues.here.search(lower)):
            located = any(name.located for name in named if name.kind == "place")
            where = where if located else tuple(dict.fromkeys([self.home, *where]))
        return who, where

    def _why_untold(self, part: _Part, judgement: Judgement, focus: Focus) -> str:
        """Why a clause without a date is not of the days of the focus; empty if it is."""
        line = part.line
        if line.number in self.put_right:
            return _PUT_RIGHT
        if line.number == self.lead or line.start < self.lead_end:
            return ""
        sentence = Stretch(self.text, line.start, line.end, self.cues, focus, line.hints)
        unknown = of_unknown_time(line.expressions, self.text, part.start, part.end, self.cues)
        return unknown or untold(sentence, line.parts, part.place, judgement)

    def _why_dates_nothing(self, piece: str, start: int, end: int, inside: Sequence[Expression]) -> str:
        """Why the date of a clause dates nothing that it tells; empty if it does."""
        if self._has_lost_what_it_tells(piece):
            return _LOST
        if self.cues.as_was_said.match(piece) is None:
            return ""
        bare = " ".join(self._without_expressions(start, end, inside).split())
        return _SAID_BEFORE if self.cues.as_was_said.fullmatch(bare.rstrip(" .,")) is not None else ""

    def _has_lost_what_it_tells(self, piece: str) -> bool:
        """Whether the source breaks off right behind the first verb of a clause ("both saw an Later")."""
        lost = self.cues.lost.search(piece)
        if lost is None:
            return False
        verb = self.cues.finite_word.search(piece)
        return verb is not None and verb.end() == lost.start()

    def _tells_of_nobody(self, piece: str, lower: str) -> bool:
        """Whether a clause is about a thing and speaks of nobody ("since the country became free")."""
        if self.cues.dated_occasion.match(piece) is None:
            return False
        return self.cues.words["pronouns"].isdisjoint(_WORDS.findall(lower))

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

    def _without_expressions(self, start: int, end: int, inside: Sequence[Expression]) -> str:
        """The clause in small letters without its time expressions, which tell when, not what."""
        pieces = []
        for expression in inside:
            if start <= expression.start_char < end:
                pieces.append(self.text[start : expression.start_char])
                start = expression.end_char
        return " ".join([*pieces, self.text[start:end]]).lower()


def _reasons(why: str, judgement: Judgement) -> tuple[str, ...]:
    """Why a clause without a date has the days it has."""
    undated = f"no date of its own: {why}"
    return (undated, judgement.reason) if judgement.reason else (undated,)
