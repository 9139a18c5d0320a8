"""Lines with the time expressions that are to be found in them: ``See you Tuesday. | Tuesday=2013-03-26``.

They are written on Friday, 22 March 2013; several expressions are parted by ``;``.
"""

from __future__ import annotations

from data.dating import resolve
from data.days import from_iso
from data.model import Published, Sentence
from data.tagging import tag

DAY = "2013-03-22"


def found_and_wanted(line: str) -> tuple[str, str]:
    """What is found in the text of a line, and what the line says."""
    text, wanted = (part.strip() for part in line.split("|"))
    day = from_iso(DAY)
    found = resolve(text, tag(text), [Sentence(0, len(text))], Published(DAY, day, day, "given"))
    return "; ".join(f"{each.text}={each.value}" for each in found), wanted
