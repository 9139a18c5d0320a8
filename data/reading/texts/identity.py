"""Digests and ids of texts."""

from __future__ import annotations

import hashlib
from typing import NamedTuple


class Use(NamedTuple):
    """Where an id was used before, and whether for the same text."""

    path: str
    line: int
    same_text: bool


class Identities:
    """Gives every text of one file its digest and an id: the digest's first twelve digits.

    A text that comes again in the same file gets an id of its own, the same in every build. What is
    remembered of a document are some hundred bytes, so that files of millions of them can be read.
    """

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._times: dict[int, int] = {}
        self._named: dict[int, int] = {}
        self._paths: list[str] = []

    def of(self, text: str, digest: str | None = None) -> tuple[str, str]:
        """The id of the next document with this text, and the SHA-256 digest of its UTF-8.

        ``digest``: that digest, where it is known.
        """
        digest = digest or sha256(text)
        key = int(digest[:16], 16)
        if key not in self._seen:
            self._seen.add(key)
            return digest[:12], digest
        times = self._times[key] = self._times.get(key, 1) + 1
        return sha256(f"{digest} {times}")[:12], digest

    def named(self, own_id: str, digest: str, path: str, line: int) -> Use | None:
        """Notes an id that the file itself gives to a text; its earlier use, or None the first time."""
        if not self._paths or self._paths[-1] != path:
            self._paths.append(path)
        text = int(digest[:16], 16)
        # One number holds the text, the path and the line: a tuple would take three times the memory.
        now = (text << 64) | ((len(self._paths) - 1) << 40) | line
        earlier = self._named.setdefault(hash(own_id), now)
        if earlier == now:
            return None
        return Use(self._paths[(earlier >> 40) & 0xFFFFFF], earlier & 0xFFFFFFFFFF, earlier >> 64 == text)


def sha256(text: str) -> str:
    """The hexadecimal SHA-256 digest of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
