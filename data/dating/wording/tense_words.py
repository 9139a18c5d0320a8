"""The tense words of a language, as its table has them: what looks ahead, and what looks back."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance

Words = frozenset[str]
_NONE: Words = frozenset()
Table = TypeVar("Table", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Future:
    """What looks ahead.

    Attributes:
        words: words that look ahead by themselves.
        from_now: those of them that do so from the day of writing.
        endings, not_future: endings of verbs in the future, and words that only end so.
        behind: words that look ahead directly behind an expression ("for August delivery").
        goods: nouns that do so behind what opens its clause ("December corn fell").
        nouns, before_nouns: those of the words that are nouns too, and what makes them nouns ("their plan").
        numbers: what makes them nouns a few words before them ("two lost votes").
        games: those of them that a team does, whose record counts none ("the Hawks (14-3) host").
        modals, perfect: words that look ahead unless the perfect follows ("would meet", "would have met").
        half_modals: modals that look ahead unless ``half_modals_not_before`` follows ("could vote", but not
            "could be seen").
        plural: verbs that look ahead behind a plural ("polls open"), and are nouns or adjectives elsewhere.
        directly: words that look ahead only directly before an expression ("the vote is Tuesday").
        leads: words that may stand between these and the expression ("the game is at 7 p.m.").
        undone: words before one that looks ahead that make it past ("had been scheduled").
        negation: what a word has behind an apostrophe where it is negated ("didn't").
        negated: words that are of the future so, whatever they are by themselves ("won't").
        limits: words that end at an expression ("until Monday"), future if no verb says otherwise.
        lengths: what a limit only ends, whatever the tense ("in the six months through February").
        alone, negations: words that look ahead directly before an expression where one of these stands and no
            verb tells ("we do not see buyers before autumn").
        granting: verbs that make a limit future ("has until Monday").
        got: pairs of words that do so ("has got until Monday").
        delaying: verbs that do so from afar ("delayed the vote on the bill until Monday").
        pairs: pairs of words that look ahead together ("a summit set for Oslo in May").
        moving, targets: verbs that set a date ahead where one of ``targets`` stands between them
            ("postponed to Monday").
        calling, starting: verbs of what is to come, where one of ``starting`` opens it ("threatened a strike
            starting Monday").
        declaring, declared: verbs that set a day apart directly before it, and what they make it, a few words
            behind it ("declared Wednesday a national day of mourning").
    """

    words: Words = _NONE
    from_now: Words = _NONE
    endings: tuple[str, ...] = ()
    not_future: Words = _NONE
    behind: Words = _NONE
    goods: Words = _NONE
    nouns: Words = _NONE
    before_nouns: Words = _NONE
    numbers: Words = _NONE
    games: Words = _NONE
    modals: Words = _NONE
    perfect: str | None = None
    half_modals: Words = _NONE
    half_modals_not_before: Words = _NONE
    plural: Words = _NONE
    directly: Words = _NONE
    leads: Words = _NONE
    undone: Words = _NONE
    negation: str | None = None
    negated: Words = _NONE
    limits: Words = _NONE
    lengths: Words = _NONE
    alone: Words = _NONE
    negations: Words = _NONE
    granting: Words = _NONE
    got: Words = _NONE
    delaying: Words = _NONE
    pairs: Words = _NONE
    moving: Words = _NONE
    targets: Words = _NONE
    calling: Words = _NONE
    starting: Words = _NONE
    declaring: Words = _NONE
    declared: Words = _NONE


@dataclass(frozen=True, slots=True)
class Past:
    """What looks back.

    Attributes:
        words: words that look back by themselves.
        endings, not_past: endings of verbs in the past, and words that only end so.
        auxiliaries, participles: words behind which words with these endings look back ("è scattato"); behind
            ``undone`` words of the future they look back from the past ("had given up").
        directly: words that look back only directly before an expression ("since Monday").
        since_or_from: those of them that open what is to come too ("desde el lunes").
        behind: words that look back directly behind an expression ("an August estimate").
        owned: words that look back behind an expression that owns them ("Friday's close").
        events: words that look back there or a word before it ("an August fire", "the fire in August").
        passive: words that take the tense from a past form after them ("is named").
        nouns: pairs of words of which the second is a noun, and none of the words ("a pay cut").
        nouns_too: those of the words that are nouns behind ``before_nouns`` of the future ("a cut").
        describing: words directly behind which a word with an ending describes a noun ("on reduced pay").
        comparing: pairs of words that look back together ("down from 23 percent in February").
        versus: words before a number that something is compared with ("against 7.92% late Friday").
        attributing: lower-case words behind which a day is that of a saying ("according to a poll in May").
        done: verbs that behind an expression put even a limit in the past ("zum 1. Juli geschlossen").
        helping: verbs that only help another, or say how something is ("has risen", "was up").
    """

    words: Words = _NONE
    endings: tuple[str, ...] = ()
    not_past: Words = _NONE
    auxiliaries: Words = _NONE
    participles: tuple[str, ...] = ()
    directly: Words = _NONE
    since_or_from: Words = _NONE
    behind: Words = _NONE
    owned: Words = _NONE
    events: Words = _NONE
    passive: Words = _NONE
    nouns: Words = _NONE
    nouns_too: Words = _NONE
    describing: Words = _NONE
    comparing: Words = _NONE
    versus: Words = _NONE
    attributing: Words = _NONE
    done: Words = _NONE
    helping: Words = _NONE


@dataclass(frozen=True, slots=True)
class Infinitive:
    """Infinitives, which mostly look ahead.

    Attributes:
        word: a word that looks ahead ("to"), unless one of ``not_before`` or a name follows.
        after: words whose infinitive looks ahead though they are past ("agreed to meet"); none if every
            infinitive looks ahead.
        wishes: those of them that are given up behind a past perfect ("had hoped to meet").
        be, not_passive_after: the verb whose infinitive looks ahead with a past form behind it ("a book to be
            published"), unless it stands behind one of these ("the first to be published").
        wanting: verbs of what somebody wants of somebody, who stands between ("ordered him to be present").
        phases: verbs whose infinitive looks ahead directly before an expression ("to begin Thursday").
        after_all: words behind which it tells what came of something ("only to change his mind in May").
        directly_after: past words whose infinitive looks ahead directly behind them ("was to meet").
    """

    word: str | None = None
    not_before: Words = _NONE
    after: Words = _NONE
    wishes: Words = _NONE
    be: str | None = None
    not_passive_after: Words = _NONE
    wanting: Words = _NONE
    phases: Words = _NONE
    directly_after: Words = _NONE
    after_all: Words = _NONE


@dataclass(frozen=True, slots=True)
class Hearsay:
    """What is only said to have been, with a verb that looks ahead elsewhere ("soll gestohlen haben").

    Attributes:
        verbs: those verbs.
        helping: the verbs of the perfect, beside a participle.
        changing, changed: those of them that tell so only of these participles ("soll geflohen sein", but not
            "soll fertig sein").
        begins, ends: how participles begin and end.
    """

    verbs: Words = _NONE
    helping: Words = _NONE
    changing: Words = _NONE
    changed: Words = _NONE
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The tense words of one language, in lower case; without a table it has none.

    Attributes:
        sayings, said_in: what somebody says something in, and the words before it ("in a statement"): a day
            behind them is that of the saying.
        auxiliaries: verbs that directly after an expression tell its tense ("the vote Monday will").
        capital_nouns: whether nouns have a capital, so that a word with one is no verb.
        verb_last: whether a clause ends with its verb.
        verb_second: whether the verb stands directly after an expression that opens its clause.
        articles: words between a limit and its expression ("hasta el lunes"), which are passed over.
        hedges: pairs of words that are passed over there too ("until at least Monday").
        last_skips: whether "last June" is not the June that has just ended.
        next_skips: whether "next Thursday" said on a Wednesday is not tomorrow.
        clauses: words that open the clause of what is said ("that").
        circumstances: words that open another clause, with a verb of its own ("because talks in May had").
        habits: words behind which a month or weekday comes back ("is usually held in June").
        relatives: words that open a clause about a noun ("the strikes that began on Friday").
        joining: what joins a clause that an expression opens (", and on ").
        measured: what stands directly before a date that a change is measured from ("up 4% from December").
        comparing: what stands between a quarter and the year that it is compared with ("against").
        telling: what stands behind an expression that tells, and does not compare ("since Monday, when").
    """

    future: Future = field(default_factory=Future)
    past: Past = field(default_factory=Past)
    infinitive: Infinitive = field(default_factory=Infinitive)
    hearsay: Hearsay = field(default_factory=Hearsay)
    sayings: Words = _NONE
    said_in: Words = _NONE
    auxiliaries: Words = _NONE
    capital_nouns: bool = False
    verb_last: bool = False
    verb_second: bool = False
    articles: Words = _NONE
    hedges: Words = _NONE
    last_skips: bool = False
    next_skips: bool = False
    clauses: Words = _NONE
    circumstances: Words = _NONE
    habits: Words = _NONE
    relatives: Words = _NONE
    joining: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()
    comparing: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()


def read_table(kind: type[Table], table: Mapping[str, Any]) -> Table:
    """A dataclass from a table whose keys are the names of its fields; what it leaves out is as without."""
    without = kind()
    values = {}
    for each in fields(kind):
        if each.name in table:
            default, value = getattr(without, each.name), table[each.name]
            if is_dataclass(default) and not isinstance(default, type):
                value = read_table(type(default), value)
            elif isinstance(default, frozenset):
                # "schließt" is looked for as "schliesst".
                value = frozenset([*value, *map(str.casefold, value)])
            elif isinstance(default, tuple):
                value = tuple(value)
            values[each.name] = value
    return kind(**values)
