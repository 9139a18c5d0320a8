"""The occasion that did harm, where a clause about a noun tells it ("the flood in Moss that killed nine")."""

from __future__ import annotations

from data.events.cues import Cues
from data.events.titles.surroundings import noun_before

# So many places one after another tell where something was ("a mill in a village near Moss").
_MOST_PLACES = 3


def calamity(noun: str, before: str, form: str, cues: Cues) -> str:
    """The occasion that did harm, with where it was or what it grew out of; empty without one.

    "The fire in a mill in Moss, which killed" is told of the fire, "a row erupting into riots that killed" of
    riots in a row.
    """
    words = cues.words
    if form not in words["does_harm"] | words["of_occasions"] | words["breaks_off"]:
        return ""
    phrase, head = noun, before.rstrip(" ,;:—–-").removesuffix(noun).rstrip()
    for _ in range(_MOST_PLACES):
        first, _, link = head.rpartition(" ")
        if _is_calamity(phrase, cues):
            break
        linked = noun_before(first, cues)
        if not linked or link not in words["relative_prepositions"] | words["beside_places"]:
            return ""
        if _is_calamity(linked, cues):
            return f"{linked} {link} {phrase}"
        phrase, head = f"{linked} {link} {phrase}", first.removesuffix(linked).rstrip()
    return _grown_out_of(noun, head, cues)


def _grown_out_of(noun: str, head: str, cues: Cues) -> str:
    """What did harm, in what it grew out of ("a row over wells erupted into | riots"); else empty."""
    words = cues.words
    first, _, link = head.rpartition(" ")
    verb = next((verb for verb in words["grows_into"] if first.endswith(f" {verb}")), "")
    if not verb or link not in words["into"]:
        return ""
    before = first.removesuffix(f" {verb}")
    grown = noun_before(before, cues)
    behind, _, tie = before.removesuffix(grown).rstrip().rpartition(" ")
    about = noun_before(behind, cues)
    disputed = about.rpartition(" ")[2].lower() in words["wants_over"]
    origin = f"{about} {tie} {grown}" if disputed and tie in words["relative_prepositions"] else grown
    determined = origin.partition(" ")[0].lower() in words["determiners"]
    within = f"{origin[:1].lower()}{origin[1:]}" if determined else origin
    return f"{noun} {cues.place_links[-1]} {within}"


def _is_calamity(noun: str, cues: Cues) -> bool:
    last = noun.partition(" of ")[0].rpartition(" ")[2].lower()
    return last in cues.words["calamities"] or cues.occasion_noun.fullmatch(last) is not None
