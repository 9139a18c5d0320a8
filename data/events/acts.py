"""What kind of thing a passage tells (a visit, an attack), by the words that tell it.

Two reports of one occasion may share no word ("flew to Delhi", "was received"), yet tell one kind of act.
A passage may also speak of something without telling it: "the visit was called a mistake".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from data.events.cues import alternatives, cues
from data.events.patterns import UPPER
from data.events.report import Report
from data.events.words import has_any, lowered

NOTHING: frozenset[Any] = frozenset()
"""The one empty set. Each other takes as much room as a set of four, and most sets of a report are empty."""
# Who visits a city on a day and who meets people there tell one occasion.
ENCOUNTER = frozenset({"visit", "meeting"})
_PREFIX = "act_"
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# So many words behind "after" are still the background it opens.
_BACKGROUND = 6
# So many words behind "would not" are of what does not happen.
_UNREAL = 2
# A date belongs to the act at most so many words before it.
_BEFORE_DATE = 7
# Fewer words are no passage of their own.
_FEWEST = 3
_OWNED = ("'s", "’s")
_OUTBREAK = frozenset({"outbreak"})
_CALL = frozenset({"call"})
_MEETING = frozenset({"meeting"})
_DISASTER = frozenset({"disaster"})
# So many passages are remembered, those of some thousand articles.
_REMEMBERED = 1 << 16


class Act(NamedTuple):
    """What a passage tells.

    ``main`` are the kinds of its first act that is not in the background, ``kinds`` those of all its acts;
    ``comments`` says whether it speaks of something rather than tells it.
    """

    main: frozenset[str]
    kinds: frozenset[str]
    comments: bool


@cache
def _behind(language: str | None) -> re.Pattern[str]:
    """What stands behind a word that opens a background, up to the next comma, in small letters."""
    words = cues(language).words
    opening, lasting, behind_verb = (
        alternatives([*words[name]])
        for name in ("background", "lasting_background", "background_behind_verb")
    )
    return re.compile(
        rf"\b(?=\w)(?:(?P<lasting>{lasting})|(?P<behind_verb>{behind_verb})|{opening})\b[^,;]*(?:[,;]|$)"
    )


@lru_cache(maxsize=_REMEMBERED)
def foreground(text: str, at: int | None = None, language: str | None = None) -> str:
    """A passage without its background ("after the raid, ..."), the whole passage if nothing else is left.

    Args:
        text: the passage.
        at: where the expression that dates it stands; if it dates a "since", that is what is told.
        language: the passage's language, English if None.

    >>> foreground("Following his trip to Oslo, he will visit Bergen.").strip()
    'he will visit Bergen.'
    """
    kept = []
    done = 0
    for match in _behind(language).finditer(lowered(text)):
        if match["behind_verb"] and cues(language).finite_word.search(text, done, match.start()) is None:
            continue
        dated = at is not None and match.start() <= at < match.end()
        beside = text[: match.start()], text[match.end() :]
        if dated and (
            match["lasting"] or _opens_relative(beside[1], language) or not _tells(beside, language)
        ):
            return text[match.start() : match.end()]
        kept.append(text[done : match.start()])
        done = match.end()
    rest = " ".join([*kept, text[done:]])
    return rest if len(rest.split()) >= _FEWEST else text


def _tells(parts: Sequence[str], language: str | None) -> bool:
    """Whether parts of a passage have a verb that tells something ("hours after the raid" has none)."""
    return any(cues(language).finite_word.search(lowered(part)) is not None for part in parts)


def _opens_relative(rest: str, language: str | None) -> bool:
    """Whether what follows only hangs on what stands before ("after his trip in May, which ...")."""
    return (
        rest.split(maxsplit=1)[:1] != []
        and rest.split(maxsplit=1)[0].lower() in cues(language).words["relatives"]
    )


def told_part(report: Report) -> str:
    """The foreground of a report's passage."""
    return foreground(report.passage.text, dated_at(report))


def dated_at(report: Report) -> int | None:
    """Where in its passage the expression stands that dates a report."""
    expression = report.passage.expression
    return None if expression is None else expression.start_char - report.passage.start_char


