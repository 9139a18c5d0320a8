"""ZIP files, as archives and as the containers that office documents and books are: opened with limits.

Nothing is ever unpacked to disk, so the names inside can lead nowhere; they only name documents.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from data.reading.opening import limits
from data.reading.opening.limits import UnreadableError, too_large

if TYPE_CHECKING:
    from collections.abc import Sequence

_DAMAGED = "it is damaged, or another kind of file"


class Container:
    """An open ZIP file; its directory has been checked, its members are read one by one."""

    def __init__(self, data: bytes) -> None:
        """Raises UnreadableError for what is no ZIP file, or holds too many members or too much."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise UnreadableError(_DAMAGED, "Open it in its own program and save it again.") from error
        self.members: Sequence[zipfile.ZipInfo] = [
            member for member in self._zip.infolist() if not member.is_dir()
        ]
        if len(self.members) > limits.ARCHIVE_MEMBERS:
            raise UnreadableError(
                f"it holds more than {limits.ARCHIVE_MEMBERS:,} files", "Unpack it and read the folder."
            )
        if sum(member.file_size for member in self.members) > limits.ARCHIVE_BYTES:
            raise too_large("what it unpacks to", limits.ARCHIVE_BYTES)

    def check(self, member: zipfile.ZipInfo) -> None:
        """Raises UnreadableError for a member that is locked, too large or a bomb."""
        if member.flag_bits & 1:
            raise UnreadableError("it is locked with a password", "Unpack it yourself and read the folder.")
        if member.file_size > limits.MEMBER_BYTES:
            raise too_large("it", limits.MEMBER_BYTES)
        if member.file_size > max(limits.MEGABYTE, member.compress_size * limits.EXPANSION):
            reason = f"it would grow more than {limits.EXPANSION} times"
            raise UnreadableError(reason, "Unpack it yourself if you trust it.")

    def read(self, name: str | zipfile.ZipInfo) -> bytes:
        """One member, unpacked; UnreadableError if it is missing, damaged, or not to be unpacked."""
        try:
            member = name if isinstance(name, zipfile.ZipInfo) else self._zip.getinfo(name)
        except KeyError as error:
            raise UnreadableError(f"it has no {name}", "It may be another kind of file.") from error
        self.check(member)
        try:
            # More than the size that was checked is never unpacked.
            with self._zip.open(member) as opened:
                return opened.read()
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            EOFError,
            OSError,
            RuntimeError,
        ) as error:
            raise UnreadableError(_DAMAGED, "Pack it again and read that.") from error

    def has(self, name: str) -> bool:
        """Whether there is a member of this name."""
        return any(member.filename == name for member in self.members)
