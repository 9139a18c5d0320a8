"""What every pattern can match is read without an error, and its values are of TIMEX3's kind."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, get_args

import pytest

from data.dating import resolve
from data.days import from_iso
from data.model import Published, Sentence, Unit
from data.tagging import known_languages, tag
from data.tagging.lexicon import digit_categories
from data.tagging.rules import language_rules

if TYPE_CHECKING:
    from data.tagging.patterns import Node
    from data.tagging.rules import Language

# So many random texts are made of each pattern.
_TEXTS = 4
_DAY = "2024-07-10"
_TIME = re.compile(r"T(\d\d(:\d\d){0,2}|MO|AF|EV|NI|MI|DT)")
_VALUE = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF|P[0-9X.]*(T?[0-9X.]*(Y|M|W|D|H|S|Q|WE|DE|CE|ML|X))*|PXX?|"
    r"(BC)?-?[0-9X]+(-(\d\d|XX|Q[1-4X]|H[12X]|SP|SU|FA|WI|W(\d\d|XX)(-(WE|\d))?))*(-(\d\d|XX))?"
    r"(T(\d\d(:\d\d){0,2}|MO|AF|EV|NI|MI|DT))?"
)
_REPEATS = {"": (1, 1), "?": (0, 1), "*": (0, 2), "+": (1, 2)}
_DIGITS = [
    "0",
    "1",
    "4",
    "05",
    "12",
    "23",
    "31",
    "45",
    "80",
    "99",
    "007",
    "360",
    "1250",
    "1914",
    "1980",
    "2024",
    "20240710",
]


def expansion(node: Node, language: Language, random: Random) -> str:
    """A random text that a pattern matches, give or take what its neighbours forbid."""
    match node.kind:
        case "row":
            text = ""
            for item in node.children:
                for _ in range(random.randint(*_REPEATS[item.repeat])):
                    inner = expansion(item, language, random)
                    text += inner if item.glued or not text else f" {inner}"
            return text
        case "choice":
            return expansion(random.choice(node.children), language, random)
        case "word":
            return node.name
        case "category":
            phrases = list(language.lexicon.values.get(node.name, ()))
            phrases += [digits for digits in _DIGITS if node.name in digit_categories(digits)]
            return random.choice(phrases or ["Xavier" if node.name == "name" else "blorp"])
        case "fragment":
            return expansion(language.fragments[node.name], language, random)
        case _:
            return expansion(node.children[0], language, random)


@pytest.mark.parametrize("code", known_languages())
def test_all_that_patterns_match_is_read(code: str) -> None:
    language, random, day = language_rules(code), Random(code), from_iso(_DAY)
    published = Published(_DAY, day, day, "given")
    for rule in language.rules:
        for tree in rule.trees():
            for _ in range(_TEXTS):
                text = re.sub(r" (?=[.,:/])", "", expansion(tree, language, random))
                mentions = tag(text, language=code)
                for mention in mentions:
                    meaning = mention.meaning
                    units = {meaning.unit, *(unit for _, unit in meaning.amount)} - {None}
                    assert units <= set(get_args(Unit)), (rule.name, text)
                    assert meaning.time is None or _TIME.fullmatch(meaning.time), (rule.name, text)
                for each in resolve(text, mentions, [Sentence(0, len(text))], published, language=code):
                    assert _VALUE.fullmatch(each.value), (rule.name, text, each.value)
