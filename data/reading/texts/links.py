"""Links inside texts: which addresses are kept, and where their words stand once white space is settled."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from data.model import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCHEMES = ("http", "https", "mailto")
_LONGEST_ADDRESS = 2000  # browsers and servers take hardly longer ones
MOST_LINKS = 1000
"""Links of one document: the longest articles of encyclopedias have about as many."""

# What a word processor writes into a field that is a link; behind the address stand switches.
_FIELD = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"]{1,2000})\"|([^\s\"\\]{1,2000}))", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"(?<!!)\[([^\[\]\n]{1,300})\]\((https?://[^\s()<>]{1,2000})(?:[ ]\"[^\"\n]{0,300}\")?\)"
)


class Linked(NamedTuple):
    """A text and the links in it, in order."""

    text: str
    links: tuple[Link, ...] = ()

    def part(self, start: int, end: int) -> Linked:
        """The text of a range, with the links that lie inside it."""
        first, behind = (bisect_left(self.links, at, key=attrgetter("start_char")) for at in (start, end))
        return Linked(
            self.text[start:end],
            shifted((one for one in self.links[first:behind] if one.end_char <= end), -start),
        )

    def spaced(self, text: str) -> Linked:
        """The links in a text that has other white space and else the same letters."""
        if text == self.text or not self.links:
            return Linked(text, self.links)
        before = [at for at, letter in enumerate(self.text) if not letter.isspace()]
        after = dict(zip(before, (at for at, letter in enumerate(text) if not letter.isspace()), strict=True))
        return Linked(
            text,
            tuple(
                Link(after[one.start_char], after[one.end_char - 1] + 1, one.address) for one in self.links
            ),
        )


def address_of(written: str | None, base: str | None = None) -> str | None:
    """The address that a link leads to, or None for one that is not kept.

    Kept are web and mail addresses that can be printed. One that is relative is so to ``base``, the address
    of its page; without that it leads nowhere.
    """
    written = (written or "").strip()
    if not written or written.startswith("#") or len(written) > _LONGEST_ADDRESS:
        return None
    try:
        address = urljoin(base, written) if base else written
        parts = urlsplit(address)
    except ValueError:
        return None
    known = parts.scheme in _SCHEMES and (parts.path if parts.scheme == "mailto" else parts.netloc)
    if not known or len(address) > _LONGEST_ADDRESS or not address.isprintable() or " " in address:
        return None
    return address


def address_in_field(code: str) -> str | None:
    """Where a word processor's field leads by its code; None for a field that is no link."""
    match = _FIELD.match(code)
    return None if match is None else address_of(match[1] or match[2])


def links_of(text: str, found: Iterable[tuple[int, int, str]]) -> tuple[Link, ...]:
    """Ranges of a text and where they lead as its links, without white space around them, in order."""
    links = []
    for start, end, address in sorted(found):
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            links.append(Link(first, start + len(words.rstrip()), address))
    return tuple(links)


def joined(pieces: Iterable[tuple[str, str | None]]) -> Linked:
    """Pieces of text, each with the address it leads to or None; neighbours with one address are one link."""
    texts: list[str] = []
    found: list[tuple[int, int, str]] = []
    at = 0
    for text, address in pieces:
        texts.append(text)
        if address is not None:
            if found and found[-1][1:] == (at, address):
                found[-1] = found[-1][0], at + len(text), address
            else:
                found.append((at, at + len(text), address))
        at += len(text)
    whole = "".join(texts)
    return Linked(whole, links_of(whole, found))


def concatenated(parts: Iterable[Linked], between: str = "") -> Linked:
    """Texts one after another, with this between them, and their links."""
    texts: list[str] = []
    links: list[Link] = []
    at = 0
    for part in parts:
        texts.append(part.text)
        links += shifted(part.links, at)
        at += len(part.text) + len(between)
    return Linked(between.join(texts), tuple(links))


def shifted(links: Iterable[Link], by: int) -> tuple[Link, ...]:
    """The same links in a text that has so many characters more before them."""
    return tuple(Link(one.start_char + by, one.end_char + by, one.address) for one in links)


def cut_out(page: Linked, text: str) -> tuple[Link, ...]:
    """The links of a page in a text made of some of its lines, whatever the white space in them.

    A line that stands several times in the page keeps none: which of them it is cannot be told.
    """
    if not page.links:
        return ()
    known: dict[str, tuple[int, int] | None] = {}
    found: list[Link] = []
    for start, end in _lines(page.text):
        letters = "".join(page.text[start:end].split())
        known[letters] = None if letters in known else (start, end)
    for start, end in _lines(text):
        line = text[start:end]
        there = known.get("".join(line.split()))
        if there is not None:
            found += shifted(page.part(*there).spaced(line).links, start)
    return tuple(found)


def links_in_markdown(text: str) -> tuple[Link, ...]:
    """The links of a text that writes them as Markdown does: ``[words](address)``; their words are linked."""
    # One letter, and a rare one, is found sooner than several.
    if "]" not in text or "](http" not in text:
        return ()
    found = []
    for match in _MARKDOWN.finditer(text):
        address = address_of(match[2])
        if address is not None:
            found.append((*match.span(1), address))
    return links_of(text, found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in re.finditer(r"[^\n]+", text))
