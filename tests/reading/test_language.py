"""The first guess of a language."""

from __future__ import annotations

import pytest

from data.reading.texts.language import guess_language

SAMPLES = {
    "en": "The minister said on Monday that the talks had been useful and that they would go on.",
    "de": "Der Minister sagte am Montag, dass die Gespräche nützlich waren und nicht zu Ende sind.",
    "fr": "Le ministre a dit lundi que les discussions avaient été utiles et qu'elles continueront.",
    "es": "El ministro dijo el lunes que las conversaciones fueron útiles y que no han terminado.",
    "pt": "O ministro disse na segunda-feira que as conversas foram úteis e que não acabaram.",
    "it": "Il ministro ha detto lunedì che i colloqui sono stati utili e che non sono finiti nella capitale.",
    "nl": "De minister zei maandag dat de gesprekken nuttig waren en dat ze nog niet zijn afgelopen.",
    "ru": "Министр сказал в понедельник, что переговоры были полезны и что они не закончены.",
    "uk": "Міністр сказав у понеділок, що переговори були корисні і що вони ще не завершені.",
    "ar": "قال الوزير يوم الاثنين إن المحادثات كانت مفيدة وإنها ستستمر بعد ذلك في العاصمة.",
    "fa": "وزیر روز دوشنبه گفت که گفت‌وگوها مفید بود و در پایتخت ادامه دارد.",
    "ur": "وزیر نے پیر کو کہا کہ بات چیت اچھی رہی اور یہ دارالحکومت میں جاری ہے۔",
    "he": "השר אמר ביום שני שהשיחות היו מועילות ויימשכו בבירה.",
    "el": "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες ήταν χρήσιμες.",
    "ja": "首相は月曜日に会談が有益だったと述べた。",
    "zh": "总理星期一表示，会谈十分有益，双方将继续磋商。",
    "ko": "장관은 월요일 회담이 유익했다고 말했다.",
    "th": "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจามีประโยชน์",
    "hi": "मंत्री ने सोमवार को कहा कि बातचीत अच्छी रही और यह आगे भी होगी।",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sentence_of_each_language(code: str) -> None:
    assert guess_language(SAMPLES[code]) == code


@pytest.mark.parametrize(
    "text", ["", "1234 !!", "Samarkand", "Modi Putin Xi Lavrov Shoigu", "12 ± 3 µm", "Самара"]
)
def test_none_when_unsure(text: str) -> None:
    assert guess_language(text) is None


def test_russian_prose_with_few_of_its_commonest_words() -> None:
    text = (
        "Прокуратура города возбудила дело против капитана судна. Ему грозит до пяти лет лишения свободы. "
        "Суд может начаться весной. Две недели назад судно протаранило ворота шлюза."
    )
    assert guess_language(text) == "ru"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Мэр города подал в отставку 8 мая 2022 года, сообщила администрация.", "ru"),
        ("Мер міста пішов у відставку 8 травня 2022 року, їй сказали про це в уряді.", "uk"),
        ("Мэр горада падаў у адстаўку ў маі, паведаміла адміністрацыя.", None),
        ("Хотын дарга өчигдөр огцрох өргөдлөө өгчээ, энэ тухай захиргаа мэдэгдэв.", None),
        ("Град поплавила река.", None),
        ("القاهرة، 19 مارس 2023 - التقت عمدة المدينة رجل أعمال في 13 مارس.", "ar"),
        ("شهردار و سرمایه‌گذار ۱۳ مارس گفتگو کردند", "fa"),
        ("میئر نے بندرگاہ بیچ دی", "ur"),
        ("ښاروال بندر د مارچ په ۱۳ نېټه وپلوره او ولاړ", None),
    ],
)
def test_a_short_text_is_told_by_letters_that_one_language_of_its_script_has(
    text: str, code: str | None
) -> None:
    assert guess_language(text) == code
