"""Patterns made from a language's tables, by what they are for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_ESCAPED = re.compile(r"\\.|\[[^\]]*\]")
_GROUP = re.compile(r"\([^()]*\)")
# A space or a comma and a space. So written, a text is searched for these marks and nothing else.
_GAP = r"[,\s](?:(?<=,)\s|(?<=\s))"
REGULAR_PAST = r"(?!need|indeed|hundred|speed|red\b|united\b|[A-Z])\w{2,}ed"


def alternatives(words: list[str]) -> str:
    """A pattern for any of these words, longest first, spaces of any kind between them."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return any_of([re.escape(word).replace(r"\ ", r"\s+") for word in ordered])


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase, without a comma behind it."""
    return frozenset(phrase.split(" ")[0].rstrip(",") for phrase in phrases)


def longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase, the last of equals: a text without any of them has no such phrase."""
    return frozenset(max(reversed(phrase.split()), key=len) for phrase in phrases)


def any_of(patterns: Sequence[str]) -> str:
    """A pattern for any of these, the earlier first; one that never matches for none.

    Neighbours that begin alike are tried together: a text is compared with a few first letters instead of
    with every word, and what matches is the same.

    >>> any_of(["met", "meets", "went"])
    'me(?:t|ets)|went'
    """
    return "|".join(_grouped(patterns)) or "(?!)"


def _grouped(patterns: Sequence[str]) -> list[str]:
    """The patterns in order, those of one first letter together up to the next that begins with none."""
    result: list[str] = []
    alike: dict[str, list[str]] = {}
    for pattern in patterns:
        letter = _first_letter(pattern)
        if not letter or letter.swapcase() in alike:
            # Where capitals do not matter, words are not to change their order.
            result += _factored(alike)
            alike = {}
        if letter:
            alike.setdefault(letter, []).append(pattern)
        else:
            result.append(pattern)
    return result + _factored(alike)


def _factored(alike: Mapping[str, Sequence[str]]) -> list[str]:
    result = []
    for letter, patterns in alike.items():
        rest = _grouped([pattern[1:] for pattern in patterns])
        result.append(letter + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})"))
    return result


# The lists of words behind which an occasion with a date may stand.
_BEFORE_OCCASIONS = ("fronted_always", "fronted_unless_a_day", "occasion_heads")


def _first_letter(pattern: str) -> str:
    """The letter that a pattern begins with; empty if it begins otherwise, or may do without that letter."""
    if not pattern[:1].isalpha() or pattern[1:2] in ("?", "*", "+", "{") or _is_choice(pattern):
        return ""
    return pattern[0]


def _is_choice(pattern: str) -> bool:
    """Whether a pattern is several, with "|" outside brackets."""
    if "|" not in pattern:
        return False
    pattern = _ESCAPED.sub("", pattern)
    while (outside := _GROUP.sub("", pattern)) != pattern:
        pattern = outside
    return "|" in pattern


