"""The patterns that names and offices are told with."""

from __future__ import annotations

import re

from data.events.patterns import UPPER, Words, alternatives, any_of


class NamePatterns:
    """The patterns that names and offices are told with.

    Attributes:
        head_ends: with one of these an office ends.
        title_ends: with one of these a title ends, in small letters ("Verkehrsministerin").
        joined_ends: with one of these a place ends that only describes ("Oslo-based").
        lead_to_fields: between the name of a body and what it is for, blanks included.
        fields_behind: further things that a body is for.
        sum_behind: a sum in the place of what a body is for.
        parting_ends: a word that ends so may part a run of capitalised words.
    """

    def __init__(self, words: Words) -> None:
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

        self.office = re.compile(rf"\b({heads})\s+$")
        self.head_ends = tuple(sorted({head.split()[-1] for head in words("heads")}))
        self.title_ends = title_ends
        self.joined_ends = joined_ends
        self.parting_ends = (*joined_ends, *title_ends)
        self.office_alone = re.compile(
            rf"[Tt{UPPER}](?<!\w.)(?:(?<=[Tt])he\s(?:(?:visiting|then)\s)?(?:(?P<people>{proper})\s)?"
            rf"|(?<=[{UPPER}])[\w-]+(?:\s[{UPPER}][\w-]+)?(?P<owns>['’]s)\s)(?P<office>(?i:{heads}))\b(?!\s(?:[{UPPER}]|of\b|elect\b))(?!-)"
        )
        self.of_country = re.compile(rf"\sof\s({proper})")
        self.owner = re.compile(rf"\b(?=([{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?))([{UPPER}][\w-]+)(?=['’\s])")
        self.capital_word = re.compile(rf"\s(?:{alternatives(words('capital_words'))})\b")
        # "Centre for Research | on Energy and Clean Air"
        self.lead_to_fields = tuple(f" {word} " for word in words("leads_to_fields"))
        joins = alternatives([*words("joins_fields"), "&"])
        self.fields_behind = re.compile(rf"(?:\s(?:{joins})\s[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)*)+")
        # "Sued Nordfisk for EUR 12 million": a sum is no field.
        self.sum_behind = re.compile(rf"\s(?:{alternatives(words('leads_to_fields'))})\s[A-Z]{{2,3}}\$?\s?\d")
        self.gone_to = re.compile(
            rf"\b(?:{alternatives(words('goes_to_places'))})\s(?:{alternatives(words('goes_behind'))})\s$"
        )
        self.inside = re.compile(
            rf"\b(?:{alternatives(words('inside'))}|(?:{alternatives(words('place_nouns'))})\s(?:of|in|near))\s$"
        )
        self.refuted = re.compile(
            rf"\b(?:{alternatives(words('tellings'))})\b.{{0,120}}"
            rf"\b(?:{alternatives(words('untrue_is'))}) (?:{alternatives(words('untrue'))})\b"
        )
        self.perfect = re.compile(rf"(?:{alternatives(words('perfects'))})\b")
        self.here = re.compile(rf"\b(?:{alternatives(words('here_words'))})\b")
        self.somebody = re.compile(
            rf"\b(?:{alternatives(words('articles'))})\s(?:[a-z][\w-]*\s){{0,2}}(?:{alternatives(persons)})\b"
        )
        self.asks_whether = re.compile(rf"\W*(?:{alternatives(words('asking_whether'))})\s", re.IGNORECASE)
        self.furniture = re.compile(rf"\W*(?:{any_of(words('furniture'))})")
        self.firm_behind = re.compile(
            rf",\s(?:{alternatives(words('articles'))})\s(?:[\w’'-]+\s){{0,4}}(?:{alternatives(firms)})\b"
        )
        self.any_head = next(iter(words("any_head")), "")
        # "ADA OKOYE (Claimant)", 'Nordfisk Ltd (the "Company")', "ADA OKOYE, | Plaintiff,"
        self.party = re.compile(
            rf"\((?:(?:hereinafter|the)\s)*[“\"]?(?:[Tt]he\s)?(?P<role>{roles})[”\"]?\)"
            rf"|\((?:(?:hereinafter|the)\s)*[“\"](?:[Tt]he\s)?(?P<term>[{UPPER}][\w-]+)[”\"]\)"
            rf"|\n[ \t]*(?P<below>{alternatives([*at_law, *map(str.upper, at_law)])})[,.]?(?=\n|\Z)"
            rf"|(?<=[{UPPER}]{{2}}[{UPPER}.])[ ](?P<beside>{alternatives(at_law)})"
            r"(?=[ ](?:-?and-?|v\.?)[ ]|[ ]*(?:\n|\Z))"
        )
        # A run of capitalised words, with small ones in it, on one line; and what leads to it.
        self.party_name = re.compile(
            rf"[{UPPER}][\w.&’'-]*(?:,?[ ](?:(?:{small}|&)[ ])*[{UPPER}][\w.&’'-]*)*$"
        )
        self.before_party = re.compile(rf"(?:(?:{before_party})[\s:]+)+")


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
