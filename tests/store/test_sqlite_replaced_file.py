"""The file of a collection that is open when another one comes in its place, or it gets a second name."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import CollectionError
from data.store import open_to_mark
from data.store.sqlite import open_store
from tests.store.made import document, put


def test_a_file_that_came_in_the_place_of_another_is_looked_at_and_the_former_one_not_written(
    path: Path, tmp_path: Path
) -> None:
    log, other = document("log", "It rained."), document("other", "It snowed.")
    for place, told in ((path, log), (tmp_path / "other.dateline", other)):
        with open_store(place, writing=True) as store:
            put(store, told)
    with open_store(path) as reader, open_store(path, writing=True) as writer:
        before = reader.written()
        (tmp_path / "other.dateline").replace(path)
        assert reader.written() != before
        assert [one.id for one in reader.documents()] == ["other"]
        with pytest.raises(CollectionError, match="another file has come in its place"):
            put(writer, log)


def test_a_file_with_two_names_is_read_and_not_written(path: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.dateline"
    second.hardlink_to(path)
    for name in (path, second):
        with open_store(name) as store:
            assert store.totals().events == 1
        with pytest.raises(CollectionError, match="second name.*Copy it"):
            open_store(name, writing=True)
    second.unlink()
    second.symlink_to(path)
    with open_store(second, writing=True) as store:
        store.save_view("mine", "ferry")
    with open_store(path) as store:
        assert [view.name for view in store.views()] == ["mine"]


def test_a_file_that_was_removed_can_be_read_on_and_is_not_written(path: Path) -> None:
    with open_store(path, writing=True) as writer, open_store(path) as reader:
        before = reader.written()
        path.unlink()
        assert reader.written() == before
        assert [one.id for one in reader.documents()] == ["port"]
        with pytest.raises(CollectionError, match="its file was removed or renamed"):
            writer.keep_state("ana", {"filter": "rain"})
    assert not path.exists()
    with pytest.raises(CollectionError, match="The collection is gone"):
        open_to_mark(path)
    assert not path.exists()
