"""Publication dates given, stated, and inferred from the text and from other documents."""

from __future__ import annotations

import random
from typing import Any

import pytest

from data.dating import publication_dates
from data.days import from_iso, iso
from data.model import Published, Reading
from tests.helpers.read_texts import read_text

DATED = """Minister lands in Astana for pipeline talks

The foreign minister of Norway landed in Astana on Tuesday for talks on a pipeline under the Caspian Sea.
He is to meet the Kazakh prime minister on Wednesday.
"""
SAME_EVENT = """A handshake on the steppe

Norway's foreign minister landed in Astana on Tuesday and was driven to talks about the Caspian pipeline.
On Wednesday he will see the Kazakh prime minister.
"""
UNRELATED = """The bakers of Ghent

Bread prices in the old town rose again, said the guild of bakers, who met on Tuesday to count their flour.
"""


def read(name: str, text: str, **facts: Any) -> Reading:
    return read_text(text, name, **{"title": text.split("\n", 1)[0]} | facts)


def on(day: str) -> Published:
    number = from_iso(day)
    return Published(day, number, number, "stated", "metadata")


def test_what_the_user_gave_wins_over_what_is_stated() -> None:
    dates = publication_dates([read("a", DATED, published=on("2023-05-09"))], {"a": "2023-05"})
    assert (dates["a"].value, dates["a"].basis) == ("2023-05", "given")
    assert (iso(dates["a"].start), iso(dates["a"].end)) == ("2023-05-01", "2023-05-31")


def test_a_given_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no EDTF date"):
        publication_dates([read("a", DATED)], {"a": "last Tuesday"})


def test_metadata_is_kept_as_it_is() -> None:
    assert publication_dates([read("a", DATED, published=on("2023-05-09"))], {})["a"] == on("2023-05-09")


def test_the_same_event_told_elsewhere_dates_a_text() -> None:
    dates = publication_dates([read("a", DATED, published=on("2023-05-09")), read("b", SAME_EVENT)], {})
    assert (dates["b"].value, dates["b"].basis) == ("2023-05-09", "inferred")
    evidence = dates["b"].evidence or ""
    assert "“Tuesday” is told as 9 May 2023 (“Minister lands in Astana for pipeline talks”)" in evidence
    assert evidence.endswith("the text speaks as on a Tuesday")


def test_what_tells_nothing_in_common_dates_nothing() -> None:
    dates = publication_dates([read("a", DATED, published=on("2023-05-09")), read("c", UNRELATED)], {})
    assert dates["c"].basis == "unknown"
    assert dates["c"].start is None
    assert dates["c"].end is None


def test_an_unknown_date_says_what_bounds_it() -> None:
    text = "The pier\n\nThe pier was built on 3 May 1931 and has been painted every year.\n"
    published = publication_dates([read("a", text)], {})["a"]
    assert (published.value, published.basis) == ("1931-05-03/..", "unknown")
    assert (iso(published.start), published.end) == ("1931-05-03", None)
    assert published.evidence == (
        "nothing in the text or in other documents dates it; it tells of 3 May 1931 as past"
    )


def test_a_search_result_dates_the_page_it_lists() -> None:
    title = "Minister lands in Astana for pipeline talks"
    listed = f"3. {title}\n\n9 May 2023. The foreign minister of Norway landed in Astana ...\n"
    result = read("s", listed, kind="snippets", title=title)
    dates = publication_dates([read("a", DATED), result], {})
    assert (dates["s"].value, dates["s"].basis) == ("2023-05-09", "stated")
    assert dates["a"].value == "2023-05-09"
    assert (dates["a"].evidence or "").startswith("search results list it with")


def test_an_embedded_post_dates_a_text_near_by() -> None:
    text = (
        "Talks on bread\n\nThe two ministers will on Monday speak about bread, officials said on Sunday.\n\n"
        "A warm welcome to our guest. — Anna Berg (@annaberg) December 6, 2021\n"
    )
    assert publication_dates([read("a", text)], {})["a"].value == "2021-12-06"


def test_one_sentence_of_a_text_dates_another() -> None:
    text = (
        "A visit to Mongolia\n\n"
        "The king is scheduled to visit Mongolia next week, the palace said on Thursday, although the court "
        "in The Hague issued a warrant for his arrest last year.\n\n"
        "The king plans to visit Mongolia on Sept. 3 at the invitation of the palace there. "
        "The court in The Hague issued the warrant for his arrest in March 2023. "
        "The visit was announced in a statement on Friday.\n"
    )
    published = publication_dates([read("a", text)], {})["a"]
    assert (published.value, published.basis) == ("2024-08-30/2024-08-31", "inferred")
    assert "“next week” is told as “Sept. 3”" in (published.evidence or "")


def test_the_order_of_the_documents_does_not_matter() -> None:
    readings = [
        read("a", DATED, published=on("2023-05-09")),
        read("b", SAME_EVENT),
        read("c", UNRELATED),
        read("d", SAME_EVENT.replace("Tuesday", "Monday")),
    ]
    expected = publication_dates(readings, {})
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        assert publication_dates(readings, {}) == expected


def test_a_date_that_is_given_dates_its_neighbours_again() -> None:
    readings = [read("a", DATED), read("b", SAME_EVENT)]
    assert publication_dates(readings, {})["b"].basis == "unknown"
    assert publication_dates(readings, {"a": "2023-05-09"})["b"].value == "2023-05-09"


def test_pages_that_are_no_articles_have_no_date() -> None:
    dates = publication_dates([read("f", "Home  News  Sport\n", kind="furniture")], {})
    assert dates["f"] == Published(evidence="what is no article has no date of its own")


def test_no_documents_no_dates() -> None:
    assert publication_dates([], {}) == {}


def test_titles_alike_over_other_news_are_not_one_story() -> None:
    known = read("a", DATED.replace("talks on", "a new road and"), published=on("2023-05-09"))
    other = (
        "Minister lands in Astana for bread prizes\n\n"
        "Nine bakers were given medals for their loaves by a jury of millers and of one tired journalist.\n"
    )
    assert publication_dates([known, read("d", other)], {})["d"].basis == "unknown"
