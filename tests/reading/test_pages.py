"""Page numbers on the whole way: from a PDF through the collection to the passages of events."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from fpdf import FPDF

from data import pipeline
from data.events.reporting.reports import reports
from data.reading import read_file
from data.store import open_collection

PAGES = (
    "The council voted on 4 March 2024 to demolish the bridge over the river Sal.",
    "The ferry came back to Norholm on 11 March 2024 after a winter in the dock.",
    "Engineers found fresh water under the Kesta plain on 18 March 2024.",
)


def test_passages_know_their_page(tmp_path: Path) -> None:
    written = FPDF()
    for text in PAGES:
        written.add_page()
        written.set_font("helvetica", size=11)
        written.set_y(100)
        written.multi_cell(0, 5, text)
    file = tmp_path / "news.pdf"
    file.write_bytes(bytes(written.output()))
    collection = tmp_path / "news.dateline"
    assert [
        progress.troubles for progress in pipeline.build([str(file)], collection) if progress.troubles
    ] == []
    with closing(open_collection(collection)) as store:
        (document,) = read_file(str(file)).documents
        kept = store.document(document.id)
        assert kept is not None
        assert kept.pages == document.pages
        passages = [report.passage for dated in store.dated() for report in reports(dated)]
    assert [(passage.text, passage.page) for passage in passages] == list(zip(PAGES, (1, 2, 3), strict=True))
