"""A small timeline with everything an export must carry, made by hand."""

from __future__ import annotations

from data import days, edtf
from data.export import Timeline
from data.model import Anchor, Claim, Conflict, Document, Event, Expression, Passage, Published

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
    first = Passage(document="port-1", start_char=0, end_char=34, text=TEXT[:34], line=1, expression=monday())
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
    assert days.iso(sinking.start) == "2024-07-08"
    return [sinking, undated]


def timeline() -> Timeline:
    return Timeline(lambda: iter([document()]), lambda: iter(events()))
