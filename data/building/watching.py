"""Which files changed since they were read, found by looking again: new ones, changed ones, and gone ones.

Looking at sizes and modification times works everywhere: on network mounts and in containers, where the
system's own notices do not arrive, without a limit on the number of folders, and without a library.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from data.reading import find_files
from data.reading.files import STANDARD_INPUT

_SHARE = 20
"""Looking may take one part in so many of the time."""

_Stamps = dict[str, tuple[int, int]]


class Watch:
    """The files behind paths as the user named them; what is there at first counts as read.

    A file that is still being written is left for later: it counts once two looks find it the same.

    Attributes:
        patience: seconds to wait before the next look, so that watching a large tree costs little.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = [path for path in paths if path != STANDARD_INPUT]
        self.patience = 0.0
        self._seen = self._read = self._look()

    def changes(self) -> frozenset[str] | None:
        """Look again: None if there is nothing to read, else the paths of files that are being written."""
        now = self._look()
        settled = {path: stamp for path, stamp in now.items() if self._seen.get(path) == stamp}
        present = now.keys() | self._seen.keys()
        self._seen = now
        read = {path: stamp for path, stamp in self._read.items() if path in present} | settled
        if read == self._read:
            return None
        self._read = read
        return frozenset(now.keys() - settled.keys())

    def _look(self) -> _Stamps:
        began = monotonic()
        found, _ = find_files(self._paths)
        self.patience = _SHARE * (monotonic() - began)
        return {file.path: (file.size, file.modified) for file in found}
