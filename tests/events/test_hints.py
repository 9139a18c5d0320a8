"""What a sentence may tell, seen from its words before anything else is worked out."""

from __future__ import annotations

import pytest

from data.events import hints
from data.events.cues import cues
from data.events.words import content, hints_of


def _hints(text: str, language: str = "en") -> int:
    return hints_of(cues(language).pieces.of(text))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("The bridge is safe, the mayor said.", hints.SOURCE),
        ("The bridge is safe, according to the mayor.", hints.SOURCE),
        ("Reports that the bridge fell are false.", hints.UNTRUE),
        ("Shares in the mill rose to $9.", hints.SESSION),
        ("The two leaders met in Oslo.", hints.PAIR),
        ("Ilves, who came late, opened the bridge.", hints.RELATIVE),
        ("The annual fair opened in Moss.", hints.HABIT),
        ("They met, in turn, the mayor.", hints.IDLE),
        ("The bridge cost 9 million, compared with 4 million.", hints.COMPARISON),
        ("It was opened by Ilves.", hints.IT),
        ("Then SHE opened the bridge.", hints.PRONOUN),
        ("**Oslo** opened a bridge.", hints.MARKUP),
        ("Ilves in Oslo. Ola Nordmann/Reuters", hints.CREDIT),
        ("Ilves, second from left, at the bridge.", hints.SIDE),
        ("Ilves, 41, opened the bridge.", hints.AGE),
        ("The bridge (of 1990) fell.", hints.BRACKET),
        ("The bridge is “safe” now.", hints.QUOTATION),
        ("The bridge fell during the war.", hints.LONG_TIME),
        ("Both governments were asked.", hints.SIDES),
    ],
)
def test_a_sentence_hints_at_what_it_may_tell(text: str, hint: int) -> None:
    assert _hints(text) & hint


def test_words_inside_others_hint_at_nothing() -> None:
    assert _hints("The unsaid aphorism about Italy edified the halfhearted.") == 0


def test_a_language_without_lists_is_told_by_its_marks_alone() -> None:
    assert _hints("Der Bürgermeister (41) said so.", "de") == hints.BRACKET


def test_stems_are_those_of_the_telling_words_of_each_piece() -> None:
    told = content(cues("en").pieces.of("The Oslo-based firm’s 1,200 workers met in Oslo."))
    assert told == {"oslo", "bas", "firm’", "1,200", "work", "meet"}
