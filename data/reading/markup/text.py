"""Markup to text: HTML and XML parsed without network or entities, and read block by block.

The text has one paragraph a line and a blank line between; items of a list stand on lines of their own.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from data.reading.opening import limits
from data.reading.opening.encoding import decode
from data.reading.opening.limits import UnreadableError, too_large
from data.reading.texts.links import Linked, address_of, links_of

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
# The Encoding Standard, 4.2: what pages call by these names is the Windows code page.
_MEANT = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "x-sjis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
}  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphens and the like, which would split words

# By local name, those of HTML, XHTML, OpenDocument and trafilatura's own trees.
_UNSEEN = frozenset({
    "script", "style", "title", "noscript", "template", "svg", "math", "object", "iframe", "select",
    "textarea", "button", "graphic", "rt", "rp", "annotation", "tracked-changes", "note-citation",
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "figure",
    "figcaption", "h", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dd", "dt", "blockquote",
    "pre", "table", "hr", "address", "form", "fieldset", "body", "html", "head", "center", "caption",
    "details", "summary", "list", "quote", "code", "ab", "note-body",
})  # fmt: skip
_ITEMS = frozenset({"li", "item", "list-item"})
_ROWS = frozenset({"tr", "row", "table-row"})
_CELLS = frozenset({"td", "th", "cell", "table-cell"})
_BREAKS = frozenset({"br", "lb", "line-break"})
_SPACERS = frozenset({"s", "tab"})  # OpenDocument's, told by their namespace: HTML's s is struck out
_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument"
_LINK = "a"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_PARAGRAPH, _LINE = "\n\n", "\n"


def decode_markup(data: bytes, charset: str | None = None) -> str:
    """The text of a page: in UTF-8 if it can be, else as it or its archive says, else as can be guessed.

    Raises UnreadableError for bytes that are no text.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data, 0, _HEAD)
    for name in (charset, declared[1].decode("ascii", "replace") if declared else None):
        if name is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            try:
                return data.decode(_MEANT.get(name.strip().lower(), name.strip()))
            except (LookupError, UnicodeError):
                continue
    decoded = decode(data)
    if decoded is None:
        raise UnreadableError("this is no page but a binary file", "Give it the suffix of its format.")
    return decoded.text.removeprefix("\ufeff")


def parse_html(text: str) -> Any:
    """The tree of an HTML page, or None for one without any element; nothing is loaded from anywhere.

    Raises UnreadableError for a page too large, or an element of more attributes than the limits allow.
    """
    from lxml import etree, html

    if len(text) > limits.PAGE_BYTES:
        raise too_large("the page", limits.PAGE_BYTES)
    for tag in _LONG_TAG.finditer(text):
        if len(tag[0].split(None, limits.TAG_ATTRIBUTES)) > limits.TAG_ATTRIBUTES:
            reason = f"an element of the page has more than {limits.TAG_ATTRIBUTES} attributes"
            raise UnreadableError(reason, "No browser wrote this; save its text as .txt.")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # an empty page
        return None


def parse_xml(data: bytes) -> Any:
    """The root of an XML document. Entities stay unresolved and nothing is loaded, so that none can grow.

    Raises lxml's XMLSyntaxError for what is no XML.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    return etree.fromstring(data, parser=parser)


def text_of(tree: Any) -> str:
    """The text that a reader of this element sees, in paragraphs."""
    return linked_text_of(tree).text


def linked_text_of(tree: Any, base: str | None = None) -> Linked:
    """The text of :func:`text_of` with its links; ``base`` is the address of the page."""
    from lxml import etree

    text = _Text()
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if not isinstance(element.tag, str):  # an entity, which stays unresolved
            if event == "end":
                text.write(element.tail)
            continue
        space, _, name = element.tag.rpartition("}")
        if event == "start":
            text.begin(name, space)
            if name == _LINK:
                text.begin_link()
            if name in _UNSEEN:
                walker.skip_subtree()
            else:
                text.write(element.text)
        else:
            if name == _LINK:
                text.end_link(address_of(element.get(_HREF[0]) or element.get(_HREF[1]), base))
            text.end(name)
            if element is not tree:
                text.write(element.tail)
    return text.linked()


class _Text:
    """Gathers pieces of text; gaps and list marks wait until there is text to stand before."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.gap = ""
        self.mark = ""
        self.in_cell = False
        self.begun: list[int | None] = []  # for each open link the piece it begins with, once there is one
        self.links: list[tuple[int, int, str]] = []  # first piece, the piece behind the last, address

    def linked(self) -> Linked:
        """The whole text with its links."""
        whole = "".join(self.pieces).rstrip()
        ends = list(accumulate(map(len, self.pieces), initial=0))
        return Linked(whole, links_of(whole, ((ends[a], ends[b], address) for a, b, address in self.links)))

    def begin_link(self) -> None:
        """What is written from here on is the words of a link."""
        self.begun.append(None)

    def end_link(self, address: str | None) -> None:
        """The words of the link that was begun last end; without an address it is none."""
        first = self.begun.pop()
        if first is not None and address is not None:
            self.links.append((first, len(self.pieces), address))

    def begin(self, name: str, space: str) -> None:
        """What an element's begin does to the text."""
        if name in _BLOCKS:
            if self.in_cell:
                self.write(" ")
            else:
                self.gap = _PARAGRAPH
        elif name in _ITEMS:
            self._line()
            self.mark = "- "
        elif name in _ROWS or name in _BREAKS:
            self._line()
            self.mark = ""
        elif name in _CELLS:
            # OpenDocument's cells hold paragraphs; those of HTML that do, hold whole pages.
            self.in_cell = _OPEN_DOCUMENT in space
            if self.pieces and not self.gap:
                self.write(" ")
                self.mark = "| "
        elif name in _SPACERS and _OPEN_DOCUMENT in space:
            self.write(" ")

    def end(self, name: str) -> None:
        """What an element's end does to the text."""
        if name in _CELLS:
            self.in_cell = False
        elif name in _BLOCKS and self.mark != "| " and not self.in_cell:
            self.gap = _PARAGRAPH
        elif name in _ITEMS:
            self.mark = ""
            self._line()

    def write(self, content: str | None) -> None:
        """Adds text, white space as it is shown: one space, and none at the ends of lines."""
        if not content:
            return
        content = _SPACES.sub(" ", content if content.isascii() else _INVISIBLE.sub("", content))
        at_start = bool(self.gap) or not self.pieces
        if at_start or self.pieces[-1].endswith(" "):
            content = content.removeprefix(" ")
        if not content:
            return
        if at_start and self.pieces:
            self.pieces[-1] = self.pieces[-1].rstrip(" ")
            self.pieces.append(self.gap)
        if self.mark:
            self.pieces.append(self.mark)
        if self.begun:
            self.begun = [len(self.pieces) if first is None else first for first in self.begun]
        self.pieces.append(content)
        self.gap = self.mark = ""

    def _line(self) -> None:
        self.gap = self.gap or _LINE
