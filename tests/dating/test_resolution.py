"""Anchors and resolution: publication date, running date, tense, quotations, unknown dates."""

from __future__ import annotations

import re

import pytest

from data.dating import resolve
from data.days import from_iso, iso
from data.model import Expression, Published, Sentence
from data.tagging import tag


def expressions(text: str, published: str | None = None) -> dict[str, Expression]:
    day = from_iso(published)
    sentences = [Sentence(match.start(), match.end()) for match in re.finditer(r"[^.!?]+[.!?]*", text)]
    given = Published(published, day, day, "given") if day else Published()
    return {each.text: each for each in resolve(text, tag(text), sentences, given)}


@pytest.mark.parametrize(
    ("text", "extent", "published", "value"),
    [
        ("The two will meet on Monday.", "Monday", "2024-07-03", "2024-07-08"),
        ("He arrived on Monday.", "Monday", "2024-07-03", "2024-07-01"),
        ("He arrived on Monday.", "Monday", "2024-07-08", "2024-07-08"),
        ("He returned in December.", "December", "2024-07-08", "2023-12"),
        ("It will open in December.", "December", "2024-07-08", "2024-12"),
        # what is to come is in no quarter that was reported long ago; one that has just ended may be reported
        ("Its flight is planned for the fourth quarter.", "the fourth quarter", "2024-05-14", "2024-Q4"),
        ("It said it would cut jobs in the fourth quarter.", "the fourth quarter", "2024-06-04", "2024-Q4"),
        ("It will report for the fourth quarter.", "the fourth quarter", "2024-02-08", "2023-Q4"),
        ("It expects a loss for the third quarter.", "the third quarter", "2024-10-20", "2024-Q3"),
        ("He came last June.", "last June", "2024-07-08", "2023-06"),
        ("He came last May.", "last May", "2024-07-08", "2024-05"),
        ("He left a year ago.", "a year ago", "2024-07-08", "2023"),
        ("He left three days ago.", "three days ago", "2024-07-08", "2024-07-05"),
        ("He left in the fall of 2022.", "the fall of 2022", None, "2022-FA"),
        ("It was in the winter of 2023.", "the winter of 2023", None, "2023-WI"),
        ("Mail from the '90s.", "the '90s", "2024-07-08", "199"),
        # "at the time" of what is told without a date has none
        ("It shut in 2010. She was ill at the time.", "the time", "2024-07-08", "2010"),
        (
            "It shut in 2010. He left weeks ago. She was ill at the time.",
            "the time",
            "2024-07-08",
            "PAST_REF",
        ),
    ],
)
def test_value(text: str, extent: str, published: str | None, value: str) -> None:
    assert expressions(text, published)[extent].value == value


@pytest.mark.parametrize(
    ("text", "extent", "first", "last", "precision"),
    [
        ("In winter 2023 he came.", "winter 2023", "2023-12-01", "2024-02-29", "season"),
        ("In 2019 he came.", "2019", "2019-01-01", "2019-12-31", "year"),
        ("In the 1980s he came.", "the 1980s", "1980-01-01", "1989-12-31", "decade"),
        ("In the 19th century he came.", "the 19th century", "1801-01-01", "1900-12-31", "century"),
        (
            "In the third quarter of 2022 it fell.",
            "the third quarter of 2022",
            "2022-07-01",
            "2022-09-30",
            "quarter",
        ),
        ("At noon on 2 May 2020 it fell.", "noon on 2 May 2020", "2020-05-02", "2020-05-02", "day"),
        ("It fell in 480 BC.", "480 BC", "-0479-01-01", "-0479-12-31", "year"),
        (
            "In the first two months of 1939 it fell.",
            "the first two months of 1939",
            "1939-01-01",
            "1939-02-28",
            "month",
        ),
        (
            "In 1939 it rose. In the last two months of that year it fell.",
            "the last two months of that year",
            "1939-11-01",
            "1939-12-31",
            "month",
        ),
    ],
)
def test_days(text: str, extent: str, first: str, last: str, precision: str) -> None:
    found = expressions(text)[extent]
    assert (iso(found.start), iso(found.end), found.precision) == (first, last, precision)


