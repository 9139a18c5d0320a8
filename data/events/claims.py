"""Claims in the order of the passages that make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.model import Claim


def claims_of(told: Mapping[str, Sequence[int]]) -> tuple[Claim, ...]:
    """The claims of values by the indexes of the passages that give them, first told first."""
    ordered = sorted(told.items(), key=lambda claim: (claim[1][0], claim[0]))
    return tuple(Claim(value, tuple(dict.fromkeys(indexes))) for value, indexes in ordered)
