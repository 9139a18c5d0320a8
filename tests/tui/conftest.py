"""A small collection to look at: written straight into a store, so the stages before it need not run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from data import days, edtf
from data.model import (
    Anchor,
    Claim,
    Conflict,
    Document,
    Event,
    Expression,
    Passage,
    Published,
    Reading,
    Trouble,
)
from data.store import open_collection
from data.store.lists import FileRecord
from data.store.protocol import Store
from data.store.records import Selection
from tests.helpers.built import BuiltOnce
from tui.keys.hints import HINTS
from tui.state.query_words import read_date, select
from tui.state.session import Session

HOSTILE = "\x1b]0;owned\x07 [bold red]not markup[/] \u202eevil 日本語 e\u0301 👩‍💻"

TEXTS = {
    "gazette": (
        "Harbour Gazette",
        "2019-09-06",
        "Home | News | Weather\n\n"
        "The two leaders met in Vladivostok on 5 September 2019 and spoke of ships.\n\n"
        + "The harbour was quiet. " * 40
        + "\n\nA second meeting in Delhi is planned for 6 December 2021, officials said.\n",
    ),
    "ledger": (
        "Pacific Ledger",
        "2021-12-07",
        "Delhi received the visitor on 6 December 2021. The clash of June 2020 was not mentioned.\n",
    ),
    "hostile": ("Mirror " + HOSTILE, None, f"On 16 September 2022 {HOSTILE} was said.\nIt ended in 2022.\n"),
}

EVENTS: tuple[tuple[str, str | None, list[tuple[str, str]], dict[str, Any]], ...] = (
    (
        "Leaders meet in Vladivostok",
        "2019-09-05",
        [("gazette", "5 September 2019")],
        {"where": ("Vladivostok, Russia",)},
    ),
    ("Clash at the border", "2020-06", [("ledger", "June 2020")], {"conflict": True, "precision": "month"}),
    (
        "Summit in Delhi",
        "2021-12-06",
        [("ledger", "6 December 2021"), ("gazette", "6 December 2021")],
        {"where": ("New Delhi, India",), "who": ("A. Visitor", "B. Host"), "publishers": 2},
    ),
    ("Said " + HOSTILE, "2022-09-16", [("hostile", "16 September 2022")], {"modality": "uncertain"}),
    (
        "Next fair is announced",
        "2030",
        [("gazette", "The harbour was quiet")],
        {"modality": "planned", "precision": "year"},
    ),
    ("Something without a day", None, [("ledger", "not mentioned")], {"basis": "inferred"}),
)


def document(name: str) -> Document:
    publisher, published, text = TEXTS[name]
    read = None if published is None else edtf.parse(published)
    return Document(
        id=name,
        path=f"{name}.txt",
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        title=f"{publisher} story",
        publisher=publisher,
        published=Published()
        if read is None
        else Published(published, read.start, read.end, "stated", "its head"),
        line=1,
        span=(0, len(text)),
        furniture=((0, 21),) if name == "gazette" else (),
    )


def passage(name: str, words: str) -> Passage:
    text = TEXTS[name][2]
    start = text.index(words)
    begin = max(text.rfind("\n", 0, start) + 1, text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0)
    end = text.index(".", start) + 1
    # Other words are no date, of which dateparser would ask two hundred languages.
    day = read_date(words, days.ordinal(2024, 9, 30)) if words[-4:].isdigit() else None
    said = Expression(
        start_char=start,
        end_char=start + len(words),
        text=words,
        type="DATE",
        value=words,
        rule="test",
        start=None if day is None else day.start,
        end=None if day is None else day.end,
        precision=None if day is None else day.precision,
        anchor=Anchor("explicit"),
    )
    return Passage(
        document=name, start_char=begin, end_char=end, text=text[begin:end], line=3, expression=said
    )


def event(
    number: int, title: str, when: str | None, sources: list[tuple[str, str]], more: dict[str, Any]
) -> Event:
    read = edtf.Reading(None, None, None) if when is None else edtf.parse(when)
    conflicts = (Conflict("date", "hard", (Claim("15 June", (0,)), Claim("16 June", (0,)))),)
    return Event(
        id=f"e{number}",
        title=title,
        start=read.start,
        end=read.end,
        edtf=when,
        precision=more.get("precision", "day" if when else None),
        basis=more.get("basis", "stated"),
        passages=tuple(passage(*one) for one in sources),
        modality=more.get("modality", "happened"),
        who=more.get("who", ()),
        where=more.get("where", ()),
        publishers=more.get("publishers", 1),
        importance=0.1 * number,
        conflicts=conflicts if more.get("conflict") else (),
    )


def fill(store: Store, events: list[Event], names: tuple[str, ...] = tuple(TEXTS)) -> None:
    for name in names:
        record = FileRecord(path=f"{name}.txt", location=f"/{name}.txt", size=1, modified=1, sha256="0")
        store.replace_file(record, [Reading(document(name), (), ())])
    said: dict[str, list[Expression]] = {name: [] for name in names}
    for one in events:
        for source in one.passages:
            if source.expression is not None:
                said[source.document].append(source.expression)
    for expressions in said.values():
        expressions.sort(key=lambda one: one.start_char)
    store.replace_dating((name, document(name).published, said[name]) for name in names)
    store.replace_events(events)


@pytest.fixture(autouse=True)
def no_key_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of a test come faster than any hand's: the detail is drawn at once all the same."""
    monkeypatch.setattr(
        "tui.screens.timeline.TimelineScreen._draw_detail_at_rest", lambda screen: screen._detail.repaint()
    )
    monkeypatch.setattr("tui.screens.timeline.REST", 0.001)


