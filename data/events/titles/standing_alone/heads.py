"""A clause that hangs on others, made to stand alone: with the subject or the noun it is about.

"..., which was signed in Oslo" tells that a treaty was signed; "..., telling the guests that" tells that the
sentence's subject told them.
"""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.titles.fitting.line_subject import subject_of
from data.events.titles.standing_alone.forms import past, was
from data.events.titles.standing_alone.relatives import of_relative
from data.events.titles.surroundings import Surroundings, noun_before, possessive, whole_noun

_APPOSED = re.compile(r"((?:[A-Z][\w’'-]+\s?){1,5}),?\s*$")
# "Its foreign minister, Ada Okoye"
_NAMED_BEHIND = re.compile(r"[^,]{3,60},\s(?P<name>(?:[A-Z][\w’'.-]+\s?){2,4})")
_ACCOMPANIED = re.compile(r"(?:,\s(?:with|as)\s|\s?[—–]\s?).*$", re.DOTALL)
# "the runner-up, Ada Okoye,", "the work, due in May,", "the council"
_BEHIND_NOUN = re.compile(
    r"(?P<subject>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[A-Z])[^,;:—–]{2,60}?)(?:,\s(?:(?P<name>(?:[A-Z][\w’'.-]+\s?){2,4})|[a-z][^,]{2,80}),|\s)?\s?"
)
_FIRST_TO = re.compile(r"\sto\s[a-z]")
# "..., the first visit | since Ada Okoye"
_ANOTHER = re.compile(r"[a-z]+\s(?P<who>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'-]+){0,3})\.?")
_WITH_ING = re.compile(r"with\s(?P<who>[^,]{3,80}?)\s(?P<verb>\w{3,}ing)\s(?P<rest>[^,;]+)$")
_ACTED_ON = re.compile(r"\s(?P<what>[^;:—–]{3,80}?)(?P<aim>\sto\s[a-z][^,;:—–]*)?[.\s]*$")
# "closing the mill and selling the land"
_JOINED_ING = re.compile(r"\s(?P<joint>[a-z]+)\s(?P<verb>[a-z]{2,}ing)(?=\s)")
# "..., the firm"
_CREDITS = re.compile(r",\s(?:[Tt]he\s[a-z]+|[A-Z][\w.&-]+(?:\s[A-Z][\w.&-]+)*)\s*$")
_ING = re.compile(r"(?P<verb>[A-Za-z]{2,}ing)\b(?P<rest>.*)$", re.DOTALL)


def standing_alone(line: str, around: Surroundings, cues: Cues) -> str | None:
    """The clause with its own head; None if it has one already, empty if none can be found."""
    line = line.lstrip(" ,;:—–-")
    another = _ANOTHER.fullmatch(line)
    rare = None if another is None else cues.rare_at_end.search(around.before)
    if another is not None and rare is not None and cues.bounding.match(line):
        return f"{possessive(another['who'].rstrip('.'))} {rare['what']}"
    goes_on = cues.goes_on.match(line)
    if goes_on is not None:
        return _going_on(line[goes_on.end() :], around, cues)
    lowered = line[:1].lower() + line[1:]
    participle = not around.before and line != lowered and cues.participle_head.match(lowered) is not None
    if participle and around.subject:
        return f"{around.subject} {was(around.subject, cues)} {lowered}"
    also = cues.also_to.match(line)
    if also is not None and around.before:
        first = _FIRST_TO.search(around.before)
        head = "" if first is None else around.before[: first.start()]
        does = head.partition(" ")[0].lower() in cues.words["pointing"] or subject_of(head, cues) != ""
        return f"{head} {also['told']}" if head and does else ""
    relative = cues.relative_head.match(line)
    if relative is not None and around.before:
        return of_relative(line, relative, around, cues)
    if cues.infinitive.match(line) is not None:
        asked = cues.asks_whom.search(around.before)
        if asked is not None and _is_asked(asked["whom"], cues):
            # "The court ordered the firm | to pay in May"
            whom = f"{asked['whom'][0].upper()}{asked['whom'][1:]}"
            several = not cues.words["conjunctions"].isdisjoint(whom.replace("&", "and").split())
            were = cues.copula[-1] if several else was(whom, cues)
            return f"{whom} {were} {asked['verb']} {line}"
        # "They promised | to mend it by May"
        told, _, verb = around.before.rpartition(" ")
        begun = bool(told) and cues.finite_word.fullmatch(verb) is not None
        does = told.lower() in cues.words["pointing"] or subject_of(around.before, cues) == told
        return f"{around.before} {line}" if begun and does else ""
    bare = cues.subordinator.match(line)
    ing = _ING.match(line, 0 if bare is None else bare.end())
    if ing is not None and ing["verb"].lower() not in cues.words["no_verbs"] and not _is_noun(ing, cues):
        subject = around.persons[0] if bare is not None and around.persons else around.subject
        return f"{subject} {past(ing['verb'], cues)}{_also_past(ing['rest'], cues)}" if subject else ""
    described = _of_participle(line, around, cues)
    if described is not None:
        return described
    if cues.finite_word.match(line) is not None:
        return _of_verb(line, around, cues)
    return _of_phrase(line, around, cues)


