"""Groups of reports, and how more of them are joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

# Indexes of the reports of one event, and why they are merged.
Group = tuple[list[int], list[str]]


def joined(groups: Sequence[Group], into: Mapping[int, int], reason: str) -> list[Group]:
    """The groups, those named in ``into`` joined to the ones they are to go into, by their places in the row.

    What goes into a group that itself goes into another ends in that one.
    """
    more: dict[int, list[int]] = defaultdict(list)
    for small, large in into.items():
        while large in into:
            large = into[large]
        more[large].append(small)
    result = []
    for at, (members, reasons) in enumerate(groups):
        if at in into:
            continue
        indexes = [index for small in more[at] for index in groups[small][0]]
        told = [one for small in more[at] for one in groups[small][1]]
        result.append(([*members, *indexes], [*reasons, *([reason] if indexes else []), *told]))
    return result


def joined_pairs(groups: Sequence[Group], pairs: Iterable[tuple[int, int]], reason: str) -> list[Group]:
    """The groups, the one of each pair's first report joined to the one of its second.

    A group takes part once: in chains of pairs strangers would come together.
    """
    wanted = [*pairs]
    if not wanted:
        return [*groups]
    home = {index: at for at, (members, _) in enumerate(groups) for index in members}
    into: dict[int, int] = {}
    for one, other in wanted:
        small, large = home[one], home[other]
        if small != large and {small, large}.isdisjoint(into) and small not in into.values():
            into[small] = large
    return joined(groups, into, reason)