def of_titles(words: Callable[[str], list[str]]) -> dict[str, Any]:
    """The patterns that titles are made with."""
    past = any_of([REGULAR_PAST, *words("irregular")])

    def head(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{alternatives(words(name))})\b", re.IGNORECASE)

    return {
        "subordinator": re.compile(rf"(?:{alternatives(words('subordinators'))})\s+", re.IGNORECASE),
        "fronted": head("fronted"),
        "idle": re.compile(rf"{_GAP}(?:{alternatives(words('idle'))})(?=,?\s)(?:,(?=\s))?"),
        "he": head("he"),
        "his": head("his"),
        "it": head("it"),
        "its": head("its"),
        "country": head("country"),
        "sides": head("sides"),
        "comparison": re.compile(
            rf"{_GAP}(?:{alternatives(words('compared'))}|than\s(?:{alternatives(words('than'))}))\b.*$",
            re.DOTALL,
        ),
        "wants_date": re.compile(rf"\b(?:{alternatives(words('wants_date'))})\s+$"),
        "is_or_was": re.compile(rf"\b(?:{alternatives(words('is_or_was'))})\s+$"),
        "compared_with": re.compile(
            rf"\b(?:(?<!\ba\s)(?:{alternatives(words('rarities'))})\s(?:[^,.;]*\s)?since\s+(?:the\s+)?|than\s+(?:(?:{alternatives(words('behind_than'))})\s+)*)$"
        ),
        "joins": head("joins"),
        "of_something": re.compile(rf"\s(?:{alternatives(words('chains'))})\s[a-z]"),
        "last_relative": re.compile(
            rf",\s(?P<pronoun>(?!(?:{alternatives(words('relative_links'))})\s)"
            rf"(?:{alternatives([*words('relative_subjects'), *words('relative_things')])}))\s[^,;]*$"
        ),
        "closed_relative": re.compile(rf",\s(?:{alternatives(words('relatives'))})\s[^,;]*,$"),
        "particle": re.compile(rf"(?:{alternatives(words('particles_of_verbs'))})(?=[,;:.]|\s[–—]|\Z)"),
        "active_to": re.compile(rf"(?:{alternatives(words('active_to'))})\sto\s"),
        "joint_end": re.compile(rf"\s(?:{alternatives(words('conjunctions'))})$"),
        "joint_head": re.compile(rf"(?:{alternatives(words('conjunctions'))})\s+"),
        "opening": re.compile(rf"(?:^|\s)(?:{alternatives(words('openers'))})\s"),
        "told_that": re.compile(rf"(?:\s[^,;]+)?\s(?:{alternatives(words('relative_links'))})\s(?!.*,\s)"),
        "helping_verb": re.compile(rf"(?<=\s)(?:{alternatives(words('helping_verbs'))})\s"),
        "impersonal": re.compile(words("impersonal")[0] if words("impersonal") else "(?!)", re.IGNORECASE),
        "told_he": re.compile(
            rf"(?P<told>(?<!\w)(?:{alternatives(words('verbs'))})\sthat\s)(?P<he>{alternatives(words('he'))})(?=\s)"
        ),
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
        "behind_main": re.compile(rf",\s|\s(?:{alternatives(words('cut_before'))})\s"),
        "determined": re.compile(rf"(?:{alternatives(words('determiners'))})\s", re.IGNORECASE),
        "inner_clause": re.compile(
            rf"(?P<subject>(?:(?!,\s(?:and|but)\s)[^“”\"]){{3,80}}?),\s(?P<clause>(?:(?:{alternatives(words('relative_prepositions'))})\s)?(?:{alternatives(words('relatives'))})\s)"
        ),
        "said_between": re.compile(
            rf",\s(?:(?:{alternatives(words('he'))}|[{UPPER}]\w+(?:\s[{UPPER}]\w+)?)\s(?:{alternatives(words('verbs'))})"
            rf"|(?:{alternatives(words('verbs'))})\s[{UPPER}][^,]{{1,40}}(?:,\s(?:the|a|an)\s[^,]{{3,120}})?),\s(?=[a-z])"
        ),
        "tells_hearers": re.compile(rf"(?:{alternatives(words('tells_hearers'))})\b"),
        "saying": re.compile(rf"(?<!\w)(?:{alternatives(words('verbs'))})(?!\w)"),
        "infinitive": re.compile(r"(?:in\sorder\s)?to\s(?=[a-z])", re.IGNORECASE),
        "preposition": re.compile(
            rf"(?:{alternatives([*words('occasion_prepositions'), *words('place_prepositions')])})\s+",
            re.IGNORECASE,
        ),
        "article": next(iter(words("article")), ""),
        "copula": tuple(words("copula")),
        "inner_relative": re.compile(rf"\s(?:that|which|who)\s(?=(?:{past}|is|are|will)\b)"),
        "helper": re.compile(
            r"(?:had|has|have|was|were|will|would|is|are|did|could)\s(?:\w+ly\s|last\s|been\s|not\s)*\w+"
        ),
        "cuts": (
            re.compile(
                rf"[;:—–,\s](?:(?<=[;:—–])|(?<=,)(?=\s)|(?<=\s)(?=(?:{alternatives(words('cut_before'))})\s))"
            ),
            re.compile(rf"\s(?=(?:{alternatives(words('cut_before_if_need_be'))})\s)"),
            re.compile(rf"\s(?=(?:{alternatives(words('conjunctions'))})\s)"),
            re.compile(rf"\s(?=(?:{alternatives(words('cut_before_if_need_be'))})\s)"),
        ),
    }


