"""Small timelines made from a seed, of what news seldom have and of all marks.

Days before Christ, open ends, dates in doubt, states, contradictions and what is hidden are frequent in them.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import get_args

from data import days, edtf
from data.model import Claim, Conflict, Event, Modality, Passage, Reading, Verification
from tests.store.asked import Drawing
from tests.store.synthetic import Synthetic, Words

_ERAS = (-479, -43, 0, 1, 1066, 1582, 2024)
_LENGTHS = (0, 0, 0, 6, 30, 364, 399, 400, 401, 3_652, 40_000)  # days; from 400 on an event is long
_TAGS = ("Follow-Up", "follow-up", "Réunion", "nothing more")
_WORDS, _NAMES = 120, 12
_STATUSES: tuple[Verification, ...] = get_args(Verification)
_MODALITIES: tuple[Modality, ...] = get_args(Modality)


class Motley(Synthetic):
    """A timeline of few words and names."""

    def __init__(self, events: int, seed: int) -> None:
        super().__init__(events, seed)
        self.vocabulary = _first(self.vocabulary, _WORDS)
        self.people, self.places = _first(self.people, _NAMES), _first(self.places, _NAMES)

    def _event(self, number: int, source: random.Random, told: list[tuple[Reading, int]]) -> Event:
        event = super()._event(number, source, told)
        start: int | None = a_day(source)
        end: int | None = a_day(source, start) if start is not None else None
        open_start, open_end = source.random() < 0.12, source.random() < 0.12
        start, end = None if open_start else start, None if open_end else end
        single = start == end is not None
        conflict = Conflict("date", "apparent", (Claim("1", (0,)), Claim("2", (len(told) - 1,))))
        return replace(
            event,
            start=start,
            end=end,
            precision=None if start is end is None else "day",
            edtf=edtf.write(start, end, None if start is end is None else "day"),
            clock=event.clock if single else None,
            kind=source.choice(("event", "event", "state")),
            modality=source.choice(_MODALITIES),
            passages=tuple(_doubted(passage, source) for passage in event.passages),
            conflicts=(conflict,) if len(told) > 1 and source.random() < 0.3 else (),
            verification=source.choice((None, None, None, *_STATUSES)),
            tags=tuple(source.sample(_TAGS, source.choice((0, 0, 0, 1, 2)))),
            note=source.choice((None, None, "ask the port")),
            main=source.random() < 0.3,
            hidden=source.random() < 0.1,
        )


class DrawingMotley(Drawing):
    """Draws queries of such a timeline."""

    def date(self) -> str:
        source = self.source
        first = a_day(source)
        day, (year, month, _) = days.iso(first), days.civil(first)
        last = days.iso(a_day(source, first))
        month_of_year = f"{days.iso_year(year)}-{month:02}"
        closed = [day, month_of_year, days.iso_year(year), f"{day}/{last}", f"{days.iso_year(year)}/{last}"]
        field = source.choice(("on", "on", "after", "before"))
        opened = [f"../{day}", f"{month_of_year}/.."] if field == "on" else []
        return f"{field}:{source.choice([*closed, *opened])}"

    def own(self) -> str:
        source = self.source
        if source.random() < 0.5:
            return super().own()
        return source.choice((f'tag:"{source.choice(_TAGS)}"', f"tag:{source.choice(_TAGS[:2]).upper()}"))


def a_day(source: random.Random, first: int | None = None) -> int:
    """A day of some era, or the last day of what begins on one."""
    if first is not None:
        return first + source.choice(_LENGTHS)
    return days.ordinal(source.choice(_ERAS), source.randint(1, 12)) + source.choice((0, 0, 14, 30, 700))


def _first(words: Words, count: int) -> Words:
    return Words(words.words[:count], words.weights[:count])


def _doubted(passage: Passage, source: random.Random) -> Passage:
    said = passage.expression
    if said is None or source.random() < 0.2:
        return replace(passage, expression=None)
    doubts = ((1, 1), (2, 2)) if source.random() < 0.2 else ()
    return replace(passage, expression=replace(said, readings=doubts))
