"""What a passage tells in its foreground, without what is only its background ("after the raid, ...")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from data.events.cues import alternatives, cues
from data.events.report import Report
from data.events.words import lowered

# Fewer words are no passage of their own.
_FEWEST = 3
# So many passages are remembered, those of some thousand articles.
_REMEMBERED = 1 << 16


@cache
def _behind(language: str | None) -> re.Pattern[str]:
    """What stands behind a word that opens a background, up to the next comma, in small letters."""
    words = cues(language).words
    opening, lasting, behind_verb = (
        alternatives([*words[name]])
        for name in ("background", "lasting_background", "background_behind_verb")
    )
    return re.compile(
        rf"\b(?=\w)(?:(?P<lasting>{lasting})|(?P<behind_verb>{behind_verb})|{opening})\b[^,;]*(?:[,;]|$)"
    )


@lru_cache(maxsize=_REMEMBERED)
def foreground(text: str, at: int | None = None, language: str | None = None) -> str:
    """A passage without its background ("after the raid, ..."), the whole passage if nothing else is left.

    Args:
        text: the passage.
        at: where the expression that dates it stands; if it dates a "since", that is what is told.
        language: the passage's language, English if None.

    >>> foreground("Following his trip to Oslo, he will visit Bergen.").strip()
    'he will visit Bergen.'
    """
    kept = []
    done = 0
    for match in _behind(language).finditer(lowered(text)):
        if match["behind_verb"] and cues(language).finite_word.search(text, done, match.start()) is None:
            continue
        dated = at is not None and match.start() <= at < match.end()
        beside = text[: match.start()], text[match.end() :]
        if dated and (
            match["lasting"] or _opens_relative(beside[1], language) or not _tells(beside, language)
        ):
            return text[match.start() : match.end()]
        kept.append(text[done : match.start()])
        done = match.end()
    rest = " ".join([*kept, text[done:]])
    return rest if len(rest.split()) >= _FEWEST else text


def _tells(parts: Sequence[str], language: str | None) -> bool:
    """Whether parts of a passage have a verb that tells something ("hours after the raid" has none)."""
    return any(cues(language).finite_word.search(lowered(part)) is not None for part in parts)


def _opens_relative(rest: str, language: str | None) -> bool:
    """Whether what follows only hangs on what stands before ("after his trip in May, which ...")."""
    return (
        rest.split(maxsplit=1)[:1] != []
        and rest.split(maxsplit=1)[0].lower() in cues(language).words["relatives"]
    )


def told_part(report: Report) -> str:
    """The foreground of a report's passage."""
    return foreground(report.passage.text, dated_at(report))


def dated_at(report: Report) -> int | None:
    """Where in its passage the expression stands that dates a report."""
    expression = report.passage.expression
    return None if expression is None else expression.start_char - report.passage.start_char
