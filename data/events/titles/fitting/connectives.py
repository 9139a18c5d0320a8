"""Words at the head of a line that only tie it to the sentence before."""

from __future__ import annotations

from data.events.cues import Cues
from data.events.titles.fitting.shortening import SHORTEST


def without_connectives(line: str, cues: Cues) -> str:
    """The line without words at its head that only tie it to the sentence before."""
    for _ in range(3):
        match = cues.connective.match(line)
        if match is None:
            match = cues.subordinator.match(line)
            if match is not None and line[match.end() :].partition(" ")[0] not in cues.words["chains"]:
                return _of_subordinate(line, match.end(), cues)
        if match is None or len(line) - match.end() < SHORTEST // 2:
            break
        joint = match.group().rstrip(" ,").lower() in cues.words["conjunctions"]
        if line[match.end() :].partition(" ")[0] in cues.words["chains"]:
            # "Because of the frost"
            break
        if not joint and cues.finite_word.match(line, match.end()) is not None:
            # "Among them was Ada Okoye"
            break
        line = line[match.end() :]
    return line


def _main_without_comma(first: str, cues: Cues) -> str:
    """The main clause that a pronoun begins behind a phrase ("the fire in May | she asked for a school").

    Empty where the phrase has a verb of its own, or no pronoun has one right behind it.
    """
    words = first.split(" ")
    for at, word in enumerate(words[1:-1], 1):
        if word in cues.words["openers"] or cues.finite_word.fullmatch(word) is not None:
            return ""
        pronoun = any(word in cues.words[name] for name in ("he", "it", "pairs"))
        if pronoun and cues.finite_word.fullmatch(words[at + 1]) is not None:
            return " ".join(words[at:])
    return ""


def _is_death(first: str, cues: Cues) -> bool:
    """Whether a short clause tells enough of somebody ("when he died, ...")."""
    pronoun, _, verb = first.partition(" ")
    return pronoun in cues.words["he"] and verb in cues.words["dies"]


def _of_subordinate(line: str, start: int, cues: Cues) -> str:
    """A line that begins with "when" or "during": its first clause, or what follows if that is none."""
    comma = next((mark for mark in (line.find(end, start) for end in (", ", " – ", " — ")) if mark > 0), -1)
    first = line[start : comma if comma > 0 else len(line)]
    rest = line[comma:].lstrip(" ,–—") if comma > 0 else ""
    apposed, _, behind = rest.partition(", ")
    if cues.finite_word.search(first) is None and cues.finite_word.match(behind) is not None:
        # "as Berg, the mayor of Moss, read it out"; but "some towns, like Moss, have"
        plain = cues.determined.match(apposed) is not None and cues.finite_word.search(apposed) is None
        return f"{first} {behind.partition(', ')[0]}" if plain else line[start:]
    said = cues.saying.search(first)
    if said is not None and said.end() == len(first.rstrip()) and len(rest) >= SHORTEST // 2:
        # "As the council said on Friday, the bridge is shut"
        link = next(iter(cues.words["relative_links"]))
        return f"{first.rstrip()} {link} {rest}"
    if len(first) < SHORTEST // 2 and not _is_death(first, cues):
        acts = cues.he.match(rest) is not None and cues.finite_word.search(first) is None
        return rest if acts or len(rest) >= SHORTEST else line
    told = _main_without_comma(first, cues)
    if told:
        return told
    if cues.finite_word.search(first) or not rest:
        return first
    if cues.dated_occasion.match(line) and cues.occasion_noun.search(first):
        return first
    return cues.impersonal.sub("", rest, count=1) if len(rest) >= SHORTEST else line[start:]
