"""Addresses of servers: no password in what is shown, told or kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data import collection
from data.errors import CollectionError
from data.store import server_address as addresses
from data.store.address import is_on_server
from data.store.server_address import parted, without_password

TYPED = "let/me:in@%"
QUOTED = "let%2Fme%3Ain%40%25"


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_passwords", {})


@pytest.mark.parametrize(
    ("address", "shown", "password"),
    [
        ("postgresql://ana@news/archive", "postgresql://ana@news/archive", None),
        ("postgres://news/archive", "postgresql://news/archive", None),
        ("postgresql:///archive?service=desk", "postgresql:///archive?service=desk", None),
        (f"postgresql://ana:{QUOTED}@news:5433/archive", "postgresql://ana@news:5433/archive", TYPED),
        (f"postgresql://ana@[::1]:5433/archive?password={QUOTED}&sslmode=require",
         "postgresql://ana@[::1]:5433/archive?sslmode=require", TYPED),
        ("postgresql://ana@news/archive?password=a+b%20c&options=-c%20jit%3Doff+",
         "postgresql://ana@news/archive?options=-c%20jit%3Doff%2B", "a+b c"),
        ("postgresql://ana:@news/archive", "postgresql://ana@news/archive", None),
    ],
)  # fmt: skip
def test_a_password_is_parted_from_its_address(address: str, shown: str, password: str | None) -> None:
    assert is_on_server(address)
    found = parted(address)
    assert (found.shown, found.password) == (shown, password)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ana:hush/hush@news/archive",
        "postgresql://ana:hush#hush@news/archive",
        "postgresql://ana:hush?hush@news/archive",
        "postgresql://ana:hu@hush@news/archive",
        "postgresql://ana@news/archive?sslmode=require&hush",
        "postgresql://ana:hush/archive",
        "postgresql://[hush/archive",
    ],
)
def test_what_cannot_be_read_is_not_repeated(address: str) -> None:
    with pytest.raises(CollectionError, match="cannot be read") as told:
        parted(address)
    assert "hush" not in str(told.value)


@pytest.mark.parametrize("address", ["x.dateline", "mysql://news/archive", "postgresql", "C:\\postgresql://"])
def test_other_addresses_are_not_on_a_server(address: str) -> None:
    assert not is_on_server(address)


def test_a_password_stays_with_the_process_only() -> None:
    shown, given = without_password(f"postgresql://ana:{QUOTED}@news/archive")
    assert (shown, given) == ("postgresql://ana@news/archive", True)
    assert parted(shown).password == TYPED
    assert without_password(shown) == (shown, False)


def test_the_password_of_a_key_goes_with_the_address() -> None:
    shown, given = without_password("postgresql://ana@news/archive?sslkey=ana.key&sslpassword=hush%2B")
    assert (shown, given) == ("postgresql://ana@news/archive?sslkey=ana.key", True)
    assert parted(shown).key_password == "hush+"
    assert parted(shown).password is None
    assert "hush" not in repr(parted(shown))


def test_the_last_collection_is_kept_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection, "folder", lambda: tmp_path)
    choice = collection.choose((), f"postgresql://ana:{QUOTED}@news/archive")
    assert "PGPASSWORD or ~/.pgpass" in choice.warning
    assert choice.name == "archive"
    collection.remember(choice)
    kept = (tmp_path / "last.json").read_text()
    assert json.loads(kept)["address"] == "postgresql://ana@news/archive"
    assert collection.choose(()).address == "postgresql://ana@news/archive"


def test_a_home_in_which_nothing_can_be_kept_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    collection.remember(collection.choose((), str(tmp_path / "c.dateline")))
    with pytest.raises(CollectionError, match="No folder for collections"):
        collection.folder()


def test_a_password_of_the_environment_is_no_secret_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(collection.VARIABLE, f"postgresql://ana:{QUOTED}@news/archive")
    choice = collection.choose(())
    assert (choice.address, choice.warning) == ("postgresql://ana@news/archive", "")
