"""The rules of one language, read from its folder: words, patterns and what they build.

A language is a folder ``languages/CODE`` with ``words*.toml`` (tables: category, then phrase = value),
and any number of rule files in ``rules/``. A rule file has a table ``fragments`` (name = pattern) and
tables ``[[rule]]`` with

    name      what is shown as the expression's rule
    pattern   one pattern or several (:mod:`data.tagging.patterns`)
    type      DATE (the default), TIME, DURATION, SET, or "none" for words that are no time expression
    meaning   fields of the Meaning that the rule sets itself; a list gives each mention its own
    share     fields that the mentions of one match give one another ("May 4 and 5")
    unless_after, unless_before    a pattern that must not stand directly before or after the match
    only_after    a pattern that must stand directly before the match
    rank      decides between rules that match equally long; 0 if absent, the higher wins
    examples, counter              lines that tests are made of (tests/tagging)
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.tagging.compiling import Capture, Compiled, Compiler, Outline, one_of
from data.tagging.lexicon import SPACE, Lexicon
from data.tagging.patterns import Node, PatternError, literal_words, read_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = Path(__file__).parent / "languages"
# Marks that every language's engine needs to know: they decide whether digits are part of a larger number.
_MARKS = (".", ",", ":", "/", "-", "%", "$", "€", "£", "'", "(", ")", "_")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its file states it."""

    name: str
    file: str
    patterns: tuple[str, ...]
    meanings: tuple[dict[str, Any], ...]
    type: str = "DATE"
    share: tuple[str, ...] = ()
    rank: int = 0
    unless_after: str | None = None
    unless_before: str | None = None
    only_after: str | None = None
    examples: str = ""
    counter: str = ""

    def error(self, reason: PatternError) -> PatternError:
        """A mistake in the rule, told with its place."""
        return PatternError(f"{self.file}: rule {self.name!r}: {reason}")

    def trees(self) -> Iterator[Node]:
        """The rule's patterns as they are read; raises PatternError."""
        for pattern in self.patterns:
            try:
                yield read_pattern(pattern)
            except PatternError as error:
                raise self.error(error) from error

    def contexts(self) -> Iterator[str]:
        """The patterns of what stands around a match."""
        yield from filter(None, (self.unless_after, self.unless_before, self.only_after))


