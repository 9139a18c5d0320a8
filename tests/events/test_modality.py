"""Whether something happened, is planned, denied, conditional or uncertain; whether it is a state."""

from __future__ import annotations

import pytest

from data.days import ordinal
from data.events import make_events, reports
from data.events.clauses.modality import judge
from data.events.cues import cues
from data.events.timeline import report_document
from tests.helpers.dated_documents import Writer, dated_document


@pytest.mark.parametrize(
    ("text", "modality", "kind"),
    [
        ("Ilves opened the bridge.", "happened", "event"),
        ("As you will have heard, the bridge was closed.", "happened", "event"),
        ("Talks had been due to start.", "planned", "event"),
        ("Talks had been planned for May.", "planned", "event"),
        ("Talks, planned for May, were held.", "planned", "event"),
        ("Ilves met Okoye.", "happened", "event"),
        ("Ilves is visiting Oslo.", "happened", "event"),
        ("Ilves will open the bridge.", "planned", "event"),
        ("Ilves is set to open the bridge.", "planned", "event"),
        ("Ilves is due to open the bridge.", "planned", "event"),
        ("Ilves plans to open the bridge.", "planned", "event"),
        ("Ilves did not open the bridge.", "denied", "event"),
        ("Ilves never opened the bridge.", "denied", "event"),
        ("Ilves hasn’t opened the bridge.", "denied", "event"),
        ("Ilves could open the bridge.", "conditional", "event"),
        ("If it rains, the bridge stays shut.", "conditional", "event"),
        ("Ilves has refused to open the bridge.", "uncertain", "event"),
        ("Ilves of the United Mills has refused to open the bridge.", "uncertain", "event"),
        ("The bridge is a landmark.", "happened", "state"),
        ("The town remains cut off.", "happened", "state"),
        ("The annual fair opened.", "happened", "state"),
        ("Ilves would not say who paid.", "conditional", "event"),
        ("It was not known whether Ilves would be charged.", "uncertain", "event"),
        ("It is unclear if the mayor knew.", "uncertain", "event"),
        ("Ilves is to open the bridge.", "planned", "event"),
        ("Ilves denied that he opened the bridge.", "denied", "event"),
        # a denial is an act itself where it tells nothing of what is denied
        ("Ilves denied this.", "happened", "event"),
        ("Ilves denied the charges.", "happened", "event"),
        ("Ilves denies all the allegations.", "happened", "event"),
        ("Ilves arrives in Oslo.", "happened", "event"),
        ("Reports that the two would sign a pact are wrong.", "denied", "event"),
        ("Ilves failed to open the bridge.", "denied", "event"),
        ("The court has yet to rule.", "denied", "event"),
        ("The pilot is believed to have died.", "uncertain", "event"),
        ("Ilves was to open the bridge.", "uncertain", "event"),
        ("Shares in the mill fell.", "happened", "event"),
        ("The show opened in Moss.", "happened", "event"),
        ("The two share a border.", "happened", "state"),
        # so does what a relative clause between commas says
        ("Ilves, who has not spoken since May, opened the bridge.", "happened", "event"),
        ("The bridge, which will be dear, was opened.", "happened", "event"),
        ("Ilves opened the bridge, which will be dear.", "happened", "event"),
        # what is quoted comes after what the sentence itself says
        ("Ilves told guests: “I will not stay.”", "happened", "event"),
    ],
)
def test_judgement(text: str, modality: str, kind: str) -> None:
    judgement = judge(text.lower(), cues("en"))
    assert (judgement.modality, judgement.kind) == (modality, kind)


def test_the_present_perfect_says_that_it_says_no_date() -> None:
    assert "does not say when" in (judge("ilves has refused to come.", cues("en")).reason or "")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The union said that it would appeal {in October=2024-10}.", "planned"),
        ("Nordfisk said the plant would be closed {in October=2024-10}.", "planned"),
        ("Nordfisk said it would close the plant {in October=2024-10} if the court fined it.", "conditional"),
        ("The union said a strike {in October=2024-10} would cost millions.", "conditional"),
        ("A strike {in October=2024-10} would end the talks.", "conditional"),
    ],
)
def test_what_somebody_said_would_be_done_on_a_day_to_come_is_planned(text: str, modality: str) -> None:
    reports = report_document(dated_document(text, published="2024-07-08"))
    assert [one.modality for one in reports if one.start == ordinal(2024, 10)] == [modality]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Minister Ada Okoye to visit Moss {today=2024-07-08}", "planned"),
        ("After Moss, Ada Okoye to open the fair of Vik {today=2024-07-08}", "planned"),
        # of a purpose, and behind another verb
        ("One more trip around Moss to see the fair {today=2024-07-08}", "happened"),
        ("Ada Okoye went to Vik to open the fair {today=2024-07-08}", "happened"),
        ("Ada Okoye to the rescue in Moss {today=2024-07-08}", "happened"),
    ],
)
def test_an_infinitive_behind_a_name_announces(text: str, modality: str) -> None:
    (report,) = report_document(dated_document(text))
    assert report.modality == modality


@pytest.mark.parametrize(
    ("told", "modality"),
    [
        (
            "Ada Okoye’s visit to the harbour of Moss {this week=2024-07-08/2024-07-14} is part of a tour.",
            "planned",
        ),
        ("Ada Okoye visited the harbour of Moss {this week=2024-07-08/2024-07-14}.", "happened"),
    ],
)
def test_how_things_are_does_not_carry_out_a_plan(told: str, modality: str) -> None:
    plan = "Ada Okoye will visit the harbour of Moss {this week=2024-07-08/2024-07-14}."
    texts = {"a": plan, "b": told}
    documents = [dated_document(text, document_id=name) for name, text in texts.items()]
    (event,) = make_events(documents)
    assert (len(event.passages), event.modality) == (2, modality)


@pytest.mark.parametrize(
    ("told", "modality"),
    [
        ("Ada Okoye at the harbour of Moss {this week=2024-07-08/2024-07-14} for her visit", "planned"),
        ("Ada Okoye visited the harbour of Moss {this week=2024-07-08/2024-07-14}.", "happened"),
    ],
)
def test_what_most_tell_as_a_plan_is_one_unless_a_verb_tells_that_it_was(told: str, modality: str) -> None:
    week = "{this week=2024-07-08/2024-07-14}"
    texts = {
        "a": f"Ada Okoye will visit the harbour of Moss {week}.",
        "b": f"Ada Okoye is due to visit the harbour of Moss {week}, her office said.",
        "c": told,
    }
    events = make_events([dated_document(text, document_id=name) for name, text in texts.items()])
    assert [(len(event.passages), event.modality) for event in events] == [(3, modality)]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The debate planned for {Monday=2024-07-08} did not take place.", "denied"),
        ("The debate scheduled for {Monday=2024-07-08} was called off.", "denied"),
        ("The debate planned for {Monday=2024-07-08} was held in the mill.", "happened"),
        ("The debate planned for {Friday=2024-07-12} was moved to the mill.", "planned"),
    ],
)
def test_what_became_of_what_was_planned(write: Writer, text: str, modality: str) -> None:
    (told,) = [report for report in reports(write(text)) if report.basis == "stated"]
    assert told.modality == modality
