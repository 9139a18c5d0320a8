"""A relative clause made to stand alone.

"The treaty, which was signed in Oslo" tells that the treaty was signed in Oslo; "the town in which she was
born", that she was born in the town. Where it is not sure who or what takes which part, the clause is quoted
with its noun: "The visitor whom the court was bound to arrest".
"""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.titles.surroundings import Surroundings, noun_before, possessive, whole_noun
from data.events.titles.wholeness import main_verb

_WORD = re.compile(r"[\w’'-]+")
_APPOSED = re.compile(r"(?P<name>[^,]+),\s(?:the|a|an|its|his|her|their)\s[^,]+\Z")
_SOME_OF = re.compile(r",\s(?P<some>(?:the\s)?[\w-]+)$")
_OF_FIGURE = re.compile(r"\b(?P<noun>(?:a|an|the)\s[^\W\d]+)\s(?:worth|of|at|for)\s[^,;]*,?\Z")
_FIGURE = re.compile(r"\W?\d")


def of_relative(line: str, head: re.Match[str], around: Surroundings, cues: Cues) -> str:
    """What a relative clause tells of the noun before it; ``head`` is the match of its first words.

    Empty if there is no noun, or nothing is told.
    """
    rest = line[head.end() :]
    preposition = (head["preposition"] or "").lower()
    pronoun = (head["behind"] or head["pronoun"]).lower()
    before = around.before
    joint = cues.joint_end.search(before.rstrip())
    first = None if joint is None else cues.open_relative.search(before[: joint.start()])
    if first is not None:
        # "Berg, who came to Oslo and | whose trial is due"
        return of_relative(line, head, around.up_to(first.start()), cues)
    noun = noun_before(before, cues)
    last = noun.rpartition(" ")[2]
    verb = cues.finite_word.fullmatch(last) or cues.participle_head.fullmatch(last)
    if not noun or (verb and pronoun in cues.words["relative_links"]) or asks(noun, cues):
        # "They let it be known | that"
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
    if pronoun in cues.words["relative_persons"]:
        noun = _person(noun, around)
        if noun not in around.persons:
            # "One manager in Oslo, who complained"
            noun = whole_noun(noun, before, cues)
    elif _is_thing(pronoun, cues) and _is_agent(noun, before, around, cues) and around.subject:
        # "Excavations led by Berg, which began": nobody is "which".
        noun = around.subject
    elif pronoun in cues.words["relative_things"]:
        noun = whole_noun(_occasion(noun, before, verb.group(), cues), before, cues)
    noun = agreeing(_of_figure(noun, before), before, verb.group(), cues)
    noun = _with_others(noun, before, verb.group(), cues)
    main = _main_behind(rest, verb.end(), cues) if preposition else ""
    if main:
        # "the move for which he had waited | had been put off"
        return f"{noun} {main}"
    quoted = f"{noun}{',' if before.rstrip().endswith(',') else ''} {line}"
    own = rest[: verb.start()].strip()
    if pronoun in cues.words["relative_owners"]:
        return _of_owner(noun, own, rest, verb, cues) or quoted
    if not preposition and (_is_adverbial(own, cues) or _is_verb(own, pronoun, cues)):
        # "The man who led them | until May was missing": the other verb is of the noun itself.
        return quoted if _has_another_verb(rest, verb.end(), cues) else f"{noun} {rest}"
    if not preposition and (pronoun in cues.words["relative_subjects"] or not own):
        return quoted
    if pronoun in cues.words["relative_links"]:
        # Behind a verb of saying it tells what was said.
        return "" if cues.saying.search(before) is not None else quoted
    some = _SOME_OF.search(before.rstrip()) if preposition in cues.words["chains"] and not own else None
    if some is not None:
        # "three rounds of talks, the last | of which ended"
        *_, those = cues.finite_word.split(before[: some.start()])
        tie = cues.subordinator.match(those.lstrip()) or cues.preposition.match(those.lstrip())
        those = those.lstrip() if tie is None else those.lstrip()[tie.end() :]
        return "" if "," in those else f"{some['some']} {preposition} {_inside(those.strip(), cues)} {rest}"
    subject = _subject(own, noun, around, cues)
    if not subject:
        return quoted
    if preposition:
        if preposition in cues.words["chains"] and _counts(own, cues):
            return f"{own} {preposition} {_inside(noun, cues)} {rest[verb.start() :]}"
        phrase = f"{preposition} {_inside(noun, cues)}"
        return _with_phrase(f"{subject} {rest[verb.start() :]}", len(subject), phrase, cues)
    end = verb.end()
    helped = cues.helper.match(rest, verb.start())
    if helped is not None:
        end = helped.end()
    if cues.passive.search(rest, verb.start(), end) or _goes_deeper(rest, end, cues):
        return quoted
    whom, _, behind = rest[end:].lstrip().partition(" ")
    if whom in cues.words["object_pronouns"]:
        # "The school, which the town gave them"
        return f"{subject} {rest[verb.start() : end]} {whom} {_inside(noun, cues)} {behind}"
    if cues.particle.fullmatch(rest[end:].strip(" .")) is not None:
        # "which they insisted on"
        return f"{subject} {rest[verb.start() : end]} {rest[end:].strip(' .')} {_inside(noun, cues)}"
    return f"{subject} {rest[verb.start() : end]} {_inside(noun, cues)}{rest[end:]}"


