"""Finds time expressions and what they mean apart from any anchor."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from data.model import Meaning, Mention
from data.tagging.engine import Matcher
from data.tagging.meanings import meanings_of
from data.tagging.other_languages import other_mentions
from data.tagging.rules import known_languages, language_rules
from data.tagging.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

Role = Literal["since", "until"]

__all__ = ["known_languages", "tag"]


@cache
def _matcher(language: str) -> Matcher:
    return Matcher(language_rules(language))


def tag(text: str, *, language: str = "en", furniture: Sequence[tuple[int, int]] = ()) -> tuple[Mention, ...]:
    """The time expressions of a text, in order, none overlapping another or touching furniture.

    Args:
        text: any text; offsets count its code points.
        language: a language code ("pt", "pt-BR"); in a language without rules only explicit dates are found.
        furniture: ranges of the text in which nothing is looked for.
    """
    for start, end in furniture:
        text = f"{text[:start]}{chr(10) * (end - start)}{text[end:]}"
    stem = language.partition("-")[0].lower()
    if stem not in known_languages():
        return other_mentions(text, language)
    rules = language_rules(stem)
    tokens, offsets = tokenise(text)
    classes = "".join(map(rules.lexicon.classes.__getitem__, tokens))
    roles = rules.lexicon.values.get("role", {})
    mentions: list[Mention] = []
    for left, matches in _matcher(stem).matches(classes):
        for variant, ranges, captures in matches:
            words = tuple(["".join(tokens[left + start : left + end]) if start >= 0 else ""
                           for start, end in captures])  # fmt: skip
            for meaning, (start, end) in zip(meanings_of(variant, words, rules), ranges, strict=True):
                if meaning is not None and start < end:
                    first = left + start
                    if meaning.role is None and (role := _role(tokens, first, roles)) is not None:
                        meaning = _bounding(meaning, role)
                    mentions.append(Mention(offsets[first], offsets[left + end], meaning, variant.rule.name))
    return tuple(mentions)


def _role(tokens: list[str], first: int, roles: dict[str, Role]) -> Role | None:
    """What the word before a mention makes of it: "since" and "until" leave one end open."""
    return roles.get(tokens[first - 2].casefold()) if first > 1 and tokens[first - 1].isspace() else None


@lru_cache(maxsize=4_096)
def _bounding(meaning: Meaning, role: Role) -> Meaning:
    return replace(meaning, role=role)