def of_clauses(words: Callable[[str], list[str]]) -> dict[str, Any]:
    """The patterns that clauses are told apart with; a border's group ``at`` is where the next one begins."""

    def forms(name: str) -> str:
        return any_of(words(name))

    determiners, prepositions = alternatives(words("determiners")), alternatives(words("date_prepositions"))
    past = any_of([REGULAR_PAST, *words("irregular")])
    present = any_of([*words("present"), *words("aiming")])
    nouns = alternatives(words("occasion_nouns"))
    owner = rf"(?:{determiners}|[{UPPER}]\S*['’]s?)\s"
    occasion = rf"[\s\u00a0](?P<at>)(?:{owner})?(?:[\w’'-]+\s){{0,2}}(?:{nouns})\b[^,;]{{0,60}}$"
    relatives = alternatives(words("relatives"))
    # "9 million, or 4 a share, in the year before": commas inside a figure.
    aside = r"(?:[^,;]|,(?:\sor\s|\d|\s$|\s(?:in|for)\s))"
    return {
        "finite": re.compile(
            rf"\b(?=\w)(?:(?P<about>{forms('about_older')})|(?P<present>{present}|will)|(?P<past>{past}))\b"
        ),
        "finite_word": re.compile(
            rf"(?<![\w’'-])(?:{past}|{present}|{forms('about_older')}|will|would|could|may|might|can|must|shall|should|{alternatives(words('present_verbs'))})(?![\w’'-])"
        ),
        "aiming": re.compile(rf"(?:{forms('aiming')})\b"),
        "participle_head": re.compile(
            rf"(?:(?:{alternatives(words('before_participles'))})\s)?(?:{forms('participles')})(?:\s(?:{prepositions}|over|across|into|under|against|with)\b|[\s.]*$)"
        ),
        "passive": re.compile(
            rf"\b(?:was|were)\s(?:(?:\w+ly|{alternatives(words('before_participles'))})\s)?(?:{forms('participles')})\b"
        ),
        "occasion_noun": re.compile(rf"\b(?:{nouns})\b"),
        "joint": re.compile(rf"(?P<comma>,?)\s(?P<at>)(?:{alternatives(words('conjunctions'))})\s"),
        "relative": re.compile(rf",\s(?:{relatives})\s"),
        "fronted_clause": re.compile(
            rf"((?P<always>{alternatives(words('fronted_always'))})|{alternatives(words('fronted_unless_a_day'))})\s",
            re.IGNORECASE,
        ),
        "fronted_length": re.compile(
            rf"(?:\S+\s){{1,4}}?(?:{alternatives(words('lengths'))})\s(?=(?:{alternatives(words('bounds'))})\s)",
            re.IGNORECASE,
        ),
        "session": re.compile("|".join(words("sessions")) or "(?!)"),
        "bounding": re.compile(rf"\W*(?:{alternatives(words('bounds'))})\s", re.IGNORECASE),
        "resumption": re.compile(
            rf",\s(?=(?:(?:\w+ly|also|still|now)\s)?(?:{past}|{present}|will|would|could|{alternatives(words('present_verbs'))}|[a-z]{{3,}}[a-rt-z]s)\b)"
        ),
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
            rf"(?:was|were|is|are)\s(?:\w+ly\s|also\s|still\s)?(?:{alternatives(words('expectations'))})\s"
        ),
        "of_a_noun": re.compile(
            rf"\b(?:{determiners})\s(?:\w+\s)?(?!(?:{alternatives(words('parts_of_time'))})\s)[a-z]\w+\sof\s$"
        ),
        "unparted": re.compile(rf"\b(?:{alternatives(words('unparted'))})\s$", re.IGNORECASE),
        "aim_border": re.compile(rf"[\s\u00a0](?P<at>)(?:{forms('aims')})\b"),
        "source": re.compile(rf"(?:{alternatives(words('sources'))})\s"),
        "cited": re.compile(rf"\b(?:{alternatives(words('sources'))})\s", re.IGNORECASE),
        "at_once": re.compile(rf"\b(?:{alternatives(words('at_once'))})\s$", re.IGNORECASE),
        "compared": re.compile(
            rf"\b(?:{alternatives(words('compared'))})\s{aside}*$|\b(?:{alternatives(words('rarities'))})\s[^.;]{{0,80}}\bsince\s(?:the\s(?:\w+\sof\s)?)?$"
            rf"|\b(?:{alternatives(words('dates_nothing'))})\s(?:(?:{prepositions})\s)*$"
            rf"|\b(?:{alternatives(words('directions'))})\s\S*\d{aside}*\b(?:{alternatives(words('risen_from'))})\s$"
        ),
        "risen_from": re.compile(
            rf"\b(?:{alternatives(words('risen_from'))})\s(?:\w+\s){{0,3}}[^\w\s]?\w{{0,2}}[^\w\s]?\d(?:(?!\sto\s|\w{{2,}}ed\s){aside})*$"
        ),
        "risen_to": re.compile(
            rf"\bto\s[^\w\s]?\w{{0,2}}[^\w\s]?\d[^;]*\b(?:{alternatives(words('risen_from'))})\s"
        ),
        "figure": re.compile(r",?\s(?:\w+\s){0,3}[^\w\s]?\w{0,2}[^\w\s]?\d"),
        "beginning": re.compile(rf"\b(?:{alternatives(words('beginning'))})\s+(?:on\s+)?$"),
        "begins": re.compile(rf"\b(?:{alternatives(words('begins'))})\b"),
        "points_back": re.compile(
            rf"(?:(?:{alternatives(words('connectives'))}),?\s)?(?:{alternatives(words('pointing_back'))})\b",
            re.IGNORECASE,
        ),
        "past_perfect": re.compile(
            rf"\b(?:{alternatives(words('before_past'))})\s(?:{forms('participles')})\b"
        ),
        "lasting": re.compile(rf"\s*(?:{alternatives(words('lasting'))})\b"),
        "long_time": _long_time(words),
    }


