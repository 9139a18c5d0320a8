"""Where a main clause begins behind a phrase about its subject ("Born in Oslo, she went to sea")."""

from __future__ import annotations

from data.events.cues import Cues


def phrase_before(text: str, start: int, end: int, cues: Cues) -> int:
    """Where the main clause begins behind a phrase that tells who its subject is; -1 if none does.

    "Born in Oslo, | she went to sea"; "A keen sailor, | Ada Okoye came first".
    """
    phrase = cues.before_pronoun.match(text, start, end)
    if phrase is None or cues.subordinator.match(phrase["phrase"]) is not None:
        return -1
    told = phrase["phrase"][:1].lower() + phrase["phrase"][1:]
    head = cues.participle_head.match(told)
    if head is None and not _describes_somebody(told, cues):
        return -1
    verb = cues.finite_word.search(told, 0 if head is None else head.end())
    return phrase.end() if verb is None else -1


def _describes_somebody(told: str, cues: Cues) -> bool:
    """Whether a phrase is about a person or thing behind it ("a keen sailor", "the daughter of a miner")."""
    first, *words = told.split(" ")
    persons = cues.words["kin"] | cues.words["human"] | cues.words["small_titles"] | cues.words["heads"]
    if first in cues.words["articles_of_one"]:
        # "A day later"
        return cues.words["lengths"].isdisjoint(words)
    return first in cues.words["determiners"] and not persons.isdisjoint(words)
