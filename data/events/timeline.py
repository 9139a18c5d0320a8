"""Events of a collection: reports of all documents, named alike, merged, titled and put in order."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b

from data import edtf
from data.events.canonical import canonical_names, place_name
from data.events.conflicts import conflicts
from data.events.contested_names import with_contested_names, with_other_names
from data.events.contradictions import with_contradictions
from data.events.cues import cues
from data.events.fiscal_years import with_fiscal_years
from data.events.intervals import Interval, are_apart, compatible, length
from data.events.leading import Place, main_passages
from data.events.merging import Merger
from data.events.naming import title_report, with_place
from data.events.outcomes import with_outcomes
from data.events.parts import Occasion, linked, occasion
from data.events.publishers import Source, independent, sources_of
from data.events.ranking import importance
from data.events.recalled import with_recalled
from data.events.report import Report
from data.events.reports import reports
from data.events.stays import with_named_stays, with_stay
from data.events.two_cities import with_two_cities
from data.events.visits import with_known_visits
from data.events.wishes import Names, wished_groups
from data.events.words import stem
from data.model import DatedDocument, Event, Mark
from data.order import timeline_order

_MOST_NAMES = 8
# Those whom an event is mainly about.
_MAIN = 2
_MOST_REASONS = 6
_SURE = {"happened": 0, "planned": 1, "uncertain": 2, "conditional": 3, "denied": 4}


def report_each(documents: Iterable[DatedDocument]) -> Iterator[list[Report]]:
    """The reports of each document, in the order of the documents."""
    return map(reports, documents)


def make_events(
    documents: Iterable[DatedDocument],
    wishes: Sequence[Mark] = (),
    report: Callable[[Sequence[DatedDocument]], Iterable[list[Report]]] = report_each,
) -> list[Event]:
    """The events of a collection in the order of the timeline: by first day, last day, id; undated ones last.

    ``wishes`` are the user's merges, splits and names, in order. The order of the documents does not matter.
    Search-result snippets support events of articles, and make none. ``report`` gives the reports of each
    document, in the order of the documents: each document tells for itself, so that may be done anywhere.
    """
    with _uncollected():
        return _events(sorted(documents, key=lambda one: one.document.id), wishes, report)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for cyclic garbage: none is made here, and looking takes a sixth of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _events(
    dated: Sequence[DatedDocument],
    wishes: Sequence[Mark],
    report: Callable[[Sequence[DatedDocument]], Iterable[list[Report]]],
) -> list[Event]:
    """The events of documents in the order of their ids."""
    told = [one for found in report(dated) for one in found]
    names = Names(canonical_names(told), wishes)
    published = {
        one.document.id: one.document.published.end if one.document.published.is_known else None
        for one in dated
    }
    told = with_named_stays([with_stay(_renamed(one, names)) for one in told])
    told = with_other_names(with_fiscal_years(told, published))
    told = with_recalled(with_known_visits(told, published), published)
    sources = sources_of(dated)
    leading = main_passages(told, dated)
    words = cues(None).words
    meetings, wholes = (frozenset(map(stem, words[name])) for name in ("meetings", "wholes"))
    events: list[Event] = []
    occasions: dict[str, Occasion] = {}
    groups = with_contradictions(Merger(told, meetings).groups(), told)
    groups = with_two_cities(groups, told)
    groups = with_outcomes(with_contested_names(groups, told), told)
    for group, reasons in wished_groups(groups, told, wishes):
        members = [told[index] for index in group]
        if not all(member.snippet for member in members):
            event = _event(members, reasons, sources, meetings, published, leading)
            occasions[event.id] = occasion(members, wholes)
            events.append(event)
    return sorted(linked(events, occasions), key=timeline_order)


def _renamed(report: Report, names: Names) -> Report:
    who = tuple(dict.fromkeys(map(names.of_person, report.who)))
    where = tuple(dict.fromkeys(names.of_place(place_name(name)) for name in report.where))
    if who == report.who and where == report.where:
        return report
    return replace(report, who=who, where=where)


def _event(
    members: Sequence[Report],
    reasons: Sequence[str],
    sources: dict[str, Source],
    meetings: frozenset[str],
    published: dict[str, int | None],
    leading: frozenset[Place],
) -> Event:
    if len(members) > 1:
        members = sorted(
            members,
            key=lambda report: (report.passage.document, report.passage.start_char, report.passage.end_char),
        )
    timed = _dating_report(members)
    publishers = independent((member.passage.document for member in members), sources)
    modality = min([member.modality for member in members], key=_SURE.__getitem__)
    who, where = [member.who for member in members], [member.where for member in members]
    people = _most_told(who, ())[:_MAIN]
    main = title_report(members, people, _most_told(where, ())[:_MAIN], modality)
    kept = list(dict.fromkeys(reasons))[:_MOST_REASONS]
    if timed.basis != "stated":
        kept += list(dict.fromkeys([reason for member in members for reason in member.reasons]))[:2]
    return Event(
        id=_identity(members[0]),
        title=with_place(main.title, members, people),
        start=timed.start,
        end=timed.end,
        edtf=edtf.write(timed.start, timed.end, timed.precision),
        precision=timed.precision,
        basis=timed.basis,
        passages=tuple([member.passage for member in members]),
        kind=timed.kind,
        modality=modality,
        who=_most_told(who, main.who),
        where=_most_told(where, main.where),
        importance=importance(members, publishers, published),
        publishers=publishers,
        reasons=tuple(kept),
        conflicts=conflicts(members, meetings, published),
        main=not leading.isdisjoint([(one.passage.document, one.passage.start_char) for one in members]),
    )


def _dating_report(members: Sequence[Report]) -> Report:
    """The report whose date is the event's: the finest that is stated, else the finest.

    Where stated dates contradict each other, the one that most documents tell.
    """
    if len(members) == 1:
        return members[0]
    documents: dict[Interval, set[str]] = defaultdict(set)
    for member in members:
        if not member.snippet:
            documents[member.start, member.end].add(member.passage.document)

    def fineness(report: Report) -> tuple[bool, int, int]:
        days = (report.start, report.end)
        told = 0
        if any(are_apart(days, other) for other in documents):
            told = -len({one for other in documents if compatible(days, other) for one in documents[other]})
        return report.basis == "inferred", told, length(days)

    return min(members, key=fineness)


def _most_told(lists: Sequence[tuple[str, ...]], first: tuple[str, ...]) -> tuple[str, ...]:
    """Names by how many passages give them, those of the main passage first among equals."""
    counts = Counter([name for names in lists for name in names])
    if max(counts.values(), default=1) == 1:
        return tuple([*dict.fromkeys([*first, *sorted(counts)])][:_MOST_NAMES])
    ranked = sorted(
        counts,
        key=lambda name: (-counts[name], name not in first, first.index(name) if name in first else 0, name),
    )
    return tuple(ranked[:_MOST_NAMES])


def _identity(first: Report) -> str:
    """The event's id: from its first passage, so that building again gives it again."""
    passage = first.passage
    return blake2b(f"{passage.document}\n{passage.start_char}".encode(), digest_size=8).hexdigest()
