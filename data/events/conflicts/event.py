"""What the passages of one event say that cannot all be right.

A conflict is hard if no state of affairs fits all its claims. It is apparent if the claims dissolve: by "at
least", by the time of writing (tolls rise), by a correction. Claims of different scope (another group,
another harm) are never compared; of what search results quote only names are, for a doubt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.events.conflicts.agents import agent_conflicts
from data.events.conflicts.claims import claims_of
from data.events.conflicts.corrections import corrections
from data.events.conflicts.dates import date_conflicts
from data.events.conflicts.figures import figure_conflicts
from data.events.conflicts.names import name_conflicts
from data.events.conflicts.occurrence import occurrence_conflicts
from data.events.conflicts.places import place_conflicts
from data.events.conflicts.quotations import quotation_conflicts
from data.events.conflicts.sources import source_conflicts
from data.events.report import Report
from data.model import Conflict


def conflicts(
    members: Sequence[Report], meetings: frozenset[str], published: Mapping[str, int | None] | None = None
) -> tuple[Conflict, ...]:
    """The conflicts among reports of one event; claims index them in the order given.

    Args:
        members: the event's reports.
        meetings: stems of the words for a meeting, which happens in one place.
        published: the last day on which each document may have been published, by its id.
    """
    corrected = corrections(members)
    found = [
        Conflict(
            one.about,
            "apparent",
            claims_of({f"{one.right} (corrected)": [one.report], f"{one.wrong} (withdrawn)": [one.report]}),
        )
        for one in corrected
    ]
    if len(members) > 1:
        found += [
            *date_conflicts(members, corrected),
            *place_conflicts(members, meetings),
            *figure_conflicts(members, published or {}, corrected),
            *name_conflicts(members, published or {}),
            *agent_conflicts(members),
            *quotation_conflicts(members),
            *source_conflicts(members),
            *occurrence_conflicts(members),
        ]
    return tuple(found)
