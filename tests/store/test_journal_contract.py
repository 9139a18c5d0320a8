"""How every store keeps the user's marks, and exchanges them with another copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from data.errors import InputError
from data.marks import on_document, on_events, on_passages
from data.model import MarkKind
from data.query import select
from data.store.protocol import Store
from data.store.records import Selection
from tests.store.harbour import LOG, OTHER, SENTENCES, made, one, say
from tests.store.made import document, event, file, passage, put, reading

Open = Callable[[bool], Store]

ALL = Selection()


def ids(store: Store, query: str = "") -> list[str]:
    return [row.id for row in store.rows(select(query), 0, 99)]


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
