"""Whether a line is a whole clause: one with a main verb that nothing parts from its subject.

A pronoun or conjunction that opens a clause takes the next verb for itself; what is left is the main one.
"""

from __future__ import annotations

import re

from data.events.cues import Cues

_WORD = re.compile(r"\S+")
_EDGES = "“”\"'‘’(),.;:—–"
# Behind the mark of one who speaks his line begins.
_SPEAKER = re.compile(r"[^:]{2,45}:\s(?=\S)")


def is_whole(line: str, cues: Cues) -> bool:
    """Whether a line has the verb of its subject, and no comma between them; one without verbs is whole."""
    speaker = _SPEAKER.match(line)
    start = 0 if speaker is None else speaker.end()
    if is_parted(line, cues, start):
        return False
    # Most lines have no word that opens a clause.
    opens = _opens(line, start, cues)
    return not opens or not (lacks_its_verb(line, cues, start) or _ends_open(line, start, cues))


def _opens(line: str, start: int, cues: Cues) -> bool:
    """Whether a line has a word that may open a clause that hangs on something."""
    first = line[start:].partition(" ")[0].lower()
    return first in cues.words["openers"] or cues.opening.search(line, start) is not None


def is_parted(line: str, cues: Cues, start: int = 0) -> bool:
    """Whether the first comma stands right before a verb ("The second, killed a man")."""
    comma = line.find(", ", start)
    if comma < 0:
        return False
    if cues.goes_on.match(line, comma + 2) and cues.finite_word.search(line, start, comma) is None:
        # "Five days short of the record, and beat the champion"
        present = cues.name_and_verb.search(line, start, comma)
        return present is None or present.group().partition(" ")[0].lower() in cues.numbers
    if cues.finite_word.match(line, comma + 2) is None:
        return False
    form = cues.participle_head.match(line, comma + 2)
    if form is not None and cues.active_to.match(line, comma + 2) is None:
        # "They were towed to Oslo, escorted by tugs"; but "Ada Okoye and Mia Lund, voted against it"
        closed = line.find(", ", comma + 2) >= 0
        told = cues.finite_word.search(line, start, comma) or cues.name_and_verb.search(
            line, start, comma + 1
        )
        return not (closed or told or cues.fronted.match(line, start))
    return cues.goes_on.search(line, comma) is None


def _ends_open(line: str, start: int, cues: Cues) -> bool:
    """Whether a line ends before the verb of its last clause ("They will decide whether the crews")."""
    openings = list(cues.opening.finditer(line, start))
    if not openings:
        return False
    opening = openings[-1]
    word = opening.group().strip().lower()
    before = line[start : opening.start()].lower().split()
    measured = not cues.words["measures"].isdisjoint(before)
    tells = bool(before) and (before[-1] in cues.words["plain_verbs"] or cues.saying.fullmatch(before[-1]))
    follows = word in cues.words["relative_links"] and (measured or tells)
    if word not in cues.words["wants_clause"] and not follows:
        return False
    behind = opening.end()
    following = line[behind:].partition(" ")[0]
    if following in cues.words["chains"] or following in cues.words["infinitives"]:
        # "because of the frost", "whether to go"
        return False
    return cues.finite_word.search(line, behind) is None and cues.name_and_verb.search(line, behind) is None


def lacks_its_verb(line: str, cues: Cues, start: int = 0) -> bool:
    """Whether all verbs of a line are those of clauses that hang on something ("Anyone who wants it")."""
    return main_verb(line, cues, start) == len(line)


def main_verb(line: str, cues: Cues, start: int = 0) -> int:
    """Where the verb of the main clause begins; -1 if that is not sure, the line's length if it has none."""
    if not _opens(line, start, cues):
        return -1
    openers = cues.words["openers"]
    tokens = [(match.group(), match.start()) for match in _WORD.finditer(line, start)]
    helping, verbs = cues.words["helping"], cues.words["verbs"]
    present = {
        match.start() + match.group().index(" ") + 1 for match in cues.name_and_verb.finditer(line, start)
    }
    subjects = cues.words["relative_subjects"] | cues.words["relative_things"]
    taken = pending = in_verb = False
    before = ""
    for token, at in tokens:
        word = token.strip(_EDGES)
        small = word.lower()
        if small in openers and not token.endswith(","):
            if small in cues.words["relative_links"] and not _is_relative(line, at, cues):
                # "Critics fear that": what stands before may be a verb that no list has.
                return -1
            pending, in_verb = True, False
        elif in_verb and (small in helping or small.endswith("ly")):
            pass
        elif before not in cues.words["infinitives"] and (
            at in present
            or small in verbs
            or cues.finite_word.fullmatch(word) is not None
            or (before in subjects and small.endswith("s") and not small.endswith("ss"))
        ):
            if not in_verb:
                if not pending:
                    return at
                pending, taken = False, True
            # Behind a helping verb another form of the same verb may follow.
            in_verb = small in cues.words["helping_verbs"]
        else:
            in_verb = False
        if before not in subjects or not small.endswith("ly"):
            # "which partly coincides": an adverb stands before the verb.
            before = small
    return len(line) if taken else -1


def another_verb(line: str, at: int, cues: Cues) -> re.Match[str] | None:
    """The helping verb with which another clause begins behind ``at`` without a word that opens one."""
    another = cues.helping_verb.search(line, at)
    if another is None:
        return None
    between = line[at : another.start()]
    words = between.split()
    if not words or words[-1] in cues.words["infinitives"] or any(mark in between for mark in ",;:—–"):
        # "who was to have retired"
        return None
    opening = cues.words["openers"] | cues.words["conjunctions"] | cues.words["subordinators"]
    return another if opening.isdisjoint(words) else None


def _is_relative(line: str, at: int, cues: Cues) -> bool:
    """Whether "that" goes on about the noun before it ("the swing that was taken down")."""
    end = line.find(" ", at) + 1
    before = line[:at].lower().split()[-3:-1]
    return (
        at == 0 or not cues.words["determiners"].isdisjoint(before) or bool(cues.finite_word.match(line, end))
    )
