"""Which collection a command means, and where collections live.

Given by ``-c`` or DATELINE_COLLECTION; else named by the paths (each set of paths has its own in the user's
data folder); else the one opened last; before any, the bundled samples.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from data.errors import CollectionError
from data.store.address import is_on_server

SUFFIX = ".dateline"
SAMPLES = Path(__file__).with_name("documents")
VARIABLE = "DATELINE_COLLECTION"
_WARNING = (
    "a password on the command line is seen by everybody on this machine."
    " Leave it out of the address, and put it into PGPASSWORD or ~/.pgpass"
)


class Choice(NamedTuple):
    """A collection and the paths to build it from; without paths it is opened as it stands.

    Attributes:
        address: a file, or the URL of a server.
        paths: files and folders as the user named them.
        name: a short name to show.
        warning: what the user should know of how the collection was named; empty if nothing.
    """

    address: str
    paths: tuple[str, ...]
    name: str
    warning: str = ""


def choose(paths: Sequence[str], collection: str | None = None) -> Choice:
    """The collection that is meant by the paths and the ``-c`` of a command line."""
    given = collection or os.environ.get(VARIABLE)
    if given and is_on_server(given):
        from data.store.server_address import without_password

        address, had_password = without_password(given)
        return Choice(address, tuple(paths), _name(address), _WARNING if had_password and collection else "")
    if given:
        return Choice(given, tuple(paths), _name(given))
    if paths:
        address = str(folder() / f"{_slug(paths)}{SUFFIX}")
        return Choice(address, tuple(paths), _title(paths))
    last = _last()
    if last is not None:
        return last
    return Choice(str(folder() / f"samples{SUFFIX}"), (str(SAMPLES),), "samples")


def folder() -> Path:
    """The folder of collections, made if it is not there; raises CollectionError if it cannot be."""
    import platformdirs

    place = Path(platformdirs.user_data_dir("dateline", appauthor=False)) / "collections"
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CollectionError(
            "No folder for collections", f"{place}: {error.strerror}", "Name a file of your own with -c FILE."
        ) from error
    return place


def remember(choice: Choice) -> None:
    """Keep a choice as the one opened last; the samples are never remembered."""
    if choice.paths == (str(SAMPLES),):
        return
    import json

    record = {"address": _absolute(choice.address), "name": choice.name}
    try:
        _pointer().write_text(json.dumps(record), encoding="utf-8")
    except (OSError, CollectionError):
        return  # a convenience that a read-only home does without


def known() -> list[Path]:
    """The collection files in the user's data folder, latest change first."""
    return sorted(folder().glob(f"*{SUFFIX}"), key=lambda path: -path.stat().st_mtime_ns)


def _pointer() -> Path:
    return folder() / "last.json"


def _last() -> Choice | None:
    try:
        written = _pointer().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    import json

    try:
        record = json.loads(written)
        address, name = record["address"], record["name"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(address, str) or not isinstance(name, str):
        return None
    if "://" not in address and not os.path.exists(address):  # noqa: PTH110 - no, where it cannot be asked
        return None
    return Choice(address, (), name)


def _absolute(address: str) -> str:
    return address if "://" in address else str(Path(address).absolute())


def _name(address: str) -> str:
    if "://" in address:
        return address.partition("?")[0].rsplit("/", 1)[-1]
    return Path(address).name.removesuffix(SUFFIX)


def _title(paths: Sequence[str]) -> str:
    first = "standard input" if paths[0] == "-" else Path(paths[0]).absolute().name or "/"
    return first if len(paths) == 1 else f"{first} + {len(paths) - 1}"


def _slug(paths: Sequence[str]) -> str:
    """A file name that is the same for the same set of paths, wherever the user stands."""
    import hashlib

    places = sorted({path if path == "-" else os.path.realpath(path) for path in paths})
    digest = hashlib.sha256("\0".join(places).encode("utf-8", "surrogateescape")).hexdigest()[:10]
    words = re.sub(r"[^\w.-]+", "-", _title(paths)).strip("-.")[:40] or "collection"
    return f"{words}-{digest}"
