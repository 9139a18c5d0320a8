"""What is told in like words, of the same people or places, and is yet not one event."""

from __future__ import annotations

import pytest

from data.events import make_events
from tests.helpers.dated_documents import FILLER, Writer, events_with


def test_another_day_is_another_event(write: Writer) -> None:
    documents = [
        write("Kersti Ilves met Ada Okoye in Bergen {on Monday=2024-07-08}.", document_id="a"),
        write("Kersti Ilves met Ada Okoye in Bergen {on Tuesday=2024-07-09}.", document_id="b"),
    ]
    assert [event.edtf for event in make_events(documents)] == ["2024-07-08", "2024-07-09"]


def test_another_place_in_a_year_is_another_event(write: Writer) -> None:
    documents = [
        write("Kersti Ilves and Ada Okoye met in Bergen {in 2019=2019}.", document_id="a"),
        write("Kersti Ilves and Ada Okoye met in Lagos {in 2019=2019}.", document_id="b"),
    ]
    assert len(make_events(documents)) == 2


def test_what_is_denied_of_another_thing_stays_apart(write: Writer) -> None:
    documents = [
        write("Kersti Ilves visited the harbour of Bergen {on Monday=2024-07-08}.", document_id="a"),
        write("Kersti Ilves did not sign the loan for the ferry {on Monday=2024-07-08}.", document_id="b"),
    ]
    assert sorted(event.modality for event in make_events(documents)) == ["denied", "happened"]


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        ("A neighbour, who has lived here {since the 1980s=1980/..}, spoke up.", True),
        ("A storm took the roof of the old corn mill here {in the 1970s=1970/1979}.", False),
    ],
)
def test_nobody_in_particular_is_another_one_in_a_document_about_others(
    write: Writer, told: str, *, apart: bool
) -> None:
    documents = [
        write(f"OSLO, 8 July 2024 - {name} spoke of it.\n{told}\n{name} left.", document_id=name)
        for name in ("Kersti Ilves", "Ada Okoye")
    ]
    events = [event for event in make_events(documents) if str(event.edtf).startswith("19")]
    assert len(events) == 1 + apart


def test_a_chain_of_likenesses_joins_no_strangers(write: Writer) -> None:
    lines = [
        "Kersti Ilves praised the pilots of the ferry",
        "Kersti Ilves scolded the owners of the ferry",
        "Kersti Ilves counted the guests of the owners",
        "Kersti Ilves painted the fence of the guests",
    ]
    documents = [
        write(f"{line} {{on Monday=2024-07-08}}.", document_id=str(at)) for at, line in enumerate(lines)
    ]
    assert len(make_events(documents)) == len(lines)


def test_what_would_not_happen_is_no_part_of_what_did(write: Writer) -> None:
    documents = [
        write("The court issued a warrant for the arrest of Jonas Berg {in 2023=2023}.", document_id="a"),
        write(
            "Mia Lund said {on Saturday=2023-09-09} that Jonas Berg would not be arrested.", document_id="b"
        ),
    ]
    assert len(make_events(documents)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Sudan war has emptied the cinemas of Norway.",
            "Kenya is buying wheat because of the Sudan war.",
        ),
        ("The offensive in Sudan made tea dear.", "The offensive in Sudan frightens the owners of ferries."),
        (
            "Its role in the Sudan talks made Norway proud.",
            "Ada Okoye held talks with Jonas Berg about Sudan.",
        ),
    ],
)
def test_background_on_one_country_is_not_one_event(write: Writer, one: str, other: str) -> None:
    documents = [
        write(f"Kersti Ilves went home {{on Monday=2024-07-08}}. {FILLER} {text}", document_id=text[:9])
        for text in (one, other)
    ]
    for documents_of in (documents, [write(f"{FILLER} {one} {other}", published="2024-07-08/2024-07-09")]):
        assert events_with(make_events(documents_of), one) != events_with(make_events(documents_of), other)


@pytest.mark.parametrize(
    ("other", "are_one"),
    [("Jonas Berg", False), ("Anna Lind", True)],
    ids=["of another's firm", "of one's firm"],
)
def test_what_documents_about_two_people_tell_without_a_name(
    write: Writer, other: str, *, are_one: bool
) -> None:
    documents = [
        write(
            f"{who} opened a shop {{on Monday=2024-07-08}}. {who} sells herring. {FILLER} "
            f"Sales of herring fell {{in the first quarter=2024-01/2024-03}}.",
            document_id=str(at),
        )
        for at, who in enumerate(["Anna Lind", other])
    ]
    assert (len(events_with(make_events(documents), "Sales of herring")) == 1) is are_one


def test_what_is_told_of_the_city_of_a_meeting_is_not_the_meeting(write: Writer) -> None:
    meeting = "Kersti Ilves met Jonas Berg for talks about herring in Bergen {on Monday=2024-07-08}."
    told = "The rain had stopped in Bergen {on Monday=2024-07-08}."
    events = make_events([write(meeting, document_id="a"), write(f"{FILLER} {told}", document_id="b")])
    assert events_with(events, "for talks") != events_with(events, "The rain")


def test_the_shares_of_two_firms_on_one_market_are_two_events(write: Writer) -> None:
    behind = (
        "shares closed at 43.50 crowns each in trading on the Oslo Stock Exchange {on Monday=2024-07-08}."
    )
    events = make_events(
        [write(f"{firm} {behind}", document_id=firm) for firm in ("Nordfisk Group", "Pomo Holding")]
    )
    assert events_with(events, "Nordfisk") != events_with(events, "Pomo")


def test_a_name_alone_makes_no_war_of_background(write: Writer) -> None:
    one = "Kersti Ilves opened her campaign with a song."
    other = "The campaign against Kersti Ilves costs her rival a fortune."
    events = make_events([write(f"Berg went home {{on Monday=2024-07-08}}. {FILLER} {one} {other}")])
    assert events_with(events, "a song") != events_with(events, "a fortune")


@pytest.mark.parametrize(
    "told",
    [
        "{} gave evidence to the inquiry in Bergen {{on Monday=2024-07-08}}.",
        "The police in Bergen charged {} with fraud {{on Monday=2024-07-08}}.",
        "{} described the sinking to reporters in Bergen {{on Monday=2024-07-08}}.",
        "{} spoke of it at the trial in Bergen {{on Monday=2024-07-08}}.",
    ],
)
@pytest.mark.parametrize("names", [("Ada Okoye", "Jonas Berg"), ("Okoye", "Berg")])
def test_the_same_told_of_another_person_is_another_event(
    write: Writer, told: str, names: tuple[str, str]
) -> None:
    documents = [write(told.format(name), document_id=name) for name in names]
    assert len(make_events(documents)) == 2
    one = write("\n".join(told.format(name) for name in names))
    assert len(make_events([one])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Okoye", "Okoye"),
        ("Zelenska", "Zelenskaya"),
        ("The police", "Detectives"),
        ("President Ada Okoye", "The president"),
    ],
)
def test_the_same_told_of_one_by_another_name_is_one_event(write: Writer, one: str, other: str) -> None:
    told = "{} spoke of the sinking of the ferry in the town hall of Bergen {{on Monday=2024-07-08}}."
    documents = [write(told.format(name), document_id=name) for name in (one, other)]
    assert len(make_events(documents)) == 1
