"""What a document is about, for a line that names nobody and nowhere ("The dam was finished (Moss)").

In brackets a city would be taken for where it happened, and a person for who did it: so no person stands
there, and no city of a document that tells of another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from data.events.clauses.place_line import home
from data.events.gazetteer import gazetteer
from data.events.names.name import Name
from data.events.patterns import UPPER
from data.events.titles.fitting.cutting import GOES_ON
from data.events.titles.fitting.shortening import LONGEST
from data.events.titles.story import Story
from data.model import Sentence

# What a document is about stands in its headline, date line or lead; in a headline it counts so much more.
_FIRST_SENTENCES, _HEADLINE = 3, 2
_PLACED = re.compile(rf"(?P<name>(?:[{UPPER}][a-z][\w-]+ ){{2,4}}of (?:[{UPPER}][a-z][\w-]+ ?){{1,2}})$")
_FULL_STOPS = (".", "!", "?", "”", '"')
# Letters that stand for a name are so many at most.
_LONGEST_LETTERS = 4
_OF_THE = " of the "
_NOUN_BEHIND = re.compile(r"\s[a-z]{4,}")
_CAPITAL = re.compile(r"[\s(“][^\W\d_a-z]")
_FIRST_WORD = re.compile(r"[\w-]+")


class About:
    """What one document is about, by the names in it.

    Args:
        story: the document.
        sides: the two countries that it is about, empty if it is about no two.
    """

    def __init__(self, story: Story, sides: str) -> None:
        text, sentences, names, cues = story.text, story.sentences, story.names, story.cues
        self.cues = cues
        self.words = {word for name in names for word in name.name.split(" ")}
        self.places = {name.name for name in names if name.kind == "place"}
        self.told = ""
        if cues.knows_verbs and not cues.capitalised_nouns:
            first = sentences[0] if sentences else Sentence(0, 0)
            named = [name for name in names if name.kind != "person" and _tells(name, text, first)]
            if story.publisher:
                paper = story.publisher.removeprefix("The ")
                # "Gazette" is the Sunday Gazette.
                named = [
                    name for name in named if not f" {paper}".endswith(f" {name.name.removeprefix('The ')}")
                ]
            self.told = _most_told(text, sentences, named) or _of_headline(text, first)
            self.told = _in_full(self.told, named) or home(text, sentences)[0]
        if self.told in sides.split(" and "):
            self.told = sides
        elif _is_one_of_several(self.told, self.places):
            self.told = ""

    def with_it(self, line: str, where: Sequence[str], *, placed: bool = False) -> str:
        """A line that has no name with what the document is about, in brackets; not if it was elsewhere.

        Where a clause tells what was in a place named before it (``placed``), that is the place.

        A line that has no room for that stays as it is, and so do "the company"
        and "the government", which may be another.
        """
        told = where[0] if placed and where else self.told
        if told in self.places and where and told not in where:
            return line
        if not told or " " not in line or _CAPITAL.search(line) is not None or not line[0].isupper():
            return line
        if self.cues.he.match(line) is not None:
            # Whom that means is not told by what the document is about.
            return line
        another = self.cues.company.match(line) is not None
        if line.endswith(GOES_ON) or another or self.cues.state_body.match(line) is not None:
            return line
        first = _FIRST_WORD.match(line)
        if first is None or first.group() in self.words or len(line) + len(told) + 3 > LONGEST:
            return line
        return f"{line} ({told})"


def _in_full(told: str, named: Sequence[Name]) -> str:
    """A lone word with the name that ends with it, where there is but one ("Wharf": "Kestrel Wharf")."""
    if not told or " " in told:
        return told
    longer = {name.name for name in named if name.name.endswith(f" {told}")}
    return longer.pop() if len(longer) == 1 else told


def _of_headline(text: str, first: Sentence) -> str:
    """The thing that a headline names with its place ("The Municipal Theatre of Moss"); empty without one."""
    if text.endswith(_FULL_STOPS, *first):
        return ""
    found = _PLACED.search(text, *first)
    return "" if found is None else found["name"].removeprefix("The ")


def _tells(name: Name, text: str, first: Sentence) -> bool:
    """Whether a name is one for certain: no shouted word, no whole headline, nobody in brackets.

    A headline may begin with a word that the text has in small letters elsewhere ("Stolen Berg").
    """
    written, (word, _, rest) = text[name.start : name.end], name.name.partition(" ")
    if _OF_THE in written and _NOUN_BEHIND.match(text, name.end) is not None:
        # "Timeline of the Holm inquiry": Holm is what it names.
        return False
    shouted = written.isupper() and len(written) > _LONGEST_LETTERS
    whole = (name.start, name.end) == first or text[name.start - 1 : name.start] == "("
    return not shouted and not whole and not (rest and f" {word.lower()} " in text)


def _is_one_of_several(told: str, places: Collection[str]) -> bool:
    """Whether a city, or a place that no gazetteer knows, is not the only one that a document names."""
    atlas = gazetteer()
    known = [(name, atlas.places.get(name)) for name in {told, *places}]
    towns = {place.name if place else name for name, place in known if place is None or place.is_city}
    return told in places and told in towns and len(towns) > 1


def _most_told(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> str:
    """What a document names most of what its lead names.

    What only its lead names, and nothing else does, may not be what it is about.
    """
    if not sentences:
        return ""
    lead, (first, headline) = sentences[:_FIRST_SENTENCES][-1].end_char, sentences[0]
    counts = Counter(name.name for name in names)
    if not text.endswith(_FULL_STOPS, first, headline):
        counts.update(dict.fromkeys({name.name for name in names if name.start < headline}, _HEADLINE))
    told = max(
        dict.fromkeys(name.name for name in names if name.start < lead and counts[name.name] >= _HEADLINE),
        key=lambda name: counts[name],
        default="",
    )
    begins = next((name.name for name in names if name.start < lead and name.kind != "place"), "")
    called, full, _ = begins.partition(" ")
    if not full or not told or called == told.partition(" ")[0]:
        return told
    # "Moss Athletic beat Holm. Moss led": it is about the one it begins with, by whatever name.
    return begins if counts[begins] + counts[called] >= counts[told] else told
