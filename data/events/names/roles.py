"""Who takes part in what a clause tells, and where it is, by the names in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from data.events.gazetteer import gazetteer
from data.events.names.name import Name

# "In Samarkand, Uzbekistan": so many characters stand between two names of one place.
_APPOSED = 3
# Whom a text is about it names so many times as often as the next.
_FAR_OFTENER = 2
# So many pronouns stand for whom a text is about, though it names him once.
_MANY_PRONOUNS = 5


def persons(named: Sequence[Name]) -> list[str]:
    """The persons among names, each once, in order."""
    return list(dict.fromkeys([name.name for name in named if name.kind == "person"]))


def told_of(named: Sequence[Name], genders: Mapping[str, str], pronouns: int = 0) -> str:
    """The person whom a text is about: named first, and far oftener than others; empty if nobody is.

    Whom it names before anything else it may name once, if it goes on about nobody but "him" or "her":
    ``pronouns`` is how often it has such a word. If it names him far oftener than other people, nothing else
    that it names is so often "he".

    Others are all who may be meant by the same pronoun, ``genders`` being those that are known. A lone word
    that is taken for a body may be somebody's surname.
    """
    leads = next((name.name for name in named if name.kind == "person"), "")
    counts = Counter(name.name for name in named if name.kind == "person" or _is_lone_body(name))
    gender = genders.get(leads)
    rivals = [
        count
        for name, count in counts.items()
        if name != leads and (gender is None or genders.get(name, gender) == gender)
    ]
    most = max(rivals, default=0)
    if named and named[0].name == leads and pronouns >= _MANY_PRONOUNS:
        known = Counter(name.name for name in named if name.kind == "person" and name.name != leads)
        if counts[leads] >= most <= 1 or counts[leads] > _FAR_OFTENER * max(known.values(), default=0):
            return leads
    return leads if counts[leads] >= max(_FAR_OFTENER * most, 2) else ""


def _is_lone_body(name: Name) -> bool:
    return name.kind == "organisation" and " " not in name.name


def people(named: Sequence[Name]) -> list[str]:
    """Who takes part: the persons among names, then the organisations."""
    bodies = [name.name for name in named if name.kind == "organisation"]
    return list(dict.fromkeys([*persons(named), *bodies]))


def places(named: Sequence[Name]) -> tuple[str, ...]:
    """Where it is: the places where names put something, with what names them more nearly.

    Without one, all but cities, which may be mere names of governments.
    """
    found = [name for name in named if name.kind == "place"]
    if not found:
        return ()
    located = [name.name for name in found if name.located]
    if located:
        # "in Samarkand, Uzbekistan"
        following = [
            name.name
            for before, name in pairwise(found)
            if before.located and 0 < name.start - before.end <= _APPOSED
        ]
        return tuple(dict.fromkeys([*located, *following]))
    known = gazetteer().places
    return tuple(dict.fromkeys(n.name for n in found if not (n.name in known and known[n.name].is_city)))


def with_meant(
    who: Sequence[str], meant: Sequence[str], inside: Sequence[Name], title: str
) -> tuple[str, ...]:
    """Who takes part, with the only person whom a pronoun may mean if the line names him ("accused him").

    Args:
        who: those who are known to take part.
        meant: whom a pronoun of the clause may mean.
        inside: the names in the clause; with a person among them only whom the line begins with is added.
        title: its line, where names stand in the place of pronouns and of a subject told before.
    """
    if len(meant) != 1:
        return tuple(who)
    # In brackets stands what the document is about, and not who takes part.
    title = title.removesuffix(f" ({meant[0]})")
    if any(name.kind == "person" for name in inside):
        # "and sold it to Berg": who sold is told by the line alone.
        leads = title.startswith((f"{meant[0]} ", f"{meant[0].rpartition(' ')[2]} "))
        return tuple(dict.fromkeys([*meant, *who])) if leads else tuple(who)
    return tuple(dict.fromkeys([*who, *(name for name in meant if name.rpartition(" ")[2] in title)]))
