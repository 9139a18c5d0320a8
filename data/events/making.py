"""One event of the reports that tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from hashlib import blake2b

from data import edtf
from data.clock import is_part_of_day, is_universal, looseness, zone
from data.events.acts import act_of
from data.events.comparing.headline import is_headline, is_lead
from data.events.conflicts.event import conflicts
from data.events.cues import cues
from data.events.intervals import Interval, are_apart, compatible, length
from data.events.outline import Outline
from data.events.publishers import Source, independent
from data.events.ranking import importance
from data.events.report import Report
from data.events.titles.naming import title_report, with_place
from data.events.words import lowered
from data.model import Event, Modality
from data.words import is_nearly

#: Why reports are of one event that has no day: each was only written on one.
TOLD_OTHERWISE = "merged: told with another outcome"
_MOST_NAMES = 8
# Those whom an event is mainly about.
_MAIN = 2
_MOST_REASONS = 6
_SURE = {"happened": 0, "planned": 1, "uncertain": 2, "conditional": 3, "denied": 4}


def outline_of(
    members: Sequence[Report],
    reasons: Sequence[str],
    meetings: frozenset[str],
    sources: Mapping[str, Source],
    published: Mapping[str, int | None],
    leads: Mapping[str, int | None],
) -> Outline:
    """The event that reports tell.

    Args:
        members: its reports, at least one.
        reasons: why they are of one event.
        meetings: stems of the words for a meeting, which happens in one place.
        sources: where each article comes from, by its id.
        published: the last day on which each document may have been published, by its id.
        leads: where the passage of each document's main event begins, by its id.
    """
    order = [*range(len(members))]
    if len(members) > 1:
        places = [(one.passage.document, one.passage.start_char, one.passage.end_char) for one in members]
        order.sort(key=places.__getitem__)
        members = [members[at] for at in order]
    timed = timing(members, reasons)
    publishers = independent((member.passage.document for member in members), sources)
    modality = _modality_told(members)
    who, where = [member.who for member in members], [member.where for member in members]
    who, where = _in_one_role(who, where)
    people = _most_told(who, ())[:_MAIN]
    main = title_report(members, people, _most_told(where, ())[:_MAIN], modality)
    at = next(place for place, member in enumerate(members) if member is main)
    first = members[0].passage
    # Whoever looks the line up finds first the passage that tells it.
    members = [main, *members[:at], *members[at + 1 :]]
    order = [order[at], *order[:at], *order[at + 1 :]]
    kept = list(dict.fromkeys(reasons))[:_MOST_REASONS]
    if timed.basis != "stated":
        of_its_days = [one for one in members if (one.start, one.end) == (timed.start, timed.end)]
        kept += list(dict.fromkeys([reason for member in of_its_days for reason in member.reasons]))[:2]
    clock = clock_told(members, timed)
    event = Event(
        id=identity(first.document, first.start_char),
        title=with_place(main.title, members, people),
        start=timed.start,
        end=timed.end,
        edtf=_edtf(timed, clock),
        precision=timed.precision,
        basis=timed.basis,
        passages=(),
        kind=timed.kind,
        modality=modality,
        who=_most_told(who, who[at]),
        where=_most_told(where, where[at]),
        importance=importance(members, publishers, published),
        publishers=publishers,
        reasons=tuple(kept),
        conflicts=conflicts(members, meetings, published),
        clock=clock,
        main=True in [leads[one.passage.document] == one.passage.start_char for one in members],
    )
    return Outline(event, order)


def _modality_told(members: Sequence[Report]) -> Modality:
    """The surest modality that reports tell; what most tell as a plan is one unless a verb tells that it was.

    How things are ("the visit is part of a tour") does not say that what is planned has happened, and how
    sure a headline is ("Debate called off") its own lead tells ("The debate did not take place").
    """
    leads = {member.passage.document for member in members if is_lead(member)}
    told = [one for one in members if not (is_headline(one) and one.passage.document in leads)]
    acts = [member for member in told if member.kind == "event"] or told
    planned = [member for member in acts if member.modality == "planned"]
    surest = min((member.modality for member in acts), key=_SURE.__getitem__)
    if surest == "happened" and len(planned) * 2 > len(acts):
        done = (member for member in acts if member.modality == "happened")
        return "happened" if any(map(_tells_what_was_done, done)) else "planned"
    return surest


def _tells_what_was_done(report: Report) -> bool:
    """Whether a passage has a verb that tells what was done."""
    return cues(None).finite_word.search(lowered(report.passage.text)) is not None


def _edtf(timed: Report, clock: str | None) -> str | None:
    """The date of an event in EDTF; "around 2010" is nearly that, a day with a time of day is sure."""
    date = edtf.write(timed.start, timed.end, timed.precision)
    return edtf.nearly(date) if date and clock is None and _is_about(timed) else date


def _is_about(report: Report) -> bool:
    said = report.passage.expression
    if said is None or report.basis != "stated":
        return False
    return is_nearly(said) and (said.start, said.end) == (report.start, report.end)


def timing(members: Sequence[Report], reasons: Sequence[str]) -> Report:
    """The report whose date is the event's, without its days where the reasons leave the event none."""
    timed = dating_report(members)
    if TOLD_OTHERWISE in reasons and timed.basis != "stated":
        return replace(timed, start=None, end=None, precision=None)
    return timed


