"""The tense words of a language, and what a row of words tells by them: future, past, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from data.dating.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# A governor of an infinitive stands at most so many words before it ("asked his relatives to leave").
_GOVERNED = 5
# A number makes a noun of a word at most so many words behind it, and "gives" a limit of "until".
_COUNTED = 4
# "Until" looks back so many words for the verb that tells whether the time has passed.
_BEFORE_LIMIT = 6
# "Had" stands so many words before what was to come, and did not: "it had originally been planned for May".
_BEFORE_UNDONE = 4
# What somebody said something in takes so many words up to a day ("in a news release late on").
_SAYING = 5
# An infinitive that nothing governs looks ahead only for what stands so many words after it.
_NEAR = 6

# A word of so many letters that ends in "s" is taken for a plural, and has room for the ending of a verb.
_PLURAL = 5
_INFLECTED = 5

Tense = Literal["future", "past"]


@dataclass(frozen=True, slots=True)
class Cues:
    """The tense words of one language, in lower case.

    Attributes:
        future, past: words that tell a tense by themselves.
        from_now: those of the future words that look ahead from the day of writing.
        endings, not_past: endings of verbs in the past, and words that only end so.
        future_endings, not_future: the same of the future.
        behind: words that look ahead directly behind an expression ("for August delivery").
        past_behind: words that look back there ("an August estimate").
        events: words that look back there or a word before it ("an August fire", "the fire in August").
        nouns, before_nouns: future words that are nouns too, and what makes them nouns ("their plan").
        numbers: what makes them nouns a few words before them ("two lost votes").
        passive: words that take the tense from a past form after them ("is named").
        modals, perfect: words that look ahead unless the perfect follows ("would meet", "would have met").
        half_modals: modals that look ahead unless ``half_modals_not_before`` follows ("could vote", but not
            "could be seen").
        plural: verbs that look ahead behind a plural ("polls open"), and are nouns or adjectives elsewhere.
        past_directly: words that are past only directly before an expression ("since Monday").
        since_or_from: those of them that open what is to come too ("desde el lunes").
        future_directly: the same of the future ("the vote is Tuesday").
        future_leads: words that may stand between these and the expression ("the game is at 7 p.m.").
        undone: words before a future word that make it past ("had been scheduled").
        negation: what a word has behind an apostrophe where it is negated ("didn't").
        negated: words that are of the future so, whatever they are by themselves ("won't").
        limits: words that end at an expression ("until Monday"), future if no verb says otherwise.
        lengths: what a limit only ends, whatever the tense ("in the six months through February").
        granting: verbs that make a limit future ("has until Monday").
        pairs: pairs of words that look ahead together ("a summit set for Oslo in May").
        delaying: verbs that do so from afar ("delayed the vote on the bill until Monday").
        moving, targets: verbs that set a date ahead where one of ``targets`` stands between them
            ("postponed to Monday").
        sayings, said_in: what somebody says something in, and the words before it ("in a statement"): a day
            behind them is that of the saying.
        infinitive, not_infinitive: a word that looks ahead, unless one of these or a name follows.
        phases: verbs whose infinitive looks ahead directly before an expression ("to begin Thursday").
        destined: past words whose infinitive looks ahead directly behind them ("was to meet").
        governs: words whose infinitive looks ahead though they are past ("agreed to meet"); None if every
            infinitive looks ahead.
        auxiliaries: verbs that directly after an expression tell its tense ("the vote Monday will").
        capital_nouns: whether nouns have a capital, so that a word with one is no verb.
        verb_last: whether a clause ends with its verb.
        verb_second: whether the verb stands directly after an expression that opens its clause.
        articles: words between a limit and its expression ("hasta el lunes"), which are passed over.
        hedges: pairs of words that are passed over there too ("until at least Monday").
        last_skips: whether "last June" is not the June that has just ended.
        clauses: words that open the clause of what is said ("that").
        relatives: words that open a clause about a noun ("the strikes that began on Friday").
        joining: what joins a clause that an expression opens (", and on ").
    """

    future: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    from_now: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    not_past: frozenset[str] = frozenset()
    future_endings: tuple[str, ...] = ()
    not_future: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    past_behind: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    before_nouns: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    perfect: str | None = None
    half_modals: frozenset[str] = frozenset()
    half_modals_not_before: frozenset[str] = frozenset()
    plural: frozenset[str] = frozenset()
    past_directly: frozenset[str] = frozenset()
    since_or_from: frozenset[str] = frozenset()
    future_directly: frozenset[str] = frozenset()
    future_leads: frozenset[str] = frozenset()
    undone: frozenset[str] = frozenset()
    negation: str | None = None
    negated: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    lengths: frozenset[str] = frozenset()
    granting: frozenset[str] = frozenset()
    delaying: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    sayings: frozenset[str] = frozenset()
    said_in: frozenset[str] = frozenset()
    infinitive: str | None = None
    not_infinitive: frozenset[str] = frozenset()
    governs: frozenset[str] | None = None
    phases: frozenset[str] = frozenset()
    destined: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    capital_nouns: bool = False
    verb_last: bool = False
    verb_second: bool = False
    articles: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    last_skips: bool = False
    clauses: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    joining: tuple[str, ...] = ()

    def tense(self, words: Sequence[str], place: int) -> Tense | None:
        """The tense that one of a row of words tells, None if it tells nothing."""
        word = words[place].casefold()
        before = words[place - 1].casefold() if place else ""
        after = words[place + 1].casefold() if place + 1 < len(words) else ""
        if self.negation is not None and after == self.negation:
            return "future" if word in self.negated else "past" if word in self.past else None
        if before == self.infinitive and word in self.future:
            return None
        ahead = self._ahead(words, place, word, before, after)
        if ahead is not None:
            return ahead
        is_last = place == len(words) - 1
        if is_last and word in self.past_directly:
            # "Will run from Monday" where one word is both "from" and "since".
            told = self._verb_before(words, place, self.tense) if word in self.since_or_from else None
            return told or "past"
        leads = place == len(words) - 2 and after in self.future_leads
        if word in self.future_directly and (is_last or leads):
            return "future"
        if self._is_past(words[place]):
            return None if before in self.passive or self._is_attribute(words, place) else "past"
        if word == self.infinitive and not is_last:
            return self._infinitive_tense(words, place)
        if is_last and word in self.limits and before not in self.lengths:
            near = words[max(0, place - _COUNTED) : place]
            granted = not self.granting.isdisjoint(near) or not self.delaying.isdisjoint(words[:place])
            # "Had given them until Thursday" is past by now.
            return (
                "future"
                if granted and self.undone.isdisjoint(near)
                else self._verb_before(words, place, self._limited) or "future"
            )
        return None

    def ends_with_saying(self, words: Sequence[str]) -> bool:
        """Whether a row of words ends with what somebody said something in ("in a short statement on")."""
        near = words[-_SAYING:]
        behind = next((at for at, word in enumerate(near) if word in self.said_in), len(near))
        return not self.sayings.isdisjoint(near[behind:])

    def _ahead(self, words: Sequence[str], place: int, word: str, before: str, after: str) -> Tense | None:
        """The tense of a word that looks ahead by itself, past where the words beside it undo that."""
        if word in self.modals and words[place].islower():
            return "past" if after == self.perfect else "future"
        if word in self.half_modals and after != self.perfect and after not in self.half_modals_not_before:
            return "future"
        if word in self.moving and words[-1] in self.targets:
            return "past" if self._is_undone(words, place) else "future"
        if f"{word} {after}" in self.pairs:
            return "future"
        if self._is_future(word) and not (word in self.nouns and self._is_noun(words, place)):
            return "past" if self._is_undone(words, place, 2) else "future"
        if word in self.plural and len(before) >= _PLURAL and before.endswith("s"):
            return "future"
        return None

    def _is_undone(self, words: Sequence[str], place: int, reach: int = _BEFORE_UNDONE) -> bool:
        """Whether what was to come is told from behind: "it had originally been planned for May"."""
        return not self.undone.isdisjoint(words[max(0, place - reach) : place])

    def _verb_before(
        self, words: Sequence[str], place: int, tense: Callable[[Sequence[str], int], Tense | None]
    ) -> Tense | None:
        """The tense of the nearest word close before a limit of which the function given knows one."""
        near = range(place - 1, max(-1, place - 1 - _BEFORE_LIMIT), -1)
        return next((found for each in near if (found := tense(words, each)) is not None), None)

    def _limited(self, words: Sequence[str], place: int) -> Tense | None:
        """The tense of a limit behind a verb: "pledged a law by May" is ahead, "voted by May" is not."""
        word = words[place].casefold()
        promised = self.governs is not None and word in self.governs and word not in self.past
        return "future" if promised else self.tense(words, place)

    def _is_noun(self, words: Sequence[str], place: int) -> bool:
        """Whether what stands before a word makes it a noun: "their votes", "two lost votes"."""
        near = [each.casefold() for each in words[max(0, place - _COUNTED) : place]]
        counted = any(each in self.numbers or each.isdecimal() for each in near)
        return counted or (near[-1:] != [] and near[-1] in self.before_nouns)

    def _is_future(self, word: str) -> bool:
        if word in self.future:
            return True
        return len(word) >= _INFLECTED and word.endswith(self.future_endings) and word not in self.not_future

    def _is_past(self, written: str) -> bool:
        word = written.casefold()
        if word in self.past:
            return True
        if len(word) < _INFLECTED or not word.endswith(self.endings) or word in self.not_past:
            return False
        return not self.capital_nouns or written.islower()

    def _is_attribute(self, words: Sequence[str], place: int) -> bool:
        """Whether a past form only describes the subject of the verb: "vaccinated visitors will"."""
        known = words[place].casefold() in self.past
        return not known and place + 2 < len(words) and words[place + 2] in self.auxiliaries

    def _infinitive_tense(self, words: Sequence[str], place: int) -> Tense | None:
        after = words[place + 1]
        destined = place > 0 and words[place - 1] in self.destined
        if destined and after in self.passive:
            # "Was to be hanged on Monday"; "to be" alone looks nowhere.
            return "future"
        if not after.islower() or after in self.not_infinitive:
            return None
        if after in self.phases and place + 2 == len(words):
            return "future"
        if self.governs is not None:
            if destined:
                return "future"
            near = words[max(0, place - _GOVERNED) : place]
            governors = [each for each in near if each in self.governs]
            if governors:
                # "Had been due to sail" was to come, and did not.
                undone = governors[-1] in self.future and not self.undone.isdisjoint(near)
                return "past" if undone else "future"
            if any(map(self._is_past, words[:place])):
                return None
        return "future" if len(words) - _NEAR <= place else None


@cache
def cues_of(language: str) -> Cues:
    """The tense words of a language; none for a language without a folder."""
    table = table_of(language, "cues")
    if not table:
        return Cues()
    future, past, infinitive = table["future"], table["past"], table.get("infinitive", {})
    governs = infinitive.get("after")
    return Cues(
        future=frozenset(future["words"]), past=frozenset(past["words"]),
        from_now=frozenset(future.get("from_now", ())),
        endings=tuple(past.get("endings", ())), not_past=frozenset(past.get("not_past", ())),
        future_endings=tuple(future.get("endings", ())), not_future=frozenset(future.get("not_future", ())),
        behind=frozenset(future.get("behind", ())), past_behind=frozenset(past.get("behind", ())),
        events=frozenset(past.get("events", ())), nouns=frozenset(future.get("nouns", ())),
        before_nouns=frozenset(future.get("before_nouns", ())),
        numbers=frozenset(future.get("numbers", ())),
        passive=frozenset(past.get("passive", ())), modals=frozenset(future.get("modals", ())),
        perfect=future.get("perfect"), undone=frozenset(future.get("undone", ())),
        negation=future.get("negation"), negated=frozenset(future.get("negated", ())),
        limits=frozenset(future.get("limits", ())), lengths=frozenset(future.get("lengths", ())),
        granting=frozenset(future.get("granting", ())), pairs=frozenset(future.get("pairs", ())),
        delaying=frozenset(future.get("delaying", ())),
        moving=frozenset(future.get("moving", ())),
        targets=frozenset(future.get("targets", ())), sayings=frozenset(table.get("sayings", ())),
        said_in=frozenset(table.get("said_in", ())), infinitive=infinitive.get("word"),
        not_infinitive=frozenset(infinitive.get("not_before", ())),
        governs=None if governs is None else frozenset(governs),
        half_modals=frozenset(future.get("half_modals", ())),
        half_modals_not_before=frozenset(future.get("half_modals_not_before", ())),
        plural=frozenset(future.get("plural", ())),
        past_directly=frozenset(past.get("directly", ())),
        since_or_from=frozenset(past.get("since_or_from", ())),
        future_directly=frozenset(future.get("directly", ())),
        future_leads=frozenset(future.get("leads", ())),
        phases=frozenset(infinitive.get("phases", ())),
        destined=frozenset(infinitive.get("directly_after", ())),
        auxiliaries=frozenset(table.get("auxiliaries", ())),
        capital_nouns=table.get("capital_nouns", False),
        verb_last=table.get("verb_last", False),
        verb_second=table.get("verb_second", False),
        articles=frozenset(table.get("articles", ())),
        hedges=frozenset(table.get("hedges", ())),
        last_skips=table.get("last_skips", False),
        clauses=frozenset(table.get("clauses", ())),
        relatives=frozenset(table.get("relatives", ())),
        joining=tuple(table.get("joining", ())),
    )  # fmt: skip
