"""The files beside a collection's own while it is in use."""

from __future__ import annotations

LOCK = "-lock"
"""What is added to a collection's name for the file that is locked; it is there while somebody may build."""
SIDE_FILES = ("-wal", "-shm", LOCK)
"""What lies beside a file that is in use, by what is added to its name."""
