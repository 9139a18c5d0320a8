"""Word documents (DOCX): paragraphs, lists, tables and notes; insertions kept and deletions left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.reading.making.stated import Stated
from data.reading.making.whole import office_document, stated_or_none
from data.reading.markup.text import parse_xml
from data.reading.opening.container import Container
from data.reading.opening.limits import UnreadableError
from data.reading.texts.links import Linked, address_in_field, address_of, concatenated, joined, shifted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Link, Published, Trouble
    from data.reading.making.source import Source

SUFFIXES = (".docx", ".docm")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TARGET = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONS = "_rels/.rels"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CREATED = "{http://purl.org/dc/terms/}created"
_CHARACTERS = {
    f"{_W}tab": " ",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}lastRenderedPageBreak": "\f",
    f"{_W}txbxContent": "",
}
# The fallback is a second copy of a text box, for old programs.
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}sectPr",
                       "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"})  # fmt: skip
# What a library's template says of itself.
_TEMPLATES = ("2013-12-23T23:15",)
_TITLES = frozenset({"Title", "Heading1"})
_NOBODY = frozenset({"python-docx", "user", "admin", "microsoft office user", "windows user"})


def read(source: Source) -> Iterator[Document | Trouble]:
    """The file as one document; its pages are where Word broke them last, if it told."""
    container = Container(source.data)
    place = _place(container, "officeDocument")
    if place is None:
        raise UnreadableError("it is no Word document", "Open it in its own program and save it again.")
    text = _Text(_addresses(container, place))
    text.body(parse_xml(container.read(place)))
    folder = place.rpartition("/")[0]
    for name in ("footnotes", "endnotes"):
        text.notes(container, f"{folder}/{name}.xml")
    before_comments = text.length
    text.notes(container, f"{folder}/comments.xml")
    properties = _properties(container)
    author = properties.get(f"{_DC}creator", "")
    yield office_document(
        source,
        "".join(text.pieces),
        Stated(
            title=properties.get(f"{_DC}title") or text.title,
            byline=None if author.lower() in _NOBODY else author,
            language=properties.get(f"{_DC}language"),
            published=_published(properties.get(_CREATED, "")),
        ),
        # What readers remarked on the document is no part of it.
        furniture=((before_comments, text.length),) if text.length > before_comments else (),
        pages=tuple(text.pages) if len(text.pages) > 1 else (),
        links=tuple(text.links),
    )


def _place(container: Container, kind: str) -> str | None:
    """The member that the package names for a kind of its parts; programs do not all call it the same."""
    if not container.has(_RELATIONS):
        return None
    for relation in parse_xml(container.read(_RELATIONS)).iter(_RELATION):
        if str(relation.get("Type", "")).endswith(f"/{kind}"):
            return str(relation.get("Target", "")).removeprefix("/")
    return None


def _properties(container: Container) -> dict[str, str]:
    """What the document says of itself, by the names of the fields."""
    place = _place(container, "core-properties")
    if place is None or not container.has(place):
        return {}
    return {
        field.tag: "".join(field.itertext()).strip()
        for field in parse_xml(container.read(place)).iter(f"{_DC}*", _CREATED)
    }


def _published(created: str) -> Published | None:
    if created.startswith(_TEMPLATES):
        return None
    return stated_or_none(created, f"the document's properties: created {created.partition('T')[0]}")


def _addresses(container: Container, place: str) -> dict[str, str]:
    """Where the links of a part lead, by the names that the part has for them."""
    folder, _, name = place.rpartition("/")
    relations = f"{folder}/{_RELATIONS.removesuffix('.rels')}{name}.rels".removeprefix("/")
    if not container.has(relations):
        return {}
    return {
        relation.get("Id", ""): address
        for relation in parse_xml(container.read(relations)).iter(_RELATION)
        if str(relation.get("Type", "")).endswith("/hyperlink")
        and (address := address_of(relation.get("Target"))) is not None
    }


@dataclass(slots=True)
class _Field:
    """A field that is open: the pieces of its code, and where its words lead."""

    code: list[str]
    leads: str | None


class _Text:
    """The text of a document's body, put together paragraph by paragraph.

    ``addresses`` are those of the part that is added from here on.
    """

    def __init__(self, addresses: dict[str, str]) -> None:
        self.addresses = addresses
        self.links: list[Link] = []
        self.pieces: list[str] = []
        self.length = 0
        self.pages = [0]
        self.title: str | None = None
        self.fields: list[_Field] = []

    def body(self, element: Any) -> None:
        """Adds the paragraphs and tables in an element."""
        for child in element:
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag not in _LEFT_OUT:
                self.body(child)

    def notes(self, container: Container, place: str) -> None:
        """Adds the document's footnotes, endnotes or comments, one after another."""
        if container.has(place):
            self.addresses = _addresses(container, place)
            for note in parse_xml(container.read(place)):
                if note.get(f"{_W}type") is None:  # the lines between text and notes are of a type
                    self.body(note)

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(f"{_W}pPr")
        style = None if properties is None else properties.find(f"{_W}pStyle")
        name = "" if style is None else style.get(f"{_W}val", "")
        listed = name.startswith("List") or (
            properties is not None and properties.find(f"{_W}numPr") is not None
        )
        linked = joined(self._runs(paragraph))
        words = linked.text.strip(" \t\n")
        if words.strip(" \t\n\f"):
            if self.title is None and name in _TITLES:
                self.title = words.replace("\f", "")
            marked = [Linked("- ")] if listed else []
            self._add(concatenated([*marked, linked.spaced(words)]), "\n\n")
        else:
            self.pages.extend([self.length] * words.count("\f"))
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not any(ancestor.tag in _LEFT_OUT for ancestor in box.iterancestors()):
                self.body(box)

    def _table(self, table: Any) -> None:
        gap = "\n\n"
        for row in table.iterchildren(f"{_W}tr"):
            cells = [cell for cell in map(self._cell, row.iterchildren(f"{_W}tc")) if cell.text]
            if cells:
                self._add(concatenated(cells, " | "), gap)
                gap = "\n"

    def _cell(self, cell: Any) -> Linked:
        paragraphs = (joined(self._runs(paragraph)) for paragraph in cell.iter(f"{_W}p"))
        words = concatenated(paragraphs, " ")
        return words.spaced(" ".join(words.text.split()))

    def _add(self, linked: Linked, gap: str) -> None:
        """Adds text in which form feeds stand where pages end."""
        if self.pieces:
            self.length += len(gap)
            self.pieces.append(gap)
        first, *more = linked.text.split("\f")
        linked = linked.spaced("".join((first, *more)))
        self.pieces.append(linked.text)
        self.links.extend(shifted(linked.links, self.length))
        self.length += len(first)
        for piece in more:
            self.pages.append(self.length)
            self.length += len(piece)

    def _runs(self, element: Any, address: str | None = None) -> Iterator[tuple[str, str | None]]:
        """The text of a paragraph with where it leads, a form feed where Word ended a page."""
        for child in element:
            tag = child.tag
            if tag == f"{_W}t":
                yield child.text or "", address or self._field_address()
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag], address or self._field_address()
            elif tag == f"{_W}hyperlink":
                yield from self._runs(child, self.addresses.get(child.get(_TARGET, "")))
            elif tag == f"{_W}fldSimple":
                yield from self._runs(child, address_in_field(child.get(f"{_W}instr", "")))
            elif tag == f"{_W}fldChar":
                self._field_sign(child.get(f"{_W}fldCharType"))
            elif tag == f"{_W}instrText":
                if self.fields:
                    self.fields[-1].code.append(child.text or "")
            elif tag not in _LEFT_OUT:
                yield from self._runs(child, address)

    def _field_sign(self, kind: str | None) -> None:
        """A field begins, its code is complete, or it ends; its runs may stand in several paragraphs."""
        if kind == "begin":
            self.fields.append(_Field([], self._field_address()))
        elif kind == "separate" and self.fields:
            field = self.fields[-1]
            field.leads = address_in_field("".join(field.code)) or field.leads
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _field_address(self) -> str | None:
        return self.fields[-1].leads if self.fields else None