@pytest.fixture(autouse=True)
def every_answer_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a small collection may take long, too."""
    monkeypatch.setattr("tui.state.asking.PATIENCE", 30.0)
    monkeypatch.setattr("tui.state.asking._LINGER", 0.5)


@pytest.fixture(autouse=True)
def nothing_is_loaded_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program has ready before a filter wants it takes seconds, which few tests want."""
    monkeypatch.setattr("tui.state.query_words.load", lambda: None)


@pytest.fixture(autouse=True)
def no_hint_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Screens are those of a user who has done everything once."""
    path = tmp_path / "state" / "dateline" / "hints.txt"
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(name for name, _ in HINTS), encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(autouse=True)
def the_same_terminal_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "NO_COLOR", "DATELINE_COLLECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("COLORTERM", "truecolor")


def small(place: Path) -> None:
    with closing(open_collection(place, writing=True)) as store:
        fill(store, [event(number, *one) for number, one in enumerate(EVENTS)])
        trouble = Trouble("broken.jsonl", 3, "this line is no JSON object", "Mend the line, then read again.")
        store.replace_file(
            FileRecord(
                path="broken.jsonl", location="/broken.jsonl", size=1, modified=1, sha256="1", state="failed",
                troubles=(trouble,),
            ),
            [],
        )  # fmt: skip


@pytest.fixture
def address(built_once: BuiltOnce, tmp_path: Path) -> Path:
    """A collection of six events from three documents, one file in trouble."""
    return Path(shutil.copy(built_once(small), tmp_path / "small.dateline"))


def large(place: Path) -> None:
    first = days.ordinal(2010)
    events = [
        Event(
            id=f"m{number:04}",
            title=f"Event number {number}",
            start=first + 10 * number,
            end=first + 10 * number,
            edtf=days.iso(first + 10 * number),
            precision="day",
            basis="stated",
            passages=(passage("ledger", "6 December 2021"),),
            importance=(number * 37 % 100) / 100,
        )
        for number in range(600)
    ]
    with closing(open_collection(place, writing=True)) as store:
        fill(store, events, ("ledger",))


@pytest.fixture
def many(built_once: BuiltOnce, tmp_path: Path) -> Path:
    """A collection of 600 events, one every ten days from 2010."""
    return Path(shutil.copy(built_once(large), tmp_path / "many.dateline"))


def selecting(*texts: str, **more: Any) -> Selection:
    return select(texts, days.ordinal(2024, 9, 30), **more)


@pytest.fixture
def session(address: Path) -> Iterator[Session]:
    store = open_collection(address)
    yield Session(store, selecting)
    store.close()


@pytest.fixture
def long_session(many: Path) -> Iterator[Session]:
    store = open_collection(many)
    yield Session(store, selecting)
    store.close()


STRANGE = (
    "日本の首相が北京を訪問した", "한국 대통령의 방문", "e\u0301te\u0301 à Paris", "مؤتمر في القاهرة",
    "ועידה בירושלים", "👩‍💻 and 🇮🇳 flags", "ก้ำกึ่ง นำ", "नरेंद्र मोदी की यात्रा",
    "ｆｕｌｌ ｗｉｄｔｈ", "tab\there\u200b\ufeff",
)  # fmt: skip


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """Titles that are wide, joined, composed or written from right to left."""
    place = tmp_path / "strange.dateline"
    store = open_collection(place, writing=True)
    sources = [("ledger", "6 December 2021")]
    fill(store, [event(n, title, "2021-12-06", sources, {}) for n, title in enumerate(STRANGE)], ("ledger",))
    store.close()
    return place
