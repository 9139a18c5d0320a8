"""What a collection keeps and answers, whatever engine holds it.

A store keeps files, documents with their sentences and mentions, and the events made of them.
"""

from __future__ import annotations

from data.store.protocol.reading import ReadingStore
from data.store.protocol.writing import Store

__all__ = ["ReadingStore", "Store"]
