"""The titles of one document's clauses: what pronouns and short names stand for in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection

from data.events.clauses.dating import dates
from data.events.clauses.mentioned_dates import is_of_a_law
from data.events.cues import Cues
from data.events.facts import Fact, Line
from data.events.hints import IT, PAIR, PRONOUN, SOURCE
from data.events.names.genders import gender_of_pronouns, genders
from data.events.names.party_roles import PartyRoles
from data.events.names.placed import is_where
from data.events.names.roles import told_of
from data.events.table_rows import TableRows
from data.events.titles.best import best_title
from data.events.titles.capitals import Capitals
from data.events.titles.finishing import finished
from data.events.titles.fitting.shortening import LONGEST, shortened
from data.events.titles.meant.about import About
from data.events.titles.meant.bare_nouns import BareNouns
from data.events.titles.meant.introduced import described
from data.events.titles.meant.kinds import Kinds
from data.events.titles.meant.short_names import short_names
from data.events.titles.meant.sides import Sides
from data.events.titles.meant.state_bodies import StateBodies
from data.events.titles.meant.topics import Topics
from data.events.titles.parts_by_dates import title_of_part
from data.events.titles.speakers import LONGEST_SPEAKER, OPEN_QUOTE
from data.events.titles.standing_alone.dated_parts import dated_occasion
from data.events.titles.story import Story
from data.events.titles.title import title
from data.events.titles.wording.worded import Telling
from data.events.words import lowered
from data.model import Expression

# Somebody who is not named stands among so many first characters.
_HEAD = 60

_CLOSINGS = ("”", '"', "''")


class Headlines:
    """Makes titles for the clauses of one document."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = text = story.text
        self.cues = cues = story.cues
        names = story.names
        self.rows = TableRows(text)
        self.genders = genders(text, names, cues)
        persons = {*self.genders}
        self.short = short_names(names, self.genders, cues)
        small = lowered(text)
        pronouns = Counter(
            {word: small.count(f" {word} ") for word in cues.words["he"] | cues.words["his"]},
        )
        self.about = told_of(names, self.genders, pronouns.total())
        if self.about and self.about not in self.genders:
            self.genders |= gender_of_pronouns(self.about, pronouns, cues)
        self.nouns = BareNouns(text, cues)
        self.kinds = Kinds(text, story.sentences, cues)
        self.state_bodies = StateBodies(text, story.sentences, cues)
        self.roles = PartyRoles(text, cues)
        self.people = sorted(name.start for name in names if name.kind == "person")
        self.located = [(name.start, name.name) for name in names if name.kind == "place" and name.located]
        self.sides = Sides(story)
        self.context = About(story, self.sides.both)
        self.capitals = Capitals(text, names, cues)
        dates = [
            (one.start_char, one.end_char) for one in story.expressions if cues.knows_verbs and _is_date(one)
        ]
        self.topics = Topics(story, self.short.keys(), persons, dates)

    def of(self, fact: Fact) -> str:
        """The title of what a clause tells; of what a mail tells in the first person, with who wrote it."""
        line = fact.line
        cells = self.rows.cells(self.text[line.start : line.end], line.expressions)
        if cells:
            return shortened(", ".join(cells), self.short, (), self.cues)
        told = self._of(fact)
        if line.hints & SOURCE and self._is_to_come(fact):
            told = _as_it_was_said(told, self.cues)
        if "'s" in told:
            # A name put into a line has the apostrophe that its text has.
            told = told.replace("’", "'")
        words = [word.rstrip(",;.!?") for word in told.split(" ")]
        own = not self.cues.words["first_person"].isdisjoint(words)
        # In a mail "you" is told by the one who wrote it, too.
        own |= self.story.writer != "" and not self.cues.words["second_person"].isdisjoint(words)
        if not own or ": " in told:
            placed = is_where(self.text, fact.clause[0], self.cues)
            return self.context.with_it(told, fact.where, placed=placed)
        return self._with_writer(told, fact)

    def _with_writer(self, told: str, fact: Fact) -> str:
        """A line in the first person with who says so; a quotation of somebody who is not known as it is."""
        # Who goes on in a quotation of his own is told with what he says.
        quoted = OPEN_QUOTE.match(self.text, fact.line.start) is not None
        writer = fact.speaker if quoted else self.story.writer
        if not writer or (not quoted and self._is_quoted(fact.clause[0])):
            return told
        long = f"{writer}: {told}"
        if len(long) > LONGEST:
            writer = self.short.get(writer, writer)
            if len(writer) > LONGEST_SPEAKER:
                return told  # several names, which leave no room for what they tell
            told = shortened(told, self.short, (), self.cues, LONGEST - len(writer) - 2)
            long = f"{writer}: {told}"
        return long

    def _is_to_come(self, fact: Fact) -> bool:
        """Whether a clause tells of days behind the document's own."""
        published = self.story.published
        return published is not None and fact.start is not None and fact.start > published

    def _of(self, fact: Fact) -> str:
        """The title of a clause, or of its whole sentence, by the words of the document."""
        line = fact.line
        start, end, _ = fact.clause
        whole = self._sentence(fact)
        if fact.of_occasion:
            of_clause = whole._replace(start=start, end=end)
            occasion = dated_occasion(self.text, of_clause, self.cues)
            if occasion:
                return finished(occasion, of_clause, self.cues)
        # Words in quotation marks are told with their speaker, who stands behind them.
        only_said = start == line.start and len(line.parts) == 2 and self.text.endswith(_CLOSINGS, start, end)
        if only_said or (start, end) == (line.start, line.end):
            return self._named(title(self.text, whole, self.cues), start, line.number)
        part = self._clause(fact, whole)
        if not self.cues.knows_verbs:
            dating = fact.clause.dating
            dated = end if dating is None else dating.start_char
            return title_of_part(self.text, part, whole, dated, self.cues)
        return self._named(best_title(self.text, part, whole, self.cues), line.start, line.number)

    def _sentence(self, fact: Fact) -> Telling:
        """What is known of the sentence of a clause."""
        line, names, hints = fact.line, fact.line.names, fact.line.hints
        countries = {name.name for name in names if name.name in self.sides.countries}
        another = self._is_of_another(fact)
        nobody = another or self._is_about_him(fact)
        return Telling(
            start=line.start, end=line.end, dates=self._dates(fact), names=names, two=fact.two,
            antecedents=() if nobody else fact.before, told_by=fact.told_by, short=self.short,
            about="" if another else self.about,
            genders=self.genders, is_sure=fact.is_sure,
            topic=self.topics.topic(line.number) if hints & (IT | PAIR) else "",
            officer=self.topics.officer(line.number) if hints & PRONOUN else "",
            owner=self.topics.owner(line.number) if hints & IT else "",
            company=self.topics.company.at(line.number),
            country=_only(countries), sides=self.sides.at(line), hints=hints,
            speaker=fact.speaker, of_another_year=fact.of_another_year,
        )  # fmt: skip

    def _clause(self, fact: Fact, whole: Telling) -> Telling:
        """What is known of a clause by itself; ``whole`` is what is known of its sentence."""
        names = fact.line.names
        start, end, _ = fact.clause
        inside = {name.name for name in names if start <= name.start < end}
        things = {name.name for name in names if name.kind != "person" and name.start < start}
        before_it = things & self.sides.countries
        people = dict.fromkeys(name.name for name in names if name.kind == "person" and name.start < start)
        nobody = self._is_of_another(fact) or (self._is_about_him(fact) and not people)
        return whole._replace(
            start=start, end=end, antecedents=() if nobody else fact.antecedents,
            two=[*people] if len(people) == 2 else fact.two,
            names=[name for name in names if start <= name.start < end],
            country=_only(before_it) if before_it else whole.country, owner=_only(things - inside),
            hints=whole.hints | SOURCE,  # by "telling them that", which stands alone as "told them that"
        )  # fmt: skip

    def _dates(self, fact: Fact) -> list[tuple[int, int]]:
        """The ranges of dates that a line may leave out."""
        line, dating = fact.line, fact.clause.dating
        dates = line.expressions
        spans = [
            (one.start_char, one.end_char)
            for one in dates
            if _is_date(one) and not is_of_a_law(one, self.text, self.cues, line.start)
        ]
        if dates and dating is not None and len(dating.expressions) > 1:
            spans.append((dating.start_char, dating.end_char))
            spans.sort(key=lambda span: (span[0], -span[1]))
        return spans

    def _is_of_another(self, fact: Fact) -> bool:
        """Whether pronouns of a clause may stand for somebody who is not named."""
        return fact.line.hints & PRONOUN != 0 and self._tells_of_another(fact.line, fact.clause.start)

    def _is_about_him(self, fact: Fact) -> bool:
        """Whether "he" of a clause is whom the text is about, whoever was told of last."""
        return bool(self.about) and not self._is_of_another(fact) and self._begins_with_him(fact.line)

    def _tells_of_another(self, line: Line, start: int) -> bool:
        """Whether somebody who is not named was told of last: "he" is no longer whom the text is about."""
        if any(name.kind == "person" for name in line.names if name.start < start):
            return False
        before = self.story.sentences[max(0, line.number - 1)]
        named = bisect_left(self.people, before.end_char) - bisect_left(self.people, before.start_char)
        firsts = [before.start_char] * (not named) + [line.start] * (start > line.start)
        heads = (lowered(self.text[first : first + _HEAD]) for first in firsts)
        return any(self.cues.somebody.match(head) is not None for head in heads)

    def _begins_with_him(self, line: Line) -> bool:
        """Whether a paragraph begins with "he" and no saying of his: whom the text is about."""
        fresh = self.text.endswith("\n\n", 0, line.start) and not line.hints & SOURCE
        return fresh and self.cues.he.match(self.text, line.start) is not None

    def _is_quoted(self, at: int) -> bool:
        """Whether what stands at an offset is in quotation marks, which its paragraph opens."""
        before = self.text[self.text.rfind("\n\n", 0, at) + 1 : at + 1]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _named(self, line: str, start: int, number: int) -> str:
        """The line with the name of what its first noun means, no longer than a line may be.

        Names of a line in small letters have the capitals that the document gives them elsewhere.
        """
        line = self.capitals.put_right(line)
        words = line.split(" ")
        if not self.cues.words["it"].isdisjoint(words):
            line = self.topics.with_it(line, number)
        elif not self.cues.words["them"].isdisjoint(words):
            line = self.topics.with_them(line, number)
        owned = self.topics.company.with_owner(line, number)
        named = self.nouns.named(owned, start)
        if named == owned:
            named = self.kinds.named(owned, start)
        if named == owned:
            named = described(owned, self.text, start, self.cues)
        named = self.state_bodies.named(named, number)
        if self.roles.parties:
            named = self.roles.named(named)
        if "\n" in named:
            # What a noun is called in full may go on in the next line of the source.
            named = " ".join(named.split())
        if not self.cues.words["there"].isdisjoint(words):
            named = self._with_there(named, start, number)
        return named if len(named) <= LONGEST else shortened(named, self.short, (), self.cues)

    def _with_there(self, line: str, start: int, number: int) -> str:
        """The line with the place that "there" is: the last one that something was put in."""
        there = self.cues.there.search(line) if number else None
        if there is None or line[: there.start()].rpartition(" ")[2] in self.cues.words["moves"]:
            # "If he went there"
            return line
        before = self.story.sentences[number - 1]
        near = [name for at, name in self.located if before.start_char <= at < start]
        link = self.cues.place_links[-1]
        return f"{line[: there.start()]} {link} {near[-1]}{line[there.end() :]}" if near else line


def _as_it_was_said(line: str, cues: Cues) -> str:
    """A line of what is to come, without "said", in the tense of the speaker's words: "would" is "will"."""
    would, will = next(iter(cues.words["would"]), ""), next(iter(cues.words["will"]), "")
    if not would or f" {would} " not in line or cues.saying.search(line) is not None:
        return line
    return line if cues.condition.search(line) is not None else line.replace(f" {would} ", f" {will} ", 1)


def _only(names: Collection[str]) -> str:
    """The only one of names; empty for none or several."""
    return next(iter(names)) if len(names) == 1 else ""


def _is_date(expression: Expression) -> bool:
    """Whether a line leaves an expression out: a date, no named day, which tells what was on."""
    if expression.rule.startswith("holiday"):
        return False
    if expression.type == "DURATION":
        return dates(expression)
    return expression.type in ("DATE", "TIME") and not expression.value.endswith("_REF")
