"""The sample documents get the publication dates that a reader would give them."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.dating import publication_dates
from data.model import Published, Reading
from data.reading import find_files, read_file, sentences
from data.tagging import tag

FOLDER = Path(__file__).parents[2] / "data" / "documents"
EXPECTED = {
    "2018-10-06-harbour-gazette.txt": ("2018-10-06", "stated"),
    "2019-09-06-pacific-ledger.txt": ("2019-09-06", "stated"),
    "2019-11-15-planalto-observer.md": ("2019-11-15", "stated"),
    "2020-06-17-ladakh-courier.md": ("2020-06-17", "stated"),
    "2021-12-06-jamuna-herald.txt": ("2021-12-06", "stated"),
    "2022-02-26-bosphorus-dispatch.txt": ("2022-02-26", "stated"),
    "2022-09-17-silk-road-standard.txt": ("2022-09-17", "stated"),
    "2023-09-11-capital-examiner.txt": ("2023-09-11", "stated"),
    "2024-07-05-steppe-chronicle.txt": ("2024-07-05", "stated"),
    "2024-07-10-danube-post.txt": ("2024-07-10", "stated"),
    "2024-08-24-dnieper-mirror.md": ("2024-08-24", "stated"),
    "a-day-in-kyiv.txt": ("2024-08-24/2024-08-25", "inferred"),
    "delhi-summit-what-was-signed.md": ("2021-12-07", "stated"),
    "frontier-review-galwan-second-look.txt": ("2021-02-22", "stated"),
    "monday-at-vnukovo.txt": ("2024-07-08", "inferred"),
    "rupees-roubles-and-barrels.md": ("2024-06-22", "stated"),
    "what-to-expect-from-modi-in-moscow.md": ("2024-07-07", "stated"),
}


@pytest.fixture(scope="module")
def published() -> dict[tuple[str, int | None], Published]:
    readings = []
    for file in find_files([str(FOLDER)])[0]:
        for document in read_file(file.path).documents:
            text, language = document.text, document.language or "en"
            if document.kind in ("article", "snippets"):
                found = tag(text, language=language, furniture=document.furniture)
                split = sentences(text, language, furniture=document.furniture)
                readings.append(Reading(document, split, found))
            else:
                readings.append(Reading(document, (), ()))
    dates = publication_dates(readings, {})
    return {
        (Path(reading.document.path).name, reading.document.line): dates[reading.document.id]
        for reading in readings
        if reading.document.kind == "article"
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_a_document_is_dated(published: dict[tuple[str, int | None], Published], name: str) -> None:
    found = published[name, 1]
    assert (found.value, found.basis) == EXPECTED[name]
    assert found.evidence


def test_the_articles_of_the_capture_are_not_dated_by_the_capture(
    published: dict[tuple[str, int | None], Published],
) -> None:
    found = [date.value for (name, _), date in published.items() if name == "saved-pages-putin-september.txt"]
    assert found == ["2024-09-03", "2024-09-05", "2024-09-08"]
