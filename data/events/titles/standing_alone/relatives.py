"""A relative clause made to stand alone.

"The treaty, which was signed in Oslo" tells that the treaty was signed in Oslo; "the town in which she was
born", that she was born in the town. Where it is not sure who or what takes which part, the clause is quoted
with its noun: "The visitor whom the court was bound to arrest".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from data.events.cues import Cues
from data.events.gazetteer import gazetteer
from data.events.titles.fitting.wholeness import another_verb, main_verb
from data.events.titles.standing_alone.relative_nouns import asks, meant_noun
from data.events.titles.surroundings import Surroundings, noun_before, possessive

_WORD = re.compile(r"[\w’'-]+")
# "£64,000"
_SIGNS = ("£", "$", "€", "₹", "¥")
# A clause so short tells little without its place.
_FEW_WORDS = 6


class _Relative(NamedTuple):
    """A relative clause taken apart.

    Attributes:
        rest: what stands behind its pronoun.
        own: what stands between its pronoun and its first verb.
        verb: that verb, a match in ``rest``.
        noun: the noun that it is about.
        pronoun: in small letters.
        quoted: it with its noun, as they stand there.
    """

    rest: str
    own: str
    verb: re.Match[str]
    noun: str
    pronoun: str
    quoted: str


def of_relative(line: str, head: re.Match[str], around: Surroundings, cues: Cues) -> str:
    """What a relative clause tells of the noun before it; ``head`` is the match of its first words.

    Empty if there is no noun, or nothing is told.
    """
    before = around.before
    if cues.joint_end.search(before.rstrip()) is not None:
        # "Berg, who came to Oslo and | whose trial is due"
        return ""
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
        return _placed(rest, noun, cues) if pronoun in cues.words["relative_of_place"] else rest
    verb = cues.finite_word.search(rest)
    if verb is None or noun.partition(" ")[0] in cues.words["helping"]:
        # "after the books have been read, which will be done"
        return ""
    helped = cues.helper.match(rest, verb.start())
    form = (verb if helped is None else helped).group().rpartition(" ")[2]
    due = cues.due.match(rest, verb.start())
    does = verb.group() if due is None else due["verb"]
    owns = not cues.words["its"].isdisjoint(rest[verb.end() :].split(maxsplit=1)[:1])
    noun = meant_noun(noun, pronoun, does, form, around, cues, owns=owns)
    quoted = f"{noun}{',' if before.rstrip().endswith(',') else ''} {line}"
    relative = _Relative(rest, rest[: verb.start()].strip(), verb, noun, pronoun, quoted)
    if not preposition:
        return _of_noun(relative, around, cues)
    subject = _subject(relative.own, noun, around, cues)
    clause = f"{subject} {rest[verb.start() :].rstrip(' .')}"
    if preposition in cues.words["chains"] and _is_amount(relative.own, cues):
        # "It cost nine million, of which two million were paid": of how much is told elsewhere.
        return rest
    # "the town in which she was born"
    plain = subject and "," not in clause and preposition not in cues.words["chains"]
    return f"{clause} {preposition} {_inside(noun, cues)}" if plain else quoted


def _placed(rest: str, noun: str, cues: Cues) -> str:
    """What happened somewhere, with where ("the school, where she worked": "She worked at the school").

    A clause that has a place of its own, or that names nothing near it, stays as it is.
    """
    words = rest.rstrip(" .").split(" ")
    plain = len(words) <= _FEW_WORDS and cues.determined.match(noun) is not None
    if not plain or any(cues.preposition.fullmatch(f"{word} ") for word in words):
        return rest
    last = noun.rpartition(" ")[2]
    for link, places in zip(cues.place_links, ("places_at", "places_in"), strict=False):
        if last in cues.words[places]:
            return f"{rest.rstrip(' .')} {link} {_inside(noun, cues)}"
    return rest


def _acts(noun: str, cues: Cues) -> bool:
    """Whether what stands before a clause ends with a verb ("They let it be known | that")."""
    last = noun.rpartition(" ")[2]
    return cues.finite_word.fullmatch(last) is not None or cues.participle_head.fullmatch(last) is not None


def _of_noun(relative: _Relative, around: Surroundings, cues: Cues) -> str:
    """What a clause tells whose noun is its subject, its object or the owner of something in it."""
    rest, own, verb, noun, pronoun, _ = relative
    if pronoun in cues.words["relative_owners"]:
        # In "whose ship Ida sank" the name may be hers who did it or the ship's.
        named = own.rpartition(" ")[2][:1].isupper()
        owned, _, doer = own.partition(" ")
        # "The murder of two men whose bodies were found": the bodies are theirs.
        noun = noun.partition(" of ")[2] or noun
        if _acts_on_what_is_owned(doer, cues) and not owned[:1].isupper():
            # "Moss, whose harbour the council sold": the council sold its harbour.
            end = verb.end()
            return f"{doer} {rest[verb.start() : end]} {possessive(_inside(noun, cues))} {owned}{rest[end:]}"
        return relative.quoted if named else f"{possessive(noun)} {rest}"
    if _is_adverbial(own, cues):
        # "The man who led them | until May was missing": the other verb is of the noun itself.
        return relative.quoted if another_verb(rest, verb.end(), cues) else f"{noun} {rest}"
    if pronoun in cues.words["relative_subjects"] or not own:
        return relative.quoted
    if pronoun in cues.words["relative_links"]:
        # Behind a verb of saying it tells what was said.
        if cues.saying.search(around.before) is not None:
            return ""
        if cues.determined.match(noun) is None or not _has_no_object(rest[verb.start() :], cues):
            # "the fact that Lund sold her boat"
            return relative.quoted
    subject = _subject(own, noun, around, cues)
    return _of_object(relative, subject, cues) if subject else relative.quoted


def _has_no_object(told: str, cues: Cues) -> bool:
    """Whether nothing that a verb acts on stands behind it ("bought at an auction")."""
    helped = cues.helper.match(told)
    verb = helped or cues.finite_word.match(told)
    behind = "" if verb is None else told[verb.end() :].strip(" .").partition(" ")[0]
    return not behind or behind in cues.words["stops"]


def _of_object(relative: _Relative, subject: str, cues: Cues) -> str:
    """What a clause tells in which somebody does something to its noun ("the treaty, which both signed")."""
    rest, verb, noun = relative.rest, relative.verb, _inside(relative.noun, cues)
    helped = cues.helper.match(rest, verb.start())
    end = verb.end() if helped is None else helped.end()
    if cues.passive.search(rest, verb.start(), end) or cues.infinitive.match(rest, end + 1):
        return relative.quoted
    acted = rest[verb.start() : end]
    return f"{subject} {acted} {noun}{rest[end:]}"


def _is_amount(own: str, cues: Cues) -> bool:
    """Whether words are a sum of money, or a number of nothing that they name."""
    *number, last = own.split() or [""]
    if not number:
        return last[:1] in _SIGNS
    counts = all(word[:1].isdigit() or word in cues.numbers or word in cues.multiples for word in number)
    return counts and (last in cues.multiples or last in cues.words["monies"])


def _inside(noun: str, cues: Cues) -> str:
    """A noun as it is written inside a sentence: its article in small letters."""
    first, blank, rest = noun.partition(" ")
    return f"{first.lower()} {rest}" if blank and first.lower() in cues.words["determiners"] else noun


def _acts_on_what_is_owned(doer: str, cues: Cues) -> bool:
    """Whether what stands between what is owned and the verb is a subject ("the council", "Oslo")."""
    return doer in gazetteer().places or (" " in doer and cues.determined.match(doer) is not None)


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


def _subject(own: str, noun: str, around: Surroundings, cues: Cues) -> str:
    """The subject of a clause, by name where it is a pronoun; empty where it is not sure who that is."""
    first, _, others = own.partition(" ")
    lower = first.lower()
    if lower not in cues.words["pointing"] and lower not in cues.words["own_words"]:
        return own
    named = "" if lower in cues.words["own_words"] else around.whom(lower, noun, cues)
    return f"{named} {others}".rstrip() if named else ""
