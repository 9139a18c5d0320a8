"""Which edition of the rules made a collection: when code or rules change, documents are read anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent.parent
_STAGES = ("reading", "tagging", "dating", "events")
_SUFFIXES = {".py", ".toml", ".tsv"}


@cache
def edition() -> str:
    """A digest of all that reading, tagging, dating and events go by; the same for the same rules."""
    digest = hashlib.blake2b(digest_size=8)
    for stage in _STAGES:
        for path in sorted((_HERE / stage).rglob("*")):
            if path.suffix in _SUFFIXES:
                digest.update(path.relative_to(_HERE).as_posix().encode() + b"\0")
                digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()
