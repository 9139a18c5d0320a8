"""After any sequence of marks in two copies, of changed files and of exchanges, the copies become alike.

A plain model of it says of every mark in each copy whether it is in force. One copy is a file, the other one
is on any engine; what both are in the end is what is built at once of the same files, with all the marks.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from data import pipeline
from data.building import judging
from data.marks import merging, on_document, on_events, on_passages
from data.model import Event, Mark, MarkKind
from data.store import open_collection
from data.store.protocol import Store
from data.store.records import Selection
from tests.golden.changing_files import SAID, TOLD, numbers, put_all, records
from tests.helpers.folders_of_news import exported

_EVERYTHING = Selection()
PEOPLE = ("Ada", "Ben")
copies = st.sampled_from([0, 1])


class AnyExchange(RuleBasedStateMachine):
    """A folder that changes, and two copies of its collection in which two people mark."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.place = Path(mkdtemp(prefix="any exchange "))
        self.folder = self.place / "in"
        self.folder.mkdir()
        self.copies = (str(self.place / "first.dateline"), address)
        self.known: tuple[dict[str, Mark], dict[str, Mark]] = ({}, {})
        self.files: dict[str, list[dict[str, object]]] = {}
        self.count = 0

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.place)

    @initialize(first=st.lists(records, min_size=2, max_size=5))
    def begin(self, first: list[dict[str, object]]) -> None:
        """Some files, and both copies built."""
        for at, record in enumerate(first):
            self.files[f"{at % 2}"] = [*self.files.get(f"{at % 2}", []), self._named(record)]
        put_all(self.folder, self.files)
        for copy in (0, 1):
            self.build(copy)

    @rule(number=numbers, at=numbers, record=records)
    def change_document(self, number: int, at: int, record: dict[str, object]) -> None:
        """A document is another under its id, or the passage that was marked stands elsewhere in it."""
        file = self.files[sorted(self.files)[number % len(self.files)]]
        old = file[at % len(file)]
        text = record["text"] if number % 3 else f"{record['text']} {old['text']}"
        file[at % len(file)] = {**record, "text": text, "id": old["id"]}
        put_all(self.folder, self.files)

    @rule(number=numbers, record=records)
    def add_document(self, number: int, record: dict[str, object]) -> None:
        """A file tells more."""
        self.files[sorted(self.files)[number % len(self.files)]].append(self._named(record))
        put_all(self.folder, self.files)

    @rule(number=numbers, at=numbers)
    def drop_document(self, number: int, at: int) -> None:
        """A file tells less, and with it goes what was marked."""
        file = self.files[sorted(self.files)[number % len(self.files)]]
        del file[at % len(file)]
        if not file:
            file.append(self._named({"text": TOLD[0].format(city="Setubal", who="Ada Brunel", day=9)}))
        put_all(self.folder, self.files)

    @rule(copy=copies)
    def build(self, copy: int) -> None:
        """A copy follows the folder."""
        list(pipeline.build([str(self.folder)], self.copies[copy], jobs=1))

    @rule(copy=copies, number=numbers, kind=st.sampled_from(sorted(SAID)))
    def mark(self, copy: int, number: int, kind: MarkKind) -> None:
        """Something is said of an event, perhaps otherwise than in the other copy."""
        value = f"{SAID[kind]} {number % 3}" if kind in ("note", "title", "tag") else SAID[kind]
        with self._writing(copy) as store:
            self._judge(copy, store, [on_events(kind, [self._event(store, number)], value, by=PEOPLE[copy])])

    @rule(copy=copies, number=numbers, other=numbers)
    def merge(self, copy: int, number: int, other: int) -> None:
        """Two events are one."""
        with self._writing(copy) as store:
            one, two = self._event(store, number), self._event(store, other)
            if one != two:
                self._judge(copy, store, merging([one, two], by=PEOPLE[copy]))

    @rule(copy=copies, number=numbers, at=numbers)
    def split(self, copy: int, number: int, at: int) -> None:
        """A passage is an event of its own."""
        with self._writing(copy) as store:
            passages = self._event(store, number).passages
            self._judge(copy, store, [on_passages("split", [passages[at % len(passages)]], by=PEOPLE[copy])])

    @rule(copy=copies, number=numbers, date=st.sampled_from(["2019-03-02", "2021-05-06", ""]))
    def give_date(self, copy: int, number: int, date: str) -> None:
        """A document is given its date."""
        with self._writing(copy) as store:
            known = store.documents()
            given = on_document("published", known[number % len(known)].id, date, by=PEOPLE[copy])
            self._judge(copy, store, [given])

    @rule(copy=copies, number=numbers)
    def turn(self, copy: int, number: int) -> None:
        """What was said, by whomever, is taken back or said again."""
        if self.known[copy]:
            chosen = self.known[copy][sorted(self.known[copy])[number % len(self.known[copy])]]
            with self._writing(copy) as store:
                turn = store.redo if chosen.undone else store.undo
                assert turn(chosen.id, PEOPLE[copy])
                assert not turn(chosen.id, PEOPLE[copy]), "it is not done twice"
                judging._remade(store, [chosen])
                now = next(mark for mark in store.marks() if mark.id == chosen.id)
            assert now.undone is not chosen.undone
            assert (now.turned_at or "") > (chosen.turned_at or "")
            self.known[copy][chosen.id] = now

    @rule(copy=copies)
    def send(self, copy: int) -> None:
        """What was said in a copy comes into the other one: of two turns the later holds."""
        ours, theirs = self.known[1 - copy], self.known[copy]
        with closing(open_collection(self.copies[copy])) as store:
            sent = store.marks()
        with self._writing(1 - copy) as store:
            taken = judging.take_over(store, sent)
        later = [one for one in theirs.values() if one.id in ours and _turn(one) > _turn(ours[one.id])]
        assert (taken.new, taken.turned) == (len(theirs.keys() - ours.keys()), len(later))
        ours |= {one.id: one for one in theirs.values() if one.id not in ours or one in later}

    @rule()
    def exchange(self) -> None:
        """Both follow the folder and send each other all: they are alike, and what is built at once."""
        for copy in (0, 1):
            self.build(copy)
        for copy in (0, 1):
            self.send(copy)
        first, second = map(exported, self.copies)
        assert first == second
        self.count += 1
        whole = self.place / f"whole {self.count}.dateline"
        list(pipeline.build([str(self.folder)], whole, jobs=1))
        with closing(open_collection(whole, writing=True)) as store:
            judging.take_over(store, self.known[0].values())
        assert first == exported(whole)

    @invariant()
    def marks_are_those_of_the_model(self) -> None:
        """No mark is lost, none comes by itself, and each is in force or not as it was turned last."""
        if self.files:
            for address, known in zip(self.copies, self.known, strict=True):
                with closing(open_collection(address)) as store:
                    assert {one.id: _said(one) for one in store.marks()} == {
                        one.id: _said(one) for one in known.values()
                    }

    def _named(self, record: dict[str, object]) -> dict[str, object]:
        self.count += 1
        return {**record, "id": f"d{self.count}"}

    def _writing(self, copy: int) -> closing[Store]:
        return closing(open_collection(self.copies[copy], writing=True))

    def _event(self, store: Store, number: int) -> Event:
        rows = store.rows(_EVERYTHING, 0, 10_000)
        event = store.event(rows[number % len(rows)].id)
        assert event is not None
        return event

    def _judge(self, copy: int, store: Store, marks: list[Mark]) -> None:
        for mark in marks:
            judging.judge(store, mark)
        said = {mark.id for mark in marks}
        self.known[copy].update({mark.id: mark for mark in store.marks() if mark.id in said})


def _said(mark: Mark) -> tuple[object, ...]:
    """What of a mark is the same in every copy: its passages are where each copy finds them."""
    return mark.kind, mark.value, mark.by, mark.at, mark.undone, mark.turned_at, mark.turned_by


def _turn(mark: Mark) -> tuple[str, bool, str]:
    return mark.turned_at or "", mark.undone, mark.turned_by or ""


@pytest.mark.slow
def test_any_exchange(new_address: Callable[[], str]) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    class Here(AnyExchange):
        def __init__(self) -> None:
            super().__init__(new_address())

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=5,
            stateful_step_count=14,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
