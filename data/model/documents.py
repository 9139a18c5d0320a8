"""A document, and what became of an input that should have been one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

DocumentKind = Literal["article", "snippets", "furniture", "error"]
TELLING: tuple[DocumentKind, ...] = ("article", "snippets")
"""The kinds of documents that tell of events, and have publication dates."""
PublishedBasis = Literal["given", "stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Published:
    """A document's publication date (DCT) and what it rests on.

    ``value`` is an EDTF date or an ISO date with a time, ``evidence`` a sentence for the reader. An unknown
    date may still be bounded: then ``value``, ``start`` and ``end`` say what is left ("2020-03-12/..", with
    an end of None).
    """

    value: str | None = None
    start: int | None = None
    end: int | None = None
    basis: PublishedBasis = "unknown"
    evidence: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether a day or stretch of days is known, which a mere bound is not."""
        return self.start is not None and self.end is not None and self.basis != "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """A range of a document's text that leads somewhere else: to a web page, or to who reads a mail box."""

    start_char: int
    end_char: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article, mail, page or report; one file can hold many.

    Attributes:
        id: stable: the same document gets the same id in every build.
        path: the file as the user named it, ``-`` for standard input.
        text: what is read, tagged and shown. For plain text with a span exactly ``file[span[0]:span[1]]``.
        span: the document's range in the decoded file; None where the format has no such range.
        line: the number, from 1, of the document's first line in its file; None where lines mean nothing.
        sha256: the hexadecimal digest of the text in UTF-8.
        furniture: ranges of ``text`` that are menus, related headlines and the like: shown, never tagged.
        pages: where in ``text`` each page of the file begins, the first page first; empty without pages.
        links: the ranges of ``text`` that are links, in order, with their addresses.
    """

    id: str
    path: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    kind: DocumentKind = "article"
    published: Published = Published()
    span: tuple[int, int] | None = None
    line: int | None = None
    furniture: tuple[tuple[int, int], ...] = ()
    pages: tuple[int, ...] = ()
    links: tuple[Link, ...] = ()

    def addresses_in(self, start: int, end: int) -> list[str]:
        """Where the links lead that stand, if only in part, in a range of the text, its end excluded."""
        found = (one.address for one in self.links if one.start_char < end and start < one.end_char)
        return list(dict.fromkeys(found))


class Sentence(NamedTuple):
    """A range of a document's text, without the white space around it."""

    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was wrong with one input, for the reader: what, where, and what to do; the work went on.

    ``lost`` is False where nothing was left out: something was guessed, or stood there twice. ``document`` is
    the id of a document that is not taken from here because another file has brought it. ``again`` is True
    where another try may end otherwise: the next build reads the file again, though it is as it was.
    """

    path: str
    line: int | None
    reason: str
    hint: str
    lost: bool = True
    document: str | None = None
    again: bool = False