@cache
def _kinds(language: str | None) -> dict[str, frozenset[str]]:
    """The kinds of act each word may tell."""
    found: dict[str, set[str]] = {}
    for name, words in cues(language).words.items():
        if name.startswith(_PREFIX):
            for word in words:
                found.setdefault(word, set()).add(name.removeprefix(_PREFIX))
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _pairs(language: str | None) -> tuple[tuple[str, str], ...]:
    """The kinds of act that two words tell together ("to power")."""
    return tuple((first, last) for first, _, last in (key.partition(" ") for key in _kinds(language)) if last)


def _joined(words: Sequence[str], first: str, last: str) -> list[str]:
    """The words, each pair of the two in the place of its last word: all keep their places."""
    return [
        f"{first} {last}" if word == last and at and words[at - 1] == first else word
        for at, word in enumerate(words)
    ]


def _remote(language: str | None) -> frozenset[str]:
    """Words by which a meeting is told to be held from afar."""
    return cues(language).words["remote"]


class _Vocabulary(NamedTuple):
    """The words of a language by what they make of an act.

    Attributes:
        kinds: the kinds of act that each word may tell.
        telling: all words that tell any of what follows; others need not be looked at.
        background: with these what is told only as background begins.
        undone: behind one of ``modals`` these say that an act is none ("would not be arrested").
        fronted: at the head of a sentence these only name who says it.
        wars: these name a war, but for one of ``no_wars`` behind them ("war crimes").
        gives_way: of one of the ``built`` these tell a disaster, but for one of ``aims`` behind them.
    """

    kinds: Mapping[str, frozenset[str]]
    telling: frozenset[str]
    background: frozenset[str]
    comments: frozenset[str]
    addresses: frozenset[str]
    judgements: frozenset[str]
    undone: frozenset[str]
    modals: frozenset[str]
    calls: frozenset[str]
    fronted: frozenset[str]
    wars: frozenset[str]
    no_wars: frozenset[str]
    gives_way: frozenset[str]
    built: frozenset[str]
    aims: frozenset[str]


@cache
def _vocabulary(language: str | None) -> _Vocabulary:
    words = cues(language).words
    background = frozenset[str]().union(
        *(words[name] for name in ("background", "lasting_background", "background_behind_verb"))
    )
    telling = background.union(
        _kinds(language),
        *(words[name] for name in ("comments", "addresses", "judgements", "undone", "gives_way")),
    )
    return _Vocabulary(
        kinds=_kinds(language), telling=telling, background=background, comments=words["comments"],
        addresses=words["addresses"], judgements=words["judgements"], undone=words["undone"],
        modals=words["unreal_before_negation"], calls=words["calls_by_name"],
        fronted=words["fronted_sources"], wars=words["wars"], no_wars=words["no_long_times"],
        gives_way=words["gives_way"], built=words["structures"], aims=words["behind_failed"],
    )  # fmt: skip


def act_of(report: Report) -> Act:
    """What a report tells: the act of its foreground, and the one that its date stands behind."""
    return act_at(report.passage.text, dated_at(report))


@lru_cache(maxsize=_REMEMBERED)
def act_at(text: str, at: int | None) -> Act:
    """What a passage tells, with the act behind which the expression stands that dates it, if one does."""
    told, dated = act(foreground(text, at)), _before(text, at)
    return told._replace(main=told.main | dated, kinds=told.kinds | dated) if dated else told


def act_before_date(report: Report) -> frozenset[str]:
    """The kinds of the nearest act that stands shortly before the expression that dates a report."""
    return _before(report.passage.text, dated_at(report))


def _before(text: str, at: int | None) -> frozenset[str]:
    if at is None:
        return NOTHING
    words = [word.lower().strip(",.") for word in text[:at].rsplit(None, _BEFORE_DATE)[-_BEFORE_DATE:]]
    for first, last in _pairs(None):
        if last in words:
            words = _joined(words, first, last)
    known = _vocabulary(None)
    built = not known.gives_way.isdisjoint(words) and not known.built.isdisjoint(
        _WORD.findall(lowered(text[:at]))
    )
    telling = (_kinds_at(words, place, built=built) for place in reversed(range(len(words))))
    kinds = next(filter(None, telling), NOTHING)
    return _CALL if kinds & ENCOUNTER and not _remote(None).isdisjoint(words) else kinds


def _kinds_at(words: Sequence[str], at: int, *, built: bool) -> frozenset[str]:
    """The kinds of act that one of some words tells; ``built`` says that something built stands before it."""
    known = _vocabulary(None)
    kinds = known.kinds.get(words[at], NOTHING)
    gives_way = built and words[at] in known.gives_way and known.aims.isdisjoint(words[at + 1 : at + 2])
    return kinds | _DISASTER if gives_way else kinds


