"""What a report is compared by: whom, where and what it tells in its foreground."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from data.events.acts import ENCOUNTER, NOTHING, Act, act_of, denies, told_part
from data.events.clauses.stays import Stay, stay
from data.events.cues import cues
from data.events.figures.figure import Figure
from data.events.figures.passage import figures
from data.events.figures.trade_balance import part_of_trade
from data.events.gazetteer import Gazetteer, gazetteer
from data.events.names.holders import holders
from data.events.report import Report
from data.events.told_again.quotations import Run, quoted_runs
from data.events.words import has_any, stem

_VISIT = frozenset({"visit"})
_WORD = re.compile(r"\w+")
# A pronoun among so many first words stands for who takes part.
_OPENING = 6
_CAPITAL = re.compile(r"[^\W\d_a-zß-ÿ](?<!\w.)[^\W\d_]{3,}")
_CAPITALISED = re.compile(r"[^\W\d_a-zß-ÿ](?<!\w.)[^\W\d_]+\b")
# A passage with fewer telling words is a bare reference ("since Vladivostok in 2019").
_FEW_WORDS = 3
_VERY_MANY = 10_000
# The end of a stay is told with a word of each of these lists.
_END_OF_STAY = ("stays", "stay_ends")
# What any amount of a country's trade is a measure of.
_TRADE = "trade"


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

    @property
    def is_bare(self) -> bool:
        """Whether it hardly tells more than place and time ("since Oslo in 2019")."""
        return len(self.words) <= _FEW_WORDS


def read_signs(report: Report, rarity: Mapping[str, float], atlas: Gazetteer) -> Signs:
    """The signs of a report; names and places of its background ("after the raid on Oslo") are left out."""
    text = report.passage.text
    told = stay(text)
    # The days of a whole stay are told by whatever gives its length, be it in the background.
    is_whole = told is not None and report.start != report.end
    front = text if is_whole else told_part(report)
    who, where = report.who, report.where
    if front is not text:
        where = tuple(name for name in where if name in front or name not in text)
        who = tuple(name for name in who if _surname(name) in front or _surname(name) not in text)
    places = _with_short_names(where, atlas)
    cities = {name for name in places if is_city(name, atlas)}
    named = {word for name in (*report.who, *report.where) for word in name.split(" ")}
    for word in _CAPITAL.findall(front):
        # The place line of a news story is in capitals.
        shouted = word.isupper()
        name = word.capitalize() if shouted else word
        if (shouted or word not in named) and is_city(name, atlas):
            cities.add(atlas.places[name].name)
    cities |= _capitals(front, atlas)
    words = report.words
    if report.who or places or cities:
        names = " ".join((*report.who, *places, *cities)).lower().split()
        words = words.difference(map(stem, names))
    weight = sum(map(rarity.__getitem__, words))
    act = act_of(report)
    counted = figures(text)
    measures = frozenset([(one.what, one.scope) for one in counted if _is_measure(one)]) or NOTHING
    if any(part_of_trade(one)[1] for one in counted):
        # Imports, exports and deficit are parts of one trade.
        measures |= {(_TRADE, NOTHING)}
    if is_whole or report.known_visit:
        act = act._replace(main=_VISIT)
    acts = act.main | act.kinds or NOTHING
    if not acts.isdisjoint(ENCOUNTER):
        acts |= ENCOUNTER
    tolls = frozenset([(one.what, one.whose) for one in counted if one.whose.isupper()]) or NOTHING
    quoted = quoted_runs(text)
    of_occasion: frozenset[object] = measures | quoted
    if not act.comments:
        of_occasion = of_occasion.union(acts, tolls, () if told is None else (Stay,))
    persons = frozenset(who) or NOTHING
    return Signs(
        report=report, who=persons, where=frozenset(places) or NOTHING, cities=frozenset(cities) or NOTHING,
        words=words, weight=weight, act=act,
        acts=acts, stay=told,
        taking_part=persons if _speaks_of(who, text) else NOTHING,
        denies=report.modality == "denied" and denies(text),
        tolls=tolls,
        measures=measures, countries=countries_in(text, atlas) if measures else NOTHING,
        offices=frozenset([f"{one.office} {one.country}" for one in holders(text) if one.country]) or NOTHING,
        quoted=quoted, of_occasion=of_occasion or NOTHING,
        ends_stay=all(not report.words.isdisjoint(_stems(name)) for name in _END_OF_STAY),
    )  # fmt: skip


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(filter(None, map(stem, cues(None).words[name])))


def is_city(name: str, atlas: Gazetteer) -> bool:
    """Whether a name is that of a known city or capital."""
    place = atlas.places.get(name)
    return place is not None and place.is_city


@cache
def _capitals_of(country: str) -> tuple[str, ...]:
    places = gazetteer().places.values()
    return tuple(
        sorted({place.name for place in places if place.kind == "capital" and place.country == country})
    )


def _capitals(text: str, atlas: Gazetteer) -> set[str]:
    """The capitals that a text names by their people ("the Indian capital")."""
    found: set[str] = set()
    if not has_any(text.lower(), cues(None).words["capital_words"]):
        return found
    words = text.split()
    for people, capital in pairwise(words):
        country = atlas.peoples.get(people)
        if country and capital.strip('.,;:!?”"').lower() in cues(None).words["capital_words"]:
            found |= _with_short_names(_capitals_of(country), atlas)
    return found


def _is_measure(figure: Figure) -> bool:
    """Whether a figure is a fact by itself: a sum, a share, very many of something."""
    return figure.kind in ("money", "share") or (figure.kind == "thing" and figure.value >= _VERY_MANY)


def countries_in(text: str, atlas: Gazetteer) -> frozenset[str]:
    """The codes of the countries that a text names, or whose people it names."""
    found = set()
    for word in _CAPITALISED.findall(text):
        place = atlas.places.get(word)
        found.add(atlas.peoples.get(word) or (place.country if place is not None else ""))
    return frozenset(found - {""})


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


def _with_short_names(names: Sequence[str], atlas: Gazetteer) -> set[str]:
    """Places with the shorter names they go by: New Delhi is Delhi, but New York is no York."""
    found = set(names)
    for name in names:
        short = name.rpartition(" ")[2]
        long_place, short_place = atlas.places.get(name), atlas.places.get(short)
        if long_place and short_place and long_place.country == short_place.country:
            found.add(short)
    return found


def places_agree(one: frozenset[str], other: frozenset[str], atlas: Gazetteer) -> str | bool | None:
    """The place two reports share, one within the other; False if they cannot be one; None where unsaid."""
    if not one or not other:
        return None
    shared = sorted(one & other)
    if shared:
        return next((place for place in shared if is_city(place, atlas)), shared[0])
    for inner in sorted(one):
        for outer in sorted(other):
            if atlas.within(inner, outer):
                return inner
            if atlas.within(outer, inner):
                return outer
    countries = [
        {atlas.places[place].country for place in side if place in atlas.places} - {""}
        for side in (one, other)
    ]
    if all(countries) and countries[0].isdisjoint(countries[1]):
        return False
    cities = [all(is_city(place, atlas) for place in side) for side in (one, other)]
    return False if all(cities) else None
