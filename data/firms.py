"""The forms in law that stand behind the names of firms: "Nordfisk Ltd", "Halden Homes plc", "Berg GmbH"."""

from __future__ import annotations

STOPPED_FORMS = frozenset({"Co", "Corp", "Cos", "Inc", "Ltd", "Pty"})
"""Those that are abbreviations, and so may have a full stop behind them that ends no sentence."""
FORMS_OF_FIRMS = STOPPED_FORMS | frozenset({
    "AB", "AG", "ASA", "BV", "GmbH", "KG", "LLC", "LLP", "Limited", "NV", "Oyj", "PLC", "Plc", "SA", "SE",
    "SpA", "plc",
})  # fmt: skip
"""As they are written, without full stops ("SpA" for "S.p.A")."""


def is_form_of_firm(word: str) -> bool:
    """Whether a word is one of them, with full stops or without ("Inc.", "S.p.A")."""
    return word.replace(".", "") in FORMS_OF_FIRMS
