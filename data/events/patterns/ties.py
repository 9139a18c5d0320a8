"""The patterns that tell how a line hangs together: joints, relative clauses, conditions, who says what."""

from __future__ import annotations

import re

from data.events.patterns import UPPER, Words, alternatives, beginning_with, past_verbs


class TiePatterns:
    """The patterns of how the parts of a line hang on one another."""

    def __init__(self, words: Words) -> None:
        past = past_verbs(words("irregular"))
        relatives = [word for word in words("relative_heads") if word in words("of_nouns")]

        # Behind "a" and "an" no sentence opens.
        opening = alternatives([one.capitalize() for one in words("connectives")])

        # Behind "to" these begin no verb.
        no_verbs = [*words("determiners"), *words("owners"), *words("small_words")]
        to_do = next(iter(words("infinitives")), "to")

        # "Three lots | after splinters were found"
        self.holds_clause = re.compile(rf"\s(?:{alternatives(words('subordinators'))})\s", re.IGNORECASE)
        self.subordinator = re.compile(rf"(?:{alternatives(words('subordinators'))})\s+", re.IGNORECASE)
        self.fronted = beginning_with(words("fronted"))
        self.as_was_said = re.compile(
            rf"(?:{alternatives(words('as_said'))})\s(?:[^\s,;]+\s){{1,5}}?(?:{alternatives(words('verbs'))})\b(?:\s(?:{alternatives(words('date_prepositions'))}))?"
        )
        self.resolved = re.compile(
            rf"(?P<verb>{alternatives(words('resolves'))})\b[^.;“”\"]{{0,80}}?[,:]?\s"
            rf"(?P<what>(?:{alternatives(words('relative_links'))})\s)",
            re.IGNORECASE,
        )
        self.and_did = re.compile(rf"\s(?:{alternatives(words('conjunctions'))})\s(?={past}\b)")
        # "..., final results showed"
        self.facts_behind = re.compile(
            rf"(?:[a-z-]+\s){{0,2}}(?:{alternatives(words('sources_of_facts'))})\s"
            rf"(?:{alternatives(words('facts_show'))})\W*"
        )
        # "Plans to open it in May | and to close it in June"
        self.also_to = re.compile(
            rf"(?:{alternatives(words('conjunctions'))})\s(?P<told>(?:{to_do})\s(?!(?:{alternatives(no_verbs)})\b)[a-z]+.*)",
            re.DOTALL,
        )
        self.misstated = re.compile(
            rf"\b(?:{alternatives(words('misstates'))})\s(?P<what>(?:{alternatives(words('articles'))})\s\w+\s(?:{alternatives(words('misstated_links'))})\s[^.;]{{5,60}})"
        )
        # "It was 2022, not 2019"
        self.puts_right = re.compile(
            rf"(?:{alternatives(words('put_right'))})\s(?:{alternatives(words('is_or_was'))})\s[^.;]{{1,60}}?"
            rf",?\s(?:{alternatives(words('wrong_behind'))})\s(?P<wrong>[\w€$£-]*\d[\w,-]*)",
            re.IGNORECASE,
        )
        self.joins = beginning_with(words("joins"))
        self.closed_relative = re.compile(rf",\s(?:{alternatives(words('relatives'))})\s[^,;]*,$")
        self.lost = re.compile(rf"\s(?:{alternatives(words('articles_of_one'))})\s(?=(?:{opening})\b)")
        self.relative_aside = re.compile(rf",\s(?:{alternatives(words('relatives'))})\s[^,;]*(?=,)")
        self.particle = re.compile(rf"(?:{alternatives(words('particles_of_verbs'))})(?=[,;:.]|\s[–—]|\Z)")
        self.back = re.compile(rf"(?:{alternatives(words('back'))})\s+")
        self.open_relative = re.compile(rf",\s(?:{alternatives(relatives)})\s[^,;]*$")
        self.active_to = re.compile(rf"(?:{alternatives(words('active_to'))})\sto\s")
        self.joint_end = re.compile(rf"\s(?:{alternatives(words('conjunctions'))})$")
        self.also_said = re.compile(
            rf",?\s(?:{alternatives(words('conjunctions'))})\s(?:(?:{alternatives(words('verbs'))}|{alternatives(words('urging'))})\b|\w+ed\sthat\b)"
        )
        self.opens_clause = re.compile(
            rf"\s(?:{alternatives(words('opens_clause'))})\s|,\s(?:and|but)\s|[:;]\s"
        )
        self.condition = re.compile(rf"[,\s](?:{alternatives(words('conditions'))})\s")
        self.conditional = re.compile(
            rf"(?:^|[,;]\s|\s[—–]\s|[“\"])(?:(?:{alternatives(words('conjunctions'))})\s)?(?P<condition>(?i:{alternatives(words('conditions'))}|(?-i:{alternatives(words('inverted'))}))\s[^;]{{3,140}}?),?\s?[”\"]?\s?$"
        )
        self.unreal = re.compile(rf"\b(?:{alternatives(words('unreal'))})\b")
        self.clause_joint = re.compile(
            rf"[,;]\s(?:(?:{alternatives(words('conjunctions'))}|{alternatives(words('subordinators'))})\s)?(?=(?:{alternatives(words('determiners'))}|[{UPPER}]\w+)\s)",
        )
        self.that = re.compile(rf"\W*(?:{alternatives(words('relative_links'))})\s")
        self.also_relative = re.compile(
            rf",?\s(?:{alternatives(words('conjunctions'))})\s(?:{alternatives(relatives)})\s.*$", re.DOTALL
        )
        self.is_what = re.compile(
            rf"\s(?:(?:{alternatives(words('is_or_was'))})\s(?:{alternatives(words('determiners'))})\s"
            rf"|(?:{alternatives(words('is_or_was'))})\s(?:[\w’'-]+\s){{0,2}}?"
            rf"(?:(?:{alternatives(words('judged'))})\s(?:that|how|if|whether)"
            rf"|(?:{alternatives(words('judged_to_do'))})\sto)\s"
            rf"|(?:{alternatives(words('nobody_does'))})\s(?:[^,]*\sto|that)\s)"
        )
        self.cleft = re.compile(
            rf"(?:{alternatives(words('cleft'))})\s(?P<focus>[^,;:]{{2,60}}?)\s(?P<link>that|who)\s(?P<rest>\S.*)",
            re.IGNORECASE | re.DOTALL,
        )
        self.joint_head = re.compile(rf"(?:{alternatives(words('conjunctions'))})\s+")
        self.opening = re.compile(rf"(?:^|\s)(?:{alternatives(words('openers'))})\s")
        self.helping_verb = re.compile(
            rf"(?<=\s)(?:{alternatives([*words('helping_verbs'), *words('denying_verbs')])})\s"
        )
        self.relative_head = re.compile(
            rf"(?:(?P<preposition>{alternatives(words('relative_prepositions'))})\s(?P<behind>{alternatives(words('relative_behind'))})"
            rf"|(?P<pronoun>{alternatives(words('relative_heads'))}))\s+",
            re.IGNORECASE,
        )
        self.determined = re.compile(rf"(?:{alternatives(words('determiners'))})\s", re.IGNORECASE)
        self.inner_clause = re.compile(
            rf"(?P<subject>(?:(?!,\s(?:and|but)\s)[^“”\"]){{3,80}}?),\s(?P<clause>(?:(?:{alternatives(words('relative_prepositions'))})\s)?(?:{alternatives(words('relatives'))})\s)"
        )
        self.said_between = re.compile(
            rf",\s(?:(?:{alternatives(words('he'))}|[{UPPER}]\w+(?:\s[{UPPER}]\w+)?)\s(?:{alternatives(words('verbs'))})"
            rf"|(?:{alternatives(words('verbs'))})\s[{UPPER}][^,]{{1,40}}(?:,\s(?:the|a|an|[a-z]+\sof)\s[^,]{{3,120}})?),\s(?=[“\"]?[a-z])"
        )
        self.tells_hearers = re.compile(rf"(?:{alternatives(words('tells_hearers'))})\b")
        self.quoted_as_saying = re.compile(
            rf"(?:(?P<whom>[^,;:“\"]{{2,80}}?)\s(?:{alternatives(words('helping_verbs'))})\s(?:been\s)?|[^;:“\"]{{2,80}}?\s)"
            rf"(?:{alternatives(words('quotes'))})\s(?(whom)(?:by\s[^;:“\"]{{2,60}}?\s)?|(?P<who>[^;:“\"]{{2,80}}?)\s)"
            rf"(?:{alternatives(words('as_saying'))})[:,]?\s(?:(?:{alternatives(words('relative_links'))})\s)?(?P<marked>(?=[^\w\s])|``)?"
        )
        self.saying = re.compile(rf"(?<![\w-])(?:{alternatives(words('verbs'))})(?!\w)")
        self.recital = re.compile(rf"(?:{alternatives(words('recitals'))})\s(?=\S)")
        self.having = re.compile(r"(?P<who>[^,;:]{3,60}?)\shaving\s(?=[a-z])")
        self.told_that = re.compile(
            rf"\b(?:{alternatives(words('tells_hearers'))})\s[^,;:]+\s(?:{alternatives(words('relative_links'))})$"
        )
        self.asks_whom = re.compile(
            rf"\b(?P<verb>{alternatives(words('asks_whom'))})\s(?P<whom>[^,;:]{{2,60}})$"
        )
        self.infinitive = re.compile(r"(?:in\sorder\s)?to\s(?=[a-z])", re.IGNORECASE)
        self.preposition = re.compile(
            rf"(?:{alternatives([*words('occasion_prepositions'), *words('place_prepositions')])})\s+",
            re.IGNORECASE,
        )
        self.placing_head = re.compile(rf"\s(?:{alternatives(words('places_subject'))})\s")
        self.saying_behind = re.compile(
            rf",\s(?P<who>(?:(?:{alternatives(words('determiners'))})\s(?:[\w-]+\s){{1,4}}|(?:[{UPPER}][\w.’-]+\s){{1,4}})(?:{alternatives(words('verbs'))})\b)"
        )
        self.place_links = tuple(words("place_links"))
        self.copula = tuple(words("copula"))
        self.inner_relative = re.compile(rf"\s(?:that|which|who)\s(?=(?:{past}|is|are|will)\b)")
        self.helper = re.compile(
            rf"(?:{alternatives(words('before_verbs'))})\s(?:\w+ly\s|(?:{alternatives(words('inside_verbs'))})\s)*\w+"
        )
