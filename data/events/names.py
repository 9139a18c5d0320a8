"""Names in one document: persons, organisations and places, each under one name throughout the document.

A name is a run of capitalised words. Its words, the words before it and the gazetteer tell what it names;
a lone surname is the person whose full name the document gives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from data.events.cues import Cues
from data.events.gazetteer import Gazetteer, gazetteer
from data.model import Sentence

NameKind = Literal["person", "organisation", "place"]

_PART = re.compile(r"\S+")
# The context a place's preposition is looked for in.
_BEFORE = 40
_LONGEST_PERSON = 5
_SHORTEST_HEADLINE = 4
# The part of words with a capital from which on a capital tells nothing.
_CAPITALS_OF_HEADLINE, _CAPITALS_OF_SENTENCE = 0.7, 0.85
# Smaller cities share their names with people and words; they count where the text says "in".
_WELL_KNOWN = 1000


class Name(NamedTuple):
    """A name where it stands.

    ``chain`` is where the titles and demonyms before it begin ("Indian Prime Minister Narendra Modi").
    ``located`` says whether the text puts something there ("in Moscow"), for places only.
    """

    start: int
    end: int
    chain: int
    name: str
    kind: NameKind
    located: bool = False


class _Run(NamedTuple):
    """Capitalised words not yet decided.

    ``opens`` tells a sentence's first word, ``titled`` a title before a person, ``body`` an office behind.
    """

    start: int
    end: int
    chain: int
    text: str
    opens: bool
    titled: bool
    body: bool = False


@dataclass(slots=True)
class _Found:
    names: list[Name] = field(default_factory=list)
    singles: list[_Run] = field(default_factory=list)
    inside: Counter[str] = field(default_factory=Counter)
    surnames: dict[str, set[str]] = field(default_factory=dict)
    located: Counter[str] = field(default_factory=Counter)


def names(text: str, sentences: Sequence[Sentence], cues: Cues) -> list[Name]:
    """The names of a document's sentences in the order of the text."""
    found = _Found()
    atlas = gazetteer()
    headlines: list[Sentence] = []
    for sentence in sentences:
        piece = text[sentence.start_char : sentence.end_char]
        if _is_headline(piece):
            headlines.append(sentence)
        else:
            for run in _runs(piece, sentence.start_char, cues, atlas):
                _decide(run, text, cues, atlas, found)
    _settle_singles(found, text, cues, atlas)
    for headline in headlines:
        _in_headline(text, headline, cues, atlas, found)
    found.names.sort()
    return found.names


def _is_headline(piece: str) -> bool:
    """Whether most words are capitalised, so that capitals tell nothing."""
    words = [word for word in piece.split() if word[0].isalpha()]
    if len(words) < _SHORTEST_HEADLINE:
        return False
    part = _CAPITALS_OF_SENTENCE if piece.endswith(".") else _CAPITALS_OF_HEADLINE
    return sum(word[0].isupper() for word in words) >= part * len(words)


def _runs(piece: str, offset: int, cues: Cues, atlas: Gazetteer) -> Iterator[_Run]:
    titles, small = cues.words.get("titles", frozenset()), cues.words.get("small_words", frozenset())
    person_titles = cues.words.get("person_titles", frozenset())
    times = cues.words.get("weekdays_and_months", frozenset())
    for match in cues.run.finditer(piece):
        run = match.group()
        start = match.start()
        opens = start <= 1 or piece[start - 2 : start] in (": ", "“ ", ". ") or piece[start - 1] in '“"‘('
        if " " not in run and "\u00a0" not in run:
            if run in times or run in titles or run.lower() in small or (start and piece[start - 1] in "/@#"):
                continue
            titled = not opens and _after_small_title(piece, start, cues)
            yield _Run(offset + start, offset + match.end(), offset + start, run, opens, titled)
            continue
        parts = [(part.start(), part.end(), part.group()) for part in _PART.finditer(run)]
        yield from _split(parts, offset + start, opens, cues, titles, person_titles, times, small, atlas)


