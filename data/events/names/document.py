"""Names in one document: persons, organisations and places, each under one name throughout the document.

A name is a run of capitalised words. Its words, the words before it and the gazetteer tell what it names;
a lone surname is the person whose full name the document gives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from data import lengths
from data.events.clauses.place_line import place_line
from data.events.cues import Cues
from data.events.gazetteer import gazetteer
from data.events.names.deciding import Deciding
from data.events.names.found import Found
from data.events.names.headline import names_in_headline
from data.events.names.name import Name
from data.events.names.offices import with_offices
from data.events.names.runs import runs
from data.events.names.singles import Singles
from data.model import Sentence

# So many words in small letters, one after another, are of no headline.
_SMALL_WORDS = re.compile(r"[a-z](?<!\w.)[a-z]*+ (?:[a-z]++ ){3}")
_SHORTEST_HEADLINE = 4
# The part of words with a capital from which on a capital tells nothing.
_CAPITALS_OF_HEADLINE, _CAPITALS_OF_SENTENCE = 0.7, 0.85


def names(text: str, sentences: Sequence[Sentence], cues: Cues) -> list[Name]:
    """The names of a document's sentences in the order of the text."""
    found = Found()
    atlas = gazetteer()
    deciding = Deciding(text, cues, atlas, found)
    headlines: list[Sentence] = []
    for sentence in sentences:
        start = sentence.start_char
        head = place_line(text, start, sentence.end_char)
        if head is not None:
            # The agency and the place at a story's head are nobody and nowhere in the story.
            start = head.end
        piece = text[start : sentence.end_char]
        if _is_headline(piece):
            headlines.append(sentence)
        else:
            for run in runs(piece, start, cues, atlas):
                if run.end - run.start <= lengths.NAME:  # what is longer names nobody
                    deciding.take(run)
    _settle_places(found)
    _settle_surnames(found)
    Singles(text, cues, atlas, found).settle()
    known = {name.name: name.kind for name in found.names if name.kind != "place"}
    for headline in headlines:
        found.names += names_in_headline(text, headline, known, found.surnames, cues, atlas)
    found.names += with_offices(text, found.names, cues, atlas)
    found.names.sort()
    return [full for name in found.names if len((full := _in_full(name, cues)).name) <= lengths.NAME]


def _in_full(name: Name, cues: Cues) -> Name:
    """An organisation by its full name where the text gives its letters ("SCO")."""
    if name.kind != "organisation":
        return name
    full = cues.acronyms.get(name.name.replace(".", ""))
    return name if full is None else name._replace(name=full)


def _is_headline(piece: str) -> bool:
    """Whether most words are capitalised, so that capitals tell nothing."""
    if _SMALL_WORDS.search(piece) is not None:
        return False
    words = [word for word in piece.split() if word[0].isalpha()]
    if len(words) < _SHORTEST_HEADLINE:
        return False
    part = _CAPITALS_OF_SENTENCE if piece.endswith(".") else _CAPITALS_OF_HEADLINE
    return sum(word[0].isupper() for word in words) >= part * len(words)


def _settle_places(found: Found) -> None:
    """Take for places the names of several words that never stand where a person would."""
    if not found.within:
        return
    counts = Counter(name.name for name in found.names if name.kind == "person")
    places = {name for name, within in found.within.items() if within == counts[name]}
    found.names = [
        name._replace(kind="place", located=True) if name.name in places else name for name in found.names
    ]
    for name in places:
        found.surnames.pop(name.rpartition(" ")[2], None)


def _settle_surnames(found: Found) -> None:
    """Leave a surname of several to the one of them who is told of as nobody's relative."""
    for alike in found.surnames.values():
        others = alike - found.kin
        if len(others) == 1:
            alike.intersection_update(others)
