"""Reports of one event that date it differently: joined so that the contradiction is shown.

Reports with different days are of one event only if it can have happened but once: a clash, a disaster, a
death, the outbreak of a war, the signing of a paper that both describe alike ("the gas treaty"), and in a
lifetime a birth, the founding of something or the signing of a treaty that has a name. A stay that two
reports begin on one day is one stay, however long they say it was. What is done once ("suspended", "sworn
in") is one where both tell it of the same names in the same words, or as done to one person by name. What
documents about the same names know ("the ship, built in 1991") is one thing. Groups of one day are of one
event if they count one thing of it and come to different numbers. Other visits, meetings and attacks of
neighbouring days are many, and are left apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from data import days
from data.events.cues import cues
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import is_city
from data.events.intervals import length
from data.events.merging.counts import Counting, count_one_thing
from data.events.merging.tellings import ONCE, ONCE_EVER, STAY, Telling
from data.events.words import stem

# Two tellings of one thing differ by so few days, or they are of two things.
_NEAR_DAYS = 3
# Tellings of what happens once in a lifetime differ by so much.
_NEAR_EVER = 5 * 366
# Of what was founded or opened by its name two years are told that are farther apart.
_NEAR_NAMED = 12 * 366
# What was founded is the same if so many of the words are.
_OF_THING, _FEWEST_OF_THING = 0.75, 2
# Documents about so many names in common know one thing ("the ship").
_FEWEST_ABOUT = 2
# What is done once is told in so many words at least.
_FEWEST_OF_DEED = 3
_LONGEST_STAY = 31
_LARGEST_BLOCK = 40
_FEWEST_COMMON = 1


def contradicting(tellings: Mapping[int, Telling]) -> dict[int, int]:
    """Which groups are of one event with others that date it differently.

    Args:
        tellings: groups as seen from outside, in order.

    Returns:
        For groups that are to be joined, the one into which: that which more documents tell.
    """
    place = {group: at for at, group in enumerate(tellings)}
    into: dict[int, int] = {}
    found = set(_candidates(tellings, place))
    for one, other in sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]])):
        if one in into and other in into:
            continue
        if one in into or other in into:
            third, joined = (other, one) if one in into else (one, other)
            # A third telling of that day: none is told of so many days that others would follow.
            if third not in into.values() and _on_one_day(tellings[one], tellings[other]):
                into[third] = into[joined]
            continue
        if not _contradict(tellings[one], tellings[other]):
            continue
        small, large = sorted((one, other), key=lambda group: (len(tellings[group].documents), -place[group]))
        into[small] = large
    return into


def _candidates(tellings: Mapping[int, Telling], place: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Pairs that are near in time and share a kind of act."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, telling in tellings.items():
        for block in _blocks_of(telling):
            blocks[block].append(at)
    for holders in blocks.values():
        for at, one in enumerate(holders):
            for other in holders[at + 1 : at + _LARGEST_BLOCK]:
                yield (one, other) if place[one] < place[other] else (other, one)


def _blocks_of(telling: Telling) -> Iterator[tuple[object, ...]]:
    """What tellings of one event have in common, whatever days they give: of each, one block."""
    if telling.outbreak:
        yield "outbreak", days.civil(telling.start).year
    yield from product(telling.kinds & ONCE_EVER, telling.names)
    yield from product(("treaty",), telling.treaties | telling.papers)
    yield from product(("made",), telling.made, telling.about)
    if telling.kinds & STAY and 1 < length((telling.start, telling.end)) <= _LONGEST_STAY:
        yield from product(("stay",), (telling.start,), telling.names)
    for count in telling.counts:
        for day in range(telling.start, telling.end + 1):
            yield "count", day, *count[:3]
    if telling.start == telling.end:
        yield from product(("begun",), (telling.start,), telling.begun)
    near = range(telling.start - _NEAR_DAYS, telling.start + 1)
    yield from product(("done",), near, telling.done)
    yield from product(("undergone",), near, telling.undergone)
    yield from product(telling.kinds & ONCE, near, telling.names | telling.about)


def _contradict(one: Telling, other: Telling) -> bool:
    """Whether two groups tell one event on days that have nothing in common."""
    if one.start <= other.end and other.start <= one.end:
        told = (_counting(one), _counting(other))
        return _one_stay(one, other) or _one_beginning(one, other) or count_one_thing(*told)
    if _known_before(one, other) or _known_before(other, one):
        return False
    for share, decides in _DECIDED_BY:
        if share(one, other):
            return decides(one, other)
    return _are_neighbours(one, other) and _one_of_neighbouring_days(one, other)


def _known_before(one: Telling, other: Telling) -> bool:
    """Whether one group was written of before the other tells that it happened: nobody can have."""
    return one.known_by is not None and one.known_by < other.start


def _are_neighbours(one: Telling, other: Telling) -> bool:
    """Whether two groups are of neighbouring days."""
    near = abs(one.start - other.start) <= _NEAR_DAYS
    return near and length((one.start, one.end)) == 1 == length((other.start, other.end))


def _are_linked(one: Telling, other: Telling) -> bool:
    """Whether groups name the same people, or the documents of one are about whom the other names."""
    return bool(one.names & other.names or one.names & other.about or other.names & one.about)


def _can_contest(one: Telling, other: Telling) -> bool:
    """Whether groups may contest each other: within one document only what says that it contests another."""
    return one.contests or other.contests or one.documents.isdisjoint(other.documents)


def _one_of_neighbouring_days(one: Telling, other: Telling) -> bool:
    """Whether groups of neighbouring days tell what somebody undergoes, is done or happens but once."""
    if one.undergone & other.undergone and one.documents.isdisjoint(other.documents):
        return True
    if one.done & other.done and _one_deed(one, other):
        return True
    if not one.kinds & other.kinds & ONCE or len(one.words & other.words) < _FEWEST_COMMON:
        return False
    return _are_linked(one, other) and _can_contest(one, other)


def _on_one_day(one: Telling, other: Telling) -> bool:
    """Whether groups of the same days count one thing."""
    overlap = one.start <= other.end and other.start <= one.end
    return overlap and count_one_thing(_counting(one), _counting(other))


def _one_deed(one: Telling, other: Telling) -> bool:
    """Whether groups of different documents tell what is done once, the one in no words but the other's."""
    if (one.names or other.names) and not one.names & other.names:
        return False
    few, many = sorted((one.words, other.words), key=len)
    return len(few) >= _FEWEST_OF_DEED and few <= many and one.documents.isdisjoint(other.documents)


