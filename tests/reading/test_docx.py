"""Word documents: text in order, tracked changes settled, pages where Word broke them, properties."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from data.model import Document
from data.reading import read_bytes
from data.reading.opening import limits


def written(word: Any) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def document(word: Any) -> Document:
    reading = read_bytes("x.docx", written(word))
    assert reading.troubles == ()
    (only,) = reading.documents
    return only


def test_headings_paragraphs_lists_and_tables_in_order() -> None:
    word = docx.Document()
    word.add_heading("Ferry returns", 0)
    word.add_paragraph("It rained on Monday.")
    word.add_paragraph("Bread", style="List Bullet")
    table = word.add_table(2, 2)
    for at, content in enumerate(["Day", "Place", "Friday", "Norholm"]):
        table.cell(*divmod(at, 2)).text = content
    word.add_paragraph("The end.")
    read_one = document(word)
    assert read_one.text == (
        "Ferry returns\n\nIt rained on Monday.\n\n- Bread\n\nDay | Place\nFriday | Norholm\n\nThe end."
    )
    assert (read_one.title, read_one.span, read_one.line, read_one.pages) == ("Ferry returns", None, None, ())


def test_properties() -> None:
    word = docx.Document()
    word.add_paragraph("It rained on Monday.")
    properties = word.core_properties
    properties.title, properties.author, properties.language = "Rain", "Jonas Lind", "en-GB"
    properties.created = datetime(2024, 3, 4, 18, 20, tzinfo=UTC)
    read_one = document(word)
    assert (read_one.title, read_one.byline, read_one.language) == ("Rain", "Jonas Lind", "en")
    assert (read_one.published.value, read_one.published.basis) == ("2024-03-04T18:20:00Z", "stated")
    assert "created 2024-03-04" in (read_one.published.evidence or "")


def test_what_a_template_says_of_itself_is_not_believed() -> None:
    word = docx.Document()
    word.add_paragraph("It rained on Monday.")
    read_one = document(word)
    assert (read_one.byline, read_one.published.basis) == (None, "unknown")


def test_insertions_are_read_and_deletions_are_not() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("It rained on ")
    for mark, tag, day in (("del", "delText", "Monday"), ("ins", "t", "Friday")):
        code = f"<w:{mark} {nsdecls('w')}><w:r><w:{tag}>{day}</w:{tag}></w:r></w:{mark}>"
        paragraph._p.append(parse_xml(code))
    assert document(word).text == "It rained on Friday"


def test_pages_are_where_word_broke_them() -> None:
    word = docx.Document()
    word.add_paragraph("It rained on Monday.")
    paragraph = word.add_paragraph("It rained on ")
    run = paragraph.add_run()
    run._r.append(OxmlElement("w:lastRenderedPageBreak"))
    run.add_text("Friday.")
    read_one = document(word)
    assert read_one.text == "It rained on Monday.\n\nIt rained on Friday."
    assert [read_one.text[at:][:6] for at in read_one.pages] == ["It rai", "Friday"]


def test_footnotes_are_read_and_comments_are_not() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("It rained on Monday.")
    word.add_comment(paragraph.runs, text="Was it not Friday?", author="Ida Holm")
    notes = "".join(
        f'<w:footnote {kind} w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for number, (kind, text) in enumerate([('w:type="separator"', "***"), ("", "So said the mayor.")])
    )
    file = io.BytesIO(written(word))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/footnotes.xml", f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>")
    (read_one,) = read_bytes("x.docx", file.getvalue()).documents
    assert read_one.text == "It rained on Monday.\n\nSo said the mayor.\n\nWas it not Friday?"
    ((start, end),) = read_one.furniture
    assert read_one.text[start:end].strip() == "Was it not Friday?"


def test_the_package_says_where_its_document_is() -> None:
    word = docx.Document()
    word.add_paragraph("It rained on Monday.")
    moved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written(word))) as old, zipfile.ZipFile(moved, "w") as new:
        for name in old.namelist():
            place = name.replace("word/document.xml", "word/document2.xml")
            new.writestr(place, old.read(name).replace(b"word/document.xml", b"/word/document2.xml"))
    (read_one,) = read_bytes("x.docx", moved.getvalue()).documents
    assert read_one.text == "It rained on Monday."


def a_sheet() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"It rained.", "damaged"),
        (written(docx.Document()), "no text"),
        (written(docx.Document())[:5000], "damaged"),
        (a_sheet(), "no Word document"),
    ],
)
def test_a_bad_file_is_one_trouble(data: bytes, reason: str) -> None:
    reading = read_bytes("x.docx", data)
    assert reading.documents == ()
    (only,) = reading.troubles
    assert reason in only.reason


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    word = docx.Document()
    for _ in range(2000):
        word.add_paragraph("It rained on Monday. " * 30)
    monkeypatch.setattr(limits, "EXPANSION", 20)
    assert "grow" in read_bytes("x.docx", written(word)).troubles[0].reason
