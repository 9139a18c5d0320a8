"""The words of a language that tell clauses, modality, names and reports: tables read from ``languages/``.

A language is a folder of tables; what a folder lacks is empty, and a language without a folder has no cues:
its sentences still become events, dated and named by capitals and gazetteer alone.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.events.hints import hinting
from data.events.patterns import REGULAR_PAST, alternatives, any_of, first_words
from data.events.patterns.clauses import of_clauses
from data.events.patterns.measures import of_measures
from data.events.patterns.names import of_names, run
from data.events.patterns.reference import of_reference
from data.events.patterns.sentences import of_sentences
from data.events.patterns.ties import of_ties
from data.events.patterns.titles import of_titles
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """One language's cues, compiled.

    Attributes:
        knows_verbs: whether the language's verbs are known, so that a line can be put right.
        capitalised_nouns: whether every noun has a capital, so that one word's tells nothing.
        words: the plain lists of the tables, as sets of the words as written.
        pieces: what each piece of text between blanks tells and hints at.
        run: a run of capitalised words that may be a name.
        modality: the cues of modality, one named group each; matched against small letters.
        boundary: where a clause may begin; groups ``confined``, ``shared`` and ``verb`` tell why; matched
            against small letters.
        date_prepositions: what stands before a date, up to its end; matched against small letters.
        place_before: what puts something in a place, up to its name.
        ends_before_place: with one of these it ends.
        head_ends: with one of these an office ends.
        title_ends: with one of these a title ends, in small letters ("Verkehrsministerin").
        joined_ends: with one of these a place ends that only describes ("Oslo-based").
        parting_ends: a word that ends so may part a run of capitalised words.
        pairs: words for two people named before; ``small_pairs`` is quicker, for small letters, and each of
            them has one of the ``pair_words``.
        reporting: a reporting verb with its hearers and "that", up to what is told.
        openers: with one of these a line begins that hangs on the one before, or with one of the
            ``pair_openers`` where it tells of two people named before.
        numbers: what number words are worth; ``multiples`` what they multiply by.
    """

    knows_verbs: bool
    capitalised_nouns: bool
    words: Lists
    pieces: Pieces
    run: re.Pattern[str]
    modality: re.Pattern[str]
    boundary: re.Pattern[str]
    reporting: re.Pattern[str]
    date_prepositions: re.Pattern[str]
    attributive: re.Pattern[str]
    place_before: re.Pattern[str]
    ends_before_place: tuple[str, ...]
    connective: re.Pattern[str]
    attribution_tail: re.Pattern[str]
    attribution_head: re.Pattern[str]
    pairs: re.Pattern[str]
    small_pairs: re.Pattern[str]
    pair_words: frozenset[str]
    subordinator: re.Pattern[str]
    holds_clause: re.Pattern[str]
    fronted: re.Pattern[str]
    idle: re.Pattern[str]
    idle_before_verb: re.Pattern[str]
    idle_before_noun: re.Pattern[str]
    last_meeting: re.Pattern[str]
    last_occasion: re.Pattern[str]
    misstated_time: re.Pattern[str]
    office_of_it: re.Pattern[str]
    when_behind: re.Pattern[str]
    and_did: re.Pattern[str]
    counting_head: re.Pattern[str]
    facts_behind: re.Pattern[str]
    similar: re.Pattern[str]
    as_well: re.Pattern[str]
    is_set: re.Pattern[str]
    owner_named: re.Pattern[str]
    also_to: re.Pattern[str]
    before_pronoun: re.Pattern[str]
    he: re.Pattern[str]
    his: re.Pattern[str]
    him: re.Pattern[str]
    his_inside: re.Pattern[str]
    agent: re.Pattern[str]
    due: re.Pattern[str]
    does_it: re.Pattern[str]
    is_held: re.Pattern[str]
    held_occasion: re.Pattern[str]
    does_them: re.Pattern[str]
    there: re.Pattern[str]
    limit_behind: re.Pattern[str]
    acts_on_it: re.Pattern[str]
    it: re.Pattern[str]
    they: re.Pattern[str]
    its: re.Pattern[str]
    country: re.Pattern[str]
    company: re.Pattern[str]
    firm_behind: re.Pattern[str]
    sides: re.Pattern[str]
    impersonal: re.Pattern[str]
    wants_date: re.Pattern[str]
    is_or_was: re.Pattern[str]
    compared_with: re.Pattern[str]
    joins: re.Pattern[str]
    of_something: re.Pattern[str]
    of_a_thing: re.Pattern[str]
    closed_relative: re.Pattern[str]
    misstated: re.Pattern[str]
    puts_right: re.Pattern[str]
    lost: re.Pattern[str]
    relative_aside: re.Pattern[str]
    active_to: re.Pattern[str]
    particle: re.Pattern[str]
    back: re.Pattern[str]
    open_relative: re.Pattern[str]
    also_said: re.Pattern[str]
    opens_clause: re.Pattern[str]
    condition: re.Pattern[str]
    conditional: re.Pattern[str]
    unreal: re.Pattern[str]
    clause_joint: re.Pattern[str]
    that: re.Pattern[str]
    owned_head: re.Pattern[str]
    also_relative: re.Pattern[str]
    is_what: re.Pattern[str]
    cleft: re.Pattern[str]
    joint_head: re.Pattern[str]
    joint_end: re.Pattern[str]
    opening: re.Pattern[str]
    helping_verb: re.Pattern[str]
    comparison: re.Pattern[str]
    sooner: re.Pattern[str]
    their: re.Pattern[str]
    adverb_behind: re.Pattern[str]
    said_so: re.Pattern[str]
    dated_occasion: re.Pattern[str]
    own_words: re.Pattern[str]
    party: re.Pattern[str]
    party_name: re.Pattern[str]
    before_party: re.Pattern[str]
    as_was_said: re.Pattern[str]
    resolved: re.Pattern[str]
    relative_head: re.Pattern[str]
    infinitive: re.Pattern[str]
    determined: re.Pattern[str]
    inner_clause: re.Pattern[str]
    saying: re.Pattern[str]
    tells_hearers: re.Pattern[str]
    quoted_as_saying: re.Pattern[str]
    said_between: re.Pattern[str]
    preposition: re.Pattern[str]
    told_that: re.Pattern[str]
    asks_whom: re.Pattern[str]
    recital: re.Pattern[str]
    having: re.Pattern[str]
    placing_head: re.Pattern[str]
    saying_behind: re.Pattern[str]
    of_a_firm: re.Pattern[str]
    state_body: re.Pattern[str]
    described_firm: re.Pattern[str]
    its_figure: re.Pattern[str]
    inner_relative: re.Pattern[str]
    helper: re.Pattern[str]
    finite_word: re.Pattern[str]
    name_and_verb: re.Pattern[str]
    participle_head: re.Pattern[str]
    passive: re.Pattern[str]
    occasion_noun: re.Pattern[str]
    article: str
    copula: tuple[str, ...]
    place_links: tuple[str, ...]
    past_of: dict[str, str]
    cuts: tuple[re.Pattern[str], ...]
    goes_on: re.Pattern[str]
    finite: re.Pattern[str]
    joint: re.Pattern[str]
    relative: re.Pattern[str]
    fronted_clause: re.Pattern[str]
    fronted_length: re.Pattern[str]
    bounding: re.Pattern[str]
    length_at_end: re.Pattern[str]
    counted: re.Pattern[str]
    session: re.Pattern[str]
    resumption: re.Pattern[str]
    circumstance: re.Pattern[str]
    fronted_condition: re.Pattern[str]
    clause_mark: re.Pattern[str]
    next_listed: re.Pattern[str]
    by_the_way: re.Pattern[str]
    main_begins: re.Pattern[str]
    inner_border: re.Pattern[str]
    occasion_border: re.Pattern[str]
    aim_border: re.Pattern[str]
    asking_border: re.Pattern[str]
    figure_told: re.Pattern[str]
    figure_moved: re.Pattern[str]
    then: re.Pattern[str]
    soon_behind: re.Pattern[str]
    he_said: re.Pattern[str]
    of_a_noun: re.Pattern[str]
    joins_parts: re.Pattern[str]
    before_participle: re.Pattern[str]
    described_behind: re.Pattern[str]
    looked_into: re.Pattern[str]
    unparted: re.Pattern[str]
    expected: re.Pattern[str]
    described: re.Pattern[str]
    source: re.Pattern[str]
    cited: re.Pattern[str]
    at_once: re.Pattern[str]
    compared: re.Pattern[str]
    ranks: re.Pattern[str]
    rare_at_end: re.Pattern[str]
    rare_before: re.Pattern[str]
    rarity: re.Pattern[str]
    risen_from: re.Pattern[str]
    pointed_to: re.Pattern[str]
    restricted: re.Pattern[str]
    contact_clause: re.Pattern[str]
    of_goods: re.Pattern[str]
    by_paper: re.Pattern[str]
    law_behind: re.Pattern[str]
    rests_on_law: re.Pattern[str]
    told_behind: re.Pattern[str]
    risen_to: re.Pattern[str]
    figure: re.Pattern[str]
    beginning: re.Pattern[str]
    begins: re.Pattern[str]
    lasting: re.Pattern[str]
    long_time: re.Pattern[str]
    beside_a_stay: re.Pattern[str]
    acronyms: dict[str, str]
    office: re.Pattern[str]
    head_ends: tuple[str, ...]
    title_ends: tuple[str, ...]
    joined_ends: tuple[str, ...]
    parting_ends: tuple[str, ...]
    office_alone: re.Pattern[str]
    of_country: re.Pattern[str]
    owner: re.Pattern[str]
    capital_word: re.Pattern[str]
    inside: re.Pattern[str]
    gone_to: re.Pattern[str]
    any_head: str
    refuted: re.Pattern[str]
    perfect: re.Pattern[str]
    here: re.Pattern[str]
    somebody: re.Pattern[str]
    asks_whether: re.Pattern[str]
    furniture: re.Pattern[str]
    openers: frozenset[str]
    pair_openers: frozenset[str]
    numbers: dict[str, int]
    multiples: dict[str, int]
    harm: dict[str, str]


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
            if twice := tables.keys() & table.keys():
                raise ValueError(f"{path}: in another table too: {', '.join(sorted(twice))}")
            tables |= table
    return _compile(tables)


def _plain(verb: str) -> str:
    """The plain form of a verb in the third person."""
    return _CARRIES.sub("y", verb) if _CARRIES.search(verb) else _ENDING.sub("", verb)


def _compile(tables: dict[str, Any]) -> Cues:
    def words(name: str) -> list[str]:
        return list(tables.get(name, ()))

    plain = Lists((name, frozenset(value)) for name, value in tables.items() if isinstance(value, list))
    for name, parts in _TOGETHER.items():
        plain[name] = frozenset(word for part in parts for word in words(part))
    plain["organisation_words"] |= MERE_FORMS | {f"{form}." for form in MERE_FORMS & STOPPED_FORMS}
    plain["plain_verbs"] = frozenset(map(_plain, words("third_person")))
    irregular = words("irregular")
    groups = {name: words(name) for name in _MODALITIES}
    if irregular:
        groups["happened"] = [REGULAR_PAST, *irregular, *words("present_verbs")]
    modality = "|".join(f"(?P<{name}>{any_of(cues)})" for name, cues in groups.items() if cues)
    return Cues(
        knows_verbs=bool(irregular),
        capitalised_nouns=bool(tables.get("capitalised_nouns")),
        words=plain,
        pieces=Pieces(plain["telling_nothing"], hinting(words)),
        openers=first_words(phrase for name in _OPENERS for phrase in words(name)),
        pair_openers=first_words(words("pairs")),
        run=run(words("abbreviations"), words("particles")),
        modality=re.compile(rf"\b(?=\S)(?:{modality})(?!\w)") if modality else NEVER,
        **of_sentences(words),
        **of_titles(words),
        **of_ties(words),
        **of_reference(words),
        **of_clauses(words),
        **of_measures(words),
        numbers=dict(tables.get("numbers", {})),
        multiples=dict(tables.get("multiples", {})),
        acronyms={key.replace(".", ""): name for key, name in tables.get("acronyms", {}).items()},
        **of_names(words),
        harm=dict(tables.get("harm", {})),
        past_of=dict(tables.get("past_of", {})),
    )
