"""The tense words of a language, and what a row of words tells by them: future, past, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Literal

from data.dating.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# A governor of an infinitive stands at most so many words before it ("asked his relatives to leave").
_GOVERNED = 9
# A number makes a noun of a word at most so many words behind it, and "gives" a limit of "until".
_COUNTED = 4
# "Until" looks back so many words for the verb that tells whether the time has passed.
_BEFORE_LIMIT = 6
# "Had" stands so many words before what was to come, and did not: "it had originally been planned for May".
_BEFORE_UNDONE = 4
# What somebody said something in takes so many words up to a day ("in a news release late on").
_SAYING = 5
# What somebody said it according to takes so many words up to a day ("according to a new poll of Ohio in").
_ATTRIBUTED = 7
# An infinitive that nothing governs looks ahead only for what stands so many words after it.
_NEAR = 6

# A word of so many letters that ends in "s" is taken for a plural, and has room for the ending of a verb.
_PLURAL = 5
_INFLECTED = 5

Tense = Literal["future", "past"]


def _words(at: str) -> frozenset[str]:
    """A field of words, with its place in the table of a language: its key, behind that of its section."""
    return field(default=frozenset(), metadata={"at": at, "read": frozenset})


def _words_if_any(at: str) -> frozenset[str] | None:
    return field(default=None, metadata={"at": at, "read": frozenset})


def _row(at: str) -> tuple[str, ...]:
    return field(default=(), metadata={"at": at, "read": tuple})


def _word(at: str) -> str | None:
    return field(default=None, metadata={"at": at, "read": str})


def _habit(at: str) -> bool:
    return field(default=False, metadata={"at": at, "read": bool})


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
        comparing: pairs of words that look back together ("down from 23 percent in February").
        attributing: lower-case words behind which a day is that of a saying ("according to a poll in May").
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
        wishes: those of them that are given up behind a past perfect ("had hoped to meet").
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
        next_skips: whether "next Thursday" said on a Wednesday is not tomorrow.
        clauses: words that open the clause of what is said ("that").
        relatives: words that open a clause about a noun ("the strikes that began on Friday").
        joining: what joins a clause that an expression opens (", and on ").
        telling: what stands behind an expression that tells, and does not compare ("since Monday, when").
    """

    future: frozenset[str] = _words("future.words")
    past: frozenset[str] = _words("past.words")
    from_now: frozenset[str] = _words("future.from_now")
    endings: tuple[str, ...] = _row("past.endings")
    not_past: frozenset[str] = _words("past.not_past")
    future_endings: tuple[str, ...] = _row("future.endings")
    not_future: frozenset[str] = _words("future.not_future")
    behind: frozenset[str] = _words("future.behind")
    past_behind: frozenset[str] = _words("past.behind")
    events: frozenset[str] = _words("past.events")
    nouns: frozenset[str] = _words("future.nouns")
    before_nouns: frozenset[str] = _words("future.before_nouns")
    numbers: frozenset[str] = _words("future.numbers")
    passive: frozenset[str] = _words("past.passive")
    modals: frozenset[str] = _words("future.modals")
    perfect: str | None = _word("future.perfect")
    half_modals: frozenset[str] = _words("future.half_modals")
    half_modals_not_before: frozenset[str] = _words("future.half_modals_not_before")
    plural: frozenset[str] = _words("future.plural")
    past_directly: frozenset[str] = _words("past.directly")
    comparing: frozenset[str] = _words("past.comparing")
    attributing: frozenset[str] = _words("past.attributing")
    since_or_from: frozenset[str] = _words("past.since_or_from")
    future_directly: frozenset[str] = _words("future.directly")
    future_leads: frozenset[str] = _words("future.leads")
    undone: frozenset[str] = _words("future.undone")
    negation: str | None = _word("future.negation")
    negated: frozenset[str] = _words("future.negated")
    limits: frozenset[str] = _words("future.limits")
    lengths: frozenset[str] = _words("future.lengths")
    granting: frozenset[str] = _words("future.granting")
    delaying: frozenset[str] = _words("future.delaying")
    pairs: frozenset[str] = _words("future.pairs")
    moving: frozenset[str] = _words("future.moving")
    targets: frozenset[str] = _words("future.targets")
    sayings: frozenset[str] = _words("sayings")
    said_in: frozenset[str] = _words("said_in")
    infinitive: str | None = _word("infinitive.word")
    not_infinitive: frozenset[str] = _words("infinitive.not_before")
    governs: frozenset[str] | None = _words_if_any("infinitive.after")
    wishes: frozenset[str] = _words("infinitive.wishes")
    phases: frozenset[str] = _words("infinitive.phases")
    destined: frozenset[str] = _words("infinitive.directly_after")
    auxiliaries: frozenset[str] = _words("auxiliaries")
    capital_nouns: bool = _habit("capital_nouns")
    verb_last: bool = _habit("verb_last")
    verb_second: bool = _habit("verb_second")
    articles: frozenset[str] = _words("articles")
    hedges: frozenset[str] = _words("hedges")
    last_skips: bool = _habit("last_skips")
    next_skips: bool = _habit("next_skips")
    clauses: frozenset[str] = _words("clauses")
    relatives: frozenset[str] = _words("relatives")
    joining: tuple[str, ...] = _row("joining")
    telling: tuple[str, ...] = _row("telling")

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
        if f"{word} {after}" in self.comparing:
            return "past"
        if words[place] in self.attributing and len(words) - place <= _ATTRIBUTED:
            return "past"
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
                given_up = governors[-1] in self.future or governors[-1] in self.wishes
                undone = given_up and not self.undone.isdisjoint(near)
                return "past" if undone else "future"
            if any(map(self._is_past, words[:place])):
                return None
        return "future" if len(words) - _NEAR <= place else None


@cache
def cues_of(language: str) -> Cues:
    """The tense words of a language; none for a language without a folder."""
    table = table_of(language, "cues")
    values = {}
    for each in fields(Cues):
        *section, key = each.metadata["at"].split(".")
        value = (table.get(section[0], {}) if section else table).get(key)
        if value is not None:
            values[each.name] = each.metadata["read"](value)
    return Cues(**values)
