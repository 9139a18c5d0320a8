"""Who is "the Claimant" in a court's paper, "the Purchaser" in a contract: the parties that its head names.

"FRIENDS OF THE MOLE (Claimant)", 'Nordfisk Ltd ("the Company")', 'Holm General Hospital ("the Hospital")',
on two lines "ADA OKOYE, | Plaintiff,", and on one "BETWEEN ADA OKOYE Claimant and JONAS BERG Defendant".
"""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.firms import is_form_of_firm

# The parties stand among so many first characters.
_HEAD = 4000
# So many characters before its part the name of a party begins.
_LONGEST = 120
# On a line with another party only what stands in capitals is its name.
_IN_CAPITALS = re.compile(r"[^\W\d_a-z][^\Wa-z]*(?:[ ’'&.,-]{1,3}[^\W\d_a-z][^\Wa-z]*)*\.?$")


class PartyRoles:
    """The parties of one document by the parts that its head gives them."""

    def __init__(self, text: str, cues: Cues) -> None:
        self.parties: dict[str, str] = {}
        several: set[str] = set()
        head = text[:_HEAD]
        for found in cues.party.finditer(head):
            role = (found["role"] or found["below"] or found["beside"] or found["term"]).title()
            before = head[max(0, found.start() - _LONGEST) : found.start()].rstrip(" ,\n")
            named = (cues.party_name if found["beside"] is None else _IN_CAPITALS).search(before)
            if named is None:
                continue
            party = _name(named.group(), cues)
            if found["term"] and not party.endswith(f" {role}"):
                # 'The plan for Holm ("the Decision")' is no name of anybody.
                continue
            if self.parties.setdefault(role, party) != party:
                # "The Defendants" are several: which is meant is not sure.
                several.add(role)
        for role in several:
            del self.parties[role]
        # No name is that of another part ("BETWEEN the Claimant (Respondent)").
        self.parties = {role: party for role, party in self.parties.items() if party not in self.parties}

    def named(self, line: str) -> str:
        """The line with the party that it begins with, or tells of first, by name."""
        for role, party in self.parties.items():
            if role not in line or party in line:
                continue
            found = re.search(rf"\b[Tt]he {role}\b", line)
            if found is not None:
                line = f"{line[: found.start()]}{party}{line[found.end() :]}"
        return line

    def by_name(self, who: tuple[str, ...]) -> tuple[str, ...]:
        """Those who take part, parties by name."""
        if not self.parties:
            return who
        return tuple(dict.fromkeys(self.parties.get(name.removeprefix("The "), name) for name in who))


def _name(written: str, cues: Cues) -> str:
    """A party as a sentence names it: without what leads to it, capitals only where they belong."""
    name = cues.before_party.sub("", " ".join(written.split())).strip(" ,;:")
    if not name.isupper():
        return name
    words = [_small(word, cues) for word in name.split(" ")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _small(word: str, cues: Cues) -> str:
    """A word of a name in capitals as it is written within one in small letters."""
    if is_form_of_firm(word) or word in cues.words["letters_in_parties"]:
        return word
    return word.lower() if word.lower() in cues.words["small_in_parties"] else word.capitalize()
