"""One name for each person, organisation and place across the whole collection."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache

from data.events.cues import cues
from data.events.gazetteer import gazetteer
from data.firms import MERE_FORMS

# A lone surname goes to the full name that is this many times as frequent as all others that share it.
_DOMINANCE = 5
_LAST_LETTERS = re.compile(r"(?:iy|yy|ij|yi|ii|ey|y|i)$")
_BRITISH = re.compile(r"is(?=ation|ing$|e$|ed$)")

# A firm is called with and without its form in law, a body with and without its article ("Halden Homes Ltd").
_FORMS_OF_FIRMS = frozenset(map(str.lower, MERE_FORMS))
# With fewer words a name is too short to leave out one.
_FEWEST_OF_BODY = 2
# What the spellings of one name share: its words, or the first and the last of them.
_Key = tuple[str, ...]


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """A word in the form its spellings share: Zelensky, Zelenskyy, Zelenskiy; Organisation, Organization."""
    plain = "".join(
        mark for mark in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(mark)
    )
    plain = plain.replace("’", "'").replace(".", "")
    return _LAST_LETTERS.sub("y", _BRITISH.sub("iz", plain))


def canonical_names(named: Iterable[Sequence[str]]) -> dict[str, str]:
    """The canonical name of every name in use; a name unlike all others is its own.

    ``named``: the names of people and bodies that each document uses, each once.
    """
    documents: dict[str, list[int]] = defaultdict(list)
    for document, names in enumerate(named):
        for name in names:
            documents[name].append(document)
    groups: dict[_Key, Counter[str]] = defaultdict(Counter)
    for name, where in documents.items():
        groups[_key(name)][name] += len(where)
    canonical = {form: best for forms in groups.values() for best in (_best(forms),) for form in forms}
    canonical |= _surnames_alone(groups, canonical, documents)
    return canonical | _first_names(canonical, documents)


def _best(forms: Mapping[str, int]) -> str:
    """The spelling of a name that most documents use, the longest of several."""
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def _surnames_alone(
    groups: Mapping[_Key, Counter[str]], canonical: Mapping[str, str], documents: Mapping[str, Sequence[int]]
) -> dict[str, str]:
    """Whom a surname alone means, in each of its spellings: the one of that name who is told of most."""
    holders: dict[str, Counter[str]] = defaultdict(Counter)
    for key, forms in groups.items():
        full = canonical[next(iter(forms))]
        if len(key) > 1 and _may_be_a_person(full):
            holders[key[-1]][full] += forms.total()
    beginning: dict[str, set[int]] = defaultdict(set)
    for name, where in documents.items():
        first, _, rest = name.partition(" ")
        if rest:
            beginning[first].update(where)
    found: dict[str, str] = {}
    for (first, *others), forms in groups.items():
        if others or first not in holders or all(form.isupper() for form in forms):
            continue
        holder = _dominant(holders[first])
        if holder is not None and not any(_is_another(form, holder, documents, beginning) for form in forms):
            found |= dict.fromkeys(forms, holder)
    return found


def _first_names(canonical: Mapping[str, str], documents: Mapping[str, Sequence[int]]) -> dict[str, str]:
    """Whom a first name alone means: the only one of that name, if a document has both."""
    holders: dict[str, set[str]] = defaultdict(set)
    for name, full in canonical.items():
        if " " in name and not name.partition(" ")[0].isupper() and _may_be_a_person(full):
            holders[name.split(" ")[0]].add(full)
    found: dict[str, str] = {}
    for name in canonical:
        if len(holders.get(name, ())) == 1 and canonical[name] == name:
            full = next(iter(holders[name]))
            if not set(documents[name]).isdisjoint(documents.get(full, ())):
                found[name] = full
    return found


def _is_another(
    name: str, full: str, documents: Mapping[str, Sequence[int]], beginning: Mapping[str, Collection[int]]
) -> bool:
    """Whether a lone name is a firm's, not the surname of somebody.

    So it is where a document has both and told them apart ("the printer Halden", "its owner, Victor Halden"),
    or has a longer name that begins with it ("Halden Press").
    """
    where = set(documents[name])
    return not where.isdisjoint(documents.get(full, ())) or not where.isdisjoint(beginning.get(name, ()))


def _may_be_a_person(name: str) -> bool:
    """Whether a name of several words can be that of one whose surname is its last word."""
    words = name.split(" ")
    if words[-1].isupper() or cues(None).words["organisation_words"] & set(words):
        return False
    return not any(word in _links() or word[0].isdigit() for word in words)


def _key(name: str) -> _Key:
    """What the spellings of a name share: first and last word folded ("Joan B. Marsh", "Joan Marsh")."""
    words = [folded(word) for word in name.split(" ")]
    if len(words) > _FEWEST_OF_BODY and words[0] in cues(None).words["definite"]:
        words = words[1:]
    if len(words) > _FEWEST_OF_BODY and words[-1] in _FORMS_OF_FIRMS:
        return tuple(words[:-1])
    if len(words) > 2 and _links().isdisjoint(words):
        return words[0], words[-1]
    return tuple(words)


def _dominant(names: Mapping[str, int]) -> str | None:
    first, *others = sorted(names, key=lambda name: (-names[name], name))
    rest = sum(names[other] for other in others)
    return first if names[first] >= _DOMINANCE * rest else None


def place_name(name: str) -> str:
    """The gazetteer's name for a place ("Kiev": Kyiv)."""
    place = gazetteer().places.get(name)
    return name if place is None else place.name


@cache
def _links() -> frozenset[str]:
    """With one of these in it, a name is that of a body or a thing."""
    return cues(None).words["links_in_names"]
