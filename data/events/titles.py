"""A line for the timeline: who did what, where, taken from the clause that tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.cues import Cues
from data.events.names import Name

LONGEST = 90
# A line cut shorter than this tells too little.
_SHORTEST = 24

_DATELINE = re.compile(r"^[^\W\d_a-z]{3}[^a-z,—–]{0,30}(?:,\s[A-Z]\w+\.?)?\s*(?:\([^)]*\)\s*)?[—–-]+\s+")
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_CREDIT = re.compile(
    r"\s+(?:[A-Z]\w+\s){0,3}\w+/(?:AFP|Getty|AP|Reuters|Sputnik)\b.*$|\s+(?:via\s)?Getty Images.*$|\s+hide caption$"
)
_SPACES = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+([,.;:])")
_STRAY_COMMA = re.compile(r"([,;:])(?:\s*[,;:])+|^\W*[,;:]\s*")
_BULLET = re.compile(r"^[\s•*·\-–—\d.)]*(?=\D)(?:[^:.“”\"]{2,40}:\s+(?=[A-Z“]))?")
_QUOTE_MARKS = re.compile(r"[“”\"]")
_FRONTED = re.compile(
    r"^(?:During|After|Before|Following|In|On|At|As|With|While|When|Since|Despite|Amid|Under|For|By|From|Although|Though|Ahead of|Besides|Noting|Referring|Speaking|Facing|Asked|Underlining|Tweeting|Besides)\b[^,“”\"]{2,110},\s+"
    r"(?=(?:the\s)?[A-Z])"
)
_RELATIVE = re.compile(r",\s(?:who|whom|which|where|whose)\s[^,]{3,120}(?:,\s|$)")
_APPOSITION = re.compile(r",\s(?:the|a|an|his|her|their|its)\s[^,]{3,100},\s(?=[a-z])")
_CUTS = (
    re.compile(
        r"[;:—–]|,(?=\s)|\s(?=(?:after|while|as|when|amid|which|who|whom|because|although|since|before|despite|where|but|that)\s)"
    ),
    re.compile(
        r"\s(?=(?:in|at|on|for|with|to|from|by|during|and|following|over|against|under|into|of|than|through|among|between)\s)"
    ),
    re.compile(r"\s"),
)
_WHOM = re.compile(
    r"^(?:and\s)?(?P<relative>whom?|which|that)\s(?P<subject>he|she|they)\s(?P<adverb>(?:last|first|also|later|once|then|never)\s)?(?P<verb>\w+)\b(?P<rest>.*)$",
    re.DOTALL,
)
_WHO = re.compile(r"^(?:who|which|whose)\s")
_SUBJECT = re.compile(r"^(?P<pronoun>he|she|they|it|his|her|their|its)\b\s?", re.IGNORECASE)
_ENDS_BADLY = re.compile(
    r"(?:[\s,;:]+(?:a|an|the|and|or|but|of|in|on|at|to|for|with|by|from|as|that|than|which|who|his|her|its|their|is|was|were|are|be|been|has|had|have|will|would|not|during|after|before|while|when|about|over|into|between|against|also|later|most|more|such|including|where|since|until|whose|both|some|several|this|these|it|he|she|they|amid|following|saying|told|said|last|next|Mr|Mrs|U\.S))+$",
    re.IGNORECASE,
)


def title(
    text: str,
    start: int,
    end: int,
    dates: Sequence[tuple[int, int]],
    names: Sequence[Name],
    antecedents: Sequence[str],
    cues: Cues,
    *,
    told_by: bool,
) -> str:
    """The title of the clause ``text[start:end]``.

    Args:
        dates: ranges of the expressions in it, in order, to be left out.
        names: the names in it, in order.
        antecedents: the persons a pronoun at its head may stand for, the likeliest first.
        told_by: whether the source's "..., he said" is to be left out (it is, unless the date is the saying's).
    """
    line = _without_dates(text, start, end, dates, names, cues)
    line = _cleaned(line)
    line = _DATELINE.sub("", line)
    if told_by:
        line = _without_source(line, cues)
    line = _without_connectives(line, cues)
    line = _with_subject(line, names, antecedents, cues)
    line = _QUOTE_MARKS.sub("", line) if line.count("“") + line.count('"') else line
    line = _tidied(line)
    if len(line) > LONGEST:
        line = _shortened(line)
    return line[:1].upper() + line[1:]


def _without_dates(
    text: str, start: int, end: int, dates: Sequence[tuple[int, int]], names: Sequence[Name], cues: Cues
) -> str:
    """The clause without its dates and their prepositions, and with names without titles before them."""
    holes: list[tuple[int, int]] = []
    for first, last in dates:
        if start <= first and last <= end:
            before = cues.date_prepositions.search(text[max(start, first - 30) : first])
            holes.append(
                (first - (len(before.group()) if before and not _attributive(text, last) else 0), last)
            )
    for name in names:
        if name.chain < name.start and name.kind == "person":
            chain = name.chain
            before_chain = re.search(r"\b[A-Z][\w.]*['’]s\s$", text[max(start, chain - 30) : chain])
            holes.append((chain - (len(before_chain.group()) if before_chain else 0), name.start))
    pieces: list[str] = []
    at = start
    for first, last in sorted(holes):
        if first < at:
            at = max(at, last)
            continue
        pieces.append(text[at:first])
        at = last
        if text[at : at + 2] in ("'s", "’s"):
            at += 2
    pieces.append(text[at:end])
    return "".join(pieces)


def _attributive(text: str, end: int) -> bool:
    """Whether the date stands before the noun it describes ("the 2019 summit"), so that "the" stays."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()


