"""A build on the machines of a cluster: the same collection as on one, whatever happens to them."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import pytest

from data import documents
from data.cli import main
from data.errors import DatelineError
from data.pipeline import build
from data.store import open_collection
from data.workers import dividing, ordered
from data.workers.cluster import Cluster
from data.workers.reading import Seal
from data.workers.spreading import Piece, spread
from tests.benchmarks.generate import documents as generated
from tests.helpers import misbehaving
from tests.helpers.dask_cluster import DaskCluster

pytestmark = pytest.mark.skipif(find_spec("distributed") is None, reason="dask.distributed is not installed")

SAMPLES = Path(documents.__path__[0])
PAGE = "<html><body><h1>Holm</h1><p>The mayor of Holm resigned on {day} May 2020.</p></body></html>"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    with DaskCluster(tmp_path_factory.mktemp("cluster")) as made:
        yield made


@pytest.fixture
def own_cluster(tmp_path: Path) -> Iterator[DaskCluster]:
    """One that a test may break."""
    (tmp_path / "cluster").mkdir()
    with DaskCluster(tmp_path / "cluster") as made:
        yield made


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    place = tmp_path / "pages"
    place.mkdir()
    for number in range(1, 25):
        (place / f"{number:02}.html").write_text(PAGE.format(day=number), encoding="utf-8")
    return place


def exported(tmp_path: Path, paths: list[str], *how: str) -> bytes:
    name = "".join(how).strip("-").partition("tcp")[0] or "plain"
    collection, output = str(tmp_path / f"{name}.dateline"), tmp_path / f"{name}.json"
    assert main(["build", *paths, "-c", collection, *how]) == 0
    assert main(["export", "--format", "json", "-c", collection, "-o", str(output)]) == 0
    return output.read_bytes()


@pytest.mark.slow
def test_the_samples_and_generated_documents_export_the_same_to_the_byte(
    cluster: DaskCluster, tmp_path: Path
) -> None:
    lines = tmp_path / "generated.jsonl"
    lines.write_text("".join(json.dumps(one) + "\n" for one in islice(generated(1), 500)), encoding="utf-8")
    paths = [str(SAMPLES), str(lines)]
    alone = exported(tmp_path, paths)
    assert alone.count(b"g1-") > 500
    assert exported(tmp_path, paths, "--jobs", "2") == alone
    assert exported(tmp_path, paths, "--dask", cluster.address) == alone


def test_files_are_sent_and_found_unchanged_the_next_time(
    cluster: DaskCluster, tmp_path: Path, pages: Path
) -> None:
    *_, first = build([str(pages)], tmp_path / "c", dask=cluster.address)
    *_, second = build([str(pages)], tmp_path / "c", dask=cluster.address)
    assert (first.read, first.unchanged) == (24, 0)
    assert (second.read, second.unchanged) == (0, 24)


@pytest.mark.parametrize("seen", [True, False])
def test_a_large_file_is_opened_there_if_it_is_seen_there(
    seen: bool, cluster: DaskCluster, tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dividing, "_JUST_SENT_BYTES", 0)
    if not seen:
        monkeypatch.setattr(dividing, "SENT_BYTES", 120)
        there = Seal.of
        monkeypatch.setattr(Seal, "of", lambda path: Seal(0, 0, there(path).ends))
    (pages / "small.txt").write_text("It rained on 3 May 2020.", encoding="utf-8")
    *_, last = build([str(pages)], tmp_path / "c", dask=cluster.address)
    assert (last.read, last.documents, last.failed) == (25, 25, 0)


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_costs_nothing(
    own_cluster: DaskCluster, tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = exported(tmp_path, [str(pages)])
    (pages / "10.html").rename(pages / "slow.html")
    monkeypatch.setattr(ordered, "read_all", misbehaving.read_all_or_misbehave)
    steps = []
    for step in build([str(pages)], tmp_path / "c", dask=own_cluster.address):
        steps.append(step)
        if step.read == 1:
            own_cluster.kill_worker()
    assert steps[-1].documents == 24
    assert not any(step.troubles for step in steps)
    store = open_collection(tmp_path / "c")
    assert store.totals().events == len(json.loads(expected)["events"])
    store.close()


@pytest.mark.slow
def test_a_document_that_ends_machines_is_set_aside_and_named(
    own_cluster: DaskCluster, tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_cluster.add_worker()
    (pages / misbehaving.KILLER).write_bytes(b"%PDF-1.4")
    (pages / "crashes.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.setattr(ordered, "read_all", misbehaving.read_all_or_misbehave)
    steps = list(build([str(pages)], tmp_path / "c", dask=own_cluster.address))
    told = {Path(one.path).name: one.reason for step in steps for one in step.troubles}
    assert set(told) == {misbehaving.KILLER, "crashes.pdf"}
    assert "ended every machine" in told[misbehaving.KILLER]
    assert "SIGSEGV" in told["crashes.pdf"]
    assert steps[-1].documents == 24


@pytest.mark.slow
def test_what_a_lost_machine_had_of_a_file_is_tried_again_by_the_next_build(
    own_cluster: DaskCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_cluster.add_worker()
    told = [{"id": title, "title": title, "text": "It rained on 3 May 2020."} for title in ("Rain", "Hail")]
    told[0]["text"] = "It hailed on 4 May 2020."
    lines = tmp_path / "wires.jsonl"
    killer = {**told[0], "id": "killer", "title": misbehaving.KILLER, "text": "It snowed on 5 May 2020."}
    lines.write_text("\n".join(map(json.dumps, (told[0], killer, told[1]))), encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(ordered, "read_all", misbehaving.read_all_or_misbehave)
        *_, first = build([str(lines)], tmp_path / "c", dask=own_cluster.address)
    assert (first.documents, first.failed) == (2, 1)
    own_cluster.add_worker()
    *_, second = build([str(lines)], tmp_path / "c", dask=own_cluster.address)
    assert (second.read, second.unchanged, second.documents, second.failed) == (1, 0, 3, 0)
    *_, third = build([str(lines)], tmp_path / "c")
    assert (third.read, third.unchanged) == (0, 1)


def test_one_of_several_that_are_sent_together_costs_itself(cluster: DaskCluster) -> None:
    pieces = [Piece(name, 1, name) for name in ("one", "crash", "two")]
    with Cluster(cluster.address, misbehaving.same_rules) as executor:
        told = {
            piece.known_by: results if isinstance(results, Exception) else [item.reason for item in results]
            for piece, results in spread(executor, misbehaving.say_or_crash, pieces, lambda: False)
        }
    assert (told["one"], told["two"]) == (["one"], ["two"])
    assert "SIGSEGV" in str(told["crash"])


@pytest.mark.slow
def test_what_is_on_its_way_is_bounded(cluster: DaskCluster) -> None:
    taken = 0

    def pieces() -> Iterator[Piece[str, None]]:
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield Piece("said", 64 << 10, None)

    with Cluster(cluster.address, misbehaving.same_rules) as executor:
        found = spread(executor, misbehaving.say_or_crash, pieces(), lambda: False)
        next(found)
        assert taken <= 10
        assert sum(1 for _ in found) == 999


@pytest.mark.parametrize(
    "address", ["nonsense", "127.0.0.1:8786", "http://127.0.0.1:80", "tcp://127.0.0.1:22x"]
)
def test_a_wrong_address_is_told_at_once(
    address: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told = refused(address, tmp_path, capfd)
    assert "This is no address of a cluster" in told
    assert repr(address) in told


@pytest.mark.slow
def test_a_scheduler_that_does_not_answer_is_told_in_seconds(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    begun = time.monotonic()
    assert "The cluster does not answer" in refused(address, tmp_path, capfd)
    assert time.monotonic() - begun < 15


@pytest.mark.slow
def test_a_cluster_without_workers_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with DaskCluster(tmp_path, workers=0) as empty:
        assert "The cluster has no workers" in refused(empty.address, tmp_path, capfd)


def test_tasks_share_a_value(cluster: DaskCluster) -> None:
    with Cluster(cluster.address, misbehaving.same_rules) as executor:
        for value in ("rain", "snow"):
            executor.share(value)
            answers = [executor.submit(misbehaving.say_what_is_shared) for _ in range(4)]
            assert {item.reason for answer in answers for item in answer.result(timeout=20)} == {value}


@pytest.mark.slow
def test_a_result_that_travels_longer_than_a_glance_arrives(cluster: DaskCluster) -> None:
    with Cluster(cluster.address, misbehaving.same_rules) as executor:
        answers = [executor.submit(misbehaving.said_at_length, word, 4_000_000) for word in ("rain", "snow")]
        for answer in answers:
            while True:
                try:
                    (item,) = answer.result(timeout=0.001)
                except TimeoutError:
                    continue
                assert len(item.reason) == 16_000_000
                break


def test_another_version_is_told(cluster: DaskCluster) -> None:
    with Cluster(cluster.address, misbehaving.other_rules) as executor:
        answer = executor.submit(misbehaving.said, "here")
        with pytest.raises(DatelineError, match=r"another version of dateline.* has dateline \d+, Python"):
            answer.result(timeout=20)


@pytest.mark.parametrize("other", ["Python 3.99, Dask 2026.8.0", "Python 3.11, Dask 1.0"])
def test_another_python_or_dask_is_told(
    cluster: DaskCluster, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    monkeypatch.setattr("data.workers.cluster.goes_by", lambda rules: f"dateline {rules()}, {other}")
    with Cluster(cluster.address, misbehaving.same_rules) as executor:
        answer = executor.submit(misbehaving.said, "here")
        with pytest.raises(DatelineError, match=f"another version of .*here is .*{other}"):
            answer.result(timeout=20)


@pytest.mark.slow
def test_machines_without_dateline_are_told_as_such(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "elsewhere" / "data").mkdir(parents=True)
    (tmp_path / "elsewhere" / "data" / "__init__.py").write_text("raise ImportError\n")
    with DaskCluster(tmp_path, workers=1, path=[str(tmp_path / "elsewhere")]) as bare:
        assert "dateline is missing on its scheduler" in refused(bare.address, tmp_path, capfd)


def test_a_scheduler_that_ends_is_told(own_cluster: DaskCluster) -> None:
    with Cluster(own_cluster.address, misbehaving.same_rules) as executor:
        pieces = (Piece("said", 64 << 10, None) for _ in range(1000))
        found = spread(executor, misbehaving.say_or_crash, pieces, lambda: False)
        next(found)
        own_cluster.programs[0].kill()
        with pytest.raises(DatelineError, match="The cluster was lost: .*: its scheduler went away"):
            list(found)


def test_without_dask_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(DatelineError, match=r"dateline\[dask\]"):
        Cluster("tcp://127.0.0.1:8786", misbehaving.same_rules)


def refused(address: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """The one line that the command says."""
    (tmp_path / "a.txt").write_text("It rained on 3 May 2020.", encoding="utf-8")
    assert main(["build", str(tmp_path / "a.txt"), "-c", str(tmp_path / "c"), "--dask", address]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    return line
