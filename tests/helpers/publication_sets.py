"""Sets of short documents with the publication dates that a careful reader gives them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

from data.dating import publication_dates
from data.days import from_iso
from data.edtf import parse
from data.model import Published, Reading
from tests.helpers.read_texts import read_text

FOLDER = Path(__file__).parent.parent / "dating" / "publication_sets"
Verdict = Literal["right", "contains", "unknown", "wrong"]
# "To the day or to one of two days."
_TWO = 1


@dataclass(frozen=True)
class Case:
    """One document of a set that has to be dated.

    Attributes:
        gold: what a careful reader concludes (EDTF); "unknown" if nothing.
        truth: the day on which it was published.
        dates: works out what is concluded here of the documents of its set; done once.
    """

    family: str
    name: str
    document: str
    gold: str
    truth: int
    dates: Callable[[], Mapping[str, Published]]

    @property
    def found(self) -> Published:
        """What is concluded here."""
        return self.dates()[self.document]

    @property
    def verdict(self) -> Verdict:
        """How the finding compares: never wrong is what counts first.

        "right" a day or two, or the stretch or the bounds of the gold; "contains" a longer stretch or looser
        bounds that hold the truth; "unknown" where the gold knows more; "wrong" what does not hold the truth,
        or is known where nobody can know.
        """
        found = self.found
        start = self.truth if found.start is None else found.start
        end = self.truth if found.end is None else found.end
        if not start <= self.truth <= end:
            return "wrong"
        if self.gold == "unknown":
            return "wrong" if found.is_known else "right"
        gold = parse(self.gold)
        if gold.start is None or gold.end is None:
            same = (found.start, found.end) == (gold.start, gold.end)
            return "right" if same else "wrong" if found.is_known else "contains"
        if not found.is_known:
            return "unknown"
        within = gold.start <= start and end <= gold.end
        return "right" if within or end - start <= _TWO else "contains"


@cache
def cases() -> tuple[Case, ...]:
    """Every document that has to be dated."""
    return tuple(case for path in sorted(FOLDER.glob("*.toml")) for case in _cases(path))


def _cases(path: Path) -> Iterator[Case]:
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["set"]:
        dates = cache(partial(_dates, entry["document"]))
        for fields in entry["document"]:
            if "gold" in fields:
                truth = from_iso(fields["truth"])
                assert truth is not None
                yield Case(path.stem, entry["name"], fields["id"], fields["gold"], truth, dates)


def _dates(documents: Sequence[dict[str, Any]]) -> Mapping[str, Published]:
    return publication_dates([_reading(fields) for fields in documents], {})


def _reading(fields: dict[str, Any]) -> Reading:
    language = fields.get("language", "en")
    text = fields["text"].lstrip("\n")
    published = Published()
    if "published" in fields:
        day = parse(fields["published"])
        published = Published(fields["published"], day.start, day.end, "stated", "metadata")
    kind = fields.get("kind", "article")
    return read_text(text, fields["id"], language, title=fields["title"], kind=kind, published=published)
