"""Events of several documents: their order, ids, passages, days and reasons."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from data import days
from data.events import make_events, reports
from data.model import DatedDocument, Sentence
from data.order import timeline_order
from tests.helpers.dated_documents import Writer

TEXTS = [
    "Kersti Ilves opened the bridge in Bergen {on Monday=2024-07-08}. She thanked the crew. It rained.",
    "Kersti Ilves opened a bridge in Bergen {on July 8=2024-07-08} and met Ada Okoye {in June=2024-06}.",
    "Ada Okoye will travel to Oslo {on July 20=2024-07-20}. “We are glad,” she said.",
    "Trade has grown steadily {since 2019=since:2019}. Nobody knows why it did so.",
    "The ferry sank {in 1912=1912}. Nobody was hurt, the museum says. The museum is a landmark.",
    "The ferry sank off Bergen {in 1912=1912}, killing 12. Its wreck was found {in March 1985=1985-03}.",
]


def collection(write: Writer) -> list[DatedDocument]:
    return [write(text, document_id=f"d{at}") for at, text in enumerate(TEXTS)]


def test_the_order_of_documents_does_not_matter(write: Writer) -> None:
    documents = collection(write)
    expected = make_events(documents)
    for seed in range(5):
        shuffled = documents[:]
        random.Random(seed).shuffle(shuffled)
        assert make_events(shuffled) == expected


def test_passages_are_slices_and_ids_unique(write: Writer) -> None:
    documents = collection(write)
    texts = {dated.document.id: dated.document.text for dated in documents}
    events = make_events(documents)
    assert len({event.id for event in events}) == len(events)
    for event in events:
        assert 0 < len(event.title) <= 90
        assert 0 <= event.importance <= 1
        for passage in event.passages:
            assert passage.text == texts[passage.document][passage.start_char : passage.end_char]


def test_every_sentence_that_reports_is_in_one_event(write: Writer) -> None:
    documents = collection(write)
    covered = {
        (passage.document, at)
        for event in make_events(documents)
        for passage in event.passages
        for at in range(passage.start_char, passage.end_char)
    }
    for dated in documents:
        for sentence in dated.sentences:
            words = dated.document.text[sentence.start_char : sentence.end_char].split()
            if len(words) > 3:
                assert (dated.document.id, sentence.start_char) in covered


def test_the_timeline_is_in_order_undated_last(write: Writer) -> None:
    documents = [
        *collection(write),
        write("Nobody knows who painted the fence.", document_id="z", published=None),
    ]
    events = make_events(documents)
    assert events == sorted(events, key=timeline_order)
    assert events[-1].edtf is None


def test_ids_stay_when_a_document_comes_later(write: Writer) -> None:
    documents = collection(write)
    before = {event.id for event in make_events(documents[:3])}
    after = {event.id for event in make_events(documents)}
    assert before <= after


def test_inferred_events_say_why(write: Writer) -> None:
    (event,) = make_events([write("Kersti Ilves thanked the crew.")])
    assert event.basis == "inferred"
    assert event.edtf == "2024-07-08"
    assert event.passages[0].expression is None
    assert any("publication date" in reason for reason in event.reasons)


def test_an_open_date_makes_a_state(write: Writer) -> None:
    (event,) = make_events([write("Trade has grown steadily {since 2019=since:2019}.")])
    assert (event.kind, event.start, event.end, event.edtf) == ("state", days.ordinal(2019), None, "2019/..")


def test_a_later_date_is_planned(write: Writer) -> None:
    (event,) = make_events([write("The bridge opens to guests {on July 20=2024-07-20}.")])
    assert event.modality == "planned"


def test_lines_are_counted_in_the_file(write: Writer) -> None:
    found = reports(write("Kersti Ilves opened the bridge.\n\nAda Okoye closed the ferry."))
    assert [report.passage.line for report in found] == [1, 3]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("Aa Bé. ,“”\n—(’-12'\u202e\x00"), max_size=120))
def test_any_text_gives_events_inside_it(text: str) -> None:
    from dataclasses import replace

    from data.model import Document, Published

    document = Document(id="x", path="x", text=text, sha256="", published=Published("2024", 1, 1, "given"))
    dated = DatedDocument(document, (Sentence(0, len(text)),) if text else (), ())
    for event in make_events([dated, replace(dated, document=replace(document, id="y"))]):
        for passage in event.passages:
            assert passage.text == text[passage.start_char : passage.end_char]
