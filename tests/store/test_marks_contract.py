"""What every store does with the user's marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from data.errors import InputError
from data.marks import on_document, on_events, on_passages
from data.model import MarkKind
from data.order import timeline_order
from data.query import select
from data.store.protocol import Store
from data.store.records import PeriodCount, Selection
from tests.store.harbour import LOG, OTHER, SENTENCES, made, one, say
from tests.store.made import day, document, event, file, passage, put, reading

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


class TestJournal:
    def test_marks_come_back_in_order_and_whole(self, marked: Store) -> None:
        second = say(marked, "tag", "e1", "b", at="2024-01-02T00:00:00.000000Z")
        first = say(marked, "tag", "e2", "a", at="2024-01-01T00:00:00.000000Z")
        kept = marked.marks()
        assert [mark.id for mark in kept] == [first.id, second.id]
        assert kept[0].passages == tuple(replace(p, path="log.txt") for p in first.passages)
        assert replace(kept[0], passages=first.passages) == first
        assert [mark.id for mark in marked.marks("e1")] == [second.id]
        assert marked.marks("?") == []

    def test_what_is_said_last_holds_though_the_clock_was_set_back(self, marked: Store) -> None:
        say(marked, "verification", "e1", "verified", at="2024-01-02T00:00:00.999999Z")
        say(marked, "verification", "e1", "disputed", at="2023-12-31T00:00:00.000000Z")
        assert one(marked, "e1").verification == "disputed"
        assert [(mark.value, mark.at) for mark in marked.marks("e1")] == [
            ("verified", "2024-01-02T00:00:00.999999Z"),
            ("disputed", "2024-01-02T00:00:01.000000Z"),
        ]
        marked.replace_events(made())
        assert one(marked, "e1").verification == "disputed"

    def test_a_document_has_the_date_that_was_given_last(self, marked: Store) -> None:
        for at, value in (("2024-01-02T00:00:00Z", "2020"), ("2024-01-01T00:00:00Z", "2019")):
            marked.mark(on_document("published", LOG.id, value, by="Ada", at=at))
        assert marked.given_dates() == {LOG.id: "2019"}

    def test_names_are_whose_was_said_last(self, marked: Store) -> None:
        names = '["A. Ilves", "K. Ilves"]'
        said: list[tuple[MarkKind, str]] = [
            ("join-names", "2024-01-02T00:00:00Z"),
            ("part-names", "2024-01-01T00:00:00Z"),
        ]
        for kind, at in said:
            marked.mark(on_passages(kind, value=names, by="Ada", at=at))
        assert [wish.kind for wish in marked.wishes()] == ["join-names", "part-names"]

    def test_undo_and_redo_say_who_and_when(self, marked: Store) -> None:
        mark = say(marked, "tag", "e1", "sea")
        assert marked.undo(mark.id, "Ben")
        assert not marked.undo(mark.id, "Ben")
        (kept,) = marked.marks()
        assert (kept.undone, kept.turned_by) == (True, "Ben")
        assert kept.turned_at is not None
        assert kept.turned_at >= kept.at
        assert one(marked, "e1").tags == ()
        assert marked.redo(mark.id, "Ada")
        assert not marked.redo(mark.id, "Ada")
        assert one(marked, "e1").tags == ("sea",)
        assert not marked.undo("nothing", "Ada")

    def test_the_same_mark_twice_is_one(self, marked: Store) -> None:
        mark = say(marked, "tag", "e1", "sea")
        marked.mark(mark)
        assert len(marked.marks()) == 1

    def test_marks_survive_rebuilding_in_any_grouping(self, marked: Store) -> None:
        say(marked, "verification", "e1", "disputed")
        say(marked, "title", "e2", "Ship two")
        both = event("both", "2020-05-01", [passage(LOG, SENTENCES[0]), passage(LOG, SENTENCES[1])])
        marked.replace_events([both, *made()[2:]])
        found = one(marked, "both")
        assert (found.verification, found.title) == ("disputed", "Ship two")
        marked.replace_events(made())
        assert one(marked, "e1").verification == "disputed"
        assert one(marked, "e1").title == "Event e1"
        assert one(marked, "e2").title == "Ship two"

    def test_a_mark_follows_its_text(self, marked: Store) -> None:
        say(marked, "tag", "e2", "sea")
        moved = document("new", "A new first sentence.", *SENTENCES, path=LOG.path)
        marked.replace_file(file(f"/in/{LOG.path}"), [reading(moved)])
        marked.replace_events([event("n", "2020", [passage(moved, SENTENCES[1])])])
        assert one(marked, "n").tags == ("sea",)
        assert marked.waiting() == []

    @pytest.mark.parametrize("texts", [["All is new."], [SENTENCES[1], "And again.", SENTENCES[1]]])
    def test_a_mark_waits_where_its_text_is_gone_or_doubled(self, marked: Store, texts: list[str]) -> None:
        mark = say(marked, "tag", "e2", "sea")
        changed = document("new", *texts, path=LOG.path)
        marked.replace_file(file(f"/in/{LOG.path}"), [reading(changed)])
        marked.replace_events([event("n", "2020", [passage(changed, texts[0])])])
        assert one(marked, "n").tags == ()
        assert [waits.id for waits in marked.waiting()] == [mark.id]
        put(marked, LOG)
        marked.replace_events(made()[:8])
        assert one(marked, "e2").tags == ("sea",)
        assert marked.waiting() == []

    def test_a_mark_goes_to_the_next_passage_that_is_present(self, marked: Store) -> None:
        both = event("both", None, [passage(OTHER, "The ninth ship sank."), passage(LOG, SENTENCES[0])])
        marked.replace_events([both])
        say(marked, "tag", "both", "sea")
        marked.remove_documents("other")
        assert one(marked, "both").tags == ("sea",)

    def test_wishes_are_on_passages_as_they_are_now(self, marked: Store) -> None:
        marked.mark(
            on_events("merge", [one(marked, "e1"), one(marked, "ninth"), one(marked, "e2")], by="Ada")
        )
        marked.mark(on_passages("join-names", value='["Ada", "A. Okoye"]'))
        split = on_passages("split", one(marked, "e3").passages)
        marked.mark(split)
        marked.undo(split.id, "Ada")
        assert [(wish.kind, wish.value) for wish in marked.wishes()] == [
            ("merge", "[1, 1, 1]"), ("join-names", '["Ada", "A. Okoye"]'),
        ]  # fmt: skip
        marked.remove_documents("other")
        assert marked.wishes()[0].value == "[1, 1]"
        marked.remove_documents("log")
        assert [waits.kind for waits in marked.waiting()] == ["merge"]

    def test_readers_see_marks_and_cannot_make_them(self, marked: Store, opened: Open) -> None:
        reader = opened(False)
        assert ids(reader, "tag:sea") == []
        say(marked, "tag", "e1", "sea")
        assert ids(reader, "tag:sea") == ["e1"]
        assert not hasattr(reader, "mark")

    def test_marks_made_while_documents_change_count_after_the_build(self, marked: Store) -> None:
        put(marked, document("third", "Something else happened."))
        say(marked, "date", "e1", "2021")
        say(marked, "tag", "e1", "sea")
        assert ids(marked, "tag:sea") == ["e1"]
        marked.replace_events(made())
        assert ids(marked, "on:2021") == ["e1"]


class TestExchange:
    def test_two_copies_become_alike(self, marked: Store) -> None:
        mine = say(marked, "verification", "e1", "verified", at="2024-01-01T00:00:00.000000Z")
        theirs = replace(mine, id="f" * 32, by="Ben", value="disputed", at="2024-01-02T00:00:00.000000Z")
        turned = replace(mine, undone=True, turned_at="2030-01-01T00:00:00.000000Z", turned_by="Ben")
        taken = marked.take_marks([theirs, mine])
        assert (taken.new, taken.turned, taken.known) == (1, 0, 1)
        assert [(ours.value, other.value) for ours, other in taken.contested] == [("verified", "disputed")]
        assert one(marked, "e1").verification == "disputed"
        taken = marked.take_marks([turned])
        assert (taken.new, taken.turned, taken.known) == (0, 1, 0)
        assert marked.take_marks(marked.marks()).known == 2
        marked.undo(theirs.id, "Ada")
        assert one(marked, "e1").verification is None

    def test_only_the_last_word_of_each_copy_is_contested(self, marked: Store) -> None:
        first = say(marked, "title", "e1", "Ship lost", at="2024-01-01T00:00:00.000000Z")
        theirs = [
            replace(first, id=letter * 32, by="Ben", value=value, at=f"2024-01-0{day}T00:00:00.000000Z")
            for letter, value, day in (("a", "Ferry lost", 2), ("b", "Ferry sank", 3))
        ]
        (pair,) = marked.take_marks(theirs).contested
        assert [mark.value for mark in pair] == ["Ship lost", "Ferry sank"]
        same = replace(first, id="c" * 32, by="Cem", value="Ferry sank", at="2024-01-04T00:00:00.000000Z")
        assert marked.take_marks([same]).contested == ()

    def test_publication_dates_are_exchanged_too(self, marked: Store) -> None:
        marked.give_date("log", "2020-05")
        theirs = on_document("published", "log", "2020-06", by="Ben", at="2999-01-01T00:00:00.000000Z")
        taken = marked.take_marks([theirs])
        assert [(ours.value, other.value) for ours, other in taken.contested] == [("2020-05", "2020-06")]
        assert marked.given_dates() == {"log": "2020-06"}
        assert not marked.is_current()
        marked.undo(theirs.id, "Ada")
        assert marked.given_dates() == {"log": "2020-05"}
        marked.give_date("gone", "1999")
        assert [waits.value for waits in marked.waiting()] == ["1999"]

    def test_a_broken_mark_leaves_all_as_it_was(self, marked: Store) -> None:
        mine = on_events("tag", [one(marked, "e1")], "sea")
        with pytest.raises(InputError):
            marked.take_marks([mine, replace(mine, id="e" * 32, kind="date", value="soon")])
        assert marked.marks() == []
