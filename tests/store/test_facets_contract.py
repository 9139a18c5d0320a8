"""What every store counts by name, completes and keeps for users: facets, names, views, states."""

from __future__ import annotations

from data.query import select
from data.store.lists import FacetField, NameCount, View
from data.store.protocol import Store
from data.store.records import Selection
from tests.store.harbour import say

ALL = Selection()


class TestFinding:
    def test_facets_of_everything_and_of_a_part(self, marked: Store) -> None:
        assert marked.facets(ALL, "where", 9).counts == (("Quay 0", 4), ("Quay 1", 4))
        assert marked.facets(ALL, "who", 1).counts == (("Port", 9),)
        assert marked.facets(select("is:shown"), "who", 9).counts == (("Port", 8),)
        part = select("after:2020-05-05")
        expected_of: dict[FacetField, tuple[tuple[str, int], ...]] = {
            "where": (("Quay 0", 2), ("Quay 1", 1)), "publisher": (("Harbour Times", 3),),
            "document": (("log", 3),), "modality": (("happened", 3),), "verification": (),
        }  # fmt: skip
        for field, expected in expected_of.items():
            found = marked.facets(part, field, 9)
            assert (found.counts, found.exact) == (expected, True)

    def test_facets_follow_the_marks(self, marked: Store) -> None:
        mark = say(marked, "hide", "ninth")
        say(marked, "verification", "e1", "claimed")
        assert marked.facets(ALL, "who", 9).counts == (("Port", 8),)
        assert marked.facets(ALL, "verification", 9).counts == (("claimed", 1),)
        marked.undo(mark.id, "Ada")
        assert marked.facets(ALL, "publisher", 9).counts == (("Harbour Times", 8), ("Nordic Wire", 1))

    def test_tags_are_counted_and_completed(self, marked: Store) -> None:
        for event in ("e1", "e2", "ninth"):
            say(marked, "tag", event, "call back")
        say(marked, "tag", "e1", "Call back")
        say(marked, "hide", "ninth")
        assert marked.facets(ALL, "tag", 9).counts == (("call back", 2), ("Call back", 1))
        assert marked.facets(select("after:2020-05-01"), "tag", 9).counts == (("call back", 1),)
        assert NameCount("call back", 2) in marked.names("tag", "ba")

    def test_names_by_any_beginning(self, marked: Store) -> None:
        assert marked.names("where", "qu") == [NameCount("Quay 0", 4), NameCount("Quay 1", 4)]
        assert marked.names("publisher", "WIRE") == [NameCount("Nordic Wire", 1)]
        assert marked.names("who", "qu") == []
        assert marked.names("where", "q", 1) == [NameCount("Quay 0", 4)]
        assert marked.names("where", "uay") == []
        assert marked.names("where", "%") == []
        assert marked.names("who", "", 1) == [NameCount("Port", 9)]

    def test_views_and_state(self, writer: Store) -> None:
        writer.save_view("b", "who:ada")
        writer.save_view("a", "is:conflict")
        writer.save_view("b", "who:ben")
        assert writer.views() == [View("a", "is:conflict"), View("b", "who:ben")]
        writer.save_view("a", None)
        assert writer.views() == [View("b", "who:ben")]
        writer.keep_state("Ada", {"event": "e1", "filter": "x"})
        writer.keep_state("Ada", {"event": None, "zoom": "month"})
        assert writer.state("Ada") == {"filter": "x", "zoom": "month"}
        assert writer.state("Ben") == {}
