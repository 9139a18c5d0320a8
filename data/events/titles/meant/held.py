"""What "it" of "it will be held" is: the one occasion that the sentence before tells of."""

from __future__ import annotations

from data.events.cues import Cues


def held_thing(topic: str, line: str, before: str, cues: Cues) -> str:
    """What an "it" stands for, with which a line begins; empty where that is not sure.

    Args:
        topic: what the sentence before is about.
        line: the line that begins with "it".
        before: the sentence before.
        cues: the language's words.
    """
    if cues.is_held.match(line) is None:
        return topic
    if cues.held_occasion.search(f"{topic} ") is not None:
        return topic
    occasions = {one["what"] for one in cues.held_occasion.finditer(f"{before} ")}
    if len(occasions) == 1:
        # "The court agreed to a full recount. It will be held": no court is held.
        return f"{cues.article}{occasions.pop()}"
    return "" if occasions else topic
