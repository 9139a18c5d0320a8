"""Names in one document: persons, organisations and places, each under one name throughout the document.

A name is a run of capitalised words. Its words, the words before it and the gazetteer tell what it names;
a lone surname is the person whose full name the document gives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from data.events.clauses.place_line import place_line
from data.events.cues import Cues
from data.events.gazetteer import Gazetteer, gazetteer
from data.events.names.found import Found
from data.events.names.headline import names_in_headline
from data.events.names.name import Name
from data.events.names.offices import with_offices
from data.events.names.parting import name_alone, names_nobody
from data.events.names.placed import (
    WELL_KNOWN,
    is_located,
    is_of_a_place,
    is_where,
    is_within,
    names_occasion,
    word_before,
    word_behind,
)
from data.events.names.runs import Run, runs
from data.events.names.singles import settle_singles
from data.model import Sentence

# So many words in small letters, one after another, are of no headline.
_SMALL_WORDS = re.compile(r"[a-z](?<!\w.)[a-z]*+ (?:[a-z]++ ){3}")
_LONGEST_PERSON = 5
_SHORTEST_HEADLINE = 4
# The part of words with a capital from which on a capital tells nothing.
_CAPITALS_OF_HEADLINE, _CAPITALS_OF_SENTENCE = 0.7, 0.85
# Shorter words in capitals are letters that stand for a name.
_SHORTEST_CAPITALS = 4


def names(text: str, sentences: Sequence[Sentence], cues: Cues) -> list[Name]:
    """The names of a document's sentences in the order of the text."""
    found = Found()
    atlas = gazetteer()
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
                _decide(run, text, cues, atlas, found)
    _settle_places(found)
    _settle_surnames(found)
    settle_singles(found, text, cues, atlas)
    known = {name.name: name.kind for name in found.names if name.kind != "place"}
    for headline in headlines:
        found.names += names_in_headline(text, headline, known, found.surnames, cues, atlas)
    found.names += with_offices(text, found.names, cues, atlas)
    found.names.sort()
    return [_in_full(name, cues) for name in found.names]


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


def _decide(run: Run, text: str, cues: Cues, atlas: Gazetteer, found: Found) -> None:
    """Take up what a run names, as far as its own words and those beside it tell."""
    if places := _places_named(run, text, cues, atlas):
        found.names += places
        return
    if names_nobody(run, text, cues, atlas):
        return
    if not run.titled and (
        word_behind(text, run.end) in cues.words["kinds_of_place"] or is_of_a_place(text, run.start, cues)
    ):
        found.names.append(Name(run.start, run.end, run.start, run.text, "place", True))
        return
    first, of, rest = run.text.partition(" of ")
    if of and first in atlas.places:
        # "Moscow of Modi": a place, and somebody.
        end = run.end - len(rest)
        found.names.append(Name(run.start, end - len(of), run.start, atlas.places[first].name, "place"))
        _decide(Run(end, run.end, end, rest, False, False), text, cues, atlas, found)
        return
    if run.opens and not run.titled and (place := _behind_a_verb(run, cues, atlas)) is not None:
        found.names.append(place)
        return
    part = name_alone(run, text, cues)
    if part is not run:
        if part is not None:
            _decide(part, text, cues, atlas, found)
        return
    words = run.text.split(" ")
    if len(words) > 1:
        told = _of_several_words(run, words, text, cues, atlas)
        if told is not None:
            found.names.append(told)
            if told.kind == "person":
                found.surnames.setdefault(words[-1], set()).add(run.text)
                if word_before(text, run.chain) in cues.words["kin"]:
                    found.kin.add(run.text)
                if not run.titled and is_within(run, words[0], text, cues):
                    found.within[run.text] += 1
    elif "-" not in run.text or not _parts_of_pair(run, atlas, found):
        found.singles.append(run)
        if not run.opens:
            found.inside[run.text] += 1


def _behind_a_verb(run: Run, cues: Cues, atlas: Gazetteer) -> Name | None:
    """The place behind a verb with which a sentence begins ("Leaving Oslo, she went home"); None without."""
    verb, _, rest = run.text.partition(" ")
    place = atlas.places.get(rest)
    if place is None or not verb.endswith(tuple(cues.words["verb_endings"])) or verb in atlas.places:
        return None
    start = run.end - len(rest)
    return Name(start, run.end, start, place.name, "place")


