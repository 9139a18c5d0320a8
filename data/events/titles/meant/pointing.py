"""What a sentence tells whose subject only points back: "This followed the election" tells of the election.

What "this" stands for is in another sentence, so that only the thing behind the verb can be told.
"""

from __future__ import annotations

from data.events.cues import Cues
from data.events.titles.meant.pronouns import with_country, with_subject
from data.events.titles.wording.worded import Telling


def thing_pointed_to(line: str, telling: Telling, cues: Cues) -> str:
    """The thing behind the verb of a line whose subject points back; the line where that tells no more.

    "This was his second visit" is told where it is known whose it was.
    """
    link = cues.pointed_to.match(line)
    if link is None:
        return line
    thing = line[link.end() :]
    if link["owned"]:
        owned = with_country(with_subject(thing, telling, cues), telling, cues)
        return line if owned == thing else owned
    head = thing.partition(", ")[0]
    first = head.partition(" ")[0]
    is_thing = cues.determined.match(head) is not None or first[:1].isupper() or first.endswith("ing")
    return head if is_thing and cues.finite_word.search(head) is None else line
