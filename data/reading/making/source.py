"""What a format reads: the bytes of a file or of a member of an archive."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from data import lengths
from data.reading.making.given import NOTHING_GIVEN, Given
from data.reading.texts.identity import Identities


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file or of one member of an archive, with what the user said of it.

    Attributes:
        path: as the user named it; a member has the archive's path before it: ``letters.zip!/march/1.txt``.
        data: all of it.
        sha256: the hexadecimal digest of ``data``, where it is known.
        given: what the user says of its documents; it wins over what the file says.
        name: whose suffix tells the format, where that is not the path; empty where it is.
        url: where the bytes came from, where an archive says so.
        charset: the encoding that an archive names for them.
        depth: in how many archives they are.
        identities: gives ids that are unique among all documents of the file.
    """

    path: str
    data: bytes = field(repr=False)
    given: Given = NOTHING_GIVEN
    name: str = ""
    url: str | None = None
    charset: str | None = None
    depth: int = 0
    identities: Identities = field(default_factory=Identities, repr=False, compare=False)
    sha256: str | None = None

    def with_data(
        self, data: bytes, *, name: str = "", url: str | None = None, charset: str | None = None
    ) -> Source:
        """What this file is the wrapping of; it keeps the file's path."""
        return replace(
            self, data=data, sha256=None, name=name, url=url, charset=charset, depth=self.depth + 1
        )

    def member(
        self, place: str, data: bytes, *, name: str = "", url: str | None = None, charset: str | None = None
    ) -> Source:
        """What stands at ``place`` inside this archive; ``name`` tells its format if ``place`` does not.

        A place that is too long to be looked up is cut in the middle.
        """
        return replace(
            self, path=f"{self.path}!/{lengths.cut(place, self.path)}", data=data, sha256=None,
            name=name or place, url=url, charset=charset, depth=self.depth + 1,
        )  # fmt: skip
