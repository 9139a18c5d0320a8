"""The patterns that clauses are told apart with."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from data.events.patterns import UPPER, alternatives, any_of, past_verbs

# The dot of an initial ends no sentence ("an I.C.C. member").
_INITIAL = rf"(?<=\b[{UPPER}])\."


def of_clauses(words: Callable[[str], list[str]]) -> dict[str, Any]:
    """The patterns that clauses are told apart with; a border's group ``at`` is where the next one begins."""

    def forms(name: str) -> str:
        return any_of(words(name))

    determiners, prepositions = alternatives(words("determiners")), alternatives(words("date_prepositions"))
    behind_participles = alternatives([*words("date_prepositions"), *words("behind_participles")])
    past = past_verbs(words("irregular"))
    present = any_of(words("present"))
    present_or_ahead = any_of([*words("present"), *words("ahead")])
    third_person = alternatives([*words("present_verbs"), *words("third_person")])
    nouns = alternatives(words("occasion_nouns"))
    owner = rf"(?:{determiners}|[{UPPER}]\S*['’]s?)\s"
    occasion = rf"[\s\u00a0](?P<at>)(?:{owner})?(?:[\w’'-]+\s){{0,2}}(?:{nouns})\b[^,;]{{0,60}}$"
    relatives = alternatives(words("relatives"))
    no_thing = alternatives(
        [*words("confined"), *words("shared"), *words("conjunctions"), *words("relatives")]
    )
    of_figures = alternatives([*words("place_prepositions"), *words("occasion_prepositions")])
    # "Since then"
    bounds = [*words("bounds"), *words("before_then")]
    not_since = "".join(rf"(?<!\b{word})(?<!\b{word.capitalize()})" for word in bounds)
    # "Then the mayor", "and then": who was it, and what came next.
    no_then = rf"\s(?:{determiners}|[{UPPER}])"
    # "In the year that ended in May": the date is that of the year; "saying that": of what is said.
    no_object = alternatives(
        [*words("parts_of_time"), *words("lengths"), *words("confined"), *words("verbs_of_many")]
    )
    # "9 million, or 4 a share, in the year before": commas inside a figure.
    aside = r"(?:[^,;]|,(?:\sor\s|\d|\s$|\s(?:in|for)\s))"
    # "The first visit to Oslo by a mayor since Ada Okoye": hers was one, too.
    rare = (
        rf"\b(?:{alternatives(words('rarities'))})\s(?:[\w-]+\s){{0,2}}?(?P<what>(?:{nouns})\b[^,;:]*?)"
        rf"(?:\s(?:{alternatives(words('agents'))})\s[^,;:]*)?"
    )
    then = alternatives(words("adverbs_of_then"))
    return {
        "finite": re.compile(
            rf"\b(?<![’'-])(?=\w)(?:(?P<about>{forms('about_older')})|(?P<present>{present_or_ahead})|(?P<past>{past}))\b"
        ),
        "finite_word": re.compile(
            rf"(?<![\w’'-])(?:{past}|{present}|{forms('about_older')}|{alternatives(words('modals'))}|{third_person})(?![\w’'-])"
        ),
        # "Ilves dines": a name and a verb of the present; in "Rescue workers pulled" the verb follows.
        "name_and_verb": re.compile(
            r"[^\W\d_a-z][\w’'.-]*\s[a-z]{2,}[a-rt-z]s\s"
            rf"(?!(?:{alternatives(words('behind_plurals'))})\b|[a-z]{{2,}}ed\b)"
        ),
        "participle_head": re.compile(
            rf"(?:(?:{alternatives(words('before_participles'))})\s)?(?:{forms('participles')})(?:\s(?:{alternatives(words('ends_of_participles'))}))?(?:\s(?:{behind_participles})\b|[\s.]*$)"
        ),
        "passive": re.compile(
            rf"\b(?:{alternatives(words('copula'))})\s(?:(?:\w+ly|{alternatives(words('before_participles'))})\s)?(?:{forms('participles')})\b"
        ),
        "occasion_noun": re.compile(rf"\b(?:{nouns})\b"),
        "joint": re.compile(rf"(?P<comma>,?)\s(?P<at>)(?:{alternatives(words('conjunctions'))})\s"),
        "relative": re.compile(rf",\s(?:{relatives})\s"),
        "fronted_clause": re.compile(
            rf"((?P<always>{alternatives(words('fronted_always'))})|{alternatives(words('fronted_unless_a_day'))})\s",
            re.IGNORECASE,
        ),
        "fronted_length": re.compile(
            rf"(?:[^\s,]+\s){{1,4}}?(?:{alternatives(words('lengths'))})\s(?=(?:{alternatives(words('bounds'))})\s)",
            re.IGNORECASE,
        ),
        "counted": re.compile(
            rf"\s(?:{alternatives(words('counted_back'))}|(?P<later>{alternatives(words('counted_ahead'))}))\s"
        ),
        "session": re.compile("|".join(words("sessions")) or "(?!)"),
        "bounding": re.compile(rf"\W*(?:{alternatives(words('bounds'))})\s", re.IGNORECASE),
        "resumption": re.compile(
            rf",\s(?=(?:(?:\w+ly|{alternatives(words('adverbs_of_verbs'))})\s)?(?:{past}|{present}|{alternatives(words('modals_resumed'))}|{alternatives(words('present_verbs'))}|[a-z]{{3,}}[a-rt-z]s)\b)"
        ),
        "circumstance": re.compile(rf"(?:{alternatives(words('circumstances'))})\s", re.IGNORECASE),
        "fronted_condition": re.compile(rf"(?:{alternatives(words('fronted_conditions'))})\s", re.IGNORECASE),
        # Where a clause may end; and where what comes next of several things begins.
        "clause_mark": re.compile(rf"[,;:—]\s|\s(?:{alternatives(words('clause_openers'))})\s"),
        "next_listed": re.compile(rf"[,;]\s|,?\s(?=(?:{alternatives(words('listing'))})\s)"),
        # What somebody does by the way ("it works, reviving").
        "by_the_way": re.compile(rf",\s(?P<at>)\w{{3,}}(?:{alternatives(words('endings_of_doing'))})\s"),
        "main_begins": re.compile(r",\s+(?=\S)"),
        "inner_border": re.compile(
            rf",?\s(?P<at>)(?:(?:{relatives})\s|(?:{forms('participles')})\s(?:(?:{prepositions})\s|$)"
            rf"|(?:{alternatives(words('occasion_prepositions'))})\s(?:{determiners})\s$)"
        ),
        "occasion_border": re.compile(occasion),
        "described": re.compile(
            rf"(?P<subject>[^,“”\"]{{2,80}}+),\s(?P<clause>(?:{alternatives(words('before_participles'))})?\s?(?:{forms('participles')})\b(?=[\s,]|$))"
        ),
        "expected": re.compile(
            rf"(?:{alternatives(words('is_expected'))})\s(?:(?:\w+ly|{alternatives(words('adverbs_of_expecting'))})\s)?(?:{alternatives(words('expectations'))})\s"
        ),
        "of_a_noun": re.compile(
            rf"\b(?i:{determiners})\s(?:\w+\s)?(?!(?:{alternatives(words('parts_of_time'))})\s)[a-z]\w+\sof\s$"
        ),
        "unparted": re.compile(
            rf"\b(?:{alternatives(words('unparted'))}|in\s(?:{determiners})\s(?:[\w’'-]+\s){{0,2}}(?:{alternatives(words('said_in'))}))\s$",
            re.IGNORECASE,
        ),
        "aim_border": re.compile(rf"[\s\u00a0](?P<at>)(?:{forms('aims')})\b"),
        # A word that may be one is looked for first, which is quicker than what must not stand before it.
        "then": re.compile(rf"(?=\s(?:{then})[\s.,])(?<=\w){not_since}\s(?:{then})(?=[\s.,])(?!{no_then})"),
        "soon_behind": re.compile(rf"(?:{alternatives(words('soon_behind'))})\b", re.IGNORECASE),
        "he_said": re.compile(
            rf"\b(?:{alternatives(words('he'))})\s(?:\w+ly\s)?(?:{alternatives(words('verbs'))})\b",
            re.IGNORECASE,
        ),
        "figure_told": re.compile(rf"\b(?:{alternatives(words('business_figures'))})\b", re.IGNORECASE),
        "figure_moved": re.compile(
            rf"\W*(?:[\w’'&.-]+\s){{0,5}}?(?:{alternatives(words('business_figures'))})"
            rf"(?:\s(?:{of_figures})\s[\w\s’'&.-]{{1,40}}?)?"
            rf"\s(?:\w+ly\s)?(?:{alternatives(words('figures_move'))})\b",
            re.IGNORECASE,
        ),
        "asking_border": re.compile(rf"\s(?P<at>)(?:{alternatives(words('embedded_questions'))})\s"),
        "source": re.compile(rf"(?:{alternatives(words('sources'))})\s"),
        "cited": re.compile(rf"\b(?:{alternatives(words('sources'))})\s", re.IGNORECASE),
        "at_once": re.compile(rf"\b(?:{alternatives(words('at_once'))})\s$", re.IGNORECASE),
        "compared": re.compile(
            rf"\b(?:{alternatives(words('compared'))})\s{aside}*$|\b(?:{alternatives(words('rarities'))})\s(?:[^.;]|{_INITIAL}){{0,80}}\bsince\s(?:the\s(?:\w+\sof\s)?)?$"
            rf"|\b(?:{alternatives(words('dates_nothing'))})\s(?:at\s(?:\w+\s){{1,4}})?(?:(?:{prepositions})\s)*$"
            rf"|\b(?:{alternatives(words('directions'))})\s\S*\d{aside}*\b(?:{alternatives(words('risen_from'))})\s$"
        ),
        "rarity": re.compile(rf"\b(?:{alternatives(words('rarities'))})\s(?:[^.;]|{_INITIAL}){{0,80}}$"),
        "ranks": re.compile(
            rf"\b(?:{alternatives(words('rarities'))})\s(?:[\w’'-]+\s){{1,4}}of\s$", re.IGNORECASE
        ),
        "rare_at_end": re.compile(rf"{rare}$"),
        "rare_before": re.compile(
            rf"{rare}\ssince\s(?:[{UPPER}][\w’'.-]+\s){{1,4}}(?:(?:{prepositions})\s)?$"
        ),
        "told_behind": re.compile(rf",?\s(?:{alternatives(words('told_begins'))})\s"),
        "risen_from": re.compile(
            rf"\b(?:{alternatives(words('risen_from'))})\s(?:\w+\s){{0,3}}[^\w\s]?\w{{0,2}}[^\w\s]?\d(?:(?!\sto\s|\w{{2,}}ed\s){aside})*$"
        ),
        "risen_to": re.compile(
            rf"\bto\s[^\w\s]?\w{{0,2}}[^\w\s]?\d[^;]*\b(?:{alternatives(words('risen_from'))})\s"
        ),
        "of_goods": re.compile(rf"\s(?:{alternatives(words('of_goods'))})\b"),
        "law_behind": re.compile(rf"\s(?:[a-z-]+\s){{0,2}}?(?:{alternatives(words('laws'))})(?![\w’'])"),
        "rests_on_law": re.compile(
            rf"(?:,\s(?:{alternatives(words('articles_of_one'))})"
            rf"|\b(?:{alternatives(words('rests_on_laws'))})\s(?:{alternatives(words('articles_of_laws'))}))\s$",
            re.IGNORECASE,
        ),
        "restricted": re.compile(
            rf"\b(?!that\s)(?:{determiners})\s(?:[\w’'-]+\s){{0,2}}(?!(?:{no_object})\s)[\w’'-]+\s"
            rf"(?:of\s[^\w\s]?[\w.]+\s(?:\w+\s)?)?(?P<at>)(?=that\s)"
        ),
        "contact_clause": re.compile(
            rf"\b(?:{determiners}|[^\w\s]?\d[\w.,]*)\s(?:(?!(?:{no_thing})\s)[\w’'-]+\s){{1,4}}?(?P<at>)"
            rf"(?:{alternatives(words('pronouns_of_clauses'))})\s(?:\w+ly\s|first\s|once\s)?(?:{past})\b"
        ),
        "figure": re.compile(r",?\s(?:\w+\s){0,3}[^\w\s]?\w{0,2}[^\w\s]?\d"),
        "beginning": re.compile(rf"\b(?:{alternatives(words('beginning'))})\s+(?:on\s+)?$"),
        "begins": re.compile(rf"\b(?:{alternatives(words('begins'))})\b"),
        "lasting": re.compile(rf"\s*(?:{alternatives(words('lasting'))})\b"),
        "long_time": _long_time(words),
        "beside_a_stay": re.compile(
            rf"\W*(?:{alternatives(words('beside_stays'))})\s[^,;]{{0,60}}\b(?:{alternatives(words('stays'))})\b[^,;]{{0,60}},",
            re.IGNORECASE,
        ),
    }


def _long_time(words: Callable[[str], list[str]]) -> re.Pattern[str]:
    def one_of(*names: str) -> str:
        return rf"(?:{alternatives([word for name in names for word in words(name)])})"

    begins = rf"(?:{one_of('within_long_times')}|{one_of('ends_of_long_times')}\sof)\s"
    between = rf"(?:(?!{one_of('occasion_prepositions', 'place_prepositions')}\s)[\w’'-]+\s){{0,4}}?"
    named = rf"{one_of('long_times')}\b(?!\s{one_of('no_long_times')}\b)"
    part = rf"the\s{one_of('early_or_late')}\s{one_of('lengths')}\sof\s{one_of('determiners')}\s[\w’'-]+"
    return re.compile(rf"\b(?:{begins}{between}{named}|{part})", re.IGNORECASE)
