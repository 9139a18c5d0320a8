"""What every store keeps of files and documents, and of their dates, whatever engine holds the collection."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.model import Link, Published, Trouble
from data.store.protocol import Store
from tests.store.made import document, file, put, reading
from tests.store.sinking import LATER, MONDAY, PORT, SINKING


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

    def test_what_is_reported_is_told_of_all_or_of_some(self, writer: Store) -> None:
        put(writer, PORT, LATER)
        assert writer.reported("of today", ["port"]) == {}
        writer.keep_reports("of today", [("port", b"told"), ("later", b"")])
        told = writer.reported("of today")
        assert told.keys() == {"port", "later"}
        assert writer.reported("of today", ["port", "nowhere"]) == {"port": told["port"]}
        assert writer.reported("of today", []) == {}
        assert writer.reported("of yesterday", ["port"]) == {}

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
