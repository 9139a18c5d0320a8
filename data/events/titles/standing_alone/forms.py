"""Forms of verbs that a line is given: the past of one in "-ing", the helping verb of a noun."""

from __future__ import annotations

from data.events.cues import Cues


def past(verb: str, cues: Cues) -> str:
    """The past of a verb given in "-ing"."""
    known = cues.past_of.get(verb.lower())
    if known is not None:
        return known
    stem = verb.lower()[:-3]
    return stem[:-1] + "ied" if stem.endswith("y") and stem[-2:-1] not in "aeo" else stem + "ed"


def was(noun: str, cues: Cues) -> str:
    """The helping verb of a noun: "was" or "were"."""
    one, many = cues.copula
    if noun.lower() in cues.words["pairs_last_named"]:
        return many
    words = noun.split(" ")
    links = cues.words["chains"] | cues.words["placing"] | cues.words["links"]
    head = next((at for at, word in enumerate(words) if at and word in links), len(words))
    last = words[head - 1]
    if head > 1 and last[:1].isupper() and words[0].lower() not in cues.words["determiners"]:
        # "Joao Reis was": a name
        return one
    return many if last.endswith("s") and not last.endswith(("ss", "’s", "us")) else one
