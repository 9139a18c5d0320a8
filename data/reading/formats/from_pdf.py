"""PDF: the text that pages hold, page by page, through PDFium; pictures of text are named as such."""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.model import Document, Published, Trouble
from data.reading.making.stated import Stated
from data.reading.making.whole import document_of, one_line, stated_or_none
from data.reading.opening import limits
from data.reading.opening.limits import UnreadableError
from data.reading.pages.lines import headline, running_text
from data.reading.pages.page import Page, PageLine, RunningText
from data.reading.pages.pdf_links import links_on_line, page_links
from data.reading.pages.printed import parts_of, printed_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reading.making.source import Source
    from data.reading.pages.pdf_links import LinkedArea

SUFFIXES = (".pdf",)

# PDFium keeps its state in the process, not in the document.
_ONE_AT_A_TIME = threading.Lock()
_RECOGNISE = "Recognise its text first, for example with: ocrmypdf IN.pdf OUT.pdf"
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(Z|[+-]\d\d'?\d\d)?")
# What prints web pages states the day of the print, not of the page.
_PRINTERS = re.compile("skia|chrom|quartz|wkhtml|cairo|firefox|mozilla|safari|webkit|print to pdf|scan", re.I)
_NO_TITLE = re.compile(r"untitled|microsoft word|.*\.(?:docx?|odt|rtf|indd|qxd|pdf|html?|tmp)\Z|\W*\Z", re.I)
_NO_AUTHOR = re.compile(r"user|admin(?:istrator)?|owner|unknown|author|\W*\Z", re.I)
_SHARE_OF_LOST_LETTERS = 0.2


def recognises(data: bytes) -> bool:
    """Whether input without a name is a PDF."""
    return data.startswith(b"%PDF-")


@dataclass(slots=True)
class _Contents:
    """What a PDF holds.

    Attributes:
        pages: every page that was looked at, in order.
        pictures: the numbers, from 1, of pages that are pictures without text.
        information: the file's title, author, dates and makers, as the PDF names them.
        troubles: pages that were left out, and why.
    """

    pages: list[Page]
    pictures: list[int]
    information: dict[str, str]
    troubles: list[Trouble]


def read(source: Source) -> Iterator[Document | Trouble]:
    """The file as one document, its pages kept."""
    with _ONE_AT_A_TIME:
        contents = _contents(source)
    running = running_text(contents.pages)
    letters = running.text.replace("\n", "")
    if not letters.strip():
        count = len(contents.pages)
        if contents.pictures:
            told = "its one page is a picture" if count == 1 else f"its {count} pages are pictures"
            raise UnreadableError(f"this is a scan without text: {told}", _RECOGNISE)
        if contents.troubles:
            yield from contents.troubles
            return
        raise UnreadableError("its pages hold no text", "Nothing to do if that is as it should be.")
    if letters.count("\ufffd") > _SHARE_OF_LOST_LETTERS * len(letters):
        raise UnreadableError("its fonts do not say which letters they draw", _RECOGNISE)
    yield from _documents(source, contents, running)
    if contents.pictures:
        numbers = ", ".join(map(str, contents.pictures[:10])) + (
            " and more" if contents.pictures[10:] else ""
        )
        yield Trouble(source.path, None, f"pages that are pictures without text: {numbers}", _RECOGNISE)
    yield from contents.troubles


def _documents(source: Source, contents: _Contents, running: RunningText) -> Iterator[Document]:
    """The articles of a paper, each a document; what else the file holds is one."""
    parts = parts_of(running)
    articles = [part for part in parts if part.kind == "article"]
    published = _published(contents.information)
    if len(articles) > 1:
        yield from printed_articles(source, running, parts, published)
        return
    title, author = contents.information.get("Title", ""), contents.information.get("Author", "")
    printed = articles[0] if articles else parts[0]
    yield document_of(
        source,
        running.text,
        Stated(
            title=(headline(contents.pages[0]) if _NO_TITLE.match(title) else one_line(title))
            or printed.title,
            byline=(None if _NO_AUTHOR.fullmatch(author) else one_line(author)) or printed.byline,
            publisher=printed.publisher,
            published=published,
        ),
        furniture=running.furniture,
        pages=running.pages,
        links=running.links,
    )


def _contents(source: Source) -> _Contents:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            hint = "Save it without one and read that."
            raise UnreadableError("it is locked with a password", hint) from error
        raise UnreadableError(
            "it is damaged, or no PDF", "Open it in a PDF viewer and save it again."
        ) from error
    contents = _Contents([], [], pdf.get_metadata_dict(), [])
    begun = time.monotonic()
    try:
        for number in range(1, len(pdf) + 1):
            late = time.monotonic() - begun > limits.PDF_SECONDS
            if late or number > limits.PDF_PAGES:
                many = f"it has more than {limits.PDF_PAGES} pages"
                reason = f"its pages took more than {limits.PDF_SECONDS:.0f} seconds" if late else many
                reason = f"{reason}; those from page {number} on were not read"
                contents.troubles.append(Trouble(source.path, None, reason, "Split it into smaller files."))
                break
            try:
                page, pictured = _page(pdf, number)
            except (UnreadableError, pypdfium2.PdfiumError) as error:
                reason = f"page {number} was not read: {error}"
                contents.troubles.append(
                    Trouble(source.path, None, reason, "Print it to a new PDF and read that.")
                )
                page, pictured = Page((), 0), False
            contents.pages.append(page)
            if pictured:
                contents.pictures.append(number)
    finally:
        pdf.close()
    return contents


def _page(pdf: Any, number: int) -> tuple[Page, bool]:
    """A page, and whether it is a picture without text."""
    from pypdfium2 import raw

    page = pdf[number - 1]
    objects = raw.FPDFPage_CountObjects(page.raw)
    if objects > limits.PDF_OBJECTS:
        raise UnreadableError(f"it has {objects:,} objects, more than {limits.PDF_OBJECTS:,}", "")
    text_page = page.get_textpage()
    lines = tuple(_lines(text_page, page_links(pdf, page)))
    text_page.close()
    pictured = not lines and any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    height = page.get_height()
    page.close()
    return Page(lines, height), pictured


def _lines(text_page: Any, linked: Sequence[LinkedArea]) -> Iterator[PageLine]:
    text = text_page.get_text_range()
    placed = text_page.count_chars() == len(text)
    for match in re.finditer(r"[^\r\n]+", text):
        line = match[0].strip()
        if not line:
            continue
        if not placed:  # a letter beyond the first plane takes two places
            yield PageLine(line, 0, 0, 0, 0)
            continue
        first = match.start() + match[0].index(line)
        left, bottom, _, top = text_page.get_charbox(first, loose=True)
        right = text_page.get_charbox(first + len(line) - 1, loose=True)[2]
        links = links_on_line(text_page, first, line, (bottom + top) / 2, linked)
        yield PageLine(line, left, right, bottom, top - bottom, links)


def _published(information: dict[str, str]) -> Published | None:
    """The day on which the file was made, unless it was made by printing a web page or by a scanner."""
    maker = f"{information.get('Producer', '')} {information.get('Creator', '')}"
    made = _DATE.match(information.get("CreationDate", ""))
    if made is None or _PRINTERS.search(maker):
        return None
    year, month, day, hour, minute, _, zone = made.groups()
    value = f"{year}-{month}-{day}"
    evidence = f"the PDF says that it was made on {value}"
    timed = f"{value}T{hour}:{minute}{(zone or '').replace(chr(39), '')}" if hour else value
    return stated_or_none(timed, evidence) or stated_or_none(value, evidence)
