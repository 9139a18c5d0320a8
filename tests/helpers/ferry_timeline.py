"""A small timeline with everything an export must carry, made by hand."""

from __future__ import annotations

from data import days, edtf
from data.export import Timeline
from data.model import (
    Anchor,
    Claim,
    Conflict,
    DatedDocument,
    Document,
    Event,
    Expression,
    Mark,
    MarkedPassage,
    Passage,
    Published,
    Sentence,
)

TEXT = 'The ferry "Aurora" sank on Monday.\nAt least 12 people [sic] died, | the port said.\n'


def day(text: str) -> int:
    start = edtf.parse(text).start
    assert start is not None
    return start


def monday() -> Expression:
    start = TEXT.index("Monday")
    return Expression(
        start_char=start,
        end_char=start + len("Monday"),
        text="Monday",
        type="DATE",
        value="2024-07-08",
        rule="weekday",
        start=day("2024-07-08"),
        end=day("2024-07-08"),
        precision="day",
        anchor=Anchor("published", "2024-07-09", "said in the past tense"),
    )


def document() -> Document:
    return Document(
        id="port-1",
        path="wires/port.txt",
        text=TEXT,
        sha256="0" * 64,
        title="Ferry sinks <off> the coast",
        publisher="Harbour Times",
        language="en",
        span=(0, len(TEXT)),
        line=1,
        published=Published(
            "2024-07-09", day("2024-07-09"), day("2024-07-09"), "stated", "the line under the headline"
        ),
    )


def events() -> list[Event]:
    first = Passage(
        document="port-1", start_char=0, end_char=34, text=TEXT[:34], line=1, expression=monday(),
        clock="T06:40/APPROX CEST",
    )  # fmt: skip
    second = Passage(document="port-1", start_char=35, end_char=82, text=TEXT[35:82], line=2)
    sinking = Event(
        id="e1",
        title="=Ferry *Aurora* sinks",
        start=day("2024-07-08"),
        end=day("2024-07-08"),
        edtf="2024-07-08",
        precision="day",
        basis="stated",
        passages=(first, second),
        who=("Port of Brume", "Aurora"),
        where=("Brume",),
        importance=0.5,
        reasons=("merged: same day, Aurora",),
        conflicts=(
            Conflict("figure", "apparent", (Claim("at least 12 dead", (1,)), Claim("11 dead", (0,)))),
        ),
        tags=("sea",),
        note="call the port",
        clock="T06:40",
    )
    undated = Event(
        id="e2",
        title="The inquiry was promised",
        start=None,
        end=None,
        edtf=None,
        precision=None,
        basis="inferred",
        passages=(second,),
        modality="planned",
    )
    by_hand = Event(
        id="0" * 31 + "1",
        title="Port opens; <b>music</b>, speeches",
        start=day("1998-05"),
        end=day("1998-06") - 1,
        edtf="1998-05",
        precision="month",
        basis="stated",
        passages=(),
        where=("Brume",),
        importance=0.5,
        reasons=("added by Ada on 30 September 2024",),
        verification="verified",
        by="Ada",
        citation="Port annals, p. 3",
    )
    assert days.iso(sinking.start) == "2024-07-08"
    return [by_hand, sinking, undated]


def marks() -> list[Mark]:
    place = MarkedPassage(document="port-1", start_char=0, end_char=34, text=TEXT[:34], path="wires/port.txt")
    note = Mark(
        id="a" * 32,
        at="2024-09-30T08:00:00.000000Z",
        by="Ada",
        kind="note",
        passages=(place,),
        value="call the port",
    )
    tag = Mark(
        id="b" * 32, at="2024-09-30T09:00:00.000000Z", by="Ben", kind="tag", passages=(place,), value="“sea”",
        undone=True, turned_at="2024-10-01T09:00:00.000000Z", turned_by="Ada",
    )  # fmt: skip
    return [note, tag]


def dated() -> DatedDocument:
    return DatedDocument(document(), (Sentence(0, 34), Sentence(35, 82)), (monday(),))


def timeline() -> Timeline:
    return Timeline(
        lambda: iter([document()]), lambda: iter(events()), lambda: iter([dated()]), lambda: iter(marks())
    )