def _split(
    parts: list[tuple[int, int, str]],
    base: int,
    opens: bool,
    cues: Cues,
    titles: frozenset[str],
    person_titles: frozenset[str],
    times: frozenset[str],
    small: frozenset[str],
    atlas: Gazetteer,
) -> Iterator[_Run]:
    """Cut a run of several words at weekdays and months, and take small words and titles off its head."""
    first = 0
    count = len(parts)
    while first < count:
        last = first
        while last < count and parts[last][2] not in times:
            last += 1
        begin = first
        if begin == 0 and opens:
            while begin < last and parts[begin][2].lower() in small:
                begin += 1
        name = begin
        titled = False
        while name < last:
            word = parts[name][2]
            if word in titles:
                titled = titled or word in person_titles
                name += 1
            elif name + 1 < last and _leads_to_title(parts, name, titles, atlas):
                name += 1
            else:
                break
        if name < last and parts[name][2][0].islower():
            # "Secretary of State": the title goes on, and what follows it names no person.
            name, titled = begin, False
        end = last
        office = next((at for at in range(name + 1, last - 1) if parts[at][2] in person_titles), None)
        if office is not None and not titled:
            # "Apple CEO Steve Jobs": a body, an office, a person.
            yield _Run(
                base + parts[name][0], base + parts[office - 1][1], base + parts[name][0],
                " ".join(part[2] for part in parts[name:office]), opens and name == 0, False, True,
            )  # fmt: skip
            begin, name, titled = office, office + 1, True
            while name < last - 1 and parts[name][2] in titles:
                name += 1
        while end > name and parts[end - 1][2][0].islower():
            end -= 1
        of = _of_a_place(parts, name, end, atlas, cues)
        if of is not None:
            yield _Run(
                base + parts[of][0], base + parts[end - 1][1], base + parts[of][0],
                " ".join(part[2] for part in parts[of:end]), False, False,
            )  # fmt: skip
            end = of - 1
        if name < end:
            yield _Run(
                base + parts[name][0], base + parts[end - 1][1], base + parts[begin][0],
                " ".join(part[2] for part in parts[name:end]), opens and name == 0 == begin, titled,
            )  # fmt: skip
        first = last + 1


def _of_a_place(
    parts: list[tuple[int, int, str]], name: int, end: int, atlas: Gazetteer, cues: Cues
) -> int | None:
    """Where the place begins in "Narendra Modi of India"; None where "of" belongs to the name."""
    organisation = cues.words.get("organisation_words", frozenset())
    for at in range(name + 1, end - 1):
        if parts[at][2] == "of" and organisation.isdisjoint(part[2] for part in parts[name:at]):
            place = " ".join(part[2] for part in parts[at + 1 : end])
            return at + 1 if place in atlas.places else None
    return None


def _leads_to_title(
    parts: list[tuple[int, int, str]], at: int, titles: frozenset[str], atlas: Gazetteer
) -> bool:
    """Whether a demonym or country stands before a title ("Russian Defence Minister", "US President")."""
    word = parts[at][2]
    if word not in atlas.peoples and word not in atlas.places:
        return False
    return parts[at + 1][2] in titles


def _after_small_title(piece: str, start: int, cues: Cues) -> bool:
    before = piece[max(0, start - 16) : start].rstrip()
    return before[before.rfind(" ") + 1 :] in cues.words.get("small_titles", frozenset())


def _decide(run: _Run, text: str, cues: Cues, atlas: Gazetteer, found: _Found) -> None:
    name = run.text
    place = atlas.places.get(name)
    if place is not None and not run.titled:
        located = _is_located(run, text, cues)
        located = located or _names_occasion(text, run.end, cues)
        if located or place.kind != "city" or place.inhabitants >= _WELL_KNOWN:
            found.names.append(Name(run.start, run.end, run.start, place.name, "place", located))
            return
    if name in atlas.peoples or name in cues.words.get("adjectives", frozenset()):
        return
    words = name.split(" ")
    if len(words) == 1:
        if "-" in name and _parts_of_pair(run, atlas, found):
            return
        found.singles.append(run)
        if not run.opens:
            found.inside[name] += 1
        return
    if words[-1] in cues.words.get("thing_words", frozenset()):
        return
    organisation = (
        run.body
        or not cues.words.get("organisation_words", frozenset()).isdisjoint(words)
        or any(word[0].islower() and word in ("of", "for", "the") for word in words)
    )
    if words[0] in atlas.peoples and not run.titled:
        if not organisation:
            return
        found.names.append(Name(run.start, run.end, run.chain, name, "organisation"))
        return
    if words[-1] in cues.words.get("building_words", frozenset()) and _is_located(run, text, cues):
        found.names.append(Name(run.start, run.end, run.start, name, "place", True))
        return
    if organisation or len(words) > _LONGEST_PERSON:
        if not run.titled or organisation:
            found.names.append(Name(run.start, run.end, run.chain, name, "organisation"))
        return
    found.names.append(Name(run.start, run.end, run.chain, name, "person"))
    found.surnames.setdefault(words[-1], set()).add(name)


