"""Whether the day stands first in a date such as 03/04/2021, by what tells the country of a document.

In figures the month comes first in the United States, and nearly nowhere else. Only what a document has of
its own counts: the zone beside the date, the country of its language, the address of its page, amounts as
only one region writes them. Where two of these disagree nothing is told.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.dating.publication.cues import Cues, WrittenDate
    from data.model import Document


class Order(NamedTuple):
    """The order of day and month in a date, and the words of the document that tell it."""

    day_first: bool
    told_by: str


# Zones of the clock of countries that write the day first, and of the United States.
_ZONES = {
    True: re.compile(
        r"\b(?:IST|BST|CES?T|EES?T|WES?T|MSK|AE[SD]T|AC[SD]T|AWST|NZ[SD]T|SAST|WAT|EAT|PKT|HKT|SGT|NPT)\b"
    ),
    False: re.compile(r"\b(?:[ECMP]DT|[ECP]T|EST|MST)\b"),
}
_AMOUNTS = re.compile(r"\b(?:crores?|lakhs?)\b|\bRs\.? ?\d")
# The ends of addresses: of countries that write the day first, and of the United States.
_HOST = re.compile(r"(?:https?://|www\.|@)([\w-]+(?:\.[\w-]+)+)")
_ENDS = {
    True: re.compile(r".+\.(?:uk|in|ie|au|nz|za|pk|ng|ke|sg|lk|bd|np|eu|de|fr|es|it|nl|pt|pl|ru|ua)"),
    False: re.compile(r".+\.(?:gov|mil|us)"),
}
# Countries of a language, behind its code, whose people write both.
_BOTH = frozenset(("CA", "PH", "001"))


def told_order(document: Document, line: str, dates: tuple[WrittenDate, WrittenDate]) -> Order | None:
    """The order of a date of a document, in this line; None if nothing tells it, or signs disagree.

    ``dates``: the day that it is with the month first, and with the day first.
    """
    weekday = dates[0].weekday
    fitting = [one.year is not None and one.fits(one.year) for one in dates]
    if weekday is not None and fitting[0] != fitting[1]:
        return Order(fitting[1], "the weekday beside it")
    found = list(_signs(document, line))
    return found[0] if found and len({one.day_first for one in found}) == 1 else None


def _signs(document: Document, line: str) -> Iterator[Order]:
    for day_first, zones in _ZONES.items():
        zone = zones.search(line)
        if zone is not None:
            yield Order(day_first, zone[0])
    country = (document.language or "").partition("-")[2].upper()
    if country and country not in _BOTH:
        yield Order(country != "US", document.language or "")
    hosts = _hosts(document.url or document.text)
    for day_first, end in _ENDS.items():
        if hosts and all(map(end.fullmatch, hosts)):
            yield Order(day_first, min(hosts))
    amount = _amount(document.text)
    if amount:
        yield Order(True, amount)


# The lines of one text ask one after the other.
@lru_cache(1)
def _hosts(text: str) -> frozenset[str]:
    return frozenset(host.lower() for host in _HOST.findall(text))


@lru_cache(1)
def _amount(text: str) -> str:
    """The first amount of a text as only one region writes it; empty without one."""
    amount = _AMOUNTS.search(text)
    return "" if amount is None else amount[0]


def with_order(cues: Cues, document: Document, line: str) -> tuple[Cues, str]:
    """The cues by which a line's dates in figures are read, and what tells their order; else empty."""
    doubts = cues.doubtful(line) if "/" in line else []
    order = told_order(document, line, doubts[0]) if doubts else None
    if order is None:
        return cues, ""
    return cues.ordered(day_first=order.day_first), (
        f"the {'day' if order.day_first else 'month'} first, as {order.told_by} tells"
    )
