"""Web pages as browsers print them to PDF: at the edges a stamp, the title, the address and a count."""

from __future__ import annotations

from typing import Literal

from fpdf import FPDF
from fpdf.enums import Align

Browser = Literal["chromium", "firefox", "german"]
TITLE, ADDRESS = "Ferry returns | Norholm Herald", "https://herald.example/news/ferry"
#: What each prints at the left and at the right above a page, and below it, on 3 December 2024.
EDGES: dict[Browser, tuple[str, str, str, str]] = {
    "chromium": ("12/3/24, 9:01 AM", TITLE, ADDRESS, "{page}/{{nb}}"),
    "firefox": (TITLE, ADDRESS, "{page} of {{nb}}", "12/3/2024, 9:01 AM"),
    "german": ("03.12.24, 09:01", TITLE, ADDRESS, "{page}/{{nb}}"),
}
STORY = (
    "The ferry to Norholm sailed again on Monday, and the whole island stood on the quay to see it come in.",
    "The yard had promised it for November. A part had been fitted twice, the county said in a statement.",
    "The council will meet on Thursday to talk about a second ship, which the islanders have long asked for.",
)
LAST = "Nobody on the council would say how much it may cost, or who is to pay for it."


class _Print(FPDF):
    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self.edges = EDGES[browser]
        self.set_producer("Skia/PDF m120")
        self.set_title(TITLE)

    def header(self) -> None:
        self._edge(5, *self.edges[:2])
        self.set_xy(10, 18)

    def footer(self) -> None:
        self._edge(288, *self.edges[2:])

    def _edge(self, height: float, left: str, right: str) -> None:
        self.set_font("helvetica", size=8)
        for place, text, align in ((8, left, Align.L), (110, right, Align.R)):
            self.set_xy(place, height)
            self.cell(90, 4, text.format(page=self.page_no()), align=align)


def browser_print(browser: Browser) -> bytes:
    """A story of two pages."""
    pdf = _Print(browser)
    pdf.add_page()
    pdf.set_font("helvetica", size=18)
    pdf.multi_cell(0, 8, "Ferry returns to Norholm after a month", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("helvetica", size=11)
    for paragraph in STORY:
        pdf.ln(3)
        pdf.multi_cell(0, 5, paragraph, new_x="LMARGIN", new_y="NEXT")
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    pdf.multi_cell(0, 5, LAST, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())