def test_a_weekday_without_any_date_stays_open() -> None:
    found = expressions("He arrived on Monday.")["Monday"]
    assert (found.value, found.start, found.end) == ("XXXX-WXX-1", None, None)


def test_the_reason_names_publication_and_tense() -> None:
    anchor = expressions("He arrived on Monday.", "2024-07-08")["Monday"].anchor
    assert (anchor.kind, anchor.value) == ("published", "2024-07-08")
    assert anchor.reason is not None
    assert "past tense 'arrived'" in anchor.reason


def test_a_quotation_counts_from_the_day_it_was_said() -> None:
    found = expressions('"I will resign tomorrow," he said on Monday.', "2024-07-12")["tomorrow"]
    assert (found.value, found.anchor.kind) == ("2024-07-09", "quotation")


def test_a_narrative_runs_by_its_own_dates() -> None:
    text = (
        "On March 4, 1861 he was sworn in. On April 12 the fort was shelled. The next day it fell. "
        "In May 1862 the fleet came. In July it left. Two years later the war was over. "
        "It ended on 9 April 1865."
    )
    found = expressions(text, "2009-12-19")
    assert [found[each].value for each in ("April 12", "The next day", "July", "Two years later")] == [
        "1861-04-12", "1861-04-13", "1862-07", "1864",
    ]  # fmt: skip
    assert found["April 12"].anchor.kind == "expression"


def test_a_weekday_tells_the_year_of_a_day_in_a_narrative() -> None:
    text = (
        "On March 4, 1861 he was sworn in. In May 1862 the fleet came. In July 1862 it left. It came back in "
        "June 1863. They wrote to him on Friday, 5 February. The war ended on 9 April 1865."
    )
    assert expressions(text, "2009-12-19")["Friday, 5 February"].value == "1864-02-05"


def test_a_month_goes_on_from_the_season_of_another_year_in_the_sentence_before_it() -> None:
    text = "It began in the summer of 2015. In early September a clerk wrote to the harbour office."
    assert expressions(text, "2024-10-12")["early September"].value == "2015-09"
    later = "It began in the summer of 2015. In May a clerk will write."
    assert expressions(later, "2024-10-12")["May"].value == "2025-05"


def test_months_later_are_not_counted_from_a_day_outside_the_year_just_named() -> None:
    text = "The clerk died on 2 August 2023. The town sued the yard in 2021; it closed two months later."
    found = expressions(text, "2024-10-12")["two months later"]
    assert (found.start, found.end, found.anchor.value) == (None, None, "2021")


@pytest.mark.parametrize(
    ("text", "opening", "value"),
    [
        ("It lasted from mid-January to the end of June 2005.", "mid-January", "2005-01"),
        ("It lasted from November to February 2005.", "November", "2004-11"),
        ("It lasted from late November to the middle of February 2005.", "late November", "2004-11"),
        ("It lasted from March to June 2005.", "March", "2005-03"),
    ],
)
def test_what_opens_an_interval_is_of_the_year_with_which_it_ends(
    text: str, opening: str, value: str
) -> None:
    assert expressions(text, "2008-05-14")[opening].value == value


def test_that_day_is_not_one_since_which_something_is_the_worst() -> None:
    text = "On Tuesday it sank, its worst day since the dam broke on September 17, 2001. Few slept that day."
    assert expressions(text, "2007-03-01")["that day"].value == "2007-02-27"
    alone = "It was the worst flood since the dam broke on September 17, 2001. Few slept that day."
    assert expressions(alone, "2007-03-01")["that day"].value == "2001-09-17"


