"""Dating a collection again starts from what was read, not from what was dated before."""

from __future__ import annotations

from contextlib import closing

from data.model import Document, Published, Reading
from data.store import open_collection
from data.store.lists import FileRecord


def test_what_was_read_is_kept_beside_what_was_dated(address: str) -> None:
    read, dated = (
        Published("2024", 1, 2, "stated", "as read"),
        Published("2025", 3, 4, "inferred", "worked out"),
    )
    document = Document(id="a", path="a.txt", text="It rained.", sha256="0" * 64, published=read)
    record = FileRecord(path="a.txt", location="/a.txt", size=10, modified=0, sha256="0" * 64)
    with closing(open_collection(address, writing=True)) as store:
        store.replace_file(record, [Reading(document, (), ())])
        assert list(store.dated()) == []
        store.replace_dating([("a", dated, ())])
        assert [reading.document.published for reading in store.readings()] == [read]
        assert [item.document.published for item in store.dated()] == [dated]
        found = store.document("a")
        assert found is not None
        assert found.published == dated
