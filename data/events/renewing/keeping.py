"""What the making of events takes from a collection and keeps in it from one time to the next."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from data.events.comparing.cards import Card, Note, number_of, place_of
from data.events.comparing.signs import Signs, read_signs
from data.events.comparing.tables import Tables
from data.events.gazetteer import gazetteer
from data.events.report import Report
from data.events.told_again.dated_by_others import renamed
from data.events.wishes import Names

# Documents whose reports are in memory at a time.
_MOST_HELD = 3_000


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


_Held = tuple[Sequence[Report], dict[int, Report], dict[int, Signs]]
"""What is in memory of a document: its reports as it tells them, as others have them, and their signs."""


class Reports:
    """The reports of a collection by their holders, as names and other reports have them; few are in memory.

    Args:
        keeper: gives them as their documents tell them.
        cards: of all documents, by number.
        names: the one name of each name.
        dated: the reports that others date, by holder.
        tables: how rare words, names and days are.
    """

    def __init__(
        self,
        keeper: Keeper,
        cards: Mapping[int, Card],
        names: Names,
        dated: Mapping[int, Report],
        tables: Tables,
    ) -> None:
        self._keeper = keeper
        self._cards = cards
        self._names = names
        self._dated = dated
        self._held: OrderedDict[int, _Held] = OrderedDict()
        self._tables = tables

    def __getitem__(self, held: int) -> Report:
        plain, known, _ = self._of(number_of(held))
        found = known.get(held)
        if found is None:
            found = self._dated.get(held) or renamed(plain[place_of(held)], self._names)
            known[held] = found
        return found

    def signs(self, held: int) -> Signs:
        """A report with what it is compared by."""
        known = self._of(number_of(held))[2]
        found = known.get(held)
        if found is None:
            found = known[held] = read_signs(self[held], self._tables.words, gazetteer())
        return found

    def _of(self, number: int) -> _Held:
        found = self._held.get(number)
        if found is not None:
            self._held.move_to_end(number)
            return found
        _, reports = self._keeper.told(self._cards[number].id)
        found = self._held[number] = (reports, {}, {})
        if len(self._held) > _MOST_HELD:
            self._held.popitem(last=False)
        return found
