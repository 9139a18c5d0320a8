"""What is only said to have been looks back, in languages that tell it with the verb of what is to come."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.days import from_iso
from data.model import Published
from data.reading import sentences
from data.tagging import tag

# Written on Thursday, 14 March 2024.
LINES = """
de | Er soll im Januar entlassen worden sein. | 2024-01
de | Sie soll am Montag 5000 Euro abgehoben haben. | 2024-03-11
de | Das Werk soll im Mai schließen. | 2024-05
de | Der Unfall dürfte im November passiert sein. | 2023-11
de | Er soll im Oktober nach Kiel gezogen sein. | 2023-10
de | Der Mann soll im August zwei Häuser angezündet haben, sagte ein Sprecher. | 2023-08
de | Die Brücke soll im Oktober fertig sein. | 2024-10
de | Sie will ihn am Dienstag am Bahnhof gesehen haben. | 2024-03-12
de | Bis Oktober soll der Bau abgeschlossen sein. | 2024-10
de | Das Gesetz soll im Dezember verabschiedet werden. | 2024-12
nl | Hij zou in januari zijn ontslagen. | 2024-01
nl | De man zou in november geld hebben gestolen. | 2023-11
nl | De brug zou in november dichtgaan. | 2024-11
nl | Ze zou maandag zijn vertrokken. | 2024-03-11
de | Am Montag soll sie das Geld abgehoben haben. | 2024-03-11
de | Ein Mann, der im August zwei Häuser angezündet haben soll, steht vor Gericht. | 2023-08
de | Am Montag soll der Ausschuss beraten. | 2024-03-18
de | Die Minister sollen am Freitag zusammenkommen und über die Lage beraten. | 2024-03-15
de | Sie will im Oktober wieder antreten. | 2024-10
de | Er soll am Dienstag verhaftet worden sein. | 2024-03-12
de | Die Bank soll am Samstag geöffnet haben. | 2024-03-09
de | Bis Freitag sollen alle Betroffenen Zugang zu Wasser haben. | 2024-03-15
de | Ab November sollen die Schüler früher frei haben. | 2024-11
nl | De man die in november geld zou hebben gestolen, is vrij. | 2023-11
nl | Zij zou dinsdag met hem hebben gesproken. | 2024-03-12
nl | Op vrijdag zouden de winkels open zijn. | 2024-03-15
nl | In november zou de brug klaar zijn. | 2024-11
nl | De trein zou dinsdag weer rijden. | 2024-03-19
fr | Le suspect se serait enfui lundi. | 2024-03-11
fr | Lundi, le suspect se serait enfui en voiture. | 2024-03-11
fr | Elle serait arrivée samedi à Nice. | 2024-03-09
fr | Il aurait quitté Paris mardi. | 2024-03-12
fr | Le pont serait prêt lundi. | 2024-03-18
fr | Il serait nommé lundi. | 2024-03-18
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_hearsay_looks_back(line: str) -> None:
    language, text, value = line.split(" | ")
    day = from_iso("2024-03-14")
    published = Published("2024-03-14", day, day, "given")
    found = resolve(
        text, tag(text, language=language), sentences(text, language), published, language=language
    )
    assert [each.value for each in found] == [value]
