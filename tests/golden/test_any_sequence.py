"""After any sequence of changes to files and of marks, a collection is what is built at once of the same.

A model of it: the files as they are, the marks as they were said. Many documents tell one thing in the same
words, so that blocks of reports grow too large, and become small again.
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
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from data import pipeline
from data.building import judging
from data.building.checking import faults
from data.marks import merging, on_document, on_events, on_passages
from data.model import Event, Mark, MarkKind
from data.store import open_collection
from data.store.address import is_on_server
from data.store.protocol import Store
from data.store.records import Selection
from tests.golden.changing_files import SAID, TOLD, numbers, put_all, records, texts
from tests.helpers.folders_of_news import exported

_EVERYTHING = Selection()


class AnySequence(RuleBasedStateMachine):
    """A folder that changes, a collection that follows it, and whole ones to compare it with."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.path = address
        self.place = Path(mkdtemp(prefix="any sequence "))
        self.folder = self.place / "in"
        self.folder.mkdir()
        self.files: dict[str, list[dict[str, object]]] = {}
        self.count = 0
        self.is_built = False

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.place)

    @initialize(first=st.lists(records, min_size=1, max_size=4), wire=texts)
    def begin(self, first: list[dict[str, object]], wire: str) -> None:
        """Some files, of which one carries the same words many times."""
        self.files["0"] = [self._named(one) for one in first]
        self.files["1"] = [self._named({"text": wire, "publisher": f"Paper {at}"}) for at in range(38)]
        self._put()
        self.build()

    @rule(record=records)
    def add_file(self, record: dict[str, object]) -> None:
        """A file comes."""
        self.files[f"{self.count}"] = [self._named(record)]
        self._put()

    @rule(number=numbers, record=records, times=st.sampled_from([1, 1, 6]))
    def add_documents(self, number: int, record: dict[str, object], times: int) -> None:
        """A file tells more, perhaps the same several times over."""
        self._file(number).extend(self._named(record) for _ in range(times))
        self._put()

    @rule(number=numbers, at=numbers, record=records)
    def change_document(self, number: int, at: int, record: dict[str, object]) -> None:
        """A document is another under its id."""
        file = self._file(number)
        file[at % len(file)] = {**record, "id": file[at % len(file)]["id"]}
        self._put()

    @rule(number=numbers, at=numbers, many=st.sampled_from([1, 1, 7]))
    def drop_documents(self, number: int, at: int, many: int) -> None:
        """A file tells less."""
        file = self._file(number)
        del file[at % len(file) : at % len(file) + many]
        if not file:
            file.append(self._named({"text": TOLD[0].format(city="Setubal", who="Ada Brunel", day=9)}))
        self._put()

    @rule(number=numbers, front=st.booleans())
    def rename_file(self, number: int, front: bool) -> None:
        """A file has another name, and another place among the others.

        It is the only change: what a file told that is gone is kept, if no other file has it.
        """
        self.build()
        name = sorted(self.files)[number % len(self.files)]
        self.files[f"{'!' if front else 'z'}{self.count}"] = self.files.pop(name)
        self.count += 1
        self._put()
        self.build()

    @precondition(lambda self: self.is_built)
    @rule(number=numbers, kind=st.sampled_from(sorted(SAID)))
    def mark(self, number: int, kind: MarkKind) -> None:
        """Something is said of an event."""
        value = SAID[kind]
        with self._writing() as store:
            self._judge(store, [on_events(kind, [self._event(store, number)], value, by="Ada")])

    @precondition(lambda self: self.is_built)
    @rule(number=numbers, other=numbers)
    def merge(self, number: int, other: int) -> None:
        """Two events are one."""
        with self._writing() as store:
            one, two = self._event(store, number), self._event(store, other)
            if one != two:
                self._judge(store, merging([one, two], by="Ada"))

    @precondition(lambda self: self.is_built)
    @rule(number=numbers, at=numbers)
    def split(self, number: int, at: int) -> None:
        """A passage is an event of its own."""
        with self._writing() as store:
            passages = self._event(store, number).passages
            self._judge(store, [on_passages("split", [passages[at % len(passages)]], by="Ada")])

    @precondition(lambda self: self.is_built)
    @rule(number=numbers, date=st.sampled_from(["2019-03-02", ""]))
    def give_date(self, number: int, date: str) -> None:
        """A document is given its date."""
        with self._writing() as store:
            known = store.documents()
            self._judge(store, [on_document("published", known[number % len(known)].id, date, by="Ada")])

    @precondition(lambda self: self.is_built)
    @rule(number=numbers)
    def leave_out(self, number: int) -> None:
        """A document is removed, though its file has it."""
        with self._writing() as store:
            known = store.documents()
            if len(known) > 1:
                judging.leave_out(store, [known[number % len(known)].id])

    @precondition(lambda self: self.is_built)
    @rule(number=numbers)
    def take_in(self, number: int) -> None:
        """What was removed comes back with the next build."""
        with self._writing() as store:
            removed = sorted(store.left_out())
            if removed:
                judging.take_in(store, [removed[number % len(removed)]])
        self.is_built = False

    @precondition(lambda self: self.is_built)
    @rule(number=numbers)
    def undo(self, number: int) -> None:
        """Something that was said is taken back."""
        with self._writing() as store:
            live = [mark for mark in store.marks() if not mark.undone and mark.kind != "remove"]
            if live:
                store.undo(live[number % len(live)].id, "Ben")
                judging._remade(store, [live[number % len(live)]])

    @rule(stop=st.sampled_from(["reading", "dating", "events"]))
    def stopped_build(self, stop: str) -> None:
        """A build that does not come to its end."""
        building = pipeline.build([str(self.folder)], self.path, jobs=1)
        for step in building:
            if step.stage == stop and (stop != "reading" or step.read):
                break
        building.close()
        self.is_built = False

    @rule()
    def build(self) -> None:
        """The collection follows its folder, and is what is built at once, with the marks of it."""
        list(pipeline.build([str(self.folder)], self.path, jobs=1))
        self.is_built = True
        self.count += 1
        whole = self.place / f"whole {self.count}.dateline"
        list(pipeline.build([str(self.folder)], whole, jobs=1))
        with (
            closing(open_collection(self.path)) as store,
            closing(open_collection(whole, writing=True)) as new,
        ):
            judging.take_over(new, store.marks())
        assert exported(self.path) == exported(whole)
        if not is_on_server(self.path):
            assert faults(Path(self.path)) == []

    @invariant()
    def opens(self) -> None:
        """Whatever was done, the collection opens and holds whole documents."""
        if is_on_server(self.path) or Path(self.path).exists():
            with closing(open_collection(self.path)) as store:
                assert len(store.documents()) == store.totals().documents

    def _named(self, record: dict[str, object]) -> dict[str, object]:
        self.count += 1
        return {**record, "id": f"d{self.count * 7919 % 10_007}"}

    def _file(self, number: int) -> list[dict[str, object]]:
        return self.files[sorted(self.files)[number % len(self.files)]]

    def _put(self) -> None:
        put_all(self.folder, self.files)
        self.is_built = False

    def _writing(self) -> closing[Store]:
        return closing(open_collection(self.path, writing=True))

    def _event(self, store: Store, number: int) -> Event:
        rows = store.rows(_EVERYTHING, 0, 10_000)
        event = store.event(rows[number % len(rows)].id)
        assert event is not None
        return event

    def _judge(self, store: Store, marks: list[Mark]) -> None:
        for mark in marks:
            judging.judge(store, mark)


@pytest.mark.slow
def test_any_sequence(new_address: Callable[[], str]) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    class Here(AnySequence):
        def __init__(self) -> None:
            super().__init__(new_address())

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=6,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
