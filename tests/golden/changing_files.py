"""Files that change and what is said of their events, drawn: many tell one thing in the same words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import strategies as st

from data.model import MarkKind

TOLD = (
    "Pilots of {city} ended their strike on {day} May 2021 after a night of talks with {who}.",
    "{who} told reporters on {day} May 2021 that the tugs would leave {city} before the weekend.",
    "The council of {city} approved the plan for the lock on {day} May 2021 by 14 votes to 9.",
    "A fire in the fish market of {city} killed three people on {day} May 2021.",
    "He had arrived the day before.",
    "Since 2009 the lock of {city} has been closed twice.",
)
CITIES, PEOPLE = ("Vlissingen", "Setubal"), ("Ada Brunel", "Jonas Kellin", "Mira Osten")
SAID: dict[MarkKind, str] = {
    "note": "call", "hide": "", "tag": "sea", "title": "Otherwise", "date": "2020-02",
    "verification": "disputed",
}  # fmt: skip
numbers = st.integers(0, 1_000)
texts = st.builds(
    lambda sentences, city, who, day: " ".join(sentences).format(city=city, who=who, day=day),
    st.lists(st.sampled_from(TOLD), min_size=1, max_size=5),
    st.sampled_from(CITIES),
    st.sampled_from(PEOPLE),
    st.sampled_from([3, 3, 3, 4]),
)
records = st.fixed_dictionaries({
    "text": texts,
    "title": st.sampled_from(["Strike ends", "The lock", None]),
    "published": st.sampled_from(["2021-05-04", "2021-05-04", "2021-05-05", None]),
    "publisher": st.sampled_from(["Post", "Echo", "Tidings", None]),
})  # fmt: skip


def put_all(folder: Path, files: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Let a folder have these files and no others, each with its documents as JSON Lines."""
    for file in folder.iterdir():
        file.unlink()
    for name, told in files.items():
        lines = [json.dumps({key: value for key, value in one.items() if value is not None}) for one in told]
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
