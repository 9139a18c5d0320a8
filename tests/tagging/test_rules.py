"""Every example and counter-example of every rule is a test.

An example is a line "text | published | extent | value | type | mod", a counter-example a text in which its
rule must find nothing, and no rule anything if it is of type "none".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.dating import resolve
from data.days import from_iso
from data.model import Published, Sentence
from data.tagging import known_languages, tag
from data.tagging.rules import Rule, language_rules

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip():
            yield line.strip()


EXAMPLES = [
    pytest.param(language, rule.name, line, id=f"{language}-{rule.name}-{number}")
    for language in known_languages()
    for rule in language_rules(language).rules
    for number, line in enumerate(lines(rule.examples))
]
COUNTERS = [
    pytest.param(language, rule, line, id=f"{language}-{rule.name}-{number}")
    for language in known_languages()
    for rule in language_rules(language).rules
    for number, line in enumerate(lines(rule.counter))
]


@pytest.mark.parametrize(("language", "rule", "line"), EXAMPLES)
def test_example(language: str, rule: str, line: str) -> None:
    text, day, extent, value, kind, mod = ([part.strip() for part in line.split("|")] + ["", ""])[:6]
    published = Published(day, from_iso(day), from_iso(day), "given") if day else Published()
    sentences = []
    start = 0
    for sentence in text.replace(". ", ".\n").split("\n"):
        sentences.append(Sentence(start, start + len(sentence)))
        start += len(sentence) + 1
    found = resolve(text, tag(text, language=language), sentences, published, language=language)
    expressions = {each.text: each for each in found}
    assert extent in expressions, [f"{each.text} ({each.rule})" for each in found]
    expression = expressions[extent]
    assert (expression.value, expression.rule) == (value, rule)
    assert expression.type == (kind or "DATE")
    assert expression.mod == (mod or None)


@pytest.mark.parametrize(("language", "rule", "line"), COUNTERS)
def test_counter_example(language: str, rule: Rule, line: str) -> None:
    found = [
        mention
        for mention in tag(line, language=language)
        if rule.type == "none" or mention.rule == rule.name
    ]
    assert not found, line[found[0].start_char : found[0].end_char]


@pytest.mark.parametrize("language", known_languages())
def test_every_rule_shows_what_it_finds_or_what_it_leaves_alone(language: str) -> None:
    without = [
        rule.name
        for rule in language_rules(language).rules
        if not (rule.counter if rule.type == "none" else rule.examples).strip()
    ]
    assert without == []
