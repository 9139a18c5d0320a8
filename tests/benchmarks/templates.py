"""What generated news is made of: acts with their sentences, people, places, bodies, outlets."""

from __future__ import annotations

from typing import NamedTuple

from data.days import MONTHS, WEEKDAYS

__all__ = ["ACTS", "ASIDES", "CITIES", "CLOSINGS", "CORRECTION", "MONTHS", "OUTLETS", "VOICES", "WEEKDAYS"]


class Act(NamedTuple):
    """A kind of thing that happens; the sentences' places in braces are those of ``Story.words``."""

    roles: tuple[str, str]
    headline: str
    other_headline: str
    leads: tuple[str, ...]
    details: tuple[str, ...]
    recalled: str


ACTS = (
    Act(
        ("President", "Prime Minister"),
        "{surname} and {second} meet in {city}",
        "{city} talks end with a promise of more trade",
        (
            "{role} {one} met {second_role} {other} in {city} {when} and agreed to lower {figure} tariffs.",
            "{When} {role} {one} received {second_role} {other} in {city} for talks that lasted four hours.",
        ),
        (
            "The two leaders signed a declaration on fishing, rail freight and visas.",
            "{surname} said the next round would be held on {planned}.",
            "Trade between the two countries has doubled since {year}, officials say.",
            "Delegations of {figure} people had prepared the meeting since the spring.",
        ),
        "{one} and {other} had met in {city} on {day}.",
    ),
    Act(
        ("Minister", "Mayor"),
        "Flood kills {figure} near {city}",
        "{figure} dead as river bursts its banks in {country}",
        (
            "A flood killed at least {figure} people near {city} {when}, {role} {one} said.",
            "At least {figure} people died {when} when a river burst its banks outside {city}.",
        ),
        (
            "More than {figure} houses were destroyed and the railway was cut in three places.",
            "{second_role} {other} ordered schools to stay closed until {planned}.",
            "Rescuers searched through the night with boats and dogs.",
            "The water had been rising since the beginning of the week.",
        ),
        "A flood near {city} killed {figure} people in {month}.",
    ),
    Act(
        ("chief executive", "chairman"),
        "{body} to close its plant in {city}",
        "{figure} jobs go as {body} leaves {city}",
        (
            "The {body} announced {when} that it would close its plant in {city} with {figure} workers.",
            "{one}, {role} of the {body}, told staff {when} that {figure} jobs in {city} would go.",
        ),
        (
            "Production is to end on {planned}.",
            "The works opened in the 1970s and have lost money for three years.",
            "{other}, the {second_role}, did not answer questions.",
            "Unions called the plan a breach of last year's agreement.",
        ),
        "The {body} had announced on {day} that it would close its plant in {city}.",
    ),
    Act(
        ("prosecutor", "Judge"),
        "{one} charged with fraud in {city}",
        "Court in {city} opens case against {surname}",
        (
            "{one} was charged with fraud in {city} {when} after an inquiry of two years.",
            "A court in {city} charged {one} {when} with taking bribes from the {body}.",
        ),
        (
            "{second_role} {other} set the first hearing for {planned}.",
            "{surname} denies having taken any money.",
            "Investigators had searched {figure} offices and seized as many computers.",
            "If convicted, {surname} could go to prison for ten years.",
        ),
        "{one} was charged with fraud in {city} in {month}.",
    ),
    Act(
        ("commander", "spokesman"),
        "Attack on convoy near {city} leaves {figure} dead",
        "Gunmen strike outside {city}",
        (
            "Gunmen attacked a convoy near {city} {when} and killed {figure} soldiers, {other} said.",
            "{figure} soldiers were killed {when} in an attack on a convoy on the road to {city}.",
        ),
        (
            "Nobody claimed the attack.",
            "{role} {one} promised an answer within days.",
            "The ceasefire signed in {year} had held for {figure} days.",
            "Talks are planned for {planned} in a neighbouring country.",
        ),
        "{figure} soldiers were killed in an attack near {city} on {day}.",
    ),
    Act(
        ("Governor", "opposition leader"),
        "{one} wins election in {city}",
        "{city} turns to {surname}",
        (
            "{one} won the election for governor in {city} {when} with a lead of {figure} thousand votes.",
            "Voters in {city} elected {one} {when}; {second_role} {other} conceded at midnight.",
        ),
        (
            "{surname} will take office on {planned}.",
            "Turnout was the highest since {year}.",
            "{second} said the result would be examined in {figure} districts.",
            "The campaign had turned on rents, buses and the harbour.",
        ),
        "{one} won the election in {city} on {day}.",
    ),
    Act(
        ("director", "researcher"),
        "{body} launches satellite",
        "Rocket with {figure} instruments lifts off for {city}",
        (
            "The {body} launched a satellite with {figure} instruments {when}, {role} {one} said in {city}.",
            "A rocket of the {body} lifted off {when}, watched by {figure} guests from {city}.",
        ),
        (
            "First pictures are expected on {planned}.",
            "{second_role} {other} has worked on the instrument since {year}.",
            "The start had been put off twice because of wind.",
            "Last month a test of the engine was broken off.",
        ),
        "The {body} launched its last satellite in {month}.",
    ),
    Act(
        ("coach", "captain"),
        "{city} wins cup final",
        "{surname} leads {city} to the title",
        (
            "{city} won the cup {when} in front of {figure} thousand people, its first title in decades.",
            "{When} {role} {one} led {city} to the cup; {second_role} {other} scored twice.",
        ),
        (
            "The team returns home on {planned} for a parade.",
            "{surname} took over the team in {year}.",
            "Police arrested {figure} supporters during the night.",
            "{second} was injured two weeks ago and had trained alone.",
        ),
        "{city} won the cup in {month} under {one}.",
    ),
)

