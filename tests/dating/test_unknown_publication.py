"""News whose day of writing is unknown: what counts from it stays open, whatever years the text names."""

from __future__ import annotations

from data.dating import resolve
from data.model import Published, Sentence
from data.tagging import tag


def values(text: str) -> dict[str, tuple[str, int | None]]:
    found = resolve(text, tag(text), [Sentence(0, len(text))], Published())
    return {one.text: (one.value, one.start) for one in found}


def test_a_year_that_news_mentions_dates_no_month_and_no_weekday() -> None:
    text = (
        "The envoy, who in 2022 praised the deal, met officials on Wednesday. Few came to June's peace "
        "talks, and last week two more left. A third plans to leave on Friday."
    )
    found = values(text)
    assert found["2022"][0] == "2022"
    assert found["Wednesday"] == ("XXXX-WXX-3", None)
    assert found["June"] == ("XXXX-06", None)
    assert found["last week"] == ("XXXX-WXX", None)


def test_a_day_that_was_named_dates_the_days_after_it() -> None:
    found = values("The pact was signed on 8 July 2024. On 10 July the envoy left.")
    assert found["10 July"][0] == "2024-07-10"


def test_words_that_follow_a_date_without_days_have_none_either() -> None:
    lead = "The envoy, who in 2022 praised the deal, met officials on Wednesday, and last week two left. "
    found = values(f"{lead}Aides came in May last year. Later that year they went home.")
    assert found["May last year"] == ("XXXX-05", None)
    assert found["Later that year"] == ("XXXX", None)
    found = values(f"{lead}Aides came in May 2023. They now rest. Later that year they went home.")
    assert found["Later that year"][0] == "2023"
