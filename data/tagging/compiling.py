"""How a rule's pattern (:mod:`data.tagging.patterns`) becomes a regular expression over classes of words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from data.tagging.lexicon import MARK, NAME, SPACE, WORD, parts
from data.tagging.patterns import Node, PatternError, read_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.tagging.lexicon import Lexicon

_UNKNOWN = frozenset((NAME, WORD, MARK))
_REPEATS = {"?": "?", "*": "{0,5}", "+": "{1,6}"}


def one_of(chars: str) -> str:
    """A regular expression for one of some characters, neighbours written as ranges: quicker to compile."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, set(chars))):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join([re.escape(chr(first)) + (f"-{re.escape(chr(last))}" if last > first else "")
                    for first, last in runs])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Capture:
    """What a group of the compiled pattern holds: a field of the meaning, of which mention, read how."""

    field: str
    mention: int
    categories: tuple[str, ...]


class Outline(NamedTuple):
    """What is known of a pattern before it is compiled.

    ``first`` are the classes it can begin with. Of the classes of its ``need`` every match holds at least
    one, and so it does of each set of ``others``.
    """

    first: str
    need: frozenset[str]
    others: tuple[frozenset[str], ...]


def _either(needs: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """What one of several needs; nothing if one of them needs nothing."""
    return [frozenset().union(*needs)] if all(needs) else []


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern as a regular expression over classes.

    ``mentions`` are the groups of the bracketed mentions (0, the whole match, if there is none),
    ``captures`` the captures by group number.
    """

    source: str
    mentions: tuple[int, ...]
    captures: tuple[tuple[int, Capture], ...]


class Compiler:
    """Turns pattern trees into regular expressions over the classes of a lexicon.

    ``triggers`` grows with the outlines: every match of a pattern that has one holds one of these classes.
    """

    def __init__(self, lexicon: Lexicon, fragments: Mapping[str, Node]) -> None:
        self._lexicon = lexicon
        self._fragments = fragments
        self._sets: dict[str, str] = {}
        self._needs_of_word: dict[str, frozenset[str]] = {}
        # Most patterns are made of the same few categories and fragments.
        self._of_one: dict[str, str] = {}
        self._of_categories: dict[str, str] = {}
        self._firsts: dict[str, tuple[str, bool]] = {}
        self._known_needs: dict[tuple[str, str], list[frozenset[str]]] = {}
        self.triggers: frozenset[str] = frozenset()
        self._group = 0
        self._mention = -1
        self._mentions: list[int] = []
        self._captures: list[tuple[int, Capture]] = []

    def outline(self, tree: Node) -> Outline:
        """What is known of a pattern before it is compiled; raises PatternError."""
        first, empty = self._first(tree)
        if empty:
            raise PatternError("a pattern that matches nothing at all")
        needs = self._needs(tree)
        need = self._rarest(needs)
        if not _UNKNOWN.isdisjoint(need.union(first)):
            raise PatternError("a pattern that begins with any word at all, or asks for no other")
        if not need <= self.triggers:
            self.triggers |= need
            self._known_needs.clear()  # what is rarest rests on them
        return Outline(first, need, tuple(sorted({*needs} - {need}, key=len)))

    def compile(self, tree: Node) -> Compiled:
        """The regular expression of a pattern of which there is an outline."""
        self._group, self._mention, self._mentions, self._captures = 0, -1, [], []
        source = self._regex(tree)
        return Compiled(source, tuple(self._mentions) or (0,), tuple(self._captures))

    def after(self, pattern: str) -> str:
        """The regular expression of what may stand after a match; raises PatternError."""
        return f"{SPACE}?(?:{self._regex(read_pattern(pattern))})"

    def before(self, pattern: str) -> tuple[str, str]:
        """What may stand before a match, without and with white space; raises PatternError.

        It is looked for backwards, so all its alternatives must be equally long.
        """
        source = self._regex(read_pattern(pattern))
        try:
            re.compile(f"(?<={source})")
        except re.error as error:
            raise PatternError(f"{pattern!r}: alternatives of different lengths before a match") from error
        return source, source + SPACE

    def _classes(self, category: str) -> str:
        if category not in self._sets:
            self._sets[category] = self._lexicon.having(category)
        return self._sets[category]

    def _phrases(self, category: str) -> list[list[str]]:
        """The phrases of a category, which may have single words as well or instead; raises PatternError."""
        phrases = self._lexicon.phrases.get(category, [])
        if not phrases and not self._classes(category):
            raise PatternError(f"no word has the category {category!r}")
        return phrases

    def _one(self, category: str) -> str:
        if category not in self._of_one:
            chars = self._classes(category)
            self._of_one[category] = chars if len(chars) == 1 else f"[{one_of(chars)}]"
        return self._of_one[category]

    def _regex(self, node: Node) -> str:
        match node.kind:
            case "row":
                return self._row_regex(node)
            case "choice":
                return f"(?:{'|'.join([self._regex(child) for child in node.children])})"
            case "word":
                return f"{SPACE}?".join(self._one("=" + part) for part in parts(node.name))
            case "category":
                if node.name not in self._of_categories:
                    self._of_categories[node.name] = self._category_regex(node.name)
                return self._of_categories[node.name]
            case "fragment":
                return f"(?:{self._regex(self._fragment(node.name))})"
            case "capture":
                self._group += 1
                number, (inner,) = self._group, node.children
                mention = max(self._mention, 0)
                self._captures.append((number, Capture(node.name, mention, tuple(self._categories(inner)))))
                return f"({self._regex(inner)})"
            case _:
                self._group += 1
                self._mention += 1
                self._mentions.append(self._group)
                return f"({self._regex(node.children[0])})"

    def _row_regex(self, row: Node) -> str:
        pieces: list[str] = []
        for index, item in enumerate(row.children):
            gap = "" if index == 0 or item.glued else f"{SPACE}?"
            inner = self._regex(Node(item.kind, item.name, item.children))
            if item.repeat:
                pieces.append(f"(?:{gap}{inner}){_REPEATS[item.repeat]}")
            else:
                pieces.append(gap + inner)
        return "".join(pieces)

    def _category_regex(self, category: str) -> str:
        choices = [f"{SPACE}?".join(self._one("=" + word) for word in words)
                   for words in sorted(self._phrases(category), key=len, reverse=True)]  # fmt: skip
        if self._classes(category):
            choices.append(self._one(category))
        return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"

    def _fragment(self, name: str) -> Node:
        if name not in self._fragments:
            raise PatternError(f"no fragment is called {name!r}")
        return self._fragments[name]

    def _categories(self, node: Node) -> Iterator[str]:
        if node.kind == "category":
            yield node.name
        if node.kind == "fragment":
            yield from self._categories(self._fragment(node.name))
        for child in node.children:
            yield from self._categories(child)

    def _needs(self, node: Node) -> list[frozenset[str]]:
        """Sets of classes of each of which a match of a node must hold one; none if it can be empty."""
        match node.kind:
            case "row":
                asked_for = (item for item in node.children if item.repeat not in ("?", "*"))
                return [need for item in asked_for for need in self._needs(item)]
            case "choice":
                return _either([self._rarest(self._needs(child)) for child in node.children])
            case "fragment" | "category":
                named = (node.kind, node.name)
                if named not in self._known_needs:
                    self._known_needs[named] = (
                        self._needs(self._fragment(node.name))
                        if node.kind == "fragment"
                        else self._needs_of_category(node.name)
                    )
                return self._known_needs[named]
            case "word":
                return [self._need_of(part) for part in parts(node.name)]
            case _:
                return self._needs(node.children[0])

    def _needs_of_category(self, category: str) -> list[frozenset[str]]:
        words = [self._rarest([*map(self._need_of, phrase)]) for phrase in self._phrases(category)]
        return [frozenset(self._classes(category)).union(*words)]

    def _need_of(self, word: str) -> frozenset[str]:
        if word not in self._needs_of_word:
            self._needs_of_word[word] = frozenset(self._classes("=" + word))
        return self._needs_of_word[word]

    def _rarest(self, needs: list[frozenset[str]]) -> frozenset[str]:
        """The rarest of needs; those that are triggers already cost nothing more."""
        if len(needs) == 1:
            return needs[0]
        return min(needs, key=lambda need: self._lexicon.rate(need - self.triggers), default=frozenset())

    def _first(self, node: Node) -> tuple[str, bool]:
        """The classes a node can begin with, and whether it can be empty."""
        match node.kind:
            case "row":
                chars, empty = "", True
                for item in node.children:
                    found, nothing = self._first(item)
                    chars += found
                    if not nothing:
                        empty = False
                        break
            case "choice":
                choices = [self._first(child) for child in node.children]
                chars, empty = "".join(each[0] for each in choices), any(each[1] for each in choices)
            case "word":
                chars, empty = self._classes("=" + parts(node.name)[0]), False
            case "category":
                phrases = self._phrases(node.name)
                chars = self._classes(node.name) + "".join(self._classes("=" + words[0]) for words in phrases)
                empty = False
            case "fragment":
                if node.name not in self._firsts:
                    self._firsts[node.name] = self._first(self._fragment(node.name))
                chars, empty = self._firsts[node.name]
            case _:
                chars, empty = self._first(node.children[0])
        return "".join(sorted(set(chars))), empty or node.repeat in ("?", "*")
