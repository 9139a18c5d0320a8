"""The patterns that lines are put right with: what they leave out, dates they want, where they may end."""

from __future__ import annotations

import re

from data.events.patterns import NO_TWO_ADVERBS, UPPER, Words, alternatives, any_of, past_verbs

# A space or a comma and a space. So written, a text is searched for these marks and nothing else.
_GAP = r"[,\s](?:(?<=,)\s|(?<=\s))"
# The lists of words behind which an occasion with a date may stand.
_BEFORE_OCCASIONS = ("fronted_always", "fronted_unless_a_day", "occasion_heads")


class TitlePatterns:
    """The patterns of what a line leaves out, and of where it may end."""

    def __init__(self, words: Words) -> None:
        past = past_verbs(words("irregular"))

        # Behind "to" these begin no verb.
        no_verbs = [*words("determiners"), *words("owners"), *words("small_words")]
        behind_quotes = "|".join(rf"(?<=\b{verb}.)" for verb in words("quotes_so"))
        articles = alternatives([one.capitalize() for one in words("articles")])

        self.idle = re.compile(rf"{_GAP}(?:{alternatives(words('idle'))})(?=,?\s)(?:,(?=\s))?")
        # "They last met"; but "was last seen", "the last met", "Norway's last"
        self.idle_before_verb = re.compile(
            rf"\s(?:{alternatives(words('idle_before_verbs'))})(?=\s(?:{past})\b)"
        )
        self.idle_before_noun = re.compile(
            rf"(?<=\bthe)\s(?:{alternatives(words('idle_before_nouns'))})(?=\s[a-z])"
        )
        # "Berg and Lund's last in-person meeting was in Oslo"
        self.last_meeting = re.compile(
            rf"(?P<who>[^,;:]{{3,60}}?\s(?:{alternatives(words('conjunctions'))})\s[^,;:]{{3,40}}?)(?:['’]s|s['’])\s(?:{alternatives(words('last_ones'))})\s"
            rf"(?:(?P<how>{alternatives(words('ways_to_meet'))})\s)?(?:{alternatives(words('meetings_of_two'))})\s(?:{alternatives(words('is_or_was'))})\s"
            rf"(?=(?:{alternatives([*words('occasion_prepositions'), *words('place_prepositions')])})\s)"
        )
        # "The last BRICS meeting was held"; but "the last soldier left"
        self.last_occasion = re.compile(
            rf"(?P<article>{articles})\s(?:{alternatives(words('last_ones'))})\s(?=(?P<what>(?:[\w.-]+\s){{0,4}}?(?:{alternatives(words('held_again'))})\s)(?:{past}|{alternatives(words('is_or_was'))})\b)"
        )
        self.misstated_time = re.compile(
            rf"(?:{alternatives(words('articles'))})\s(?:{alternatives(words('misstated_times'))})\s(?:{alternatives(words('misstated_links'))})\s(?P<told>.+)"
        )
        self.when_behind = re.compile(rf"\s(?:{alternatives(words('of_that_time'))})\s")
        self.counting_head = re.compile(
            rf"(?:{alternatives(words('counting_heads'))})\s(?=\d|(?:{alternatives(words('numbers'))})\b)",
            re.IGNORECASE,
        )
        self.similar = re.compile(
            rf"^(?P<article>{alternatives(words('articles_of_one'))})\s"
            rf"(?:{alternatives(words('similar'))})\s(?=[a-z-]+\s(?!{alternatives(words('infinitives'))}\b))",
            re.IGNORECASE,
        )
        self.as_well = re.compile(rf",?\s(?:{alternatives(words('as_well'))})(?=\.?\Z)")
        self.is_set = re.compile(rf"\b(?:{alternatives(words('is_set'))})$")
        self.limit_behind = re.compile(rf"\s(?:{alternatives(words('limits_of_dates'))})\b")
        self.comparison = re.compile(
            rf"{_GAP}(?:{alternatives(words('compared'))}|(?P<than>than\s(?:{alternatives(words('than'))})))\b"
        )
        self.sooner = re.compile(rf",?\s(?:[\w-]+\s){{0,3}}(?:{alternatives(words('sooner_or_later'))})$")
        self.wants_date = re.compile(rf"\b(?:{alternatives(words('wants_date'))})\s+$")
        self.is_or_was = re.compile(rf"\b(?:{alternatives(words('is_or_was'))})\s+$")
        self.compared_with = re.compile(
            rf"\b(?:(?<!\ba\s)(?:{alternatives(words('rarities'))})\s(?:[^,.;]*\s)?since\s+(?:the\s+)?|than\s+(?:(?:{alternatives(words('behind_than'))})\s+)*)$"
        )
        self.of_something = re.compile(rf"\s(?:{alternatives(words('chains'))})\s[^\W\d]")
        self.adverb_behind = re.compile(rf"(?:\w+ly|{alternatives(words('adverbs_behind'))})\s")
        # "The mayor said, The bridge is safe": marks are looked for first, that is faster than words.
        self.said_so = re.compile(rf"[,:](?:{behind_quotes or '(?!)'})\s[A-Z]")
        self.dated_occasion = re.compile(
            rf"\b(?:{alternatives([one for name in _BEFORE_OCCASIONS for one in words(name)])})\s"
            rf"(?=(?:{alternatives(words('determiners'))}|[{UPPER}]\S*(?:\s[{UPPER}]\S*){{0,2}}['’]s?)\s)"
        )
        self.cuts = (
            re.compile(
                rf"[;:—–,\s](?:(?<=[;:—–])|(?<=,)(?=\s)|(?<=\s)(?=(?:{alternatives(words('cut_before'))})\s))"
            ),
            re.compile(rf"\s(?=(?:{alternatives(words('cut_before_if_need_be'))})\s)"),
            re.compile(
                rf"\s(?=(?:to\s(?!(?:{alternatives(no_verbs)})\s)[a-z]"
                rf"|(?=[a-z]+\s(?:{alternatives(words('cut_before_if_need_be'))})\s)(?:{any_of(words('participles'))})\s))"
            ),
            re.compile(
                rf"{NO_TWO_ADVERBS}\s(?=(?:{alternatives(words('conjunctions'))})\s(?:(?:\w+ly|{alternatives(words('helping'))})\s)?(?:{past})\s)"
            ),
            re.compile(rf"\s(?=(?:{alternatives(words('conjunctions'))})\s)"),
            re.compile(rf"\s(?=(?:{alternatives(words('cut_before_if_need_be'))})\s)"),
        )