VOICES = (
    '"We have waited long enough for this," said {other}, a witness from {city}.',
    "Analysts in {city} doubt that much will change before next summer.",
    "{one} did not want to comment on the reports.",
    'A neighbour, who has lived here since the 1980s, said: "Nobody told us anything."',
    "According to the {body}, the costs could reach {figure} million by the end of the decade.",
    "In the past five years there have been {figure} similar cases in {country}.",
)
ASIDES = (
    "as reported", "according to officials", "witnesses said", "the government said",
)  # fmt: skip
CLOSINGS = (
    "The authorities want to report again on {planned}, {aside}.",
    "{country} has seen quieter months, {aside}.",
    "The inquiry goes on, {aside}.",
    "A decision is expected next week, {aside}.",
)
CORRECTION = (
    "An earlier report about {one} in {city} gave a wrong day and a wrong figure. What it told happened on"
    " {day}, not on {wrong}, and the figure is {figure}, not {figure_before}."
)

OUTLETS = (
    "Harbour Times", "Nordic Wire", "Evening Post", "The Ledger", "Delta Radio", "Morning Standard",
    "Agency North", "Coast Chronicle", "The Meridian", "Public Record", "Plain Dealer", "City Herald",
)  # fmt: skip
CITIES = (
    ("Paris", "France"), ("Delhi", "India"), ("Moscow", "Russia"), ("Nairobi", "Kenya"), ("Lima", "Peru"),
    ("Oslo", "Norway"), ("Cairo", "Egypt"), ("Tokyo", "Japan"), ("Ankara", "Turkey"), ("Berlin", "Germany"),
    ("Madrid", "Spain"), ("Accra", "Ghana"), ("Dhaka", "Bangladesh"), ("Hanoi", "Vietnam"),
    ("Quito", "Ecuador"), ("Riga", "Latvia"), ("Sofia", "Bulgaria"), ("Tunis", "Tunisia"),
    ("Vienna", "Austria"), ("Warsaw", "Poland"), ("Lisbon", "Portugal"), ("Manila", "Philippines"),
    ("Kyiv", "Ukraine"), ("Lagos", "Nigeria"), ("Bergen", "Norway"), ("Lyon", "France"),
    ("Mumbai", "India"), ("Osaka", "Japan"), ("Porto", "Portugal"), ("Hamburg", "Germany"),
)  # fmt: skip
BODY_AREAS = ("Shipping", "Energy", "Rail", "Grain", "Steel", "Space", "Water", "Housing", "Health", "Media")
BODY_KINDS = ("Company", "Authority", "Institute", "Bank", "Agency", "Council", "Group", "Union")
FIRST_NAMES = (
    "Ada", "Bruno", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Luis",
    "Mara", "Nikolai", "Olga", "Pavel", "Rosa", "Samir", "Tessa", "Umar", "Vera", "Walter", "Yara", "Zoltan",
    "Amina", "Boris", "Celia", "David", "Esther", "Felix", "Gloria", "Henrik", "Ivana", "Jamal", "Klara",
)  # fmt: skip
SURNAME_HEADS = (
    "Al", "Bar", "Cor", "Dal", "Ek", "Fal", "Gor", "Hal", "Is", "Jan", "Kal", "Lam", "Mor", "Nes", "Or",
    "Pol", "Quin", "Ras", "Sal", "Tor", "Ul", "Var", "Wes", "Yan", "Zam", "Bren", "Cast", "Drum", "Fen",
    "Grel", "Holt", "Kest", "Lind", "Mald", "Nord", "Pell", "Rost", "Stel", "Trav", "Vint",
)  # fmt: skip
SURNAME_TAILS = (
    "adze", "aki", "ander", "aro", "berg", "by", "court", "dal", "dorf", "ecki", "eman", "enko", "escu",
    "etti", "gaard", "hane", "ida", "ikov", "ima", "ington", "issen", "kar", "koye", "land", "lo", "mann",
    "mont", "nen", "oglu", "okov", "ori", "ova", "quist", "rez", "sen", "shi", "son", "stad", "thal", "ulu",
    "vaart", "vic", "ward", "wick", "yama", "zoni",
)  # fmt: skip
