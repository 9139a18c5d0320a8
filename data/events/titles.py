"""A line for the timeline: who did what, where, taken from the clause that tells it.

Dates, sources ("..., he said"), titles before names and words that only tie a sentence to the one before are
left out; what is still too long is cut where a phrase ends, never inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.events.cues import Cues
from data.events.names import Name

LONGEST = 90
# A line cut shorter than this tells too little.
_SHORTEST = 24

_DATELINE = re.compile(r"^[^\W\d_a-z]{3}[^a-z,—–]{0,30}(?:,\s[A-Z]\w+\.?)?\s*(?:\([^)]*\)\s*)?[—–-]+\s+")
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_CREDIT = re.compile(
    r"\s+(?:[A-Z]\w+\s){0,3}\w+/(?:AFP|Getty|AP|Reuters|Sputnik)\b.*$|\s+(?:via\s)?Getty Images.*$"
    r"|\s+hide caption$|\s*(?:https?://|pic\.twitter\.com/|www\.)\S+"
)
# The foot of an embedded post: "— Name (@handle)".
_AUTHOR = re.compile(r"\s*—\s*([^—()]{3,40}?)\s*\(@\w+\).*$")
_MARKS_OF_CREDIT = ("/", "Getty", "caption", "www.")
_LOOSE = re.compile(r"\s+([,.;:])")
_STRAY_COMMA = re.compile(r"([,;:])(?:\s*[,;:])+|^\W*[,;:]\s*")
_BULLET = re.compile(r"^[\s•*·\-–—]*(?:\d+\.\s)?(?:[^:.“”\"]{2,40}:\s+(?=[A-Z“]))?")
_QUOTE_MARKS = re.compile(r"[“”\"]|``|''")
_QUOTES = ("“", "”", '"', "``", "''")
_OPEN_QUOTE = re.compile(r"^(?:“|\"|``)")
_FRONTED = re.compile(r"^[A-Z][^,“”\"]{2,110},\s+(?=(?:the\s)?[A-Z])")
_RELATIVE = re.compile(r",\s(?:who|whom|which|where|whose)\s[^,]{3,120}(?:,\s|$)")
_APPOSITION = re.compile(r",\s(?:the|a|an|his|her|their|its)\s(?:(?!\sand\s)[^,]){3,70},\s(?=[a-z])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Inc|Corp|Ltd|Jr|Sr|Co|Mr)\.$")
_POSSESSIVE_BEFORE = re.compile(r"\b[A-Z][\w.]*['’]s\s$")
_NAMED = re.compile(r"(?<=\s)[A-Z]|^[A-Z][a-z]+(?:['’]s)?\s(?:and\s[A-Z]|[a-z])")


@dataclass(frozen=True, slots=True)
class Telling:
    """A range of text that tells an event, and what its words stand for.

    Attributes:
        dates: ranges of the expressions in it, in order, to be left out.
        names: the names in it, in order.
        antecedents: the persons a pronoun at its head may stand for, the likeliest first.
        two: the two whom "the two leaders" stands for, empty where that is not sure.
        subject: who the sentence is about, for a clause that goes on without naming it ("and hosted ...").
        told_by: whether "..., he said" is to be left out; not if the date is the saying's.
    """

    start: int
    end: int
    dates: Sequence[tuple[int, int]]
    names: Sequence[Name]
    antecedents: Sequence[str]
    told_by: bool
    subject: str | None = None
    two: Sequence[str] = ()


def best_title(text: str, clause: Telling, sentence: Telling, cues: Cues) -> str:
    """The title of a clause, or of its whole sentence where the clause alone cannot be understood."""
    line = title(text, clause, cues)
    if not _is_poor(line, cues):
        return line
    whole = title(text, sentence, cues)
    return whole if len(whole) >= _SHORTEST else line


def title(text: str, telling: Telling, cues: Cues) -> str:
    """The title of one range of text; at most 90 characters, empty if nothing is left to tell."""
    line = _without_dates(text, telling, cues)
    line = _BULLET.sub("", " ".join(line.split()))
    line = _DATELINE.sub("", line)
    author = _AUTHOR.search(line)
    line, speaker = (line, None) if author is None else (line[: author.start()], author[1])
    if any(mark in line for mark in _MARKS_OF_CREDIT):
        line = _CREDIT.sub("", line)
    if telling.told_by and speaker is None:
        line, speaker = _without_source(line, telling.names, cues)
    if "(" in line or "[" in line:
        line = _PARENTHESIS.sub("", line)
    line = line.lstrip(" ,;:")
    goes_on = cues.goes_on.match(line) if telling.subject is not None else None
    if goes_on is not None:
        line = f"{telling.subject} {line[goes_on.end() :]}"
    line = _without_connectives(line, cues)
    line = _with_subject(line, telling.antecedents, telling.two, cues)
    line = cues.idle.sub("", line)
    if any(mark in line for mark in _QUOTES):
        line = _QUOTE_MARKS.sub("", line)
    line = _tidied(line, cues)
    if speaker is not None:
        line = f"{speaker}: {line}"
    if len(line) > LONGEST:
        line = _shortened(line, cues)
    return line[:1].upper() + line[1:]


def _is_poor(line: str, cues: Cues) -> bool:
    """Whether a line names nobody and nothing, or hangs on what was said before it."""
    if len(line) < _SHORTEST or _NAMED.search(line) is None:
        return True
    first = line.partition(" ")[0].lower()
    return first.endswith("ing") or first in cues.words.get("dangling", frozenset())


def _without_dates(text: str, telling: Telling, cues: Cues) -> str:
    """The text without its dates and their prepositions, and with names without titles before them."""
    start, end = telling.start, telling.end
    holes = [
        _date_hole(text, start, first, last, cues)
        for first, last in telling.dates
        if start <= first and last <= end
    ]
    for name in telling.names:
        if start <= name.chain < name.start and name.kind == "person":
            chain = name.chain
            possessive = _POSSESSIVE_BEFORE.search(text[max(start, chain - 30) : chain])
            holes.append((chain - (len(possessive.group()) if possessive else 0), name.start))
    pieces: list[str] = []
    at = start
    for first, last in sorted(holes):
        if first >= at:
            pieces.append(text[at:first])
        at = max(at, last)
    pieces.append(text[at:end])
    return "".join(pieces)


def _date_hole(text: str, start: int, first: int, last: int, cues: Cues) -> tuple[int, int]:
    """What to leave out with a date: its preposition, or only itself where it describes a noun."""
    before = text[max(start, first - 30) : first]
    if text[last : last + 2] in ("'s", "’s"):
        return first, last + 2
    word = re.match(r"[ -]([^\W\d_]+)", text[last : last + 30])
    describes = word is not None and word[1].lower() not in cues.words.get("small_words", frozenset())
    if describes and cues.attributive.search(before) is not None:
        return first, last + 1
    prepositions = cues.date_prepositions.search(before)
    return first - (len(prepositions.group()) if prepositions else 0), last


def _without_source(line: str, names: Sequence[Name], cues: Cues) -> tuple[str, str | None]:
    """The line without the source at its head or tail; the speaker too, if the rest is his own words."""
    bare = line.rstrip(" .,")
    tail = cues.attribution_tail.search(bare)
    speaker = None
    if tail is not None and tail.start() >= _SHORTEST:
        line = bare[: tail.start()]
        if _OPEN_QUOTE.match(line):
            said = tail.group()
            speaker = next(
                (n.name for n in names if n.kind == "person" and n.name.split(" ")[-1] in said), None
            )
    head = cues.attribution_head.match(line)
    if head is not None:
        line = line[head.end() :]
    return line, speaker


def _without_connectives(line: str, cues: Cues) -> str:
    for _ in range(3):
        match = cues.connective.match(line)
        if match is None:
            match = cues.subordinator.match(line)
            fronted = _FRONTED.match(line) if match is not None else None
            if fronted is not None and len(line) - fronted.end() >= _SHORTEST:
                match = fronted
        if match is None or len(line) - match.end() < _SHORTEST:
            break
        line = line[match.end() :]
    return line


def _with_subject(line: str, antecedents: Sequence[str], two: Sequence[str], cues: Cues) -> str:
    """Put names in the place of a pronoun or "the two leaders" at the head, where it is safe."""
    if not antecedents:
        return line
    whom = cues.whom.match(line)
    if whom is not None:
        if len(antecedents) < 2:
            return line
        return f"{antecedents[1]} {whom['adverb'] or ''}{whom['verb']} {antecedents[0]}{whom['rest']}"
    who = cues.who.match(line)
    if who is not None:
        return f"{antecedents[0]} {line[who.end() :]}"
    pair = cues.pairs.match(line)
    if pair is not None:
        return " and ".join(two) + line[pair.end() :] if len(two) == 2 else line
    he = cues.he.match(line)
    if he is not None:
        return f"{antecedents[0]}{line[he.end() :]}"
    his = cues.his.match(line)
    if his is not None:
        return f"{antecedents[0]}’s{line[his.end() :]}"
    return line


def _tidied(line: str, cues: Cues) -> str:
    line = _LOOSE.sub(r"\1", " ".join(line.split()))
    line = _STRAY_COMMA.sub(r"\1", line)
    if line.endswith(".") and _ABBREVIATION.search(line) is None:
        line = line[:-1]
    return _rightly_ended(line.lstrip(" ,;:—–-“”\"'‘"), cues)


def _rightly_ended(line: str, cues: Cues) -> str:
    """The line without words at its end that ask for more ("of", "who")."""
    no_end = cues.words.get("no_end", frozenset())
    while True:
        line = line.rstrip(" ,;:—–-“”\"'‘")
        last = line[line.rfind(" ") + 1 :]
        if last.lower() not in no_end or last == line:
            return line
        line = line[: -len(last)]


def _shortened(line: str, cues: Cues) -> str:
    fronted = _FRONTED.match(line)
    if fronted is not None and cues.fronted.match(line) and len(line) - fronted.end() >= _SHORTEST:
        line = line[fronted.end() :]
    for pattern in (_RELATIVE, _APPOSITION):
        if len(line) > LONGEST:
            line = _tidied(pattern.sub(" ", line, count=1), cues)
    if len(line) <= LONGEST:
        return line
    for cuts, shortest in zip(cues.cuts, (30, 30, 1), strict=True):
        for match in reversed(list(cuts.finditer(line, 0, LONGEST + 1))):
            cut = _rightly_ended(line[: match.start()], cues)
            if shortest <= len(cut) <= LONGEST:
                return cut
    return line[:LONGEST].rstrip()
