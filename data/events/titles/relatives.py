"""A relative clause made to stand alone.

"The treaty, which was signed in Oslo" tells that the treaty was signed in Oslo; "the town in which she was
born", that she was born in the town. Where it is not sure who or what takes which part, the clause is quoted
with its noun: "The visitor whom the court was bound to arrest".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from data.events.cues import Cues
from data.events.titles.relative_nouns import FIGURE, asks, meant_noun
from data.events.titles.surroundings import Surroundings, noun_before, possessive
from data.events.titles.wholeness import another_verb, main_verb

_WORD = re.compile(r"[\w’'-]+")
_SOME_OF = re.compile(r",\s(?P<some>(?:the\s)?[\w-]+)$")


class _Relative(NamedTuple):
    """A relative clause taken apart.

    Attributes:
        line: all of it.
        rest: what stands behind its pronoun.
        own: what stands between its pronoun and its first verb.
        verb: that verb, a match in ``rest``.
        noun: the noun that it is about.
        pronoun: in small letters; ``preposition`` is the one before it, empty without one.
        quoted: it with its noun, as they stand there.
    """

    line: str
    rest: str
    own: str
    verb: re.Match[str]
    noun: str
    pronoun: str
    preposition: str
    quoted: str


def of_relative(line: str, head: re.Match[str], around: Surroundings, cues: Cues) -> str:
    """What a relative clause tells of the noun before it; ``head`` is the match of its first words.

    Empty if there is no noun, or nothing is told.
    """
    before = around.before
    joint = cues.joint_end.search(before.rstrip())
    first = None if joint is None else cues.open_relative.search(before[: joint.start()])
    if first is not None:
        # "Berg, who came to Oslo and | whose trial is due"
        return of_relative(line, head, around.up_to(first.start()), cues)
    rest = line[head.end() :]
    preposition = (head["preposition"] or "").lower()
    pronoun = (head["behind"] or head["pronoun"]).lower()
    noun = noun_before(before, cues)
    if not noun or asks(noun, cues) or (pronoun in cues.words["relative_links"] and _acts(noun, cues)):
        return ""
    head_of_it = before.rpartition(", ")[2]
    whole = f"{head_of_it} {line}"
    if not preposition and not before.endswith(",") and len(head_of_it) < main_verb(whole, cues) < len(whole):
        # "A memorial for airmen | who fell near Moss was opened"
        return whole
    if pronoun in cues.words["relative_places"]:
        return rest
    verb = cues.finite_word.search(rest)
    if verb is None or noun.partition(" ")[0] in cues.words["helping"]:
        # "after the books have been read, which will be done"
        return ""
    helped = cues.helper.match(rest, verb.start())
    form = (verb if helped is None else helped).group().rpartition(" ")[2]
    noun = meant_noun(noun, pronoun, verb.group(), form, around, cues)
    quoted = f"{noun}{',' if before.rstrip().endswith(',') else ''} {line}"
    relative = _Relative(line, rest, rest[: verb.start()].strip(), verb, noun, pronoun, preposition, quoted)
    return _of_phrase(relative, around, cues) if preposition else _of_noun(relative, around, cues)


def _acts(noun: str, cues: Cues) -> bool:
    """Whether what stands before a clause ends with a verb ("They let it be known | that")."""
    last = noun.rpartition(" ")[2]
    return cues.finite_word.fullmatch(last) is not None or cues.participle_head.fullmatch(last) is not None


def _of_noun(relative: _Relative, around: Surroundings, cues: Cues) -> str:
    """What a clause tells whose noun is its subject, its object or the owner of something in it."""
    rest, own, verb, noun, pronoun = (
        relative.rest,
        relative.own,
        relative.verb,
        relative.noun,
        relative.pronoun,
    )
    if pronoun in cues.words["relative_owners"]:
        return _of_owner(noun, own, rest, verb, cues) or relative.quoted
    if _is_adverbial(own, cues) or _is_verb(own, pronoun, cues):
        # "The man who led them | until May was missing": the other verb is of the noun itself.
        return relative.quoted if another_verb(rest, verb.end(), cues) else f"{noun} {rest}"
    if pronoun in cues.words["relative_subjects"] or not own:
        return relative.quoted
    if pronoun in cues.words["relative_links"]:
        # Behind a verb of saying it tells what was said.
        return "" if cues.saying.search(around.before) is not None else relative.quoted
    subject = _subject(own, noun, around, cues)
    return _of_object(relative, subject, cues) if subject else relative.quoted


def _of_object(relative: _Relative, subject: str, cues: Cues) -> str:
    """What a clause tells in which somebody does something to its noun ("the treaty, which both signed")."""
    rest, verb, noun = relative.rest, relative.verb, _inside(relative.noun, cues)
    helped = cues.helper.match(rest, verb.start())
    end = verb.end() if helped is None else helped.end()
    if cues.passive.search(rest, verb.start(), end) or _goes_deeper(rest, end, cues):
        return relative.quoted
    acted = rest[verb.start() : end]
    whom, _, behind = rest[end:].lstrip().partition(" ")
    if whom in cues.words["object_pronouns"]:
        # "The school, which the town gave them"
        return f"{subject} {acted} {whom} {noun} {behind}"
    if cues.particle.fullmatch(rest[end:].strip(" .")) is not None:
        # "which they insisted on"
        return f"{subject} {acted} {rest[end:].strip(' .')} {noun}"
    return f"{subject} {acted} {noun}{rest[end:]}"


def _of_phrase(relative: _Relative, around: Surroundings, cues: Cues) -> str:
    """What a clause tells that begins with a preposition ("the town in which she was born")."""
    rest, own, verb, preposition = relative.rest, relative.own, relative.verb, relative.preposition
    another = another_verb(rest, verb.end(), cues)
    if another is not None:
        # "the move for which he had waited | had been put off"
        return f"{relative.noun} {rest[another.start() :]}"
    noun = _inside(relative.noun, cues)
    of_it = preposition in cues.words["chains"]
    some = _SOME_OF.search(around.before.rstrip()) if of_it and not own else None
    if some is not None:
        return _of_some(some, f"{preposition} ", rest, around.before[: some.start()], cues)
    subject = _subject(own, relative.noun, around, cues)
    if not subject:
        return relative.quoted
    if of_it and _counts(own, cues):
        return f"{own} {preposition} {noun} {rest[verb.start() :]}"
    return _with_phrase(f"{subject} {rest[verb.start() :]}", len(subject), f"{preposition} {noun}", cues)


def _of_some(some: re.Match[str], of: str, rest: str, before: str, cues: Cues) -> str:
    """What is told of some of several ("three rounds of talks, the last | of which ended")."""
    *_, those = cues.finite_word.split(before)
    those = those.strip()
    tie = cues.subordinator.match(those) or cues.preposition.match(those)
    those = those if tie is None else those[tie.end() :]
    return "" if "," in those else f"{some['some']} {of}{_inside(those, cues)} {rest}"


def _inside(noun: str, cues: Cues) -> str:
    """A noun as it is written inside a sentence: its article in small letters."""
    first, blank, rest = noun.partition(" ")
    return f"{first.lower()} {rest}" if blank and first.lower() in cues.words["determiners"] else noun


def _of_owner(noun: str, own: str, rest: str, verb: re.Match[str], cues: Cues) -> str:
    """What "whose" tells; empty where a name may be who did it or the thing ("whose ship Ida sank")."""
    owned, _, owner = own.rpartition(" ")
    if not own[-1:].isalpha() or not owner[:1].isupper():
        return f"{possessive(noun)} {rest}"
    named = _WORD.findall(owned)
    while named and named[-1][:1].isupper():
        owner = f"{named.pop()} {owner}"
    if not named:
        return ""
    if named[-1] in cues.words["before_names"]:
        # "whose founder Ada Okoye died"
        return f"{possessive(noun)} {rest}"
    owned = own.removesuffix(owner).rstrip()
    return f"{owner} {verb.group()} {possessive(noun)} {owned}{rest[verb.end() :]}"


def _is_adverbial(own: str, cues: Cues) -> bool:
    """Whether nothing but adverbs and the like stands between "who" and its verb ("who as a child had")."""
    lower = own.lower()
    return (
        not own
        or lower in cues.words["adverbs"]
        or lower.endswith("ly")
        or cues.preposition.match(own) is not None
        or cues.subordinator.match(f"{own} ") is not None
    )


def _is_verb(own: str, pronoun: str, cues: Cues) -> bool:
    """Whether "who" is the subject: what follows is no noun phrase, so its verb is one that is not known."""
    first = own.partition(" ")[0]
    return (
        pronoun in cues.words["relative_subjects"]
        and first.islower()
        and first not in cues.words["small_words"]
        and first not in cues.words["determiners"]
    )


def _counts(own: str, cues: Cues) -> bool:
    """Whether some of a number are told of ("40 pages", "only one", "most")."""
    first = own.partition(" ")[0].lower()
    return FIGURE.match(own) is not None or first in cues.numbers or first in cues.words["parts_of"]


def _goes_deeper(rest: str, end: int, cues: Cues) -> bool:
    """Whether what is behind a verb has its own verb ("whom they hoped to meet", "which he said was")."""
    behind = rest[end:].lstrip()
    word = _WORD.match(behind)
    if cues.infinitive.match(behind) is not None or word is None:
        return word is not None
    return cues.finite_word.fullmatch(word.group()) is not None or word.group() == "that"


def _subject(own: str, noun: str, around: Surroundings, cues: Cues) -> str:
    """The subject of a clause, by name where it is a pronoun; empty where it is not sure who that is."""
    first, _, others = own.partition(" ")
    lower = first.lower()
    if any(lower in cues.words[owner] for owner in ("its", "his", "their")):
        owner = around.whom(lower, noun, cues)
        return f"{possessive(owner)} {others}" if owner else ""
    if lower not in cues.words["pointing"] and lower not in cues.words["own_words"]:
        return own
    named = "" if lower in cues.words["own_words"] else around.whom(lower, noun, cues)
    return f"{named} {others}".rstrip() if named else ""


def _with_phrase(clause: str, verb: int, phrase: str, cues: Cues) -> str:
    """A clause with a phrase at the end of its first part ("she fled | from the town | when it fell")."""
    border = cues.behind_main.search(clause, verb)
    end = len(clause.rstrip(" .")) if border is None else border.start()
    return f"{clause[:end]} {phrase}{clause[end:]}"
