"""The first guess of a language."""

from __future__ import annotations

import pytest

from data.reading.language import guess_language

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
    "hi": "मंत्री ने सोमवार को कहा कि बातचीत अच्छी रही और यह आगे भी होगी।",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sentence_of_each_language(code: str) -> None:
    assert guess_language(SAMPLES[code]) == code


@pytest.mark.parametrize("text", ["", "1234 !!", "Samarkand", "Modi Putin Xi Lavrov Shoigu", "今日は雨です"])
def test_none_when_unsure(text: str) -> None:
    assert guess_language(text) is None
