"""What every store answers of a timeline, while it is written too, whatever engine holds the collection."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from data.errors import CollectionError
from data.model import Claim, Conflict, Expression, Published
from data.query import select
from data.store.protocol import Store
from data.store.records import EventRow, PeriodCount, Selection
from tests.store.made import day, event, passage, put
from tests.store.sinking import LATER, LATER_SANK, MONDAY, PORT, SINKING, dated

Open = Callable[[bool], Store]

EVERYTHING = Selection()


class TestTimeline:
    def test_an_event_comes_back_as_it_was(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_events([SINKING])
        assert writer.event("sinking") == SINKING
        assert list(writer.events(EVERYTHING)) == [SINKING]
        assert writer.event("?") is None

    def test_a_line_says_what_the_event_says(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_events([SINKING])
        (row,) = writer.rows(EVERYTHING, 0, 9)
        assert (row.position, row.passages, row.conflicts) == (writer.place("sinking"), 3, 1)
        shared = set(EventRow._fields) - {"position", "passages", "conflicts", "is_new"}
        assert all(getattr(row, name) == getattr(SINKING, name) for name in shared)

    def test_the_order_of_the_timeline(self, writer: Store) -> None:
        put(writer, PORT)
        whens = ["1939", "1950/..", "1950-01", "1950-01", "1950-01-01", "../1951", "1951-12-31", None, None]
        expected = dated(*whens)
        shuffled = list(expected)
        random.Random(7).shuffle(shuffled)
        writer.replace_events(shuffled)
        # What is said most coarsely comes first; ../1951 stands at its last day.
        assert list(writer.events(EVERYTHING)) == expected
        positions = [row.position for row in writer.rows(EVERYTHING, 0, 99)]
        assert positions == sorted(set(positions))

    @pytest.mark.parametrize("query", ["", "is:stated", "died", "sank OR is:stated"])
    def test_the_first_events_are_told_and_counted_without_the_others(
        self, writer: Store, query: str
    ) -> None:
        put(writer, PORT, LATER)
        writer.replace_events([SINKING, *dated("1950", "1951", "1952")])
        selection = select(query)
        events = list(writer.events(selection))
        assert len(events) > 1
        for most in range(len(events) + 2):
            assert list(writer.events(selection, most)) == events[:most]
            assert writer.count(selection, most) == min(len(events), most + 1)

    def test_documents_come_whole_all_of_them_or_some(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        expected = [writer.document(row.id) for row in writer.documents()]
        assert len(expected) == 2
        assert list(writer.whole_documents()) == expected
        assert list(writer.whole_documents([PORT.id])) == [writer.document(PORT.id)]

    def test_a_day_goes_by_the_clock_whatever_comes_into_it(self, writer: Store) -> None:
        put(writer, PORT)
        clocks = (
            "T06:00/BEFORE", "TMO", "T10:15 EDT", "T10:15:20", "TAF", "T23:40", "T24:00", None, None,
        )  # fmt: skip
        of_day = enumerate(zip(dated(*["2020-05-04"] * len(clocks)), clocks, strict=True))
        expected = [
            replace(one, id=f"at{n}", clock=clock, importance=1 / (n + 1)) for n, (one, clock) in of_day
        ]
        around = dated("2020-05", "2020-05-05")
        writer.replace_events([*expected[::2], *around])
        writer.change_events((), expected[1::2])
        assert [row.id for row in writer.rows(EVERYTHING, 0, 99)] == [
            around[0].id, *(one.id for one in expected), around[1].id,
        ]  # fmt: skip
        changed = replace(expected[-1], clock="T00:30")
        writer.change_events({changed.id}, [changed])
        rows = writer.rows(EVERYTHING, 0, 99)
        assert [(row.id, row.clock) for row in rows[1:4]] == [
            (changed.id, "T00:30"), (expected[0].id, expected[0].clock), (expected[1].id, expected[1].clock),
        ]  # fmt: skip
        assert writer.event(changed.id) == changed

    def test_an_empty_timeline(self, writer: Store) -> None:
        writer.replace_events([])
        assert writer.rows(EVERYTHING, 0, 10) == []
        assert writer.rank(EVERYTHING, 700_000) == 0
        assert writer.periods(EVERYTHING, "year") == writer.periods(select("ferry"), "month") == []
        assert writer.coarse(EVERYTHING) == writer.coarse(select("ferry")) == []
        assert writer.count(EVERYTHING) == 0
        totals = writer.totals()
        assert (totals.events, totals.first, totals.last) == (0, None, None)

    def test_totals(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_events(dated("1939", "2024/..", "../1900", None))
        totals = writer.totals()
        assert (totals.documents, totals.events) == (2, 4)
        assert (totals.first, totals.last) == (day("1939-01-01"), day("1939-12-31"))

    def test_rank_is_where_a_day_is(self, writer: Store) -> None:
        put(writer, PORT)
        writer.replace_events(dated("2019", "2020-05-04", "2020-05-04", "2021", None))
        assert writer.rank(EVERYTHING, day("2018-01-01")) == 0
        assert writer.rank(EVERYTHING, day("2019-01-01")) == 0
        assert writer.rank(EVERYTHING, day("2019-01-02")) == 1
        assert writer.rank(EVERYTHING, day("2020-05-04")) == 1
        assert writer.rank(EVERYTHING, day("2020-05-05")) == 3
        assert writer.rank(EVERYTHING, day("2099-01-01")) == 4

    def test_periods_leave_empty_ones_and_the_undated_out(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_events([SINKING, *dated("2024-07-30", "2024-01", "-0479", None)])
        bc, january, july = day("-0479-01-01"), day("2024-01-01"), day("2024-07-01")
        assert writer.periods(EVERYTHING, "month") == [
            PeriodCount(bc, 1, 0),
            PeriodCount(january, 1, 0),
            PeriodCount(july, 2, 1),
        ]
        assert writer.periods(EVERYTHING, "year") == [PeriodCount(bc, 1, 0), PeriodCount(january, 3, 1)]
        assert writer.periods(select("is:conflict"), "year") == [PeriodCount(january, 1, 1)]

    def test_events_of_a_document(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_events([SINKING, *dated("2000")])
        assert [row.id for row in writer.events_of("port")] == ["e0", "sinking"]
        assert [row.id for row in writer.events_of("later")] == ["sinking"]

    def test_a_passage_needs_its_document(self, writer: Store) -> None:
        with pytest.raises(CollectionError, match="without its document"):
            writer.replace_events(dated("2000"))
        assert writer.count(EVERYTHING) == 0

    def test_replacing_forgets_what_was_before(self, writer: Store) -> None:
        put(writer, PORT)
        writer.replace_events(dated("2000", "2001"))
        assert writer.count(select("twelve")) == 2
        writer.replace_events(dated("2002"))
        assert writer.count(select("twelve")) == 1
        assert [row.edtf for row in writer.rows(select("twelve"), 0, 9)] == ["2002"]

    def test_new_is_what_the_last_build_brought(self, writer: Store) -> None:
        put(writer, PORT)
        new = select("is:new")
        writer.replace_events(dated("2000", "2001"))
        assert writer.count(new) == 0
        assert not any(row.is_new for row in writer.rows(EVERYTHING, 0, 9))
        writer.replace_events(dated("2000", "2001", "2002"))
        assert [row.id for row in writer.rows(new, 0, 9)] == ["e2"]
        assert [row.is_new for row in writer.rows(EVERYTHING, 0, 9)] == [False, False, True]
        writer.replace_events(dated("2000", "2001", "2002"))
        assert [row.id for row in writer.rows(new, 0, 9)] == ["e2"]

    def test_what_comes_of_the_user_s_own_doing_is_not_new(self, writer: Store) -> None:
        put(writer, PORT)
        new = select("is:new")
        writer.replace_events(dated("2000"))
        writer.replace_events(dated("2000", "2001"))
        writer.replace_events(dated("2000", "2001", "2002"), arriving=False)
        assert [row.id for row in writer.rows(new, 0, 9)] == ["e1"]
        writer.change_events({"e2"}, dated("2000", "2001", "2002", "2003")[3:], arriving=False)
        assert [row.id for row in writer.rows(new, 0, 9)] == ["e1"]


class TestRemoving:
    def test_a_document_goes_with_its_passages(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_events([SINKING, *dated("2000")])
        assert writer.remove_documents("port", "?") == 1
        assert writer.totals().documents == 1
        assert writer.document("port") is None
        (left,) = writer.events(EVERYTHING)
        assert left == replace(SINKING, passages=SINKING.passages[2:], conflicts=())
        assert writer.count(select("twelve")) == 0
        assert writer.rows(EVERYTHING, 0, 9)[0].conflicts == 0
        assert not writer.is_current()

    def test_claims_of_other_passages_stay(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        third = replace(SINKING.passages[2], start_char=37, end_char=55, text="Nobody was blamed.")
        claims = (Claim("12", (1, 2)), Claim("10", (2,)), Claim("none", (3,)))
        conflict = Conflict("figure", "apparent", claims)
        writer.replace_events([replace(SINKING, passages=(*SINKING.passages, third), conflicts=(conflict,))])
        writer.remove_documents("port")
        (left,) = writer.events(EVERYTHING)
        kept = (Claim("12", (0,)), Claim("10", (0,)), Claim("none", (1,)))
        assert left.conflicts == (Conflict("figure", "apparent", kept),)

    def test_a_changed_document_takes_its_passages_out_of_sight(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_events([SINKING])
        put(writer, replace(PORT, text="All other words.", sha256="other"))
        found = writer.event("sinking")
        assert found is not None
        assert [p.document for p in found.passages] == ["later"]

    def test_a_document_read_again_unchanged_keeps_its_passages(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_events([SINKING])
        put(writer, PORT)
        assert writer.event("sinking") == SINKING


class TestReaders:
    def test_readers_see_what_is_committed(self, writer: Store, opened: Open) -> None:
        put(writer, PORT)
        reader = opened(False)
        assert reader.count(select("twelve")) == 0
        writer.replace_events(dated("2000"))
        assert reader.count(select("twelve")) == 1
        assert reader.rows(select("twelve"), 0, 9) == writer.rows(select("twelve"), 0, 9)
        writer.replace_events(dated("2000", "2001"))
        assert reader.count(select("twelve")) == 2
        assert len(reader.rows(select("twelve"), 0, 9)) == 2

    def test_events_are_of_one_state_whatever_is_written_meanwhile(self, writer: Store, opened: Open) -> None:
        put(writer, PORT)
        expected = dated("2000", "2001", "2002")
        writer.replace_events(expected)
        reader = opened(False)
        walking = reader.events(EVERYTHING)
        found = [next(walking)]
        writer.replace_events(dated("1900"))
        found.extend(walking)
        assert found == expected
        assert reader.count(EVERYTHING) == 1

    def test_events_may_be_made_from_the_events_there_are(self, writer: Store) -> None:
        put(writer, PORT)
        writer.replace_events(dated("2000", "2001"))
        writer.replace_events(replace(e, title="Renamed") for e in writer.events(EVERYTHING))
        assert [row.title for row in writer.rows(EVERYTHING, 0, 9)] == ["Renamed", "Renamed"]

    def test_a_reader_cannot_write(self, writer: Store, opened: Open) -> None:
        put(writer, PORT)
        reader = opened(False)
        for name in ("replace_file", "give_date", "mark", "keep_state"):
            assert hasattr(writer, name)
            assert not hasattr(reader, name)

    def test_a_failed_write_changes_nothing(self, writer: Store) -> None:
        put(writer, PORT)
        writer.replace_events(dated("2000"))

        def broken() -> Iterator[tuple[str, Published, list[Expression]]]:
            yield "port", Published("1900", 1, 1, "given", None), [MONDAY]
            raise RuntimeError("the power went")

        with pytest.raises(RuntimeError):
            writer.replace_dating(broken())
        assert writer.document("port") == PORT
        with pytest.raises(CollectionError):
            writer.replace_events([*dated("2001"), event("x", "2002", [passage(LATER, LATER_SANK)])])
        assert [row.edtf for row in writer.rows(EVERYTHING, 0, 9)] == ["2000"]

    def test_closing_twice_is_closing(self, writer: Store) -> None:
        writer.close()
        writer.close()
        with pytest.raises(CollectionError):
            writer.documents()
