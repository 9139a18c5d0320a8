"""The patterns of what a date does not date, but only measures: comparisons, figures, terms, laws."""

from __future__ import annotations

import re

from data.events.patterns import UPPER, Words, alternatives

# The dot of an initial ends no sentence ("an I.C.C. member").
_INITIAL = rf"(?<=\b[{UPPER}])\."


class MeasurePatterns:
    """The patterns of comparisons and figures, of terms and lengths of time."""

    def __init__(self, words: Words) -> None:
        prepositions = alternatives(words("date_prepositions"))
        nouns = alternatives(words("occasion_nouns"))
        of_figures = alternatives([*words("place_prepositions"), *words("occasion_prepositions")])
        # "9 million, or 4 a share, in the year before": commas inside a figure.
        aside = r"(?:[^,;]|,(?:\sor\s|\d|\s$|\s(?:in|for)\s))"
        # "The first visit to Oslo by a mayor since Ada Okoye": hers was one, too.
        rare = (
            rf"\b(?:{alternatives(words('rarities'))})\s(?:[\w-]+\s){{0,2}}?(?P<what>(?:{nouns})\b[^,;:]*?)"
            rf"(?:\s(?:{alternatives(words('agents'))})\s[^,;:]*)?"
        )

        self.counted = re.compile(
            rf"\s(?:{alternatives(words('counted_back'))}|(?P<later>{alternatives(words('counted_ahead'))}))\s"
        )
        self.session = re.compile("|".join(words("sessions")) or "(?!)")
        self.figure_told = re.compile(rf"\b(?:{alternatives(words('business_figures'))})\b", re.IGNORECASE)
        self.figure_moved = re.compile(
            rf"\W*(?:[\w’'&.-]+\s){{0,5}}?(?:{alternatives(words('business_figures'))})"
            rf"(?:\s(?:{of_figures})\s[\w\s’'&.-]{{1,40}}?)?"
            rf"\s(?:\w+ly\s)?(?:{alternatives(words('figures_move'))})\b",
            re.IGNORECASE,
        )
        self.compared = re.compile(
            rf"\b(?:{alternatives(words('compared'))})\s{aside}*$|\b(?:{alternatives(words('rarities'))})\s(?:[^.;]|{_INITIAL}){{0,80}}\bsince\s(?:the\s(?:\w+\sof\s)?)?$"
            rf"|\b(?:{alternatives(words('dates_nothing'))})\s(?:at\s(?:\w+\s){{1,4}})?(?:(?:{prepositions})\s)*$"
            rf"|\b(?:{alternatives(words('directions'))})\s\S*\d{aside}*\b(?:{alternatives(words('risen_from'))})\s$"
        )
        self.rarity = re.compile(rf"\b(?:{alternatives(words('rarities'))})\s(?:[^.;]|{_INITIAL}){{0,80}}$")
        self.ranks = re.compile(
            rf"\b(?:{alternatives(words('rarities'))})\s(?:[\w’'-]+\s){{1,4}}of\s$", re.IGNORECASE
        )
        self.rare_at_end = re.compile(rf"{rare}$")
        self.rare_before = re.compile(
            rf"{rare}\ssince\s(?:[{UPPER}][\w’'.-]+\s){{1,4}}(?:(?:{prepositions})\s)?$"
        )
        self.told_behind = re.compile(rf",?\s(?:{alternatives(words('told_begins'))})\s")
        self.risen_from = re.compile(
            rf"\b(?:{alternatives(words('risen_from'))})\s(?:\w+\s){{0,3}}[^\w\s]?\w{{0,2}}[^\w\s]?\d(?:(?!\sto\s|\w{{2,}}ed\s){aside})*$"
        )
        self.risen_to = re.compile(
            rf"\bto\s[^\w\s]?\w{{0,2}}[^\w\s]?\d[^;]*\b(?:{alternatives(words('risen_from'))})\s"
        )
        self.of_goods = re.compile(rf"\s(?:{alternatives(words('of_goods'))})\b")
        self.by_paper = re.compile(
            rf"\b(?:{alternatives(words('done_in_papers'))})\s(?:an?\s)?(?:[a-z]+\s){{1,2}}"
            rf"(?:{alternatives(words('of_papers'))})\s$"
        )
        self.law_behind = re.compile(rf"\s(?:[a-z-]+\s){{0,2}}?(?:{alternatives(words('laws'))})(?![\w’'])")
        self.rests_on_law = re.compile(
            rf"(?:,\s(?:{alternatives(words('articles_of_one'))})"
            rf"|\b(?:{alternatives(words('rests_on_laws'))})\s(?:{alternatives(words('articles_of_laws'))}))\s$",
            re.IGNORECASE,
        )
        self.figure = re.compile(r",?\s(?:\w+\s){0,3}[^\w\s]?\w{0,2}[^\w\s]?\d")
        self.beginning = re.compile(rf"\b(?:{alternatives(words('beginning'))})\s+(?:on\s+)?$")
        self.begins = re.compile(rf"\b(?:{alternatives(words('begins'))})\b")
        self.lasting = re.compile(rf"\s*(?:{alternatives(words('lasting'))})\b")
        self.long_time = _long_time(words)
        self.beside_a_stay = re.compile(
            rf"\W*(?:{alternatives(words('beside_stays'))})\s[^,;]{{0,60}}\b(?:{alternatives(words('stays'))})\b[^,;]{{0,60}},",
            re.IGNORECASE,
        )


def _long_time(words: Words) -> re.Pattern[str]:
    def one_of(*names: str) -> str:
        return rf"(?:{alternatives([word for name in names for word in words(name)])})"

    begins = rf"(?:{one_of('within_long_times')}|{one_of('ends_of_long_times')}\sof)\s"
    between = rf"(?:(?!{one_of('occasion_prepositions', 'place_prepositions')}\s)[\w’'-]+\s){{0,4}}?"
    named = rf"{one_of('long_times')}\b(?!\s{one_of('no_long_times')}\b)"
    part = rf"the\s{one_of('early_or_late')}\s{one_of('lengths')}\sof\s{one_of('determiners')}\s[\w’'-]+"
    return re.compile(rf"\b(?:{begins}{between}{named}|{part})", re.IGNORECASE)
