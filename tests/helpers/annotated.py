"""Documents of our own with what must be found in them, told by lines that begin with ``@@``.

Such a line opens a part of the document: ``@@ article {title = "...", published = "2021-03-03"}``,
furniture, snippets or error; inside an article ``@@ inside`` opens furniture and ``@@ body`` closes it.
Taking these lines out gives the document.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "reading" / "annotated"
MARK = "@@ "


@dataclass(slots=True)
class Part:
    """A range of a document and what it is; ``inside`` are ranges of the document that are furniture in it.

    A field is None where the document does not say it.
    """

    kind: str
    start: int
    end: int = 0
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    basis: str | None = None
    inside: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and its parts, which cover it."""

    name: str
    text: str
    parts: tuple[Part, ...]


def annotated() -> list[Annotated]:
    """All annotated documents, by name."""
    return [_read(path) for path in sorted(FOLDER.iterdir())]


def _read(path: Path) -> Annotated:
    pieces: list[str] = []
    parts: list[Part] = []
    at = inside = 0
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if not line.startswith(MARK):
            pieces.append(line)
            at += len(line)
            continue
        kind, _, told = line.removeprefix(MARK).strip().partition(" ")
        if kind == "inside":
            inside = at
        elif kind == "body":
            parts[-1].inside.append((inside, at))
            inside = 0
        else:
            _close(parts, at, inside)
            inside = 0
            parts.append(Part(kind, at, **tomllib.loads(f"fields = {told or '{}'}")["fields"]))
    _close(parts, at, inside)
    return Annotated(path.name, "".join(pieces), tuple(parts))


def _close(parts: list[Part], at: int, inside: int) -> None:
    if parts:
        parts[-1].end = at
        if inside:
            parts[-1].inside.append((inside, at))
