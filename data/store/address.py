"""Whether a collection's address is that of a server."""

from __future__ import annotations

SCHEMES = ("postgresql", "postgres")


def is_on_server(address: str) -> bool:
    """Whether an address is one that :func:`data.store.server_address.parted` reads."""
    scheme, mark, _ = address.partition("://")
    return bool(mark) and scheme.lower() in SCHEMES
