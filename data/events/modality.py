"""Whether a clause tells what happened, is planned, denied, conditional, uncertain, or how things are."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from data.events.cues import Cues
from data.model import EventKind, Modality

_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")


class Judgement(NamedTuple):
    """A clause's modality and kind, and whether its first verb is one of the present or past perfect."""

    modality: Modality
    kind: EventKind
    reason: str | None
    habit: bool = False


def judge(lower: str, cues: Cues) -> Judgement:
    """Judge a clause given in small letters by its first telling words, those outside quotations first."""
    unquoted = lower
    if "“" in lower or '"' in lower:
        unquoted = _QUOTED.sub(" ", lower)
    if cues.refuted.search(unquoted) is not None:
        return Judgement("denied", "event", None)
    match = cues.modality.search(unquoted) or (cues.modality.search(lower) if unquoted is not lower else None)
    if match is None:
        return Judgement("happened", "event", None)
    name = match.lastgroup
    if name == "state":
        return Judgement("happened", "state", None)
    if name == "happened":
        habitual = not cues.words.get("habits", frozenset()).isdisjoint(lower[: match.start()].split())
        return Judgement("happened", "state" if habitual else "event", None, habitual)
    if name == "uncertain":
        return Judgement("uncertain", "event", f"{match.group()!r} does not say when")
    return Judgement(cast(Modality, name), "event", None)
