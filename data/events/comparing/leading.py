"""The main event of a document: the one that its headline and its lead tell."""

from __future__ import annotations

from collections.abc import Sequence

from data.events.report import Report

# News tells what it is about among its first passages, the earlier the likelier.
_LEAD_PASSAGES = 6
_EARLIER = 0.08
# What counts beside the words shared with the headline.
_STATED, _STATE, _UNSURE = 0.15, -0.3, -0.1


def main_passage(reports: Sequence[Report], headline: frozenset[str]) -> int:
    """Where the main event's passage begins: of the first ones the nearest to the headline, or to the lead.

    Args:
        reports: what an article reports, in the order of its text, at least one.
        headline: the telling words of its title; none without a title.
    """
    lead = reports[:_LEAD_PASSAGES]
    wanted = headline or lead[0].words

    def weight(rank: int) -> float:
        report = lead[rank]
        shared = len(wanted & report.words) / (len(wanted) or 1)
        score = shared - _EARLIER * rank + _STATED * (report.basis == "stated")
        return score + _STATE * (report.kind == "state") + _UNSURE * (report.modality != "happened")

    return lead[max(range(len(lead)), key=lambda rank: (weight(rank), -rank))].passage.start_char
