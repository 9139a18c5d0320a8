"""OpenDocument, RTF and EPUB: text in order, and what their properties say."""

from __future__ import annotations

import io
import tomllib
import zipfile
from pathlib import Path

import pytest
from ebooklib import epub
from odf import dc, meta, table, text
from odf.opendocument import OpenDocumentText

from data.model import Document
from data.reading import read_bytes
from data.reading.making.known_formats import format_of

STORIES = tomllib.loads(Path(__file__).with_name("captures.toml").read_text(encoding="utf-8"))["stories"]
FERRY = [STORIES["ferry"]["headline"], *STORIES["ferry"]["paragraphs"]]


def documents(path: str, data: bytes) -> tuple[Document, ...]:
    reading = read_bytes(path, data)
    assert reading.troubles == ()
    return reading.documents


def open_document() -> bytes:
    written = OpenDocumentText()
    for tag, value in ((dc.Title, "Ferry returns"), (meta.InitialCreator, "Jonas Lind"),
                       (meta.CreationDate, "2024-03-04T18:20:00")):  # fmt: skip
        written.meta.addElement(tag(text=value))
    written.text.addElement(text.H(outlinelevel=1, text=FERRY[0]))
    for paragraph in FERRY[1:]:
        written.text.addElement(text.P(text=paragraph))
    listed = text.List()
    item = text.ListItem()
    item.addElement(text.P(text="Bread"))
    listed.addElement(item)
    written.text.addElement(listed)
    broken = text.P(text="It rained")
    broken.addElement(text.S(c=1))
    broken.addText("on Monday,")
    broken.addElement(text.LineBreak())
    broken.addText("and on Friday.")
    written.text.addElement(broken)
    cells = table.Table()
    row = table.TableRow()
    for content in ("Friday", "Norholm"):
        cell = table.TableCell()
        cell.addElement(text.P(text=content))
        row.addElement(cell)
    cells.addElement(row)
    written.text.addElement(cells)
    file = io.BytesIO()
    written.save(file)
    return file.getvalue()


def test_an_open_document() -> None:
    (read_one,) = documents("x.odt", open_document())
    expected = "\n\n".join([*FERRY, "- Bread", "It rained on Monday,\nand on Friday.", "Friday | Norholm"])
    assert read_one.text == expected
    assert (read_one.title, read_one.byline) == ("Ferry returns", "Jonas Lind")
    assert (read_one.published.value, read_one.published.basis) == ("2024-03-04T18:20:00", "stated")
    assert (read_one.span, read_one.line, read_one.language) == (None, None, "en")


def book() -> bytes:
    written = epub.EpubBook()
    written.set_title("The Norholm Review")
    written.set_language("en")
    written.add_author("Jonas Lind")
    written.add_metadata("DC", "date", "2024-03-04")
    written.add_metadata("DC", "publisher", "Norholm Media Group")
    page = epub.EpubHtml(title="Title", file_name="text/title.xhtml")
    page.content = "<section epub:type='titlepage'><h1>The Norholm Review</h1><p>4 March 2024</p></section>"
    written.add_item(page)
    chapters = []
    for number, story in enumerate(STORIES.values()):
        chapter = epub.EpubHtml(title=story["headline"], file_name=f"text/{number}.xhtml")
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story["paragraphs"])
        chapter.content = f"<h1>{story['headline']}</h1>{paragraphs}"
        written.add_item(chapter)
        chapters.append(chapter)
    written.add_item(epub.EpubNav())
    written.add_item(epub.EpubNcx())
    written.toc = chapters
    written.spine = ["nav", page, *chapters]
    file = io.BytesIO()
    epub.write_epub(file, written)
    return file.getvalue()


def test_a_book_is_its_chapters_in_order() -> None:
    apart, *found = documents("x.epub", book())
    assert (apart.kind, apart.path) == ("furniture", "x.epub!/EPUB/text/title.xhtml")
    assert [one.title for one in found] == [story["headline"] for story in STORIES.values()]
    assert found[0].text == "\n\n".join(FERRY)
    assert {(one.byline, one.publisher, one.published.value) for one in found} == {
        ("Jonas Lind", "Norholm Media Group", "2024-03-04")
    }
    assert found[0].path.startswith("x.epub!/")
    assert found[0].path.endswith("text/0.xhtml")


