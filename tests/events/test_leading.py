"""The main event of a document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from data.events import make_events
from data.events.comparing.leading import main_passage
from data.model import DatedDocument
from tests.helpers.dated_documents import Writer
from tests.helpers.made_reports import made_report

STORY = (
    "Oslo has waited for years. Kersti Ilves opened the harbour bridge {on Monday=2024-07-08}. "
    "The mayor was born {in 1961=1961}. He praised the builders."
)


def titled(dated: DatedDocument, title: str | None) -> DatedDocument:
    return replace(dated, document=replace(dated.document, title=title))


def test_the_main_event_is_the_one_its_headline_tells(write: Writer) -> None:
    events = make_events([titled(write(STORY), "Ilves opens bridge in harbour")])
    assert [event.title for event in events if event.main] == ["Kersti Ilves opened the harbour bridge"]


def test_without_a_headline_it_is_the_lead(write: Writer) -> None:
    dated = titled(write("The ferry sank {on Monday=2024-07-08}. It was built {in 1961=1961}."), None)
    assert [event.edtf for event in make_events([dated]) if event.main] == ["2024-07-08"]


def test_each_article_has_one_and_snippets_have_none(write: Writer) -> None:
    one, other = write(STORY), write(STORY.replace("Oslo", "Moss"), document_id="b", kind="snippets")
    main = {event.passages[0].document for event in make_events([one, other]) if event.main}
    assert main == {"a"}


@pytest.mark.parametrize(
    ("facts", "main"),
    [
        # what is planned, holds or has no date of its own leads less than what happened right behind it
        ([{"modality": "planned"}, {}], 1),
        ([{"kind": "state"}, {}, {}], 1),
        ([{"basis": "inferred"}, {}], 1),
        # but it takes more than that to lead from further behind, and words of the headline count for more
        ([{"modality": "planned"}, {"kind": "state"}, {}], 0),
        ([{"basis": "inferred"}, {"kind": "state"}, {"modality": "planned"}], 0),
        ([{"basis": "inferred"}, {"words": frozenset()}], 0),
        ([{"words": frozenset()}] * 5 + [{}], 5),
        ([{"words": frozenset()}] * 6 + [{}], 0),
    ],
)
def test_what_leads_among_the_first_passages(facts: list[dict[str, Any]], main: int) -> None:
    headline = frozenset({"ferry", "sank"})
    reports = [made_report(start_char=at, **{"words": headline} | each) for at, each in enumerate(facts)]
    assert main_passage(reports, headline) == main
