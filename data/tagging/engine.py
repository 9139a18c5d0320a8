"""Finding the places where rules match: knows classes and rules, no language and no calendar.

Almost all words of a text belong to no category, so the text falls into *islands* of words that might be
part of a time expression. What matches in an island depends only on its classes; as the same few islands
come back again and again ("on WEEKDAY ,"), their matches are remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.tagging.lexicon import SPACE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from data.tagging.rules import Language, Variant

#: A match: the rule's variant, the token ranges of its mentions and of its captures (-1 if absent).
Match = tuple["Variant", tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]

_Found = tuple["Variant", "re.Match[str]"]

_CONTEXT = 4
# No match is longer than so many classes: patterns repeat nothing without bound.
_REACH = 200
_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 80


class Matcher:
    """Finds a language's rules in class strings."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._remembered: dict[tuple[str, int, int], tuple[Match, ...]] = {}

    def matches(self, classes: str) -> Iterator[tuple[int, tuple[Match, ...]]]:
        """The matches in a class string, by island, each with the offset that its ranges are counted from."""
        remembered = self._remembered
        for island in self._language.island.finditer(classes):
            start, end = island.span()
            left = max(0, start - _CONTEXT)
            window = classes[left : end + _CONTEXT]
            key = (window, start - left, end - left)
            found = remembered.get(key)
            if found is None:
                found = self._search(*key)
                if len(window) <= _LONGEST_REMEMBERED:
                    if len(remembered) >= _REMEMBERED:
                        remembered.clear()
                    remembered[key] = found
            if found:
                yield left, found

    def _search(self, window: str, start: int, end: int) -> tuple[Match, ...]:
        found: list[Match] = []
        done = start
        starts = {place.start() for place in self._language.start.finditer(window, start, end)}
        for position in sorted(starts):
            if position < done:
                continue
            best = self._best(window, position)
            if best is None:
                continue
            mention = best[1].start(best[0].compiled.mentions[0])
            if mention > position and mention in starts:
                # The match begins with context only: what begins at its mention may reach farther, unless
                # the match knows more of what follows and is of a higher rank.
                rival = self._best(window, mention)
                if rival is not None and _reaches_farther(rival, best):
                    best = rival
            variant, match = best
            done = match.end()
            if variant.rule.type != "none":
                mentions = tuple(_trimmed(window, *match.span(group)) for group in variant.compiled.mentions)
                captures = tuple(match.span(group) for group, _ in variant.captures)
                found.append((variant, mentions, captures))
                # What stands after the last mention was only context; it may begin the next one.
                done = max(mentions[-1][1], position + 1)
        return tuple(found)

    def _best(self, window: str, position: int) -> _Found | None:
        """The longest match at a position; among equals that of the highest rank, then the first."""
        best, worth = None, (position, 0, 0)
        near = set(window[position : position + _REACH])
        for need, variants in self._language.by_first.get(window[position], {}).items():
            if need.isdisjoint(near):
                continue
            for variant in variants:
                for other in variant.outline.others:
                    if other.isdisjoint(near):
                        break
                else:
                    match = variant.regex.match(window, position)
                    if match is not None:
                        found = match.end(), variant.rule.rank, -variant.order
                        if best is None or found > worth:
                            best, worth = (variant, match), found
        return best


def _reaches_farther(rival: _Found, best: _Found) -> bool:
    if _mention_end(rival) <= _mention_end(best):
        return False
    return best[0].rule.rank <= rival[0].rule.rank or best[1].end() <= rival[1].end()


def _mention_end(found: _Found) -> int:
    variant, match = found
    return match.end(variant.compiled.mentions[-1])


def _trimmed(window: str, start: int, end: int) -> tuple[int, int]:
    while start < end and window[start] == SPACE:
        start += 1
    while end > start and window[end - 1] == SPACE:
        end -= 1
    return start, end
