"""The years of bare dates in narratives: headings, asides, steps back, and the way forward."""

from __future__ import annotations

from data.dating.story.chronicle import years_on_the_way
from data.dating.wording.cues import cues_of, past_perfect
from data.tagging import tag


def years(text: str) -> list[int]:
    mentions = tag(text)
    chosen = years_on_the_way(text, mentions)
    return [chosen[each.start_char] for each in mentions if each.meaning.year is None]


def test_the_story_runs_on_into_the_next_year() -> None:
    text = "On March 4, 1861 he was sworn in. In April it fell. In November they met. In February it ended."
    assert years(text) == [1861, 1861, 1862]


def test_a_small_step_back_stays_in_the_year() -> None:
    assert years("In September 1914 the line held. In August the army had marched.") == [1914]


def test_a_date_told_aside_does_not_move_the_story() -> None:
    text = (
        "On March 20, 2003 the invasion began. On April 9 the city fell. In November 2008 a crowd burned "
        "a figure of him there. On April 15 the army stopped. On May 1, 2003 the war was called over."
    )
    assert years(text) == [2003, 2003]


def test_a_heading_with_years_bounds_what_stands_below_it() -> None:
    text = "2005: Elections\n\nIn May 1999 a party was founded.\nIn March it won the vote.\nIn June it ruled."
    assert years(text) == [2005, 2005]


def test_a_heading_is_left_behind_with_two_dates_outside_it() -> None:
    text = (
        "1936\n\nIn May 1940 he came back. In June 1940 he fled. In August he died.\n"
        "In October 1940 he was mourned."
    )
    assert years(text) == [1940]


def test_years_before_christ_run_forward_too() -> None:
    text = "In 260 BC the fleet was built. In June it sailed. In 258 BC it returned."
    assert years(text) == [-259]


def test_a_text_without_bare_dates_has_no_years_to_choose() -> None:
    assert years_on_the_way("On May 4, 1954 it fell.", tag("On May 4, 1954 it fell.")) == {}


def test_a_verb_that_looks_back_goes_back_into_the_year_before() -> None:
    text = (
        "On 4 September 1870 a republic was declared. Paris fell on 28 January 1871. Metz had given up on "
        "27 October. In November it snowed. The treaty of 10 May took two provinces."
    )
    mentions, perfect = tag(text), past_perfect(cues_of("en"))
    chosen = years_on_the_way(text, mentions, perfect)
    assert [chosen[each.start_char] for each in mentions if each.meaning.year is None] == [1870, 1870, 1871]


def test_what_had_been_reached_by_a_day_goes_on() -> None:
    text = "On 28 January 1871 the city fell. By March the troops had marched home. In May peace was signed."
    mentions, perfect = tag(text), past_perfect(cues_of("en"))
    chosen = years_on_the_way(text, mentions, perfect)
    assert [chosen[each.start_char] for each in mentions if each.meaning.year is None] == [1871, 1871]


def test_what_went_on_since_a_month_goes_back_to_it() -> None:
    text = (
        "On 1 January 1953 he read a declaration. The governor, on leave since December, came on 4 January. "
        "In the spring the rebels took the hills. In June 1954 they lost them."
    )
    assert years(text) == [1952, 1953, 1953]