def _cleaned(line: str) -> str:
    line = _CREDIT.sub("", line)
    line = _PARENTHESIS.sub("", line)
    line = _SPACES.sub(" ", line).strip()
    return _BULLET.sub("", line)


def _without_source(line: str, cues: Cues) -> str:
    bare = line.rstrip(" .,")
    tail = cues.attribution_tail.search(bare)
    if tail is not None and tail.start() >= _SHORTEST:
        line = bare[: tail.start()]
    head = cues.attribution_head.match(line)
    if head is not None:
        line = line[head.end() :]
    return line


def _without_connectives(line: str, cues: Cues) -> str:
    for _ in range(2):
        match = cues.connective.match(line)
        if match is None or len(line) - match.end() < _SHORTEST:
            break
        line = line[match.end() :]
    return line


def _with_subject(line: str, names: Sequence[Name], antecedents: Sequence[str], cues: Cues) -> str:
    """Put names in the place of a pronoun or "the two leaders" at the head, where it is safe."""
    whom = _WHOM.match(line)
    if whom is not None and len(antecedents) >= 2:
        return f"{antecedents[1]} {whom['adverb'] or ''}{whom['verb']} {antecedents[0]}{whom['rest']}"
    if _WHO.match(line) and antecedents:
        return f"{antecedents[0]} {_WHO.sub('', line)}"
    pair = cues.pairs.match(line)
    if pair is not None and len(antecedents) == 2:
        return f"{antecedents[0]} and {antecedents[1]}{line[pair.end() :]}"
    pronoun = _SUBJECT.match(line)
    if pronoun is not None and antecedents:
        word = pronoun["pronoun"].lower()
        if word in ("he", "she"):
            return f"{antecedents[0]} {line[pronoun.end() :]}"
        if word in ("his", "her"):
            return f"{antecedents[0]}’s {line[pronoun.end() :]}"
    return line


def _tidied(line: str) -> str:
    line = _LOOSE.sub(r"\1", _SPACES.sub(" ", line))
    line = _STRAY_COMMA.sub(r"\1", line).strip(" ,;:—–-“”\"'‘")
    if line.endswith(".") and not re.search(r"\b(?:[A-Z]|Inc|Corp|Ltd|Jr|Sr|Co|Mr)\.$", line):
        line = line[:-1]
    return _ENDS_BADLY.sub("", line).strip(' ,;:—–-“”"')


def _shortened(line: str) -> str:
    fronted = _FRONTED.match(line)
    if fronted is not None and len(line) - fronted.end() >= _SHORTEST:
        line = line[fronted.end() :]
    for pattern in (_RELATIVE, _APPOSITION):
        if len(line) > LONGEST:
            line = _tidied(pattern.sub(" ", line, count=1))
    if len(line) <= LONGEST:
        return line
    for cuts, shortest in zip(_CUTS, (30, 30, 0), strict=True):
        places = [match.start() for match in cuts.finditer(line, 0, LONGEST + 1) if match.start() >= shortest]
        for place in reversed(places):
            cut = _tidied(line[:place])
            if len(cut) >= shortest and len(cut) <= LONGEST:
                return cut
    return line[:LONGEST].rstrip()
