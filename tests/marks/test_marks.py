"""Making marks, placing them again, and uniting those of two copies."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import InputError
from data.marks import Effects, marked, merging, moved, on_events, on_passages, placed, told, turned, united
from data.model import Event, Mark, MarkedPassage, MarkKind, Passage
from data.user import user_name

TEXT = "The ferry sank. Nobody was hurt. It rained. It rained."
SANK = Passage(document="d", start_char=0, end_char=15, text="The ferry sank.")
HURT = Passage(document="d", start_char=16, end_char=32, text="Nobody was hurt.")
EVENT = Event(
    id="e", title="Ferry sinks", start=1, end=1, edtf="0001-01-01", precision="day", basis="inferred",
    passages=(SANK, HURT), note="made",
)  # fmt: skip


def place(mark: Mark, texts: dict[str, str]) -> list[MarkedPassage | None]:
    return placed(mark, texts.get, lambda path: [name for name in texts if path == "d.txt"])


class TestMaking:
    def test_ids_are_unlike_all_others(self) -> None:
        assert len({on_events("tag", [EVENT], "a").id for _ in range(100)}) == 100

    def test_by_whom(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DATELINE_USER", " Ada ")
        assert user_name() == on_events("tag", [EVENT], "a").by == "Ada"
        monkeypatch.delenv("DATELINE_USER")
        monkeypatch.setenv("LOGNAME", "ben")
        assert user_name() == "ben"

    def test_an_event_by_hand_has_no_passages_to_be_made_anew(self) -> None:
        with pytest.raises(InputError, match="by hand"):
            on_events("merge", [EVENT, replace(EVENT, by="Ada")])

    def test_what_documents_tell_takes_in_what_was_added_by_hand(self) -> None:
        other = replace(EVENT, id="f", tags=("sea",))
        ours = replace(
            EVENT, id="g", title="Ferry lost", by="Ada", citation="Annals", passages=(), tags=("sea", "port"),
            verification="verified",
        )  # fmt: skip
        marks = merging([ours, EVENT, other])
        assert [(mark.kind, mark.value) for mark in marks] == [
            ("merge", "[2, 2]"),
            ("source", "Annals: “Ferry lost”, 1 January AD 1"),
            ("tag", "sea"), ("tag", "port"), ("verification", "verified"), ("hide", ""),
        ]  # fmt: skip
        assert marks[-1].passages[0].document == "g"

    def test_of_events_added_by_hand_the_first_takes_in_the_others(self) -> None:
        one = replace(EVENT, id="g", by="Ada", citation="Annals", passages=())
        other = replace(one, id="h", by="Ben", citation=None, note="call", start=None, end=None)
        source, hide = merging([one, other])
        (taken,) = Effects([source]).on(one)
        assert marked(one, [taken]).citation == "Annals; Ben: “Ferry sinks”, undated"
        assert (hide.kind, hide.passages[0].document) == ("hide", "h")

    def test_a_merge_of_one_is_refused(self) -> None:
        with pytest.raises(InputError, match="two events"):
            on_events("merge", [EVENT])


class TestTimes:
    """A mark that gives a date may give the time of the day too."""

    EVENING = replace(EVENT, clock="TEV")
    EXACT = replace(EVENT, clock="T19:30")

    @pytest.mark.parametrize(
        ("made", "value", "edtf", "clock"),
        [
            (EVENT, "0001-01-02T10:15", "0001-01-02", "T10:15"),
            (EVENT, "0001-01-02T10:15:20+05:30", "0001-01-02", "T10:15:20 +05:30"),
            (EVENT, "0001-01-02T25:15", "0001-01-02", None),
            (EXACT, "0001-01-02T10:15Z", "0001-01-02", "T10:15 UTC"),
            (EXACT, "0001-01-01", "0001-01-01", None),
            (EXACT, "0001", "0001", None),
            (EXACT, "", "0001-01-01", "T19:30"),
            # a part of the day cannot be said beside a date: it is not denied
            (EVENING, "0001-01-02", "0001-01-02", "TEV"),
            (EVENING, "0001-01", "0001-01", None),
            (EVENING, "0001-01-02T20:00", "0001-01-02", "T20:00"),
        ],
    )
    def test_a_date_with_a_time(self, made: Event, value: str, edtf: str, clock: str | None) -> None:
        changed = marked(made, [on_events("date", [made], value)])
        assert (changed.edtf, changed.clock) == (edtf, clock)

    def test_the_time_alone_is_a_date_given(self) -> None:
        mark = on_events("date", [EVENT], "0001-01-01T10:15", by="Ada", at="2024-09-30T08:00:00.000000Z")
        assert marked(replace(EVENT, basis="stated"), [mark]).reasons == (
            "date given by Ada on 30 September 2024",
        )
        assert told(mark) == "date: 1 January AD 1, 10:15, by Ada on 30 September 2024"

    def test_an_event_by_hand_at_a_time(self) -> None:
        mark = on_passages("event", value='{"title": "The port opens", "date": "1998-05-04T09:00Z"}')
        (opened,) = Effects([mark]).added
        assert (opened.edtf, opened.precision, opened.clock) == ("1998-05-04", "day", "T09:00 UTC")


class TestPlacing:
    MARK = on_passages("tag", [SANK, HURT], "sea")

    def test_where_it_was(self) -> None:
        assert place(self.MARK, {"d": TEXT}) == list(self.MARK.passages)

    def test_where_its_text_went(self) -> None:
        first, second = place(self.MARK, {"d": f"News. {TEXT}"})
        assert first == replace(self.MARK.passages[0], start_char=6, end_char=21)
        assert second == replace(self.MARK.passages[1], start_char=22, end_char=38)

    def test_in_a_new_document_of_the_same_file(self) -> None:
        on_file = replace(self.MARK, passages=tuple(replace(p, path="d.txt") for p in self.MARK.passages))
        found = place(on_file, {"new": f"News. {TEXT}", "other": "Nobody was hurt."})
        assert found[0] is not None
        assert (found[0].document, found[0].start_char) == ("new", 6)
        assert found[1] is None  # it stands in two documents now

    def test_nowhere_if_it_stands_twice(self) -> None:
        rained = on_passages("tag", [replace(SANK, text="It rained.")], "sea")
        assert place(rained, {"d": TEXT}) == [None]

    def test_of_a_merge_whose_events_are_gone_in_part(self) -> None:
        merge = on_events("merge", [EVENT, replace(EVENT, passages=(replace(SANK, document="x"),))])
        assert merge.value == "[2, 1]"
        here = moved(merge, place(merge, {"d": "Nobody was hurt."}))
        assert (here.value, [p.text for p in here.passages]) == ("[1]", ["Nobody was hurt."])


class TestEffects:
    def test_the_later_holds_and_an_empty_one_takes_back(self) -> None:
        said: list[tuple[MarkKind, str]] = [
            ("title", "One"), ("title", "Two"), ("date", "2020"), ("date", ""), ("note", "n"), ("note", ""),
            ("verification", "verified"), ("hide", ""), ("tag", "a"), ("tag", "b"), ("untag", "a"),
        ]  # fmt: skip
        marks = [
            on_events(kind, [EVENT], value, by="Ada", at=f"2024-01-01T00:00:00.{n:06d}Z")
            for n, (kind, value) in enumerate(said)
        ]
        event = marked(EVENT, Effects(reversed(marks)).on(EVENT))
        assert event == replace(
            EVENT, title="Two", verification="verified", hidden=True, tags=("b",),
            reasons=("title given by Ada on 1 January 2024",),
        )  # fmt: skip

    def test_nothing_of_nothing(self) -> None:
        assert marked(EVENT, []) == EVENT

    def test_a_mark_is_on_the_event_with_its_first_passage_only(self) -> None:
        other = replace(EVENT, id="f", passages=(HURT,))
        effects = Effects([on_events("tag", [EVENT], "a")])
        assert effects.on(replace(EVENT, passages=(SANK,)))
        assert not effects.on(other)


turns = st.builds(
    lambda at, undone, by: replace(
        Mark(id="0", at="2024", by="Ada", kind="tag", value="a"), turned_at=at, undone=undone, turned_by=by
    ),
    st.sampled_from([None, "2025", "2026"]), st.booleans(), st.sampled_from([None, "Ada", "Ben"]),
)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(turns, min_size=1, max_size=4))
def test_copies_become_alike_in_whatever_order_they_meet(copies: list[Mark]) -> None:
    results = set()
    for order in itertools.permutations(copies):
        result = order[0]
        for other in order[1:]:
            result = united(result, other)
        results.add(result)
    assert len(results) == 1


def test_a_turn_is_never_before_the_last() -> None:
    mark = on_events("tag", [EVENT], "a", at="2024-01-01")
    undone = turned(mark, "Ben", "2023-01-01")
    assert (undone.undone, undone.turned_at, undone.turned_by) == (True, "2024-01-01", "Ben")
    assert turned(undone, "Ada", "2025").undone is False
