"""The title of one dated part of a sentence in a language whose verbs are not known."""

from __future__ import annotations

from data.events.clauses.place_line import place_line
from data.events.cues import Cues
from data.events.titles.fitting.cutting import GOES_ON
from data.events.titles.fitting.shortening import LONGEST, shortened
from data.events.titles.title import title
from data.events.titles.wording.worded import Telling

# Before a date that begins its part stand so many words ("le 9 mars").
_BEFORE_DATE = 1
# Of fewer words a part has no subject of its own ("und 1994 verbreitert").
_CLAUSE = 4
# A subject before the first comma so long leaves no room for what is told of it.
_LONGEST_HEAD = 40


def title_of_part(text: str, part: Telling, sentence: Telling, dated: int, cues: Cues) -> str:
    """The part alone where it begins with its date behind a conjunction, else the whole sentence if it fits.

    Else a part that goes on with the sentence stands behind its head: "Le musée … fermera".
    ``dated`` is where the date of the part begins.
    """
    joint = cues.joins_parts.match(f" {text[part.start : part.end]}")
    begins = part.start + (0 if joint is None else joint.end() - 1)
    words = len(text[begins : part.end].split())
    if joint is not None and words >= _CLAUSE and len(text[begins:dated].split()) <= _BEFORE_DATE:
        # "Il est parti le 3 mars, et | le 9 mars son adjoint a démissionné"
        return title(text, part._replace(start=begins), cues)
    whole = title(text, sentence, cues)
    if part.start == sentence.start or not whole.endswith(GOES_ON):
        return whole
    line = place_line(text, sentence.start, sentence.end)
    head = text[sentence.start if line is None else line.end : part.start].partition(", ")[0]
    before = f"{head} {GOES_ON} " if len(head) <= _LONGEST_HEAD else f"{GOES_ON} "
    rest = part._replace(start=begins)
    told = shortened(title(text, rest, cues), {}, (), cues, LONGEST - len(before))
    # It goes on with the sentence, without the capital of a line.
    return f"{before}{text[begins]}{told[1:]}" if told[:1].lower() == text[begins] else before + told
