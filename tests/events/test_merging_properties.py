"""What holds of any collection: order does not matter, every passage is in one event, dates agree."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.events import make_events
from data.events.intervals import compatible, finer, length
from tests.helpers.dated_documents import Writer

PEOPLE = ["Kersti Ilves", "Ada Okoye", "Mia Berg"]
ACTS = [
    "met {other} in {place}",
    "visited {place}",
    "signed the treaty of {place} with {other}",
    "left {place}",
]
PLACES = ["Bergen", "Lagos", "Oslo"]
DATES = ["2024-07-08", "2024-07-09", "2024-07-08/2024-07-09", "2024-07", "2024", "since:2024", "2024-22"]

SENTENCES = st.builds(
    lambda who, act, other, place, date: (
        f"{who} {act.format(other=other, place=place)} {{then={date}}}."
    ),
    st.sampled_from(PEOPLE), st.sampled_from(ACTS), st.sampled_from(PEOPLE),
    st.sampled_from(PLACES), st.sampled_from(DATES),
)  # fmt: skip
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.randoms(use_true_random=False))
def test_events_of_any_collection(write: Writer, texts: list[str], random: Random) -> None:
    documents = [write(text, document_id=f"d{at}") for at, text in enumerate(texts)]
    events = make_events(documents)
    shuffled = documents[:]
    random.shuffle(shuffled)
    assert make_events(shuffled) == events
    assert len({event.id for event in events}) == len(events)
    told = [(one.document, one.start_char) for event in events for one in event.passages]
    assert len(set(told)) == len(told)
    by_id = {event.id: event for event in events}
    for event in events:
        assert 0 <= event.importance <= 1
        assert event.part_of is None or event.part_of in by_id
        if any(conflict.about == "date" for conflict in event.conflicts):
            continue
        for passage in event.passages:
            assert passage.expression is None or passage.expression.start is None or event.start is None or (
                passage.expression.start <= (event.end or passage.expression.start)
            )  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: (min(pair), max(pair)))))
def test_the_finer_of_compatible_intervals_lies_in_both(intervals: list[tuple[int, int]]) -> None:
    for one, other in combinations(intervals, 2):
        if compatible(one, other):
            inner = finer(one, other)
            assert length(inner) == min(length(one), length(other))
            assert compatible(inner, one)
            assert compatible(inner, other)
