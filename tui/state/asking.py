"""Questions to the collection: one that takes long is asked in a thread, and the keys go on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from data.errors import LostError

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore

PATIENCE = 0.02
"""Seconds that an answer is waited for before the screen goes on without it."""
_LINGER = 30.0
"""Seconds that the thread keeps its connection, and what is known to it, for a further question."""

Answer = TypeVar("Answer")


class Asking(Protocol):
    """How questions are asked."""

    def ask(
        self, store: ReadingStore, question: Callable[[ReadingStore], Answer], use: Callable[[Answer], object]
    ) -> bool:
        """Ask, and use the answer; False if that is done later.

        Args:
            store: the store of the caller, which is asked unless a thread asks another one.
            question: asks a store; raises DatelineError.
            use: takes the answer, in the caller's thread.
        """

    def prepare(self, question: Callable[[ReadingStore], object]) -> None:
        """Ask what later questions will need; nobody waits for the answer."""

    def drop(self) -> None:
        """Want no answer any more to what was asked."""

    def another(self) -> Asking:
        """Another one of its kind, whose questions are dropped apart from those of this one."""


class AtOnce:
    """Asks where it is called, and has the answer when it returns."""

    def ask(
        self, store: ReadingStore, question: Callable[[ReadingStore], Answer], use: Callable[[Answer], object]
    ) -> bool:
        """Ask, and use the answer."""
        use(_answer(question, store))
        return True

    def prepare(self, question: Callable[[ReadingStore], object]) -> None:
        """What is needed is asked when it is."""

    def drop(self) -> None:
        """Nothing is waited for."""

    def another(self) -> AtOnce:
        """One for another session: the same, for it keeps no answers."""
        return self


def _answer(question: Callable[[ReadingStore], Answer], store: ReadingStore) -> Answer:
    """What a store answers; asked once more if its connection is lost meanwhile, as that changes nothing."""
    try:
        return question(store)
    except LostError:
        return question(store)


def _nothing(_answer: object) -> None:
    return None


class _Asked:
    """A question on its way; ``is_late`` when the caller no longer waits for it."""

    def __init__(self, question: Callable[[ReadingStore], Any], use: Callable[[Any], object]) -> None:
        self.question = question
        self.use = use
        self.answer: Any = None
        self.error: Exception | None = None
        self.is_answered = self.is_late = self.is_over = False

    def settle(self) -> None:
        """Use the answer, unless it is not wanted any more; raises what the question raised."""
        if self.is_over:
            return
        self.is_over = True
        if self.error is not None:
            raise self.error
        self.use(self.answer)


class InThread:
    """Asks one question after the other in a thread, of a store of its own.

    Args:
        open_store: opens the collection for reading.
        deliver: has a function called in the caller's thread, later; raises RuntimeError if that has ended.
    """

    def __init__(
        self, open_store: Callable[[], ReadingStore], deliver: Callable[[Callable[[], None]], object]
    ) -> None:
        self._open = open_store
        self._deliver = deliver
        self._changed = Condition()
        self._waiting: list[_Asked] = []
        self._wanted: list[_Asked] = []
        self._current: _Asked | None = None
        self._store: ReadingStore | None = None
        self._is_running = False

    def another(self) -> InThread:
        """One with a thread of its own."""
        return InThread(self._open, self._deliver)

    def ask(
        self,
        store: ReadingStore,  # noqa: ARG002 - it belongs to the caller's thread
        question: Callable[[ReadingStore], Answer],
        use: Callable[[Answer], object],
    ) -> bool:
        """Ask; the answer is used at once if it comes soon, else later."""
        asked = _Asked(question, use)
        with self._changed:
            self._wanted = [one for one in self._wanted if not one.is_over] + [asked]
            self._hand_over(asked)
            self._changed.wait_for(lambda: asked.is_answered, PATIENCE)
            if not asked.is_answered:
                asked.is_late = True
                return False
        asked.settle()
        return True

    def prepare(self, question: Callable[[ReadingStore], object]) -> None:
        """Ask, unless something is being asked already."""
        with self._changed:
            if self._current is None and not self._waiting:
                asked = _Asked(question, _nothing)
                asked.is_over = True
                self._hand_over(asked)

    def _hand_over(self, asked: _Asked) -> None:
        self._waiting.append(asked)
        if self._is_running:
            self._changed.notify_all()
        else:
            self._is_running = True
            Thread(target=self._run, name="asking", daemon=True).start()

    def drop(self) -> None:
        """Stop what is being asked, and forget what waits."""
        with self._changed:
            is_asking = self._current is not None and not self._current.is_over
            self._waiting.clear()
            for asked in self._wanted:
                asked.is_over = True
            self._wanted.clear()
            if is_asking and self._store is not None:
                self._store.stop()

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            try:
                if self._store is None:
                    self._store = self._open()
                asked.answer = _answer(asked.question, self._store)
            except Exception as error:  # it is raised where the answer was wanted; the thread goes on
                asked.error = error
            with self._changed:
                self._current = None
                asked.is_answered = True
                self._changed.notify_all()
                is_late = asked.is_late and not asked.is_over
            if is_late:
                with suppress(RuntimeError):  # the screen has gone meanwhile
                    self._deliver(asked.settle)

    def _next(self) -> _Asked | None:
        """The next question; None, the store closed, if none comes for a while."""
        with self._changed:
            if not self._changed.wait_for(lambda: bool(self._waiting), _LINGER):
                if self._store is not None:
                    self._store.close()
                self._store, self._is_running = None, False
                return None
            self._current = self._waiting.pop(0)
            return self._current
