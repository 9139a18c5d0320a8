"""Whether the words beside a name make it that of a place or a firm."""

from __future__ import annotations

from data.events.cues import Cues
from data.events.names.runs import Run

# The context a place's preposition is looked for in.
BEFORE = 40
# Smaller cities share their names with people and words; they count where the text says "in".
WELL_KNOWN = 1000


def is_located(run: Run, text: str, cues: Cues) -> bool:
    """Whether the words before it put something there ("in", "visited")."""
    before = text[max(0, run.start - BEFORE) : run.start]
    if not before.rstrip().endswith(cues.ends_before_place):
        return False
    return cues.place_before.search(before) is not None


def is_where(text: str, at: int, cues: Cues) -> bool:
    """Whether a clause begins at an offset that tells what was in a place ("where")."""
    return any(text.startswith(f"{word} ", at) for word in cues.words["relative_of_place"])


def is_inside(run: Run, text: str, cues: Cues) -> bool:
    """Whether the word before it leaves no choice but a place ("in", "near")."""
    return cues.inside.search(text, max(0, run.start - BEFORE), run.start) is not None


def is_inside_alone(run: Run, text: str, cues: Cues) -> bool:
    """Whether something is put inside it, and nobody minds or holds a part of it ("a stake in Nordfisk")."""
    if not is_inside(run, text, cues):
        return False
    before = text[max(0, run.start - BEFORE) : run.start].split()
    return len(before) < 2 or before[-2].lower() not in cues.words["minded"] | cues.words["held_in"]


def does_nothing(run: Run, text: str, cues: Cues) -> bool:
    """Whether a name only says of where something is ("the water of Moss", "Moss water crisis")."""
    if text.endswith(" of ", 0, run.start):
        return True
    behind = text[run.end : run.end + BEFORE]
    word = behind[1:].partition(" ")[0].strip(".,;:")
    plain = behind[:1] == " " and word.islower() and word not in cues.words["small_words"]
    return plain and cues.finite_word.match(behind, 1) is None


def is_within(run: Run, first: str, text: str, cues: Cues) -> bool:
    """Whether a name of several words stands behind "in" or "went to", and begins with no given name."""
    words = cues.words
    if first in words["masculine_names"] or first in words["feminine_names"]:
        return False
    if cues.gone_to.search(text, max(0, run.start - BEFORE), run.start) is not None:
        # "The minister went to Upper Holm": nobody goes to a person whom he names in full.
        return True
    if not is_inside(run, text, cues):
        return False
    before = text[max(0, run.start - BEFORE) : run.start].split()
    return len(before) < 2 or before[-2] not in words["minded"]


def is_of_a_place(text: str, start: int, cues: Cues) -> bool:
    """Whether a name is that of a place by the noun before it ("the battle of Holm")."""
    before = text[max(0, start - BEFORE) : start]
    if not before.endswith((" of ", " of the ")):
        return False
    noun = before[: before.rindex(" of ")].rpartition(" ")[2]
    return noun in cues.words["named_by_places"]


def names_occasion(text: str, end: int, cues: Cues) -> bool:
    """Whether the next word makes the place that of an occasion ("the Moscow meeting")."""
    return word_behind(text, end) in cues.words["occasions"]


def word_behind(text: str, end: int) -> str:
    """The word that follows after one space; empty without one."""
    following = text[end : end + 16]
    return following[1:].partition(" ")[0].strip(".,") if following[:1] == " " else ""


def word_before(text: str, start: int) -> str:
    """The word that stands before, also with a comma; empty without one."""
    return text[max(0, start - BEFORE) : start].rstrip(" ,").rpartition(" ")[2]


def is_called_a_firm(run: Run, text: str, cues: Cues) -> bool:
    """Whether a noun beside it says that a name is a firm's ("Nordfisk, the shop chain")."""
    return (
        word_before(text, run.start) in cues.words["firms"]
        or cues.firm_behind.match(text, run.end) is not None
    )
