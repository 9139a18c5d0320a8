"""Who holds which office, as passages say it: "Norway’s Foreign Minister Ada Okoye"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from data.events.cues import alternatives, cues
from data.events.gazetteer import gazetteer
from data.events.patterns import UPPER
from data.events.words import has_any

_PREFIX = "office_"
_OWNER = re.compile(r"[^\W\d_][\w.-]*(?=(?:['’]s?)?\s*$)")
_REMEMBERED = 1 << 15


class Holder(NamedTuple):
    """An office, the code of the country it is said to be of (empty if unsaid), and the person in it.

    An office abroad has the codes of both countries ("KE to NO"), none where one of them is unsaid. That of a
    house is of the house ("Kremlin"), that of a town or region of it ("Bergen").
    """

    office: str
    country: str
    person: str


@cache
def _offices(language: str | None) -> dict[str, str]:
    return {
        word: name.removeprefix(_PREFIX)
        for name, words in cues(language).words.items()
        if name.startswith(_PREFIX)
        for word in words
    }


@cache
def _last_words(language: str | None) -> frozenset[str]:
    """The words that an office ends with: a text without any of them gives none."""
    return frozenset(office.split()[-1] for office in _offices(language))


@cache
def _pattern(language: str | None) -> re.Pattern[str]:
    office = alternatives([*_offices(language)])
    name = rf"[{UPPER}][\w’'-]+(?:\s(?:[{UPPER}]\.\s)?[{UPPER}][\w’'-]+){{0,3}}"
    abroad = alternatives([*cues(language).words["abroad"]])
    host = rf"(?:\s+(?:{abroad})\s+(?:the\s+)?(?P<host>[{UPPER}][\w’'-]+),?)?"
    # A name between commas explains the office; if "and" follows, it may be one of several people.
    person = rf"(?P<aside>,)?\s+(?P<person>{name})(?(aside)(?=,\s(?!and\b)|[.;]?\Z))"
    realm = rf"(?:\s+of\s+(?:the\s+)?(?P<realm>[{UPPER}][\w’'-]+))?"
    return re.compile(
        rf"(?<![\w’'-])(?P<before>(?:[\w’'-]+\s+){{0,2}})\b(?P<office>(?i:{office})){host}{person}{realm}"
    )


@cache
def _apposed(language: str | None) -> re.Pattern[str]:
    """A person with his office behind him ("Ada Okoye, the Norwegian foreign minister,")."""
    office = alternatives([*_offices(language)])
    name = rf"[{UPPER}][\w’'-]+(?:\s(?:[{UPPER}]\.\s)?[{UPPER}][\w’'-]+){{1,3}}"
    realm = rf"(?:\s+of\s+(?:the\s+)?(?P<realm>[{UPPER}][\w’'-]+))?"
    return re.compile(
        rf"(?P<person>{name}),\s(?:the\s)?(?P<before>(?:[\w’'-]+\s){{0,2}}?)(?P<office>(?i:{office}))(?P<host>){realm}(?=[,.;]|\Z)"
    )


@lru_cache(maxsize=_REMEMBERED)
def holders(text: str, language: str | None = None) -> tuple[Holder, ...]:
    """The offices that a text gives with their holders, in its order.

    >>> holders("Norway’s Foreign Minister Kersti Ilves flew home.")
    (Holder(office='foreign_minister', country='NO', person='Kersti Ilves'),)
    """
    lower = text.lower()
    if not has_any(lower, _last_words(language)):
        return ()
    words = cues(language).words
    found = []
    for match in (*_pattern(language).finditer(text), *_apposed(language).finditer(text)):
        before = match["before"].replace("-", " ").split()
        if any(word.lower() in words["other_office"] for word in before[-1:]):
            continue
        office = _offices(language)[" ".join(match["office"].lower().split())]
        owner = _OWNER.search(match["before"].rstrip())
        local = office in words["local_offices"]
        country = _realm("" if owner is None else owner.group(), local=local)
        country = country or _realm(match["realm"] or "", local=local)
        person = re.sub(r"['’]s?$", "", match["person"])
        parts = [part for part in person.split() if part.lower() not in _offices(language)]
        if office in words["shared_offices"] and country not in gazetteer().venues:
            # Several people speak for a ministry, and one for a house.
            continue
        if parts and parts[0] not in gazetteer().peoples:
            if office in words["offices_abroad"]:
                place = gazetteer().places.get(match["host"] or "")
                country = f"{country} to {place.country}" if country and place is not None else ""
            found.append(Holder(office, country, " ".join(parts)))
    return tuple(found)


def _realm(owner: str, *, local: bool) -> str:
    """Whose an office is by the word that owns it, as written; empty if that is nothing that has offices."""
    atlas = gazetteer()
    word = re.sub(r"['’]s?$", "", owner)
    place = atlas.places.get(word)
    if local:
        return "" if place is None or place.kind == "country" else place.name
    country = atlas.peoples.get(word, "") or (place.country if place is not None else "")
    return country or (word if word in atlas.venues else "")


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: they share a word of more than an initial.

    >>> same_person("Harsh Vardhan", "Harsh Vardhan Shringla")
    True
    """
    shared = {part.casefold() for part in one.split()} & {part.casefold() for part in other.split()}
    return any(len(part.strip(".")) > 1 for part in shared)
