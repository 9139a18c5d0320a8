"""What the user has decided: which passages are one event and which are not, which names are of one.

Decisions are taken in the order in which they were made, each on what the ones before it left. So a split
after a merge of the same passages, or a merge after a split, brings back what was before.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from data.events.report import Report
from data.marks import holds, told
from data.model import Mark, MarkedPassage

Group = tuple[list[int], list[str]]


class Names:
    """Names as the user has joined and parted them, and as they were found to be of one where not."""

    def __init__(self, canonical: Mapping[str, str], wishes: Sequence[Mark]) -> None:
        self.canonical = dict(canonical)
        self.joined: dict[str, str] = {}
        for wish in wishes:
            if wish.kind == "join-names":
                self._join(json.loads(wish.value))
            elif wish.kind == "part-names":
                for name in json.loads(wish.value):
                    self.canonical[name] = self.joined[name] = name

    def _join(self, names: Sequence[str]) -> None:
        for name in (*names, *(one for one, other in self.joined.items() if other in names)):
            self.joined[name] = names[0]

    def of_person(self, name: str) -> str:
        """The one name of a person or organisation that a document calls so."""
        return self.of_place(self.canonical.get(name, name))

    def of_place(self, name: str) -> str:
        """The one name of a place that the gazetteer calls so."""
        return self.joined.get(name, name)


def wished_groups(groups: Sequence[Group], reports: Sequence[Report], wishes: Sequence[Mark]) -> list[Group]:
    """The groups of reports, merged and split as the user has decided; by whom is among the reasons."""
    replay = _Replay(groups, reports)
    for wish in wishes:
        if wish.kind == "merge":
            replay.merge(wish)
        elif wish.kind == "split":
            replay.split(wish)
    return [group for group in replay.groups if group[0]]


class _Replay:
    def __init__(self, groups: Sequence[Group], reports: Sequence[Report]) -> None:
        self.reports = reports
        self.groups: list[Group] = list(groups)
        self.group_of = {index: at for at, (members, _) in enumerate(groups) for index in members}
        self.by_document: dict[str, list[int]] = defaultdict(list)
        for index in self.group_of:
            self.by_document[reports[index].passage.document].append(index)

    def merge(self, wish: Mark) -> None:
        """Make one of the groups that hold the first passages of the events that were merged."""
        wanted, first = [], 0
        for size in json.loads(wish.value):
            wanted.append(self._group_holding(wish.passages[first : first + size]))
            first += size
        together = list(dict.fromkeys(at for at in wanted if at is not None))
        if len(together) < 2:
            return
        into = together[0]
        members = sorted(index for at in together for index in self.groups[at][0])
        reasons = [told(wish), *(reason for at in together for reason in self.groups[at][1])]
        for at in together[1:]:
            self.groups[at] = ([], [])
        self._put(into, (members, reasons))

    def split(self, wish: Mark) -> None:
        """Take the passages out of the group that holds the first of them."""
        at = self._group_holding(wish.passages)
        if at is None:
            return
        members, reasons = self.groups[at]
        apart = [index for index in members if any(self._is(index, passage) for passage in wish.passages)]
        if len(apart) == len(members):
            return
        self._put(at, ([index for index in members if index not in apart], [told(wish), *reasons]))
        self.groups.append(([], []))
        self._put(len(self.groups) - 1, (apart, [told(wish)]))

    def _put(self, at: int, group: Group) -> None:
        self.groups[at] = group
        self.group_of |= dict.fromkeys(group[0], at)

    def _group_holding(self, passages: Sequence[MarkedPassage]) -> int | None:
        for passage in passages:
            for index in self.by_document.get(passage.document, ()):
                if self._is(index, passage):
                    return self.group_of[index]
        return None

    def _is(self, index: int, passage: MarkedPassage) -> bool:
        return holds(self.reports[index].passage, passage)
