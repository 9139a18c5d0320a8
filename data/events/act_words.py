"""The words of a language that make an act of a passage, by what they make of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from data.events.cues import cues

_PREFIX = "act_"
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class Vocabulary(NamedTuple):
    """The words of a language by what they make of an act.

    Attributes:
        kinds: the kinds of act that each word may tell, or two with a blank between them ("to power").
        pairs: those two.
        telling: all words that tell any of what follows; others need not be looked at.
        background: with these what is told only as background begins.
        comments: these speak of something rather than tell it, unless an act is told before.
        judgements: these do so wherever they stand.
        addresses: behind these a name says that somebody was met.
        undone: behind one of ``modals`` these say that an act is none ("would not be arrested").
        calls: these may say that somebody was rung up.
        fronted: at the head of a sentence these only name who says it.
        remote: by these a meeting is held from afar.
        wars: these name a war, but for one of ``no_wars`` behind them ("war crimes").
        gives_way: of one of the ``built`` these tell a disaster, but for one of ``aims`` behind them.
    """

    kinds: Mapping[str, frozenset[str]]
    pairs: tuple[tuple[str, str], ...]
    telling: frozenset[str]
    background: frozenset[str]
    comments: frozenset[str]
    addresses: frozenset[str]
    judgements: frozenset[str]
    undone: frozenset[str]
    modals: frozenset[str]
    calls: frozenset[str]
    fronted: frozenset[str]
    remote: frozenset[str]
    wars: frozenset[str]
    no_wars: frozenset[str]
    gives_way: frozenset[str]
    built: frozenset[str]
    aims: frozenset[str]


def _kinds(language: str | None) -> dict[str, frozenset[str]]:
    """The kinds of act each word may tell."""
    found: dict[str, set[str]] = {}
    for name, words in cues(language).words.items():
        if name.startswith(_PREFIX):
            for word in words:
                found.setdefault(word, set()).add(name.removeprefix(_PREFIX))
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def vocabulary(language: str | None) -> Vocabulary:
    """The words of a language, English if None."""
    words = cues(language).words
    background = frozenset[str]().union(
        *(words[name] for name in ("background", "lasting_background", "background_behind_verb"))
    )
    kinds = _kinds(language)
    telling = background.union(
        kinds,
        *(words[name] for name in ("comments", "addresses", "judgements", "undone", "gives_way")),
    )
    return Vocabulary(
        kinds=kinds, telling=telling, background=background, comments=words["comments"],
        addresses=words["addresses"], judgements=words["judgements"], undone=words["undone"],
        modals=words["unreal_before_negation"], calls=words["calls_by_name"],
        fronted=words["fronted_sources"], remote=words["remote"],
        wars=words["wars"], no_wars=words["no_long_times"],
        pairs=tuple((first, last) for first, _, last in (key.partition(" ") for key in kinds) if last),
        gives_way=words["gives_way"], built=words["structures"], aims=words["behind_failed"],
    )  # fmt: skip


def joined(words: list[str], known: Vocabulary) -> list[str]:
    """The words, each pair that tells an act in the place of its last word: all keep their places."""
    for first, last in known.pairs:
        if last in words:
            words = [
                f"{first} {last}" if word == last and at and words[at - 1] == first else word
                for at, word in enumerate(words)
            ]
    return words
