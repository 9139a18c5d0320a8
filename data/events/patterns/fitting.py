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
        articles = words("articles_of_described")
        self.describes_name = re.compile(
            rf"(?:{alternatives([*articles, *(one.capitalize() for one in articles)])})\s"
            rf"(?P<what>(?:[\w-]+\s){{2,7}}?)(?=[A-Z][\w-]+\s[a-z]\w+(?:{past})\s)"
        )
        self.done_too = re.compile(
            rf"[a-z]+(?:{done}),\s|[a-z]+(?:{done})\s(?:{alternatives(words('joins_done'))})\s"
        )
        stopped = alternatives([*sorted(STOPPED_FORMS), *words("stopped_in_names")])
        self.stopped = re.compile(rf"\b(?:[A-Z]|{stopped})\.$")
        # "The council said: that it would pay"
        self.colon_before_told = re.compile(rf":(?= (?:{alternatives(words('relative_links'))}) )")
        # "He came by sea, arriving in May"
        self.left_over = re.compile(rf",\s(?:\w{{3,}}(?:{doing})|{alternatives(words('left_over'))})$")
