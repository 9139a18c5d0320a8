"""The patterns of what a line leaves out of the words of its clause, and of what stands before it."""

from __future__ import annotations

import re

from data.events.patterns import Words, alternatives

# These are called so in every language.
_AGENCIES = "AFP|Getty|AP|Reuters|Sputnik"


class WordingPatterns:
    """The patterns of what a line leaves out of the words of its clause, and of what stands before it.

    Attributes:
        credit: who took a picture, a button of the page, an address.
        caption_side: where somebody stands in a picture.
        name_before: a name of several words at the end of what stands before a clause.
        of_a_year: what a thing of some year is.
        named_before: what somebody is, and the name, between commas.
        apposed_end: what somebody or something is, at the end of a line.
        link_inside: "that" inside a line.
        joined_behind: "and" inside a line, with what it joins behind it.
    """

    def __init__(self, words: Words) -> None:
        self.credit = re.compile(
            rf"\s+(?:[A-Z]\w+\s){{0,3}}\w+/(?:{_AGENCIES})\b.*$"
            rf"|\s+(?:(?:{alternatives(words('credits_by'))})\s)?Getty Images.*$"
            rf"|\s+(?:{alternatives(words('buttons_of_captions'))})$"
            rf"|(?:[,;]\s(?:{alternatives(words('leads_to_address'))}))?\s*(?:https?://|pic\.twitter\.com/|www\.)\S+"
            r"|\s\|\s[^|]{1,30}$"
        )
        self.caption_side = re.compile(
            rf",\s(?:(?:{alternatives(words('before_sides'))})\s)?(?:(?:{alternatives(words('from_sides'))})\s)?"
            rf"(?:(?:{alternatives(words('definite'))})\s)?(?:{alternatives(words('sides_of_pictures'))})"
            rf"(?:,|(?=\s(?:{alternatives(words('beside_sides'))})\s))"
        )
        # "under the Oslo Accord, | a 1998 treaty."
        definite = words("definite")
        self.name_before = re.compile(
            rf"(?P<article>\b(?:{alternatives([*definite, *(one.capitalize() for one in definite)])})\s)?"
            rf"(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:{alternatives(words('inside_names'))})\s){{0,2}}[A-Z][\w’'-]+){{1,5}}),\s*$"
        )
        self.of_a_year = re.compile(
            rf"\s*(?P<what>(?:{alternatives(words('articles_of_one'))})\s\d{{4}}\s[a-z][a-z\s-]{{2,40}}?)[\s.]*"
        )
        opens = words("opens_described")
        self.named_before = re.compile(
            rf"(?:{alternatives([one.capitalize() for one in opens])})\s[^,;:]{{3,60}},\s"
            r"(?P<name>(?:[A-Z][\w’'.-]+\s?){2,4}),"
        )
        self.apposed_end = re.compile(rf",\s(?:{alternatives(opens)})\s(?:[\w-]+\s){{0,2}}[\w-]+$")
        self.link_inside = re.compile(rf" (?:{alternatives(words('relative_links'))}) ")
        self.joined_behind = re.compile(rf" (?P<joined>(?:{alternatives(words('joins_two'))}) .*)", re.DOTALL)
