"""The patterns that names and offices are told with."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from data.events.patterns import UPPER, alternatives, any_of


def of_names(words: Callable[[str], list[str]]) -> dict[str, Any]:
    """The patterns that names and offices are told with."""
    heads = alternatives(words("heads"))
    proper = rf"[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?"
    persons = [*words("human"), *words("occupations")]
    firms = [*words("firms"), *words("firms_of")]
    joined_ends, title_ends = tuple(words("joined_ends")) or ("-based",), tuple(words("title_ends"))
    at_law = [role.title() for role in words("parties_at_law")]
    parts = [*at_law, *(role.title() for role in words("parties_to_a_contract"))]
    roles = alternatives([*parts, *map(str.upper, parts)])
    leads, small = words("before_parties"), alternatives(words("small_in_parties"))
    before_party = alternatives([*(lead.capitalize() for lead in leads), *map(str.upper, leads)])
    return {
        "office": re.compile(rf"\b({heads})\s+$"),
        "head_ends": tuple({head.split()[-1] for head in words("heads")}),
        "title_ends": title_ends,
        "joined_ends": joined_ends,
        "parting_ends": (*joined_ends, *title_ends),
        "office_alone": re.compile(
            rf"[Tt{UPPER}](?<!\w.)(?:(?<=[Tt])he\s(?:(?:visiting|then)\s)?(?:(?P<people>{proper})\s)?"
            rf"|(?<=[{UPPER}])[\w-]+(?:\s[{UPPER}][\w-]+)?(?P<owns>['’]s)\s)(?P<office>(?i:{heads}))\b(?!\s(?:[{UPPER}]|of\b|elect\b))(?!-)"
        ),
        "of_country": re.compile(rf"\sof\s({proper})"),
        "owner": re.compile(rf"\b(?=([{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?))([{UPPER}][\w-]+)(?=['’\s])"),
        "capital_word": re.compile(rf"\s(?:{alternatives(words('capital_words'))})\b"),
        "gone_to": re.compile(
            rf"\b(?:{alternatives(words('goes_to_places'))})\s(?:{alternatives(words('goes_behind'))})\s$"
        ),
        "inside": re.compile(
            rf"\b(?:{alternatives(words('inside'))}|(?:{alternatives(words('place_nouns'))})\s(?:of|in|near))\s$"
        ),
        "refuted": re.compile(
            rf"\b(?:{alternatives(words('tellings'))})\b.{{0,120}}"
            rf"\b(?:{alternatives(words('untrue_is'))}) (?:{alternatives(words('untrue'))})\b"
        ),
        "perfect": re.compile(rf"(?:{alternatives(words('perfects'))})\b"),
        "here": re.compile(rf"\b(?:{alternatives(words('here_words'))})\b"),
        "somebody": re.compile(
            rf"\b(?:{alternatives(words('articles'))})\s(?:[a-z][\w-]*\s){{0,2}}(?:{alternatives(persons)})\b"
        ),
        "asks_whether": re.compile(rf"\W*(?:{alternatives(words('asking_whether'))})\s", re.IGNORECASE),
        "furniture": re.compile(rf"\W*(?:{any_of(words('furniture'))})"),
        "firm_behind": re.compile(
            rf",\s(?:{alternatives(words('articles'))})\s(?:[\w’'-]+\s){{0,4}}(?:{alternatives(firms)})\b"
        ),
        "any_head": next(iter(words("any_head")), ""),
        # "ADA OKOYE (Claimant)", 'Nordfisk Ltd (the "Company")', "ADA OKOYE, | Plaintiff,"
        "party": re.compile(
            rf"\((?:(?:hereinafter|the)\s)*[“\"]?(?:[Tt]he\s)?(?P<role>{roles})[”\"]?\)"
            rf"|\((?:(?:hereinafter|the)\s)*[“\"](?:[Tt]he\s)?(?P<term>[{UPPER}][\w-]+)[”\"]\)"
            rf"|\n[ \t]*(?P<below>{alternatives([*at_law, *map(str.upper, at_law)])})[,.]?(?=\n|\Z)"
            rf"|(?<=[{UPPER}]{{2}}[{UPPER}.])[ ](?P<beside>{alternatives(at_law)})"
            r"(?=[ ](?:-?and-?|v\.?)[ ]|[ ]*(?:\n|\Z))"
        ),
        # A run of capitalised words, with small ones in it, on one line; and what leads to it.
        "party_name": re.compile(rf"[{UPPER}][\w.&’'-]*(?:,?[ ](?:(?:{small}|&)[ ])*[{UPPER}][\w.&’'-]*)*$"),
        "before_party": re.compile(rf"(?:(?:{before_party})[\s:]+)+"),
    }


def run(abbreviations: list[str], particles: list[str]) -> re.Pattern[str]:
    """A run of capitalised words that may be a name."""
    dotted = rf"(?:{alternatives(abbreviations)})\.|" if abbreviations else ""
    initials, rest = rf"(?:[{UPPER}]\.)", r"[\w&]*(?:-\w+|['’](?!s\b)\w+)*"
    # "Omar Hassan al-Bashir": an article that belongs to the name behind it
    word = rf"(?:{dotted}{initials}+|(?:(?:al|an|ar|as|ash|az|el|ul|ed)-)?[{UPPER}]{rest})"
    between = rf"(?:[ \u00a0](?:(?:{alternatives(particles)})[ \u00a0])?)" if particles else "[ \u00a0]"
    # A pattern that begins with a set of letters passes over all others at once; so its first word is told
    # from its second letter on.
    rests: dict[str, list[str]] = {}
    for abbreviation in abbreviations:
        rests.setdefault(abbreviation[0], []).append(abbreviation[1:])
    behind = "".join(rf"(?<={letter})(?:{alternatives(ends)})\.|" for letter, ends in rests.items())
    first = rf"[{UPPER}](?<![\w’'-].)(?:{behind}\.{initials}*|{rest})"
    return re.compile(rf"{first}(?:{between}{word})*")
