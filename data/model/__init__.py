"""The words of dateline as types: what every stage takes and gives.

Everything here is frozen and knows nothing of files, databases or screens. Days are numbers
(:mod:`data.days`), intervals include both ends, an end that is open or unknown is None.
Offsets count code points of a document's text, the end excluded.
"""

from __future__ import annotations

from data.model.documents import (
    TELLING,
    Document,
    DocumentKind,
    Link,
    Published,
    PublishedBasis,
    Sentence,
    Trouble,
)
from data.model.events import (
    About,
    Claim,
    Conflict,
    Event,
    EventBasis,
    EventKind,
    Modality,
    Passage,
    Severity,
    Verification,
)
from data.model.expressions import (
    Anchor,
    AnchorKind,
    DatedDocument,
    Expression,
    Meaning,
    Mention,
    Precision,
    Reading,
    TimexType,
    Unit,
)
from data.model.marks import Mark, MarkedPassage, MarkKind

__all__ = [
    "TELLING", "About", "Anchor", "AnchorKind", "Claim", "Conflict", "DatedDocument", "Document",
    "DocumentKind", "Event", "EventBasis", "EventKind", "Expression", "Link", "Mark", "MarkKind",
    "MarkedPassage", "Meaning", "Mention", "Modality", "Passage", "Precision", "Published", "PublishedBasis",
    "Reading", "Sentence", "Severity", "TimexType", "Trouble", "Unit", "Verification",
]  # fmt: skip
