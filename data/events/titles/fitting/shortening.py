"""A line that is too long, made to fit: the beside the point goes, then it ends where a phrase does."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from data.events.cues import Cues
from data.events.gazetteer import gazetteer
from data.events.titles.fitting.appositions import without_long_apposition, without_names
from data.events.titles.fitting.cut import EDGES
from data.events.titles.fitting.cutting import GOES_ON, cut_short, rightly_ended
from data.events.titles.fitting.line_subject import subject_of
from data.events.titles.fitting.wholeness import is_parted, is_whole, main_verb
from data.events.titles.surroundings import noun_before
from data.events.words import is_in_word

LONGEST = 90
# A line cut shorter than this tells too little.
SHORTEST = 24

_FRONTED = re.compile(r"^[A-Za-z][^,“”\"]{2,110},\s+")
_APPOSED_NAME = re.compile(r",\s(?P<name>[A-Z][^,]{2,50}),\s(?=[a-z])")
_CAPITALS_BEFORE = re.compile(r"(?:[A-Z][\w.’-]+\s)+$")
_OWNER = re.compile(r"[A-Z]\w+['’]s\s")
_LOOSE = re.compile(r" +(?=[,.;:])")
_STRAY_COMMA = re.compile(r"([,;:])(?:\s*[,;:])+|^\W*[,;:]\s*")
_LONGEST_ABBREVIATION = 5
# Full stops of other scripts.
_STOPS = "।。۔"
# "They paid 14 million dollars.1"
_FOOTNOTE = re.compile(r"(?<=[a-z]{4})\.\d{1,2}$")
_STRAY = re.compile(r"[,;:]\s*[,;:]")


def tidied(line: str, cues: Cues) -> str:
    """The line without loose marks at its ends and in it, and without words that ask for more."""
    line = line.strip()
    if "  " in line:
        line = " ".join(line.split())
    if (lost := cues.lost.search(line)) is not None:
        # "They witnessed an Meanwhile": the source has lost words here.
        line = f"{line[: lost.start()]}{GOES_ON}"
    colon = cues.colon_before_told.search(line) if ": " in line else None
    if colon is not None and cues.saying.search(line, 0, colon.start()) is not None:
        line = cues.colon_before_told.sub("", line)
    if " ," in line or " ." in line or " ;" in line or " :" in line:
        line = _LOOSE.sub("", line)
    if not line[:1].isalnum() or _STRAY.search(line) is not None:
        line = _STRAY_COMMA.sub(r"\1", line)
    if line[-1:].isdecimal() and "." in line[-3:]:
        line = _FOOTNOTE.sub("", line)
    if line.endswith(".") and cues.stopped.search(line, len(line) - _LONGEST_ABBREVIATION) is None:
        line = line[:-1]
    line = line.rstrip(_STOPS)
    line = cues.left_over.sub("", line) if ", " in line else line
    return rightly_ended(line.lstrip(EDGES), cues, "never_last")


def without_fronted(line: str, cues: Cues) -> str:
    """The line without a phrase of time or circumstance before its main clause."""
    begins = cues.fronted.match(line) or cues.form_head.match(line) or cues.fronted_length.match(line)
    if begins is None and ", " in line:
        begins = cues.participle_head.match(line[:1].lower() + line[1:])
    fronted = _FRONTED.match(line) if begins else None
    if fronted is None or _tells(fronted.group(), cues):
        return line
    rest = line[fronted.end() :]
    joint = cues.joint_head.match(rest)
    if joint is not None and cues.fronted.match(rest, joint.end()):
        # "Shaken by the fire, and in a hurry to rebuild, the town borrowed"
        return without_fronted(rest[joint.end() :], cues)
    head, comma, behind = rest.partition(", ")
    if comma and head in gazetteer().places:
        # "In Moss, Norway, ..."
        rest = behind
    if len(rest) < SHORTEST or is_parted(rest, cues) or cues.relative_head.match(rest):
        # "Two members, Ada Okoye and Mia Lund, voted against it"
        return line
    if subject_of(rest, cues):
        return rest
    first = rest.partition(", ")[0]
    acts = cues.finite_word.search(first) or cues.name_and_verb.search(first) or first == rest
    # "Asked by the mayor, Mia Lund, why it took so long, he shrugged"
    return rest if rest[0].isupper() and acts else line


def _tells(fronted: str, cues: Cues) -> bool:
    """Whether a phrase before a comma is a main clause ("At least two were killed, the police said")."""
    if cues.subordinator.match(fronted) is not None:
        return False
    verb = cues.finite_word.search(fronted, fronted.find(" "))
    return (
        verb is not None
        and cues.opening.search(fronted) is None
        and cues.participle_head.match(verb.group()) is None
    )


def _is_clause(between: str, cues: Cues) -> bool:
    """Whether what stands between commas is a clause ("the court accused Berg"), no apposition."""
    verb = cues.finite_word.search(between) if cues.determined.match(between) else None
    if verb is None or cues.participle_head.match(between, verb.start()) is not None:
        # "an honour mostly kept for guests"
        return False
    return bool(subject_of(between, cues))


def _is_verbal(line: str, at: int, cues: Cues) -> bool:
    """Whether what begins there is a verb with what it acts on, or tied to what is before: no aside."""
    verb = cues.finite_word.match(line, at)
    if verb is not None and cues.determined.match(line, verb.end() + 1) is not None:
        return cues.saying.match(line, at) is None
    return line[at:].partition(" ")[0] in cues.words["conjunctions"] - cues.words["helping"]


def _from_name(line: str, names: Collection[str], cues: Cues) -> str:
    """The line from its subject's name on, without what only describes it ("the state-owned giant Nord")."""
    described = cues.describes_name.match(line)
    if described is None or cues.finite_word.search(described["what"]) is not None:
        return line
    if not cues.words["stops"].isdisjoint(described["what"].split()):
        # "A jury in Leeds"
        return line
    return line[described.end() :] if any(line.startswith(name, described.end()) for name in names) else line


