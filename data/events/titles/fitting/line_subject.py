"""The subject that a line begins with."""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.gazetteer import gazetteer
from data.events.titles.fitting.wholeness import main_verb

_APPOSED_SUBJECT = re.compile(r"(?P<subject>[^,“”\"]{2,60}),\s(?P<what>[^,]{3,80}),\s")
_NAMED_SUBJECT = re.compile(
    r"(?:The|Its|Their|[Tt]he)\s(?:[a-z-]+\s){0,3}[a-z-]+,\s(?P<name>[A-Z][\w.&’-]+(?:\s[A-Z][\w.&’-]+){0,3}),\s"
)
_LONGEST_SUBJECT = 85


def subject_of(line: str, cues: Cues) -> str:
    """What stands before the first verb of a main clause, if it is short and one phrase; else nothing."""
    if ", " in line and (subject := _before_aside(line, cues)):
        return subject
    end = _first_verb(line, cues)
    hangs = cues.subordinator.match(line) is not None
    if end > 0 and not cues.words["openers"].isdisjoint(line[:end].lower().split()[hangs:]):
        # "The swing that children | broke was replaced": a verb was found, but not the subject's.
        end = main_verb(line, cues)
        if end >= len(line):
            return ""
    return _one_phrase(line[:end].rstrip(), cues) if end > 0 else ""


def _before_aside(line: str, cues: Cues) -> str:
    """A subject with an aside in commas behind it; empty for another one."""
    inner = cues.inner_clause.match(line)
    if inner is not None and cues.finite_word.search(inner["subject"]) is None:
        # "Berg, who came late, says"
        return inner["subject"]
    described = cues.described.match(line)
    acts = described is not None and cues.determined.match(line, described.end() + 1) is not None
    if described is not None and not acts and cues.finite_word.search(described["subject"]) is None:
        # "The library, damaged by fire, was rebuilt"; but "the firm from Moss, searched the sea"
        return described["subject"]
    apposed = _APPOSED_SUBJECT.match(line)
    if apposed is None:
        return ""
    if (cues.determined.match(apposed["what"]) or _is_plain(apposed, cues)) and cues.finite_word.match(
        line, apposed.end()
    ):
        return apposed["subject"]
    named = _NAMED_SUBJECT.match(line)
    # "The operator, Nordlift SA, was fined"
    return named["name"] if named is not None and cues.finite_word.match(line, named.end()) else ""


def _first_verb(line: str, cues: Cues) -> int:
    """Where the first finite verb of a line begins; -1 if there is none."""
    verb = cues.finite_word.search(line)
    while verb is not None and line[: verb.start()].rstrip().rpartition(" ")[2] in cues.words["infinitives"]:
        # "The refusal to | take a side is dear"
        verb = cues.finite_word.search(line, verb.end())
    present = cues.name_and_verb.search(line)
    first = "" if present is None else present.group().partition(" ")[0]
    if first.lower() in cues.words["determiners"] or first in gazetteer().peoples:
        # "The riders set off", "Danish chemicals group Nordkem fell": no name and its verb
        present = None
    if present is not None and (verb is None or present.start() < verb.start()):
        return present.start() + present.group().rstrip().rfind(" ")
    return -1 if verb is None else verb.start()


def _one_phrase(subject: str, cues: Cues) -> str:
    """What stands before a verb, without what is the verb's; empty if that is no subject of one phrase."""
    noun, _, pronoun = subject.rpartition(" ")
    if (
        noun
        and pronoun in cues.words["pronouns_of_clauses"]
        and cues.determined.match(f"{noun} ") is not None
    ):
        # "A firm they | set up was sold": the verb found is theirs.
        subject = noun
    last = subject.rpartition(" ")[2].lower()
    if last in cues.words["adverbs"] or last.endswith("ly"):
        subject = subject.rpartition(" ")[0]
    when = next((when for when in cues.words["of_late"] if subject.endswith(f" {when}")), "")
    subject = subject.removesuffix(f" {when}") if when else subject
    if subject.rpartition(" ")[2].lower() in cues.words["determiners"]:
        # "terms of a previously planned sale": no verb
        return ""
    marked = any(mark in subject for mark in ',;:“"—–(')
    if not subject or marked or len(subject) > _LONGEST_SUBJECT or last in cues.words["conjunctions"]:
        return ""
    first, _, rest = subject.partition(" ")
    if first.lower() in cues.words["dangling"] and not rest:
        return ""
    counts = cues.counting_head.match(subject) is not None
    return subject if counts or cues.preposition.match(subject) is None else ""


def _is_plain(apposed: re.Match[str], cues: Cues) -> bool:
    """Whether what stands behind a subject says who they are ("The Dutch, champions of Europe, lost")."""
    subject, what = apposed["subject"], apposed["what"]
    first, *words = what.split(" ")
    noun = first.islower() and first.endswith("s") and first not in cues.words["small_words"]
    if not noun or cues.determined.match(f"{subject} ") is None:
        return False
    return cues.words["chains"].issuperset(words[:1]) and cues.finite_word.search(what) is None
