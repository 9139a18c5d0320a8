"""The links of a PDF: areas of a page that lead to an address, and the words of a line that stand in them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from data.reading.texts.links import MOST_LINKS, address_of, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.model import Link

_LONGEST_ADDRESS = 2048  # bytes; a longer one is not kept anyway


class LinkedArea(NamedTuple):
    """A rectangle of a page, in points from its lower left corner, and where it leads."""

    left: float
    bottom: float
    right: float
    top: float
    address: str


def page_links(pdf: Any, page: Any) -> list[LinkedArea]:
    """The areas of a page that lead to a web or mail address; a link over two lines has several."""
    return list(islice(_areas(pdf, page), MOST_LINKS))


def _areas(pdf: Any, page: Any) -> Iterator[LinkedArea]:
    from ctypes import byref, c_int, create_string_buffer

    from pypdfium2 import raw

    place, link = c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page.raw, byref(place), byref(link)):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        written = create_string_buffer(_LONGEST_ADDRESS)
        length = raw.FPDFAction_GetURIPath(pdf.raw, action, written, _LONGEST_ADDRESS)
        if length > _LONGEST_ADDRESS:
            continue
        address = address_of(written.value.decode("utf-8", "replace"))
        if address is not None:
            yield from (LinkedArea(*corners, address) for corners in _rectangles(link))


def _rectangles(link: Any) -> Iterator[tuple[float, float, float, float]]:
    """The corners of a link: a rectangle for each line, else the one around all of it."""
    from ctypes import byref

    from pypdfium2 import raw

    count = raw.FPDFLink_CountQuadPoints(link)
    for number in range(min(count, MOST_LINKS)):
        four = raw.FS_QUADPOINTSF()
        if raw.FPDFLink_GetQuadPoints(link, number, byref(four)):
            across = four.x1, four.x2, four.x3, four.x4
            upward = four.y1, four.y2, four.y3, four.y4
            yield min(across), min(upward), max(across), max(upward)
    around = raw.FS_RECTF()
    if count <= 0 and raw.FPDFLink_GetAnnotRect(link, byref(around)):
        yield around.left, around.bottom, around.right, around.top


def links_on_line(
    text_page: Any, first: int, line: str, middle: float, areas: Sequence[LinkedArea]
) -> tuple[Link, ...]:
    """The links of a line whose first letter has this number on its page, and whose middle is so high."""
    beside = [area for area in areas if area.bottom <= middle <= area.top]
    if not beside:
        return ()
    return joined((letter, _address(text_page, first + at, beside)) for at, letter in enumerate(line)).links


def _address(text_page: Any, number: int, areas: Sequence[LinkedArea]) -> str | None:
    left, _, right, _ = text_page.get_charbox(number)
    middle = (left + right) / 2
    return next((area.address for area in areas if area.left <= middle <= area.right), None)
