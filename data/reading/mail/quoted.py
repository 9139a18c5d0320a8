"""What of a message was written on another day by somebody else, and its signature."""

from __future__ import annotations

import re

# Quoted lines under "On Monday Ann wrote:", the whole message below an answer; and the signature.
_QUOTED = re.compile(
    r"^(?:(?:(?:(?:On|Am|Le|El|Em|Il|Op|В)[ ][^\n>]{0,120}\d{4}[^\n>]{0,80}<?\n)?"
    r"(?![ \t]?>)[^\n]{0,200}:[ \t]*\n(?:[ \t]*\n)?)?(?:^[ \t]?>[^\n]*(?:\n|\Z)(?:[ \t]*\n(?=[ \t]?>))?)+"
    r"|-{2,}[ ]?(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original"
    r"|Mensagem original|Исходное сообщение)[ ]?-{2,}[^\n]*\n[\s\S]*\Z"
    r"|_{10,}\n(?:From|Von|De|От):[^\n]*\n[\s\S]*\Z"
    r"|-- \n(?:[^\n]*(?:\n|\Z)){0,15}\Z)",
    re.MULTILINE,
)
_SIGNS_OF_QUOTED = (">", "--", "_" * 10)
"""One of these is in whatever is quoted: most messages have none, and are spared the search."""


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of a text that quote other messages or sign; none if nothing else is in it."""
    if not any(map(text.__contains__, _SIGNS_OF_QUOTED)):
        return ()
    found = tuple([match.span() for match in _QUOTED.finditer(text)])
    ends = 0, *(end for _, end in found)
    starts = *(start for start, _ in found), len(text)
    own = any(not text[end:start].isspace() for end, start in zip(ends, starts, strict=True) if end < start)
    return found if own else ()
