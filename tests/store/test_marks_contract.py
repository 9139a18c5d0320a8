"""What every store does with the user's marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from data.errors import InputError
from data.marks import on_passages
from data.model import MarkKind
from data.order import timeline_order
from data.query import select
from data.store.protocol import Store
from data.store.records import PeriodCount, Selection
from tests.store.harbour import LOG, OTHER, made, one, say
from tests.store.made import day, put

Open = Callable[[bool], Store]

ALL = Selection()


def ids(store: Store, query: str = "") -> list[str]:
    return [row.id for row in store.rows(select(query), 0, 99)]


class TestEffects:
    def test_a_status(self, marked: Store) -> None:
        say(marked, "verification", "e1", "verified")
        assert ids(marked, "status:verified") == ["e1"]
        assert marked.rows(ALL, 0, 1)[0].verification == "verified"
        say(marked, "verification", "e1")
        assert ids(marked, "status:verified") == []

    def test_tags_and_notes(self, marked: Store) -> None:
        for tag in ("sea", "port", "sea"):
            say(marked, "tag", "e2", tag)
        say(marked, "untag", "e2", "port")
        say(marked, "note", "e2", "call")
        assert (one(marked, "e2").tags, one(marked, "e2").note) == (("sea",), "call")
        assert ids(marked, "tag:sea has:note is:marked") == ["e2"]

    def test_a_title_is_found_by_its_words_and_the_former_is_not(self, marked: Store) -> None:
        say(marked, "title", "e3", "Zeppelins arrive")
        assert ids(marked, "zeppelins") == ["e3"]
        assert ids(marked, '"event e3"') == []
        assert one(marked, "e3").reasons[-1].startswith("title given by Ada on")
        assert ids(marked, "harbour") == [f"e{n}" for n in range(1, 9)]

    @pytest.mark.parametrize(
        ("event_id", "date", "expected"),
        [
            ("e1", "2020-05-04", ["e2", "e3", "e1", "e4", "e5", "e6", "e7", "e8", "ninth"]),
            ("e8", "1990", ["e8", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "ninth"]),
            ("ninth", "2020-05-05", ["e1", "e2", "e3", "e4", "e5", "ninth", "e6", "e7", "e8"]),
            ("e1", "../2030", ["e2", "e3", "e4", "e5", "e6", "e7", "e8", "e1", "ninth"]),
        ],
    )
    def test_a_date_moves_the_event(
        self, marked: Store, event_id: str, date: str, expected: list[str]
    ) -> None:
        mark = say(marked, "date", event_id, date)
        assert ids(marked) == expected
        positions = [row.position for row in marked.rows(ALL, 0, 99)]
        assert positions == sorted(set(positions))
        assert ids(marked, "harbour -ninth") == [name for name in expected if name != "ninth"]
        moved = one(marked, event_id)
        assert (moved.edtf, moved.basis) == (date, "stated")
        assert sum(month.events for month in marked.periods(ALL, "month")) == 9 - (event_id != "ninth")
        assert ids(marked, "is:undated") == ([] if event_id == "ninth" else ["ninth"])
        marked.undo(mark.id, "Ada")
        assert ids(marked) == [*(f"e{n}" for n in range(1, 9)), "ninth"]
        assert marked.totals().first == day("2020-05-01")
        assert marked.totals().last == day("2020-05-08")

    def test_hidden_is_in_no_selection_but_its_own(self, marked: Store) -> None:
        say(marked, "hide", "e2")
        say(marked, "hide", "e5")
        rest = ["e1", "e3", "e4", "e6", "e7", "e8", "ninth"]
        assert ids(marked) == rest
        for query, expected in (
            ("harbour", rest[:-1]), ("is:hidden", ["e2", "e5"]), ("is:hidden harbour", ["e2", "e5"]),
            ("is:hidden OR is:undated", ["e2", "e5", "ninth"]), ("is:shown", rest[:-1]),
            ("-is:undated", rest[:-1]), ("on:2020-05", rest[:-1]), ("", rest),
        ):  # fmt: skip
            assert ids(marked, query) == expected
            assert [each.id for each in marked.events(select(query))] == expected
            assert marked.count(select(query)) == len(expected)
            assert marked.rank(select(query), day("2020-05-04")) == sum(
                name < "e4" for name in expected if name != "ninth"
            )
        assert [row.id for row in marked.rows(ALL, 1, 3)] == ["e3", "e4", "e6"]
        assert marked.main_lines(ALL, 1, 3, 2) == [1, 2]
        assert marked.totals().events == 7
        assert marked.periods(ALL, "year") == [PeriodCount(day("2020-01-01"), 6, 0)]
        assert one(marked, "e2").hidden
        say(marked, "show", "e2")
        assert ids(marked) == ["e1", "e2", *rest[1:]]

    def test_the_default_view(self, writer: Store) -> None:
        put(writer, LOG, OTHER)
        inferred = {"basis": "inferred"}
        sort: dict[int, dict[str, Any]] = {1: {"kind": "state"}, 2: inferred, 3: {**inferred, "main": True}}
        writer.replace_events([replace(e, **sort.get(n, {})) for n, e in enumerate(made(), 1)])
        assert ids(writer, "is:shown") == ["e3", "e4", "e5", "e6", "e7", "e8"]
        assert writer.count(select("is:shown")) == 6
        assert writer.rank(select("is:shown"), day("2020-05-05")) == 2
        assert [row.id for row in writer.rows(select("is:shown"), 2, 2)] == ["e5", "e6"]
        say(writer, "date", "e2", "2020-05-07")
        assert ids(writer, "is:shown") == ["e3", "e4", "e5", "e6", "e2", "e7", "e8"]
        assert writer.periods(select("is:shown"), "month") == [PeriodCount(day("2020-05-01"), 7, 0)]

    def test_an_event_is_added_by_hand(self, marked: Store) -> None:
        mark = on_passages(
            "event", by="Ada",
            value='{"title": "Lamps lit", "date": "2020-05-03", "who": ["Ben"], "citation": "Annals, p. 3"}',
        )  # fmt: skip
        marked.mark(mark)
        added = one(marked, mark.id)
        assert (added.title, added.by, added.citation, added.passages) == (
            "Lamps lit",
            "Ada",
            "Annals, p. 3",
            (),
        )
        assert ids(marked)[3] == mark.id or ids(marked)[2] == mark.id
        assert (
            ids(marked, "who:ben")
            == ids(marked, "source:annals")
            == ids(marked, "-harbour -ninth")
            == [mark.id]
        )
        say(marked, "tag", mark.id, "light")
        assert ids(marked, "tag:light") == [mark.id]
        marked.replace_events(made())
        assert one(marked, mark.id).tags == ("light",)
        marked.undo(mark.id, "Ben")
        assert marked.event(mark.id) is None
        assert len(ids(marked)) == 9
        assert [waits.kind for waits in marked.waiting()] == ["tag"]
        marked.redo(mark.id, "Ben")
        assert one(marked, mark.id).tags == ("light",)

    @pytest.mark.parametrize("turned", [False, True], ids=["by their days", "turned round"])
    def test_events_come_into_an_empty_timeline_in_its_order(self, marked: Store, *, turned: bool) -> None:
        say(marked, "date", "e1", "2031")
        say(marked, "date", "e5", "1905")
        before = ids(marked)
        marked.replace_events([])
        assert ids(marked) == []
        marked.replace_events(sorted(made(), key=timeline_order, reverse=turned))
        assert ids(marked) == before
        assert marked.totals().first == day("1905-01-01")

    def test_a_mark_that_is_none_is_refused(self, marked: Store) -> None:
        wrong: list[tuple[MarkKind, str]] = [
            ("verification", "sure"), ("date", "May"), ("tag", ""), ("event", "{}"),
        ]  # fmt: skip
        for kind, value in wrong:
            with pytest.raises(InputError, match=kind):
                say(marked, kind, "e1", value)
        assert marked.marks() == []
