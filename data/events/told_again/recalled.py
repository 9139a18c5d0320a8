"""What is told again without its day ("when she introduced the Havet 4"): it takes the day of that occasion.

Only what hardly happens twice is recalled so: the launch of a thing, a resignation, an operation, a saying.
It is taken to be the one that the collection dates, of the same people and the same thing, before the
document was written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from data.events.acts import act_of
from data.events.cues import cues
from data.events.figures.passage import figures
from data.events.intervals import Interval, compatible, length
from data.events.report import Report
from data.events.told_again.quotations import quoted_runs, with_quoted_again
from data.events.words import stem

# What happens once to a thing, and to a person hardly twice in half a year.
OF_THINGS = frozenset({"launch", "founding"})
OF_PERSONS = frozenset({"resignation"})
# What may happen to a person several times, told apart by the words for it.
OF_WORDS = frozenset({"illness", "award"})
_LONGEST = 366
# News refers back so many days without saying when; the lead tells the news itself.
_RECENT, _RECENT_OF_PERSONS = 366, 183
_LEAD = 2
# The news of a lead is of the last days.
_NEWS = 3
_TOLD = frozenset({"happened", "uncertain"})
_WORDS_SHARED, _FEWEST_OF_TOLL = 2, 2
# What was launched is named at most so many words from the word for it.
_NEAR, _TO_BE = 6, 2
_WORD = re.compile(r"[\w-]+")
_PROPER = re.compile(
    r"(?<![.!?:“\"]\s)(?<!^)\b(?:[^\W\d_a-zß-ÿ][\w-]*|[a-z]{1,2}[^\W\d_a-zß-ÿ]\w+|\d+)\b|^[a-z]{1,2}[A-Z]\w+"
)


def with_things(reports: Sequence[Report]) -> list[Report]:
    """The reports of a document, those of a launch or founding with the proper words of its object.

    A clause that only points at it ("since its launch in 2003") has them from its sentence.
    """
    sentences: dict[tuple[str, int], list[Report]] = defaultdict(list)
    for report in reports:
        sentences[report.passage.document, report.sentence].append(report)
    found = []
    for report in reports:
        if act_of(report).main & OF_THINGS:
            things = _object(report)
            if things is None:
                siblings = sentences[report.passage.document, report.sentence]
                proper = frozenset().union(*(_proper_words(one, one.passage.text) for one in siblings))
                things = frozenset(word for word in proper if not word.isdigit())
            report = replace(report, things=things)
        found.append(report)
    return found


def _object(report: Report) -> frozenset[str] | None:
    """The proper words of what is launched; None where the word for it only points at it ("its launch")."""
    text = report.passage.text
    words = cues(None).words
    suffers, pointers, ends = (words[name] for name in ("suffers", "pointers", "ends_object"))
    things: set[str] = set()
    points = False
    for match in _WORD.finditer(text):
        if match.group().lower() not in _verbs():
            continue
        before = text[: match.start()].split()[-_NEAR:]
        behind = _up_to(text[match.end() :].split()[:_NEAR], ends)
        found = _proper_words(report, " ".join(["", *behind]))
        if not found and not suffers.isdisjoint(before[-_TO_BE:]):
            # "The Havet 4 was launched"
            found = _proper_words(report, " ".join(["", *before]))
        things |= found
        points = points or (not found and bool(before) and before[-1].lower() in pointers)
    return None if points and not things else frozenset(things)


def _up_to(words: Sequence[str], ends: frozenset[str]) -> list[str]:
    """The words before the first that ends the object, or up to one that a mark ends."""
    kept = []
    for word in words:
        if word.lower() in ends:
            break
        kept.append(word)
        if word[-1] in ",;:":
            break
    return kept


@cache
def _verbs() -> frozenset[str]:
    """Words for a launch or founding; what is announced is not yet there."""
    words = cues(None).words
    told = frozenset().union(*(words[f"act_{kind}"] for kind in OF_THINGS))
    return told - words["announces"]


def _proper_words(report: Report, text: str) -> frozenset[str]:
    """The proper words and numbers in a part of a report, its time expression and its places left out."""
    expression = report.passage.expression
    if expression is not None:
        text = text.replace(expression.text, " ")
    places = {part.lower() for name in report.where for part in name.split()}
    words = cues(None).words
    idle = words["small_words"] | words["empty"]
    found = (match.group().lower() for match in _PROPER.finditer(text))
    return frozenset(
        word for word in found
        if word not in places and word not in idle and (len(word) > 1 or word.isdigit())
    )  # fmt: skip


def same_things(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the proper words may be of one thing: those of the one are among those of the other.

    >>> same_things(frozenset({"havet"}), frozenset({"havet", "store"}))
    True
    >>> same_things(frozenset({"havet", "4"}), frozenset({"havet"}))
    False
    """
    words = [{word for word in those if not word.isdigit()} for those in (one, other)]
    smaller = min(words, key=len)
    return bool(smaller) and smaller <= words[0] & words[1] and one - words[0] == other - words[1]


