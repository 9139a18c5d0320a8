"""Which edition of the rules made a collection: when code or rules change, documents are read anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent.parent
STAGES = ("reading", "tagging", "dating", "events")
SHARED = (
    "citation", "clock", "days", "edtf", "firms", "letters", "marks", "model", "numeric_dates", "order",
    "printable", "ranges", "words",
)  # fmt: skip
"""What the stages rest on beside themselves."""
_SUFFIXES = {".py", ".toml", ".tsv"}


@cache
def edition() -> str:
    """A digest of all that reading, tagging, dating and events go by; the same for the same rules."""
    digest = hashlib.blake2b(digest_size=8)
    for room in (*STAGES, *SHARED):
        for path in sorted([*(_HERE / room).rglob("*"), _HERE / f"{room}.py"]):
            if path.suffix in _SUFFIXES and path.is_file():
                digest.update(path.relative_to(_HERE).as_posix().encode() + b"\0")
                digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()
