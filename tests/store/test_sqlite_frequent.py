"""What frequent searches find is ready, whatever comes and goes; of few events nothing is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from data.marks import on_events
from data.order import timeline_order
from data.query import select
from data.store.sqlite import frequent_words, gathering, open_store
from data.store.sqlite.checking import faults
from data.store.sqlite.frequent import of_one_word
from data.store.sqlite.mending import clear_derived
from data.store.sqlite.schema import SORT_WORDS
from data.store.sqlite.store import SqliteStore
from tests.store.synthetic import Synthetic

SYNTHETIC = Synthetic(600)
EVENTS = sorted(SYNTHETIC.timeline(), key=timeline_order)
WORD, OTHER = SYNTHETIC.vocabulary.words[:2]
TITLES = "{title passage}"
SEARCH = f'{TITLES} : "{WORD}" *'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "frequent.dateline"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("frequent") / "made.dateline"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(frequent_words, "MANY", 300)
        filled(path).close()
    return path


@pytest.fixture
def store(made: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteStore]:
    monkeypatch.setattr(frequent_words, "MANY", 300)
    shutil.copy(made, path)
    with open_store(path, writing=True) as store:
        yield store


def filled(path: Path) -> SqliteStore:
    store = open_store(path, writing=True)
    for record, readings in SYNTHETIC.files():
        store.replace_file(record, readings)
    store.replace_events(EVENTS[:500])
    return store


def kept(store: SqliteStore) -> dict[str, int]:
    return dict(store._query("SELECT search, number FROM frequent"))


def since(store: SqliteStore) -> int:
    ((number,),) = store._query("SELECT count(*) FROM frequent_since")
    return int(number)


def counted(store: SqliteStore, text: str) -> int:
    """How many events a query has, by sets if they are ready."""
    selection = select(text)
    assert selection.counted is not None
    with store._selecting():
        store.forget()
        return store._number(selection, selection.counted, store._plan().last + 1)


def found(store: SqliteStore, text: str) -> int:
    """How many it has, found one by one."""
    store.forget()
    return len(list(store.positions(select(text))))


def sound(store: SqliteStore, path: Path) -> None:
    for text in (WORD, f"{WORD} -{OTHER}", WORD[:1], "is:stated", "source:nordic", f"is:shown {WORD}"):
        assert counted(store, text) == found(store, text), text
    assert list(faults(path)) == []


def test_of_few_events_nothing_is_ready(path: Path) -> None:
    with closing(filled(path)) as store:
        assert kept(store) == {}
        store.change_events((), EVENTS[500:])
        assert since(store) == 0
        sound(store, path)


def test_words_beginnings_sorts_and_publishers_are_ready(store: SqliteStore, path: Path) -> None:
    searches = kept(store)
    assert {SEARCH, f'{TITLES} : "{WORD[0]}" *', '{source} : "nordic"'} <= {*searches}
    assert searches['{source} : "ledger"'] == searches['{source} : "ledge" *']  # no other word begins so
    assert not any('"follow' in search for search in searches)
    sound(store, path)


def test_a_sort_is_ready_where_a_word_would_not_be(store: SqliteStore) -> None:
    events = found(store, "")
    few = {name for name in ("state", "planned", "denied") if found(store, f"is:{name}") * 8 < events}
    assert few
    searches = kept(store)
    assert all(f'{{source}} : "{SORT_WORDS[name]}"' in searches for name in few)


def test_nothing_is_searched_for_what_is_ready(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = found(store, f"{WORD} is:stated -{OTHER}")
    monkeypatch.setattr(gathering.Gathering, "_in_search", lambda *_: pytest.fail("searched"))
    assert counted(store, f"{WORD} is:stated -{OTHER}") == expected


def test_a_narrow_stretch_is_searched(store: SqliteStore) -> None:
    with store._selecting():
        last = store._plan().last
        assert store._is_ready(SEARCH, 0, last)
        assert not store._is_ready(SEARCH, 0, last // 30)


def test_what_comes_goes_and_changes_is_known(
    store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frequent_words, "_CHANGED", 1)  # nothing is made anew
    before = kept(store)
    store.change_events([event.id for event in EVENTS[40:60]], EVENTS[500:])
    assert since(store) >= 120
    sound(store, path)
    store.change_events([event.id for event in EVENTS[510:540]], [*EVENTS[45:50], *EVENTS[200:210]])
    store.mark(on_events("hide", [EVENTS[300]]))
    store.mark(on_events("note", [EVENTS[301]], "call"))
    assert counted(store, "has:note") == found(store, "has:note")
    sound(store, path)
    assert kept(store) == before


def test_after_many_changes_sets_are_made_anew(store: SqliteStore, path: Path) -> None:
    store.change_events((), EVENTS[500:505])
    assert since(store) > 0
    numbers = {*kept(store).values()}
    store.change_events((), EVENTS[505:])
    assert since(store) == 0
    assert numbers & {*kept(store).values()}  # in the place of the former ones
    assert {number for (number,) in store._query("SELECT number FROM frequent_set")} == {
        *kept(store).values()
    }
    sound(store, path)


def test_a_step_that_fails_leaves_sets_as_they_were(
    store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(store), since(store)

    def fail(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(store, "_make_ready", fail)
    with pytest.raises(RuntimeError):
        store.change_events([EVENTS[3].id], EVENTS[500:])
    assert (kept(store), since(store)) == before
    sound(store, path)


def test_where_few_events_are_left_nothing_is_kept(store: SqliteStore, path: Path) -> None:
    store.change_events([event.id for event in EVENTS[100:500]], ())
    assert kept(store) == {}
    assert since(store) == 0
    assert store._query("SELECT * FROM frequent_set") == []
    sound(store, path)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE frequent_set SET bits = (SELECT bits FROM frequent_set ORDER BY length(bits) LIMIT 1)",
        "UPDATE frequent_set SET bits = x'00'",
        "DELETE FROM frequent_set",
        "INSERT INTO frequent_since SELECT position FROM event",
    ],
)
def test_sets_of_another_kind_are_told_and_made_anew(store: SqliteStore, path: Path, damage: str) -> None:
    store._query(damage)
    (fault,) = faults(path)
    assert "sets of frequent words are not what these find" in fault.what
    assert fault.remedy == "events"
    clear_derived(store)
    assert kept(store) == {}
    store.replace_events(EVENTS)
    assert kept(store)
    sound(store, path)


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ('{who} : "Jörg" *', '{who} : "jorg" *'),
        ('{source} : "nordic"', '{source} : "nordic"'),
        ('{title passage} : "new york" *', None),
        ('{title passage} : "a-b"', None),
        ('{title passage} : "..." *', None),
        ('({who} : "a") AND ({who} : "b")', None),
        ('{who} : "a" * OR {who} : "b" *', None),
    ],
)
def test_a_search_for_one_word_is_known_however_it_is_written(search: str, expected: str | None) -> None:
    assert of_one_word(search) == expected
