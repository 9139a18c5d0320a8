"""Long texts of every kind: the time that reading takes grows with the text, and no faster."""

from __future__ import annotations

import pytest

from data.reading import read_bytes, sentences
from data.reading.articles.parts import split
from data.reading.mail.forwarded import forwarded_in
from tests.helpers.growth import assert_linear

pytestmark = pytest.mark.slow

STORY = "On 3 May 2020 the bridge of Holm was opened by Mayor Voss, and on Monday it rained. "
TEXTS = {
    "one line with dates": STORY * 6_000,
    "one sentence": STORY.replace(".", ",") * 6_000,
    "abbreviations": "Mr. U.S. No. 3 a.m. J. K. Smith " * 10_000,
    "white space": " " * 500_000,
    "full stops": "." * 500_000,
    "quotation marks": "\"'" * 250_000,
    "letters": "x" * 500_000,
    "bars": "a | " * 100_000,
    "place lines": "KYIV (A " * 60_000,
    "short lines": "word\n" * 40_000,
    "numbered lines": "1. One thing ...\n" * 20_000,
    "headlines": "Five words make a headline\n" * 15_000,
    "headlines in capitals": "FIVE WORDS MAKE A HEADLINE\n" * 15_000,
    "stories": f"Five words make a headline\n{STORY}\n" * 4_000,
    "signs of the zodiac": "Aries\nA letter comes, and it goes on and on.\n" * 8_000,
    "a database's print": f"1 of 9 DOCUMENTS\n{STORY}\n" * 4_000,
    "forwarded heads": "---------- Forwarded message ---------\nFrom: a\n" * 32_000,
    "quoted lines": "> On Monday:\n" * 30_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_articles(name: str) -> None:
    assert_linear(split, TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_sentences(name: str) -> None:
    assert_linear(sentences, TEXTS[name])


@pytest.mark.parametrize("name", ["forwarded heads", "quoted lines", "short lines", "bars"])
def test_mails(name: str) -> None:
    assert_linear(forwarded_in, TEXTS[name])
    assert_linear(lambda text: read_bytes("x.eml", f"Subject: x\n\n{text}".encode()), TEXTS[name])


def test_ten_megabytes_in_one_line_are_one_article_of_many_sentences() -> None:
    text = STORY * (10_000_000 // len(STORY))
    (document,) = read_bytes("x.txt", text.encode()).documents
    assert (document.kind, document.span) == ("article", (0, len(text)))
    assert len(sentences(document.text, "en")) == text.count(". ")
