"""Names and offices of one event that cannot all be right: two holders of one office, two offices of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from data.events.conflicts.claims import claims_of, in_different_documents
from data.events.cues import cues
from data.events.names.holders import Holder, holders, same_person
from data.events.report import Report
from data.model import Conflict, Severity

# An office can have changed hands between documents written farther apart than this.
_SAME_TIME = 366
# A ministry has one head, who rarely has another; a document that gives both knows of it.
_OF_MINISTERS = ("_minister", "_secretary")

Told = list[tuple[int, Holder]]


def name_conflicts(members: Sequence[Report], published: Mapping[str, int | None]) -> list[Conflict]:
    """Two people in one office of one country, and one person in two offices that nobody holds at once.

    Passages of one document do not contradict each other, and a document that names both knows of both.
    """
    second = _two_names(members)
    told = [
        (index, holder) for index, report in enumerate(members) for holder in holders(report.passage.text)
    ]
    if len({members[index].passage.document for index, _ in told}) < 2:
        return second
    return [*second, *_two_holders(told, members, published), *_two_offices(told, members, published)]


def _two_names(members: Sequence[Report]) -> list[Conflict]:
    """Two names under which one document seems to have one person speak."""
    found = []
    for index, report in enumerate(members):
        if report.other_name is not None:
            lone, called = report.other_name
            surname = called.rpartition(" ")[2]
            before = [
                at
                for at, other in enumerate(members)
                if other.passage.document == report.passage.document and surname in other.passage.text
            ]
            if before:
                found.append(Conflict("name", "apparent", claims_of({called: before, lone: [index]})))
    return found


def _two_holders(
    told: Told, members: Sequence[Report], published: Mapping[str, int | None]
) -> list[Conflict]:
    by_office: dict[tuple[str, str], Told] = defaultdict(list)
    for index, holder in told:
        if holder.country:
            by_office[holder.office, holder.country].append((index, holder))
    found = []
    for _, given in sorted(by_office.items()):
        people: dict[str, list[int]] = defaultdict(list)
        for index, holder in given:
            known = next((person for person in people if same_person(person, holder.person)), holder.person)
            people[known].append(index)
        if in_different_documents(people, members):
            found.append(Conflict("name", _severity(people, members, published), claims_of(people)))
    return found


def _two_offices(
    told: Told, members: Sequence[Report], published: Mapping[str, int | None]
) -> list[Conflict]:
    exclusive = cues(None).words["one_at_a_time"]
    by_person: dict[str, Told] = defaultdict(list)
    for index, holder in told:
        if holder.office in exclusive or holder.office.endswith(_OF_MINISTERS):
            known = next((one for one in by_person if same_person(one, holder.person)), holder.person)
            by_person[known].append((index, holder))
    found = []
    for person, given in sorted(by_person.items()):
        if len({holder.country for _, holder in given if holder.country}) > 1:
            # Namesakes of two countries.
            continue
        offices: dict[str, list[int]] = defaultdict(list)
        for index, holder in given:
            offices[f"{holder.office.replace('_', ' ')} {person}"].append(index)
        if in_different_documents(offices, members):
            found.append(Conflict("name", _severity(offices, members, published), claims_of(offices)))
    return found


def _severity(
    claims: Mapping[str, Sequence[int]], members: Sequence[Report], published: Mapping[str, int | None]
) -> Severity:
    """Hard if all was written at one time, when the office cannot have changed hands in between.

    What a search result cuts off does not change whom it names by office.
    """
    days = [published.get(members[index].passage.document) for those in claims.values() for index in those]
    known = [day for day in days if day is not None]
    at_once = not known or max(known) - min(known) <= _SAME_TIME
    return "hard" if at_once else "apparent"
