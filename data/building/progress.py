"""How far a build is; the screen tells of it without loading what builds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from data.model import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a build stands; one comes after each file and each later stage.

    Attributes:
        done, total: files finished and files found.
        path: the file just finished; empty in the later stages.
        stage: "reading", "dating", "events" or "done".
        read, unchanged, documents, events: counts so far.
        troubles: what went wrong since the last progress.
        failed: files so far of which nothing could be read.
    """

    done: int
    total: int
    path: str
    stage: str
    read: int = 0
    unchanged: int = 0
    failed: int = 0
    documents: int = 0
    events: int = 0
    troubles: tuple[Trouble, ...] = field(default=())

    def behind(self, before: Progress | None) -> Progress:
        """The same with the files of a build that has ended before, as one build of both would tell it."""
        if before is None:
            return self
        counts = ("done", "total", "read", "unchanged", "failed", "documents")
        return replace(self, **{name: getattr(before, name) + getattr(self, name) for name in counts})