def _has_another_verb(line: str, at: int, cues: Cues) -> bool:
    """Whether behind ``at`` a helping verb begins another clause without a word that opens one."""
    another = cues.helping_verb.search(line, at)
    if another is None:
        return False
    between = line[at : another.start()]
    if between.rpartition(" ")[2] in cues.words["infinitives"] or between.split()[-1:] == ["to"]:
        # "who was to have retired"
        return False
    opening = cues.words["openers"] | cues.words["conjunctions"] | cues.words["subordinators"]
    return (
        between.strip() != ""
        and not any(mark in between for mark in ",;:—–")
        and opening.isdisjoint(between.split())
    )


def _main_behind(line: str, at: int, cues: Cues) -> str:
    """What follows from the helping verb of another clause on; empty without one."""
    if not _has_another_verb(line, at, cues):
        return ""
    another = cues.helping_verb.search(line, at)
    return "" if another is None else line[another.start() :]


def _inside(noun: str, cues: Cues) -> str:
    """A noun as it is written inside a sentence: its article in small letters."""
    first, blank, rest = noun.partition(" ")
    return f"{first.lower()} {rest}" if blank and first.lower() in cues.words["determiners"] else noun


def asks(noun: str, cues: Cues) -> bool:
    """Whether no noun stands before a clause ("they ask who will come"): it is a question, or on its own."""
    last = noun.rpartition(" ")[2].lower()
    if last in cues.words["asking"] or noun.lower() in cues.words["stops"]:
        return True
    if noun.lower() in cues.words["anybody"]:
        # "Thank you to all who helped"
        return True
    if last in cues.words["no_verbs"] or " " in noun:
        return False
    return last.endswith("ing") or cues.finite_word.fullmatch(last) is not None


def _is_thing(pronoun: str, cues: Cues) -> bool:
    """Whether a pronoun is about no person ("which", not "that")."""
    return pronoun in cues.words["relative_things"] and pronoun not in cues.words["relative_links"]


def _is_agent(noun: str, before: str, around: Surroundings, cues: Cues) -> bool:
    """Whether a person is named as who did something ("Excavations led by Berg")."""
    if before.rstrip(" ,").removesuffix(noun).rstrip().rpartition(" ")[2] not in cues.words["agents"]:
        return False
    last = noun.rpartition(" ")[2]
    return any(person.rpartition(" ")[2] == last for person in (*around.persons, *around.known))


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


def _occasion(noun: str, before: str, verb: str, cues: Cues) -> str:
    """The noun with the one it is linked to, where a "which" is about that ("ties with Oslo, which").

    What begins and ends is an occasion, no place ("the advance into the region, which began").
    """
    words = cues.words
    head = before.rstrip(" ,;:—–-").removesuffix(noun).rstrip()
    first, _, link = head.rpartition(" ")
    if link not in words["relative_prepositions"] and link not in words["links"]:
        return noun
    linked = noun_before(first, cues)
    named = noun[:1].isupper() and link in words["links"] and _is_occasion(linked, cues)
    paper = verb in words["done_to_papers"] and linked.rpartition(" ")[2] in words["papers"]
    against = link in words["about_nouns"] and " " in linked and verb not in words["of_occasions"]
    if (
        named
        or paper
        or against
        or (verb in words["of_occasions"] and linked and not _is_occasion(noun, cues))
    ):
        return f"{linked} {link} {noun}"
    return noun


def _of_figure(noun: str, before: str) -> str:
    """What has the figure that stands right before a clause ("a purchase worth $5 billion that")."""
    of = _OF_FIGURE.search(before) if _FIGURE.match(noun) is not None else None
    return noun if of is None else of["noun"]


def agreeing(noun: str, before: str, verb: str, cues: Cues) -> str:
    """The noun with the one it belongs to, where a verb is of several ("Shares of the bank, which have")."""
    several = noun.endswith("s") or " and " in noun
    if verb not in cues.words["verbs_of_several"] or several or noun[:1].isupper():
        return noun
    head, _, link = before.rstrip(" ,").removesuffix(noun).rstrip().rpartition(" ")
    owner = noun_before(head, cues) if link in cues.words["chains"] else ""
    return f"{owner} {link} {noun}" if owner.endswith("s") else noun


def _with_others(noun: str, before: str, verb: str, cues: Cues) -> str:
    """The noun with those it is joined to, where a verb is of several ("five Danes and a Swede who were")."""
    if (
        verb not in cues.words["verbs_of_several"]
        or noun.partition(" ")[0].lower() not in cues.words["articles_of_one"]
    ):
        return noun
    first, _, link = before.rstrip(" ,").removesuffix(noun).rstrip().rpartition(" ")
    others = noun_before(first, cues) if link in cues.words["conjunctions"] else ""
    return f"{others} {link} {noun}" if others else noun


def _is_occasion(noun: str, cues: Cues) -> bool:
    last = noun.rpartition(" ")[2]
    return last in cues.words["linked_nouns"] or cues.occasion_noun.fullmatch(last) is not None


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
    return _FIGURE.match(own) is not None or first in cues.numbers or first in cues.words["parts_of"]


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