@lru_cache(maxsize=_REMEMBERED)
def act(text: str, language: str | None = None) -> Act:
    """What a passage tells, its quotations left aside.

    >>> act("Hours after the raid she landed in Oslo.").main
    frozenset({'visit'})
    """
    words = _vocabulary(language)
    told: list[tuple[bool, frozenset[str]]] = []
    behind = unreal = -1
    speaks = False
    unquoted = _QUOTED.sub(" ", text)
    small = lowered(unquoted)
    lower = _WORD.findall(small)
    for first, last in _pairs(language):
        if last in lower:
            lower = _joined(lower, first, last)
    owned = has_any(small, _OWNED)
    places = [
        at for at, word in enumerate(lower) if word in words.telling or (owned and word.endswith(_OWNED))
    ]
    for at in places:
        word = lower[at].removesuffix("'s").removesuffix("’s")
        if word not in words.telling:
            continue
        if word in words.wars and not words.no_wars.isdisjoint(lower[at + 1 : at + 2]):
            # "Accused of war crimes": no war is told.
            continue
        if word in words.undone and at and lower[at - 1] in words.modals:
            # "Would not be arrested": nobody was.
            unreal = at + _UNREAL
        if at <= unreal:
            continue
        if word in words.calls and _rung_up(language).search(unquoted) is not None:
            told.append((at <= behind, _CALL))
            continue
        if word in words.background:
            behind = at + _BACKGROUND
        if at == 0 and word in words.fronted:
            # "According to the mayor, they met" tells that they met.
            continue
        if word in words.judgements or (
            word in words.comments and all(in_background for in_background, _ in told)
        ):
            speaks = True
        kinds = words.kinds.get(word, NOTHING)
        if word in words.addresses and any(
            who[0].isupper() for who in _WORD.findall(unquoted)[at + 1 : at + 2]
        ):
            kinds = _MEETING
        if (
            word in words.gives_way
            and not words.built.isdisjoint(lower)
            and words.aims.isdisjoint(lower[at + 1 : at + 2])
        ):
            kinds |= _DISASTER
        if kinds:
            told.append((at <= behind, kinds))
            if at <= behind:
                behind = at
    if not told:
        return Act(NOTHING, NOTHING, speaks)
    if not _remote(language).isdisjoint(lower):
        told = [(behind, _CALL if kinds & ENCOUNTER else kinds) for behind, kinds in told]
    at_war = not words.wars.isdisjoint(lower)
    outbreak = _OUTBREAK if at_war and tells_outbreak(text, language) else NOTHING
    main = outbreak or next((kinds for in_background, kinds in told if not in_background), told[0][1])
    return Act(main, outbreak.union(*(kinds for _, kinds in told)), speaks)


@cache
def _rung_up(language: str | None) -> re.Pattern[str]:
    """Somebody named who is called, not called something ("called Okoye and", but "called Okoye a liar")."""
    words = cues(language).words
    verbs = alternatives([*words["calls_by_name"]])
    behind = alternatives([*words["conjunctions"], *words["occasion_prepositions"], *words["background"]])
    return re.compile(rf"\b(?:{verbs})(?:\s[{UPPER}][\w’'.-]*){{1,6}}(?<![’']s)(?=[,.;]|$|\s(?:{behind})\s)")


def denies(text: str, language: str | None = None) -> bool:
    """Whether a passage denies in its own words, not in a quotation ("this is not an era of war")."""
    match = cues(language).modality.search(_QUOTED.sub(" ", text).lower())
    return match is not None and match.lastgroup == "denied"


@cache
def _outbreaks(language: str | None) -> re.Pattern[str]:
    """A word for the beginning close to one for the war."""
    words = cues(language).words
    onset, war = (alternatives([*words[name]]) for name in ("onsets", "wars"))
    forth = rf"\b(?:{onset})\b\W+(?:\w+\W+){{0,4}}?(?:{war})\b"
    back = rf"\b(?:{war})\b\W+(?:\w+\W+){{0,3}}?(?:{onset})\b"
    return re.compile(f"{forth}|{back}", re.IGNORECASE)


def tells_outbreak(text: str, language: str | None = None) -> bool:
    """Whether a war is told to begin.

    >>> tells_outbreak("since the conflict that erupted in May")
    True
    """
    return _outbreaks(language).search(text) is not None
