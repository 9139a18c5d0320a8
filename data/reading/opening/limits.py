"""How much of one input is read: what is larger is told as a trouble, never read in part in silence.

The numbers are far above what newsrooms keep and far below what fills the memory of a small machine. They
are looked up where they are used, so another value set here counts at once.
"""

from __future__ import annotations

MEGABYTE = 1 << 20

FILE_BYTES = 1024 * MEGABYTE
"""A file that is read whole. What is read piece by piece (``stream_file``) has no such limit."""

FILE_LETTERS = 1_000_000_000
"""Letters of all documents of one file together, in a collection."""

PAGE_BYTES = 20 * MEGABYTE
"""A web page, or a chapter of a book: the largest real ones have about a tenth of it."""

PAGE_ELEMENTS = 20_000
"""Elements of a web page in which an article is looked for (about 3 s); a larger page is taken whole."""

TAG_ATTRIBUTES = 2_000
"""Attributes of one element: the time to parse them grows with their square."""

LONG_LETTERS = 500_000
"""Letters of a document from which on it is looked for sentences that come again and again."""

SENTENCE_TIMES = 100
"""How often the same sentence of a long document is read; beyond that it takes memory and tells nothing."""

LINE_BYTES = 64 * MEGABYTE
"""A line of JSON Lines."""

MEMBER_BYTES = 256 * MEGABYTE
"""A member of an archive, unpacked."""

ARCHIVE_BYTES = 1024 * MEGABYTE
"""All members of an archive together, unpacked."""

ARCHIVE_MEMBERS = 20_000
"""Files in an archive."""

EXPANSION = 250
"""How many times larger unpacked a member of more than a megabyte may be: text is 5 to 30, a bomb 1,000."""

ARCHIVE_DEPTH = 2
"""Archives inside archives: a mail box inside a ZIP inside a ZIP is read, the next layer is not."""

PDF_PAGES = 5_000
"""Pages of a PDF."""

PDF_OBJECTS = 200_000
"""Drawn objects on one page of a PDF; a dense newspaper page has about 10,000."""

PDF_SECONDS = 120.0
"""Time for all pages of a PDF; it is looked at between pages."""

MESSAGE_PARTS = 1_000
"""Parts of one mail message."""


class UnreadableError(Exception):
    """A file, or a member of an archive, that is not read.

    Attributes:
        reason: why, to follow the file's name.
        hint: what the user can do.
    """

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def too_large(what: str, limit: int) -> UnreadableError:
    """The refusal of something with more than ``limit`` bytes."""
    return UnreadableError(
        f"{what} has more than {limit // MEGABYTE or 1} MB", "Split it into smaller files."
    )
