"""Claims in the order of the passages that make them, and the documents that make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.events.report import Report
from data.model import Claim


def claims_of(told: Mapping[str, Sequence[int]]) -> tuple[Claim, ...]:
    """The claims of values by the indexes of the passages that give them, first told first."""
    ordered = sorted(told.items(), key=lambda claim: (claim[1][0], claim[0]))
    return tuple(Claim(value, tuple(dict.fromkeys(indexes))) for value, indexes in ordered)


def in_different_documents(claims: Mapping[str, Sequence[int]], members: Sequence[Report]) -> bool:
    """Whether there are several claims, and no document makes two of them."""
    documents = [{members[index].passage.document for index in indexes} for indexes in claims.values()]
    return len(claims) > 1 and sum(map(len, documents)) == len(set().union(*documents))
