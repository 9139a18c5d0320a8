"""The words of a language that tell clauses, modality, names and reports: tables read from ``languages/``.

A language is a folder of tables; what a folder lacks is empty, and a language without a folder has no cues:
its sentences still become events, dated and named by capitals and gazetteer alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from data.events.hints import hinting
from data.events.patterns import REGULAR_PAST, Words, alternatives, any_of, first_words
from data.events.patterns.clauses import ClausePatterns
from data.events.patterns.fitting import FittingPatterns
from data.events.patterns.measures import MeasurePatterns
from data.events.patterns.names import NamePatterns, run
from data.events.patterns.reference import ReferencePatterns
from data.events.patterns.sentences import SentencePatterns
from data.events.patterns.ties import TiePatterns
from data.events.patterns.titles import TitlePatterns
from data.events.patterns.wording import WordingPatterns
from data.events.words import Pieces
from data.firms import MERE_FORMS, STOPPED_FORMS

__all__ = ["NEVER", "Cues", "alternatives", "cues"]

_LANGUAGES = Path(__file__).with_name("languages")
NEVER = re.compile(r"(?!)")
# Lists that are asked for together.
_TOGETHER = {
    "telling_nothing": ("small_words", "empty"),
    "given_names": ("masculine_names", "feminine_names"),
    "begins_phrase": (
        "cut_before",
        "cut_before_if_need_be",
        "links",
        "openers",
        "conjunctions",
        "ties_phrase",
    ),
    "called_by": ("small_titles", "heads", "occupations", "human"),
    "parting": ("weekdays_and_months", "headline_verbs", "titles", "person_titles"),
}
# With a phrase of these a line begins that hangs on the one before.
_OPENERS = ("connectives", "subordinators", "he", "his", "their", "it")
# What a verb in the third person has more than its plain form: "reaches", "goes", "takes".
_ENDING = re.compile(r"(?<=ch|sh|ss|go)es$|s$")
_CARRIES = re.compile(r"(?<=\w\w)ies$")
_MODALITIES = ("denied", "planned", "conditional", "uncertain", "state", "happened")


class Lists(dict[str, frozenset[str]]):
    """Lists of words by their names; one that the language lacks is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


class Cues(
    SentencePatterns,
    TitlePatterns,
    TiePatterns,
    ReferencePatterns,
    ClausePatterns,
    MeasurePatterns,
    NamePatterns,
    FittingPatterns,
    WordingPatterns,
):
    """One language's cues, compiled: its patterns by what they are for, and what is no pattern.

    Attributes:
        knows_verbs: whether the language's verbs are known, so that a line can be put right.
        capitalised_nouns: whether every noun has a capital, so that one word's tells nothing.
        words: the plain lists of the tables, as sets of the words as written.
        pieces: what each piece of text between blanks tells and hints at.
        run: a run of capitalised words that may be a name.
        modality: the cues of modality, one named group each; matched against small letters.
        openers: with one of these a line begins that hangs on the one before, or with one of the
            ``pair_openers`` where it tells of two people named before.
        numbers: what number words are worth; ``multiples`` what they multiply by.
        acronyms: what letters stand for, without their dots.
        harm: what is done to people, by the word that tells it.
        past_of: the past of verbs, by a form that does not tell it.
    """

    def __init__(self, tables: Mapping[str, Any]) -> None:
        def words(name: str) -> list[str]:
            return list(tables.get(name, ()))

        SentencePatterns.__init__(self, words)
        TitlePatterns.__init__(self, words)
        TiePatterns.__init__(self, words)
        ReferencePatterns.__init__(self, words)
        ClausePatterns.__init__(self, words)
        MeasurePatterns.__init__(self, words)
        NamePatterns.__init__(self, words)
        FittingPatterns.__init__(self, words)
        WordingPatterns.__init__(self, words)
        irregular = words("irregular")
        self.knows_verbs = bool(irregular)
        self.capitalised_nouns = bool(tables.get("capitalised_nouns"))
        self.words = _lists(tables, words)
        self.pieces = Pieces(self.words["telling_nothing"], hinting(words))
        self.openers = first_words(phrase for name in _OPENERS for phrase in words(name))
        self.pair_openers = first_words(words("pairs"))
        self.run = run(words("abbreviations"), words("particles"))
        self.modality = _modality(words, irregular)
        self.numbers: dict[str, int] = dict(tables.get("numbers", {}))
        self.multiples: dict[str, int] = dict(tables.get("multiples", {}))
        self.acronyms: dict[str, str] = {
            key.replace(".", ""): name for key, name in tables.get("acronyms", {}).items()
        }
        self.harm: dict[str, str] = dict(tables.get("harm", {}))
        self.past_of: dict[str, str] = dict(tables.get("past_of", {}))


@cache
def cues(language: str | None) -> Cues:
    """The cues of a language (a code such as "en" or "en-GB"); English where none is told."""
    return _cues_in((language or "en").partition("-")[0].lower())


@cache
def _cues_in(name: str) -> Cues:
    """The cues of the language that has a folder of this name; none if there is no such folder."""
    folder = _LANGUAGES / name
    tables: dict[str, Any] = {}
    if folder.is_dir():
        for path in sorted(folder.glob("*.toml")):
            table = tomllib.loads(path.read_text(encoding="utf-8"))
            for key, value in table.items():
                if not _is_read(value):
                    raise ValueError(
                        f"{path}: {key}: neither a list of words nor a table of words or numbers"
                    )
            if twice := tables.keys() & table.keys():
                raise ValueError(f"{path}: in another table too: {', '.join(sorted(twice))}")
            tables |= table
    try:
        return Cues(tables)
    except re.error as error:
        raise ValueError(f"{folder}: no pattern: {'; '.join(_no_patterns(tables))} ({error})") from error


def _is_read(value: object) -> bool:
    """Whether a value of a table is a list of words, what words stand for or are worth, or yes or no."""
    if isinstance(value, list):
        return all(isinstance(word, str) and word for word in value)
    if isinstance(value, dict):
        return all(isinstance(told, str | int) for told in value.values())
    return isinstance(value, bool)


def _no_patterns(tables: Mapping[str, Any]) -> Iterator[str]:
    """The words of lists that cannot be patterns, each with its list's name."""
    for name, words in tables.items():
        for word in words if isinstance(words, list) else ():
            try:
                re.compile(word)
            except re.error:
                yield f"{name}: {word}"


def _plain(verb: str) -> str:
    """The plain form of a verb in the third person."""
    return _CARRIES.sub("y", verb) if _CARRIES.search(verb) else _ENDING.sub("", verb)


def _lists(tables: Mapping[str, Any], words: Words) -> Lists:
    """The plain lists of the tables, those that are asked for together, and those made of others."""
    lists = Lists((name, frozenset(value)) for name, value in tables.items() if isinstance(value, list))
    for name, parts in _TOGETHER.items():
        lists[name] = frozenset(word for part in parts for word in words(part))
    lists["organisation_words"] |= MERE_FORMS | {f"{form}." for form in MERE_FORMS & STOPPED_FORMS}
    lists["plain_verbs"] = frozenset(map(_plain, words("third_person")))
    return lists


def _modality(words: Words, irregular: Sequence[str]) -> re.Pattern[str]:
    groups = {name: words(name) for name in _MODALITIES}
    if irregular:
        groups["happened"] = [REGULAR_PAST, *irregular, *words("present_verbs")]
    modality = "|".join(f"(?P<{name}>{any_of(cues)})" for name, cues in groups.items() if cues)
    return re.compile(rf"\b(?=\S)(?:{modality})(?!\w)") if modality else NEVER
