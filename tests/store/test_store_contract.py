"""What every store answers, whatever engine holds the collection."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from data.errors import CollectionError
from data.model import Anchor, Claim, Conflict, Event, Expression, Link, Published, Trouble
from data.query import select
from data.store.protocol import Store
from data.store.records import PeriodCount, Selection
from tests.store.made import day, document, event, file, passage, put, reading

Open = Callable[[bool], Store]

EVERYTHING = Selection()
PORT = document("port", "The ferry sank on Monday. Twelve people died. The harbour was closed.")
LATER = document("later", "Ten people died when the ferry sank. Nobody was blamed.", path="a/later.txt")
SANK, DIED = "The ferry sank on Monday.", "Twelve people died."
LATER_SANK = "Ten people died when the ferry sank."
MONDAY = Expression(
    start_char=18, end_char=24, text="Monday", type="DATE", value="2024-07-08", rule="weekday",
    start=739075, end=739075, precision="day", anchor=Anchor("published", "2024-07-09", "past tense"),
    role="since", readings=((739075, 739075), (739082, 739082)),
)  # fmt: skip
SINKING = event(
    "sinking", "2024-07-08", [passage(PORT, SANK, MONDAY), passage(PORT, DIED), passage(LATER, LATER_SANK)],
    who=("Aurora Lines", "Jörg Ødegård"), where=("Bergen",), importance=0.25, publishers=2, part_of="summer",
    reasons=("merged: same day",), verification="disputed", tags=("b", "a"), note="call the port",
    kind="state", modality="denied", basis="inferred",
    conflicts=(Conflict("figure", "hard", (Claim("12", (1,)), Claim("10", (2,)))),),
)  # fmt: skip


def dated(*whens: str | None) -> list[Event]:
    return [event(f"e{n}", when, [passage(PORT, DIED)]) for n, when in enumerate(whens)]


class TestFilesAndDocuments:
    def test_a_file_comes_back_as_it_was(self, writer: Store) -> None:
        record = file(
            "/in/x", path="./x", settings="s", troubles=(Trouble("./x", 3, "a broken line", "mend it"),)
        )
        writer.replace_file(record, [])
        assert writer.files() == {"/in/x": record}

    def test_readings_come_back_as_they_were(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        assert list(writer.readings()) == [reading(LATER), reading(PORT)]

    def test_a_document_of_all_defaults_comes_back(self, writer: Store) -> None:
        bare = document("bare", "x.", title=None, publisher=None, published=Published(), span=None, line=None)
        put(writer, bare)
        assert writer.document("bare") == bare

    def test_links_come_back_in_their_order(self, writer: Store) -> None:
        links = (Link(0, 3, "https://harbour.example/ä?a=1&b='2'"), Link(4, 5, "mailto:desk@harbour.example"))
        page = document("page", "The ferry sank.", links=links)
        put(writer, page)
        assert writer.document("page") == page
        assert [one.document for one in writer.readings()] == [page]

    def test_a_file_may_hold_many_documents_in_its_order(self, writer: Store) -> None:
        parts = [document(name, "x.", path="capture") for name in ("c", "a", "b")]
        writer.replace_file(file("capture"), [reading(part) for part in parts])
        assert [row.id for row in writer.documents()] == ["c", "a", "b"]

    def test_reading_a_file_again_replaces_its_documents_only(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        changed = document("new", "Other words.", path=PORT.path)
        writer.replace_file(file(f"/in/{PORT.path}"), [reading(changed)])
        assert {row.id for row in writer.documents()} == {"later", "new"}
        assert writer.totals().documents == 2
        assert writer.document("port") is None

    def test_a_document_known_from_another_file_moves(self, writer: Store) -> None:
        put(writer, PORT)
        writer.replace_file(file("/in/renamed"), [reading(replace(PORT, path="renamed"))])
        assert [row.path for row in writer.documents()] == ["renamed"]
        assert writer.owners() == {"port": ("/in/renamed", PORT.sha256)}
        assert writer.totals().documents == 1

    def test_missing_files_keep_their_documents(self, writer: Store) -> None:
        put(writer, PORT)
        writer.mark_files(["/in/port.txt"], "missing")
        assert writer.files()["/in/port.txt"].state == "missing"
        assert writer.document("port") == PORT

    def test_a_path_need_not_be_text(self, writer: Store) -> None:
        path = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
        odd = document("odd", "x.", path=path)
        writer.replace_file(
            file(path, troubles=(Trouble(path, None, "odd name", "rename it"),)), [reading(odd)]
        )
        assert writer.document("odd") == odd
        assert writer.files()[path].troubles[0].path == path

    @pytest.mark.parametrize("text", ["a\0b. c", "", "\u2028𝄞é\r\n. ", "नरेंद्र मोदी. रूस"])
    def test_a_text_comes_back_whatever_is_in_it(self, writer: Store, text: str) -> None:
        odd = document("odd", text)
        put(writer, odd)
        found = writer.document("odd")
        assert found is not None
        assert found.text == text

    def test_the_list_of_documents_counts_passages(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_events([SINKING])
        assert [(row.id, row.passages, row.length) for row in writer.documents()] == [
            ("later", 1, len(LATER.text)),
            ("port", 2, len(PORT.text)),
        ]

    def test_unknown_documents_are_none(self, writer: Store) -> None:
        assert writer.document("?") is None
        assert writer.expressions("?") == ()
        assert writer.events_of("?") == []
        assert writer.remove_documents("?") == 0


class TestDates:
    def test_dating_sets_dates_and_expressions(self, writer: Store) -> None:
        put(writer, PORT)
        published = Published("2024-07-10", 739077, 739077, "inferred", "from its neighbours")
        writer.replace_dating([("port", published, [MONDAY])])
        found = writer.document("port")
        assert found is not None
        assert found.published == published
        assert writer.expressions("port") == (MONDAY,)

    def test_dating_may_read_the_collection_it_dates(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        writer.replace_dating((r.document.id, r.document.published, [MONDAY]) for r in writer.readings())
        assert writer.expressions("later") == (MONDAY,)

    def test_given_dates_survive_rebuilding(self, writer: Store) -> None:
        put(writer, PORT)
        writer.give_date("port", "2024-07")
        writer.replace_file(file("/in/port.txt"), [])
        put(writer, PORT)
        writer.replace_events([SINKING] if writer.document("later") else [])
        assert writer.given_dates() == {"port": "2024-07"}
        writer.give_date("port", None)
        assert writer.given_dates() == {}

    def test_events_are_current_until_a_file_or_date_comes(self, writer: Store) -> None:
        assert writer.is_current()
        put(writer, PORT)
        assert not writer.is_current()
        writer.replace_events([])
        assert writer.is_current()
        writer.give_date("port", "2024")
        assert not writer.is_current()
        writer.replace_events([])
        writer.mark_files(["/in/port.txt"], "missing")
        assert writer.is_current()


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
        shared = set(row.__slots__) - {"position", "passages", "conflicts", "is_new"}
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
        with pytest.raises(CollectionError, match="reading only"):
            opened(False).give_date("port", "2024")

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
