"""TimeML: the text comes back unchanged, the expressions are inline."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from data.days import from_iso
from data.export.timeml import timeml
from data.export.to_timeml import write_folder
from data.model import Anchor, DatedDocument, Expression, Published
from tests.helpers.ferry_timeline import TEXT, document, monday


def parsed(dated: DatedDocument) -> ET.Element:
    return ET.fromstring(timeml(dated).encode("utf-8"))


def test_inline_expressions_and_creation_time() -> None:
    root = parsed(DatedDocument(document(), (), (monday(),)))
    creation = root.find("DCT/TIMEX3")
    assert creation is not None
    assert creation.attrib["functionInDocument"] == "CREATION_TIME"
    assert creation.attrib["value"] == "2024-07-09"
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == TEXT
    (expression,) = text
    assert expression.text == "Monday"
    assert expression.attrib["value"] == "2024-07-08"
    assert expression.attrib["anchorTimeID"] == creation.attrib["tid"]
    assert expression.attrib["temporalFunction"] == "true"


def test_without_a_publication_date_there_is_no_dct() -> None:
    root = parsed(DatedDocument(replace(document(), published=Published()), (), ()))
    assert root.find("DCT") is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_kept_but_for_what_xml_cannot_hold(text: str) -> None:
    root = parsed(DatedDocument(replace(document(), text=text, title=text), (), ()))
    body = root.find("TEXT")
    assert body is not None
    kept = "".join(body.itertext())
    assert len(kept) == len(text)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, kept, strict=True))


def test_no_document_is_written_over_another_of_its_id(tmp_path: Path) -> None:
    ids = ["1", "1", "1 (2)", ".1", "a/../b"]
    documents = [replace(document(), id=name, text=str(place)) for place, name in enumerate(ids)]
    assert write_folder((DatedDocument(one, (), ()) for one in documents), tmp_path) == len(ids)
    found = {path.name: ET.parse(path).findtext("TEXT") for path in tmp_path.iterdir()}
    names = ["1.tml", "1 (2).tml", "1 (2) (2).tml", "%2E1.tml", "a%2F..%2Fb.tml"]
    assert found == {name: str(place) for place, name in enumerate(names)}


def test_an_expression_names_the_one_that_it_is_counted_from() -> None:
    text = "He fled on June 3, 1998. The following day he died."
    days = from_iso("1998-06-03"), from_iso("1998-06-04")
    expressions = (
        Expression(start_char=11, end_char=23, text="June 3, 1998", type="DATE", value="1998-06-03", rule="x",
                   start=days[0], end=days[0], precision="day"),
        Expression(start_char=25, end_char=42, text="The following day", type="DATE", value="1998-06-04",
                   rule="y", start=days[1], end=days[1], precision="day",
                   anchor=Anchor("expression", "1998-06-03", "follows it")),
    )  # fmt: skip
    root = parsed(DatedDocument(replace(document(), text=text), (), expressions))
    _, first, second = root.iter("TIMEX3")
    assert second.attrib["anchorTimeID"] == first.attrib["tid"]
    assert "anchorTimeID" not in first.attrib
