"""Questions that take long: what is shown meanwhile, what comes of them, and what is dropped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition
from threading import Event as Signal

import pytest

from data.errors import CollectionError, LostError
from data.store import open_collection
from tests.helpers.piloted import started, text, until
from tui.state.asking import AtOnce, InThread
from tui.state.query_words import select
from tui.state.session import Session
from tui.state.views import EVERYTHING


class Slow:
    """A question that is answered when it is let."""

    def __init__(self) -> None:
        self.let = Signal()
        self.begun = Signal()

    def __call__(self, store):
        self.begun.set()
        assert self.let.wait(30)
        return store.totals().events


class Delivered:
    """Answers that came late, to be used when the test wants."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.came = Signal()

    def __call__(self, use):
        self.waiting.append(use)
        self.came.set()

    def use(self):
        assert self.came.wait(30)
        self.came.clear()
        while self.waiting:
            self.waiting.pop(0)()


class Impatient(Condition):
    """Waits not even for what is being answered at this moment."""

    def wait_for(self, predicate, timeout=None):
        return predicate() if not timeout else super().wait_for(predicate, timeout)


@pytest.fixture
def late(address, monkeypatch):
    """A way to ask whose answers all come late."""
    monkeypatch.setattr("tui.state.asking.PATIENCE", 0.0)
    monkeypatch.setattr("tui.state.asking.Condition", Impatient)
    delivered = Delivered()
    return InThread(lambda: open_collection(address), delivered), delivered


def test_an_answer_that_comes_soon_is_used_at_once(address):
    asking = InThread(lambda: open_collection(address), Delivered())
    found: list[int] = []
    assert asking.ask(open_collection(address), lambda store: store.totals().events, found.append)
    assert found == [6]


def test_a_late_answer_is_delivered_and_a_dropped_one_is_not(late):
    asking, delivered = late
    first, found = Slow(), list[str]()
    assert not asking.ask(None, first, found.append)
    assert first.begun.wait(30)
    asking.drop()
    assert not asking.ask(None, lambda _: "second", found.append)
    first.let.set()
    delivered.use()
    assert found == ["second"]


def test_what_is_prepared_is_asked_before_what_comes_after_and_told_to_nobody(late):
    asking, delivered = late
    slow, order = Slow(), []
    asking.prepare(lambda store: order.append(slow(store)))
    assert slow.begun.wait(30)
    asking.prepare(pytest.fail)
    asking.drop()
    assert not asking.ask(None, lambda _store: order.append("asked"), lambda _: None)
    slow.let.set()
    delivered.use()
    assert order == [6, "asked"]


def test_what_a_question_raises_is_raised_where_its_answer_is_used(late, monkeypatch):
    def refuse(_store):
        raise CollectionError("No", "it does not want to", "")

    asking, delivered = late
    assert not asking.ask(None, refuse, pytest.fail)
    with pytest.raises(CollectionError, match="does not want"):
        delivered.use()
    monkeypatch.setattr("tui.state.asking.PATIENCE", 30.0)
    with pytest.raises(CollectionError, match="does not want"):
        asking.another().ask(None, refuse, pytest.fail)


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("kind", ["at once", "in a thread"])
def test_a_question_in_which_the_connection_is_lost_is_asked_once_more(address, kind, times):
    asked: list[int] = []

    def question(store):
        asked.append(store.totals().events)
        if len(asked) <= times:
            raise LostError("The connection was lost", "here", "")
        return len(asked)

    asking = AtOnce() if kind == "at once" else InThread(lambda: open_collection(address), Delivered())
    found: list[int] = []
    if times == 1:
        assert asking.ask(open_collection(address), question, found.append)
    else:
        with pytest.raises(LostError):
            asking.ask(open_collection(address), question, found.append)
    assert (len(asked), found) == (2, [2] if times == 1 else [])


@pytest.fixture
def counting(address, late):
    asking, delivered = late
    store = open_collection(address)
    yield Session(store, lambda *texts, **more: select(texts, None, **more), asking), delivered
    store.close()


def test_events_around_the_cursor_are_shown_while_all_are_counted(counting):
    session, delivered = counting
    session.go_to_row(1)
    session.filter("where:delhi")
    assert session.is_counting
    assert session.current.title == "Summit in Delhi"
    delivered.use()
    assert not session.is_counting
    assert (session.count, session.events) == (1, 1)
    assert session.current.title == "Summit in Delhi"


def test_the_cursor_stays_where_it_was_moved_to_meanwhile(counting):
    session, delivered = counting
    session.filter("-zebra")
    session.move(2)
    here = session.current.id
    delivered.use()
    assert session.current.id == here
    assert session.count == 5


def test_dropping_shows_what_was_shown_before(counting):
    session, delivered = counting
    session.go_to_row(2)
    session.filter("zebra")
    session.filter("meet")
    assert session.drop()
    assert (session.text, session.count, session.row, session.is_counting) == ("", 5, 2, False)
    assert not session.drop()
    session.arrange("who")
    assert session.is_counting
    assert session.count == 5
    assert session.drop()
    for use in delivered.waiting:
        use()
    assert (session.by, session.text, session.count) == ("time", "", 5)


def test_another_order_keeps_what_was_shown_until_it_is_known(counting):
    session, delivered = counting
    before = session.lines
    session.arrange("importance")
    assert session.lines is before
    delivered.use()
    assert [section.label for section in session.lines.sections] == ["By importance"]


def test_what_the_view_leaves_out_is_told_when_it_is_known(counting):
    session, delivered = counting
    told = []
    session.count_left_out(lambda: told.append(session.left_out))
    assert session.left_out is None
    delivered.use()
    assert [one.others for one in told] == [1]
    session.count_left_out(pytest.fail)
    session.look(EVERYTHING)
    assert session.left_out is None


async def test_keys_that_need_all_events_wait_and_escape_drops_them(address, monkeypatch):
    slow = Slow()
    real = Session.ask

    def ask(self, question, use):
        def asked(store):
            slow(store)
            return question(store)

        return real(self, asked, use)

    async with started(address) as (app, pilot):
        await until(pilot, lambda: app.session.left_out is not None)
        monkeypatch.setattr("tui.state.asking.PATIENCE", 0.0)
        monkeypatch.setattr(Session, "ask", ask)
        await pilot.press("i")
        await pilot.pause()
        assert "counting ..." in text(app)
        await pilot.press("j", "G", "m")
        assert "the keys typed since follow" in text(app)
        assert not app.session.marks
        await pilot.press("escape")
        assert "counting" not in text(app)
        assert not app.session.view.inferred
        slow.let.set()
        await pilot.press("i", "G", "m")
        await until(pilot, lambda: not app.session.is_counting and app.session.marks)
        assert list(app.session.marks) == [app.session.row_at(app.session.count - 1).id]
