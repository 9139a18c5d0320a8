"""What stands above a story: the paper's name and date in another language, a court and what is filed."""

from __future__ import annotations

import pytest

from data.reading.articles.publisher import names_a_house
from data.reading.reader import read_bytes

STORY = {
    "de": "Hauchdünne Mehrheit für den neuen Hafen\n\n"
    "Die Bürger von Brume haben am Sonntag mit wenigen Stimmen "
    "Vorsprung dafür gestimmt, die Mole zu verlängern und den alten Speicher abzureißen.\n",
    "fr": "Un vote arraché de justesse à Brume\n\n"
    "Les habitants ont approuvé dimanche l'allongement de la jetée, avec "
    "quelques voix d'avance, et la démolition du vieil entrepôt.\n",
    "ru": "В Бруме решили продлить мол\n\n"
    "Жители Брума в воскресенье проголосовали за продление мола и снос старого "
    "склада, перевес составил несколько десятков голосов.\n",
}


@pytest.mark.parametrize(
    ("language", "paper", "date", "title"),
    [
        ("de", "Küstenkurier", "21. Oktober 2024", "Hauchdünne Mehrheit für den neuen Hafen"),
        ("fr", "Le Courrier de la Baie", "Publié le 22 octobre 2024", "Un vote arraché de justesse à Brume"),
        ("ru", "Приморский обозреватель", "21 октября 2024 года", "В Бруме решили продлить мол"),
    ],
)
def test_a_paper_above_its_date(language: str, paper: str, date: str, title: str) -> None:
    (story,) = read_bytes("story.txt", f"{paper}\n{date}\n\n{STORY[language]}".encode()).documents
    assert (story.publisher, story.title) == (paper, title)


@pytest.mark.parametrize("line", ["Газета закрыта", "Zeitung", "Kurier", "Die Mole", "La baie"])
def test_what_is_no_paper(line: str) -> None:
    assert not names_a_house(line)


def test_a_filing_is_called_by_what_it_is() -> None:
    text = (
        "IN THE COUNTY COURT AT SEAFORD\n\nClaim No. 12/2024\n\nBETWEEN:\n\nTHE CROWN on the application of\n"
        "FRIENDS OF THE OLD MOLE\n(Claimant)\nand\nSEAFORD TOWN COUNCIL\n(Defendant)\n\n"
        "AMENDED PARTICULARS OF CLAIM\n\n"
        "1. The Claimant is a society of residents of Seaford, founded in 1987.\n\n"
        "2. On 3 May 2024 the Defendant resolved to pull down the old mole.\n"
    )
    (filing,) = read_bytes("claim.txt", text.encode()).documents
    assert filing.title == "AMENDED PARTICULARS OF CLAIM"
