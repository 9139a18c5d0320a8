"""The small language that rule patterns are written in.

A pattern is a row of elements with white space between them; in the text they may be apart or together:

    word        this word, in any case; also a mark such as  ,  -  /  :  .
    <month>     a word (or phrase) of a category
    {number}    a named fragment, a pattern kept in the rule file
    name=X      X is captured as a field of the meaning
    X?  X*  X+  X is optional; up to five times; one to six times
    (X | Y)     one of several
    [X]         the mention itself, where the pattern also holds words around it; two for two mentions
    ~           the neighbours stand together, without white space

A capital letter in a word makes it count only as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.letters import LETTERS
from data.tagging.lexicon import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

_SYNTAX = re.compile(rf"<[\w-]+>|\{{[\w-]+\}}|[\w.]+=|\"[^\"]+\"|(?:{LETTERS}|\d+)+|[()|\[\]~?*+]|[^\s\w]")
_REPEATS = ("?", "*", "+")


class PatternError(ValueError):
    """A pattern that cannot be read; the message tells where."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a pattern: ``kind`` is row, choice, category, word, fragment, capture or mention."""

    kind: str
    name: str = ""
    children: tuple[Node, ...] = ()
    repeat: str = ""
    glued: bool = False


def read_pattern(pattern: str) -> Node:
    """The tree of a pattern; raises PatternError."""
    tokens = _SYNTAX.findall(pattern)
    tree, position = _choice(tokens, 0)
    if position != len(tokens):
        raise PatternError(f"{pattern!r}: {tokens[position]!r} is not expected")
    return tree


def _choice(tokens: list[str], position: int) -> tuple[Node, int]:
    rows = []
    while True:
        row, position = _row(tokens, position)
        rows.append(row)
        if position < len(tokens) and tokens[position] == "|":
            position += 1
            continue
        break
    return (rows[0] if len(rows) == 1 else Node("choice", children=tuple(rows))), position


def _row(tokens: list[str], position: int) -> tuple[Node, int]:
    items: list[Node] = []
    glued = False
    while position < len(tokens) and tokens[position] not in (")", "]", "|"):
        if tokens[position] == "~":
            glued, position = True, position + 1
            continue
        item, position = _element(tokens, position)
        repeat = ""
        if position < len(tokens) and tokens[position] in _REPEATS:
            repeat, position = tokens[position], position + 1
        items.append(Node(item.kind, item.name, item.children, repeat or item.repeat, glued))
        glued = False
    if not items:
        raise PatternError(f"an empty row in {' '.join(tokens)}")
    return Node("row", children=tuple(items)), position


def _element(tokens: list[str], position: int) -> tuple[Node, int]:
    piece = tokens[position]
    if piece in "([":
        inner, after = _choice(tokens, position + 1)
        if after >= len(tokens) or tokens[after] != (")" if piece == "(" else "]"):
            raise PatternError(f"a bracket is not closed in {' '.join(tokens)}")
        return (Node("mention", children=(inner,)) if piece == "[" else inner), after + 1
    if piece.endswith("=") and len(piece) > 1:
        inner, after = _element(tokens, position + 1)
        return Node("capture", piece[:-1], (inner,)), after
    if piece[0] == "<" and len(piece) > 1:
        return Node("category", piece[1:-1]), position + 1
    if piece[0] == "{":
        return Node("fragment", piece[1:-1]), position + 1
    return Node("word", piece.strip('"')), position + 1


def literal_words(node: Node) -> Iterator[str]:
    """The words that a pattern names itself."""
    if node.kind == "word":
        yield from parts(node.name)
    for child in node.children:
        yield from literal_words(child)