def _one_outbreak(one: Telling, other: Telling) -> bool:
    """Whether two groups of different documents tell the outbreak of one war.

    Where both name a country and each names others with it, those are two invasions of it.
    """
    if days.civil(one.start).year != days.civil(other.start).year:
        return False
    if not one.documents.isdisjoint(other.documents):
        return one.contests or other.contests
    shared = one.countries & other.countries
    if shared and one.countries - other.countries and other.countries - one.countries:
        return False
    return _are_linked(one, other)


def _one_treaty(one: Telling, other: Telling) -> bool:
    """Whether different documents tell within a few years the signing of one treaty by its name."""
    near = abs(one.start - other.start) <= _NEAR_EVER
    return near and one.documents.isdisjoint(other.documents)


def _one_signing(one: Telling, other: Telling) -> bool:
    """Whether two groups of different documents tell a signing of the same parties on neighbouring days."""
    if not _are_neighbours(one, other) or not one.documents.isdisjoint(other.documents):
        return False
    few, many = sorted((one.countries, other.countries), key=len)
    return bool(few) and few <= many


def _one_stay(one: Telling, other: Telling) -> bool:
    """Whether two groups tell one stay that begins on one day, with different lengths."""
    lengths = [length((telling.start, telling.end)) for telling in (one, other)]
    if one.start != other.start or lengths[0] == lengths[1] or not one.kinds & other.kinds & STAY:
        return False
    within = all(1 < days_of <= _LONGEST_STAY for days_of in lengths)
    return within and len(one.names & other.names) > 1 and one.documents.isdisjoint(other.documents)


def _one_beginning(one: Telling, other: Telling) -> bool:
    """Whether documents about the same names tell what began on a day ("the trial opened")."""
    same_day = one.start == one.end == other.start == other.end
    if not (same_day and one.begun & other.begun and one.documents.isdisjoint(other.documents)):
        return False
    both = _about(one) & _about(other)
    # What one tells of and the other knows is somebody, or a place too small for any gazetteer.
    named = {name for name in both & (one.names | other.names) if name not in gazetteer().places}
    return bool(named) or len(both) >= _FEWEST_ABOUT


def _about(telling: Telling) -> frozenset[str]:
    """What a group's documents are about, its own names with it; of places only the cities."""
    atlas = gazetteer()
    names = telling.about | telling.names
    return frozenset(name for name in names if name not in atlas.places or is_city(name, atlas))


def _counting(telling: Telling) -> Counting:
    return Counting(telling.counts, telling.kinds, telling.names, telling.about, telling.words)


def _one_making(one: Telling, other: Telling) -> bool:
    """Whether documents about the same names tell in what time a thing that they know was built."""
    about = _about(one) & _about(other) & one.about & other.about
    near = abs(one.start - other.start) <= _NEAR_NAMED
    return near and len(about) >= _FEWEST_ABOUT and one.documents.isdisjoint(other.documents)


def _once_ever(one: Telling, other: Telling) -> bool:
    """Whether two groups tell one birth or one founding: of the same people, or the same thing."""
    opening = "opening" in one.kinds & other.kinds
    near = _NEAR_EVER if "birth" in one.kinds & other.kinds else _NEAR_NAMED
    if abs(one.start - other.start) > near or not one.documents.isdisjoint(other.documents):
        return False
    if "birth" in one.kinds & other.kinds:
        return bool(one.first & other.first)
    if opening and not one.names & other.names:
        return False
    told = [telling.words - _words_of_founding() for telling in (one, other)]
    return len(told[0] & told[1]) >= max(_FEWEST_OF_THING, _OF_THING * min(map(len, told)))


@cache
def _words_of_founding() -> frozenset[str]:
    return frozenset(map(stem, cues(None).words["act_founding"]))


_Asked = Callable[[Telling, Telling], object]
_DECIDED_BY: Sequence[tuple[_Asked, Callable[[Telling, Telling], bool]]] = (
    (lambda one, other: one.kinds & other.kinds & ONCE_EVER, _once_ever),
    (lambda one, other: one.made & other.made, _one_making),
    (lambda one, other: one.treaties & other.treaties, _one_treaty),
    (lambda one, other: one.outbreak and other.outbreak, _one_outbreak),
    (lambda one, other: one.papers & other.papers, _one_signing),
)
"""What groups may share, and what decides then whether they tell one event; the first of them holds."""
