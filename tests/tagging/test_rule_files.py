"""Mistakes in rule files are told when a language is loaded, with the file and the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.tagging import known_languages, meanings, rules
from data.tagging.lexicon import normal
from data.tagging.patterns import PatternError, read_pattern
from data.tagging.rules import Language, language_rules
from data.tagging.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.tagging.patterns import Node

WORDS = """
[habits]
numeric-order = "day-first"
[currency]
euro = 1
[month]
mai = 5
[lead]
"at the" = 1
near = 1
"""
# The fields that are filled from tables of words; others may be numbers.
_NAMED = ("time", "weekday", "month", "season", "holiday", "unit", "unit2")
RULE = '[[rule]]\nname = "month"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an invented language with words and no rules."""
    (tmp_path / "qq" / "rules").mkdir(parents=True)
    (tmp_path / "qq" / "words.toml").write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(rules, "LANGUAGES", tmp_path)
    return tmp_path / "qq" / "rules"


MISTAKES = {
    "a bracket that stays open": ('pattern = "(month=<month>"', "a bracket is not closed"),
    "a category without words": ('pattern = "month=<moth>"', "no word has the category 'moth'"),
    "a fragment that is not there": ('pattern = "{age} month=<month>"', "no fragment is called 'age'"),
    "a key that is not there": ('pattern = "month=<month>"\nunles_after = "mai"', "unles_after"),
    "a pattern that may be empty": ('pattern = "<month>?"', "matches nothing at all"),
    "a pattern of any words": ('pattern = "<name> <plain>"', "any word at all"),
    "a pattern that begins anywhere": ('pattern = "<name> <month>"', "any word at all"),
    "phrases before a match": ('pattern = "<month>"\nunless_after = "<lead>"', "'<lead>': alternatives"),
    "phrases that must be there": ('pattern = "<month>"\nonly_after = "<lead>"', "'<lead>': alternatives"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_place(mistake: str, folder: Path) -> None:
    keys, told = MISTAKES[mistake]
    (folder / "months.toml").write_text(RULE + keys, encoding="utf-8")
    with pytest.raises(PatternError) as error:
        Language("qq")
    assert "qq/months.toml: rule 'month': " in str(error.value)
    assert told in str(error.value)


def test_a_rule_without_mistakes_loads(folder: Path) -> None:
    (folder / "months.toml").write_text(
        f'{RULE}pattern = "<month>"\nunless_before = "<lead>"', encoding="utf-8"
    )
    assert [rule.name for rule in Language("qq").rules] == ["month"]


@pytest.mark.parametrize("language", known_languages())
def test_every_pattern_compiles_and_is_looked_for(language: str) -> None:
    known = language_rules(language)
    for by_need in known.by_first.values():
        for need, variants in by_need.items():
            for variant in variants:
                assert variant.regex.pattern
                assert variant.outline.need == need
                for char in need:
                    assert known.island.search(char), variant.rule.name


@pytest.mark.parametrize("language", known_languages())
def test_every_match_has_all_that_its_pattern_asks_for(language: str) -> None:
    known = language_rules(language)
    examples = "\n\n".join(rule.examples for rule in known.rules)
    classes = "".join(map(known.lexicon.classes.__getitem__, tokenise(examples)[0]))
    found = 0
    for position, first in enumerate(classes):
        for variants in known.by_first.get(first, {}).values():
            for variant in variants:
                match = variant.regex.match(classes, position, position + 60)
                if match is not None:
                    found += 1
                    for asked_for in (variant.outline.need, *variant.outline.others):
                        assert not asked_for.isdisjoint(match.group()), variant.rule.name
    assert found > 20


def words_of_fields(node: Node) -> Iterator[tuple[str, str]]:
    """The fields that a pattern fills with a word that it names itself, and the word."""
    if node.kind == "capture":
        pieces = [node.children[0]]
        while pieces:
            piece = pieces.pop()
            if piece.kind == "word":
                yield node.name.removeprefix("end."), piece.name
            elif piece.kind == "choice" or (piece.kind == "row" and len(piece.children) == 1):
                pieces += piece.children
    for child in node.children:
        yield from words_of_fields(child)


@pytest.mark.parametrize("code", known_languages())
def test_words_that_patterns_name_themselves_have_values(code: str) -> None:
    language = language_rules(code)
    values = language.lexicon.values
    missing = [
        (rule.name, field, word)
        for rule in language.rules
        for tree in rule.trees()
        for field, word in words_of_fields(tree)
        if field in _NAMED
        and not any(normal(word).casefold() in values.get(table, {}) for table in meanings.tables_of(field))
    ]
    assert missing == []


def fragments_of(node: Node) -> Iterator[str]:
    """The fragments that a pattern names."""
    if node.kind == "fragment":
        yield node.name
    for child in node.children:
        yield from fragments_of(child)


@pytest.mark.parametrize("code", known_languages())
def test_every_fragment_is_part_of_a_pattern(code: str) -> None:
    language = language_rules(code)
    trees = [*language.fragments.values(), *(tree for rule in language.rules for tree in rule.trees())]
    trees += [read_pattern(context) for rule in language.rules for context in rule.contexts()]
    assert set(language.fragments) == {name for tree in trees for name in fragments_of(tree)}
