"""History runs by its own dates, news by the day it was published: the text decides."""

from __future__ import annotations

import pytest

from data.dating import resolve
from data.dating.story.narrative import is_narrative
from data.days import from_iso
from data.model import Published
from data.reading.texts.sentences import sentences
from data.tagging import tag

HISTORIES = {
    "a ship": (
        ("On the evening of 14 April 1912 the ship struck ice. It sank at 2:20 a.m. the next morning. The "
        "survivors reached New York on 18 April. The inquiry opened the following day. On 28 May it ended."),
        {
            "2:20 a.m. the next morning": "1912-04-15T02:20", "18 April": "1912-04-18",
            "the following day": "1912-04-19", "28 May": "1912-05-28",
        },
    ),
    "a life in leaps": (
        ("Born in 1820 in Florence, she trained in 1851 in Germany. In October 1854 she left for the war, "
        "arriving in early November. She returned in August of the following year. In 1860 she founded a "
        "school. She died on 13 August 1910. Today it bears her name."),
        {"early November": "1854-11", "August of the following year": "1855-08", "Today": "PRESENT_REF"},
    ),
    "a valley by decades": (
        ("During the 1920s the valley prospered. By the end of the decade it had 4,000 people. In the late "
        "summer of 1936 rain came at last. Five years later the war took the young men. In 1942 a camp was "
        "built."),
        {"the end of the decade": "192", "Five years later": "1941"},
    ),
    "a war long ago": (
        ("Caesar crossed the river on 10 January 49 BC. By March he held Italy. In August of the following "
        "year he won. He was murdered on 15 March 44 BC. Two years later his heirs won."),
        {"March": "BC0049-03", "August of the following year": "BC0048-08", "Two years later": "BC0042"},
    ),
    "a court file": (
        ("The defendant entered the flat at about 9:40 p.m. on 3 March 2003. The following morning police "
        "forced the door. On 5 March he was arrested, and charged two days later. The trial opened on "
        "11 January 2004. On 26 February the jury returned."),
        {
            "about 9:40 p.m. on 3 March 2003": "2003-03-03T21:40", "5 March": "2003-03-05",
            "two days later": "2003-03-07", "26 February": "2004-02-26",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HISTORIES)
def test_history_runs_by_its_own_dates(name: str) -> None:
    text, wanted = HISTORIES[name]
    day = from_iso("2011-03-01")
    published = Published("2011-03-01", day, day, "given")
    found = {each.text: each.value for each in resolve(text, tag(text), sentences(text, "en"), published)}
    assert {extent: found.get(extent) for extent in wanted} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The bonds fall due on Nov. 15, 1999, May 15, 2003, June 1, 2010 and 2020; pricing is in May.",
        "He left in 1966. His son came in 1979, his aunt in May 1983. They will meet on Thursday.",
        "November 2, 1989. They met on Monday. He left in June 1981, she in May 1974, Berg in April 1975.",
        "He left today. He came in May 1979, his son in June 1980, his aunt in May 1983, Berg in May 1984.",
        "The vote is on May 3. The last one was in June 1981, the one before in May 1974.",
    ],
)
def test_news_counts_from_its_publication(text: str) -> None:
    day = from_iso("1989-11-02")
    assert not is_narrative(tag(text), Published("1989-11-02", day, day, "given"))


@pytest.mark.parametrize(
    ("last", "extent", "value"),
    [
        ("The museum of the ship opens its new hall in July.", "July", "2024-07"),
        ("Its last officer will speak on 3 August.", "3 August", "2024-08-03"),
        # a weekday needs a day to be counted from, and a month is none
        ("Its last officer died, his daughter said on Monday.", "Monday", "2024-06-17"),
        # told from within the past
        ("Its builder would leave the yard in July.", "July", "1913-07"),
    ],
)
def test_what_even_history_looks_ahead_to_is_counted_from_its_publication(
    last: str, extent: str, value: str
) -> None:
    text = f"{HISTORIES['a ship'][0]} A new law passed in March 1913. {last}"
    day = from_iso("2024-06-22")
    found = resolve(text, tag(text), sentences(text, "en"), Published("2024-06-22", day, day, "given"))
    assert {each.text: each.value for each in found}[extent] == value


def test_a_feature_that_begins_with_last_month_is_no_history() -> None:
    text = (
        "She left prison last month. It began in May 2015, and by June 2015 four firms had written. In "
        "March 2016 the port paid. The trial opened on 9 September 2020 and ended on 25 June 2021. The "
        "appeal failed on 17 March 2022. The clerk died on 2 August 2023, the mayor on 3 August 2023. "
        "Nobody answered last week."
    )
    day = from_iso("2024-10-12")
    found = resolve(text, tag(text), sentences(text, "en"), Published("2024-10-12", day, day, "given"))
    assert {each.text: each.value for each in found}["last week"] == "2024-W40"
