"""The patterns that titles are made with."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from data.events.patterns import REGULAR_PAST, UPPER, alternatives, any_of

# A space or a comma and a space. So written, a text is searched for these marks and nothing else.
_GAP = r"[,\s](?:(?<=,)\s|(?<=\s))"
# The lists of words behind which an occasion with a date may stand.
_BEFORE_OCCASIONS = ("fronted_always", "fronted_unless_a_day", "occasion_heads")
# A name of at most four words.
_NAME = rf"[{UPPER}][\w.&’'-]*\w(?:\s[{UPPER}][\w.&’'-]*\w){{0,3}}"


def of_titles(words: Callable[[str], list[str]]) -> dict[str, Any]:
    """The patterns that titles are made with."""
    past = any_of([REGULAR_PAST, *words("irregular")])

    relatives = [word for word in words("relative_heads") if word in words("of_nouns")]
    persons = [*words("heads"), *words("small_titles"), *words("before_names")]

    # Behind "a" and "an" no sentence opens.
    opening = alternatives([one.capitalize() for one in words("connectives")])

    # "Between" needs two names.
    links_of_things = [link for link in words("links_of_things") if link not in words("paired")]

    # Behind "to" these begin no verb.
    no_verbs = [*words("determiners"), *words("owners"), *words("small_words")]

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

    def head(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{alternatives(words(name))})\b", re.IGNORECASE)

    return {
        "subordinator": re.compile(rf"(?:{alternatives(words('subordinators'))})\s+", re.IGNORECASE),
        "fronted": head("fronted"),
        "as_was_said": re.compile(
            rf"(?:{alternatives(words('as_said'))})\s(?:[^\s,;]+\s){{1,5}}?(?:{alternatives(words('verbs'))})\b(?:\s(?:{alternatives(words('date_prepositions'))}))?"
        ),
        "resolved": re.compile(
            rf"(?P<verb>{alternatives(words('resolves'))})\b[^.;“”\"]{{0,80}}?[,:]?\s"
            rf"(?P<what>(?:{alternatives(words('relative_links'))})\s)",
            re.IGNORECASE,
        ),
        "idle": re.compile(rf"{_GAP}(?:{alternatives(words('idle'))})(?=,?\s)(?:,(?=\s))?"),
        # "They last met"; but "was last seen", "the last met", "Norway's last"
        "idle_before_verb": re.compile(
            rf"\s(?:{alternatives(words('idle_before_verbs'))})(?=\s(?:{past})\b)"
        ),
        "idle_before_noun": re.compile(
            rf"(?<=\bthe)\s(?:{alternatives(words('idle_before_nouns'))})(?=\s[a-z])"
        ),
        # "Berg and Lund's last in-person meeting was in Oslo"
        "last_meeting": re.compile(
            rf"(?P<who>[^,;:]{{3,60}}?\s(?:{alternatives(words('conjunctions'))})\s[^,;:]{{3,40}}?)(?:['’]s|s['’])\s(?:{alternatives(words('last_ones'))})\s"
            rf"(?:(?P<how>{alternatives(words('ways_to_meet'))})\s)?(?:{alternatives(words('meetings_of_two'))})\s(?:{alternatives(words('is_or_was'))})\s"
            rf"(?=(?:{alternatives([*words('occasion_prepositions'), *words('place_prepositions')])})\s)"
        ),
        # "The last BRICS meeting was held"; but "the last soldier left"
        "last_occasion": re.compile(
            rf"(?P<article>{articles})\s(?:{alternatives(words('last_ones'))})\s(?=(?P<what>(?:[\w.-]+\s){{0,4}}?(?:{alternatives(words('held_again'))})\s)(?:{past}|{alternatives(words('is_or_was'))})\b)"
        ),
        "misstated_time": re.compile(
            rf"(?:{alternatives(words('articles'))})\s(?:{alternatives(words('misstated_times'))})\s(?:{alternatives(words('misstated_links'))})\s(?P<told>.+)"
        ),
        "office_of_it": re.compile(
            rf"\b(?:{alternatives([*words('its'), *words('their')])})\s(?:[a-z]+\s)?"
            rf"(?:{alternatives(words('heads'))})\s$"
        ),
        "and_did": re.compile(rf"\s(?:{alternatives(words('conjunctions'))})\s(?={past}\b)"),
        "when_behind": re.compile(rf"\s(?:{alternatives(words('of_that_time'))})\s"),
        "counting_head": re.compile(
            rf"(?:{alternatives(words('counting_heads'))})\s(?=\d|(?:{alternatives(words('numbers'))})\b)",
            re.IGNORECASE,
        ),
        # "..., final results showed"
        "facts_behind": re.compile(
            rf"(?:[a-z-]+\s){{0,2}}(?:{alternatives(words('sources_of_facts'))})\s"
            rf"(?:{alternatives(words('facts_show'))})\W*"
        ),
        "similar": re.compile(
            rf"^(?P<article>{alternatives(words('articles_of_one'))})\s"
            rf"(?:{alternatives(words('similar'))})\s(?=[a-z-]+\s(?!{alternatives(words('infinitives'))}\b))",
            re.IGNORECASE,
        ),
        "as_well": re.compile(rf",?\s(?:{alternatives(words('as_well'))})(?=\.?\Z)"),
        "is_set": re.compile(rf"\b(?:{alternatives(words('is_set'))})$"),
        # "Her deputy, Jonas Berg, was cleared"
        "owner_named": re.compile(
            rf"(?:{whose})\s(?:[a-z-]+\s){{0,3}}[a-z-]+,\s(?P<name>[^,]{{3,50}}),\s", re.IGNORECASE
        ),
        # "Plans to open it in May | and to close it in June"
        "also_to": re.compile(
            rf"(?:{alternatives(words('conjunctions'))})\s(?P<told>(?:{to_do})\s(?!(?:{alternatives(no_verbs)})\b)[a-z]+.*)",
            re.DOTALL,
        ),
        # "The daughter of a miner, | she was one of two"
        "before_pronoun": re.compile(
            rf"(?P<phrase>[A-Za-z][^,;:“”\"]{{2,90}}(?:,\s(?:(?:the|a|an)\s)?[^,;:“”\"]{{2,60}})?),\s"
            rf"(?=(?:{alternatives(one_told_of)}|{_NAME})\s(?:{past})\b)"
        ),
        "he": head("he"),
        "his": head("his"),
        # "Searched his shop"; but "hired her as", "painted her"
        "his_inside": re.compile(rf"\s(?P<his>{alternatives(words('his'))})\s(?!(?:{no_owned})\b)(?=[a-z])"),
        "it": head("it"),
        "agent": re.compile(rf"(?:{alternatives(words('agents'))})\s+"),
        # "is due to take place": it is that which takes place
        "due": re.compile(
            rf"(?:{alternatives(words('helping_verbs'))})\s(?:{alternatives(words('due'))})\s(?:{to_do})\s(?P<verb>[a-z]+)"
        ),
        # "He died there"; but "there was"
        "there": re.compile(
            rf"(?<=\w)\s(?:{alternatives(words('there'))})(?=[,.;]|$|\s(?!(?:{alternatives(words('helping_verbs'))})\b))"
        ),
        "limit_behind": re.compile(rf"\s(?:{alternatives(words('limits_of_dates'))})\b"),
        # "Hired her as a clerk", "awarded her a medal"; but "painted her house"
        "him": re.compile(rf"\s(?P<pronoun>{alternatives(words('him'))})(?=[,.;]|$|\s(?:{no_owned})\b)"),
        # "Closed it", "promised to reopen it", "will vote on it"
        "acts_on_it": re.compile(rf"{does}\s(?P<it>{alternatives(words('it'))}){onward}"),
        "does_it": re.compile(rf"(?:{does}|{linked})\s(?P<it>{alternatives(words('it'))}){onward}"),
        "does_them": re.compile(rf"{does}\s(?P<it>{alternatives(words('them'))}){onward}"),
        "they": head("pairs_last_named"),
        "its": head("its"),
        "country": head("country"),
        "sides": head("sides"),
        "company": head("company"),
        "misstated": re.compile(
            rf"\b(?:{alternatives(words('misstates'))})\s(?P<what>(?:{alternatives(words('articles'))})\s\w+\s(?:{alternatives(words('misstated_links'))})\s[^.;]{{5,60}})"
        ),
        "comparison": re.compile(
            rf"{_GAP}(?:{alternatives(words('compared'))}|(?P<than>than\s(?:{alternatives(words('than'))})))\b"
        ),
        "sooner": re.compile(rf",?\s(?:[\w-]+\s){{0,3}}(?:{alternatives(words('sooner_or_later'))})$"),
        "wants_date": re.compile(rf"\b(?:{alternatives(words('wants_date'))})\s+$"),
        "is_or_was": re.compile(rf"\b(?:{alternatives(words('is_or_was'))})\s+$"),
        "compared_with": re.compile(
            rf"\b(?:(?<!\ba\s)(?:{alternatives(words('rarities'))})\s(?:[^,.;]*\s)?since\s+(?:the\s+)?|than\s+(?:(?:{alternatives(words('behind_than'))})\s+)*)$"
        ),
        "joins": head("joins"),
        "of_something": re.compile(rf"\s(?:{alternatives(words('chains'))})\s[^\W\d]"),
        "of_a_thing": re.compile(
            rf"\s(?P<about>(?:{alternatives(links_of_things)})\s(?:the\s)?{_NAME})(?![\w-])"
        ),
        "closed_relative": re.compile(rf",\s(?:{alternatives(words('relatives'))})\s[^,;]*,$"),
        "lost": re.compile(rf"\s(?:{alternatives(words('articles_of_one'))})\s(?=(?:{opening})\b)"),
        "relative_aside": re.compile(rf",\s(?:{alternatives(words('relatives'))})\s[^,;]*(?=,)"),
        "particle": re.compile(rf"(?:{alternatives(words('particles_of_verbs'))})(?=[,;:.]|\s[–—]|\Z)"),
        "back": re.compile(rf"(?:{alternatives(words('back'))})\s+"),
        "open_relative": re.compile(rf",\s(?:{alternatives(relatives)})\s[^,;]*$"),
        "active_to": re.compile(rf"(?:{alternatives(words('active_to'))})\sto\s"),
        "joint_end": re.compile(rf"\s(?:{alternatives(words('conjunctions'))})$"),
        "also_said": re.compile(
            rf",?\s(?:{alternatives(words('conjunctions'))})\s(?:(?:{alternatives(words('verbs'))}|{alternatives(words('urging'))})\b|\w+ed\sthat\b)"
        ),
        "opens_clause": re.compile(rf"\s(?:{alternatives(words('opens_clause'))})\s|,\s(?:and|but)\s|[:;]\s"),
        "condition": re.compile(rf"[,\s](?:{alternatives(words('conditions'))})\s"),
        "conditional": re.compile(
            rf"(?:^|[,;]\s|\s[—–]\s|[“\"])(?:(?:{alternatives(words('conjunctions'))})\s)?(?P<condition>(?i:{alternatives(words('conditions'))}|(?-i:{alternatives(words('inverted'))}))\s[^;]{{3,140}}?),?\s?[”\"]?\s?$"
        ),
        "unreal": re.compile(rf"\b(?:{alternatives(words('unreal'))})\b"),
        "clause_joint": re.compile(
            rf"[,;]\s(?:(?:{alternatives(words('conjunctions'))}|{alternatives(words('subordinators'))})\s)?(?=(?:{alternatives(words('determiners'))}|[{UPPER}]\w+)\s)",
        ),
        "that": re.compile(rf"\W*(?:{alternatives(words('relative_links'))})\s"),
        "owned_head": re.compile(
            rf"(?:{alternatives(words('determiners'))})\s(?!(?:\w+\s)?(?:{alternatives(persons)})\b)"
            rf"(?:[\w-]+\s){{1,3}}(?:{alternatives(words('links'))})\s[^,]{{2,40}}$",
            re.IGNORECASE,
        ),
        "also_relative": re.compile(
            rf",?\s(?:{alternatives(words('conjunctions'))})\s(?:{alternatives(relatives)})\s.*$", re.DOTALL
        ),
        "pointed_to": re.compile(
            rf"{points_back}(?:(?:{alternatives(words('points_to'))})\s"
            rf"|(?P<owned>(?:{alternatives(words('is_or_was'))})\s(?=(?:{whose})\s)))",
            re.IGNORECASE,
        ),
        "is_what": re.compile(
            rf"\s(?:(?:{alternatives(words('is_or_was'))})\s(?:{alternatives(words('determiners'))})\s"
            rf"|(?:{alternatives(words('is_or_was'))})\s(?:[\w’'-]+\s){{0,2}}?"
            rf"(?:(?:{alternatives(words('judged'))})\s(?:that|how|if|whether)"
            rf"|(?:{alternatives(words('judged_to_do'))})\sto)\s"
            rf"|(?:{alternatives(words('nobody_does'))})\s(?:[^,]*\sto|that)\s)"
        ),
        "cleft": re.compile(
            rf"(?:{alternatives(words('cleft'))})\s(?P<focus>[^,;:]{{2,60}}?)\s(?P<link>that|who)\s(?P<rest>\S.*)",
            re.IGNORECASE | re.DOTALL,
        ),
        "joint_head": re.compile(rf"(?:{alternatives(words('conjunctions'))})\s+"),
        "opening": re.compile(rf"(?:^|\s)(?:{alternatives(words('openers'))})\s"),
        "helping_verb": re.compile(rf"(?<=\s)(?:{alternatives(words('helping_verbs'))})\s"),
        "impersonal": re.compile(words("impersonal")[0] if words("impersonal") else "(?!)", re.IGNORECASE),
        "their": head("their"),
        "dated_occasion": re.compile(
            rf"\b(?:{alternatives([one for name in _BEFORE_OCCASIONS for one in words(name)])})\s"
            rf"(?=(?:{alternatives(words('determiners'))}|[{UPPER}]\S*(?:\s[{UPPER}]\S*){{0,2}}['’]s?)\s)"
        ),
        "own_words": head("own_words"),
        "relative_head": re.compile(
            rf"(?:(?P<preposition>{alternatives(words('relative_prepositions'))})\s(?P<behind>{alternatives(words('relative_behind'))})"
            rf"|(?P<pronoun>{alternatives(words('relative_heads'))}))\s+",
            re.IGNORECASE,
        ),
        "determined": re.compile(rf"(?:{alternatives(words('determiners'))})\s", re.IGNORECASE),
        "inner_clause": re.compile(
            rf"(?P<subject>(?:(?!,\s(?:and|but)\s)[^“”\"]){{3,80}}?),\s(?P<clause>(?:(?:{alternatives(words('relative_prepositions'))})\s)?(?:{alternatives(words('relatives'))})\s)"
        ),
        "said_between": re.compile(
            rf",\s(?:(?:{alternatives(words('he'))}|[{UPPER}]\w+(?:\s[{UPPER}]\w+)?)\s(?:{alternatives(words('verbs'))})"
            rf"|(?:{alternatives(words('verbs'))})\s[{UPPER}][^,]{{1,40}}(?:,\s(?:the|a|an|[a-z]+\sof)\s[^,]{{3,120}})?),\s(?=[“\"]?[a-z])"
        ),
        "tells_hearers": re.compile(rf"(?:{alternatives(words('tells_hearers'))})\b"),
        "saying": re.compile(rf"(?<![\w-])(?:{alternatives(words('verbs'))})(?!\w)"),
        "told_that": re.compile(
            rf"\b(?:{alternatives(words('tells_hearers'))})\s[^,;:]+\s(?:{alternatives(words('relative_links'))})$"
        ),
        "asks_whom": re.compile(
            rf"\b(?P<verb>{alternatives(words('asks_whom'))})\s(?P<whom>[^,;:]{{2,60}})$"
        ),
        "infinitive": re.compile(r"(?:in\sorder\s)?to\s(?=[a-z])", re.IGNORECASE),
        "preposition": re.compile(
            rf"(?:{alternatives([*words('occasion_prepositions'), *words('place_prepositions')])})\s+",
            re.IGNORECASE,
        ),
        "placing_head": re.compile(rf"\s(?:{alternatives(words('places_subject'))})\s"),
        "of_a_firm": re.compile(
            rf"(?:(?:{alternatives(words('articles'))})\s)?(?P<what>(?:[\w.&-]+\s){{0,2}}?(?:{alternatives(of_firms)})\s)",
            re.IGNORECASE,
        ),
        "its_figure": re.compile(
            rf"(?:{alternatives(words('its'))})\s(?:[\w.&-]+\s){{0,2}}?(?:{firms_have})\b",
            re.IGNORECASE,
        ),
        "saying_behind": re.compile(
            rf",\s(?P<who>(?:(?:{alternatives(words('determiners'))})\s(?:[\w-]+\s){{1,4}}|(?:[{UPPER}][\w.’-]+\s){{1,4}})(?:{alternatives(words('verbs'))})\b)"
        ),
        "described_firm": re.compile(
            rf"(?:{articles})\s(?:[\w&-]+,?\s){{0,6}}?(?:[\w-]*(?:{alternatives(words('kinds_of_company'))}))\s"
        ),
        "state_body": re.compile(rf"(?:{articles})\s(?P<body>(?:{alternatives(words('state_bodies'))})\s)"),
        "article": next(iter(words("article")), ""),
        "place_links": tuple(words("place_links")),
        "copula": tuple(words("copula")),
        "inner_relative": re.compile(rf"\s(?:that|which|who)\s(?=(?:{past}|is|are|will)\b)"),
        "helper": re.compile(
            rf"(?:{alternatives(words('before_verbs'))})\s(?:\w+ly\s|(?:{alternatives(words('inside_verbs'))})\s)*\w+"
        ),
        "cuts": (
            re.compile(
                rf"[;:—–,\s](?:(?<=[;:—–])|(?<=,)(?=\s)|(?<=\s)(?=(?:{alternatives(words('cut_before'))})\s))"
            ),
            re.compile(rf"\s(?=(?:{alternatives(words('cut_before_if_need_be'))})\s)"),
            re.compile(
                rf"\s(?=(?:to\s(?!(?:{alternatives(no_verbs)})\s)[a-z]"
                rf"|(?=[a-z]+\s(?:{alternatives(words('cut_before_if_need_be'))})\s)(?:{any_of(words('participles'))})\s))"
            ),
            re.compile(
                rf"\s(?=(?:{alternatives(words('conjunctions'))})\s(?:(?:\w+ly|{alternatives(words('helping'))})\s)?(?:{past})\s)"
            ),
            re.compile(rf"\s(?=(?:{alternatives(words('conjunctions'))})\s)"),
            re.compile(rf"\s(?=(?:{alternatives(words('cut_before_if_need_be'))})\s)"),
        ),
    }
