"""Reports that call the holder of an office by different names: joined so that the contradiction is shown.

A search result without a date supports the statement of another holder ("Kremlin spokesman Jonas Berg") where
both are about the same people and places. A lone name that a document never gives in full, and that speaks
right behind the holder of an office, seems to speak for him: "Foreign Minister Ada Okoye said so. Lindqvist
said ..., she added."
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import takewhile

from data.events.cues import alternatives, cues
from data.events.names.holders import Holder, holders, same_person
from data.events.patterns import UPPER
from data.events.report import Report
from data.events.told_again.quotations import without_quotations

# Two documents are on the same matter where they are about so many of the same names.
_FEWEST_SHARED = 2
# A lone name speaks for the holder named so many sentences before, if "she said" follows within so many, and
# nobody else speaks in between.
_BEHIND, _FOLLOWING = -2, 6
_WORD = re.compile(r"\w+")


def with_other_names(reports: Sequence[Report]) -> list[Report]:
    """The reports, those in which a lone name seems to speak for the holder of an office with both names.

    Args:
        reports: what a document reports, in the order of its text.
    """
    found = [*reports]
    named = _Named(reports)
    for at, report in enumerate(reports):
        lone = None if report.snippet else _lone_speaker().match(report.passage.text)
        if lone is None:
            continue
        holder = _holder_before(reports, at)
        if holder is None or same_person(holder.person, lone["name"]):
            continue
        if _goes_on_as_person(reports, at) and not named.is_known(lone["name"], at):
            called = f"{holder.office.replace('_', ' ')} {holder.person}"
            found[at] = replace(report, other_name=(lone["name"], called))
    return found


def called_otherwise(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """The places of the reports in which a lone name speaks, each with that of the one that names the holder.

    ``reports``: those of a document, in the order of its text.
    """
    for at, report in enumerate(reports):
        if report.other_name is None:
            continue
        before = at
        while report.other_name[1].rpartition(" ")[2] not in reports[before].passage.text:
            before -= 1
        if (reports[before].start, reports[before].end) == (report.start, report.end):
            yield at, before


def offices(reports: Sequence[Report]) -> Iterator[tuple[int, Holder]]:
    """Who holds which office of a country, with the places of the reports of a document that say so.

    Of search results only those without a date are asked, for others are compared by it.
    """
    for at, report in enumerate(reports):
        if not report.snippet or (report.start is None and report.end is None):
            told = {(one.office, one.country): one for one in holders(report.passage.text) if one.country}
            yield from ((at, one) for one in told.values())


def contested(
    named: Mapping[str, Sequence[tuple[int, Holder]]],
    articles: Collection[str],
    about: Callable[[str], frozenset[str]],
) -> Iterator[tuple[int, int]]:
    """The reports of search results, each with one of an article that names another holder of an office.

    Args:
        named: by document id in order, who holds which office in it by which report.
        articles: ids of the articles among them; the others are search results.
        about: gives the names that a document is about.
    """
    asked = [(document, told) for document, told in named.items() if document not in articles]
    if not asked:
        return
    by_office: dict[tuple[str, str], list[tuple[str, int, str]]] = defaultdict(list)
    for document in named:
        for held, one in named[document] if document in articles else ():
            by_office[one.office, one.country].append((document, held, one.person))
    for document, told in asked:
        for held, one in told:
            for other, against, person in by_office.get((one.office, one.country), ()):
                shared = about(document) & about(other)
                if len(shared) >= _FEWEST_SHARED and not same_person(one.person, person):
                    yield held, against
                    break


@cache
def _lone_speaker() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[{UPPER}][\w’'-]+)\s(?:{_verbs()})\b")


@cache
def _person_says() -> re.Pattern[str]:
    he = alternatives([*cues(None).words["he"]])
    return re.compile(rf"\b(?:{he})\s(?:{_verbs()})\b", re.IGNORECASE)


def _verbs() -> str:
    return alternatives([*cues(None).words["verbs"]])


def _near(reports: Sequence[Report], at: int, reach: int) -> Iterator[Report]:
    """The reports of so many sentences behind one, before it if ``reach`` is less than 0; nearest first."""
    own = reports[at]
    step = 1 if reach > 0 else -1
    place = at + step
    while 0 <= place < len(reports) and reports[place].passage.document == own.passage.document:
        far = (reports[place].sentence - own.sentence) * step
        if far > abs(reach):
            return
        if far:
            yield reports[place]
        place += step


def _holder_before(reports: Sequence[Report], at: int) -> Holder | None:
    """The holder of an office who speaks in one of the sentences before; None if another speaks there."""
    for report in _near(reports, at, _BEHIND):
        text = report.passage.text
        told = cues(None).saying.search(text)
        if told is not None:
            named = [one for one in holders(text) if one.person in text[: told.start()]]
            return named[-1] if named else None
    return None


def _goes_on_as_person(reports: Sequence[Report], at: int) -> bool:
    """Whether the next to speak behind a report is "she"."""
    for report in _near(reports, at, _FOLLOWING):
        text = without_quotations(report.passage.text)
        if cues(None).saying.search(text) is not None:
            return _person_says().search(text) is not None
    return False


class _Named:
    """Who and what a document names, and which of its reports write each word."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports

    def is_known(self, name: str, at: int) -> bool:
        """Whether a report before this one writes a name, or any names somebody with it as a part."""
        whole, word = re.compile(rf"\b{re.escape(name)}\b"), _WORD.findall(name)[0]
        before = takewhile(at.__gt__, self._places.get(word, ()))
        if any(whole.search(self._reports[place].passage.text) for place in before):
            return True
        return any(whole.search(one) and one != name for one in self._names.get(word, ()))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The reports that write each word, in order."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, report in enumerate(self._reports):
            for word in set(_WORD.findall(report.passage.text)):
                places[word].append(at)
        return places

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        """The names of people, organisations and places that have each word."""
        names: dict[str, set[str]] = defaultdict(set)
        for one in {name for report in self._reports for name in (*report.who, *report.where)}:
            for word in _WORD.findall(one):
                names[word].add(one)
        return names