def is_recalled_or_recalls(report: Report) -> bool:
    """Whether a report tells of something that is told again without its day, with or without it."""
    if report.modality not in _TOLD:
        return bool(quoted_runs(report.passage.text))
    return bool(_recalled_kinds(report) or _toll(report) or quoted_runs(report.passage.text))


def with_recalled(
    reports: Sequence[Report], named: Sequence[Sequence[str]], published: Mapping[str, int | None]
) -> list[Report]:
    """The reports, those that recall what another report dates with its days.

    Args:
        reports: all reports of a collection that may recall or be recalled, names and places in one form.
        named: whom the sentence of each report names.
        published: the last day on which each document may have been published, by its id.
    """
    dated: dict[tuple[str, str], list[Report]] = defaultdict(list)
    tolls: dict[frozenset[tuple[str, str, float]], list[Report]] = defaultdict(list)
    for report, names in zip(reports, named, strict=True):
        if report.basis != "stated" or report.modality not in _TOLD or report.snippet:
            continue
        if length((report.start, report.end)) > _LONGEST:
            continue
        tolls[_toll(report)].append(report)
        # A clause that names nobody is of those whom its sentence names.
        who = report.who or names
        for kind in _recalled_kinds(report):
            for name in who:
                dated[kind, name].append(report)
    recalled = [_recalling(report, dated, tolls, published) for report in reports]
    return with_quoted_again(recalled, published)


def _toll(report: Report) -> frozenset[tuple[str, str, float]]:
    """The harm to people of several countries that a report counts: as good as a name for what it tells."""
    told = {(one.what, one.whose, one.value) for one in figures(report.passage.text) if one.whose.isupper()}
    return frozenset(told) if len(told) >= _FEWEST_OF_TOLL else frozenset()


def _recalled_kinds(report: Report) -> frozenset[str]:
    """The kinds of act that may be recalled: of the main one, or of any that its words tell apart."""
    act = act_of(report)
    return act.main & OF_THINGS | act.kinds & (OF_PERSONS | OF_WORDS)


def _recalling(
    report: Report,
    dated: Mapping[tuple[str, str], Sequence[Report]],
    tolls: Mapping[frozenset[tuple[str, str, float]], Sequence[Report]],
    published: Mapping[str, int | None],
) -> Report:
    written = published.get(report.passage.document)
    if report.basis != "inferred" or report.modality not in _TOLD or written is None:
        return report
    act = act_of(report)
    kinds = _recalled_kinds(report)
    toll = _toll(report)
    if not (kinds or toll) or act.comments:
        return report
    meant = {(other.start, other.end): other for other in tolls.get(toll, ()) if toll}
    shows = _shows(report)
    for kind in sorted(kinds):
        for name in report.who:
            for other in dated.get((kind, name), ()):
                if other.end is None or other.end > written or not _is_same(kind, report, other):
                    continue
                if kind not in OF_THINGS or _shows(other) == shows:
                    meant[other.start, other.end] = other
    only_persons = bool(kinds) and kinds <= OF_PERSONS
    back = _RECENT_OF_PERSONS if only_persons else _RECENT
    recent = [days for days in meant if days[1] is not None and written - days[1] <= back]
    days = _one(recent) or (None if only_persons else _one(list(meant)))
    if days is None or days[1] is None:
        return report
    if report.sentence < _LEAD and written - days[1] > _NEWS:
        return report
    found = meant[days]
    return replace(
        report, start=found.start, end=found.end, precision=found.precision, recalled=True,
        reasons=(f"recalls what another passage dates: {found.title}",),
    )  # fmt: skip


def _shows(report: Report) -> bool:
    """Whether a launch is told as a showing ("unveiled"), which is not yet a release."""
    shows = cues(None).words["shows"]
    return not shows.isdisjoint(_WORD.findall(report.passage.text.lower()))


def _is_same(kind: str, report: Report, other: Report) -> bool:
    """Whether a report can recall what another tells."""
    if kind in OF_THINGS:
        return same_things(report.things, other.things)
    if kind in OF_PERSONS:
        return report.who[:1] == other.who[:1]
    named = {stem(part.lower()) for name in report.who for part in name.split()}
    return len((report.words & other.words) - named) >= _WORDS_SHARED


def _one(intervals: Sequence[Interval]) -> Interval | None:
    """The finest of intervals that are all compatible; None where they are of several occasions."""
    if not intervals:
        return None
    finest = min(intervals, key=length)
    return finest if all(compatible(finest, other) for other in intervals) else None
