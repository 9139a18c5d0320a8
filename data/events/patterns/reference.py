"""The patterns that tell who is meant: pronouns, owners, what "the company" and "this" stand for."""

from __future__ import annotations

import re

from data.events.patterns import UPPER, Words, alternatives, beginning_with, past_verbs

# A name of at most four words.
_NAME = rf"[{UPPER}][\w.&’'-]*\w(?:\s[{UPPER}][\w.&’'-]*\w){{0,3}}"


class ReferencePatterns:
    """The patterns of words that mean somebody or something told before."""

    def __init__(self, words: Words) -> None:
        past = past_verbs(words("irregular"))
        persons = [*words("heads"), *words("small_titles"), *words("before_names")]

        # "Between" needs two names.
        links_of_things = [link for link in words("links_of_things") if link not in words("paired")]

        # "This was his": a thing of somebody's.
        whose = alternatives([*words("his"), *words("their"), *words("its")])
        points_back = rf"(?:it|(?:{alternatives(words('demonstratives'))})(?:\s[a-z]+)?)\s"

        # What a report on a company tells of, and what a company has beside it.
        of_firms = words("figures_of_firms")
        firms_have = alternatives([*of_firms, *words("things_of_firms")])
        articles = alternatives([one.capitalize() for one in words("articles")])

        # Behind "her" these begin no noun.
        no_owned = alternatives(
            [*words("stops"), *words("articles"), *words("articles_of_one"), *words("infinitives")]
        )

        # What is done to "it", other than in "made it clear", and what is done with it.
        links = [*words("links"), *words("occasion_prepositions")]
        to_do = next(iter(words("infinitives")), "to")
        does = rf"\b(?!(?:{alternatives(words('idle_before_it'))})\s)(?:{past}|(?<=\b{to_do}\s)[a-z]+)"
        linked = rf"\b(?:{alternatives([link for link in links if link not in words('chains')])})"
        onward = rf"(?=[,.;]|$|\s(?!(?:{alternatives(words('helping_verbs'))})\b))"
        one_told_of = [*words("he"), *words("it"), *words("pairs_last_named")]

        self.office_of_it = re.compile(
            rf"\b(?:{alternatives([*words('its'), *words('their')])})\s(?:[a-z]+\s)?"
            rf"(?:{alternatives(words('heads'))})\s$"
        )
        # "Her deputy, Jonas Berg, was cleared"
        self.owner_named = re.compile(
            rf"(?:{whose})\s(?:[a-z-]+\s){{0,3}}[a-z-]+,\s(?P<name>[^,]{{3,50}}),\s", re.IGNORECASE
        )
        # "The daughter of a miner, | she was one of two"
        self.before_pronoun = re.compile(
            rf"(?P<phrase>[A-Za-z][^,;:“”\"]{{2,90}}(?:,\s(?:(?:the|a|an)\s)?[^,;:“”\"]{{2,60}})?),\s"
            rf"(?=(?:{alternatives(one_told_of)}|{_NAME})\s(?:{past})\b)"
        )
        self.he = beginning_with(words("he"))
        self.his = beginning_with(words("his"))
        # "Searched his shop"; but "hired her as", "painted her"
        self.his_inside = re.compile(
            rf"\s(?P<his>{alternatives(words('his'))})\s(?!(?:{no_owned})\b)(?=[a-z])"
        )
        self.it = beginning_with(words("it"))
        self.agent = re.compile(rf"(?:{alternatives(words('agents'))})\s+")
        # "is due to take place": it is that which takes place
        self.due = re.compile(
            rf"(?:{alternatives(words('helping_verbs'))})\s(?:{alternatives(words('due'))})\s(?:{to_do})\s(?P<verb>[a-z]+)"
        )
        # "He died there"; but "there was"
        self.there = re.compile(
            rf"(?<=\w)\s(?:{alternatives(words('there'))})(?=[,.;]|$|\s(?!(?:{alternatives(words('helping_verbs'))})\b))"
        )
        # "Hired her as a clerk", "awarded her a medal"; but "painted her house"
        self.him = re.compile(rf"\s(?P<pronoun>{alternatives(words('him'))})(?=[,.;]|$|\s(?:{no_owned})\b)")
        # "Closed it", "promised to reopen it", "will vote on it"
        self.acts_on_it = re.compile(rf"{does}\s(?P<it>{alternatives(words('it'))}){onward}")
        self.does_it = re.compile(rf"(?:{does}|{linked})\s(?P<it>{alternatives(words('it'))}){onward}")
        # "It will be held": an occasion is
        self.is_held = re.compile(
            rf"(?:{alternatives(words('it'))})\s(?:[a-z]+\s){{0,3}}?(?:{alternatives(words('is_held'))})\b",
            re.IGNORECASE,
        )
        # "A full recount"; but not "to recount"
        self.held_occasion = re.compile(
            rf"\b(?:{alternatives([*words('articles'), *words('articles_of_one')])})\s"
            rf"(?P<what>(?:[\w-]+\s){{0,3}}?(?:{alternatives(words('held_occasions'))}))(?=\W)",
            re.IGNORECASE,
        )
        self.does_them = re.compile(rf"{does}\s(?P<it>{alternatives(words('them'))}){onward}")
        self.they = beginning_with(words("pairs_last_named"))
        self.its = beginning_with(words("its"))
        self.country = beginning_with(words("country"))
        self.sides = beginning_with(words("sides"))
        self.company = beginning_with(words("company"))
        self.of_a_thing = re.compile(
            rf"\s(?P<about>(?:{alternatives(links_of_things)})\s(?:the\s)?{_NAME})(?![\w-])"
        )
        self.owned_head = re.compile(
            rf"(?:{alternatives(words('determiners'))})\s(?!(?:\w+\s)?(?:{alternatives(persons)})\b)"
            rf"(?:[\w-]+\s){{1,3}}(?:{alternatives(words('links'))})\s[^,]{{2,40}}$",
            re.IGNORECASE,
        )
        self.pointed_to = re.compile(
            rf"{points_back}(?:(?:{alternatives(words('points_to'))})\s"
            rf"|(?P<owned>(?:{alternatives(words('is_or_was'))})\s(?=(?:{whose})\s)))",
            re.IGNORECASE,
        )
        self.impersonal = re.compile(words("impersonal")[0] if words("impersonal") else "(?!)", re.IGNORECASE)
        self.their = beginning_with(words("their"))
        self.own_words = beginning_with(words("own_words"))
        self.of_a_firm = re.compile(
            rf"(?:(?:{alternatives(words('articles'))})\s)?(?P<what>(?:[\w.&-]+\s){{0,2}}?(?:{alternatives(of_firms)})\s)",
            re.IGNORECASE,
        )
        self.its_figure = re.compile(
            rf"(?:{alternatives(words('its'))})\s(?:[\w.&-]+\s){{0,2}}?(?:{firms_have})\b",
            re.IGNORECASE,
        )
        self.described_firm = re.compile(
            rf"(?:{articles})\s(?:[\w&-]+,?\s){{0,6}}?(?:[\w-]*(?:{alternatives(words('kinds_of_company'))}))\s"
        )
        self.state_body = re.compile(
            rf"(?:{articles})\s(?P<body>(?:{alternatives(words('state_bodies'))})\s)"
        )
        self.article = next(iter(words("article")), "")