def rtf(body: str, information: str = "") -> bytes:
    return rf"{{\rtf1\ansi\ansicpg1252{information} {body}}}".encode("ascii")


def test_rich_text() -> None:
    information = (
        r"{\info{\title Ferry returns}{\author J\'f6rg Lind}{\creatim\yr2024\mo3\dy4\hr18\min20}"
        r"{\company Coast Post}}"
    )
    paragraphs = "".join(rf"{paragraph}\par " for paragraph in FERRY)
    escaped = "".join(letter if letter < "\x80" else rf"\u{ord(letter)}?" for letter in paragraphs)
    (read_one,) = documents("x.rtf", rtf(escaped, information))
    assert read_one.text == "\n\n".join(FERRY)
    assert (read_one.title, read_one.byline, read_one.publisher) == (
        "Ferry returns",
        "Jörg Lind",
        "Coast Post",
    )
    assert (read_one.published.value, read_one.published.basis) == ("2024-03-04", "stated")


def without(data: bytes, left_out: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            if not name.endswith(left_out):
                target.writestr(name, source.read(name))
    return file.getvalue()


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("x.odt", b"", "empty"),
        ("x.odt", b"It rained.", "damaged"),
        ("x.odt", open_document()[:-50], "damaged"),
        ("x.odt", without(open_document(), "content.xml"), "content.xml"),
        ("x.epub", b"It rained.", "damaged"),
        ("x.epub", book()[:-50], "damaged"),
        ("x.epub", without(book(), "container.xml"), "container.xml"),
        ("x.epub", open_document(), "container.xml"),
        ("x.rtf", b"It rained.", "no RTF"),
        ("x.rtf", rtf(""), "no text"),
    ],
)
def test_a_bad_file_is_one_trouble(path: str, data: bytes, reason: str) -> None:
    reading = read_bytes(path, data)
    assert reading.documents == ()
    (only,) = reading.troubles
    assert reason in only.reason


def test_a_chapter_that_is_missing_is_told_and_the_others_are_read() -> None:
    reading = read_bytes("x.epub", without(book(), "text/1.xhtml"))
    assert sum(one.kind == "article" for one in reading.documents) == len(STORIES) - 1
    assert reading.troubles[0].path.endswith("text/1.xhtml")


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/passwd"', '"' + "a" * 100 + '"'])
def test_entities_are_not_loaded_and_do_not_grow(entity: str) -> None:
    content = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x {entity}>]>'
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        "<text:p>It rained &x; on Monday.</text:p></office:text></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", content)
    reading = read_bytes("x.odt", file.getvalue())
    assert {one.text for one in reading.documents} <= {"It rained on Monday."}
    assert reading.documents or reading.troubles


@pytest.mark.parametrize(("data", "name"), [(book(), "from_epub"), (rtf("a"), "from_rtf")])
def test_input_without_a_name_is_recognised(data: bytes, name: str) -> None:
    assert vars(format_of("-", data))["__name__"].endswith(name)


def test_footnotes_of_rich_text_stand_behind_it() -> None:
    note = r"{\super\chftn{\*\footnote\ftnalt{\super\chftn} Sold on 3 May 2024.}}"
    (read_one,) = documents("x.rtf", rtf(rf"The ferry was sold{note} and renamed.\par It rained."))
    assert read_one.text == "The ferry was sold and renamed.\n\nIt rained.\n\nSold on 3 May 2024."


def test_tables_of_rich_text() -> None:
    body = r"Ships:\par\trowd {Ada\cell}{1998\cell}\row\trowd {Bea\par\cell}{2004\cell}\row\pard It rained."
    (read_one,) = documents("x.rtf", rtf(body))
    assert read_one.text == "Ships:\n\nAda | 1998\nBea | 2004\n\nIt rained."


@pytest.mark.parametrize("number", ["-99999", "1114112", "9" * 5000])
def test_a_letter_that_there_cannot_be_costs_no_more_than_itself(number: str) -> None:
    (read_one,) = documents("x.rtf", rtf(rf"It rained\u{number}? on Monday.\par It snowed."))
    assert read_one.text.endswith("It snowed.")
    assert read_one.text.startswith("It rained")
