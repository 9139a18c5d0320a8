"""Outlines of events: small as bytes, and whole again with the passages of their reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from data.events.forms import packed
from data.events.keeping import Memory
from data.events.making import outline_of
from data.events.merging.grouping import Group
from data.events.outline import Outline, filled, pack_outline
from data.events.packed_report import pack_report, unpack_passage, unpack_report
from data.events.renewing import drafts
from data.events.renewing.drafts import Coming, Drafts
from data.events.report import Report
from data.events.timeline import report_document
from data.model import Claim, Conflict, Event, Passage
from tests.helpers.dated_documents import Writer
from tests.helpers.made_reports import made_report

TEXT = "Berg opened the pier {on 9 May 2024=2024-05-09}. Okoye had left {before 2001=before:2001}. It rained."


def event(**told: object) -> Event:
    made = Event(
        id="e", title="Berg opened the pier", start=9, end=9, edtf="2024-05-09", precision="day",
        basis="stated", passages=(),
    )  # fmt: skip
    return replace(made, **told)  # type: ignore[arg-type]


def passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(made_report(text).passage for text in texts)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"who": ("Berg",), "where": ("Oslo", "Moss"), "reasons": ("merged: same words",), "clock": "10:00"},
        {"start": None, "end": None, "edtf": None, "precision": None, "main": True, "importance": 0.25},
        {"conflicts": (Conflict("figure", "hard", (Claim("2 dead", (0, 2)), Claim("3 dead", (1,)))),)},
    ],
)
def test_an_outline_with_its_passages_is_the_event(told: dict[str, object]) -> None:
    first, second, third = passages("He opened it.", "It was opened.", "They met.")
    made = event(**told)
    packed_outline = pack_outline(Outline(made, (1, 2, 0)))
    assert filled(packed_outline, [first, second, third]) == replace(made, passages=(second, third, first))


def test_what_an_event_is_a_part_of_may_be_told_later() -> None:
    own = passages("He opened it.")
    part = filled(pack_outline(Outline(event(importance=0.5), (0,))), own, ("whole", 0.75))
    assert part == event(passages=own, part_of="whole", importance=0.75)
    whole = filled(pack_outline(Outline(event(importance=0.5), (0,))), own, (None, 0.75))
    assert whole == event(passages=own, importance=0.75)


@pytest.mark.parametrize("damaged", [b"", b"no outline", packed(3), packed(((0,), []))])
def test_bytes_of_no_outline_are_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError):
        filled(damaged, passages("He opened it."))


def test_the_passages_of_an_outline_stand_in_their_order_and_first_what_tells_the_line() -> None:
    members = [
        made_report("It was, they said.", document="b", title="It was so"),
        made_report("Berg opened the pier in Oslo.", document="c", title="Berg opened the pier in Oslo"),
        made_report("He did.", document="a", title="He did"),
    ]
    told = outline_of(members, [], frozenset(), {}, {}, dict.fromkeys("abc"))
    assert [members[at].passage.document for at in told.order] == ["c", "a", "b"]
    assert told.event.passages == ()


def test_a_passage_is_that_of_its_report(write: Writer) -> None:
    reports = report_document(write(TEXT))
    assert {one.passage.expression is None for one in reports} == {True, False}
    for report in reports:
        data = pack_report(report)
        assert (unpack_passage(data), unpack_report(data)) == (report.passage, report)


@pytest.mark.parametrize("damaged", [b"", b"no report", packed(3), packed(([], 3)), packed(([], [], 3))])
def test_bytes_of_no_report_are_refused(damaged: bytes) -> None:
    for unpack in (unpack_passage, unpack_report):
        with pytest.raises(ValueError):
            unpack(damaged)


class Aside(Memory):
    """Counts what is put aside."""

    def __init__(self) -> None:
        super().__init__({})
        self.sizes: list[int] = []

    def aside(self, items: Sequence[bytes]) -> Sequence[bytes]:
        self.sizes.append(len(items))
        return super().aside(items)


def test_events_come_by_their_days_from_wherever_their_outlines_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "_TOGETHER", 2)
    reports: dict[int, Report] = {held: made_report(f"They met {held} times.") for held in range(1, 6)}
    keeper = Aside()
    waiting = Drafts(keeper)
    for held, day in {1: 7, 2: None, 3: -4, 4: 7, 5: 0}.items():
        waiting.put(held, day, pack_outline(Outline(event(id=f"e{held}"), (0,))))
    waiting.put(2, None, b"")  # search results make no event
    waiting.put(5, 8, pack_outline(Outline(event(id="later"), (0,))))
    groups = {held: Group((held,)) for held in reports}
    coming = Coming(
        waiting, groups, {1: ("later", 0.5)}, lambda held: reports[held].passage,
        lambda held: pack_report(reports[held]), lambda held: f"d{held}",
    )  # fmt: skip
    found = [*coming]
    assert [one.id for one in found] == ["e3", "e1", "e4", "later"]
    assert [one.passages for one in found] == [(reports[held].passage,) for held in (3, 1, 4, 5)]
    assert [one.part_of for one in found] == [None, "later", None, None]
    assert keeper.sizes == [2, 2, 2]
    blocks = [*coming.blocks(2)]
    assert [[draft.event() for draft in block.drafts] for block in blocks] == [found[:3], found[3:]]
    assert [block.documents for block in blocks] == [{"d3", "d1", "d4"}, {"d5"}]
