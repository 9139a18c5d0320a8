"""The patterns that clauses are told apart with."""

from __future__ import annotations

import re

from data.events.patterns import REGULAR_PAST, UPPER, Words, alternatives, any_of, literally, past_verbs

# No verb begins with a capital, a blank or a mark: where one stands none need be tried.
NO_CAPITAL = r"(?=[a-z0-9_\x80-\U0010ffff])"


class ClausePatterns:
    """The patterns that clauses are told apart with; a border's group ``at`` is where the next one begins."""

    def __init__(self, words: Words) -> None:
        def forms(name: str) -> str:
            return any_of(words(name))

        determiners, prepositions = (
            alternatives(words("determiners")),
            alternatives(words("date_prepositions")),
        )
        behind_participles = alternatives([*words("date_prepositions"), *words("behind_participles")])
        past = past_verbs(words("irregular"))
        present = any_of(words("present"))
        present_or_ahead = any_of([*words("present"), *words("ahead")])
        # All together, so that those of one first letter are tried together.
        verbs = [
            REGULAR_PAST,
            *(form for name in ("irregular", "present", "about_older") for form in words(name)),
            *literally(words("modals")),
            *literally([*words("present_verbs"), *words("third_person")]),
        ]
        nouns = alternatives(words("occasion_nouns"))
        owner = rf"(?:{determiners}|[{UPPER}]\S*['’]s?)\s"
        occasion = rf"[\s\u00a0](?P<at>)(?:{owner})?(?:[\w’'-]+\s){{0,2}}(?:{nouns})\b[^,;]{{0,60}}$"
        relatives = alternatives(words("relatives"))
        no_thing = alternatives(
            [*words("confined"), *words("shared"), *words("conjunctions"), *words("relatives")]
        )
        # "Since then"
        bounds = [*words("bounds"), *words("before_then")]
        not_since = "".join(rf"(?<!\b{word})(?<!\b{word.capitalize()})" for word in bounds)
        # "Then the mayor", "and then": who was it, and what came next.
        no_then = rf"\s(?:{determiners}|[{UPPER}])"
        # "In the year that ended in May": the date is that of the year; "saying that": of what is said.
        no_object = alternatives(
            [*words("parts_of_time"), *words("lengths"), *words("confined"), *words("verbs_of_many")]
        )
        then = alternatives(words("adverbs_of_then"))

        self.finite = re.compile(
            rf"\b(?<![’'-])(?=\w)(?:(?P<about>{forms('about_older')})|(?P<present>{present_or_ahead})|(?P<past>{past}))\b"
        )
        self.finite_word = re.compile(rf"(?<![\w’'-]){NO_CAPITAL}(?:{any_of(verbs)})(?![\w’'-])")
        # "Ilves dines": a name and a verb of the present; in "Rescue workers pulled" the verb follows.
        self.name_and_verb = re.compile(
            r"[^\W\d_a-z][\w’'.-]*\s[a-z]{2,}[a-rt-z]s\s"
            rf"(?!(?:{alternatives(words('behind_plurals'))})\b|[a-z]{{2,}}ed\b)"
        )
        self.participle_head = re.compile(
            rf"(?:(?:{alternatives(words('before_participles'))})\s)?(?:{forms('participles')})(?:\s(?:{alternatives(words('ends_of_participles'))}))?(?:\s(?:{behind_participles})\b|[\s.]*$)"
        )
        self.passive = re.compile(
            rf"\b(?:{alternatives(words('copula'))})\s(?:(?:\w+ly|{alternatives(words('before_participles'))})\s)?(?:{forms('participles')})\b"
        )
        self.occasion_noun = re.compile(rf"\b(?:{nouns})\b")
        self.joint = re.compile(rf"(?P<comma>,?)\s(?P<at>)(?:{alternatives(words('conjunctions'))})\s")
        self.relative = re.compile(rf",\s(?:{relatives})\s")
        self.fronted_clause = re.compile(
            rf"((?P<always>{alternatives(words('fronted_always'))})|{alternatives(words('fronted_unless_a_day'))})\s",
            re.IGNORECASE,
        )
        self.fronted_length = re.compile(
            rf"(?:[^\s,]+\s){{1,4}}?(?:{alternatives(words('lengths'))})\s(?=(?:{alternatives(words('bounds'))})\s)",
            re.IGNORECASE,
        )
        # "It was recalled, more than a week | after a nurse had warned"
        self.length_at_end = re.compile(rf",\s(?:[^\s,]+\s){{1,4}}(?:{alternatives(words('lengths'))})$")
        self.bounding = re.compile(rf"\W*(?:{alternatives(words('bounds'))})\s", re.IGNORECASE)
        self.resumption = re.compile(
            rf",\s(?=(?:(?:\w+ly|{alternatives(words('adverbs_of_verbs'))})\s)?(?:{past}|{present}|{alternatives(words('modals_resumed'))}|{alternatives(words('present_verbs'))}|[a-z]{{3,}}[a-rt-z]s)\b)"
        )
        self.circumstance = re.compile(rf"(?:{alternatives(words('circumstances'))})\s", re.IGNORECASE)
        self.fronted_condition = re.compile(
            rf"(?:{alternatives(words('fronted_conditions'))})\s", re.IGNORECASE
        )
        # Where a clause may end; and where what comes next of several things begins.
        self.clause_mark = re.compile(rf"[,;:—]\s|\s(?:{alternatives(words('clause_openers'))})\s")
        self.next_listed = re.compile(rf"[,;]\s|,?\s(?=(?:{alternatives(words('listing'))})\s)")
        # What somebody does by the way ("it works, reviving").
        self.by_the_way = re.compile(rf",\s(?P<at>)\w{{3,}}(?:{alternatives(words('endings_of_doing'))})\s")
        self.main_begins = re.compile(r",\s+(?=\S)")
        self.inner_border = re.compile(
            rf",?\s(?P<at>)(?:(?:{relatives})\s|(?:{forms('participles')})\s(?:(?:{prepositions})\s|$)"
            rf"|(?:{alternatives(words('occasion_prepositions'))})\s(?:{determiners})\s$)"
        )
        self.occasion_border = re.compile(occasion)
        self.described = re.compile(
            rf"(?P<subject>[^,“”\"]{{2,80}}+),\s(?P<clause>(?:{alternatives(words('before_participles'))})?\s?(?:{forms('participles')})\b(?=[\s,]|$))"
        )
        self.expected = re.compile(
            rf"(?:{alternatives(words('is_expected'))})\s(?:(?:\w+ly|{alternatives(words('adverbs_of_expecting'))})\s)?(?:{alternatives(words('expectations'))})\s"
        )
        self.looked_into = re.compile(
            rf"\b(?:{alternatives(words('looks_into'))})\s(?i:{determiners})\s(?:\w+\s){{1,3}}of\s$"
        )
        self.joins_parts = re.compile(rf",?\s(?P<joint>{alternatives(words('joins_parts'))})\s")
        self.before_participle = re.compile(
            rf"(?<!,\s)(?<!\S)(?i:{alternatives(words('articles_of_participles'))})\s"
            rf"(?:{alternatives(words('between_article_and_date'))})\s$"
        )
        self.described_behind = re.compile(
            rf"\s[^\W\d_A-Z]\w*(?:{alternatives(words('endings_of_participles'))})\s"
        )
        self.of_a_noun = re.compile(
            rf"\b(?i:{determiners})\s(?:\w+\s)?(?!(?:{alternatives(words('parts_of_time'))})\s)[a-z]\w+\sof\s$"
        )
        self.unparted = re.compile(
            rf"\b(?:{alternatives(words('unparted'))}|in\s(?:{determiners})\s(?:[\w’'-]+\s){{0,2}}(?:{alternatives(words('said_in'))}))\s$",
            re.IGNORECASE,
        )
        self.aim_border = re.compile(rf"[\s\u00a0](?P<at>)(?:{forms('aims')})\b")
        # A word that may be one is looked for first, which is quicker than what must not stand before it.
        self.then = re.compile(
            rf"(?=\s(?:{then})[\s.,])(?<=\w){not_since}\s(?:{then})(?=[\s.,])(?!{no_then})"
        )
        self.soon_behind = re.compile(rf"(?:{alternatives(words('soon_behind'))})\b", re.IGNORECASE)
        self.he_said = re.compile(
            rf"\b(?:{alternatives(words('he'))})\s(?:\w+ly\s)?(?:{alternatives(words('verbs'))})\b",
            re.IGNORECASE,
        )
        self.asking_border = re.compile(rf"\s(?P<at>)(?:{alternatives(words('embedded_questions'))})\s")
        self.source = re.compile(rf"(?:{alternatives(words('sources'))})\s")
        self.cited = re.compile(rf"\b(?:{alternatives(words('sources'))})\s", re.IGNORECASE)
        self.at_once = re.compile(rf"\b(?:{alternatives(words('at_once'))})\s$", re.IGNORECASE)
        # "The inquiry into the flood | that killed six people"
        self.described_subject = re.compile(
            rf"(?P<subject>[^,;:—–“”\"]{{3,80}}?)\s(?:{relatives})\s[^,;:—–]+"
        )
        # "The debate planned for Thursday | did not take place"
        self.planned_before = re.compile(
            rf"\b(?:{alternatives(words('planned_before'))})\s(?:(?:{prepositions})\s){{0,2}}$"
        )
        self.held_behind = re.compile(
            rf"\s(?:(?P<fails>{alternatives(words('fails_holding'))})|{alternatives(words('happens_holding'))})\b"
        )
        self.restricted = re.compile(
            rf"\b(?!that\s)(?:{determiners})\s(?:[\w’'-]+\s){{0,2}}(?!(?:{no_object})\s)[\w’'-]+\s"
            rf"(?:of\s[^\w\s]?[\w.]+\s(?:\w+\s)?)?(?P<at>)(?=that\s)"
        )
        self.contact_clause = re.compile(
            rf"\b(?:{determiners}|[^\w\s]?\d[\w.,]*)\s(?:(?!(?:{no_thing})\s)[\w’'-]+\s){{1,4}}?(?P<at>)"
            rf"(?:{alternatives(words('pronouns_of_clauses'))})\s(?:\w+ly\s|first\s|once\s)?(?:{past})\b"
        )
