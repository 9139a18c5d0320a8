"""Languages of which nothing is known: their sentences become events, told in their own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from data.days import ordinal
from data.events.cues import cues
from data.events.reporting.reports import reports

SENTENCES = [
    ("de", "Die Fähre kam {im März 2024=2024-03} zurück.", "Die Fähre kam zurück"),
    (
        "de",
        "Zuletzt war {im Juli 2014=2014-07} ein Schlepper gesunken.",
        "Zuletzt war ein Schlepper gesunken",
    ),
    ("ru", "{В марте 2024 года=2024-03} паром вернулся в порт.", "Паром вернулся в порт"),
    ("hi", "नाव {12 मार्च 2024=2024-03-12} को लौटी।", "नाव 12 मार्च 2024 को लौटी"),
    (
        "ar",
        "عادت العبارة إلى الميناء {في 12 مارس 2024=2024-03-12}.",
        "عادت العبارة إلى الميناء في 12 مارس 2024",
    ),
    ("he", "המעבורת חזרה לנמל {ב-12 במרץ 2024=2024-03-12}.", "המעבורת חזרה לנמל ב-12 במרץ 2024"),
    ("ja", "フェリーは{2024年3月12日=2024-03-12}に港へ戻った。", "フェリーは2024年3月12日に港へ戻った"),
    ("th", "เรือเฟอร์รีกลับเข้าท่า{12 มีนาคม 2024=2024-03-12}", "เรือเฟอร์รีกลับเข้าท่า12 มีนาคม 2024"),
]


@pytest.mark.parametrize(("language", "sentence", "title"), SENTENCES, ids=[code for code, *_ in SENTENCES])
def test_a_short_dated_sentence(write: Callable[..., Any], language: str, sentence: str, title: str) -> None:
    (report,) = reports(write(sentence, language=language))
    assert report.basis == "stated"
    assert report.title == title


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Die Fähre fuhr {am Montag=2024-03-11} und {am Dienstag=2024-03-12} nicht.", (11, 12)),
        ("Die Fähre fuhr {am Dienstag=2024-03-12} im {März 2024=2024-03} nicht.", (12, 12)),
        ("Die Fähre fuhr {Montag=2024-03-11} bis {Freitag=2024-03-15} nicht.", (11, 15)),
    ],
)
def test_dates_that_belong_together_are_one(
    write: Callable[..., Any], sentence: str, days: tuple[int, int]
) -> None:
    (report,) = reports(write(sentence, language="de"))
    assert (report.start, report.end) == tuple(ordinal(2024, 3, day) for day in days)


@pytest.mark.parametrize("line", ["Von Ada Lind", "Mehr dazu", "लेखक", "دليل"])
def test_a_label_is_no_sentence(write: Callable[..., Any], line: str) -> None:
    assert reports(write(line, language="de")) == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Zuletzt war im Juli ein Kutter im Hafenbecken gesunken.", ()),
        ("Die Werft lieferte Tonnen Stahl an die Reederei.", ()),
        ("Danach nahm die Werft Nordhafen den Frachter Ostwind auf.", ()),
        ("Am Montag sprach Verkehrsministerin Ida Lind mit dem Lotsen.", ("Ida Lind",)),
        ("Am Montag sprach Frau Lind mit dem Lotsen.", ("Lind",)),
        ("Am Montag kam Geschäftsführer Jens Lind an die Mole.", ("Jens Lind",)),
        ("Am Montag sprach der Lotse Ida Lind mit der Werft.", ("Ida Lind",)),
        ("Am Montag klagte die Nordhafen Werft AG gegen den Lotsen.", ("Nordhafen Werft AG",)),
        ("Ida Lind kam, und dann ging Lind zum Hafen.", ("Ida Lind",)),
    ],
)
def test_a_german_noun_is_no_name(write: Callable[..., Any], sentence: str, who: tuple[str, ...]) -> None:
    (report,) = reports(write(sentence, language="de"))
    assert report.who == who


def test_the_cues_of_a_language_are_made_once_however_it_is_written() -> None:
    assert cues("en-GB") is cues("en") is cues(None)
    assert cues("de") is not cues("en")


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [
        (
            "it",
            "Nuoro, {14 marzo 2024=2024-03-14} - Il sindaco aprì {mercoledì=2024-03-13} la nuova scuola.",
            ["Il sindaco aprì la nuova scuola"],
        ),
        (
            "fr",
            "Quimper, le {14 mars 2024=2024-03-14} – Le pont de la gare a été fermé {mercredi=2024-03-13}.",
            ["Le pont de la gare a été fermé"],
        ),
        (
            "nl",
            "De brug ging {dinsdag=2024-03-12} open. Een der kabels van de brug brak {donderdag=2024-03-14}.",
            ["De brug ging open", "Een der kabels van de brug brak"],
        ),
    ],
)
def test_a_line_without_its_place_line_and_with_its_own_letters(
    write: Callable[..., Any], language: str, text: str, titles: list[str]
) -> None:
    assert [report.title for report in reports(write(text, language=language))] == titles


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "de",
            "Die Stadt hat am {Montag=2024-03-11} die Brücke gesperrt.",
            "Die Stadt hat die Brücke gesperrt",
        ),
        ("de", "Der Bau wurde {1958=1958} eröffnet.", "Der Bau wurde eröffnet"),
        # At its head the verb would come first, and behind "und" too
        ("de", "Am {Freitag=2024-03-15} fuhren die Boote.", "Am Freitag fuhren die Boote"),
        ("de", "Es fror, und am {Montag=2024-03-11} sank das Boot.", "Es fror, und am Montag sank das Boot"),
        # It is tied to something else
        ("de", "Die Brücke ist bis {Freitag=2024-03-15} offen.", "Die Brücke ist bis Freitag offen"),
        ("fr", "Le pont est prévu pour {2026=2026}.", "Le pont est prévu pour 2026"),
        ("fr", "Le {15 mars=2024-03-15}, les chauffeurs ont défilé.", "Les chauffeurs ont défilé"),
        ("fr", "Le {15 mars=2024-03-15} est férié dans la ville.", "Le 15 mars est férié dans la ville"),
        ("ru", "{15 марта=2024-03-15} будет выходным днём.", "15 марта будет выходным днём"),
        ("fr", "La mairie a fermé {lundi=2024-03-11} le pont.", "La mairie a fermé le pont"),
        ("es", "La empresa cerró {el lunes=2024-03-11} el puente.", "La empresa cerró el puente"),
        (
            "es",
            "El puente estará cerrado hasta el {lunes=2024-03-11}.",
            "El puente estará cerrado hasta el lunes",
        ),
        ("pt", "A câmara fechou na {segunda-feira=2024-03-11} a ponte.", "A câmara fechou a ponte"),
        ("nl", "De stad sloot op {3 mei=2024-05-03} de brug.", "De stad sloot de brug"),
        ("ru", "Мэрия закрыла {11 марта=2024-03-11} мост.", "Мэрия закрыла мост"),
        ("uk", "Мерія закрила у {понеділок=2024-03-11} міст.", "Мерія закрила міст"),
        # Of two each tells which it is of
        (
            "fr",
            "Le pont a été fermé le {3 mai=2024-05-03} après une panne du {2 mai=2024-05-02}.",
            "Le pont a été fermé le 3 mai après une panne du 2 mai",
        ),
    ],
)
def test_a_line_goes_without_a_date_said_like_an_adverb(
    write: Callable[..., Any], language: str, text: str, title: str
) -> None:
    assert reports(write(text, language=language))[0].title == title
