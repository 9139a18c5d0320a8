"""Names of the collection that begin as what is typed, asked for without keeping the keys waiting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from data.store.lists import NameCount
from tui.state import query_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.store.lists import FacetField
    from tui.state.session import Session


class Names:
    """The names for what was typed last.

    Args:
        session: whose collection is asked.
        told: called when names have come that were not known when they were wanted.
    """

    def __init__(self, session: Session, told: Callable[[], object]) -> None:
        self._session = session
        self._asking = session.another_asking()
        self._told = told
        self._typed: tuple[FacetField, str] | None = None
        self._found: Sequence[NameCount] = ()

    def ways(self, word: str) -> list[tuple[str, str]]:
        """How a word of a query that was begun can go on, as (word, meaning)."""
        return query_words.ways(word, self.begun)

    def begun(self, field: FacetField, typed: str) -> Sequence[NameCount]:
        """The values of a field that have a word beginning so, the most frequent first.

        There are none while they are looked up.
        """
        if (field, typed) != self._typed:
            self._typed, self._found = (field, typed), ()
            self._asking.drop()

            is_late = False

            def take(found: Sequence[NameCount]) -> None:
                self._found = found
                if is_late:
                    self._told()

            is_late = not self._asking.ask(self._session.store, lambda store: store.names(field, typed), take)
        return self._found