def _by_name(line: str, names: Collection[str], cues: Cues) -> str:
    """The line with a name alone where a noun stands before it ("ordered the owner, Nord, to mend it")."""
    for apposed in _APPOSED_NAME.finditer(line):
        if apposed["name"] not in names:
            continue
        noun = noun_before(line[: apposed.start()], cues)
        before, _, link = line[: apposed.start()].removesuffix(noun).rstrip().rpartition(" ")
        if link in {*cues.words["chains"], *cues.place_links[:1]} and (whole := noun_before(before, cues)):
            # "The minister of fisheries, Berg, ..."
            noun = f"{whole} {link} {noun}"
        named = noun.rpartition(" ")[2][:1].isupper()
        if not named and (cues.determined.match(noun) is not None or _OWNER.match(noun) is not None):
            owner = _CAPITALS_BEFORE.search(line, 0, apposed.start() - len(noun))
            start = apposed.start() - len(noun) if owner is None else owner.start()
            comma = "," if cues.relative_head.match(line, apposed.end()) else ""
            return f"{line[:start]}{apposed['name']}{comma} {line[apposed.end() :]}"
    return line


def shortened(
    line: str, short: Mapping[str, str], names: Collection[str], cues: Cues, longest: int = LONGEST
) -> str:
    """The line in at most ``longest`` characters; ``short`` shortens names, none of ``names`` is cut."""
    cut = full = _cut_down(line, short, names, cues, longest)
    for name, form in short.items():
        if name in line and name not in full:
            full = _in_full(full, form, name)
    # What was cut off may have left room for whole names.
    return full if len(full) <= longest else cut


def _in_full(line: str, form: str, name: str) -> str:
    """The line with a name in the place of its short form, where that first stands as a word."""
    at = line.find(form)
    while at >= 0:
        end = at + len(form)
        if not (is_in_word(line[at - 1 : at]) or is_in_word(line[end : end + 1])):
            return f"{line[:at]}{name}{line[end:]}"
        at = line.find(form, at + 1)
    return line


