"""A ferry that sank: two documents and the event they tell, for what every store answers."""

from __future__ import annotations

from data.model import Anchor, Claim, Conflict, Event, Expression
from tests.store.made import document, event, passage

PORT = document("port", "The ferry sank on Monday. Twelve people died. The harbour was closed.")
LATER = document("later", "Ten people died when the ferry sank. Nobody was blamed.", path="a/later.txt")
SANK, DIED = "The ferry sank on Monday.", "Twelve people died."
LATER_SANK = "Ten people died when the ferry sank."
MONDAY = Expression(
    start_char=18, end_char=24, text="Monday", type="DATE", value="2024-07-08", rule="weekday",
    start=739075, end=739075, precision="day", anchor=Anchor("published", "2024-07-09", "past tense"),
    role="since", readings=((739075, 739075), (739082, 739082)),
)  # fmt: skip
SINKING = event(
    "sinking", "2024-07-08", [passage(PORT, SANK, MONDAY), passage(PORT, DIED), passage(LATER, LATER_SANK)],
    who=("Aurora Lines", "Jörg Ødegård"), where=("Bergen",), importance=0.25, publishers=2, part_of="summer",
    reasons=("merged: same day",), verification="disputed", tags=("b", "a"), note="call the port",
    kind="state", modality="denied", basis="inferred",
    conflicts=(Conflict("figure", "hard", (Claim("12", (1,)), Claim("10", (2,)))),),
)  # fmt: skip


def dated(*whens: str | None) -> list[Event]:
    return [event(f"e{n}", when, [passage(PORT, DIED)]) for n, when in enumerate(whens)]
