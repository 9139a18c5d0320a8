"""What the making of events takes from a collection and keeps in it from one time to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol

from data.events.comparing.cards import Card, Note, number_of, place_of
from data.events.packed_report import pack_report
from data.events.report import Report
from data.model import Passage

_MOST_DOCUMENTS = 16_000  # in memory at a time, each as it is kept
# So many values are kept at a time.
_KEPT_TOGETHER = 1_000
# So many times as many values as there are may be read to know them.
_MOST_READ = 1.5


class Keeper(Protocol):
    """Gives what documents report, and keeps plain values (see ``data.workers.packing``) by kind and key.

    Attributes:
        edition: stands for the rules; what is kept by other rules is of no use.
    """

    edition: str

    def stamps(self) -> Mapping[str, str]:
        """For every document, by id, a text that changes whenever anything of it does."""

    def told(self, document: str) -> tuple[Note, Sequence[Report]]:
        """A document's note, and what it reports."""

    def reports(self, document: str) -> Sequence[Report]:
        """What a document reports."""

    def packed(self, document: str) -> Sequence[bytes]:
        """The same, each report as :func:`data.events.packed_report.pack_report` packs it."""

    def passage(self, document: str, place: int) -> Passage:
        """The passage of the report at a place of a document."""

    def aside(self, items: Sequence[bytes]) -> Sequence[bytes]:
        """The same items, put where very many take no memory."""

    def kept(self, kind: str) -> Iterator[tuple[str, Any]]:
        """All values of a kind with their keys."""

    def kept_of(self, kind: str, keys: Iterable[str]) -> Mapping[str, Any]:
        """The values of these keys, of those that are kept."""

    def keep(self, kind: str, values: Mapping[str, Any]) -> None:
        """Keep values in the place of those of their keys; None takes one away."""

    def forget(self) -> None:
        """Keep nothing of what is kept."""


class Memory:
    """Keeps in this process, for documents that belong to no collection."""

    edition = ""

    def __init__(self, told: Mapping[str, tuple[Note, Sequence[Report]]]) -> None:
        self._told = told
        self._kept: dict[str, dict[str, Any]] = defaultdict(dict)

    def stamps(self) -> Mapping[str, str]:
        """For every document, by id, a text that changes whenever anything of it does."""
        return dict.fromkeys(self._told, "")

    def told(self, document: str) -> tuple[Note, Sequence[Report]]:
        """A document's note, and what it reports."""
        return self._told[document]

    def reports(self, document: str) -> Sequence[Report]:
        """What a document reports."""
        return self._told[document][1]

    def packed(self, document: str) -> Sequence[bytes]:
        """The same, each report as :func:`data.events.packed_report.pack_report` packs it."""
        return [*map(pack_report, self._told[document][1])]

    def passage(self, document: str, place: int) -> Passage:
        """The passage of the report at a place of a document."""
        return self._told[document][1][place].passage

    def aside(self, items: Sequence[bytes]) -> Sequence[bytes]:
        """The same items."""
        return tuple(items)

    def kept(self, kind: str) -> Iterator[tuple[str, Any]]:
        """All values of a kind with their keys."""
        return iter(self._kept[kind].items())

    def kept_of(self, kind: str, keys: Iterable[str]) -> Mapping[str, Any]:
        """The values of these keys, of those that are kept."""
        known = self._kept[kind]
        return {key: known[key] for key in keys if key in known}

    def keep(self, kind: str, values: Mapping[str, Any]) -> None:
        """Keep values in the place of those of their keys; None takes one away."""
        known = self._kept[kind]
        for key, value in values.items():
            if value is None:
                known.pop(key, None)
            else:
                known[key] = value

    def forget(self) -> None:
        """Keep nothing of what is kept."""
        self._kept.clear()


