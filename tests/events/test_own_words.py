"""What a passage tells by its own words: its foreground, the cities it writes, its acts, sums and offices."""

from __future__ import annotations

from data.events.clauses.stays import Stay
from data.events.comparing.own_words import OwnWords, own_words


def told(text: str, dated: str = "", *, of_days: bool = False, known_visit: bool = False) -> OwnWords:
    """What a text tells, the words that date it given as they stand in it."""
    return own_words(text, text.index(dated) if dated else None, of_days=of_days, known_visit=known_visit)


def test_cities_are_those_of_the_foreground() -> None:
    text = "After the fire in Bergen, she flew to Oslo."

    assert told(text).written == (("Oslo", "Oslo"),)


def test_a_place_line_in_capitals_is_nobodys_name() -> None:
    assert told("OSLO - She opened the bridge.").written == (("", "Oslo"),)


def test_a_capital_is_told_by_its_people() -> None:
    assert ("", "Oslo") in told("He arrived in the Norwegian capital.").written


def test_a_whole_stay_is_told_by_its_background_too() -> None:
    text = "After a two-day visit to Oslo, she went home by train."

    assert told(text, of_days=True).front == text
    assert told(text, of_days=True).stay == Stay(2, "ends")
    assert "visit" in told(text, of_days=True).act.main
    assert told(text).front != text


def test_a_visit_and_a_meeting_are_told_together() -> None:
    both = frozenset({"visit", "meeting"})

    assert told("She flew to Oslo on Monday.", "Monday").acts >= both
    assert told("They signed it in silence.", known_visit=True).act.main == frozenset({"visit"})
    assert told("They signed it in silence.", known_visit=True).acts >= both


def test_a_sum_tells_whose_it_is() -> None:
    sum_of = told("India approved a loan of $3 million for Nepal.")

    assert sum_of.measures
    assert sum_of.countries == frozenset({"IN", "NP"})
    assert sum_of.measures <= sum_of.of_occasion


def test_without_sums_no_country_is_told() -> None:
    assert told("India and Nepal signed a treaty.").countries == frozenset()


def test_the_holder_of_an_office_is_known_by_the_country() -> None:
    assert told("Norway’s Foreign Minister Kersti Ilves flew home.").offices == {"foreign_minister NO"}


def test_a_comment_tells_only_what_it_quotes() -> None:
    text = "“The bridge will never stand in this wind,” the critics called the visit."
    comment = told(text)

    assert comment.act.comments
    assert comment.of_occasion == comment.quoted != frozenset()
