"""What a report is compared by: whom, where and what it tells in its foreground."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from data.events.acts import NOTHING, Act, denies
from data.events.clauses.stays import Stay
from data.events.comparing.own_words import own_words
from data.events.cues import cues
from data.events.foreground import dated_at
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import is_city, with_short_names
from data.events.report import Report
from data.events.told_again.quotations import Run
from data.events.words import has_any, stem

_WORD = re.compile(r"\w+")
# A pronoun among so many first words stands for who takes part.
_OPENING = 6
# A passage with fewer telling words is a bare reference ("since Vladivostok in 2019").
_FEW_WORDS = 3
# The end of a stay is told with a word of each of these lists.
_END_OF_STAY = ("stays", "stay_ends")
# So many lists of places are remembered.
_MOST_SCENES = 1 << 14


class Signs(NamedTuple):
    """What a report is compared by.

    ``cities`` are those its text names, wherever it puts what it tells; ``acts`` are the kinds of all its
    acts, a visit and a meeting always together; ``taking_part`` are those of ``who`` that take part by the
    text's own words, none if the report has them only from its context. ``tolls`` are
    the harms that it counts, with the people who suffered them; ``measures`` the sums of money and the shares
    that it gives, and ``countries`` whose they are. ``offices`` are those, each of one country, of which it
    names the holder. ``quoted`` are the runs of words of what it quotes.
    ``of_occasion`` is all that may tell an occasion: measures and quotations, and unless it comments, acts,
    tolls and whether it tells a stay. ``ends_stay`` says whether it tells the end of one of any length.
    ``about`` are the words of the names of people and bodies that its document is about.
    """

    report: Report
    who: frozenset[str]
    where: frozenset[str]
    cities: frozenset[str]
    words: frozenset[str]
    weight: float
    act: Act
    acts: frozenset[str]
    stay: Stay | None
    taking_part: frozenset[str]
    denies: bool
    tolls: frozenset[tuple[str, str]]
    measures: frozenset[tuple[str, frozenset[str]]]
    countries: frozenset[str]
    offices: frozenset[str]
    quoted: frozenset[Run]
    of_occasion: frozenset[object]
    ends_stay: bool
    about: frozenset[str]

    @property
    def is_bare(self) -> bool:
        """Whether it hardly tells more than place and time ("since Oslo in 2019")."""
        return len(self.words) <= _FEW_WORDS


def read_signs(report: Report, rarity: Mapping[str, float], about: frozenset[str] = NOTHING) -> Signs:
    """The signs of a report; names and places of its background ("after the raid on Oslo") are left out.

    ``about``: the words of the names of people and bodies that its document is about.
    """
    text = report.passage.text
    of_days = report.start != report.end
    told = own_words(text, dated_at(report), of_days=of_days, known_visit=report.known_visit)
    front, who, where = told.front, report.who, report.where
    if front != text:
        where = tuple(name for name in where if name in front or name not in text)
        who = tuple(name for name in who if _surname(name) in front or _surname(name) not in text)
    places, cities = _scenes(where)
    if told.written:
        named = {word for name in (*report.who, *report.where) for word in name.split(" ")}
        cities = cities.union([city for word, city in told.written if not word or word not in named])
    words = report.words
    if report.who or places or cities:
        names = " ".join((*report.who, *places, *cities)).lower().split()
        words = words.difference(map(stem, names))
    parties = tuple(name for name in who if _surname(name) not in cues(None).words["markets"])
    # Whose shares are traded on a market takes part, not the market.
    who = parties or who
    persons = frozenset(who) or NOTHING
    return Signs(
        report=report, who=persons, where=places, cities=cities or NOTHING,
        words=words, weight=sum(map(rarity.__getitem__, words)), act=told.act,
        acts=told.acts, stay=told.stay,
        taking_part=persons if _speaks_of(who, text) else NOTHING,
        denies=report.modality == "denied" and denies(text),
        tolls=told.tolls, measures=told.measures, countries=told.countries, offices=told.offices,
        quoted=told.quoted, of_occasion=told.of_occasion,
        ends_stay=all(not report.words.isdisjoint(_stems(name)) for name in _END_OF_STAY),
        about=about,
    )  # fmt: skip


@lru_cache(maxsize=_MOST_SCENES)
def _scenes(where: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Places with the shorter names they go by, and which of these are cities."""
    atlas = gazetteer()
    places = with_short_names(where, atlas)
    return frozenset(places) or NOTHING, frozenset(name for name in places if is_city(name, atlas)) or NOTHING


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(filter(None, map(stem, cues(None).words[name])))


def _surname(name: str) -> str:
    return name.rpartition(" ")[2]


def _speaks_of(who: Sequence[str], text: str) -> bool:
    """Whether a text names one of them, or begins with a word that stands for them."""
    if not who:
        return False
    if has_any(text, map(_surname, who)):
        return True
    words = cues(None)
    lower = text.lower()
    opening = (match.group() for match in islice(_WORD.finditer(lower), _OPENING))
    if not words.words["pronouns"].isdisjoint(opening):
        return True
    return has_any(lower, words.pair_words) and words.small_pairs.search(lower) is not None
