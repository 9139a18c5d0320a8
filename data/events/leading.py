"""The main event of a document: the one that its headline and its lead tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from data.events.cues import cues
from data.events.report import Report
from data.events.words import content
from data.model import DatedDocument

# A passage: its document's id and where it begins.
Place = tuple[str, int]
# News tells what it is about among its first passages, the earlier the likelier.
_LEAD_PASSAGES = 6
_EARLIER = 0.08
# What counts beside the words shared with the headline.
_STATED, _STATE, _UNSURE = 0.15, -0.3, -0.1


def main_passages(reports: Iterable[Report], documents: Iterable[DatedDocument]) -> frozenset[Place]:
    """One passage of each article: of its first ones the nearest to its headline; without one, to its lead.

    Args:
        reports: what the documents report, those of a document together and in the order of its text.
        documents: the documents; snippets have no main event.
    """
    headlines = {one.document.id: _headline(one) for one in documents if one.document.kind == "article"}
    found: list[Place] = []
    for document, told in groupby(reports, key=lambda report: report.passage.document):
        lead = list(told)[:_LEAD_PASSAGES]
        if document in headlines:
            found.append(_nearest(lead, headlines))
    return frozenset(found)


def _nearest(lead: list[Report], headlines: Mapping[str, frozenset[str]]) -> Place:
    wanted = headlines[lead[0].passage.document] or lead[0].words

    def weight(rank: int) -> float:
        report = lead[rank]
        shared = len(wanted & report.words) / (len(wanted) or 1)
        score = shared - _EARLIER * rank + _STATED * (report.basis == "stated")
        return score + _STATE * (report.kind == "state") + _UNSURE * (report.modality != "happened")

    passage = lead[max(range(len(lead)), key=lambda rank: (weight(rank), -rank))].passage
    return passage.document, passage.start_char


def _headline(dated: DatedDocument) -> frozenset[str]:
    """The telling words of a document's title; none without a title."""
    document = dated.document
    return content((document.title or "").lower(), cues(document.language))
