"""The signs of the screen, and their plain twins for terminals without Unicode."""

from __future__ import annotations

import os
from dataclasses import dataclass

from data.store.protocol import EventRow


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Every sign that is drawn, one cell wide each; ``bars`` grow from nothing to full."""

    happened: str
    planned: str
    denied: str
    conditional: str
    uncertain: str
    state: str
    conflict: str
    inferred: str
    new: str
    cursor: str
    bar: str
    rule: str
    bars: str


UNICODE = Glyphs(
    happened="●", planned="○", denied="✗", conditional="◇", uncertain="?", state="■", conflict="⚑",
    inferred="~", new="+", cursor="▸", bar="│", rule="─", bars=" ▁▂▃▄▅▆▇█",
)  # fmt: skip
ASCII = Glyphs(
    happened="*", planned="o", denied="x", conditional="c", uncertain="?", state="=", conflict="!",
    inferred="~", new="+", cursor=">", bar="|", rule="-", bars=" .:-=+*%#",
)  # fmt: skip

PLAIN = str.maketrans({
    "…": "~", "–": "-", "—": "-", "·": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "•": "*", "\u00a0": " ",
})  # fmt: skip
"""Typographic signs, ours and those of documents, as a terminal with ASCII signs only shows them."""

MEANINGS: tuple[tuple[str, str], ...] = (
    ("happened", "it happened"),
    ("planned", "it is planned or announced"),
    ("denied", "it did not happen, the sources say"),
    ("conditional", "it depends on something"),
    ("uncertain", "the sources are not sure"),
    ("state", "it held during the whole interval"),
    ("conflict", "the sources disagree"),
    ("inferred", "no source says the day: it is taken from the document's own"),
    ("new", "the last reading brought it (is:new)"),
)


def glyphs_for(*, ascii_only: bool = False) -> Glyphs:
    """The signs this terminal can show: plain ones if asked for, or if its locale is not UTF-8."""
    # What the user's locale says, not what Python makes of it: in the C locale it writes UTF-8 all the same.
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next((name for name in names if name), "UTF-8").lower()
    return ASCII if ascii_only or not ("utf-8" in locale or "utf8" in locale) else UNICODE


def modality_name(row: EventRow) -> str:
    """Which sign says how an event stands: its modality, or that it is a state."""
    if row.kind == "state" and row.modality == "happened":
        return "state"
    return row.modality


def flag_name(row: EventRow) -> str | None:
    """Which sign warns of an event: a conflict, else a date that was inferred, else none."""
    if row.conflicts:
        return "conflict"
    return "inferred" if row.basis == "inferred" else None
