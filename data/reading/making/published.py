"""Publication dates that the user or a file's metadata states."""

from __future__ import annotations

from data.model import Published


def given_date(value: str | None) -> Published | None:
    """The date that the user gave, or None; raises ValueError if it is no date."""
    return None if value is None else _published(value, "given by the user", given=True)


def stated_date(value: str, evidence: str) -> Published:
    """A date found in metadata, with a sentence that says where; raises ValueError if it is no date."""
    return _published(value, evidence, given=False)


def _published(value: str, evidence: str, *, given: bool) -> Published:
    from data.edtf import parse

    # Databases write a space where ISO 8601 wants a T between date and time.
    date = parse(value.strip().replace(" ", "T", 1))
    return Published(value, date.start, date.end, "given" if given else "stated", evidence)
