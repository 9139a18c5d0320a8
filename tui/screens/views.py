"""Views: queues of a fact-check, and the queries that the user has named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.errors import DatelineError, InputError
from tui.keys.question import Question
from tui.screens.listing import Listing
from tui.state.queues import QUEUES, Queue
from tui.state.session import Session
from tui.text.glyphs import Glyphs
from tui.text.shown import shown
from tui.widgets.item_list import Item

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore


class ViewsScreen(Listing):
    """One is chosen as the filter; the filter is saved under a name; a saved one is forgotten."""

    PLACE = "views"
    LABEL_WIDTH = 20

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__(session, glyphs)
        self._counts: dict[str, str] = {}

    def items(self) -> list[Item]:
        """The saved views, then the queues, each with what it has."""
        store = self.session.store
        saved = [Queue(view.name, view.query, "") for view in store.views()]
        self._views: list[Queue | None] = []
        made: list[Item] = []
        for heading, queues in (("saved", saved), ("to go through", list(QUEUES))):
            if queues:
                made.append(Item(heading, is_heading=True))
                self._views.append(None)
            for queue in queues:
                told = queue.told or queue.query
                is_on = queue.query == self.session.text
                made.append(
                    Item(shown(queue.name), shown(told), self._counts.get(queue.query, "…"), is_on=is_on)
                )
                self._views.append(queue)
        return made

    def on_mount(self) -> None:
        """Show the views, and count what each has."""
        self.fill()
        for view in self._views:
            if view is not None:
                self._count(view.query)

    def _count(self, query: str) -> None:
        def ask(store: ReadingStore) -> str:
            try:
                return f"{self.session.count_of(query, store):,}"
            except DatelineError:
                return "?"

        def take(count: str) -> None:
            self._counts[query] = count
            self.fill()

        self.session.ask(ask, take)

    def told(self) -> str:
        """What the filter is now."""
        return f"the filter now: {shown(self.session.text) or 'none'}"

    def action_choose(self) -> None:
        view = self._views[self.place]
        if view is None:
            return
        try:
            self.session.filter(view.query)
        except DatelineError as error:
            self.say(shown(str(error)))
        else:
            self.app.pop_screen()

    def action_save_view(self) -> None:
        if not self.session.text:
            self.say(f"There is no filter to save: {self.key('filter')} sets one.")
            return

        def accept(name: str) -> None:
            if not name.strip():
                raise InputError("No name", "a view needs one", "Write it; Esc leaves.")
            self.dateline.judge.save_view(name.strip(), self.session.text)
            self._count(self.session.text)

        self.ask(Question("name:", f"for {shown(self.session.text)}", accept))

    def action_forget_view(self) -> None:
        view = self._views[self.place]
        if view is None or view in QUEUES:
            self.say("Only saved views are forgotten.")
            return
        self.dateline.judge.save_view(view.name, None)
        self.fill()
        self.say(f"{shown(view.name)} is forgotten.")