def _is_asked(whom: str, cues: Cues) -> bool:
    """Whether somebody is named whom somebody asks to do something: no "them", and no words with a verb."""
    first = whom.partition(" ")[0]
    several = whom.endswith("s") and " " not in whom and whom not in cues.words["small_words"]
    named = first[:1].isupper() or cues.determined.match(f"{whom} ") is not None or several
    return named and cues.finite_word.search(whom) is None


def acted_on(line: str, cues: Cues) -> str:
    """A clause in "-ing" told of what it acts on ("reviving it": "it was revived"); else empty."""
    ing = _ING.match(line)
    acted = None if ing is None else _ACTED_ON.match(ing["rest"])
    if ing is None or acted is None or cues.determined.match(acted["what"]) is None:
        return ""
    return f"{acted['what']} {was(acted['what'], cues)} {past(ing['verb'], cues)}{acted['aim'] or ''}"


def with_ing(line: str, cues: Cues) -> str:
    """What a line that begins with "with" tells ("with trade growing": "trade grew"); empty if nothing."""
    told = _WITH_ING.match(line)
    if told is None or told["verb"].lower() in cues.words["no_verbs"]:
        return ""
    if " " not in told["who"] or cues.finite_word.search(told["who"]) is not None:
        # "With the lighting of candles"
        return ""
    return f"{told['who']} {past(told['verb'], cues)} {told['rest']}"


def _going_on(rest: str, around: Surroundings, cues: Cues) -> str:
    """A clause behind "and" with the subject of the one that it goes on from; empty if not sure."""
    if cues.saying.search(around.before) is not None or cues.open_relative.search(around.before) is not None:
        # "Ilves, who has led the union since 2016 | and was re-elected"
        return ""
    subject = around.subject
    joints = [*cues.clause_joint.finditer(around.before)]
    joint = joints[-1] if joints else None
    if joint is not None and joint.group().strip(" ,;").lower() in cues.words["conjunctions"]:
        # "He was fined, but the charges were dropped | and revived"
        subject = subject_of(around.before[joint.end() :], cues) or subject
    helping = ""
    if _is_passive(rest, around.before, cues):
        verb = around.before.partition(f"{subject} ")[2].partition(" ")[0]
        # "The Santa Ines was built and | sold"
        helping = f"{verb if verb in cues.copula else was(subject, cues)} "
    return f"{subject} {helping}{rest}" if subject else ""


def _of_participle(line: str, around: Surroundings, cues: Cues) -> str | None:
    """A clause that begins with a participle, with what it is about; None for any other."""
    told = _before_resumption(line, cues)
    if " " not in told.strip(" .") and _CREDITS.search(around.before) is not None:
        # "The price fell, the firm | disclosed": it is the firm that tells.
        return ""
    if cues.participle_head.match(told) is None or told.partition(" ")[0] in cues.words["come_to"]:
        return None
    closed = cues.inner_clause.match(around.before) or cues.described.match(around.before)
    if not around.before or (closed is not None and around.before.endswith(",")):
        return None
    if cues.finite_word.match(line) is not None and _is_described_subject(around.before, cues):
        # "The inquiry into the flood that killed six in May | blamed the council": its only verb
        return None
    noun = _described_noun(around.before, cues)
    if cues.participle_head.match(noun):
        # "Repairs were begun, | interrupted by the war": no noun, a verb
        noun = around.subject
    return f"{noun} {was(noun, cues)} {told}" if noun else ""


def _is_described_subject(before: str, cues: Cues) -> bool:
    """Whether nothing but a subject and a clause about it stands before a verb."""
    described = cues.described_subject.fullmatch(before)
    if described is None:
        return False
    subject = described["subject"]
    return cues.determined.match(subject) is not None and cues.finite_word.search(subject) is None


def _of_verb(line: str, around: Surroundings, cues: Cues) -> str:
    """A clause that begins with its verb, with the subject that stands before it; empty if not sure."""
    if cues.saying.match(line) and cues.inner_clause.match(around.before) is None:
        # "..., wrote the analyst": whose saying it is stands elsewhere.
        return ""
    main = cues.closed_relative.sub("", around.before)
    nearest = _subject_right_before(main, cues)
    teller = around.subject if nearest is None else nearest
    named = _NAMED_BEHIND.fullmatch(teller)
    teller = teller if named is None else named["name"]
    helping = f"{was(teller, cues)} " if teller and _is_passive(line, main, cues) else ""
    return f"{teller} {helping}{line}" if teller else ""


