"""The main event of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from data.events import make_events
from data.model import DatedDocument

Writer = Callable[..., DatedDocument]

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
