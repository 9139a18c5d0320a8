"""The forms in law that stand behind the names of firms: "Nordfisk Ltd", "Halden Homes plc", "Berg GmbH"."""

from __future__ import annotations

_COMPANY = frozenset({"Co", "Cos"})
STOPPED_FORMS = _COMPANY | frozenset({"Corp", "Inc", "Ltd", "Pty"})
"""Those that are abbreviations, and so may have a full stop behind them that ends no sentence."""
FORMS_OF_FIRMS = STOPPED_FORMS | frozenset({
    "AB", "AG", "ASA", "BV", "GmbH", "KG", "LLC", "LLP", "Limited", "NV", "Oyj", "PLC", "Plc", "SA", "SE",
    "SpA", "plc",
})  # fmt: skip
"""As they are written, without full stops ("SpA" for "S.p.A")."""
MERE_FORMS = FORMS_OF_FIRMS - _COMPANY
"""Those that tell by themselves of a firm, and which its name can do without.

"Co" is a part of the name that it ends ("Holm, Lund & Co"), and a county's before one ("Co Donegal").
"""


def is_form_of_firm(word: str) -> bool:
    """Whether a word is one of them, with full stops or without ("Inc.", "S.p.A")."""
    return word.replace(".", "") in FORMS_OF_FIRMS
