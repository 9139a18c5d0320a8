"""Queries select the same whatever engine holds the collection."""

from __future__ import annotations

from engines import new_address, server

__all__ = ["new_address", "server"]
