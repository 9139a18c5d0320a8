"""Explicit dates in languages without rules: named months and figures, never counted from today."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.model import Published, Sentence
from data.tagging import tag
from tests.helpers.growth import assert_linear

# language | text | the dates found, as "extent = value", in order
EXAMPLES = """
pl | Spotkanie odbyło się 8 lipca 2024 r. w Warszawie. | 8 lipca 2024 = 2024-07-08
pl | Ustawa z 12.03.1998, ogłoszona w marcu 1998. | 12.03.1998 = 1998-03-12; marcu 1998 = 1998-03
tr | Zirve 8 Temmuz 2024 tarihinde yapıldı. | 8 Temmuz 2024 = 2024-07-08
tr | Şirket Ocak 2019'da kuruldu. | Ocak 2019 = 2019-01
sv | Mötet hölls den 8 juli 2024 i Stockholm. | 8 juli 2024 = 2024-07-08
sv | Publicerad 2024-07-08, ändrad i mars 2025. | 2024-07-08 = 2024-07-08; mars 2025 = 2025-03
cs | Schůzka se konala 8. července 2024 v Praze. | 8. července 2024 = 2024-07-08
fi | Kokous pidettiin 8. heinäkuuta 2024 Oulussa. | 8. heinäkuuta 2024 = 2024-07-08
ro | Summitul din 8 iulie 2024 a fost scurt. | 8 iulie 2024 = 2024-07-08
ca | La reunió va ser el 8 de juliol de 2024. | 8 de juliol de 2024 = 2024-07-08
hu | A találkozó 2024. július 8-án volt. | 2024. július 8 = 2024-07-08
lt | Susitikimas įvyko 2024 m. liepos 8 d. Vilniuje. | 2024 m. liepos 8 d = 2024-07-08
el | Η σύνοδος έγινε στις 8 Ιουλίου 2024. | 8 Ιουλίου 2024 = 2024-07-08
bg | Срещата беше на 8 юли 2024 г. в София. | 8 юли 2024 = 2024-07-08
ar | عقد الاجتماع في 8 يوليو 2024 في القاهرة. | 8 يوليو 2024 = 2024-07-08
id | Pertemuan itu digelar pada 8 Juli 2024. | 8 Juli 2024 = 2024-07-08
no | Møtet var 8. juli 2024 i Oslo. | 8. juli 2024 = 2024-07-08
ja | 会談は2024年7月8日に行われた。 | 2024年7月8日 = 2024-07-08
zh | 会议于2024年7月8日举行。 | 2024年7月8日 = 2024-07-08
zh | 二〇二四年七月八日举行了会议。 | 二〇二四年七月八日 = 2024-07-08
zh | 会议十二月二十八日结束。 | 十二月二十八日 = XXXX-12-28
zh | 会议于７月８日举行。 | ７月８日 = XXXX-07-08
ja | 条約は１９９８年３月に結ばれた。 | １９９８年３月 = 1998-03
ja | 令和6年7月8日に署名され、平成元年3月に始まった。 | 令和6年7月8日 = 2024-07-08; 平成元年3月 = 1989-03
ja | 昭和二十年八月十五日に終わった。 | 昭和二十年八月十五日 = 1945-08-15
zh | 會議於民國113年7月8日舉行。 | 民國113年7月8日 = 2024-07-08
th | การประชุมจัดขึ้นเมื่อวันที่ 8 กรกฎาคม 2567 ที่กรุงเทพ | 8 กรกฎาคม 2567 = 2024-07-08
th | จัดขึ้นวันที่ 8 กรกฎาคม พ.ศ. 2567 | 8 กรกฎาคม พ.ศ. 2567 = 2024-07-08
th | จัดขึ้นวันที่ 08/07/2567 | 08/07/2567 = 2024-07-08
ko | 회담은 2024년 7월 8일에 열렸다. | 2024년 7월 8일 = 2024-07-08
ko | 2011년 3월 그는 떠났다. | 2011년 3월 = 2011-03
ar | عقد الاجتماع في ٨ يوليو ٢٠٢٤ في القاهرة. | ٨ يوليو ٢٠٢٤ = 2024-07-08
ar | عقد الاجتماع في 8 تموز 2024 في بيروت. | 8 تموز 2024 = 2024-07-08
ar | عقد في 8 يوليو/تموز 2024. | 8 يوليو/تموز 2024 = 2024-07-08
he | הפגישה התקיימה ב-8 ביולי 2024 בירושלים. | 8 ביולי 2024 = 2024-07-08
bn | ৮ জুলাই ২০২৪ তারিখে সভা হয়। | ৮ জুলাই ২০২৪ = 2024-07-08
tr | Toplantı 8 Temmuz 2024'te yapıldı, Mart 2011'de bitti. | 8 Temmuz 2024 = 2024-07-08; Mart 2011 = 2011-03
vi | Cuộc họp diễn ra ngày 8 tháng 7 năm 2024. | 8 tháng 7 năm 2024 = 2024-07-08
sr | Састанак је одржан 8. јула 2024. у Београду. | 8. јула 2024 = 2024-07-08
sl | Srečanje je bilo 8. julija 2024. | 8. julija 2024 = 2024-07-08
lv | Sanāksme notika 2024. gada 8. jūlijā. | 2024. gada 8. jūlijā = 2024-07-08
gl | A reunión foi o 8 de xullo de 2024. | 8 de xullo de 2024 = 2024-07-08
hu | Ő 2011 márciusában ment el. | 2011 márciusában = 2011-03
pl | Spotkali się 8 lipca w Moskwie. | 8 lipca = XXXX-07-08
da | Mødet var den 3. maj. | 3. maj = XXXX-05-03
"""
COUNTERS = """
pl | Zjawił się wczoraj, dwa lata temu i w zeszły poniedziałek.
pl | Zadzwoń pod 22 345 67 89 albo kup 2000 sztuk.
pl | Urodził się 31 czerwca 1998.
cs | Verze 24.12.2024.7 vyšla dnes.
sv | Han kom i maj och åkte i går.
hu | A 8 már kész, és 5 jan kell.
zh | 三十三月四十日不存在。
da | Martin 2024 er et skib.
"""


def rows(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split(" | ")] for line in table.strip().splitlines()]


def dates(language: str, text: str) -> list[str]:
    mentions = tag(text, language=language)
    found = resolve(text, mentions, [Sentence(0, len(text))], Published(), language=language)
    return [f"{each.text} = {each.value}" for each in found]


@pytest.mark.parametrize(("language", "text", "expected"), rows(EXAMPLES))
def test_explicit_dates_are_found(language: str, text: str, expected: str) -> None:
    assert dates(language, text) == expected.split("; ")


@pytest.mark.parametrize(("language", "text"), rows(COUNTERS))
def test_nothing_relative_and_no_number_is_a_date(language: str, text: str) -> None:
    assert dates(language, text) == []


def test_the_order_of_figures_is_the_language_s_and_the_other_a_doubt() -> None:
    text = "Data: 03/04/2021."
    (mention,) = tag(text, language="ro")
    assert (mention.meaning.month, mention.meaning.day) == (4, 3)
    assert [(each.month, each.day) for each in mention.meaning.doubt] == [(3, 4)]


@pytest.mark.parametrize("language", ["xx", "", "../en", "klingon", "x" * 50])
def test_an_unknown_language_has_no_dates(language: str) -> None:
    assert tag("8 July 2024", language=language) == ()


def test_furniture_is_left_alone() -> None:
    assert tag("8 lipca 2024 i 9 lipca 2024", language="pl", furniture=[(0, 15)])[0].start_char == 15


@pytest.mark.parametrize("unit", ["1", "1 ", "2024 ", "8 lipca ", "lipca ", "2024-", "8 lipca 2024 "])
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    tag(text[:1000], language="pl")
    assert_linear(lambda longer: tag(longer, language="pl"), text)
