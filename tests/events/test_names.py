"""People, organisations and places, each under one name."""

from __future__ import annotations

import pytest

from data import days
from data.events import make_events, reports
from data.events.gazetteer import gazetteer
from data.events.names.canonical import canonical_names, folded
from tests.helpers.dated_documents import Writer


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Prime Minister Kersti Ilves arrived in Oslo.", ["Kersti Ilves"], ["Oslo"]),
        ("Mr Okoye left early.", ["Okoye"], []),
        # a note leaves out who writes it
        ("Called Ada Okoye on Friday and asked for the log.", ["Ada Okoye"], []),
        ("Interviewed Prime Minister Kersti Ilves on the quay.", ["Kersti Ilves"], []),
        ("Met Police searched the boat.", ["Met Police"], []),
        # who reigns has no surname
        ("King Olav met Jonas Olav in Oslo.", ["King Olav", "Jonas Olav"], ["Oslo"]),
        (
            "Norway’s Foreign Minister Lars Berg spoke in Samarkand, Uzbekistan.",
            ["Lars Berg"],
            ["Samarkand", "Uzbekistan"],
        ),
        ("Norsk Hydro CEO Lars Berg spoke.", ["Lars Berg", "Norsk Hydro"], []),
        ("The Russian and Indian delegations left.", [], []),
        # a court's "upon" and the clock of an entry are nobody
        ("AND UPON hearing Ada Okoye it is ordered that the dam be shut.", ["Ada Okoye"], []),
        ("16:15 Reservoir shut by order of Ada Okoye.", ["Ada Okoye"], []),
        # a town that no gazetteer knows, and a firm in which somebody has something
        ("The boil notice in Alderwick came as Alderwick water was foul.", [], ["Alderwick"]),
        (
            "Berg Holding bought a stake in Nordlaks as Nordlaks shares fell.",
            ["Berg Holding", "Nordlaks"],
            [],
        ),
        # an era is neither a province nor anybody
        ("Traders anchored here in 480 BC.", [], []),
        ("The temple was built in the fifth century BC.", [], []),
        ("The town was buried in AD 79.", [], []),
        ("They met in the far eastern port of Vladivostok.", [], ["Vladivostok"]),
        ("The Moscow meeting ended early.", [], ["Moscow"]),
        ("He spoke at the Winter Palace about trade.", [], ["Winter Palace"]),
        # a region is no city that has the name of what it is called
        ("The council met in the Canton of Zurich.", [], []),
        ("The council met in Canton at noon.", [], ["Guangzhou"]),
        ("Kersti Ilves of Norway spoke.", ["Kersti Ilves"], ["Norway"]),
        ("The Ministry of External Affairs replied.", ["Ministry of External Affairs"], []),
        ("The India-Russia talks went on.", [], ["India", "Russia"]),
        ("On Monday the rain stopped in May.", [], []),
        ("She arrived in the Austrian capital.", [], ["Vienna"]),
        ("They dined at Hyderabad House with guests.", [], ["Hyderabad House", "New Delhi"]),
        ("Guests went on foot to Delhi along the sea.", [], ["New Delhi"]),
        ("New Delhi and Moscow signed a pact.", [], []),
        ("Indian soldiers crossed the river.", [], []),
        ("The summit of the SCO ended early.", ["Shanghai Cooperation Organization"], []),
        ("The missiles are called S-400 there.", [], []),
        ("Horsemen lined the square for hours.", [], []),
        ("The Assembly met at noon.", [], []),
        ("They met near Chushul and talked.", [], ["Chushul"]),
        ("OSLO (Agency) — Kersti Ilves opened the fair.", ["Kersti Ilves"], ["Oslo"]),
        ("OSLO (Agency) — Kersti Ilves opened the fair in Bergen.", ["Kersti Ilves"], ["Bergen"]),
        ("Yesterday the World Cup began in Qatar.", [], ["Qatar"]),
        ("Sprinter Kersti Ilves won in Bergen.", ["Kersti Ilves"], ["Bergen"]),
        ("Kersti Ilves of Bergen University spoke.", ["Kersti Ilves", "Bergen University"], []),
        ("Oslo-based Nordic Research Foundation closed.", ["Nordic Research Foundation"], []),
        ("Secretary of State Ada Okoye arrived early.", ["Ada Okoye"], []),
        ("New York police arrested a man early.", [], []),
        ("Guests ate on the island of Taal at noon.", [], ["Taal"]),
        ("The Berlin Wall fell on a cold evening.", [], []),
        ("The band played in Dar es Salaam at noon.", [], ["Dar es Salaam"]),
        ("Guards lined the way at the Flesland airport at noon.", [], ["Flesland"]),
    ],
)
def test_names_in_one_sentence(write: Writer, text: str, who: list[str], where: list[str]) -> None:
    (report,) = reports(write(text))
    assert (list(report.who), list(report.where)) == (who, where)


