"""A document's text beside the reasoning of its time expressions: what a writer of rules looks at."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from data.model import DatedDocument, Expression
from data.printable import printable
from data.words import expression_days, interval_words, published_words

_BAR = " | "
# Without a terminal to fit into, and the narrowest columns in which words still stand beside one another.
_WIDTH, _LEAST = 120, 24


def reasoning(item: DatedDocument) -> Iterator[str]:
    """The lines of a document: its sentences with [expressions] marked, and beside them the reasoning.

    Two columns share the width of the terminal; 120 characters where there is none. Every line is safe to
    print.
    """
    document = item.document
    room = shutil.get_terminal_size((_WIDTH, 0)).columns - len(_BAR)
    text_width = max(_LEAST, room * 6 // 13)
    reasons_width = max(_LEAST, room - text_width)
    yield f"{printable(document.path)}  {printable(document.title or document.id)}"
    published = document.published
    evidence = printable(published.evidence or "no evidence")
    yield f"published: {printable(published_words(published))} ({evidence})"
    for start, end, expressions in _pieces(item):
        left = textwrap.wrap(_marked(document.text, start, end, expressions), text_width) or [""]
        right = [
            line for each in expressions for told in _reasons(each) for line in _wrapped(told, reasons_width)
        ]
        for text, reason in zip_longest(left, right, fillvalue=""):
            yield f"{text:<{text_width}}{_BAR}{reason}".rstrip()


def _pieces(item: DatedDocument) -> Iterator[tuple[int, int, Sequence[Expression]]]:
    """The sentences with their expressions; a sentence reaches as far as an expression that begins in it."""
    expressions, place = item.expressions, 0
    for number, sentence in enumerate(item.sentences):
        following = item.sentences[number + 1] if number + 1 < len(item.sentences) else None
        limit = len(item.document.text) if following is None else following.start_char
        first = place
        while place < len(expressions) and expressions[place].start_char < limit:
            place += 1
        inside = expressions[first:place]
        start = min([sentence.start_char, *[each.start_char for each in inside]])
        yield start, max([sentence.end_char, *[each.end_char for each in inside]]), inside


def _marked(text: str, start: int, end: int, expressions: Sequence[Expression]) -> str:
    pieces, done = [], start
    for expression in expressions:
        pieces += [text[done : expression.start_char], "[", expression.text, "]"]
        done = expression.end_char
    pieces.append(text[done:end])
    return " ".join(printable("".join(pieces)).split())


def _reasons(expression: Expression) -> Iterator[str]:
    """What was found, its days, and why."""
    extras = {
        "mod": expression.mod, "quant": expression.quant, "freq": expression.freq, "role": expression.role,
    }  # fmt: skip
    told = "".join(f" {name} {value}" for name, value in extras.items() if value is not None)
    words = " ".join(printable(expression.text).split())
    days = "no days of its own"
    if expression.start is not None or expression.end is not None:
        days = expression_days(expression)
    others = "".join(f", or {interval_words(start, end)}" for start, end in expression.readings)
    anchor = expression.anchor
    against = anchor.kind if anchor.value is None else f"{anchor.kind} {anchor.value}"
    yield f"[{words}] {expression.type} {expression.value}{told} @{expression.start_char}"
    yield f"  {days}{others}"
    yield f"  rule {expression.rule}; anchor {against}: {anchor.reason}"


def _wrapped(line: str, width: int) -> list[str]:
    """A line that goes on two characters farther in than it begins."""
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.wrap(printable(line), width, subsequent_indent=indent + "  ")