def _cut_down(line: str, short: Mapping[str, str], names: Collection[str], cues: Cues, longest: int) -> str:
    bare = without_fronted(line, cues)
    bare = _without_asides(cues.restated.sub("", bare) if ", " in bare else bare, cues, longest)
    if bare == line or is_whole(bare, cues) or not is_whole(line, cues):
        line = bare
    if len(line) > longest:
        line = _from_name(cues.aside_between.sub("", _by_name(line, names, cues)), names, cues)
    if len(line) > longest:
        line = without_names(line, cues)
    if len(line) > longest:
        for name, form in short.items():
            line = line.replace(name, form)
    if len(line) <= longest:
        return line
    cut = cut_short(line, names, cues, longest)
    if not cut.endswith(GOES_ON):
        return cut
    for shorten in (_without_relative, without_long_apposition, _with_short_subject):
        bare = shorten(line, cues)
        if bare != line:
            again = bare if len(bare) <= longest else cut_short(bare, names, cues, longest)
            if not again.endswith(GOES_ON):
                return again
    return cut


def _with_short_subject(line: str, cues: Cues) -> str:
    """The line without what only places its subject ("Officials in and around Moss | warned the crews")."""
    first, _, rest = line.partition(" ")
    if cues.participle_head.match(f"{first.lower()} in") is not None:
        # "Elected wardens in Moss"
        subject = f"{first} {subject_of(rest, cues)}"
    else:
        subject = subject_of(line, cues)
    if not subject.strip() or not line.startswith(subject):
        return line
    placed = cues.placing_head.search(subject)
    if placed is None:
        return line
    head = line[: placed.start()]
    wanted = cues.words["wants_in"] | cues.words["wants_its_place"]
    return (
        line
        if head.rpartition(" ")[2].lower() in wanted or " " not in head
        else f"{head}{line[len(subject) :]}"
    )


def _without_relative(line: str, cues: Cues) -> str:
    """The line without what describes its subject ("A man who stole a van | was jailed")."""
    relative = cues.inner_relative.search(line)
    verb = -1 if relative is None else main_verb(line, cues)
    if relative is None or not relative.start() < verb < len(line):
        return line
    subject = line[: relative.start()]
    plain = all(mark not in subject for mark in ",—–:") and cues.finite_word.search(subject) is None
    return f"{subject} {line[verb:]}" if plain and noun_before(subject, cues) == subject else line


def _without_asides(line: str, cues: Cues, longest: int) -> str:
    """The line without clauses and appositions between commas, as many as it takes."""
    for pattern in (cues.relative_between, cues.apposition_between, cues.anything_between):
        found = pattern.search(line) if len(line) > longest and ", " in line else None
        if found is None or _is_verbal(line, found.start() + 2, cues):
            continue
        if (
            pattern is cues.anything_between
            and "., " in line[: found.start() + 2]
            and ", " in line[: found.start()]
        ):
            # "a Moss, Ont., publisher, said"
            continue
        if pattern is cues.anything_between and _is_clause(found.group().strip(", "), cues):
            # "A year after the fire, the court accused the owner, a baker, of arson"
            continue
        if cues.joint_end.search(found.group().rstrip(", ")) is not None:
            # "38 bags, a pram and, from the pond, a bicycle"
            continue
        if cues.passive.search(found.group()) and cues.done_too.match(line, found.end()):
            # "in which ten were arrested, jailed, or shot"
            continue
        adverb = cues.adverb_behind.match(line, found.end())
        behind = found.end() if adverb is None else adverb.end()
        # What stands between commas and is no apposition may be one of a list.
        closed = pattern is not cues.anything_between and found.group().endswith(", ")
        resumes = closed and cues.resumption.match(line, found.end() - 2) is not None
        goes_on = resumes or cues.finite_word.match(line, behind) is not None
        joined = None if cues.saying.match(line, found.start() + 2) else cues.joins.match(line, behind)
        if goes_on or joined or found.end() == len(line) or pattern is cues.apposition_between:
            goes_on |= joined is not None and ", " not in line[: found.start()]
            # "The owner, Kyklos Lines, which is small, denied": its comma closes what another one opened.
            goes_on &= line.count(", ", 0, found.start()) % 2 == 0
            line = tidied(line[: found.start()] + (" " if goes_on else ", ") + line[found.end() :], cues)
    return line
