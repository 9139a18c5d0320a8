"""The words of a language that tell clauses, modality, names and reports: tables read from ``languages/``.

A language is a folder of tables; what a folder lacks is empty, and a language without a folder has no cues:
its sentences still become events, dated and named by capitals and gazetteer alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_LANGUAGES = Path(__file__).with_name("languages")
_UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
# "Ilves dines": a name and a verb of the present.
THIRD_PERSON = re.compile(r"[^\W\d_a-z][\w’'.-]*\s[a-z]{2,}[a-rt-z]s\s(?!of\b)")
NEVER = re.compile(r"(?!)")
_REGULAR_PAST = r"(?!need|indeed|hundred|speed|red\b)\w{2,}ed"
_MODALITIES = ("denied", "planned", "conditional", "uncertain", "state", "happened")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """One language's cues, compiled.

    Attributes:
        words: the plain lists of the tables, as sets of the words as written.
        run: a run of capitalised words that may be a name.
        modality: the cues of modality, one named group each; matched against small letters.
        boundary: where a clause may begin; groups ``confined``, ``shared`` and ``verb`` tell why.
        reporting: a reporting verb with its hearers and "that", up to what is told.
        numbers: what number words are worth; ``multiples`` what they multiply by.
    """

    words: dict[str, frozenset[str]]
    run: re.Pattern[str]
    modality: re.Pattern[str]
    boundary: re.Pattern[str]
    reporting: re.Pattern[str]
    date_prepositions: re.Pattern[str]
    attributive: re.Pattern[str]
    place_before: re.Pattern[str]
    connective: re.Pattern[str]
    attribution_tail: re.Pattern[str]
    attribution_head: re.Pattern[str]
    pairs: re.Pattern[str]
    subordinator: re.Pattern[str]
    fronted: re.Pattern[str]
    idle: re.Pattern[str]
    he: re.Pattern[str]
    his: re.Pattern[str]
    it: re.Pattern[str]
    their: re.Pattern[str]
    dated_occasion: re.Pattern[str]
    own_words: re.Pattern[str]
    relative_head: re.Pattern[str]
    infinitive: re.Pattern[str]
    determined: re.Pattern[str]
    inner_clause: re.Pattern[str]
    saying: re.Pattern[str]
    preposition: re.Pattern[str]
    inner_relative: re.Pattern[str]
    helper: re.Pattern[str]
    finite_word: re.Pattern[str]
    participle_head: re.Pattern[str]
    occasion_noun: re.Pattern[str]
    article: str
    copula: tuple[str, ...]
    past_of: dict[str, str]
    cuts: tuple[re.Pattern[str], ...]
    goes_on: re.Pattern[str]
    finite: re.Pattern[str]
    relative: re.Pattern[str]
    fronted_clause: re.Pattern[str]
    resumption: re.Pattern[str]
    main_begins: re.Pattern[str]
    inner_border: re.Pattern[str]
    occasion_border: re.Pattern[str]
    aim_border: re.Pattern[str]
    source: re.Pattern[str]
    at_once: re.Pattern[str]
    compared: re.Pattern[str]
    beginning: re.Pattern[str]
    begins: re.Pattern[str]
    lasting: re.Pattern[str]
    numbers: dict[str, int]
    multiples: dict[str, int]
    harm: dict[str, str]


def alternatives(words: list[str]) -> str:
    """A pattern for any of these words, longest first, spaces of any kind between them."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or "(?!)"


@cache
def cues(language: str | None) -> Cues:
    """The cues of a language (a code such as "en" or "en-GB"); English where none is told."""
    folder = _LANGUAGES / (language or "en").partition("-")[0].lower()
    tables: dict[str, Any] = {}
    if folder.is_dir():
        for path in sorted(folder.glob("*.toml")):
            tables |= tomllib.loads(path.read_text(encoding="utf-8"))
    return _compile(tables)


