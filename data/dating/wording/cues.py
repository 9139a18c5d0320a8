"""What a row of words tells by the tense words of its language: future, past, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from data.dating.wording.tables import table_of
from data.dating.wording.tense_words import TenseWords, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# A governor of an infinitive stands at most so many words before it ("asked his relatives to leave").
_GOVERNED = 9
# A number makes a noun of a word at most so many words behind it, and "gives" a limit of "until".
_COUNTED = 4
# "Until" looks back so many words for the verb that tells whether the time has passed.
_BEFORE_LIMIT = 7
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


@dataclass(frozen=True, slots=True)
class Cues(TenseWords):
    """The tense words of one language, and what they tell in a row of words."""

    def tense(self, words: Sequence[str], place: int) -> Tense | None:
        """The tense that one of a row of words tells, None if it tells nothing."""
        word = words[place].casefold()
        before = words[place - 1].casefold() if place else ""
        after = words[place + 1].casefold() if place + 1 < len(words) else ""
        if self.future.negation is not None and after == self.future.negation:
            return "future" if word in self.future.negated else "past" if word in self.past.words else None
        if before == self.infinitive.word and word in self.future.words:
            return None
        if self._is_behind_perfect(words, place) or (
            word in self.past.auxiliaries and self._is_participle(after)
        ):
            # "Se serait enfui": the participle tells.
            return "past"
        ahead = self._ahead(words, place, word, before, after)
        if ahead is not None:
            return ahead
        to_date = self._leading_to_date(words, place, word, after)
        if to_date is not None:
            return to_date
        if self._looks_back(words, place, word, before, after):
            return "past"
        if self._is_past(words[place]):
            return self._past_form(words, place, word, before, after)
        if place < len(words) - 1:
            return self._infinitive_tense(words, place) if word == self.infinitive.word else None
        if word in self.future.limits and before not in self.future.lengths:
            granted = self._is_granted(words, place)
            return "future" if granted else self._verb_before(words, place, self._limited) or "future"
        return None

    def _looks_back(self, words: Sequence[str], place: int, word: str, before: str, after: str) -> bool:
        """Whether a word compares with what was, attributes what is behind it, or ends a perfect."""
        if f"{word} {after}" in self.past.comparing or (word in self.past.versus and after.isdecimal()):
            return True
        if words[place] in self.past.attributing and len(words) - place <= _ATTRIBUTED:
            return True
        return before in self.past.auxiliaries and word.endswith(self.past.participles)

    def _is_behind_perfect(self, words: Sequence[str], place: int) -> bool:
        """Whether a verb stands behind a modal in the perfect ("would have run out on 15 March")."""
        have = place > 1 and words[place - 1].casefold() == self.future.perfect
        return have and words[place - 2].casefold() in self.future.modals

    def _is_participle(self, word: str) -> bool:
        """Whether a word behind an auxiliary looks back, and is none of those that look ahead."""
        return word.endswith(self.past.participles) and not self._is_future(word)

    def _leading_to_date(self, words: Sequence[str], place: int, word: str, after: str) -> Tense | None:
        """The tense of a word that leads up to a date: "since Monday", "the vote is Tuesday"."""
        is_last = place == len(words) - 1
        if is_last and word in self.past.directly:
            # "Will run from Monday" where one word is both "from" and "since".
            told = self._verb_before(words, place, self.tense) if word in self.past.since_or_from else None
            return told or "past"
        if word not in self.future.directly:
            return None
        leads = place == len(words) - 2 and after in self.future.leads
        return "future" if is_last or leads or self._tells_clock(words, place + 1) else None

    def _tells_clock(self, words: Sequence[str], place: int) -> bool:
        """Whether a time of day begins at a place in a row of words: "Tuesday's game is at 7:05"."""
        first, second = [*words[place : place + 2], "", ""][:2]
        return second.isdecimal() and (first in self.future.leads or first.isdecimal())

    def _past_form(
        self, words: Sequence[str], place: int, word: str, before: str, after: str
    ) -> Tense | None:
        """The tense of a word in a form of the past: past, unless it is a noun or an attribute."""
        if self.verb_last and self._is_future(after):
            # A passive: what was done stands before the auxiliary that tells when.
            return "future"
        noun = before in self.past.passive or f"{before} {word}" in self.past.nouns
        noun |= word in self.past.nouns_too and before in self.future.before_nouns
        return None if noun or self._is_attribute(words, place) else "past"

    def _is_granted(self, words: Sequence[str], place: int) -> bool:
        """Whether a limit is to come: "has until Thursday", not "had given them until" or "have met by"."""
        near = words[max(0, place - _COUNTED) : place]
        if not self.future.undone.isdisjoint(near):
            return False
        granted = any(
            word in self.future.granting and not any(map(self._is_past, near[at + 1 : at + 2]))
            for at, word in enumerate(near)
        )
        granted |= any(f"{first} {second}" in self.future.got for first, second in pairwise(words[:place]))
        return granted or not self.future.delaying.isdisjoint(words[:place])

    def ends_with_saying(self, words: Sequence[str]) -> bool:
        """Whether a row of words ends with what somebody said something in ("in a short statement on")."""
        near = words[-_SAYING:]
        behind = next((at for at, word in enumerate(near) if word in self.said_in), len(near))
        return not self.sayings.isdisjoint(near[behind:])

    def _ahead(self, words: Sequence[str], place: int, word: str, before: str, after: str) -> Tense | None:
        """The tense of a word that looks ahead by itself, past where the words beside it undo that."""
        if word in self.future.modals and words[place].islower():
            return "past" if after == self.future.perfect else "future"
        if (
            word in self.future.half_modals
            and after != self.future.perfect
            and after not in self.future.half_modals_not_before
        ):
            return "future"
        if word in self.future.moving and words[-1] in self.future.targets:
            return "past" if self._is_undone(words, place) else "future"
        if f"{word} {after}" in self.future.pairs:
            return "future"
        if self._is_future(word) and not (word in self.future.nouns and self._is_noun(words, place)):
            return "past" if self._is_undone(words, place, 2) else "future"
        if word in self.future.plural and len(before) >= _PLURAL and before.endswith("s"):
            return "future"
        return None

    def _is_undone(self, words: Sequence[str], place: int, reach: int = _BEFORE_UNDONE) -> bool:
        """Whether what was to come is told from behind: "it had originally been planned for May"."""
        return not self.future.undone.isdisjoint(words[max(0, place - reach) : place])

    def _verb_before(
        self, words: Sequence[str], place: int, tense: Callable[[Sequence[str], int], Tense | None]
    ) -> Tense | None:
        """The tense of the nearest word close before a limit of which the function given knows one."""
        near = range(place - 1, max(-1, place - 1 - _BEFORE_LIMIT), -1)
        return next((found for each in near if (found := tense(words, each)) is not None), None)

    def _limited(self, words: Sequence[str], place: int) -> Tense | None:
        """The tense of a limit behind a verb: "pledged a law by May" is ahead, "voted by May" is not."""
        word = words[place].casefold()
        promised = word in self.infinitive.after and word not in self.past.words
        return "future" if promised else self.tense(words, place)

    def _is_noun(self, words: Sequence[str], place: int) -> bool:
        """Whether what stands before a word makes it a noun: "their votes", "two lost votes"."""
        near = [each.casefold() for each in words[max(0, place - _COUNTED) : place]]
        # A team's record counts no noun behind it: "the Hawks (14-3) play".
        played = words[place].casefold() in self.future.games
        record = played and len(near) > 1 and near[-2].isdecimal() and near[-1].isdecimal()
        counted = not record and any(each in self.future.numbers or each.isdecimal() for each in near)
        return counted or (near[-1:] != [] and near[-1] in self.future.before_nouns)

    def _is_future(self, word: str) -> bool:
        if word in self.future.words:
            return True
        return (
            len(word) >= _INFLECTED
            and word.endswith(self.future.endings)
            and word not in self.future.not_future
        )

    def _is_past(self, written: str) -> bool:
        word = written.casefold()
        if word in self.past.words:
            return True
        if len(word) < _INFLECTED or not word.endswith(self.past.endings) or word in self.past.not_past:
            return False
        return not self.capital_nouns or written.islower()

    def _is_attribute(self, words: Sequence[str], place: int) -> bool:
        """Whether a past form only describes a noun: "vaccinated visitors will", "on reduced pay"."""
        if words[place].casefold() in self.past.words:
            return False
        if 0 < place < len(words) - 1 and words[place - 1].casefold() in self.past.describing:
            return True
        return place + 2 < len(words) and words[place + 2] in self.auxiliaries

    def _is_wanted(self, words: Sequence[str], place: int) -> bool:
        """Whether a word that wants something stands before an infinitive, or before who is to do it."""
        near = words[max(0, place - 2) : place]
        return bool(near) and (near[-1] in self.infinitive.wanting or near[0] in self.infinitive.wanting)

    def _infinitive_tense(self, words: Sequence[str], place: int) -> Tense | None:
        after = words[place + 1]
        if place > 0 and words[place - 1] in self.infinitive.after_all:
            return "past"
        destined = place > 0 and words[place - 1] in self.infinitive.directly_after
        if destined and after in self.past.passive:
            # "Was to be hanged on Monday"; "to be" alone looks nowhere.
            return "future"
        told_of = place > 0 and words[place - 1] in self.infinitive.not_passive_after
        if after == self.infinitive.be and not told_of and place + 2 < len(words) <= place + _NEAR + 1:
            # "A book to be published in May", "ordered him to be present on Sunday".
            return "future" if self._is_past(words[place + 2]) or self._is_wanted(words, place) else None
        if not after.islower() or after in self.infinitive.not_before:
            return None
        if after in self.infinitive.phases and place + 2 == len(words):
            return "future"
        if self.infinitive.after:
            if destined:
                return "future"
            near = words[max(0, place - _GOVERNED) : place]
            governors = [each for each in near if each in self.infinitive.after]
            behind = near[len(near) - list(reversed(near)).index(governors[-1]) :] if governors else near
            if governors and not any(
                self._is_past(each) and each not in self.infinitive.after for each in behind
            ):
                # "Had been due to sail" was to come, and did not.
                given_up = governors[-1] in self.future.words or governors[-1] in self.infinitive.wishes
                undone = given_up and not self.future.undone.isdisjoint(near)
                return "past" if undone else "future"
            if any(map(self._is_past, words[:place])):
                return None
        return "future" if len(words) - _NEAR <= place else None


@cache
def past_perfect(cues: Cues) -> re.Pattern[str] | None:
    """What matches a verb that looks back from the past ("had quietly fallen"); None if it has none."""
    if not cues.future.undone:
        return None
    had, words = "|".join(sorted(cues.future.undone)), "|".join(sorted(cues.past.words))
    endings = "|".join(cues.past.participles)
    return re.compile(rf"\b(?:{had})\s(?:\w+\s)?(?:(?:{words})|\w+(?:{endings}))\b")


@cache
def cues_of(language: str) -> Cues:
    """The tense words of a language; none for a language without a folder."""
    return read_table(Cues, table_of(language, "cues"))
