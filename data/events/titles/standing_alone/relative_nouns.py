"""Which noun a relative clause is about: the nearest before it, or one that this belongs to."""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.gazetteer import gazetteer
from data.events.titles.standing_alone.calamities import calamity
from data.events.titles.surroundings import Surroundings, noun_before, whole_noun

_APPOSED = re.compile(r"(?P<name>[^,]+),\s(?:the|a|an|its|his|her|their)\s[^,]+\Z")
_OF_FIGURE = re.compile(r"\b(?P<noun>(?:a|an|the)\s[^\W\d]+)\s(?:worth|of|at|for)\s[^,;]*,?\Z")
_OWNED = re.compile(r".+['’]s?\s\w")
# A figure at the head of a noun.
_FIGURE = re.compile(r"\W?\d")


def meant_noun(
    noun: str, pronoun: str, verb: str, form: str, around: Surroundings, cues: Cues, *, owns: bool = False
) -> str:
    """The noun that a pronoun of a relative clause stands for.

    Args:
        noun: the noun phrase right before the clause.
        pronoun: the pronoun, in small letters.
        verb: the clause's first verb.
        form: the participle behind it ("have increased"), or itself.
        around: what stands around the clause.
        cues: the language's words.
        owns: whether the clause tells what became of its own ("which lost its contract").
    """
    before = around.before
    if pronoun in cues.words["relative_persons"]:
        noun = _person(noun, around)
        noun = noun if noun in around.persons else _one_from(whole_noun(noun, before, cues), before, cues)
    elif pronoun in cues.words["relative_things"]:
        noun = calamity(noun, before, form, cues) or whole_noun(
            _occasion(noun, before, verb, form, cues, owns=owns), before, cues
        )
    return agreeing(_of_figure(noun, before), before, verb, cues)


def asks(noun: str, cues: Cues) -> bool:
    """Whether no noun stands before a clause ("they ask who will come"): it is a question, or on its own."""
    last = noun.rpartition(" ")[2].lower()
    if last in cues.words["asking"] or noun.lower() in cues.words["stops"]:
        return True
    if last in cues.words["no_verbs"] or " " in noun:
        return False
    return (
        last.endswith("ing")
        or cues.participle_head.fullmatch(last) is not None
        or cues.finite_word.fullmatch(last) is not None
    )


def agreeing(noun: str, before: str, verb: str, cues: Cues) -> str:
    """What a verb of several agrees with: the noun, or more of it ("Shares of the bank, which have")."""
    if verb in cues.words["verbs_of_one"] and noun.endswith("s") and not noun[:1].isupper():
        # "One of the machines, which was"
        first, _, link = before.rstrip(" ,").removesuffix(noun).rstrip().rpartition(" ")
        one = first.rpartition(" ")[2]
        single = link in cues.words["chains"] and cues.numbers.get(one.lower()) == 1
        return f"{one} {link} {noun}" if single else noun
    if verb not in cues.words["verbs_of_several"] or noun[:1].isupper():
        return noun
    one, of, others = noun.partition(" of ")
    if of and cues.numbers.get(one.lower()) == 1:
        # "one of two men who were sought"
        return others
    if noun.endswith("s") or " and " in noun:
        return noun
    head, _, link = before.rstrip(" ,").removesuffix(noun).rstrip().rpartition(" ")
    first = noun_before(head, cues)
    owned = link in cues.words["chains"] and first.endswith("s")
    # "five Danes and a Swede who were"
    joined = link in cues.words["conjunctions"] and one.partition(" ")[0] in cues.words["articles_of_one"]
    return f"{first} {link} {noun}" if first and (owned or joined) else noun


def _person(noun: str, around: Surroundings) -> str:
    """Who is meant by "who": by full name, and not the town whose mayor was named."""
    last = noun.rpartition(" ")[2]
    known = next((person for person in around.persons if person.rpartition(" ")[2] == last), "")
    if known:
        return known
    named = _APPOSED.search(around.before.rstrip(" ,"))
    if named is None:
        return noun
    # "Ada Okoye, the mayor of Moss, whom he met"
    return next((person for person in around.persons if named["name"].endswith(person)), noun)


def _one_from(noun: str, before: str, cues: Cues) -> str:
    """The noun with the one it only places, where that is somebody ("a clerk from the office, who")."""
    words = cues.words
    head, _, link = before.rstrip(" ,;:—–-").removesuffix(noun).rstrip().rpartition(" ")
    if link not in words["placing"] and link not in words["chains"]:
        return noun
    linked = noun_before(head, cues)
    one = linked.partition(" ")[0].lower() in words["articles_of_one"] and " " in linked
    kinds = words["small_titles"] | words["heads"] | words["human"] | words["kin"] | words["occupations"]
    somebody = noun.rpartition(" ")[2].lower() in kinds or noun.endswith("s") or noun[:1].isupper()
    # "A friend of the mayor who resigned"
    return noun if somebody or not one else f"{linked} {link} {noun}"


def _occasion(noun: str, before: str, verb: str, form: str, cues: Cues, *, owns: bool) -> str:
    """The noun with the one it is linked to, where a "which" is about that ("ties with Oslo, which").

    What begins and ends is an occasion, no place ("the advance into the region, which began"); what grows is
    a quantity, not what there is so much of ("purchases of oil, which have doubled").
    """
    words = cues.words
    head = before.rstrip(" ,;:—–-").removesuffix(noun).rstrip()
    first, _, link = head.rpartition(" ")
    if link in words["conjunctions"] and verb in words["of_occasions"]:
        # "The trial of Lund and Berg, which began": of both of them.
        other = noun_before(first, cues)
        outer, _, owner = first.removesuffix(other).rstrip().rpartition(" ")
        if owner in words["links"] and _is_occasion(noun_before(outer, cues), cues):
            return f"{noun_before(outer, cues)} {owner} {other} {link} {noun}"
    if link not in words["relative_prepositions"] and link not in words["links"]:
        return noun
    linked = noun_before(first, cues)
    named = noun[:1].isupper() and link in words["links"] and _is_occasion(linked, cues)
    paper = verb in words["done_to_papers"] and linked.rpartition(" ")[2] in words["papers"]
    quantity = form in words["of_quantities"] and linked.rpartition(" ")[2].lower() in words["quantities"]
    if link in words["agents"] and " " in linked:
        if owns and noun[:1].isupper():
            # "A suit by Halden Press, which lost its contract"
            return noun
        # "A painting by a pupil of Berg that was stolen"
        return f"{linked} {link} {noun}"
    # "A dam at Stora, which broke": of a place that is known the clause may tell something.
    unknown = noun[:1].isupper() and noun not in gazetteer().places
    thing = unknown and link in words["placing"] and linked.partition(" ")[0] in words["articles_of_one"]
    against = link in words["about_nouns"] and " " in linked and verb not in words["of_occasions"]
    if (
        named
        or paper
        or quantity
        or against
        or thing
        or (
            verb in words["of_occasions"]
            and (cues.determined.match(linked) or _OWNED.match(linked) or _is_occasion(linked, cues))
            and not _is_occasion(noun, cues)
        )
    ):
        return f"{linked} {link} {noun}"
    return noun


def _is_occasion(noun: str, cues: Cues) -> bool:
    last = noun.rpartition(" ")[2]
    return last in cues.words["linked_nouns"] or cues.occasion_noun.fullmatch(last) is not None


def _of_figure(noun: str, before: str) -> str:
    """What has the figure that stands right before a clause ("a purchase worth $5 billion that")."""
    of = _OF_FIGURE.search(before) if _FIGURE.match(noun) is not None else None
    return noun if of is None else of["noun"]
