"""A sentence with several dates, in a language whose verbs are not known, is told at each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from data.days import from_iso
from data.events.reporting.reports import reports

# The sentence, and the day on which each event begins with the title that it has.
_TOLD = [
    (
        "de",
        "Am {Montag=2024-03-04} trat der Direktor zurück, und am {Freitag=2024-03-08} kam eine Nachfolgerin.",
        {
            "2024-03-04": "Am Montag trat der Direktor zurück, und am Freitag kam eine Nachfolgerin",
            "2024-03-08": "Am Freitag kam eine Nachfolgerin",
        },
    ),
    (
        "fr",
        "Arrêté le {12 mars=2024-03-12}, l'homme a été libéré {vendredi=2024-03-15}.",
        {
            "2024-03-12": "Arrêté le 12 mars, l'homme a été libéré vendredi",
            "2024-03-15": "Arrêté le 12 mars, l'homme a été libéré vendredi",
        },
    ),
    (
        "fr",
        (
            "Le musée, ouvert en {mai 1998=1998-05} par le maire Le Goff, "
            "fermera le {30 avril=2024-04-30} pour deux ans de travaux."
        ),
        {
            "1998-05-01": (
                "Le musée, ouvert en mai 1998 par le maire Le Goff, fermera le 30 avril pour deux ans de…"
            ),
            "2024-04-30": "Le musée … fermera pour deux ans de travaux",
        },
    ),
    (
        "es",
        "El puente, cerrado en {mayo de 2021=2021-05}, fue demolido en {agosto de 2023=2023-08}.",
        {
            "2021-05-01": "El puente, cerrado en mayo de 2021, fue demolido en agosto de 2023",
            "2023-08-01": "El puente, cerrado en mayo de 2021, fue demolido en agosto de 2023",
        },
    ),
    (
        "nl",
        "De brug ging op {3 mei=2024-05-03} dicht en rijdt sinds {9 mei=2024-05-09} weer open voor bussen.",
        {
            "2024-05-03": "De brug ging op 3 mei dicht en rijdt sinds 9 mei weer open voor bussen",
            "2024-05-09": "De brug ging op 3 mei dicht en rijdt sinds 9 mei weer open voor bussen",
        },
    ),
    (
        "ru",
        "{3 марта=2024-03-03} директор ушёл в отставку, а {9 марта=2024-03-09} совет избрал его преемницу.",
        {
            "2024-03-03": "3 марта директор ушёл в отставку, а 9 марта совет избрал его преемницу",
            "2024-03-09": "Совет избрал его преемницу",
        },
    ),
    (
        "uk",
        "Склад збудували у {2011 році=2011}, а в {жовтні=2023-10} його перевіряли.",
        {
            "2011-01-01": "Склад збудували у 2011 році, а в жовтні його перевіряли",
            "2023-10-01": "Його перевіряли",
        },
    ),
    (
        "hi",
        "निगम ने {2 फरवरी=2024-02-02} को नोटिस दिया था और {5 मार्च=2024-03-05} को सुनवाई की थी।",
        {
            "2024-02-02": "निगम ने 2 फरवरी को नोटिस दिया था और 5 मार्च को सुनवाई की थी",
            "2024-03-05": "5 मार्च को सुनवाई की थी",
        },
    ),
]


@pytest.mark.parametrize(("language", "sentence", "told"), _TOLD)
def test_each_date_has_its_line(
    write: Callable[..., Any], language: str, sentence: str, told: dict[str, str]
) -> None:
    found = reports(write(sentence, language=language))
    assert {report.start: report.title for report in found} == {
        from_iso(day): title for day, title in told.items()
    }


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        # The date of a participle is not that of the sentence.
        ("Der am {Dienstag=2024-03-12} festgenommene Mann kam am {Freitag=2024-03-15} frei.", "2024-03-15"),
        ("Das {1998=1998} eröffnete Museum schloss am {Dienstag=2024-04-30}.", "2024-04-30"),
        # Unless it has no other; and "der" behind a comma is no article.
        ("Der am {Dienstag=2024-03-12} festgenommene Mann schweigt zu den Vorwürfen.", "2024-03-12"),
        ("Es war Berg, der am {Dienstag=2024-03-12} lange im Rathaus blieb.", "2024-03-12"),
    ],
)
def test_the_date_of_a_participle_is_its_own(write: Callable[..., Any], sentence: str, day: str) -> None:
    (report,) = reports(write(sentence, language="de"))
    assert report.start == from_iso(day)


def test_two_names_of_the_same_days_are_told_once(write: Callable[..., Any]) -> None:
    sentence = (
        "Im {Mai 2022=2022-05} brannte es hier, {damals=2022-05} entstand ein Schaden von drei Millionen."
    )
    assert len(reports(write(sentence, language="de"))) == 1


def test_until_a_day_dates_a_sentence_whatever_its_words_look_like(write: Callable[..., Any]) -> None:
    sentence = "Die Reederei will die Halle bis {Ende Juni=until:2024-06} wieder aufbauen."
    (report,) = reports(write(sentence, language="de"))
    assert (report.start, report.end) == (None, from_iso("2024-06-30"))
