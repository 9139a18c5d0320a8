"""Digests and ids of texts."""

from __future__ import annotations

import hashlib


class Identities:
    """Gives every text of one file its digest and an id: the digest's first twelve digits.

    A text that comes again in the same file gets an id of its own, the same in every build.
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, text: str) -> tuple[str, str]:
        """The id of the next document with this text, and the SHA-256 digest of its UTF-8."""
        digest = sha256(text)
        times = self._seen.get(digest, 0) + 1
        self._seen[digest] = times
        own = digest if times == 1 else sha256(f"{digest} {times}")
        return own[:12], digest


def sha256(text: str) -> str:
    """The hexadecimal SHA-256 digest of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
