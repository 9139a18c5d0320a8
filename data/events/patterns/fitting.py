"""The patterns of what a line loses to fit, and of what keeps it from being understood then."""

from __future__ import annotations

import re

from data.events.patterns import Words, alternatives
from data.firms import STOPPED_FORMS


class FittingPatterns:
    """The patterns of what a line loses to fit, and of what keeps it from being understood then.

    Attributes:
        form_head: a participle that begins a phrase before the main clause.
        relative_between: a clause between commas about what stands before it.
        apposition_between: what else somebody or something is, between commas.
        aside_between: what else was then, between commas.
        anything_between: anything else between commas that may be left out.
        restated: a figure told in another way behind a comma.
        describes_name: an article and what describes the name behind it, which does something.
        done_too: a participle at the head of a list of what was done.
        names_somebody: a name, or a word that may be one.
        hole: what only words that were left out made whole.
        done_by: a participle at the head of a line with who did it.
        one_of_many: a noun of which there are many at the head of a line.
        placed_noun: a noun behind a name and the place where that is.
        of_it: a preposition and the pronoun of what it belongs to.
        stopped: an abbreviation whose dot ends a line.
        colon_before_told: a colon before "that", which a verb of saying does not want.
        left_over: what a date that is left out leaves behind at the end of a line.
    """

    def __init__(self, words: Words) -> None:
        doing = alternatives(words("endings_of_doing"))
        past = alternatives(words("endings_of_past"))
        done = alternatives(words("endings_of_past_forms"))
        self.form_head = re.compile(rf"[A-Z][a-z]+(?:{doing}|{past})\s")
        self.relative_between = re.compile(
            rf",\s(?:{alternatives(words('relatives_between'))})\s[^,;]{{3,120}}(?:,\s|$)"
        )
        self.apposition_between = re.compile(
            rf",\s(?:(?:{alternatives(words('opens_apposition'))})\s|[A-Z]\w+(?:['’]s|s’)\s)"
            rf"(?:(?!\s(?:{alternatives(words('joins_two'))})\s)[^,]){{3,70}},\s(?=[a-z])"
        )
        self.anything_between = re.compile(
            rf",(?<=[\w.],)\s(?:\w+(?:{doing})|[a-z]+\s)[^,;]{{3,140}},\s(?=[a-z])"
        )
        # "From 2.5 million, before the storms, to 46 million"
        self.aside_between = re.compile(
            rf",\s(?:{alternatives(words('opens_aside'))})\s[^,]{{3,80}},"
            rf"(?=\s(?:{alternatives(words('goes_on_behind_aside'))})\s)"
        )
        # "$2 million, or 9 cents a share, ..."
        self.restated = re.compile(
            rf",\s(?:{alternatives(words('restates'))})\s(?:[a-z]+\s){{0,2}}[^\w\s]?\d[^,;]{{0,40}}"
            rf"(?:,(?!\s(?:\w+(?:{doing})|{alternatives(words('moved_so'))})\b)|(?=,)|$)"
        )
        self.describes_name = re.compile(
            rf"(?:{_with_capitals(words('articles_of_described'))})\s"
            rf"(?P<what>(?:[\w-]+\s){{2,7}}?)(?=[A-Z][\w-]+\s[a-z]\w+(?:{past})\s)"
        )
        self.done_too = re.compile(
            rf"[a-z]+(?:{done}),\s|[a-z]+(?:{done})\s(?:{alternatives(words('joins_done'))})\s"
        )
        self.names_somebody = re.compile(
            rf"(?<=\s)[A-Z]|^[A-Z][a-z]+(?:['’]s)?\s(?:(?:{alternatives(words('joins_two'))})\s[A-Z]|[a-z])"
        )
        self.hole = re.compile(
            rf",\s(?:(?:{alternatives(words('pronouns_left'))})\s)?(?:(?:{alternatives(words('adverbs_left'))})\s)?"
            rf"(?:\w{{3,}}(?:{past})|{alternatives(words('verbs_left'))}),\s"
            r"|\s[-–—,]\s|\(\s|\*\*|\s[,.]|[-–—]$"
            rf"|\s(?:{alternatives(words('prepositions_left'))})\s(?:{alternatives(words('behind_prepositions_left'))})\s"
        )
        self.done_by = re.compile(
            rf"[A-Z]\w+(?:{alternatives(words('endings_of_done'))})\s(?:{alternatives(words('agents'))})\s"
        )
        heads = [one.capitalize() for one in words("heads_of_many")]
        self.one_of_many = re.compile(rf"(?:{alternatives(heads)})\s[a-z-]+\s")
        # "the Moss, Ont., maker"
        self.placed_noun = re.compile(
            rf"\b(?:{_with_capitals(words('opens_placed_noun'))})\s(?:[A-Z][\w-]+\s)*[A-Z][\w-]+,\s[A-Z][\w.]*\.,\s"
            r"(?P<noun>[a-z]+)"
        )
        # "the terms of which"
        self.of_it = re.compile(
            rf"\s(?:{alternatives(words('prepositions_of_it'))})\s(?:{alternatives(words('pronouns_of_it'))})\b"
        )
        stopped = alternatives([*sorted(STOPPED_FORMS), *words("stopped_in_names")])
        self.stopped = re.compile(rf"\b(?:[A-Z]|{stopped})\.$")
        # "The council said: that it would pay"
        self.colon_before_told = re.compile(rf":(?= (?:{alternatives(words('relative_links'))}) )")
        # "He came by sea, arriving in May"
        self.left_over = re.compile(rf",\s(?:\w{{3,}}(?:{doing})|{alternatives(words('left_over'))})$")


def _with_capitals(words: list[str]) -> str:
    """A pattern for any of these words, with or without a capital."""
    return alternatives([*words, *(word.capitalize() for word in words)])
