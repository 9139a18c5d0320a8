"""Which raid "the raid" is: told as where the document introduced it ("the armed raid on a shop")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from data.events.cues import Cues
from data.events.gazetteer import gazetteer
from data.events.titles.fitting.shortening import LONGEST
from data.events.words import places_of

# A noun that tells little by itself, at the head of a line before its verb, with at most one word before it.
_THE = "The "
_BARE = re.compile(rf"{_THE}(?P<mod>[a-z-]+ )?(?P<noun>[a-z]{{3,}})")
# So many characters before a line a thing may have been introduced.
_FAR = 4000
# What a thing is about has so many words, and so many characters, at most.
_WORDS, _LONGEST = 8, 48
_WORD = re.compile(r"\s(?P<word>[\w’'&.-]*[\w’'])")
_OWNER = re.compile(r"[A-Z][\w-]+['’]s ")
_YEAR = re.compile(r"\d{4}")
_MOST_BEFORE = 3


def described(line: str, text: str, start: int, cues: Cues) -> str:
    """The line with what a document told of its first noun when it was last told of with more words.

    Args:
        line: a title.
        text: the document's text.
        start: where the line's sentence begins: what stands before it is known.
        cues: the language's words.
    """
    if not line.startswith(_THE):
        return line
    verb = cues.finite_word.search(line)
    bare = None if verb is None else _BARE.fullmatch(line[: verb.start()].rstrip())
    if bare is None:
        return line
    noun, mod = bare["noun"], bare["mod"] or ""
    words = cues.words
    if noun in words["small_titles"] | words["heads"] | words["state_bodies"] | words["human"]:
        # Whoever holds an office is not meant by what was told of others.
        return line
    if cues.finite_word.fullmatch(noun) or (mod and mod.strip() in words["small_words"]):
        return line
    if f"the {noun}" in words["company"]:
        return line
    for before, about in _mentions(f"{mod}{noun}", text, start, cues):
        article = "" if _OWNER.match(before) else "The "
        for told in (f"{article}{before}{mod}{noun}{about}", f"{article}{before}{mod}{noun}"):
            longer = told + line[bare.end() :]
            if told != bare.group() and len(longer) <= LONGEST:
                return longer
        return line
    return line


def _mentions(noun: str, text: str, start: int, cues: Cues) -> Iterator[tuple[str, str]]:
    """What stands before and behind a noun where it is described, the nearest first.

    Nothing more is given before a mention of one that is new ("a raid").
    """
    said = text[max(0, start - _FAR) : start]
    for at in reversed([*places_of(noun, said)]):
        end = at + len(noun)
        before, is_new = _before(said[:at], cues)
        about = _about(said, end, cues)
        if about.startswith(" to ") and cues.asks_whom.search(said[:end][-_LONGEST:]) is not None:
            # "The court ordered the mill to close": no mill to close
            about = ""
        if before or about:
            yield before, about
        elif is_new:
            return


def _before(said: str, cues: Cues) -> tuple[str, bool]:
    """The words that describe a noun behind ``said``, and whether it is a new one."""
    words = cues.words
    line = said[max(said.rfind(mark) for mark in (".", ",", ";", ":", "\n", "(", "“", '"')) + 1 :]
    taken: list[str] = []
    for word in reversed(line.split()[-_MOST_BEFORE - 1 :]):
        if word.lower() in words["articles"] or word[0].isdigit():
            describes = words["small_words"].isdisjoint(taken)
            is_new = word.lower() in words["articles_of_one"]
            return "".join(f"{one} " for one in taken) if describes else "", is_new
        if taken and _OWNER.fullmatch(f"{word} "):
            return "".join(f"{one} " for one in (word, *taken)), False
        if (
            not (word.islower() or word in gazetteer().peoples or word in words["adjectives"])
            or word in words["stops"]
        ):
            break
        taken.insert(0, word)
    return "", False


def _joins(taken: Sequence[str], words: Mapping[str, frozenset[str]]) -> bool:
    """Whether "and" behind these words goes on with a pair ("between Berg | and Lund")."""
    return taken[0].lower() in words["paired"] and words["conjunctions"].isdisjoint(taken)


def _about(said: str, end: int, cues: Cues) -> str:
    """What a noun that ends there is about ("on a jeweller's shop"); empty if nothing tells it."""
    words = cues.words
    taken: list[str] = []
    for word in _WORD.finditer(said, end):
        told = word["word"]
        if word.start() != end + sum(len(one) + 1 for one in taken) or len(taken) > _WORDS:
            break
        lower = told.lower()
        if not taken:
            if lower not in words["links_of_things"] and lower != "to":
                return ""
        elif lower in words["pointing"]:
            # "The first team to win it four times"
            return ""
        elif (
            lower in words["openers"]
            or (lower in words["conjunctions"] and not _joins(taken, words))
            or lower in words["relative_heads"]
            or lower in words["date_prepositions"] - words["links"] - words["conjunctions"]
            or told in words["weekdays_and_months"]
            or _YEAR.fullmatch(told) is not None
            or (told.isdecimal() and taken[-1] in words["links"])
            or lower in words["pronouns"]
            or cues.finite_word.fullmatch(told) is not None
        ):
            break
        taken.append(told)
    while taken and taken[-1].lower() in words["links"] | words["determiners"] | words["links_of_things"]:
        taken.pop()
    if taken[:1] and taken[0].lower() in words["paired"] and words["conjunctions"].isdisjoint(taken):
        # "the match between Berg": between him and whom?
        return ""
    about = "".join(f" {word}" for word in taken)
    return about if len(taken) > 1 and len(about) <= _LONGEST else ""