def dating_report(members: Sequence[Report]) -> Report:
    """The report whose date is the event's: the finest that is stated, else the finest.

    Where stated dates contradict each other, the one that most documents tell.
    """
    if len(members) == 1:
        return members[0]
    documents: dict[Interval, set[str]] = defaultdict(set)
    for member in members:
        if not member.snippet:
            documents[member.start, member.end].add(member.passage.document)

    def fineness(report: Report) -> tuple[bool, int, int, bool]:
        days = (report.start, report.end)
        told = 0
        if any(are_apart(days, other) for other in documents):
            told = -len({one for other in documents if compatible(days, other) for one in documents[other]})
        return report.basis == "inferred", told, length(days), _is_about(report)

    return min(members, key=fineness)


def clock_told(members: Sequence[Report], timed: Report) -> str | None:
    """The time of day of an event, of those that its reports tell of its one day; None if none does.

    The hour of another act that was merged with it, of a dinner on the day of a visit, is not that of its
    line: one counts where the line's own passage tells it, or another one of the very same acts.

    As of its dates the finest counts: by the clock before a part of the day, "at" before "about". But by the
    clock the place's own goes first: universal time, which is added for readers elsewhere, would stand at
    another hour than what else is told of the day. Of several as fine, the one that most documents tell; then
    one without a zone; then that of the passage by which the event is told, which comes first. Different
    times make no conflict: one that is told in another zone may be the same.

    Args:
        members: its reports, the one that tells its line first.
        timed: the report that dates it.
    """
    if timed.precision != "day" or timed.start is None or timed.start != timed.end:
        return None
    told: dict[str, set[str]] = defaultdict(set)
    for member in members:
        clock = member.passage.clock
        of_its_day = (member.start, member.end) == (timed.start, timed.end)
        if clock is not None and of_its_day and _tells_the_same(member, members[0]):
            # A search result supports what an article tells, and outweighs none.
            told[clock].update([] if member.snippet else [member.passage.document])
    return min(
        told,
        key=lambda one: (
            is_part_of_day(one),
            is_universal(one),
            looseness(one),
            not told[one],
            -len(told[one]),
            zone(one) is not None,
        ),
        default=None,
    )


def _tells_the_same(report: Report, main: Report) -> bool:
    acts = act_of(main).main
    return report is main or (bool(acts) and act_of(report).main == acts)


Names = list[tuple[str, ...]]


def _in_one_role(who: Names, where: Names) -> tuple[Names, Names]:
    """Who and where by passages, a building that acts and is the scene only as what it mostly is.

    "Talks at the Kremlin" are held where "the Kremlin said".
    """
    both = {name for names in who for name in names} & {name for names in where for name in names}
    if not both:
        return who, where
    acting, scene = (Counter([name for names in lists for name in names]) for lists in (who, where))
    acts = {name for name in both if acting[name] > scene[name]}
    return _without(who, both - acts), _without(where, acts)


def _without(lists: Names, names: Set[str]) -> Names:
    return [tuple([name for name in one if name not in names]) for one in lists]


def _most_told(lists: Sequence[tuple[str, ...]], first: tuple[str, ...]) -> tuple[str, ...]:
    """Names by how many passages give them, those of the main passage first among equals."""
    if len(lists) == 1:
        return tuple(dict.fromkeys([*first, *sorted(lists[0])]))[:_MOST_NAMES]
    counts = Counter([name for names in lists for name in names])
    ranked = sorted(
        counts,
        key=lambda name: (-counts[name], name not in first, first.index(name) if name in first else 0, name),
    )
    return tuple(ranked[:_MOST_NAMES])


def identity(document: str, start_char: int) -> str:
    """The id of the event whose first passage begins there, so that building again gives it again."""
    return blake2b(f"{document}\n{start_char}".encode(), digest_size=8).hexdigest()
