"""The two ends of an interval, and ends that leave the other one open, in every language that marks them."""

from __future__ import annotations

import pytest

from data.tagging import tag

LINES = """
de | Von Montag bis Mittwoch galt die Sperre. | Montag from; Mittwoch to
de | Seit Montag streiken die Fahrer. | Montag since
de | Zwischen Ostern und Pfingsten regnete es. | Ostern from; Pfingsten to
de | Vor 2015 wohnte er hier. | 2015 before
fr | Avant 2015, il vivait ici. | 2015 before
de | Nach 2015 wohnte er hier. | 2015 after
fr | Après 2015, il vivait ici. | 2015 after
en | After May 2015 the mill was closed. | May 2015 after
en | Before May 2015 the mill was closed. | May 2015 before
fr | De lundi à mercredi, la gare est fermée. | lundi from; mercredi to
fr | Depuis 2015, il vit ici. | 2015 since
it | Da lunedì a mercoledì la stazione è chiusa. | lunedì from; mercoledì to
nl | Van maandag tot woensdag gold de sluiting. | maandag from; woensdag to
nl | Sinds 2015 woont hij hier. | 2015 since
es | Entre el lunes y el miércoles cerró la estación. | el lunes from; el miércoles to
es | Hasta el 31 de diciembre es gratis. | el 31 de diciembre until
pt | Desde segunda-feira os trens estão parados. | segunda-feira since
ru | Выставка открыта с 30 июня по 2 сентября. | 30 июня from; 2 сентября to
ru | С понедельника поезда стоят. | понедельника since
uk | До 31 грудня вхід безкоштовний. | 31 грудня until
hi | मार्च से जून 2023 तक बारिश हुई। | मार्च from; जून 2023 to
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_roles(line: str) -> None:
    language, text, expected = line.split(" | ")
    found = tag(text, language=language)
    assert (
        "; ".join(f"{text[each.start_char : each.end_char]} {each.meaning.role}" for each in found)
        == expected
    )
