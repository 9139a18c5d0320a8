"""Work on reports at a desk: which blocks they are in, and which pairs of those that share one agree."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter

from data.events.comparing.blocking import keys, partners
from data.events.comparing.parties import Agreement
from data.events.comparing.rows import EntryRows, PlainRows, Rows
from data.events.desk import Desk
from data.events.intervals import compatible
from data.events.merging.grouping import MergedPart, Pair, Part, merged_parts, parts_of
from data.events.merging.outcomes import outcome_of_talks
from data.events.merging.spans import Placed, Span, shared_blocks, spans_of, year_of
from data.events.merging.two_cities import puts_meeting_in_city
from data.events.report import Report

Claims = list[tuple[int, Report]]
InBlocks = tuple[PlainRows, PlainRows, Claims]
"""The blocks of reports, their telling words, and by holder those that claim."""
Agreeing = tuple[bytes, list[MergedPart], InBlocks]
"""The pairs that agree of those that share a block of a span, as 64 bits a holder, and what is merged of it.

With them come the blocks of the reports that had not been put into theirs.
"""


def keys_of(desk: Desk, documents: Sequence[Sequence[int]]) -> InBlocks:
    """The blocks of reports of some documents, their telling words, and by holder those that claim."""
    blocks, telling = Rows(), EntryRows()
    claims = []
    for held in chain.from_iterable(documents):
        found = keys(desk.signs(held), desk.basis.tables)
        blocks.append(found.blocks)
        telling.append(found.telling)
        if _claims(desk[held]):
            claims.append((held, desk[held]))
    return blocks.plain(), telling.plain(), claims


def placed_in(found: InBlocks, holders: Sequence[int]) -> Iterator[Placed]:
    """The reports of which :func:`keys_of` gave the blocks, with these."""
    blocks, telling, _ = found
    return zip(holders, Rows.restored(blocks), EntryRows.restored(telling), strict=True)


def _claims(report: Report) -> bool:
    """Whether a report may put one meeting elsewhere than others, or tell another outcome of talks."""
    return puts_meeting_in_city(report) or outcome_of_talks(report) is not None


def agreeing_in(desk: Desk, span: Span) -> Agreeing:
    """The pairs that agree of those that share a block of some days.

    With them comes merged what rests on no other days, as far as that is wanted; its pairs are left out.
    """
    found = keys_of(desk, [span.unplaced])
    if span.unplaced:
        span = _whole(span, found)
    agreements = _agreements(desk, span)
    joined = array("q", chain.from_iterable(agreements))
    if span.open is None:
        return joined.tobytes(), [], found
    rest = array("q")
    closed: list[Part] = []
    for holders, own in parts_of(span.holders, joined):
        if span.open.isdisjoint(holders):
            closed.append((holders, own.tobytes()))
        else:
            rest.extend(own)
    return rest.tobytes(), [*zip(closed, merged_parts(desk, closed, agreements), strict=True)], found


def _whole(span: Span, found: InBlocks) -> Span:
    """A span of a year with those reports in it that have now been put into their blocks."""
    own = placed_in(found, span.unplaced)
    rows = sorted(chain(placed_in((span.blocks, span.telling, []), span.holders), own), key=itemgetter(0))
    for whole, several in spans_of(span.year, rows, year_of):
        return whole._replace(open=several | (span.open or set()))
    return span


def _agreements(desk: Desk, span: Span) -> dict[Pair, Agreement]:
    """How the pairs agree that do, of those that share a block of a span."""
    agreements: dict[Pair, Agreement] = {}
    joins, signs_of = desk.comparison.joins, desk.signs
    telling = dict(zip(span.holders, EntryRows.restored(span.telling), strict=True))

    days_of = cache(desk.days)
    # Most pairs share several blocks: each is looked at once.
    met: dict[int, set[int]] = defaultdict(set)
    # Where much is told in the same words, most blocks are of the same reports as others.
    for block in {tuple(block): None for _, block in shared_blocks(span)}:
        for one, others in partners(block, telling.__getitem__, span.touched):
            known = met[one]
            fresh = [other for other in others if other not in known]
            known.update(fresh)
            # Of a year most pairs are of days that have nothing in common: their signs need not be read.
            days = days_of(one)
            for other in fresh:
                if compatible(days, days_of(other)):
                    agreement = joins(signs_of(one), signs_of(other))
                    if agreement is not None:
                        agreements[one, other] = agreement
    return agreements