def _of_phrase(line: str, around: Surroundings, cues: Cues) -> str | None:
    """A phrase with a date made a line: the name it describes, its occasion, or its noun."""
    verb = cues.finite_word.search(line)
    if verb is not None and cues.determined.fullmatch(f"{line[: verb.start()].split(' ', 1)[-1]}"):
        # "for the failed coup"
        verb = cues.finite_word.search(line, verb.end())
    if verb is None:
        named = _APPOSED.search(around.before)
        described = cues.determined.match(line) and not cues.preposition.match(line)
        if named is not None and described and cues.subordinator.match(line) is None:
            # "the Rome Statute, a treaty of 1998"
            return f"{named[1]}, {line}"
        occasion = cues.dated_occasion.search(line)
        if occasion is not None:
            told = _ACCOMPANIED.sub("", line[occasion.end() :])
            his = cues.his.match(told)
            owner = line[: occasion.start()].strip(" ,")
            # "The mayor during her visit to Oslo": no other woman's
            return f"{owner}’s{told[his.end() :]}" if his and cues.determined.match(owner) else told
    head = cues.preposition.match(line) or cues.agent.match(line)
    inner = cues.inner_relative.search(line)
    about = verb is None or (inner is not None and inner.end() <= verb.start())
    if head is not None and about and around.before and cues.determined.match(line, head.end()):
        return cues.inner_relative.sub(" ", line[head.end() :], count=1)
    return None


def _described_noun(before: str, cues: Cues) -> str:
    """What a participle behind it tells of: all that stands before it where that has no verb and one head."""
    noun = noun_before(before, cues)
    head = before.rstrip(" ,")
    owned = cues.owned_head.match(head)
    plain = owned is not None and "," not in head and cues.finite_word.search(head) is None
    return head if plain and head.endswith(noun) else whole_noun(noun, before, cues)


def _is_noun(ing: re.Match[str], cues: Cues) -> bool:
    """Whether a word in "-ing" is the subject of the verb behind it ("since fighting resumed")."""
    return ing["verb"] not in cues.words["infinitives"] and bool(cues.finite_word.match(ing["rest"], 1))


def _also_past(rest: str, cues: Cues) -> str:
    """What stands behind a verb in "-ing", with one joined to it ("closing the mill and selling it")."""
    joined = _JOINED_ING.search(rest)
    if joined is None or joined["joint"] not in cues.words["conjunctions"]:
        return rest
    if joined["verb"] in cues.words["no_verbs"] or cues.determined.match(rest, joined.end() + 1) is None:
        return rest
    return f"{rest[: joined.start('verb')]}{past(joined['verb'], cues)}{rest[joined.end('verb') :]}"


def _before_resumption(line: str, cues: Cues) -> str:
    """A clause up to where the one around it goes on ("which closed, | is a museum")."""
    resumed = cues.resumption.search(line)
    return line if resumed is None else line[: resumed.start()]


def _subject_right_before(before: str, cues: Cues) -> str | None:
    """The subject between the word that opens a clause and its verb ("... said that talks | will end").

    Empty if that is not sure ("a fair, which the town hopes | will come"), None if no such clause is open.
    """
    joined = cues.clause_joint.split(before)
    if len(joined) > 1:
        # "they left, while the runner-up, Ada Okoye, | stayed", "it is open, the council | decided"
        apposed = _BEHIND_NOUN.fullmatch(joined[-1])
        if apposed is not None and cues.finite_word.search(apposed["subject"]) is None:
            return apposed["name"] or apposed["subject"]
    *rest, last = cues.opening.split(before)
    subject = last.strip()
    inside = _BEHIND_NOUN.fullmatch(subject) if rest and subject.endswith(",") else None
    if inside is not None and cues.finite_word.search(inside["subject"]) is None:
        # "They said that the dyke, built in 1961, | was too low"
        return inside["name"] or inside["subject"]
    if not rest or not subject or subject[-1] in ",;:—–":
        return None
    return "" if cues.finite_word.search(subject) else subject


def _is_passive(line: str, before: str, cues: Cues) -> bool:
    """Whether "and refitted" goes on from "was built", with nothing that the verb could act on."""
    verb, _, rest = line.partition(" ")
    if verb in cues.words["helping"]:
        # "almost cancelled"
        return _is_passive(rest, before, cues)
    if cues.participle_head.match(f"{verb.strip(' .,')} in") is None:
        return False
    described = cues.described.match(before)
    reduced = described is not None and cues.finite_word.search(before, described.end()) is None
    if not reduced and cues.passive.search(before) is None:
        return False
    first = rest.partition(" ")[0].strip(" .,").lower()
    if not first:
        return True
    if first in cues.words["particles_of_verbs"]:
        # "was built in May | and swept away"
        return True
    return first in cues.words["small_words"] and first not in cues.words["before_objects"]
