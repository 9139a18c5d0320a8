"""Date lines and place lines as newspapers print them in each language."""

from __future__ import annotations

import pytest

from data.dating.publication.dates import publication_dates
from data.dating.publication.stated.lines import date_lines
from data.model import Document, Reading

BODY = {
    "de": "Die Fähre zwischen Brume und Holm fährt wieder, nachdem sie einen Winter lang gelegen hatte.",
    "fr": "Le bac entre Brume et Holm a repris son service, après un hiver passé au chantier naval.",
    "es": "El transbordador entre Brume y Holm volvió a navegar tras un invierno en el astillero.",
    "pt": "A balsa entre Brume e Holm voltou a navegar depois de um inverno inteiro no estaleiro.",
    "it": "Il traghetto tra Brume e Holm ha ripreso il servizio dopo un inverno passato nel cantiere.",
    "nl": "De veerboot tussen Brume en Holm vaart weer, nadat hij een winter lang op de werf lag.",
    "ru": "Паром между Брумом и Хольмом снова вышел на линию после зимнего ремонта на верфи города.",
    "uk": "Пором між Брумом і Хольмом знову вийшов на лінію після зимового ремонту на верфі міста.",
    "hi": "ब्रूम और होल्म के बीच की नाव फिर चली, वह पूरी सर्दी मरम्मत के लिए घाट पर खड़ी थी।",
}

STATED = [
    ("de", "Stand: 8. Juli 2024, 10:13 Uhr", "2024-07-08"),
    ("de", "Veröffentlicht am 08.07.2024 um 10.13 Uhr", "2024-07-08"),
    ("de", "Montag, 8. Juli 2024", "2024-07-08"),
    ("de", "8. Juli 2024", "2024-07-08"),
    ("de", "Brume, den 8. Juli 2024", "2024-07-08"),
    ("de", "Berlin, 8. Juli 2024 - {}", "2024-07-08"),
    ("de", "BERLIN, 8. Juli 2024 (Meridian) – {}", "2024-07-08"),
    ("de", "Kiel, den 8. Juli 2024. {}", "2024-07-08"),
    ("fr", "Brest, le 8 juillet 2024. {}", "2024-07-08"),
    ("fr", "Brest, le lundi 8 juillet 2024 – {}", "2024-07-08"),
    ("es", "Vigo, a 8 de julio de 2024. {}", "2024-07-08"),
    ("hi", "नई दिल्ली, 8 जुलाई 2024। {}", "2024-07-08"),
    ("es", "A Coruña, 8 de julio de 2024. {}", "2024-07-08"),
    ("es", "LA PAZ, 8 de julio de 2024 (Meridiano) - {}", "2024-07-08"),
    ("fr", "Le Havre, le 8 juillet 2024. {}", "2024-07-08"),
    ("it", "Genova, lì 8 luglio 2024. {}", "2024-07-08"),
    ("ru", "Мурманск, 8 июля 2024 г. {}", "2024-07-08"),
    ("fr", "Publié le 8 juillet 2024 à 10h13", "2024-07-08"),
    ("fr", "Publié le 1er juillet 2024 à 10 h 13", "2024-07-01"),
    ("fr", "Mis à jour le lundi 8 juillet 2024 à 18:02", "2024-07-08"),
    ("fr", "PARIS, 8 juillet 2024 (Méridien) - {}", "2024-07-08"),
    ("es", "Publicado el 8 de julio de 2024 a las 10:13 h", "2024-07-08"),
    ("es", "Lunes, 8 de julio de 2024", "2024-07-08"),
    ("es", "Actualizado a 8 jul 2024 - 10:13 CEST", "2024-07-08"),
    ("es", "Madrid, 8 de julio de 2024 (Meridiano) - {}", "2024-07-08"),
    ("pt", "Publicado em 8 de julho de 2024 às 10h13", "2024-07-08"),
    ("pt", "08/07/2024 10h13", "2024-07-08"),
    ("fr", "Mis à jour le 08/07/2024 à 10h13", "2024-07-08"),
    ("pt", "Lisboa, 8 de julho de 2024 (Meridiano) - {}", "2024-07-08"),
    ("it", "Pubblicato l'8 luglio 2024 alle 10:13", "2024-07-08"),
    ("it", "Roma, 8 luglio 2024 - {}", "2024-07-08"),
    ("nl", "Gepubliceerd op 8 juli 2024 om 10.13 uur", "2024-07-08"),
    ("nl", "Amsterdam, 8 juli 2024 - {}", "2024-07-08"),
    ("ru", "Опубликовано 8 июля 2024 года в 10:13 мск", "2024-07-08"),
    ("ru", "8 июля 2024, 10:13", "2024-07-08"),
    ("ru", "МОСКВА, 8 июля 2024 (Меридиан) - {}", "2024-07-08"),
    ("ru", "МОСКВА, 8 июля 2024 года - {}", "2024-07-08"),
    ("uk", "Опубліковано 8 липня 2024 року о 10:13", "2024-07-08"),
    ("uk", "КИЇВ, 8 липня 2024 (Меридіан) - {}", "2024-07-08"),
    ("hi", "प्रकाशित: 8 जुलाई 2024, 10:13 बजे", "2024-07-08"),
    ("hi", "नई दिल्ली, 8 जुलाई 2024 (मेरिडियन) - {}", "2024-07-08"),
    # What is no statement of the document's own date.
    ("de", "Abgerufen am 8. Juli 2024", None),
    ("fr", "Tous droits réservés, 8 juillet 2024", None),
    ("es", "Horóscopo del 8 de julio de 2024", None),
    ("ru", "Дата обращения: 8 июля 2024", None),
    ("de", "Die Sitzung vom 8. Juli 2024 war die letzte", None),
    ("de", "Potsdam, 8. Juli 2024. {}", "2024-07-08"),
    ("de", "Notizen zur Sitzung des Rates, 8. Juli 2024", "2024-07-08"),
    ("de", "Bericht vom 8. Juli 2024", "2024-07-08"),
    ("fr", "Compte rendu de la réunion du conseil – 8 juillet 2024", "2024-07-08"),
    ("es", "Informe sobre el puerto, 8 de julio de 2024", "2024-07-08"),
    ("ru", "Записка о причале, 8 июля 2024", "2024-07-08"),
]


def document(language: str, line: str) -> Document:
    body = BODY[language]
    text = f"Brume\n\n{line.format(body)}\n" + ("" if "{}" in line else f"\n{body}\n")
    return Document(id="a", path="a.txt", text=text, sha256="", title="Brume", language=language)


@pytest.mark.parametrize(("language", "line", "expected"), STATED)
def test_a_date_line_is_read_in_the_language_of_the_document(
    language: str, line: str, expected: str | None
) -> None:
    found = publication_dates([Reading(document(language, line), (), ())], {})["a"]
    assert (found.value if found.basis == "stated" else None) == expected


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "МОСКВА, 8 июля (Агентство) - {}"),
        ("uk", "КИЇВ, 8 липня (Меридіан) — {}"),
        ("de", "BERLIN, 8. Juli (Meridian) - {}"),
        ("es", "MADRID, 8 de julio (Meridiano) - {}"),
        ("hi", "नई दिल्ली, 8 जुलाई (एजेंसी) - {}"),
    ],
)
def test_a_place_line_may_leave_its_year_out(language: str, line: str) -> None:
    (found,) = date_lines(document(language, line))
    assert (found.kind, found.date.year, found.date.month, found.date.day) == ("plain", None, 7, 8)
