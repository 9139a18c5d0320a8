"""The halves of a corpus: rules are tuned on documents of the even one, and the other is only scored."""

from __future__ import annotations

import hashlib


def is_even(identifier: str) -> bool:
    """Whether a document is of the half that may be read and tuned on."""
    return hashlib.sha256(identifier.encode()).digest()[-1] % 2 == 0
