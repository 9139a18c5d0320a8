"""What "the company" in a document stands for: the one that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from data.events.cues import Cues
from data.events.names.name import Name
from data.events.titles.story import Story
from data.events.titles.surroundings import head_of, possessive
from data.firms import is_form_of_firm
from data.model import Sentence

# So many times as often as others a text names the company that it is about, and so often at least.
_FAR_MORE, _OFTEN = 1.5, 2


class Company:
    """The company that one document is about, by its ``name``; empty where that is not sure.

    Args:
        story: the document.
        persons: those who are known to be men or women, by full name.
        lead: gives the words of its first sentence, without what stands before the main clause.
    """

    def __init__(self, story: Story, persons: Collection[str], lead: Callable[[], str]) -> None:
        self._story = story
        self._all = {name.name for name in story.names if name.kind == "organisation"}
        self.name = _main_company(story, persons, lead)

    def at(self, number: int) -> str:
        """What "the company" in a sentence is: the one the text is about, unless another was told of last."""
        if not self.name or number == 0:
            return self.name
        before = self._story.sentences[number - 1]
        piece = self._story.text[before.start_char : before.end_char]
        first = self.name.partition(" ")[0]
        others = [name for name in self._all if not name.startswith(first) and name in piece]
        if others and first not in piece and piece.startswith(tuple(others)):
            return ""
        told = self._story.cues.company.match(piece) is not None
        return "" if others and first not in piece and not told else self.name

    def with_owner(self, line: str, number: int) -> str:
        """A line on sales or profits of nobody ("Net sales were $14 million") with whose they are.

        They are the company's that the text is about, where that is sure.
        """
        cues = self._story.cues
        described = cues.described_firm.match(line)
        if described is not None and cues.finite_word.match(line, described.end()) is not None:
            # "The truck maker said"
            return f"{self.at(number) or described.group().strip()} {line[described.end() :]}"
        owned = cues.of_a_firm.match(line)
        if owned is None or cues.finite_word.match(line, owned.end()) is None:
            return line
        if owned["what"].partition(" ")[0].lower() in cues.words["dangling"]:
            return line
        company = self.at(number)
        if not company or company.partition(" ")[0] in line:
            return line
        rest = line[owned.start("what") :]
        if not rest[1:2].isupper() and rest[1:2] != ".":
            # "U.K. sales" keep their capital.
            rest = rest[0].lower() + rest[1:]
        return f"{possessive(company)} {rest}"

    def named_in(self, topic: str, number: int) -> str:
        """A topic with the name of "the company" in it, where that is sure."""
        cues = self._story.cues
        if cues.company.fullmatch(topic) is not None:
            return self.at(number) or topic
        head = head_of(topic, cues)
        named = cues.company.fullmatch(topic.removeprefix(head).strip().partition(" ")[2])
        # "Shares of the company"
        return f"{topic[: -len(named.group())]}{self.at(number) or named.group()}" if named else topic

    def acted_on(self, subject: str, number: int) -> str:
        """The text's company, where a sentence tells it of several things and of no other company."""
        first = self.name.partition(" ")[0]
        piece = self._story.text[slice(*self._story.sentences[number])]
        if not first or not head_of(subject, self._story.cues).endswith("s") or first not in piece:
            return ""
        others = any(name in piece for name in self._all if not name.startswith(first))
        return "" if others else self.name


def _main_company(story: Story, persons: Collection[str], lead: Callable[[], str]) -> str:
    no_firms = story.cues.words["no_firms"]
    firms = [name for name in story.names if name.name.rpartition(" ")[2] not in no_firms]
    told = _most_told(firms)
    if told or not story.sentences:
        return told
    told = _by_full_name(story.sentences[0], firms, lead, story.cues)
    return told or _by_its_lead(story, firms, persons, lead)


def _most_told(names: Sequence[Name]) -> str:
    """The organisation that is named first, and far oftener than others; empty if none is.

    It is called as the text mostly calls it, by all names that begin alike ("Nordfisk Ltd", "Nordfisk").
    """
    leads = next((name.name.partition(" ")[0] for name in names if name.kind == "organisation"), "")
    if not leads:
        return ""
    firsts = Counter(
        name.name.partition(" ")[0]
        for name in names
        if name.kind == "organisation" or name.name.startswith(leads)
    )
    others = max((count for first, count in firsts.items() if first != leads), default=0)
    if firsts[leads] < max(_FAR_MORE * others, _OFTEN):
        return ""
    called = Counter(
        name.name for name in names if name.kind == "organisation" and name.name.startswith(leads)
    )
    return min(called, key=lambda name: (-called[name], len(name)))


def _by_full_name(first: Sentence, names: Sequence[Name], lead: Callable[[], str], cues: Cues) -> str:
    """The company that a text begins with by its full name ("Nordfisk Inc. said ..."); empty for others.

    It is called without the word for what it is; another that is told of more often may be meant.
    """
    start, end = first
    bodies = [name for name in names if name.kind != "place"]
    named = next((name for name in bodies if name.kind == "organisation" and start <= name.start < end), None)
    if named is None or not lead().startswith(named.name.split(" ")[0]):
        return ""
    called, _, kind = named.name.rpartition(" ")
    if not called or not (is_form_of_firm(kind) or kind in cues.words["kinds_of_firm"]):
        return ""
    counts = Counter(name.name for name in bodies if not name.name.startswith(called.split(" ")[0]))
    return called if max(counts.values(), default=0) < _OFTEN else ""


def _by_its_lead(
    story: Story, names: Sequence[Name], persons: Collection[str], lead: Callable[[], str]
) -> str:
    """What is called "the company" behind a lead that begins with it ("Salmon farmer Nordlaks cut its ...").

    Empty where somebody is told of there, or another body as often.
    """
    text, cues = story.text, story.cues
    called = [form for word in cues.words["company"] for form in (word, word.capitalize())]
    told = [at for form in called if (at := text.find(form)) >= 0]
    if not told or min(told) < story.sentences[0].end_char:
        return ""
    line = lead()
    verb = cues.finite_word.search(line)
    if verb is None or cues.words["its"].isdisjoint(line.split(" ")):
        return ""
    subject = line[: verb.start()]
    name = next((one.name for one in names if one.kind != "place" and one.name in subject), "")
    counts = Counter(one.name for one in names if one.kind == "organisation" and one.name != name)
    often = max(counts.values(), default=0) >= _OFTEN
    return "" if often or name in persons else name
