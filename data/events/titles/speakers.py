"""Who says what a line tells, and the line without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.events.cues import Cues
from data.events.names.genders import agrees, likeliest
from data.events.names.name import Name
from data.events.titles.fitting.faults import tells
from data.events.titles.fitting.line_subject import subject_of
from data.events.titles.fitting.shortening import SHORTEST, tidied, without_fronted
from data.events.titles.wording.worded import Telling
from data.events.words import has_any

OPEN_QUOTE = re.compile(r"(?:“|\"|``)")
LONGEST_SPEAKER = 45
# What somebody says, up to the closing mark; who says it is told so far behind it.
_QUOTED = re.compile(r"^(?:“|\"|``)?(?P<words>[^“”\"`]{12,}?),(?:”|\"|'')\s(?=[^\s])")
_CLOSINGS = (",”", ',"', ",'")
_CLOSING_MARKS = ("”", '"', "''")
_ENDS_OF_SAYINGS = (",", ".", "!", "?", "…")
_FAR_SAYING = 90
# So far behind the name of who says it his verb may stand, with who he is in between.
_FAR_VERB = 180
# "The harbour will grow, Ada Okoye | told reporters, adding that ..."
_SPEAKER_BETWEEN = re.compile(r",\s(?P<who>[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){0,3})\s$")
# "The mayor told reporters | at a briefing: | We will rebuild the bridge": the quotation marks are gone.
_BEFORE_QUOTE = re.compile(r"[^,.;:]{2,40}:\s(?=[A-Z])")
_OWN_SENTENCE = re.compile(r",\s[A-Z]")
_APPOSED = re.compile(r",\s[^,]{3,120},\s$")


def without_source(line: str, names: Sequence[Name], cues: Cues, he: str = "") -> tuple[str, str | None]:
    """The line without the source at its head or tail; the speaker too, if the rest is his own words.

    ``he`` is who spoke last, whom "he said" means; empty if that is not sure.
    """
    bare = line.rstrip(" .,")
    quoted = _QUOTED.match(bare) if has_any(bare, _CLOSINGS) else None
    if quoted is not None and cues.saying.search(bare, quoted.end(), quoted.end() + _FAR_SAYING) is not None:
        return quoted["words"], speaker_of(bare[quoted.end() :], names, cues, he)
    tail = cues.attribution_tail.search(bare)
    speaker = None
    shortest = SHORTEST // 3 if OPEN_QUOTE.match(line) else SHORTEST * 2 // 3
    if tail is not None and not OPEN_QUOTE.match(line) and _is_subject(bare, tail, cues):
        tail = None
    if tail is not None and tail.start() >= shortest and names_source(tail.group(), cues):
        at = max(bare.rfind("”"), bare.rfind('"'), bare.rfind("''"))
        # "given “unabated” worries in Oslo, according to Berg": a word in marks is no saying of its own.
        ends = OPEN_QUOTE.match(line) or bare[at - 1] in _ENDS_OF_SAYINGS
        closed = ends and shortest <= at < tail.start()
        line = bare[:at] if closed and cues.saying.search(bare, 0, at) is None else bare[: tail.start()]
        if OPEN_QUOTE.match(line) or cues.own_words.match(line):
            speaker = speaker_of(bare[len(line) :], names, cues, he)
    head = cues.attribution_head.match(line)
    if head is not None:
        line = line[head.end() :]
    return line, speaker


def _is_subject(line: str, tail: re.Match[str], cues: Cues) -> bool:
    """Whether what stands before a verb of saying is its subject ("Nord, who won, | said")."""
    if not tells(line[: tail.start()], cues):
        return True
    inner = cues.inner_clause.match(line, 0, tail.start())
    if inner is None or cues.finite_word.search(inner["subject"]) is not None:
        return False
    return cues.saying.match(tail.group().lstrip(" ,")) is not None


def with_speaker_behind(line: str, names: Sequence[Name], cues: Cues, he: str) -> tuple[str, str | None]:
    """The line without ", Ilves said" at its end, and who says it; the line as it is where nobody is told."""
    bare = line.rstrip(" .,")
    tail = cues.attribution_tail.search(bare)
    said = None if tail is None else cues.saying.search(bare, tail.start())
    if tail is None or said is None or bare[said.end() :].strip() not in {"", *cues.words["hearers"]}:
        return line, None
    told = bare[: tail.start()]
    if len(told) < SHORTEST * 2 // 3 or not names_source(tail.group(), cues):
        return line, None
    if not subject_of(told, cues) and cues.he.match(told) is None:
        return line, None
    teller = tail.group()[: said.start() - tail.start()].strip(" ,")
    if cues.it.fullmatch(teller) or cues.they.fullmatch(teller):
        # "Nordair will fly to Oslo, it said": it tells of itself.
        return told, None
    who = speaker_of(tail.group(), names, cues, he)
    if who is None:
        return line, None
    bodies = [name.name for name in names if name.kind == "organisation"]
    if cues.determined.match(who) is not None and told.startswith((*bodies, who)):
        # "Nordair will fly to Oslo, the airline said": it tells of itself.
        who = None
    return told, who


def names_source(tail: str, cues: Cues) -> bool:
    """Whether a tail with a reporting verb tells who says it ("the mayor said", "said Ilves"), not what."""
    said = cues.saying.search(tail)
    if said is None:
        return True
    behind = tail[said.end() :].strip(" ,.")
    first = behind.partition(",")[0]
    if not cues.words["relative_links"].isdisjoint(first.split()):
        # "Out at sea, the mayor told the crews that the quay was safe"
        return False
    if cues.resumption.search(tail, said.end()) is not None:
        # "Whether he knew, as the paper claims, will be examined"
        return False
    teller = tail[: said.start()].strip(" ,”\"'")
    if teller in cues.words["conjunctions"]:
        # "The mayor praised the crews, and said she would come": she says it herself.
        return False
    if teller:
        pronoun, *others = behind.split() or [""]
        if pronoun.lower() in cues.words["dangling"] and cues.finite_word.search(" ".join(others[:2])):
            # "If you are not here, they said, | you would not know"
            return False
        # "She lost, complained of the heat and said she might leave": nobody else says it.
        acts = cues.finite_word.match(teller)
        return acts is None or cues.participle_head.match(teller) is not None
    verb = cues.finite_word.search(first)
    if verb is not None and cues.words["relatives"].isdisjoint(behind[: verb.start()].split()):
        # "Berg, a fellow of the house, said the quay was safe"
        return False
    determined = cues.determined.match(f"{behind} ") is not None
    return not behind or not behind[0].islower() or determined or " " not in behind


def speaker_of(tail: str, names: Sequence[Name], cues: Cues, he: str = "") -> str | None:
    """Who says it ("..., the minister told Ilves"): a person if one is named there, else as he is called.

    ``he`` is whom a pronoun means.
    """
    verb = cues.saying.search(tail)
    if verb is None:
        return None
    before, behind = tail[: verb.start()], tail[verb.end() :]
    said = before if before.strip(" ,”\"'") else behind.partition(",")[0]
    if said is not before and cues.tells_hearers.match(verb.group()):
        return None
    known = next((n.name for n in names if n.kind == "person" and n.name.split(" ")[-1] in said), None)
    if known is not None:
        return known
    said = tidied(said, cues)
    if cues.he.match(said) is not None:
        return he or None
    return said[:1].upper() + said[1:] if 2 < len(said) <= LONGEST_SPEAKER else None


def by_him(line: str, telling: Telling, cues: Cues) -> tuple[str | None, Telling]:
    """Who "he" of '"She left," he said' is, None where that is not sure; the telling with whom "she" may be.

    Nobody speaks of himself so: who may be the speaker is nobody of whom he speaks.
    """
    tail = line[max(line.rfind(mark) for mark in _CLOSING_MARKS) + 1 :]
    pronoun = next((word for word in tail.strip(" .,").split(" ") if word.lower() in cues.words["he"]), "")
    if not pronoun:
        return None, telling
    persons, genders = telling.antecedents, telling.genders

    def another(person: str) -> bool:
        return person in genders and not agrees(person, pronoun, genders, cues)

    told = telling._replace(
        antecedents=[one for one in persons if another(one)],
        about=telling.about if another(telling.about) else "",
        officer="",
    )
    return likeliest(persons, pronoun, genders, cues, first=telling.is_sure) or None, told


def last_speaker(text: str, start: int, end: int, names: Sequence[Name], cues: Cues, before: str) -> str:
    """Who has spoken last when the sentence ``text[start:end]`` ends; empty if that is not sure.

    ``names`` are those in the sentence, ``before`` is who spoke before it.
    """
    persons = [name for name in names if name.kind == "person"]
    verb = cues.saying.search(text, start, end)
    if verb is None:
        return "" if persons else before
    for name in persons:
        between = text[name.end : verb.start()].strip()
        apposed = between[:1] == between[-1:] == ","
        if name.end <= verb.start() and (not between or apposed):
            return name.name
        hearer = cues.tells_hearers.match(verb.group()) is not None
        if name.start >= verb.end() and not hearer and not text[verb.end() : name.chain].strip():
            return name.name
    subject = text[start : verb.start()].rstrip().rpartition(" ")[2]
    return before if cues.he.fullmatch(subject) is not None else ""


class _Saying(NamedTuple):
    """A line as who says something, the verb, what he says, and whether a quotation begins with that."""

    source: str
    verb: str
    told: str
    is_quoted: bool


def with_source(line: str, names: Sequence[Name], cues: Cues) -> tuple[str | None, str]:
    """Who says something and what, for a line too long to say that it was said."""
    between = _with_speaker_between(line, names, cues)
    if between is not None:
        return between
    saying = _saying(line, cues)
    if saying is None or not _tells_what_was_said(saying, cues):
        return None, line
    if saying.source.lower() in cues.words["pointing"]:
        # Who "it" is stands elsewhere.
        return None, saying.told
    source = _named(saying.source, names, cues)
    return (None, line) if source is None else (source, saying.told)


def _with_speaker_between(line: str, names: Sequence[Name], cues: Cues) -> tuple[str, str] | None:
    """Who says something and what, where he is named behind it ("The harbour will grow, Ada Okoye told")."""
    verb = cues.saying.search(line, SHORTEST)
    between = _SPEAKER_BETWEEN.search(line, SHORTEST, verb.start()) if verb is not None else None
    if between is None or cues.saying.search(line, 0, between.start()) is not None:
        return None
    surname = between["who"].rpartition(" ")[2]
    speaker = next((n.name for n in names if n.kind == "person" and n.name.endswith(surname)), None)
    told = line[: between.start()]
    return (speaker, told) if speaker is not None and subject_of(told, cues) else None


def _saying(line: str, cues: Cues) -> _Saying | None:
    """The parts of a line that begins with who says something; None if it begins otherwise."""
    said = cues.reporting.search(line, 0, _FAR_VERB)
    if said is None:
        return None
    bare = _APPOSED.sub(" ", line[: said.start()]) + line[said.start() :]
    if ": " in line:
        # "Asked about the strike, the mayor said: We will meet"
        bare = without_fronted(bare, cues)
    said = cues.reporting.search(bare)
    if said is None or not 2 < said.start() <= LONGEST_SPEAKER or "," in bare[: said.start()]:
        return None
    source, told = bare[: said.start()].rstrip(), bare[said.end() :].lstrip(" :")
    occasion = _BEFORE_QUOTE.match(told) if cues.preposition.match(told) else None
    told = told if occasion is None else told[occasion.end() :]
    if _OWN_SENTENCE.match(told):
        told = told[2:]
    also = cues.also_said.search(told, SHORTEST)
    if also is not None:
        # "warned that the wall was wet | and urged that it be mended": the second is the source's own verb
        told = told[: also.start()]
    return _Saying(source, said["verb"], told, occasion is not None)


def _tells_what_was_said(saying: _Saying, cues: Cues) -> bool:
    """Whether what somebody says is a clause that stands alone."""
    source, verb, told, is_quoted = saying
    if told[:1].isdigit() or len(told) < SHORTEST or told[0] == "," or cues.finite_word.search(source):
        return False
    if cues.finite_word.search(told) is None and cues.name_and_verb.search(told) is None:
        # "announced a day of mourning"
        return False
    if cues.preposition.match(told) or " that " in told[:LONGEST_SPEAKER]:
        return False
    if source.rpartition(" ")[2].lower() in cues.numbers and verb.endswith("s"):
        # "The seven states adopted"
        return False
    if verb in cues.words["of_things"]:
        subject = subject_of(told, cues)
        # "announced terms of a sale, citing its debts", "recalled three lots after splinters were found"
        if not subject or cues.holds_clause.search(subject) is not None:
            return False
    return is_quoted or told.partition(" ")[0].lower() not in cues.words["dangling"]


def _named(source: str, names: Sequence[Name], cues: Cues) -> str | None:
    """A source by the name of the person with whom it ends, else as it stands; None if it is nobody."""
    named = next((n.name for n in names if n.kind == "person" and source.endswith(n.name)), "")
    if named and source.removesuffix(named).rstrip().rpartition(" ")[2] in cues.words["stops"]:
        # "A recount in the district of Cape Berg confirmed"
        return None
    if not named and cues.preposition.match(source):
        # "At the start of the talks he told the crews": no name for a speaker.
        return None
    return named or f"{source[:1].upper()}{source[1:]}"
