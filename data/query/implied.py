"""Words that have others in them: whatever has "harbours" has a word that begins with "harbour"."""

from __future__ import annotations

import re

from data.query.tree import And, Field, Node, Or, Words
from data.store.folding import words

_OF_NAMES = frozenset(("who", "where", "source"))
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # characters that stand for something in an engine's search


def implies(one: Node, other: Node) -> bool:
    """Whether every event that a node selects must have a word, for that is in what it asks for."""
    match one, other:
        case Or(terms=terms), _:
            return bool(terms) and all(implies(term, other) for term in terms)
        case And(terms=terms), _:
            return any(implies(term, other) for term in terms)
        case Words(text=text, exact=exact), Words(text=asked, exact=is_whole):
            return _has(text, asked, exact=exact, is_whole=is_whole)
        case Field(name=name, value=text, exact=exact), Field(name=where, value=asked, exact=is_whole):
            return name == where in _OF_NAMES and _has(text, asked, exact=exact, is_whole=is_whole)
    return False


def _has(text: str, asked: str, *, exact: bool, is_whole: bool) -> bool:
    """Whether a phrase has a word, or with ``is_whole`` unset one that begins with it.

    Unless ``exact`` the last word of the phrase is but the beginning of one.
    """
    told, wanted = words(text), words(asked)
    if len(wanted) != 1 or not told or _PRIVATE.search(text + asked):
        return False
    if is_whole:
        return wanted[0] in (told if exact else told[:-1])
    return any(word.startswith(wanted[0]) for word in told)