@dataclass
class Variant:
    """One pattern of a rule, compiled when it is first needed."""

    rule: Rule
    order: int
    tree: Node
    outline: Outline
    compiler: Compiler
    boundary: str
    before: str
    #: What the texts of the captures were found to mean: see data.tagging.meanings.
    known: dict[tuple[str, ...], Any] = field(default_factory=dict)

    @cached_property
    def compiled(self) -> Compiled:
        """The pattern over classes."""
        return self.compiler.compile(self.tree)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression over classes."""
        return re.compile(f"{self.before}{self.compiled.source}{self.boundary}")

    @property
    def captures(self) -> tuple[tuple[int, Capture], ...]:
        """The groups that hold fields of the meaning."""
        return self.compiled.captures


class Language:
    """The lexicon and the rules of one language, ready to match."""

    def __init__(self, code: str) -> None:
        self.code = code
        folder = LANGUAGES / code
        tables: dict[str, dict[str, Any]] = {}
        for path in sorted(folder.glob("words*.toml")):
            for category, table in tomllib.loads(path.read_text("utf-8")).items():
                tables.setdefault(category, {}).update(table)
        habits = tables.pop("habits")
        self.order: str = habits["numeric-order"]
        self.decimal: str = habits.get("decimal", ".")
        self.rules: list[Rule] = []
        self.fragments: dict[str, Node] = {}
        for path in sorted((folder / "rules").glob("*.toml")):
            content = tomllib.loads(path.read_text("utf-8"))
            for name, pattern in content.get("fragments", {}).items():
                self.fragments[name] = read_pattern(pattern)
            self.rules += [_rule(table, f"{code}/{path.name}") for table in content.get("rule", [])]
        trees = [(rule, tree) for rule in self.rules for tree in rule.trees()]
        literals = set(_MARKS)
        for tree in (*self.fragments.values(), *(tree for _, tree in trees)):
            literals.update(literal_words(tree))
        for rule in self.rules:
            for context in rule.contexts():
                literals.update(literal_words(read_pattern(context)))
        self.lexicon = Lexicon(tables, literals, frozenset(habits.get("inert", ())))
        self._index(trees, Compiler(self.lexicon, self.fragments))

    @cached_property
    def numerals(self) -> dict[str, float]:
        """What words for numbers are worth."""
        kinds = ("numeral", "magnitude", "ordinal", "fraction")
        tables = (self.lexicon.values.get(kind, {}) for kind in kinds)
        return {key: each for table in tables for key, each in table.items() if isinstance(each, int | float)}

    def _index(self, trees: list[tuple[Rule, Node]], compiler: Compiler) -> None:
        having = self.lexicon.having
        words, digits = one_of(self.lexicon.alphanumeric()), one_of(having("digits"))
        joints = one_of("".join(having("=" + mark) for mark in ".,:/"))
        boundary = (
            f"(?:(?<![{words}])|(?![{words}]))"
            f"(?:(?<![{digits}])|(?![{joints}][{digits}]|{SPACE}?[{having('=%')}]))"
        )
        money = one_of(having("currency"))
        self.start = re.compile(
            f"(?<![{words}])[^{SPACE}{digits}]|"
            f"(?<![{words}])(?<![{digits}][{joints}])(?<![{money}])(?<![{money}]{SPACE})[{digits}]"
        )
        self.by_first: dict[str, dict[frozenset[str], list[Variant]]] = defaultdict(lambda: defaultdict(list))
        """The patterns by a class that they can begin with, those together that need the same classes."""
        for order, (rule, tree) in enumerate(trees):
            try:
                outline = compiler.outline(tree)
                before, after = _contexts(rule, compiler)
            except PatternError as error:
                raise rule.error(error) from error
            variant = Variant(rule, order, tree, outline, compiler, boundary + after, before)
            for char in outline.first:
                self.by_first[char][outline.need].append(variant)
        self._mark_islands(compiler.triggers)

    def _mark_islands(self, triggers: frozenset[str]) -> None:
        """A stretch of text is looked at only if it holds a trigger, one of which every pattern needs."""
        every, cores = one_of(self.lexicon.every()), one_of("".join(triggers))
        # Leading words that only connect are bounded, so that the search stays linear.
        lead = f"[{every}{SPACE}]{{0,19}}?"
        self.island = re.compile(f"[{every}](?:(?<=[{cores}])|{lead}[{cores}])[{every}{SPACE}]*")


def _contexts(rule: Rule, compiler: Compiler) -> tuple[str, str]:
    """What is looked for before and after a match of a rule."""
    before = after = ""
    if rule.unless_after is not None:
        joined, apart = compiler.before(rule.unless_after)
        before += f"(?<!{joined})(?<!{apart})"
    if rule.only_after is not None:
        joined, apart = compiler.before(rule.only_after)
        before += f"(?:(?<={joined})|(?<={apart}))"
    if rule.unless_before is not None:
        after = f"(?!{compiler.after(rule.unless_before)})"
    return before, after


def _rule(table: dict[str, Any], file: str) -> Rule:
    pattern, meaning = table.pop("pattern"), table.pop("meaning", {})
    patterns = (pattern,) if isinstance(pattern, str) else tuple(pattern)
    meanings = (meaning,) if isinstance(meaning, dict) else tuple(meaning)
    try:
        return Rule(**table, patterns=patterns, meanings=meanings, file=file)
    except TypeError as error:
        raise PatternError(f"{file}: rule {table.get('name')!r}: {error}") from error


@cache
def known_languages() -> tuple[str, ...]:
    """The codes of all languages that have a folder of rules."""
    return tuple(sorted(path.name for path in LANGUAGES.iterdir() if (path / "rules").is_dir()))


@cache
def language_rules(code: str) -> Language:
    """The rules of a language, read once in a process. The code must be one of :func:`known_languages`."""
    return Language(code)
