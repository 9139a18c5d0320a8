"""After any change of documents and wishes, making the events again gives what making them anew gives."""

from __future__ import annotations

import json
import random
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest

from data.events.comparing import blocking
from data.events.comparing.cards import Note, note
from data.events.comparing.tables import doublings
from data.events.desk import Desk, Hands, Portion, own_hands
from data.events.keeping import Memory
from data.events.merging import linking, spans
from data.events.renewing import renewal
from data.events.renewing.renewal import renewed
from data.events.report import Report
from data.events.timeline import make_events, report_document
from data.marks import on_events, on_passages
from data.model import DatedDocument, Event, Mark
from tests.helpers.dated_documents import Writer

WHO = ("Kersti Ilves", "Ilves", "Ada Okoye", "Okoye", "Jonas Berg", "Havet AS")
WHERE = ("Oslo", "Bergen", "Moss", "Kyiv")
TELLING = (
    "{who} met {other} in {where} {{on {day} May 2024=2024-05-{day:02}}}.",
    "{who} visited {where} {{in May 2024=2024-05}} for talks on the harbour bridge.",
    "{who} arrived in {where} {{on {day} May 2024=2024-05-{day:02}}} for a two-day visit.",
    "{who} said that the visit to {where} was a success.",
    "At least {number} people died in a fire in {where} {{on {day} May 2024=2024-05-{day:02}}}.",
    "Havet AS unveiled the Brim {number} in {where} {{on {day} May 2024=2024-05-{day:02}}}.",
    "When {who} unveiled the Brim {number}, buyers came early.",
    "Nobody in {where} told the neighbours anything about the works.",
    "The council of {where} closed the harbour {{in 2023=2023}} because of a storm.",
    "{who} visited {where} {{from 30 December 2023 to 2 January 2024=2023-12-30/2024-01-02}} for talks.",
    "{who} has led the council of {where} {{since January 2024=since:2024-01}}.",
    "{who} stayed in {where} {{on New Year's Day=2024-01-01}}, a part of the visit.",
)


def text(source: random.Random) -> str:
    told = (
        source.choice(TELLING).format(
            who=source.choice(WHO), other=source.choice(WHO), where=source.choice(WHERE),
            day=source.randint(1, 9), number=source.randint(2, 5),
        )
        for _ in range(source.randint(1, 4))
    )  # fmt: skip
    return " ".join(told)


class Collection(Memory):
    """Documents that come, change and go, and the events made of them."""

    def __init__(self) -> None:
        self.documents: dict[str, tuple[Note, Sequence[Report]]] = {}
        super().__init__(self.documents)
        self.dated: dict[str, DatedDocument] = {}
        self.versions: dict[str, str] = {}
        self.events: dict[str, Event] = {}
        self.put_so_far = 0

    def stamps(self) -> dict[str, str]:
        return self.versions

    def put(self, dated: DatedDocument) -> None:
        name = dated.document.id
        self.dated[name] = dated
        reports = report_document(dated)
        self.documents[name] = note(dated, reports), reports
        self.put_so_far += 1
        self.versions[name] = str(self.put_so_far)

    def drop(self, name: str) -> None:
        for known in (self.dated, self.documents, self.versions):
            known.pop(name)

    def renew(self, wishes: Sequence[Mark], hands: Hands = own_hands) -> None:
        found = renewed(self, wishes, hands)
        come = list(found.come)
        kept = {} if found.is_whole else self.events
        self.events = {name: event for name, event in kept.items() if name not in found.gone}
        self.events |= {event.id: event for event in come}
        found.settle()


def wish(source: random.Random, events: Sequence[Event]) -> Mark:
    match source.randrange(4):
        case 0:
            some = source.sample(events, 2)
            sizes = [len(event.passages) for event in some]
            return on_events("merge", some, json.dumps(sizes), by="Ada")
        case 1:
            return on_events("split", [max(events, key=lambda event: len(event.passages))], by="Ada")
        case 2:
            return on_passages("join-names", value=json.dumps(source.sample(WHO, 2)), by="Ada")
    return on_passages("part-names", value=json.dumps(["Kersti Ilves", "Ilves"]), by="Ada")


@pytest.mark.parametrize("seed", range(6))
def test_events_made_again_are_those_made_anew(
    write: Writer, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    # So that blocks become too large, and are no longer, before there are hundreds of documents.
    monkeypatch.setattr(blocking, "LARGEST_BLOCK", 4)
    monkeypatch.setattr(linking, "LARGEST_BLOCK", 4)
    monkeypatch.setattr(blocking, "_LEADERS", 2)
    monkeypatch.setattr(spans, "_MOST_ROWS", 8)
    source = random.Random(seed)
    collection = Collection()
    wishes: list[Mark] = []
    for _ in range(12):
        for _ in range(source.randint(1, 5)):
            name = f"d{source.randrange(30)}"
            if name in collection.dated and source.random() < 0.3:
                collection.drop(name)
                continue
            published = source.choice(["2024-05-10", "2024-06-01", None])
            publisher = source.choice(["Nordlys", "Havblad", None])
            kind = source.choice(["article", "article", "article", "snippets"])
            collection.put(
                write(text(source), document_id=name, published=published, publisher=publisher, kind=kind)
            )
        if source.random() < 0.3 and len(collection.events) > 3:
            wishes.append(wish(source, list(collection.events.values())))
        elif wishes and source.random() < 0.3:
            wishes.pop(source.randrange(len(wishes)))
        collection.renew(wishes)
        anew = make_events(collection.dated.values(), wishes)
        assert collection.events == {event.id: event for event in anew}


def test_reports_are_merged_alike_year_by_year_and_all_together(
    write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_hands(
        work: Callable[[Desk, Any], Any], desk: Desk, portions: Iterable[Portion[Any]]
    ) -> Iterator[Any]:
        return own_hands(work, desk, portions)

    source = random.Random(7)
    told = [write(text(source), document_id=f"d{number}") for number in range(60)]
    year_by_year, together = Collection(), Collection()
    for one in told:
        year_by_year.put(one)
        together.put(one)
    year_by_year.renew(())
    monkeypatch.setattr(renewal, "_MANY", 0)
    together.renew((), other_hands)
    assert year_by_year.events == together.events
    assert any(len(event.passages) > 3 for event in together.events.values())


def test_nothing_comes_where_nothing_has_changed(write: Writer) -> None:
    collection = Collection()
    source = random.Random(1)
    for number in range(20):
        collection.put(write(text(source), document_id=f"d{number}"))
    collection.renew(())
    again = renewed(collection, ())
    assert (again.is_whole, set(again.gone), list(again.come)) == (False, set(), [])


def test_a_renewal_that_was_not_settled_is_made_whole(write: Writer) -> None:
    collection = Collection()
    collection.put(write("Kersti Ilves visited Oslo {on 3 May 2024=2024-05-03}."))
    list(renewed(collection, ()).come)
    assert renewed(collection, ()).is_whole


def test_counts_are_rounded_to_powers_of_two() -> None:
    assert [doublings(count) for count in (1, 2, 3, 5, 6, 11, 12, 45, 46)] == [0, 1, 2, 2, 3, 3, 4, 5, 6]


@pytest.mark.parametrize("most", [1, 3, 1 << 18])
def test_rows_are_put_together_in_parts_as_they_are_at_once(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(spans, "_MOST_ROWS", most)
    keys = array("q", [7, -3, 7, 1 << 40, 9, -3, 7, 1 << 40])
    found = list(spans._shared(keys, array("q", range(8))))
    assert found == [(-3, [1, 5]), (7, [0, 2, 6]), (1 << 40, [3, 7])]