def test_an_article_before_a_hyphen_belongs_to_the_name(write: Writer) -> None:
    text = "Nuri al-Bashir led the port of Moss. The court sought President al-Bashir in {2009=2009}."
    assert [report.who for report in reports(write(text))] == [("Nuri al-Bashir",)] * 2


def test_what_a_body_is_for_belongs_to_its_name(write: Writer) -> None:
    sued = "Moss sued Nordfisk Holding for EUR 12 million {in 2022=2022}."
    assert reports(write(sued))[0].who == ("Nordfisk Holding",)
    paid = "Nordfisk paid EUR 412,000 and USD 3 million to Moss {in 2022=2022}."
    assert reports(write(paid))[0].who == ("Moss",)
    text = "Trade grew, says the Centre for Research on Timber and Clean Water."
    assert reports(write(text))[0].who == ("Centre for Research on Timber and Clean Water",)


def test_what_a_point_is_about_is_nobody(write: Writer) -> None:
    assert reports(write("Human Trafficking Issue: The town has lost many to it."))[0].who == ()


def test_who_is_acted_on_may_be_he(write: Writer) -> None:
    text = (
        "Jonas Berg will visit Moss. Berg is expected on Friday. Mayor Berg likes it. "
        "The court issued a warrant for Nuri al-Bashir. He eluded arrest in Bergen."
    )
    assert reports(write(text))[-1].title == "He eluded arrest in Bergen"


def test_a_surname_is_the_person_named_in_full(write: Writer) -> None:
    found = reports(write("Kersti Ilves arrived in Oslo. Ilves met the king. She left on foot."))
    assert [report.who for report in found] == [("Kersti Ilves",)] * 3


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Norwegian prime minister spoke at noon.", ("Kersti Ilves",)),
        ("Norway’s prime minister spoke at noon.", ("Kersti Ilves",)),
        ("The guests greeted the Norwegian leader warmly.", ("Kersti Ilves",)),
        ("The prime minister spoke at noon.", ("Kersti Ilves",)),
        ("The Swedish prime minister spoke at noon.", ()),
        ("The prime minister of a large town spoke.", ()),
    ],
)
def test_an_office_is_the_person_who_is_called_so(write: Writer, text: str, who: tuple[str, ...]) -> None:
    found = reports(write(f"Norwegian Prime Minister Kersti Ilves arrived. It rained all day there. {text}"))
    assert found[2].who == who


def test_an_office_of_two_people_is_nobody(write: Writer) -> None:
    text = "President Lars Berg met President Ada Okoye. The president spoke at noon."
    assert reports(write(text))[1].who == ()


def test_the_two_leaders_are_the_two_named_before(write: Writer) -> None:
    found = reports(write("Kersti Ilves greeted Ada Okoye warmly. The two leaders spoke for an hour."))
    assert found[1].who == ("Kersti Ilves", "Ada Okoye")
    assert found[1].title == "Kersti Ilves and Ada Okoye spoke for an hour"


def test_a_clause_without_names_has_those_that_stand_before_it(write: Writer) -> None:
    text = (
        "Kersti Ilves landed in Oslo {on Monday=2024-07-08}, the fair closed {on Tuesday=2024-07-09} "
        "and Ada Okoye left Bergen {on Wednesday=2024-07-10}."
    )
    assert [(report.who, report.where) for report in reports(write(text))] == [
        (("Kersti Ilves",), ("Oslo",)),
        (("Kersti Ilves",), ("Oslo",)),
        (("Ada Okoye",), ("Bergen",)),
    ]


def test_spellings_share_one_name_across_documents(write: Writer) -> None:
    documents = [
        write("Volodymyr Zelensky spoke to the guests at length.", document_id="a"),
        write("Volodymyr Zelenskyy praised the winners of the race.", document_id="b"),
        write("Zelenskiy criticized the new harbour fees sharply.", document_id="c"),
        write("The envoy praised Volodymyr Zelensky.", document_id="d"),
    ]
    assert {name for event in make_events(documents) for name in event.who} == {"Volodymyr Zelensky"}


def test_a_surname_of_two_people_stays_alone(write: Writer) -> None:
    documents = [
        write("Kersti Ilves opened the bridge.", document_id="a"),
        write("Toomas Ilves closed the ferry.", document_id="b"),
        write("The guests praised Ilves at length.", document_id="c"),
    ]
    names = {event.passages[0].document: event.who for event in make_events(documents)}
    assert names == {"a": ("Kersti Ilves",), "b": ("Toomas Ilves",), "c": ("Ilves",)}


def test_a_first_name_is_the_only_person_of_that_name(write: Writer) -> None:
    events = make_events(
        [write("Kersti Ilves opened the bridge. The guests of the fair praised Kersti at length.")]
    )
    assert {name for event in events for name in event.who} == {"Kersti Ilves"}


def test_a_body_is_no_surname(write: Writer) -> None:
    documents = [
        write("The guests praised the Friends of Kofi warmly.", document_id="a"),
        write("The crowd and the guests greeted Kofi warmly.", document_id="b"),
    ]
    assert {name for event in make_events(documents) for name in event.who} == {"Friends of Kofi", "Kofi"}