def _places_named(run: Run, text: str, cues: Cues, atlas: Gazetteer) -> list[Name]:
    """The places that a run names: a place, a building with its city, or the capital of a people."""
    name = run.text
    if name in atlas.venues and (is_located(run, text, cues) or names_occasion(text, run.end, cues)):
        return [Name(run.start, run.end, run.start, one, "place", True) for one in (name, atlas.venues[name])]
    place = atlas.places.get(name)
    if place is None and name.isupper() and len(name) > _SHORTEST_CAPITALS:
        place = atlas.places.get(name.title())
    if place is not None and not run.titled:
        located = is_located(run, text, cues) or names_occasion(text, run.end, cues)
        told_of = text.startswith(", ", run.end) and is_where(text, run.end + len(", "), cues)
        if located or told_of or place.kind != "city" or place.inhabitants >= WELL_KNOWN:
            return [Name(run.start, run.end, run.start, place.name, "place", located)]
    people = name.removeprefix("The ")
    if people in atlas.peoples and cues.capital_word.match(text, run.end):
        capital = atlas.capitals.get(atlas.peoples[people])
        if capital is not None:
            return [Name(run.start, run.end, run.start, capital, "place", True)]
    return []


def _of_several_words(run: Run, words: Sequence[str], text: str, cues: Cues, atlas: Gazetteer) -> Name | None:
    """The body, building or person that several words name; None if they name a thing, or nothing."""
    lists = cues.words
    if words[-1] in lists["thing_words"] or (words[0] in lists["thing_heads"] and not run.titled):
        return None
    is_body = (
        run.body
        or not lists["organisation_words"].isdisjoint(words)
        or any(word[0].islower() and word in ("of", "for", "the") for word in words)
    )
    body = Name(run.start, run.end, run.chain, run.text, "organisation")
    if run.opens and text.startswith(":", run.end) and not (is_body or words[0] in lists["given_names"]):
        # "Human Trafficking Issue: ..." is what a point is about.
        return None
    if words[0] in atlas.peoples and not run.titled:
        return body if is_body else None
    if words[-1] in lists["building_words"] and is_located(run, text, cues):
        return Name(run.start, run.end, run.start, run.text, "place", True)
    named_so = not run.titled and words[0] not in lists["given_names"]
    if words[-1] in lists["nature_words"] and named_so and not is_body:
        return Name(run.start, run.end, run.start, run.text, "place", is_located(run, text, cues))
    if named_so and run.chain == run.start and _has_article(run, text, cues):
        # "the Storfjord Relay": no person has an article.
        is_body = True
    is_body = is_body or (named_so and cues.firm_behind.match(text, run.end) is not None)
    # "IG Metall leader Jonas Berg"
    is_body = is_body or (not run.titled and word_behind(text, run.end) in lists["small_titles"])
    if words[-1] in lists["building_words"] and not (run.titled or words[0] in lists["masculine_names"]):
        is_body = is_body or words[0] not in lists["feminine_names"]
    if is_body or len(words) > _LONGEST_PERSON:
        return body if is_body or not run.titled else None
    return body._replace(kind="person")


def _has_article(run: Run, text: str, cues: Cues) -> bool:
    """Whether the article of the language stands right before a name."""
    article = cues.article
    return article != "" and text[max(0, run.start - len(article)) : run.start].lower() == article


def _parts_of_pair(run: Run, atlas: Gazetteer, found: Found) -> bool:
    """Take "India-Russia" apart; True if each part is a place or a people."""
    parts = run.text.split("-")
    if parts[1:] and parts[1][:1].islower():
        place = atlas.places.get(parts[0])
        if place is not None:
            found.names.append(
                Name(run.start, run.start + len(parts[0]), run.start, place.name, "place", False)
            )
        return place is not None
    if not all(part in atlas.places or part in atlas.peoples or part == "Indo" for part in parts):
        return False
    at = run.start
    for part in parts:
        place = atlas.places.get(part)
        if place is not None:
            found.names.append(Name(at, at + len(part), at, place.name, "place", False))
        at += len(part) + 1
    return True


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