def _is_located(run: _Run, text: str, cues: Cues) -> bool:
    """Whether the words before it put something there ("in", "visited")."""
    return cues.place_before.search(text[max(0, run.start - _BEFORE) : run.start]) is not None


def _names_occasion(text: str, end: int, cues: Cues) -> bool:
    """Whether the next word makes the place that of an occasion ("the Moscow meeting")."""
    following = text[end : end + 16]
    return following[:1] == " " and following[1:].partition(" ")[0].strip(".,") in cues.words.get(
        "occasions", frozenset()
    )


def _parts_of_pair(run: _Run, atlas: Gazetteer, found: _Found) -> bool:
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


def _settle_singles(found: _Found, text: str, cues: Cues, atlas: Gazetteer) -> None:
    """Decide the lone words: surnames of known persons first, then titled persons, then the rest."""
    titled = {run.text for run in found.singles if run.titled}
    things = cues.words.get("thing_words", frozenset())
    organisations = cues.words.get("organisation_words", frozenset())
    located: Counter[str] = Counter()
    for run in found.singles:
        if not run.titled and _is_located(run, text, cues):
            located[run.text] += 1
    counts = Counter(run.text for run in found.singles)
    for run in found.singles:
        word = run.text
        full = found.surnames.get(word)
        if full is not None:
            name = next(iter(full)) if len(full) == 1 else word
            found.names.append(Name(run.start, run.end, run.chain, name, "person"))
        elif word in titled:
            found.names.append(Name(run.start, run.end, run.chain, word, "person"))
        elif (
            word in things
            or word in atlas.places
            or (run.opens and not found.inside[word] and not word.isupper())
            or len(word) < 2
        ):
            continue
        elif word.isupper() or word in organisations:
            found.names.append(Name(run.start, run.end, run.chain, word, "organisation"))
        elif located[word] == counts[word] and "-" in word:
            found.names.append(Name(run.start, run.end, run.chain, word, "place", True))
        elif "-" in word and all(part in found.surnames for part in word.split("-")):
            at = run.start
            for part in word.split("-"):
                full = found.surnames[part]
                name = next(iter(full)) if len(full) == 1 else part
                found.names.append(Name(at, at + len(part), at, name, "person"))
                at += len(part) + 1
        else:
            found.names.append(Name(run.start, run.end, run.chain, word, "organisation"))


def _in_headline(text: str, headline: Sentence, cues: Cues, atlas: Gazetteer, found: _Found) -> None:
    """Only names known otherwise, where every word has a capital."""
    known = {name.name: name.kind for name in found.names if name.kind != "place"}
    words = list(
        re.finditer(r"[^\W_][\w.&-]*(?:['’](?!s\b)\w+)*", text[headline.start_char : headline.end_char])
    )
    base = headline.start_char
    at = 0
    while at < len(words):
        for length in (4, 3, 2, 1):
            if at + length > len(words):
                continue
            first, last = words[at], words[at + length - 1]
            name = text[base + first.start() : base + last.end()].rstrip(".")
            if not name[:1].isupper() and not name[:1].isdigit():
                continue
            start, end = base + first.start(), base + first.start() + len(name)
            if name in known:
                found.names.append(Name(start, end, start, name, known[name]))
            elif length == 1 and len(found.surnames.get(name, ())) == 1:
                found.names.append(Name(start, end, start, next(iter(found.surnames[name])), "person"))
            elif (place := atlas.places.get(name)) is not None and (
                place.kind != "city" or place.inhabitants >= _WELL_KNOWN
            ):
                located = cues.place_before.search(text[max(0, start - _BEFORE) : start].lower()) is not None
                found.names.append(Name(start, end, start, place.name, "place", located))
            else:
                continue
            at += length - 1
            break
        at += 1
