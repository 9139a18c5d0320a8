"""Whether a clause tells what happened, is planned, denied, conditional, uncertain, or how things are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, cast

from data.events.clauses.dating import Dating
from data.events.cues import Cues
from data.events.hints import ANY, HABIT, RELATIVE, UNTRUE
from data.model import EventKind, Modality, Published

_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
# "Denied on [Monday] | that": a preposition may stand behind the verb.
_TO_DENIED = 2
# Between two commas behind the subject ("Ilves, who has not spoken since, is leaving").
_ASIDE = re.compile(r"(?<=\w), (\w+) [^,]{1,120},(?= \w)")


class Judgement(NamedTuple):
    """A clause's modality and kind, with a reason; ``undated`` says that it happened at a time left unsaid.

    ``habit`` tells that words for how things usually are stand before the verb, ``foretold`` that nothing but
    "would" makes it conditional.
    """

    modality: Modality
    kind: EventKind
    reason: str | None
    habit: bool = False
    undated: bool = False
    foretold: bool = False


_HAPPENED = Judgement("happened", "event", None)
_DENIED = Judgement("denied", "event", None)
_HOLDS = Judgement("happened", "state", None)
_USUAL = Judgement("happened", "state", None, habit=True)


def judge(lower: str, cues: Cues, hints: int = ANY) -> Judgement:
    """Judge a clause given in small letters by its first telling words.

    Those outside quotations, and outside relative clauses between commas, come first.
    ``hints`` are those of its sentence.
    """
    unquoted = lower
    if "“" in lower or '"' in lower:
        unquoted = _QUOTED.sub(" ", lower)
    if hints & RELATIVE and ", " in unquoted:
        unquoted = _ASIDE.sub(
            lambda aside: " " if aside[1] in cues.words["relatives"] else aside[0], unquoted
        )
    if hints & UNTRUE and cues.refuted.search(unquoted) is not None:
        return _DENIED
    match = cues.modality.search(unquoted) or (cues.modality.search(lower) if unquoted is not lower else None)
    if match is None:
        return _HAPPENED
    name = match.lastgroup
    if name == "state":
        return _HOLDS
    if name == "happened":
        habitual = bool(hints & HABIT) and not cues.words["habits"].isdisjoint(lower[: match.start()].split())
        return _USUAL if habitual else _HAPPENED
    if name == "uncertain":
        undated = cues.perfect.match(match.group()) is not None
        reason = "does not say when" if undated else "does not say that it is so"
        return Judgement("uncertain", "event", f"{match.group()!r} {reason}", undated=undated)
    following = lower[match.end() :].split(maxsplit=1)[:1]
    foretold = (
        match.group() in cues.words["foretells"]
        and cues.words["only_judges"].isdisjoint(following)
        and cues.words["hangs_on"].isdisjoint(lower.split())
    )
    return Judgement(cast(Modality, name), "event", None, foretold=foretold)


def is_announced(piece: str, names: Iterable[tuple[int, int]], cues: Cues) -> bool:
    """Whether nothing but an infinitive behind its subject tells what is to come ("Ada Okoye to visit Oslo").

    ``names`` are the ranges of the names in the clause.
    """
    if " to " not in piece or cues.finite_word.search(piece) is not None:
        return False
    for start, end in names:
        link, _, behind = piece[end:].lstrip().partition(" ")
        verb = behind.partition(" ")[0].strip(".,;:")
        known = verb in cues.words["announced"] or verb in cues.words["plain_verbs"]
        # Before a subject all has capitals: "Minister Ada Okoye to visit", but "a trip around Oslo to see".
        if known and link in cues.words["infinitives"] and not any(map(str.islower, piece[:start].split())):
            return True
    return False


def denies_next(before: str, lower: str, cues: Cues) -> bool:
    """Whether a clause is what the one before it denies ("Berg denied on Monday | that he had paid").

    Args:
        before: that clause, in small letters, without its time expressions.
        lower: the clause, in small letters.
        cues: the language's words.
    """
    if lower.partition(" ")[0] not in cues.words["relative_links"]:
        return False
    return not cues.words["denials"].isdisjoint(before.split()[-_TO_DENIED:])


def on_its_days(
    judgement: Judgement,
    dating: Dating | None,
    published: Published,
    *,
    reported: bool,
    in_saying: bool = False,
) -> Modality:
    """A clause's modality once its days are known: what lies behind the document's day is only planned.

    What somebody ``reported`` of the past happened, as far as the document tells; what would be done on a
    day to come is planned where it stands ``in_saying`` ("she said | that she would come in May").
    """
    if dating is None or judgement.modality == "denied":
        return judgement.modality
    if dating.start is not None and published.end is not None and dating.start > published.end:
        told_ahead = judgement.modality in ("happened", "uncertain") or (in_saying and judgement.foretold)
        return "planned" if told_ahead else judgement.modality
    past = dating.end is not None and published.start is not None and dating.end < published.start
    if judgement.undated or (past and reported):
        return "happened"
    return judgement.modality


def kind_on_its_days(judgement: Judgement, dating: Dating | None) -> EventKind:
    """A clause's kind by its words and date: what holds since a day is a state, one day of a habit none."""
    if dating is None:
        return judgement.kind
    if judgement.habit and dating.precision == "day":
        return "event"
    return "state" if dating.start is not None and dating.end is None else judgement.kind
