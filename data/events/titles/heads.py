"""A clause that hangs on others, made to stand alone: with the subject or the noun it is about.

"..., which was signed in Oslo" tells that a treaty was signed; "..., telling the guests that" tells that the
sentence's subject told them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from data.events.cues import THIRD_PERSON, Cues

_LAST_WORDS = re.compile(r"\S+")
_APPOSED = re.compile(r"((?:[A-Z][\w’'-]+\s?){1,5}),?\s*$")
_ACCOMPANIED = re.compile(r"(?:,\s(?:with|as)\s|\s?[—–]\s?).*$", re.DOTALL)
_LONGEST_NOUN = 6
_LONGEST_SUBJECT = 85
_ING = re.compile(r"(?P<verb>[A-Za-z]{2,}ing)\b(?P<rest>.*)$", re.DOTALL)


class Surroundings:
    """What stands around a clause in its sentence, in words as they are shown.

    Args:
        before: the sentence up to the clause.
        find_subject: finds who or what the sentence's main clause is about; empty if that is not plain.
        persons: who are named before, the last first: whom a participle or pronoun may mean.
    """

    def __init__(self, before: str, find_subject: Callable[[], str], persons: Sequence[str] = ()) -> None:
        self.before = before
        self.persons = persons
        self._find_subject = find_subject

    @cached_property
    def subject(self) -> str:
        """Who or what the main clause is about, found when it is first asked for: few clauses need it."""
        return self._find_subject()


def subject_of(line: str, cues: Cues) -> str:
    """What stands before the first verb of a main clause, if it is short and one phrase; else nothing."""
    inner = cues.inner_clause.match(line) if ", " in line else None
    if inner is not None and cues.finite_word.search(inner["subject"]) is None:
        # "Berg, who came late, says"
        return inner["subject"]
    described = cues.described.match(line) if ", " in line else None
    if described is not None and cues.finite_word.search(described["subject"]) is None:
        # "The library, damaged by fire, was rebuilt"
        return described["subject"]
    verb = cues.finite_word.search(line)
    present = THIRD_PERSON.search(line)
    if present is not None and (verb is None or present.start() < verb.start()):
        end = present.start() + present.group().rstrip().rfind(" ")
    elif verb is not None:
        end = verb.start()
    else:
        return ""
    subject = line[:end].rstrip()
    last = subject.rpartition(" ")[2].lower()
    if last in cues.words["adverbs"] or last.endswith("ly"):
        subject = subject.rpartition(" ")[0]
    if not subject or len(subject) > _LONGEST_SUBJECT or any(mark in subject for mark in ',;:“"—–('):
        return ""
    first, _, rest = subject.partition(" ")
    if first.lower() in cues.words["dangling"] and not rest:
        return ""
    return "" if cues.preposition.match(subject) else subject


def noun_before(before: str, cues: Cues) -> str:
    """The noun phrase that a text ends with ("... the crew of the ferry," gives "the ferry")."""
    words = [match.group() for match in _LAST_WORDS.finditer(before.rstrip(" ,;:—–-"))]
    determiners = cues.words["determiners"]
    stops = cues.words["stops"]
    taken: list[str] = []
    linked = False
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        bare = word.strip("“”\"'()")
        lower = bare.lower()
        if taken and (word[-1] in ",;:—–)" or lower in stops or cues.finite_word.fullmatch(lower)):
            chains = lower in cues.words["chains"] and not linked and index > 0
            named = taken[0][:1].isupper()
            if (
                not chains
                or taken[0].lower() in determiners
                or (named and not words[index - 1][:1].isupper())
            ):
                break
            linked = True
        taken.insert(0, bare)
        if lower in determiners or len(taken) >= _LONGEST_NOUN:
            break
        if bare.endswith(("’s", "'s")) and len(taken) > 1:
            break
    if taken and taken[0][:1].isupper():
        # A name takes nothing before it.
        return " ".join(taken)
    while len(taken) > 1 and taken[0].lower() not in determiners and not taken[0][:1].isupper():
        if taken[0].lower().endswith(("ed", "ing", "ly")):
            taken.pop(0)
        else:
            break
    return " ".join(taken)


def standing_alone(line: str, around: Surroundings, cues: Cues) -> str | None:
    """The clause with its own head; None if it has one already, empty if none can be found."""
    line = line.lstrip(" ,;:—–-")
    goes_on = cues.goes_on.match(line)
    if goes_on is not None:
        rest = line[goes_on.end() :]
        helping = f"{_was(around.subject, cues)} " if _is_passive(rest, around.before, cues) else ""
        return f"{around.subject} {helping}{rest}" if around.subject else ""
    lowered = line[:1].lower() + line[1:]
    if not around.before and around.subject and line != lowered and cues.participle_head.match(lowered):
        return f"{around.subject} {_was(around.subject, cues)} {lowered}"
    relative = cues.relative_head.match(line)
    if relative is not None and around.before:
        return _relative(line[relative.end() :], relative.group().lower(), around, cues)
    aim = cues.infinitive.match(line)
    if aim is not None:
        return ""
    bare = cues.subordinator.match(line)
    rest = line[bare.end() :] if bare is not None else line
    ing = _ING.match(rest)
    if ing is not None and ing["verb"].lower() not in cues.words["no_verbs"]:
        subject = around.persons[0] if bare is not None and around.persons else around.subject
        return f"{subject} {past(ing['verb'], cues)}{ing['rest']}" if subject else ""
    participle = cues.participle_head.match(line)
    closed = cues.inner_clause.match(around.before) or cues.described.match(around.before)
    if participle is not None and around.before and closed is None:
        noun = noun_before(around.before, cues)
        return f"{noun} {_was(noun, cues)} {line}" if noun else ""
    verb = cues.finite_word.match(line)
    if verb is not None:
        if cues.saying.match(line) and cues.inner_clause.match(around.before) is None:
            # "..., wrote the analyst": whose saying it is stands elsewhere.
            return ""
        return f"{around.subject} {line}" if around.subject else ""
    if cues.finite_word.search(line) is None:
        named = _APPOSED.search(around.before)
        if (
            named is not None
            and bare is None
            and cues.determined.match(line)
            and not cues.preposition.match(line)
        ):
            # "the Rome Statute, a treaty of 1998"
            return f"{named[1]}, {line}"
        occasion = cues.dated_occasion.search(line)
        if occasion is not None:
            return _ACCOMPANIED.sub("", line[occasion.end() :])
    head = cues.preposition.match(line)
    if head is not None and around.before and cues.determined.match(line, head.end()):
        return cues.inner_relative.sub(" ", line[head.end() :], count=1)
    return None


def _relative(rest: str, pronoun: str, around: Surroundings, cues: Cues) -> str:
    noun = noun_before(around.before, cues)
    if not noun:
        return ""
    noun = _linked(noun, around.before, pronoun, cues)
    last = noun.rpartition(" ")[2]
    noun = next((person for person in around.persons if person.rpartition(" ")[2] == last), noun)
    verb = cues.finite_word.search(rest)
    if pronoun.split()[0] in cues.words["relative_places"] or " " in pronoun.strip():
        return rest
    if verb is None:
        return ""
    own = rest[: verb.start()].strip()
    if pronoun.strip() in cues.words["relative_owners"]:
        owned, _, owner = own.rpartition(" ")
        if owned and owner[:1].isupper():
            return f"{owner} {verb.group()} {_possessive(noun)} {owned}{rest[verb.end() :]}"
        return f"{_possessive(noun)} {rest}"
    if own and pronoun.strip() in cues.words["relative_links"]:
        return ""
    if not own or own.lower() in cues.words["adverbs"] or own.lower().endswith("ly"):
        return f"{noun} {rest}"
    first, _, adverbs = own.partition(" ")
    if first.lower() in cues.words["pronouns"]:
        own = next((person for person in around.persons if person != noun), around.subject)
        if not own:
            return ""
        own = f"{own} {adverbs}".rstrip()
    end = verb.end()
    helped = cues.helper.match(rest, verb.start())
    if helped is not None:
        end = helped.end()
    return f"{own} {rest[verb.start() : end]} {noun}{rest[end:]}"


def _linked(noun: str, before: str, pronoun: str, cues: Cues) -> str:
    """The noun with the one it is linked to, where a "which" is about that ("ties with Oslo, which")."""
    if not noun[:1].isupper() or pronoun.strip() not in cues.words["relative_things"]:
        return noun
    head = before.rstrip(" ,;:—–-").removesuffix(noun).rstrip()
    first, _, link = head.rpartition(" ")
    if link not in cues.words["links"]:
        return noun
    linked = noun_before(first, cues)
    if linked.rpartition(" ")[2] not in cues.words["linked_nouns"]:
        return noun
    return f"{linked} {link} {noun}"


def _is_passive(line: str, before: str, cues: Cues) -> bool:
    """Whether "and refitted" goes on from "was built", with nothing that the verb could act on."""
    verb, _, rest = line.partition(" ")
    if cues.participle_head.match(f"{verb} in") is None or cues.passive.search(before) is None:
        return False
    return (
        not rest.strip(" .") or cues.preposition.match(rest) is not None or rest.startswith(("by ", "and "))
    )


def _possessive(noun: str) -> str:
    return f"{noun}’" if noun.endswith("s") else f"{noun}’s"


def past(verb: str, cues: Cues) -> str:
    """The past of a verb given in "-ing"."""
    known = cues.past_of.get(verb.lower())
    if known is not None:
        return known
    stem = verb.lower()[:-3]
    return stem[:-1] + "ied" if stem.endswith("y") and stem[-2:-1] not in "aeo" else stem + "ed"


def _was(noun: str, cues: Cues) -> str:
    one, many = cues.copula
    last = noun.rpartition(" ")[2]
    return many if last.endswith("s") and not last.endswith(("ss", "’s", "us")) else one