def _compile(tables: dict[str, Any]) -> Cues:
    def words(name: str) -> list[str]:
        return list(tables.get(name, ()))

    plain = {name: frozenset(value) for name, value in tables.items() if isinstance(value, list)}
    irregular = words("irregular")
    groups = {name: words(name) for name in _MODALITIES}
    if irregular:
        groups["happened"] = [*groups["happened"], *irregular, *words("present_verbs")]
    modality = "|".join(f"(?P<{name}>{'|'.join(cues)})" for name, cues in groups.items() if cues)
    verbs = alternatives(words("verbs"))
    hearers = alternatives(words("hearers"))
    past = "|".join([r"\w{2,}ed", *irregular, "will", "is", "are", "has", "have"])
    sources = alternatives(words("sources"))
    return Cues(
        words=plain,
        run=_run(words("abbreviations"), words("particles")),
        modality=re.compile(rf"\b(?:{modality})(?!\w)") if modality else NEVER,
        boundary=re.compile(
            rf"(?P<strong>;\s+|(?<=\w):\s(?=[a-z]{{2,}}\s)|\s[—–]\s?|(?<=\w)—(?=\w))"
            rf"|,?\s(?P<verb>(?:{alternatives(words('conjunctions'))})\s+(?=(?:(?:\w+ly|also|later|then)\s+)?(?:{past})\b))"
            rf"|(?P<comma>,?)\s(?:(?P<confined>{alternatives(words('confined'))})|(?P<shared>{alternatives(words('shared'))}))(?=\s)",
            re.IGNORECASE,
        ),
        reporting=re.compile(
            rf"\b(?P<verb>{verbs})\b(?:\s+(?:{hearers})|(?<=told)\s+[{_UPPER}]\w+)?(?:\s+that\b)?(?=[\s:,])"
        ),
        date_prepositions=re.compile(
            rf"(?:(?<=\s)|(?<=^)|(?<=[(,—–]))(?:(?:{alternatives(words('date_prepositions'))})\s+)+[*_]*$",
            re.IGNORECASE,
        ),
        attributive=re.compile(
            rf"(?:^|\s|(?<=\w))(?:{alternatives(words('determiners'))})\s+$", re.IGNORECASE
        ),
        place_before=re.compile(
            rf"\b(?:{alternatives([*words('place_prepositions'), *words('place_verbs')])})\s+"
            rf"(?:(?:the\s+|(?:\w+\s+){{0,3}})(?:(?:{alternatives(words('place_nouns'))})\s+)+(?:of\s+)?|the\s+)?"
            rf"(?:\w+ern\s+)?$|\b(?:{alternatives(words('place_nouns'))})\s+of\s+$"
        ),
        connective=re.compile(rf"(?:{alternatives(words('connectives'))})(?:,\s*|\s+)", re.IGNORECASE),
        attribution_tail=re.compile(
            rf"[,”\"]+\s*(?:(?:[^,“”\"]{{0,70}}?\s)?(?:{verbs})\b[^“”\"]{{0,120}}|(?:{sources})\s[^“”\"]{{0,120}})$"
        ),
        attribution_head=re.compile(rf"(?:{sources})\s[^,“”\"]{{3,90}},\s+", re.IGNORECASE),
        pairs=re.compile(
            rf"(?:{alternatives(words('pairs'))})(?![-\w]|\s(?:{alternatives(words('pairs_not_before'))})\b)",
            re.IGNORECASE,
        ),
        goes_on=re.compile(
            rf"(?:{alternatives(words('conjunctions'))})\s+(?=(?:\w+ly\s|also\s|later\s|then\s)?(?:{past})\b)"
        ),
        **_of_titles(words),
        **_of_clauses(words),
        numbers=dict(tables.get("numbers", {})),
        multiples=dict(tables.get("multiples", {})),
        harm=dict(tables.get("harm", {})),
        past_of=dict(tables.get("past_of", {})),
    )


def _of_titles(words: Callable[[str], list[str]]) -> dict[str, Any]:
    """The patterns that titles are made with."""
    past = "|".join([_REGULAR_PAST, *words("irregular")])

    def head(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{alternatives(words(name))})\b", re.IGNORECASE)

    return {
        "subordinator": re.compile(rf"(?:{alternatives(words('subordinators'))})\s+", re.IGNORECASE),
        "fronted": head("fronted"),
        "idle": re.compile(rf",?\s(?:{alternatives(words('idle'))})(?=,?\s)(?:,(?=\s))?"),
        "he": head("he"),
        "his": head("his"),
        "it": head("it"),
        "their": head("their"),
        "dated_occasion": re.compile(
            rf"\b(?:{alternatives([*words('fronted_always'), *words('fronted_unless_a_day')])})\s"
            rf"(?=(?:{alternatives(words('determiners'))}|[{_UPPER}]\S*['’]s?)\s)"
        ),
        "own_words": head("own_words"),
        "relative_head": re.compile(rf"(?:{alternatives(words('relative_heads'))})\s+", re.IGNORECASE),
        "determined": re.compile(rf"(?:{alternatives(words('determiners'))})\s", re.IGNORECASE),
        "inner_clause": re.compile(
            rf"(?P<subject>[^“”\"]{{3,80}}?),\s(?P<clause>(?:{alternatives(words('relatives'))})\s)"
        ),
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
            re.compile(rf"[;:—–]|,(?=\s)|\s(?=(?:{alternatives(words('cut_before'))})\s)"),
            re.compile(rf"\s(?=(?:{alternatives(words('cut_before_if_need_be'))})\s)"),
            re.compile(r"\s"),
        ),
    }