def test_kiev_is_kyiv(write: Writer) -> None:
    (report,) = make_events([write("The guests arrived in Kiev.")])
    assert report.where == ("Kyiv",)


def test_whom_a_document_is_about_takes_no_part_in_what_names_nobody(write: Writer) -> None:
    text = (
        "Ada Okoye met Lars Berg {on Monday=2024-07-08}. Okoye praised Berg. Okoye bought a boat. "
        "The docks were built {in the 1920s=192X}."
    )
    (docks,) = [report for report in reports(write(text)) if "docks" in report.title]
    assert docks.who == ()


def test_who_of_clauses_that_go_on_with_a_pronoun(write: Writer) -> None:
    text = (
        "Lars Berg was born in Oslo {in 1958=1958}. "
        "He built his first ferry {in 1984=1984} and sold it to Orion Shipping {in 1997=1997}."
    )
    told = [(report.start, set(report.who)) for report in reports(write(text)) if report.who]
    assert told == [
        (days.ordinal(1958), {"Lars Berg"}),
        (days.ordinal(1984), {"Lars Berg"}),
        (days.ordinal(1997), {"Lars Berg", "Orion Shipping"}),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelensky", "Zelenskiy"),
        ("Organisation", "Organization"),
        ("Orbán", "Orban"),
    ],
)
def test_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("Samarkand", "Uzbekistan", True),
        ("Uzbekistan", "Samarkand", False),
        ("Vladivostok", "Russia", True),
        ("Moscow", "Vladivostok", False),
        ("Nowhere at all", "Russia", False),
    ],
)
def test_within(inner: str, outer: str, expected: bool) -> None:
    assert gazetteer().within(inner, outer) is expected


def test_the_gazetteer_knows_names_peoples_and_capitals() -> None:
    atlas = gazetteer()
    assert atlas.places["Peking"].name == "Beijing"
    assert atlas.places["Washington"].kind == "capital"
    assert atlas.countries[atlas.peoples["Indian"]] == "India"


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        # behind "in", and nowhere else, no given name: a place
        ("Nine guards were shot in Norhaven Pradesh on the way home.", [], ["Norhaven Pradesh"]),
        ("The town believed in Mia Lund from the first day on.", ["Mia Lund"], []),
        (
            "Norhaven Pradesh left. Nine guards trusted in Norhaven Pradesh to the end.",
            ["Norhaven Pradesh"],
            [],
        ),
        # a piece of land or water; no person has an article
        ("The trawler sank in the Holm Ness Trough on the way home.", [], ["Holm Ness Trough"]),
        ("Mia Lund crossed the Otter Ridge.", ["Mia Lund"], ["Otter Ridge"]),
        ("Rosa Ridge and Mia Lund left early.", ["Rosa Ridge", "Mia Lund"], []),
        # the noun before it tells what it is
        ("They marked the anniversary of the battle of Holm Sund with songs.", [], ["Holm Sund"]),
        ("Nord Metall leader Jonas Berg left early.", ["Jonas Berg", "Nord Metall"], []),
        # where somebody comes from is not where he is
        ("Mia Lund arrived from Oslo.", ["Mia Lund"], []),
        # a decoration takes no part
        ("She was given the Order of St Olav by the town.", [], []),
    ],
)
def test_what_is_no_person(write: Writer, text: str, who: list[str], where: list[str]) -> None:
    told = reports(write(text))[-1]
    assert (list(told.who), list(told.where)) == (who, where)


def test_a_firm_is_one_with_and_without_its_form_and_a_body_with_its_article() -> None:
    named = [["Halden Homes"], ["Halden Homes", "The Harbour Agency"], ["Halden Homes Ltd", "Harbour Agency"]]
    canonical = canonical_names([*named, ["Harbour Agency"], ["Halden Homes Limited"]])
    assert {canonical[name] for name in canonical} == {"Halden Homes", "Harbour Agency"}
    foreign = canonical_names([["Nordfisk Bank AG"], ["Nordfisk Bank"], ["Nordfisk Bank S.A."]])
    assert len(set(foreign.values())) == 1
    others = canonical_names([["Halden Houses Ltd"], ["Halden Homes"], ["Holm & Co"], ["Holm"]])
    assert all(canonical == name for name, canonical in others.items())


def test_a_firm_is_not_the_person_who_has_its_name() -> None:
    owner = [["Victor Halden"], ["Victor Halden", "Ada Okoye"]]
    # a document has both, or the firm's whole name
    assert canonical_names([*owner, ["Halden", "Victor Halden"]])["Halden"] == "Halden"
    assert canonical_names([*owner, ["Halden", "Halden Press"]])["Halden"] == "Halden"
    assert canonical_names([*owner, ["Halden"], ["Halden Press"]])["Halden"] == "Victor Halden"
