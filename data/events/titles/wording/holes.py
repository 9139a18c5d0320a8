"""What a line leaves out of a text: its dates with what belongs to them, and names told twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.clauses.stretch import Stretch
from data.events.names.name import Name
from data.events.titles.wording.left_out_dates import Hole, Span, dates_left_out

_POSSESSIVE_BEFORE = re.compile(r"\b[A-Z][\w.]*['’]s\s$")
_PAST_OFFICE = re.compile(r"\b(?:former|then|late|acting|outgoing|incoming)\s$")
_NAMED_BEHIND = re.compile(r"(?:,|\sof|\scity|\scity\sof)?\s[A-Z]|['’-]")
# A person who is named at all is named by the end of the name.
_TAIL = 3


def holes(line: Stretch, dates: Sequence[Span], names: Sequence[Name]) -> list[Hole]:
    """What a line leaves out of the dates and names in its stretch of text."""
    text, start, end, cues = line.text, line.start, line.end, line.cues
    found = dates_left_out(line, dates)
    bodies = {name.end: name.start for name in names if name.kind == "organisation"}
    for name in names:
        chain = name.chain
        if chain < name.start and start <= chain and name.start < end and name.kind == "person":
            if bodies and (body := bodies.get(chain - 1)) is not None and start <= body:
                # "FBI Director Ada Okoye": the office is the body's.
                found.append((body, name.start, ""))
                continue
            lead = text[max(start, chain - 30) : chain]
            past = _PAST_OFFICE.search(lead)
            chain -= len(past.group()) if past else 0
            possessive = _POSSESSIVE_BEFORE.search(text[max(start, chain - 30) : chain])
            found.append((chain - (len(possessive.group()) if possessive else 0), name.start, ""))
        elif chain == name.start and name.kind == "person" and start < chain < end:
            # "greeted its president Ada Okoye"
            office = cues.office_of_it.search(text, max(start, chain - 30), chain)
            if office is not None:
                found.append((office.start(), chain, ""))
        elif name.kind == "place" and start <= name.start < end:
            found += _of_capital(line, name)
    for name in names:
        if name.kind == "person" and start <= name.start < end and _is_by_office(name, text):
            if name.name.rpartition(" ")[2] not in text[start:end]:
                found.append((name.start, name.end, name.name))
            break
    return found


def _of_capital(line: Stretch, name: Name) -> list[Hole]:
    """The name in the place of "the Norwegian capital"; nothing for "the Norwegian capital, Oslo"."""
    text, start, end, cues = line.text, line.start, line.end, line.cues
    capital = cues.capital_word.match(text, name.end, end)
    if capital is None or _NAMED_BEHIND.match(text, capital.end()) is not None:
        return []
    article = name.start - len(cues.article)
    has_article = text[max(start, article) : name.start].lower() == cues.article
    if not has_article or text.find(name.name, start, end) >= 0:
        return []
    return [(article, capital.end(), name.name)]


def _is_by_office(name: Name, text: str) -> bool:
    """Whether a person is told of by office alone ("the Norwegian president")."""
    return not text.endswith(name.name[-_TAIL:], name.start, name.end)