def _long_time(words: Callable[[str], list[str]]) -> re.Pattern[str]:
    def one_of(*names: str) -> str:
        return rf"(?:{alternatives([word for name in names for word in words(name)])})"

    begins = rf"(?:{one_of('within_long_times')}|{one_of('ends_of_long_times')}\sof)\s"
    between = rf"(?:(?!{one_of('occasion_prepositions', 'place_prepositions')}\s)[\w’'-]+\s){{0,4}}?"
    named = rf"{one_of('long_times')}\b(?!\s{one_of('no_long_times')}\b)"
    part = rf"the\s{one_of('early_or_late')}\s{one_of('lengths')}\sof\s{one_of('determiners')}\s[\w’'-]+"
    return re.compile(rf"\b(?:{begins}{between}{named}|{part})", re.IGNORECASE)


def of_names(words: Callable[[str], list[str]]) -> dict[str, Any]:
    """The patterns that names and offices are told with."""
    heads = alternatives(words("heads"))
    proper = rf"[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?"
    return {
        "office": re.compile(rf"\b({heads})\s+$"),
        "head_ends": tuple({head.split()[-1] for head in words("heads")}),
        "title_ends": tuple(words("title_ends")),
        "joined_ends": tuple(words("joined_ends")) or ("-based",),
        "office_alone": re.compile(
            rf"(?:\b[Tt]he\s(?:(?:visiting|then)\s)?(?:(?P<people>{proper})\s)?|\b(?P<country>{proper})['’]s\s)"
            rf"(?P<office>(?i:{heads}))\b(?!\s(?:[{UPPER}]|of\b|elect\b))(?!-)"
        ),
        "of_country": re.compile(rf"\sof\s({proper})"),
        "owner": re.compile(rf"\b(?=([{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?))([{UPPER}][\w-]+)(?=['’\s])"),
        "capital_word": re.compile(rf"\s(?:{alternatives(words('capital_words'))})\b"),
        "inside": re.compile(
            rf"\b(?:{alternatives(words('inside'))}|(?:{alternatives(words('place_nouns'))})\s(?:of|in|near))\s$"
        ),
        "refuted": re.compile(
            rf"\b(?:{alternatives(words('tellings'))})\b.{{0,120}}"
            rf"\b(?:{alternatives(words('untrue_is'))}) (?:{alternatives(words('untrue'))})\b"
        ),
        "perfect": re.compile(rf"(?:{alternatives(words('perfects'))})\b"),
        "here": re.compile(rf"\b(?:{alternatives(words('here_words'))})\b"),
        "asks_whether": re.compile(rf"\W*(?:{alternatives(words('asking_whether'))})\s", re.IGNORECASE),
        "furniture": re.compile(rf"\W*(?:{any_of(words('furniture'))})"),
        "any_head": next(iter(words("any_head")), ""),
    }


def run(abbreviations: list[str], particles: list[str]) -> re.Pattern[str]:
    """A run of capitalised words that may be a name."""
    dotted = rf"(?:{alternatives(abbreviations)})\.|" if abbreviations else ""
    initials, rest = rf"(?:[{UPPER}]\.)", r"[\w&]*(?:-\w+|['’](?!s\b)\w+)*"
    word = rf"(?:{dotted}{initials}+|[{UPPER}]{rest})"
    between = rf"(?:[ \u00a0](?:(?:{alternatives(particles)})[ \u00a0])?)" if particles else "[ \u00a0]"
    # A pattern that begins with a set of letters passes over all others at once; so its first word is told
    # from its second letter on.
    rests: dict[str, list[str]] = {}
    for abbreviation in abbreviations:
        rests.setdefault(abbreviation[0], []).append(abbreviation[1:])
    behind = "".join(rf"(?<={letter})(?:{alternatives(ends)})\.|" for letter, ends in rests.items())
    first = rf"[{UPPER}](?<![\w’'-].)(?:{behind}\.{initials}*|{rest})"
    return re.compile(rf"{first}(?:{between}{word})*")
