"""Dating documents as long as nobody writes them takes time that grows with the text and no faster."""

from __future__ import annotations

import pytest

from data.dating import date_reading, publication_dates
from data.model import Document, Reading
from data.workers.reading import read_document
from tests.helpers.growth import assert_linear

TEXTS = {
    "days without an end": "12 March 1998; 3 May 2001, and then 7 June 2004 was over; " * 600,
    "days of other years": "on 12 March, on Monday, last week, on 3 May he met her; " * 600,
    "a line of sentences": "Ewa Tallis met Janko Orme in Velden on 12 March 2004. He left on Monday. "
    * 1_500,
    "paragraphs": "Ewa Tallis met Janko Orme in Velden on 12 March 2004.\n\nHe left on Monday.\n\n" * 1_500,
    "a quotation without an end": "“On 12 March 2004 he said that on Monday he had said it, “" * 600,
}


def _dated(text: str) -> None:
    reading: Reading = read_document(Document(id="one", path="-", text=text, sha256="", language="en"))
    date_reading(reading, publication_dates([reading], {})["one"])


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    _dated(TEXTS[name][:2_000])
    assert_linear(_dated, TEXTS[name])


def _dated_between_menus(text: str) -> None:
    """Every other line is furniture, as far as readers of a text can tell."""
    ends = [at for at, letter in enumerate(text) if letter == "\n"]
    furniture = tuple(zip(ends[::2], ends[1::2], strict=False))
    document = Document(id="one", path="-", text=text, sha256="", language="en", furniture=furniture)
    reading = read_document(document)
    date_reading(reading, publication_dates([reading], {})["one"])


@pytest.mark.slow
def test_however_much_furniture_stands_between() -> None:
    assert_linear(_dated_between_menus, "Home and garden, 12/3/2004\nHe left in May 2004.\n" * 4_000)
