"""The patterns of a whole sentence: where clauses, places, sources and dates stand in it."""

from __future__ import annotations

import re

from data.events.patterns import (
    NO_TWO_ADVERBS,
    REGULAR_PAST,
    UPPER,
    Words,
    alternatives,
    any_of,
    longest_words,
)


class SentencePatterns:
    """The patterns of a whole sentence, and the words that tell quickly whether one can match.

    Attributes:
        boundary: where a clause may begin; groups ``confined``, ``shared`` and ``verb`` tell why; matched
            against small letters.
        reporting: a reporting verb with its hearers and "that", up to what is told.
        date_prepositions: what stands before a date, up to its end; matched against small letters.
        place_before: what puts something in a place, up to its name.
        ends_before_place: with one of these it ends.
        pairs: words for two people named before; ``small_pairs`` is quicker, for small letters, and each of
            them has one of the ``pair_words``.
    """

    def __init__(self, words: Words) -> None:
        verbs = alternatives(words("verbs"))
        hearers = alternatives(words("hearers"))
        parted = [phrase.rpartition(" ") for phrase in words("one_measure")]
        behind_none = "".join(rf"(?!(?<=\b{re.escape(first)})\s{last}\s)" for first, _, last in parted)
        past = any_of([REGULAR_PAST, *words("irregular"), *words("verbs_joined")])
        sources = alternatives(words("sources"))
        # "Am 12. März": what stands between an article and a date does not describe by itself.
        tied = words("between_article_and_date")
        determiners = alternatives([word for word in words("determiners") if word not in tied])
        pairs = (
            rf"(?>{alternatives(words('pairs'))})"
            rf"(?![-\w]|\s(?:{alternatives(words('pairs_not_before'))})\b)"
        )

        self.boundary = re.compile(
            rf"(?=[\s,;:—])(?:(?P<strong>;\s+|(?<=\w):\s(?=[a-z]{{2,}}\s)|\s[—–]\s?|(?<=\w)—\s?(?=\w))"
            rf"|{NO_TWO_ADVERBS},?\s(?P<verb>(?:{alternatives(words('conjunctions'))})\s+(?=(?:(?:\w+ly|{alternatives(words('adverbs_joined'))})\s+)?(?:{past})\b))"
            rf"|{behind_none}(?P<comma>,?)\s(?!(?:{alternatives(words('no_clause'))})\s|(?:{alternatives(words('in_front_of'))})\s(?:\w+\s){{0,4}}(?:{alternatives(words('bodies'))})\b(?!(?:\s\w+ly)?\s(?:{past}|{alternatives(words('bodies_do'))})\b))(?:(?:{alternatives(words('parts_of'))})\sof\s)?(?:(?P<confined>(?:{alternatives(words('relative_prepositions'))})\s(?:{alternatives(words('relative_behind'))})|{alternatives(words('confined'))})|(?P<shared>{alternatives(words('shared'))}))(?=\s))"
        )
        self.reporting = re.compile(
            rf"(?<![\w-])(?=\w)(?!(?:{alternatives(words('sums'))})\s[^\w\s]?\d)(?P<verb>{verbs})\b(?:\s+(?:{hearers})|(?<=told)\s+(?:[^,.;:]{{2,60}}?(?=\sthat\s)|[{UPPER}]\w+))?(?:\s+that\b)?(?=[\s:,])"
        )
        self.date_prepositions = re.compile(
            rf"(?<![^\s(,—–“\"])(?:(?!(?:{alternatives(words('ends_of_verbs'))})\s+(?:{alternatives(words('before_days'))})\s)(?:{alternatives(words('date_prepositions'))})\s+)+[*_]*$"
        )
        self.attributive = re.compile(rf"(?:(?<!\w)|(?=s?['’]))(?:{determiners})\s+$", re.IGNORECASE)
        self.place_before = re.compile(
            rf"\b(?:{alternatives([*words('place_prepositions'), *words('place_verbs')])})\s+"
            rf"(?:(?:the\s+|(?:\w+\s+){{0,3}})(?:(?:{alternatives(words('place_nouns'))})\s+)+(?:of\s+)?|the\s+)?"
            rf"(?:\w+ern\s+)?$|\b(?:{alternatives(words('place_nouns'))})\s+of\s+$"
        )
        self.ends_before_place = tuple(
            phrase.split()[-1]
            for phrase in (
                *words("place_prepositions"),
                *words("place_verbs"),
                *words("place_nouns"),
                "the",
                "of",
                "ern",
            )
        )
        self.connective = re.compile(rf"(?:{alternatives(words('connectives'))})(?:,\s*|\s+)", re.IGNORECASE)
        self.attribution_tail = re.compile(
            rf"[,”\"]+\s*(?:(?:[^,“”\"]{{0,70}}?\s)?(?:{verbs})\b[^“”\"]{{0,120}}|(?:{sources})\s[^“”\"]{{0,120}})$"
        )
        self.attribution_head = re.compile(rf"(?:{sources})\s[^,“”\"]{{3,90}},\s+", re.IGNORECASE)
        self.pairs = re.compile(pairs, re.IGNORECASE)
        self.small_pairs = re.compile(pairs)
        self.pair_words = longest_words(words("pairs"))
        self.goes_on = re.compile(
            rf"(?:{alternatives(words('conjunctions'))})\s+(?=(?:(?:\w+ly|{alternatives(words('helping'))})\s)?(?:{past}|{alternatives(words('helping_verbs'))})\b)"
        )
