"""What is longer than a server can look up costs its own line, and a file and a server end up alike."""

from __future__ import annotations

import csv
import json
import os
import random
import string
import zipfile
from dataclasses import asdict
from pathlib import Path

import pytest

from data.cli import main
from data.export import to_marks
from data.marks import on_document, on_passages
from data.marks.making import now
from data.model import Mark

MILLION = "".join(random.Random(7).choices(string.ascii_letters, k=1_000_000))
"""A text that cannot be packed: an engine that packs values looks up longer ones."""

TEXT = "The bridge at Holm opened on 1 May 2023. The ferry at Holm sank on 3 May 2023."


def by_hand(**facts: object) -> Mark:
    return on_passages("event", value=json.dumps({"title": "A pier opens", "date": "1998-05"} | facts))


def write_documents(path: Path) -> None:
    lines: list[dict[str, object]] = [
        {"id": "first", "text": TEXT, "published": "2023-05-04"},
        {"id": MILLION, "text": "The mill burned on 2 June 2022."},
        {"id": "long", "text": "The mill opened on 5 June 2022.", "title": MILLION, "publisher": MILLION},
        {"id": "names", "text": f"Mr {MILLION[:9000].capitalize()} met Ann Berg on 6 June 2022."},
        {"id": "figures", "text": f"The mill sold for {'9' * 5000} dollars on 9 June 2022."},
        {"id": "foreign", "text": "The mill closed on 7 June 2022.", "language": MILLION},
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))


def write_marks(path: Path) -> None:
    made = on_document("published", "first", "2023-05-05", at=now())
    base = asdict(by_hand())
    long: list[dict[str, object]] = [
        {"who": [MILLION]},
        {"where": [MILLION]},
        {"tags": [MILLION]},
        {"note": MILLION},
    ]
    lines = [to_marks.HEAD, base | {"id": "a"}]
    lines += [base | {"id": f"b{n}", "value": json.dumps({"title": "x"} | one)} for n, one in enumerate(long)]
    lines += [base | {"id": MILLION}, base | {"id": "c", "kind": "tag", "value": MILLION}]
    wrong = asdict(made)["passages"][0]
    lines += [asdict(made) | {"id": "d", "passages": [wrong | {"document": MILLION}]}]
    lines += [asdict(made) | {"id": "e", "passages": [wrong | {"end_char": 10**30}]}]
    lines += [base | {"id": "z", "value": base["value"].replace("pier", "mole")}]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))


def write_sheet(path: Path) -> None:
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["date", "title", "who", "tags", "note"])
        rows.writerow(["1990", "The quay opens", "Ann Berg", "", ""])
        for place in range(1, 5):
            rows.writerow(["1991", *("x" if at != place else MILLION for at in range(1, 5))])
        rows.writerow(["1992", "The quay closes", "", "port", "ask"])


def test_each_costs_its_own_line(address: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sources = {name: tmp_path / name for name in ("d.jsonl", "m.jsonl", "c.csv")}
    write_documents(sources["d.jsonl"])
    write_marks(sources["m.jsonl"])
    write_sheet(sources["c.csv"])
    assert main(["build", str(sources["d.jsonl"]), "-c", address]) == 3
    assert main(["import", str(sources["m.jsonl"]), "-c", address]) == 3
    assert main(["import", str(sources["c.csv"]), "-c", address]) == 3
    told = capfd.readouterr().err.splitlines()
    assert all(len(line) < 400 for line in told)
    assert sum("more than 500" in line for line in told) == 8
    assert main(["export", "--format", "jsonl", "-c", address]) == 0
    titles = [json.loads(line)["title"] for line in capfd.readouterr().out.splitlines()]
    assert {"A pier opens", "A mole opens", "The quay opens", "The quay closes"} <= set(titles)
    assert {"The bridge at Holm opened", "The ferry at Holm sank", "The mill opened"} <= set(titles)
    assert not any("burned" in title for title in titles)


def _deep(folder: Path) -> None:
    """A story in a folder whose path is longer than can be looked up, made step by step."""
    here = os.open(folder, os.O_RDONLY)
    for step in range(12):
        name = MILLION[step * 200 : step * 200 + 200]
        os.mkdir(name, dir_fd=here)
        there = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = there
    deep = os.open("deep.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here)
    os.write(deep, f"{TEXT}\n".encode())
    os.close(deep)
    os.close(here)


def test_paths_have_an_end(address: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    _deep(folder)
    with zipfile.ZipFile(folder / "stories.zip", "w") as archive:
        for place, name in (("Ulm", "a"), ("Brume", MILLION[:60_000]), ("Seaford", "z")):
            archive.writestr(f"{name}.txt", f"The bridge at {place} opened on 1 May 2023.\n")
    assert main(["build", str(folder), "-c", address]) == 3
    (deep, done) = capfd.readouterr().err.splitlines()
    assert "deep.txt: its path has" in deep
    assert deep.endswith("Move it to a folder that is not so deep.")
    assert done.startswith("1 file read")
    assert main(["find", "bridge", "-c", address]) == 0
    found = capfd.readouterr().out
    assert all(f"The bridge at {place} opened" in found for place in ("Ulm", "Brume", "Seaford"))
    assert main(["build", str(folder), "-c", address]) == 3
    assert "1 unchanged" in capfd.readouterr().err