class Shelf:
    """Keeps values of a kind as they come, many at a time; :meth:`close` keeps the last ones.

    Args:
        keeper: keeps them.
        kind: what they are.
        is_new: whether nothing of the kind is kept, so that there is nothing to take away.
    """

    def __init__(self, keeper: Keeper, kind: str, *, is_new: bool = False) -> None:
        self._keeper = keeper
        self._kind = kind
        self._is_new = is_new
        self._values: dict[str, object] = {}

    def drop(self, numbers: Iterable[int]) -> None:
        """Keep nothing under these numbers, unless it comes later."""
        self._values.update(dict.fromkeys(map(str, numbers)))

    def put(self, number: int, value: object) -> None:
        """Keep a value in the place of what was kept under a number; None takes it away."""
        if value is None and self._is_new:
            return
        self._values[str(number)] = value
        if len(self._values) >= _KEPT_TOGETHER:
            self.close()

    def close(self) -> None:
        """Keep what has come so far."""
        self._keeper.keep(self._kind, self._values)
        self._values.clear()


class Ledger:
    """Values of a kind by numbers, a thousand to a row: for what every build reads from end to end.

    A row is never changed: what is put later takes the place of what was put before, the keys of rows being
    in order. When too much of what the rows have has been replaced, they are written anew.

    Args:
        keeper: keeps the rows.
        kind: what the values are.
        is_new: whether nothing of the kind is kept.
    """

    def __init__(self, keeper: Keeper, kind: str, *, is_new: bool = False) -> None:
        self._keeper = keeper
        self._kind = kind
        self._next: int | None = 0 if is_new else None
        self._values: dict[int, Any] = {}

    def drop(self, numbers: Iterable[int]) -> None:
        """Keep nothing under these numbers, unless it comes later."""
        for number in numbers:
            self.put(number, None)

    def put(self, number: int, value: object) -> None:
        """Keep a value in the place of what was kept under a number; None takes it away."""
        self._values[number] = value
        if len(self._values) >= _KEPT_TOGETHER:
            self.close()

    def all(self) -> dict[int, Any]:
        """All values by their numbers. What was put so far is kept then."""
        found: dict[int, Any] = {}
        keys: list[str] = []
        read = 0
        for key, row in self._keeper.kept(self._kind):
            keys.append(key)
            read += len(row)
            _take_over(found, row)
        if self._next is None:
            self._next = int(keys[-1]) + 1 if keys else 0
        _take_over(found, self._values.items())
        self.close()
        if read > _MOST_READ * len(found) + _KEPT_TOGETHER:
            self._keeper.keep(self._kind, dict.fromkeys(keys))
            for number, value in found.items():
                self.put(number, value)
            self.close()
        return found

    def close(self) -> None:
        """Keep what was put so far."""
        if not self._values:
            return
        if self._next is None:
            self._next = 1 + max((int(key) for key, _ in self._keeper.kept(self._kind)), default=-1)
        self._keeper.keep(self._kind, {f"{self._next:08}": tuple(self._values.items())})
        self._next += 1
        self._values.clear()


def _take_over(found: dict[int, Any], row: Iterable[tuple[int, Any]]) -> None:
    for number, value in row:
        if value is None:
            found.pop(number, None)
        else:
            found[number] = value


class ToldReports:
    """What the documents of a collection report, by holders; not all of them are in memory.

    Args:
        keeper: gives it.
        cards: of all documents, by number.
    """

    def __init__(self, keeper: Keeper, cards: Mapping[int, Card]) -> None:
        self._told = lru_cache(_MOST_DOCUMENTS)(lambda number: keeper.reports(cards[number].id))
        self._packed = lru_cache(_MOST_DOCUMENTS)(lambda number: keeper.packed(cards[number].id))
        self._keeper = keeper
        self._cards = cards

    def report(self, held: int) -> Report:
        """A report, as its document tells it."""
        return self._told(number_of(held))[place_of(held)]

    def packed(self, held: int) -> bytes:
        """The same, as :func:`data.events.packed_report.pack_report` packs it."""
        return self._packed(number_of(held))[place_of(held)]

    def passage(self, held: int) -> Passage:
        """The passage of a report."""
        return self._keeper.passage(self._cards[number_of(held)].id, place_of(held))
