"""What the user says of documents, which wins over what their files say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.reading.making.published import given_date

if TYPE_CHECKING:
    from data.model import Published


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of all documents of some files.

    Attributes:
        published: their publication date; None for none.
        language: a language code; None where languages are to be told from the texts.
    """

    published: Published | None = None
    language: str | None = None

    @classmethod
    def of(cls, published: str | None, language: str | None = None) -> Given:
        """What is said by a publication date (EDTF, or an ISO date with a time) and a language.

        Raises ValueError if the first is no date.
        """
        return cls(given_date(published), language)


NOTHING_GIVEN = Given()
"""What the user says who says nothing."""