def test_the_day_before_goes_back_from_the_day_told_and_not_from_a_week_looked_back_to() -> None:
    text = (
        "Boats sank on Sunday. The previous week had been worse. Some rowed home, as they had the day before."
    )
    assert expressions(text, "2024-07-08")["the day before"].value == "2024-07-06"
    behind = "Boats sank in 2019. The last week of May was worse. Some rowed home the day before."
    assert expressions(behind, "2024-07-08")["the day before"].start is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("It has rained since midnight.", "2024-07-08"), ("The rain stopped at midnight.", "2024-07-07")],
)
def test_what_goes_on_since_midnight_is_of_the_day_that_began_then(text: str, day: str) -> None:
    assert iso(expressions(text, "2024-07-08")["midnight"].start) == day


def test_news_with_old_years_counts_from_its_publication() -> None:
    text = "He left in 1966. His son came in 1979, his aunt in 1983. They will meet on March 6."
    assert expressions(text, "2000-02-24")["March 6"].value == "2000-03-06"


def test_an_earlier_expression_is_the_anchor_of_what_follows_it() -> None:
    found = expressions("He fled in June 1998 and came back later that year. ", "2024-07-08")[
        "later that year"
    ]
    assert (found.value, found.mod, found.anchor.value) == ("1998", "END", "1998-06")


def test_day_and_month_in_doubt_keep_both_readings() -> None:
    found = expressions("It is dated 03/04/2021.")["03/04/2021"]
    assert (found.value, [iso(start) for start, _ in found.readings]) == ("2021-03-04", ["2021-04-03"])


def test_an_interval_keeps_its_ends() -> None:
    found = expressions("They met from July 8 to 9.", "2024-08-01")
    assert (found["July 8"].role, found["July 8"].value) == ("from", "2024-07-08")
    assert (found["9"].role, found["9"].value) == ("to", "2024-07-09")


def test_since_and_until_are_told() -> None:
    found = expressions("It has run since 2014 and will run until 2031.", "2024-08-01")
    assert (found["2014"].role, found["2031"].role) == ("since", "until")


def test_a_publication_date_may_be_an_interval() -> None:
    text = "He left last year."
    published = Published("2024-07", from_iso("2024-07-01"), from_iso("2024-07-31"), "inferred")
    (found,) = resolve(text, tag(text), [], published)
    assert found.value == "2023"


def test_a_narrative_counts_days_after_an_event_from_the_day_it_told() -> None:
    text = (
        "On March 4, 1936 he was sworn in. On 5 February 1939 it fell. Five days after its fall he fled. "
        "On 1 April 1939 the war was over."
    )
    found = expressions(text, "2009-12-19")["Five days"]
    assert (found.type, found.value) == ("DATE", "1939-02-10")
    news = expressions("Five days after the vote he fled. They met on Monday.", "2013-03-22")["Five days"]
    assert (news.type, news.value) == ("DURATION", "P5D")


def test_a_month_behind_a_comma_is_of_the_year_before_it_only_in_apposition() -> None:
    published = "2008-06-24"
    assert expressions("Ten years ago, in April, it opened.", published)["April"].value == "1998-04"
    told = expressions("Lyle, who opened a shop in Hull in 1961, died in April at home.", published)
    assert told["April"].value == "2008-04"
    told = expressions("It lost money last year, and in February it sold a ship.", published)
    assert told["February"].value == "2008-02"


def test_the_last_of_its_kind_may_be_to_come() -> None:
    told = expressions("The paper will appear for the last time on November 27.", "2009-10-12")
    assert told["November 27"].value == "2009-11-27"
    assert (
        expressions("The club plays its last match on May 14.", "2006-04-25")["May 14"].value == "2006-05-14"
    )


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("On 3 May 1974", "1974-12-25"),
        ("In January 1980", "1980-12-25"),
        ("On 28 December 1980", "1980-12-25"),
    ],
)
def test_that_feast_is_of_the_year_told_before(before: str, value: str) -> None:
    text = f"{before} he filmed the ascent. It was shown that Christmas."
    assert expressions(text, "2009-04-21")["that Christmas"].value == value
