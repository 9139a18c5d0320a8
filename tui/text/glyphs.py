"""The signs of the screen, and their plain twins for terminals without Unicode."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from data.store.records import EventRow

if TYPE_CHECKING:
    from data.model import Verification


class Glyphs(NamedTuple):
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
    hidden: str
    mark: str
    cursor: str
    bar: str
    rule: str
    bars: str


UNICODE = Glyphs(
    happened="●", planned="○", denied="✗", conditional="◇", uncertain="?", state="■", conflict="⚑",
    inferred="~", new="+", hidden="h", mark="m",
    cursor="▸", bar="│", rule="─", bars=" ▁▂▃▄▅▆▇█",
)  # fmt: skip
ASCII = Glyphs(
    happened="*", planned="o", denied="x", conditional="c", uncertain="?", state="=", conflict="!",
    inferred="~", new="+", hidden="h", mark="m",
    cursor=">", bar="|", rule="-", bars=" .:-=+*%#",
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
    ("hidden", "you have hidden it"),
    ("mark", "you marked it, as a place to walk to"),
)

VERIFICATIONS: dict[Verification, tuple[str, str]] = {
    "claimed": ("c", "claimed: somebody says so"),
    "single-source": ("1", "one source, nothing against it"),
    "corroborated": ("C", "corroborated by independent sources"),
    "verified": ("V", "verified"),
    "disputed": ("D", "disputed"),
    "withdrawn": ("W", "withdrawn by its source"),
}
"""The user's own word on an event: its letter, and what it means."""


def glyphs_for(*, ascii_only: bool = False) -> Glyphs:
    """The signs this terminal can show: plain ones if asked for, or if locale or font have no others."""
    # What the user's locale says, not what Python makes of it: in the C locale it writes UTF-8 all the same.
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next((name for name in names if name), "UTF-8").lower()
    # The fonts of Linux's own console have letters and frames, no flags, circles and eighths of blocks.
    is_console = os.environ.get("TERM") == "linux"
    return ASCII if ascii_only or is_console or not ("utf-8" in locale or "utf8" in locale) else UNICODE


def modality_name(row: EventRow) -> str:
    """Which sign says how an event stands: its modality, or that it is a state."""
    if row.kind == "state" and row.modality == "happened":
        return "state"
    return row.modality


def signs_of(row: EventRow, glyphs: Glyphs) -> tuple[tuple[str, str], ...]:
    """The four cells of marks before a title, each with its look.

    They say whether it is hidden or new, how it stands, whether the sources disagree or give no day, and what
    the user says of it.
    """
    modality = modality_name(row)
    arrived = glyphs.hidden if row.hidden else glyphs.new if row.is_new else " "
    flag = ("conflict", glyphs.conflict) if row.conflicts else ("faint", " ")
    if not row.conflicts and row.basis == "inferred":
        flag = ("faint", glyphs.inferred)
    said = "" if row.verification is None else VERIFICATIONS[row.verification][0]
    against = row.verification in ("disputed", "withdrawn")
    return (
        (arrived, "faint" if row.hidden else "new"),
        (getattr(glyphs, modality), "text" if modality == "happened" else "planned"),
        (flag[1], flag[0]),
        (said or " ", "conflict" if against else "date"),
    )