def _of_clauses(words: Callable[[str], list[str]]) -> dict[str, Any]:
    """The patterns that clauses are told apart with; a border's group ``at`` is where the next one begins."""

    def forms(name: str) -> str:
        return "|".join(words(name)) or "(?!)"

    determiners, prepositions = alternatives(words("determiners")), alternatives(words("date_prepositions"))
    past = "|".join([_REGULAR_PAST, *words("irregular")])
    nouns = alternatives(words("occasion_nouns"))
    owner = rf"(?:{determiners}|[{_UPPER}]\S*['’]s?)\s"
    occasion = rf"[\s\u00a0](?P<at>)(?:{owner})?(?:[\w-]+\s){{0,2}}(?:{nouns})\b[^,;]{{0,60}}$"
    relatives = alternatives(words("relatives"))
    return {
        "finite": re.compile(
            rf"\b(?:(?P<about>{forms('about_older')})|(?P<present>{forms('present')}|will)|(?P<past>{past}))\b"
        ),
        "finite_word": re.compile(
            rf"(?<![\w’'-])(?:{past}|{forms('present')}|{forms('about_older')}|will|would|could|may|can|must|should|{alternatives(words('present_verbs'))})(?![\w’'-])"
        ),
        "participle_head": re.compile(rf"(?:{forms('participles')})\s(?:(?:{prepositions})\b|$)"),
        "occasion_noun": re.compile(rf"\b(?:{nouns})\b"),
        "relative": re.compile(rf",\s(?:{relatives})\s"),
        "fronted_clause": re.compile(
            rf"((?P<always>{alternatives(words('fronted_always'))})|{alternatives(words('fronted_unless_a_day'))})\s",
            re.IGNORECASE,
        ),
        "resumption": re.compile(
            rf",\s(?=(?:(?:\w+ly|also|still|now)\s)?(?:{past}|{forms('present')}|will|would|could|[a-z]{{3,}}[a-rt-z]s)\b)"
        ),
        "main_begins": re.compile(r",\s+(?=\S)"),
        "inner_border": re.compile(
            rf",?\s(?P<at>)(?:(?:{relatives})\s|(?:{forms('participles')})\s(?:(?:{prepositions})\s|$)"
            rf"|(?:{alternatives(words('occasion_prepositions'))})\s(?:{determiners})\s$)"
        ),
        "occasion_border": re.compile(occasion),
        "aim_border": re.compile(rf"[\s\u00a0](?P<at>)(?:{forms('aims')})\b"),
        "source": re.compile(rf"(?:{alternatives(words('sources'))})\s"),
        "at_once": re.compile(rf"\b(?:{alternatives(words('at_once'))})\s$", re.IGNORECASE),
        "compared": re.compile(
            rf"\b(?:{alternatives(words('compared'))})\s[^,;]*$|\b(?:{alternatives(words('rarities'))})\s[^.;]{{0,80}}\bsince\s(?:the\s)?$"
        ),
        "beginning": re.compile(rf"\b(?:{alternatives(words('beginning'))})\s+(?:on\s+)?$"),
        "begins": re.compile(rf"\b(?:{alternatives(words('begins'))})\b"),
        "lasting": re.compile(rf"\s*(?:{alternatives(words('lasting'))})\b"),
    }


def _run(abbreviations: list[str], particles: list[str]) -> re.Pattern[str]:
    dotted = rf"(?:{alternatives(abbreviations)})\.|" if abbreviations else ""
    word = rf"(?:{dotted}(?:[{_UPPER}]\.)+|[{_UPPER}][\w&]*(?:-\w+|['’](?!s\b)\w+)*)"
    between = rf"(?:[ \u00a0](?:(?:{alternatives(particles)})[ \u00a0])?)" if particles else "[ \u00a0]"
    return re.compile(rf"(?<![\w’'-]){word}(?:{between}{word})*")
