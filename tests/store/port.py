"""A port's log of two sentences, and the event that it tells."""

from __future__ import annotations

from tests.store.made import document, event, passage

PORT = document("port", "The ferry sank on Monday. Twelve people died.")
EVENT = event("e", "2024-07-08", [passage(PORT, "Twelve people died.")])
