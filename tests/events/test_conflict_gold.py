"""Small sets of documents with the conflicts that a careful reader finds in them: hard, apparent, or none.

Every set is a test; what is told of one set counts towards precision and recall together with all the others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from data.events import make_events
from data.model import DatedDocument

Writer = Callable[..., DatedDocument]
Found = set[tuple[str, str]]

LEAD = "Ada Okoye went home {on Monday=2024-07-08}. Kersti Ilves stayed. It rained. "
DATE, PLACE, FIGURE, NAME, OCCURRENCE, WORDING = "date", "place", "figure", "name", "occurrence", "wording"


class Case(NamedTuple):
    """Documents, what they contradict each other about, and the days they were published on."""

    name: str
    texts: tuple[str, ...]
    hard: tuple[str, ...] = ()
    apparent: tuple[str, ...] = ()
    published: tuple[str, ...] = ()


CASES = [
    # Places
    Case(
        "one meeting in two cities",
        (
            "Kersti Ilves will meet Ada Okoye in Bergen {on Monday=2024-07-08}.",
            "Kersti Ilves met Ada Okoye in Oslo {on July 8=2024-07-08}.",
        ),
        hard=(PLACE,),
    ),
    Case(
        "a visit on a weekend that was a Friday, in a text without a date",
        (
            "Kersti Ilves made a visit to Norway {on 23 August 2024=2024-08-23}.",
            "When Kersti Ilves visited Norway over the weekend, she hugged the mayor.",
        ),
        hard=(DATE,),
        published=("2024-08-24", ""),
    ),
    Case(
        "a visit on a weekend that was one, in a text without a date",
        (
            "Kersti Ilves made a visit to Norway {on 24 August 2024=2024-08-24}.",
            "When Kersti Ilves visited Norway over the weekend, she hugged the mayor.",
        ),
        published=("2024-08-25", ""),
    ),
    Case(
        "one meeting in two cities, one of them told without a day",
        (
            "Kersti Ilves flew off {on Monday=2024-07-08}. Kersti Ilves will meet Ada Okoye in Bergen.",
            "Ada Okoye received Kersti Ilves at a meeting in Oslo {on July 8=2024-07-08}.",
            "Kersti Ilves came to see the wharf, and Ada Okoye met her in Oslo {on July 8=2024-07-08}.",
        ),
        hard=(PLACE,),
        published=("2024-07-08",) * 3,
    ),
    Case(
        "a city and its country are one place",
        (
            "Kersti Ilves met Ada Okoye in Norway {on Monday=2024-07-08}.",
            "Kersti Ilves met Ada Okoye in Oslo {on July 8=2024-07-08}.",
        ),
    ),
    Case(
        "one treaty signed in two cities",
        (
            "Kersti Ilves and Ada Okoye signed the fishing treaty in Bergen {on Monday=2024-07-08}.",
            "The fishing treaty was signed by Kersti Ilves and Ada Okoye in Oslo {on July 8=2024-07-08}.",
        ),
        hard=(PLACE,),
    ),
    Case(
        "two meetings of other people on one day",
        (
            "Kersti Ilves met Ada Okoye in Bergen {on Monday=2024-07-08}.",
            "Jonas Berg met Maria Lind in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "one document tells of two cities",
        (
            "Kersti Ilves met Ada Okoye in Bergen {on Monday=2024-07-08}.",
            "Kersti Ilves met Ada Okoye in Bergen and later in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    # Dates
    Case(
        "a clash on two days",
        (
            "Soldiers clashed in the Holm valley {on 15 June 2024=2024-06-15}. The Holm is quiet now.",
            "The fighting in the Holm valley came {on 16 June 2024=2024-06-16}. The Holm is quiet now.",
        ),
        hard=(DATE,),
    ),
    Case(
        "a month and a day within it",
        (
            "Soldiers clashed in the Holm valley {in June 2024=2024-06}. The Holm is quiet now.",
            "The fighting in the Holm valley came {on 16 June 2024=2024-06-16}. The Holm is quiet now.",
        ),
    ),
    Case(
        "an outbreak in two months",
        (
            "Much changed after the war in Ukraine began {in February 2022=2022-02}.",
            "The war in Ukraine erupted {on September 24, 2022=2022-09-24}.",
        ),
        hard=(DATE,),
    ),
    Case(
        "two offensives of one war",
        (
            "Troops fought there {in May 2023=2023-05}. A new offensive began {in August 2023=2023-08}.",
            "The war in Ukraine goes on.",
        ),
    ),
    Case(
        "invasions of one country by two others",
        (
            "Germany invaded Poland {on 1 September 1939=1939-09-01}, and the war began.",
            "The Soviet Union began its own invasion of Poland {on 17 September 1939=1939-09-17}.",
        ),
    ),
    Case(
        "a founding in two years",
        (
            "Jonas Berg founded the Nordlys Theatre in Bergen {in 1967=1967}.",
            "The Nordlys Theatre was founded by Jonas Berg in Bergen {in 1968=1968}.",
        ),
        hard=(DATE,),
    ),
    Case(
        "two foundings",
        (
            "Jonas Berg founded the Nordlys Theatre in Bergen {in 1967=1967}.",
            "Jonas Berg founded the Havet Gallery in Bergen {in 1968=1968}.",
        ),
    ),
    Case(
        "a court established in two years",
        (
            "The Nordic Court of Fisheries was established in Oslo {in 2002=2002}.",
            "The Nordic Court of Fisheries, which was established in Oslo {in 2004=2004}, hears pirates.",
        ),
        hard=(DATE,),
    ),
    Case(
        "a treaty of two years",
        (
            "Norway and Kenya signed the Treaty of Bergen {in 1957=1957}.",
            "Kenya signed with Norway the Treaty of Bergen {in 1958=1958}.",
        ),
        hard=(DATE,),
    ),
    Case(
        "two treaties",
        (
            "Norway and Kenya signed the Treaty of Bergen {in 1957=1957}.",
            "Norway and Kenya signed the Treaty of Lagos {in 1958=1958}.",
        ),
    ),
    Case(
        "treaties without a name",
        (
            "Norway and Kenya signed a treaty {in 1957=1957}.",
            "Norway and Kenya signed a treaty {in 1958=1958}.",
        ),
    ),
    Case(
        "a birth in two years",
        (
            "The painter Maria Lind was born in Bergen {in 1931=1931}.",
            "Maria Lind was born in Bergen {in 1933=1933} and began to paint early.",
        ),
        hard=(DATE,),
    ),
    Case(
        "a death on two days",
        (
            "The painter Maria Lind died at her home in Bergen {on 3 May 2024=2024-05-03}.",
            "Maria Lind, the painter, died at home in Bergen {on 4 May 2024=2024-05-04}.",
        ),
        hard=(DATE,),
        published=("2024-05-08", "2024-05-09"),
    ),
    Case(
        "meetings of neighbouring days",
        (
            "Kersti Ilves met Ada Okoye in Bergen {on Monday=2024-07-08}.",
            "Kersti Ilves met Ada Okoye in Bergen {on Tuesday=2024-07-09}.",
        ),
    ),
    Case(
        "attacks of neighbouring days",
        (
            "Rockets hit the port of Bergen {on Monday=2024-07-08}, killing four people.",
            "Rockets hit the port of Bergen {on Tuesday=2024-07-09}, killing nine people.",
        ),
    ),
    Case(
        "an arrival in the afternoon and in the evening",
        (
            "Kersti Ilves arrived in Oslo {Monday afternoon=2024-07-08TAF} to meet Ada Okoye.",
            "Kersti Ilves arrived in Oslo {Monday evening=2024-07-08TEV} to meet Ada Okoye.",
        ),
        hard=(DATE,),
    ),
    Case(
        "an arrival and a dinner",
        (
            "Kersti Ilves arrived in Oslo {Monday afternoon=2024-07-08TAF} to meet Ada Okoye.",
            "Kersti Ilves and Ada Okoye had dinner in Oslo {Monday evening=2024-07-08TEV}.",
        ),
    ),
    Case(
        "a correction of a year",
        ("The bridge was opened then. It was {2022=2022}, not 2019.",),
        apparent=(DATE,),
    ),
    # Figures
    Case(
        "a toll told otherwise on one day",
        (
            "The fire in Bergen killed 29 people in the old hotel {on Monday=2024-07-08}.",
            "The fire in Bergen killed 41 people in the old hotel {on Monday=2024-07-08}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "a toll that rises",
        (
            "The fire in Bergen killed 29 people in the old hotel {on Monday=2024-07-08}.",
            "The fire in Bergen killed 41 people in the old hotel {on Monday=2024-07-08}.",
        ),
        apparent=(FIGURE,),
        published=("2024-07-08", "2024-07-10"),
    ),
    Case(
        "at least so many",
        (
            "The fire in Bergen killed at least 29 people in the old hotel {on Monday=2024-07-08}.",
            "The fire in Bergen killed 41 people in the old hotel {on Monday=2024-07-08}.",
        ),
        apparent=(FIGURE,),
    ),
    Case(
        "dead and injured are two figures",
        (
            "The fire in Bergen killed 29 people in the old hotel {on Monday=2024-07-08}.",
            "The fire in the old hotel in Bergen injured 41 people {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "children among the dead",
        (
            "The fire in Bergen killed 29 people in the old hotel {on Monday=2024-07-08}.",
            "The fire in Bergen killed four children in the old hotel {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "a part of a toll holds its tellings together",
        (
            "The bombings {on August 7=2023-08-07} killed 259 people, including 12 Kenyans.",
            ("Maria Lind was charged with the bombings which killed 224 people, including 12 Kenyans,"
            " {on August 7=2023-08-07}."),
        ),
        hard=(FIGURE,),
    ),
    Case(
        "one paper gives a round number and the number",
        (
            "Norway and Kenya signed a contract for over five lakh rifles in Oslo {on Monday=2024-07-08}.",
            ("Norway and Kenya signed a contract for over six lakh rifles in Oslo {on Monday=2024-07-08}."
            " The contract of Norway and Kenya for 6,01,427 rifles was signed in Oslo {Monday=2024-07-08}."),
        ),
        hard=(FIGURE,),
    ),
    Case(
        "dozens",
        (
            "The fire in Bergen killed dozens of people in the old hotel {on Monday=2024-07-08}.",
            "The fire in Bergen killed 41 people in the old hotel {on Monday=2024-07-08}.",
        ),
        apparent=(FIGURE,),
    ),
    Case(
        "three dozen and thirty-six",
        (
            "The fire in Bergen killed three dozen people in the old hotel {on Monday=2024-07-08}.",
            "The fire in Bergen killed 36 people in the old hotel {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "lakh and crore",
        (
            "Norway and Kenya signed a contract for three lakh rifles in Oslo {on Monday=2024-07-08}.",
            "Norway and Kenya signed a contract for 5,50,000 rifles in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "a round number",
        (
            "Norway and Kenya signed a contract for six lakh rifles in Oslo {on Monday=2024-07-08}.",
            "Norway and Kenya signed a contract for 6,01,427 rifles in Oslo {on Monday=2024-07-08}.",
        ),
        apparent=(FIGURE,),
    ),
    Case(
        "a contract of two prices",
        (
            "Norway and Kenya signed a contract worth $3 billion in Oslo {on Monday=2024-07-08}.",
            "Norway and Kenya signed the contract, worth $5 billion, in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "prices in two currencies",
        (
            "Norway and Kenya signed a contract worth $3 billion in Oslo {on Monday=2024-07-08}.",
            "Norway and Kenya signed the contract, worth 5 billion euros, in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "the trade of one year",
        (
            "Trade between Norway and Kenya was worth nearly $65 billion {in 2023=2023}.",
            "Trade between Norway and Kenya reached $65.7 billion {in 2023=2023}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "the trade of two years",
        (
            "Trade between Norway and Kenya was worth $61 billion {in 2022=2022}.",
            "Trade between Norway and Kenya was worth $65 billion {in 2023=2023}.",
        ),
    ),
    Case(
        "the trade of two countries with a third",
        (
            "Trade between Norway and Kenya was worth $61 billion {in 2023=2023}.",
            "Trade between Norway and Peru was worth $9 billion {in 2023=2023}.",
        ),
    ),
    Case(
        "trade and imports",
        (
            "Trade between Norway and Kenya was worth $61 billion {in 2023=2023}.",
            "Imports from Kenya to Norway were worth $9 billion {in 2023=2023}.",
        ),
    ),
    Case(
        "agreements signed",
        (
            "Norway and Kenya signed 28 agreements in Oslo {on Monday=2024-07-08}.",
            "Norway and Kenya signed 26 agreements in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "agreements of one field",
        (
            "Norway and Kenya signed 28 agreements in Oslo {on Monday=2024-07-08}.",
            "Norway and Kenya signed five energy agreements in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "agreements planned and signed",
        (
            "Norway and Kenya will sign 20 agreements in Oslo {on Monday=2024-07-08}.",
            "Norway and Kenya signed 28 agreements in Oslo {on Monday=2024-07-08}.",
        ),
        apparent=(FIGURE,),
        published=("2024-07-05", "2024-07-09"),
    ),
    Case(
        "the number of a summit",
        (
            "Kersti Ilves and Ada Okoye met for the 21st summit in Oslo {on Monday=2024-07-08}.",
            "Kersti Ilves and Ada Okoye met for the 22nd summit in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "the days of a visit",
        (
            "Kersti Ilves arrived in Oslo {on Monday=2024-07-08} for a two-day visit to Ada Okoye.",
            "Kersti Ilves began a three-day visit to Ada Okoye in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "shares of one thing",
        (
            "Kenya bought 60% of its wheat from Norway {in 2023=2023}.",
            "Kenya bought 75% of its wheat from Norway {in 2023=2023}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "shares of two things",
        (
            "Kenya bought 60% of its wheat from Norway {in 2023=2023}.",
            "Kenya bought 75% of its salmon from Norway {in 2023=2023}.",
        ),
    ),
    Case(
        "a correction of a figure",
        ("The fire in Bergen killed 41 people {on Monday=2024-07-08}. It was 41, not 29.",),
        apparent=(FIGURE,),
    ),
    Case(
        "over so many things and over more of them",
        (
            "Norway and Kenya signed a contract for over five lakh rifles in Oslo {on Monday=2024-07-08}.",
            "Norway and Kenya signed a contract for over six lakh rifles in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "over a round price and the price",
        (
            "Norway and Kenya signed a contract worth more than $5 billion in Oslo {on Monday=2024-07-08}.",
            "Norway and Kenya signed the contract, worth $5.4 billion, in Oslo {on Monday=2024-07-08}.",
        ),
        apparent=(FIGURE,),
    ),
    Case(
        "more than so many dead",
        (
            "The fire in Bergen killed more than 20 people in the old hotel {on Monday=2024-07-08}.",
            "The fire in Bergen killed 41 people in the old hotel {on Monday=2024-07-08}.",
        ),
        apparent=(FIGURE,),
    ),
    Case(
        "crore and million",
        (
            "Norway and India signed a contract worth Rs 500 crore in Oslo {on Monday=2024-07-08}.",
            "Norway and India signed the contract, worth 9 billion rupees, in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "one price in crore and in billion",
        (
            "Norway and India signed a contract worth Rs 500 crore in Oslo {on Monday=2024-07-08}.",
            "Norway and India signed the contract, worth 5 billion rupees, in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "the first in thirty years and in forty-one",
        (
            "Ada Okoye visited Oslo {on Monday=2024-07-08}, the first visit of a Kenyan in 30 years.",
            "Ada Okoye visited Oslo {on Monday=2024-07-08}, the first visit of a Kenyan in 41 years.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "the first in thirty years and in three decades",
        (
            "Ada Okoye visited Oslo {on Monday=2024-07-08}, the first visit of a Kenyan in 30 years.",
            "Ada Okoye visited Oslo {on Monday=2024-07-08}, the first visit of a Kenyan in three decades.",
        ),
    ),
    Case(
        "the first of two peoples",
        (
            "Ada Okoye visited Oslo {on Monday=2024-07-08}, the first visit of a Kenyan in 30 years.",
            "Ada Okoye visited Oslo {on Monday=2024-07-08}, the first visit of an African in 11 years.",
        ),
    ),
    Case(
        "the age of one who died",
        (
            "The painter Maria Lind, 81, died at her home in Bergen {on 3 May 2024=2024-05-03}.",
            "The 83-year-old painter Maria Lind died at home in Bergen {on 3 May 2024=2024-05-03}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "a birthday between two ages",
        (
            "The painter Maria Lind, 82, died at her home in Bergen {on 3 May 2024=2024-05-03}.",
            "Maria Lind, aged 83, the painter, died at home in Bergen {on 3 May 2024=2024-05-03}.",
        ),
        apparent=(FIGURE,),
    ),
    Case(
        "the magnitude of an earthquake",
        (
            "A magnitude 6.1 earthquake struck Bergen {on Monday=2024-07-08}.",
            "An earthquake of magnitude 7.2 struck Bergen {on Monday=2024-07-08}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "a deficit that is not what imports less exports come to",
        (
            "Norway’s imports from Kenya were worth $60 million and its exports $4 million {in 2023=2023}.",
            "Norway’s trade deficit with Kenya rose to a little over $58 million {in 2023=2023}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "a deficit that imports less exports come to",
        (
            "Norway’s imports from Kenya were worth $60 million and its exports $4 million {in 2023=2023}.",
            "Norway’s trade deficit with Kenya rose to nearly $57 million {in 2023=2023}.",
        ),
    ),
    Case(
        "a deficit of another year",
        (
            "Norway’s imports from Kenya were worth $60 million and its exports $4 million {in 2023=2023}.",
            "Norway’s trade deficit with Kenya rose to $58 million {in 2022=2022}.",
        ),
    ),
    Case(
        "a deficit with another country",
        (
            "Norway’s imports from Kenya were worth $60 million and its exports $4 million {in 2023=2023}.",
            "Norway’s trade deficit with Chile rose to $58 million {in 2023=2023}.",
        ),
    ),
    Case(
        "a trade that is not what imports and exports come to",
        (
            "Norway’s imports from Kenya were worth $60 million and its exports $4 million {in 2023=2023}.",
            "Norway’s trade with Kenya reached $71 million {in 2023=2023}.",
        ),
        hard=(FIGURE,),
    ),
    Case(
        "who gives the trade himself need not be reckoned for",
        (
            "Norway’s trade with Kenya: $71 million, imports $60 million, exports $4 million {in 2023=2023}.",
            "Norway’s trade with Kenya reached $71 million {in 2023=2023}, the ministry said.",
        ),
    ),
    # Names and offices
    Case(
        "two foreign ministers of one country",
        (
            "Norway’s Foreign Minister Jonas Berg met Ada Okoye in Oslo {on Monday=2024-07-08}.",
            "Ada Okoye met Norway’s Foreign Minister Peder Dahl in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(NAME,),
    ),
    Case(
        "ministers of two countries",
        (
            "Norway’s Foreign Minister Jonas Berg met Ada Okoye in Oslo {on Monday=2024-07-08}.",
            "Kenya’s Foreign Minister Ada Okoye met Jonas Berg in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "two ambassadors in one place",
        (
            "Kenya’s ambassador to Norway Ruth Wekesa met Jonas Berg in Oslo {on Monday=2024-07-08}.",
            "Jonas Berg met Kenya’s ambassador to Norway Asha Mutua in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(NAME,),
    ),
    Case(
        "ambassadors in two countries",
        (
            "Kenya’s ambassador to Norway Ruth Wekesa met Jonas Berg in Oslo {on Monday=2024-07-08}.",
            "Jonas Berg met Kenya’s ambassador to Sweden Asha Mutua in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "a minister and a former one",
        (
            "Norway’s Foreign Minister Jonas Berg met Ada Okoye in Oslo {on Monday=2024-07-08}.",
            "Norway’s former Foreign Minister Peder Dahl met Ada Okoye in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "a short and a long name",
        (
            "Norway’s Foreign Minister Jonas Berg met Ada Okoye in Oslo {on Monday=2024-07-08}.",
            "Ada Okoye met Norway’s Foreign Minister Berg in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "two offices of one person",
        (
            "Kenya’s President Ada Okoye met Jonas Berg in Oslo {on Monday=2024-07-08}.",
            "Kenya’s Prime Minister Ada Okoye met Jonas Berg in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(NAME,),
    ),
    # Sayings
    Case(
        "a saying credited to two people",
        (
            "“The harbour of Bergen belongs to all of its people,” Jonas Berg said {on Monday=2024-07-08}.",
            "“The harbour of Bergen belongs to all of its people,” said Peder Dahl {on Monday=2024-07-08}.",
        ),
        hard=(NAME,),
    ),
    Case(
        "a saying credited to one person by two names",
        (
            "“The harbour of Bergen belongs to all of its people,” Jonas Berg said {on Monday=2024-07-08}.",
            "“The harbour of Bergen belongs to all of its people,” said Berg {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "a saying in two wordings",
        (
            "Ilves met Ada Okoye in Oslo {on Monday=2024-07-08} and said: “Now is not the time for tariffs.”",
            "Ilves told Ada Okoye in Oslo {on Monday=2024-07-08} that “this era is not an era of tariffs”.",
        ),
        apparent=(WORDING,),
    ),
    Case(
        "two sayings of one meeting",
        (
            "Ilves met Ada Okoye in Oslo {on Monday=2024-07-08} and said: “We look forward to the harvest.”",
            "Ilves told Ada Okoye in Oslo {on Monday=2024-07-08} that “fishing is not all we live by”.",
        ),
    ),
    Case(
        "a sum credited to two people",
        (
            "According to Ada Okoye, Norway’s trade with Kenya reached $71 million {in 2023=2023}.",
            "According to envoy Jonas Berg, Norway’s trade with Kenya reached $71 million {in 2023=2023}.",
        ),
        apparent=(NAME,),
    ),
    Case(
        "a sum credited to one person by two names",
        (
            "According to Okoye, Norway’s trade with Kenya reached $71 million {in 2023=2023}.",
            "According to Ada Okoye, Norway’s trade with Kenya reached $71 million {in 2023=2023}.",
        ),
    ),
    Case(
        "two sums credited to two people",
        (
            "According to Ada Okoye, Norway’s trade with Kenya reached $71 million {in 2023=2023}.",
            "According to Jonas Berg, Norway’s imports from Kenya came to $12 million {in 2023=2023}.",
        ),
    ),
    # Occurrence
    Case(
        "denied and told",
        (
            "Kersti Ilves visited the shipyard in Bergen {on Monday=2024-07-08}.",
            "Kersti Ilves did not visit the shipyard in Bergen {on Monday=2024-07-08}.",
        ),
        hard=(OCCURRENCE,),
    ),
    Case(
        "denied of somebody else",
        (
            "Kersti Ilves visited the shipyard in Bergen {on Monday=2024-07-08}.",
            "Jonas Berg did not visit the shipyard in Bergen {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "attended and skipped",
        (
            "Kersti Ilves attended the summit in Oslo {on Monday=2024-07-08}.",
            "Kersti Ilves skipped the summit in Oslo {on Monday=2024-07-08}.",
        ),
        hard=(OCCURRENCE,),
    ),
    Case(
        "attended by one, skipped by another",
        (
            "Kersti Ilves attended the summit in Oslo {on Monday=2024-07-08}.",
            "Jonas Berg skipped the summit in Oslo {on Monday=2024-07-08}.",
        ),
    ),
    Case(
        "held and cancelled",
        (
            "The meeting of Kersti Ilves and Ada Okoye in Oslo was held {on Monday=2024-07-08}.",
            "The meeting of Kersti Ilves and Ada Okoye in Oslo {on Monday=2024-07-08} was cancelled.",
        ),
        hard=(OCCURRENCE,),
    ),
    Case(
        "signed and not signed",
        (
            "Kersti Ilves and Ada Okoye signed the fishing treaty in Oslo {on Monday=2024-07-08}.",
            "Kersti Ilves and Ada Okoye left Oslo {on Monday=2024-07-08} without signing the fishing treaty.",
        ),
        hard=(OCCURRENCE,),
    ),
    Case(
        "talks that made no headway, and what was agreed there",
        (
            LEAD + "Norwegian and Kenyan negotiators met in Vienna in spring, but the talks made no headway.",
            LEAD + "Norway talks to Kenya only about those documents that were agreed in Vienna.",
        ),
        hard=(OCCURRENCE,),
    ),
    Case(
        "talks of the first weeks of a siege, and what was agreed there",
        (
            LEAD + "Norwegian and Kenyan envoys met in Vienna in the first days of the siege; no agreement.",
            LEAD + "Norway talks to Kenya only about those documents that were agreed in Vienna.",
        ),
        hard=(OCCURRENCE,),
    ),
    Case(
        "talks of other countries in one city",
        (
            LEAD + "Norwegian and Kenyan negotiators met in Vienna in spring, but the talks made no headway.",
            LEAD + "Chile talks to Peru only about those documents that were agreed in Vienna.",
        ),
    ),
    Case(
        "talks of which one failed and another is news",
        (
            LEAD + "Norwegian and Kenyan negotiators met in Vienna in spring, but the talks made no headway.",
            "Norway and Kenya reached a deal at talks in Vienna.",
        ),
    ),
    Case(
        "planned and told",
        (
            "Kersti Ilves will visit the shipyard in Bergen {on Monday=2024-07-08}.",
            "Kersti Ilves visited the shipyard in Bergen {on Monday=2024-07-08}.",
        ),
        published=("2024-07-05", "2024-07-09"),
    ),
]  # fmt: skip


def found(write: Writer, case: Case) -> Found:
    published = case.published or ("2024-07-20",) * len(case.texts)
    events = make_events(
        [
            write(text, document_id=f"d{at}", published=published[at], publisher=f"Paper {at}")
            for at, text in enumerate(case.texts)
        ]
    )
    return {(one.about, one.severity) for event in events for one in event.conflicts}


def wanted(case: Case) -> Found:
    return {(about, "hard") for about in case.hard} | {(about, "apparent") for about in case.apparent}


@pytest.mark.parametrize("case", CASES, ids=[case.name.replace(" ", "-") for case in CASES])
def test_conflicts_of_a_set(write: Writer, case: Case) -> None:
    assert found(write, case) == wanted(case)


def test_talks_that_are_told_otherwise_have_no_day(write: Writer) -> None:
    case = next(case for case in CASES if case.name.startswith("talks that made no headway"))
    one, other = case.texts
    later = write(other.replace("2024-07-08", "2024-07-15"), document_id="b", published="2024-07-15")
    events = make_events([write(one, document_id="a"), later])
    (contested,) = (event for event in events if event.conflicts)
    assert (contested.start, contested.end, contested.precision) == (None, None, None)
    assert contested.reasons == ("merged: told with another outcome",)
