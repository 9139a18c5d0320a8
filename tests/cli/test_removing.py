"""Documents and collections removed, restored, and what that leaves: marks, events, a colleague's copy."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

from data.building import judging
from data.building.known_paths import Given, known_paths
from data.marks import on_events
from data.store import open_collection
from data.store.records import Selection
from tests.helpers.outcome import Run, build


def test_a_removed_document_takes_its_events_along(run: Run, tmp_path: Path) -> None:
    collection = str(tmp_path / "c")
    build(run, collection, {"id": "a", "text": "It rained on 3 May 2020."})
    assert run("documents", "--remove", "a", "-c", collection).code == 0
    assert run("find", "rained", "-c", collection).code == 1


def test_collections_are_listed_and_removed(run: Run, folder: Path) -> None:
    assert run("collections").code == 1
    run("build", str(folder))
    listing = run("collections")
    assert listing.code == 0
    name = listing.out.split()[0]
    assert run("find", "Voss").code == 0  # the one opened last
    assert run("collections", "--remove", name).code == 0
    assert run("collections").code == 1
    assert run("collections", "--remove", name).code == 2


def test_a_collection_with_marks_is_removed_only_if_told_so_twice(run: Run, folder: Path) -> None:
    run("build", str(folder))
    name = run("collections").out.split()[0]
    with closing(open_collection(run("collections").out.split()[-1], writing=True)) as store:
        judging.judge(store, on_events("tag", [next(store.events(Selection()))], "follow-up"))
    assert "1 mark " in run("collections").out
    refused = run("collections", "--remove", name)
    assert refused.code == 2
    assert "1 mark " in refused.err
    assert run("collections", "--yes").code == 2
    assert run("collections", "--remove", name, "--yes").code == 0
    assert run("collections").code == 1


def test_a_removed_document_stays_out_until_it_is_restored(run: Run, tmp_path: Path) -> None:
    source, collection = tmp_path / "told.jsonl", str(tmp_path / "c")
    rain, snow = (
        {"id": "rain", "text": "It rained on 3 May 2020."},
        {"id": "snow", "text": "It snowed on 4 May 2020."},
    )
    source.write_text(f"{json.dumps(rain)}\n{json.dumps(snow)}\n", encoding="utf-8")
    run("build", str(source), "-c", collection)
    assert run("documents", "--remove", "rain", "-c", collection).code == 0
    assert run("documents", "--restore", "snow", "-c", collection).code == 2
    snow["text"] += " It thawed on 5 May 2020."
    source.write_text(f"{json.dumps(rain)}\n{json.dumps(snow)}\n", encoding="utf-8")
    run("build", str(source), "-c", collection)
    assert run("find", "thawed", "-c", collection).code == 0
    assert run("find", "rained", "-c", collection).code == 1
    listed = run("documents", "-c", collection)
    assert "rain" not in listed.out
    assert "removed: rain; back with" in listed.err
    assert run("documents", "--restore", "rain", "-c", collection).code == 0
    run("build", str(source), "-c", collection)
    assert run("find", "rained", "-c", collection).code == 0
    assert "removed" not in run("documents", "-c", collection).err


def test_a_removal_goes_to_a_colleagues_copy(run: Run, tmp_path: Path) -> None:
    told = {"id": "a", "text": "It rained on 3 May 2020."}, {"id": "b", "text": "It snowed on 4 May 2020."}
    mine, theirs, marks = (str(tmp_path / name) for name in ("mine", "theirs", "marks.jsonl"))
    for collection in (mine, theirs):
        build(run, collection, *told)
    run("documents", "--remove", "a", "-c", mine)
    run("export", "--format", "marks", "-o", marks, "-c", mine)
    run("import", marks, "-c", theirs)
    assert run("find", "rained", "-c", theirs).code == 1
    assert run("find", "snowed", "-c", theirs).code == 0


def test_marks_on_what_no_document_says_any_more_are_listed(run: Run, tmp_path: Path) -> None:
    source, collection = tmp_path / "a.txt", tmp_path / "c"
    source.write_text("News\n\nThe ferry sank on 3 May 2020.\n", encoding="utf-8")
    run("build", str(source), "-c", str(collection))
    with closing(open_collection(collection, writing=True)) as store:
        store.mark(on_events("tag", list(store.events(Selection()))[:1], "sea", by="Ada"))
    assert run("documents", "--waiting", "-c", str(collection)).code == 1
    source.write_text("News\n\nAll is well since 4 May 2020.\n", encoding="utf-8")
    run("build", str(source), "-c", str(collection))
    assert "1 mark is on what no document says any more" in run("documents", "-c", str(collection)).err
    outcome = run("documents", "--waiting", "-c", str(collection))
    assert outcome.code == 0
    assert "tagged “sea”, by Ada" in outcome.out
    assert "The ferry sank on 3 May 2020." in " ".join(outcome.out.split())


def test_several_documents_are_removed_at_once(run: Run, tmp_path: Path) -> None:
    told = {
        "a": "It rained on 3 May 2020.",
        "b": "It snowed on 4 May 2020.",
        "c": "It rained again on 5 May 2020.",
    }
    collection = str(tmp_path / "c")
    build(run, collection, *({"id": name, "text": text} for name, text in told.items()))
    assert run("documents", "--remove", "a", "z", "-c", collection).code == 2
    assert run("find", "on:2020-05-03", "-c", collection).code == 0
    outcome = run("documents", "--remove", "a", "b", "-c", collection)
    assert "2 documents are removed" in outcome.err
    assert run("find", "on:2020-05-03", "-c", collection).code == 1
    assert run("find", "on:2020-05-05", "-c", collection).code == 0


def test_what_was_given_for_a_file_that_is_read_again_is_still_known(run: Run, tmp_path: Path) -> None:
    letter, collection = tmp_path / "letter.txt", tmp_path / "c"
    letter.write_text("The ferry sank on Monday off Holm.\n", encoding="utf-8")
    run("build", str(letter), "--published", "2024-07-09", "-c", str(collection))
    with closing(open_collection(collection)) as store:
        (document,) = (row.id for row in store.documents())
    run("documents", "--remove", document, "-c", str(collection))
    run("documents", "--restore", document, "-c", str(collection))
    with closing(open_collection(collection)) as store:
        assert known_paths(store) == {Given("2024-07-09", None): [str(letter)]}
    outcome = run("build", str(letter), "--published", "2024-07-09", "-c", str(collection))
    assert "1 file read, 0 unchanged" in outcome.err
